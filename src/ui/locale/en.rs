//! English: the sentences of the page. Those for codes stand in `en_codes`, those about records in `en_record`.

use super::en_codes as codes;
use super::en_record as record;
use super::{Day, Deciding, Messages, intl};
use crate::policy::{Instant, Switch};
use crate::state::{Change, Choice, Engine, Locked, Notice, Phase, PlaceKind, Proposed, Sandbox, Tab};
use crate::transform::Remains;

/// The language, as the browser's tables know it.
const LANGUAGE: &str = "en";

/// English.
pub(super) static MESSAGES: Messages = Messages {
    title: "Data contribution",
    security: "Security",
    lead: "Choose which of your organization’s data may be used to improve apps for all customers, and see on a real record exactly \
           what that means before you decide. Your own teams’ features keep working either way.",
    phase,
    timeline: "Timeline",
    announced: "announced",
    rolled_out: "settings for everyone",
    in_effect: "in effect",
    today: |now| format!("Today, {}", day_and_month(now)),
    today_note: |phase| match phase {
        Phase::Before { days } => format!("{} to go", count(days as usize, "day", "days")),
        Phase::InEffect { days } => format!("day {days}"),
    },
    any_time: "Any time",
    any_time_note: "you can change your mind",
    hour_assumption: "The vendor names the day. That it begins at 00:00 UTC is our assumption.",
    short_date: |instant| {
        let day = Day::of(instant);
        format!("{} {} {}", day.day, intl::month(LANGUAGE, day.month, "short"), day.year)
    },
    our_assumption: "Our assumption",
    vendor_states: "Stated by the vendor",
    settings: "Settings",
    deciding,
    metadata_contribution: "Metadata contribution",
    metadata_about: "Numbers and statistics about your content, and patterns that are common across customers.",
    metadata_example: |examples| format!("From the preview below: {}.", examples.join(", ")),
    in_app_contribution: "In-app data contribution",
    in_app_about: "Titles, descriptions, comments and other content that your people write, after direct identifiers are removed.",
    position,
    choice_note,
    try_again: "Try again",
    exceptions: |value| match value {
        Switch::Off => "Include in-app data",
        Switch::On => "Exclude in-app data",
    },
    exceptions_add: |value| match value {
        Switch::Off => "Include data",
        Switch::On => "Exclude data",
    },
    exceptions_none: |value| match value {
        Switch::Off => "No place is included: no in-app data contributes.",
        Switch::On => "No place is excluded: in-app data of every space, covered app and connector contributes.",
    },
    new_spaces: |value| match value {
        Switch::Off => "New spaces will stay out unless you include them or their app.",
        Switch::On => "New spaces will contribute unless you exclude them or their app.",
    },
    set_aside: |places, value| {
        let list = match value {
            Switch::On => "excluded",
            Switch::Off => "included",
        };
        format!(
            "{} you had {list} {} kept in this draft in case you switch back. Saving drops the list.",
            count(places, "place", "places"),
            if places == 1 { "is" } else { "are" }
        )
    },
    column_actions: "Actions",
    place_kind: |kind| match kind {
        PlaceKind::Space { .. } => "Space",
        PlaceKind::App => "App",
        PlaceKind::Connector => "Connector",
        PlaceKind::Unknown => "No longer known",
    },
    place_app: |kind| match kind {
        PlaceKind::Space { app, .. } => app.clone(),
        PlaceKind::Connector => "Teamwork Graph".to_owned(),
        PlaceKind::App | PlaceKind::Unknown => String::new(),
    },
    in_draft: "In draft",
    saved_before: "Saved",
    remove: "Remove",
    remove_place: |name| format!("Remove {name}"),
    tabs: "Kinds of places",
    search: |tab| match tab {
        Tab::Spaces => "Search spaces by name or key",
        Tab::Apps => "Search apps",
        Tab::Connectors => "Search connectors",
    },
    found: |shown, all| match grouped(all) {
        all_of if shown == all => format!("{all_of} found"),
        all_of => format!("{all_of} found, the first {} shown", grouped(shown)),
    },
    nothing_found: "Nothing found.",
    already_listed: "Already listed",
    chosen: |places| format!("{} chosen", grouped(places)),
    tab_note: |tab| match tab {
        Tab::Spaces => "A space follows its app where the app is listed (our assumption).",
        Tab::Apps => {
            "Rovo, Home, Teams, Projects, Assets, Goals, Analytics and Administration follow the organization and cannot be listed."
        }
        Tab::Connectors => {
            "A connector stands for everything that it brings into Teamwork Graph: messages, documents, pull requests, accounts \
             (reported, not published). Only certain connectors are in scope, and the vendor does not say which. The preview tells a \
             record’s connector by its name (our assumption)."
        }
    },
    cancel: "Cancel",
    close: "Close",
    preview: "Preview",
    privacy,
    how_we_make_sure: "How we make sure",
    make_sure,
    engine_trouble,
    sample_record: "Sample record",
    sample: record::sample,
    use_own: "Use your own record",
    own_record: "Your own record",
    own_hint: "Paste an issue, page or request as the REST API returns it, a document, or plain text. It stays in this page.",
    own_placeholder: "{ \"key\": \"WEB-1\", \"fields\": { … } }   or any text",
    choose_file: "Choose a file",
    drop_here: "Drop a file here, or",
    clear: "Clear",
    bring_back: "Bring back the text before",
    back_to_samples: "Back to samples",
    record_chooser: "Record",
    record_of: |index, all, id| format!("{id} ({index} of {all})"),
    refusal: codes::refusal,
    no_preview_title: "No preview",
    text_stays: "Your text is still here.",
    nothing_yet: "Type, paste or drop a record to see what would leave.",
    warning: codes::warning,
    warnings: "Noticed while reading",
    no_names: "The list of names could not be loaded. Fewer names of people, places and organizations are found; reload the page to try again.",
    copy: "Copy contributed",
    download: "Download contributed",
    notice: |notice| match notice {
        Notice::Discarded => "Your changes are discarded.",
        Notice::Updated => "Another tab saved new settings. They are shown now.",
        Notice::Saved => "Saved. New contributions follow these settings.",
        Notice::Copied => "Copied: exactly what would leave, as JSON.",
        Notice::CopyFailed => "The browser did not allow copying. Use Download contributed.",
        Notice::Cleared => "Your record, its preview and the engine’s copy are gone.",
    },
    original: "Original",
    original_note: |id, fields| format!("{id} · {}", count(fields, "field", "fields")),
    other_fields: |fields| {
        format!("{} that cannot leave: ids, links, dates, the API’s own data", count(fields, "more field", "more fields"))
    },
    lane: record::lane,
    lane_note: record::lane_note,
    lane_of_field: record::lane_of_field,
    lane_empty: record::lane_empty,
    stays: "Stays in your organization",
    stays_note: |fields, kinds| {
        if kinds.is_empty() {
            count(fields, "field", "fields")
        } else {
            format!("{} · {kinds}", count(fields, "field", "fields"))
        }
    },
    stays_none: "Nothing: every field of this record leaves.",
    stay_kind: record::stay_kind,
    reason: codes::reason,
    attribute: record::attribute,
    attribute_source: record::attribute_source,
    not_shown: |units| format!("{} not shown here", count(units, "more character", "more characters")),
    behind: |lines, marked| {
        let marked = if marked == 0 { String::new() } else { format!(", {marked} marked") };
        format!("{} behind the text{marked}", count(lines, "link, id or attribute", "links, ids and attributes"))
    },
    seconds: record::seconds,
    ends: |label| format!("{label} end"),
    empty_value: "empty",
    findings: "Findings",
    findings_none: "Nothing was found in this record. That does not mean that nothing identifies anybody.",
    all: |findings| format!("All {}", grouped(findings)),
    entity_count: |entity, findings| format!("{} {}", codes::entity(entity), grouped(findings)),
    filter: "Show findings of a kind",
    previous: "Previous finding",
    next: "Next finding",
    position_of: |index, all| format!("{} of {}", grouped(index), grouped(all)),
    entity: codes::entity,
    operator: codes::operator,
    finding_name: |entity, operator, text| format!("{}, {}: {text}", entity.id(), operator.id()),
    becomes: record::becomes,
    found_status: |findings| match findings {
        0 => "Preview updated. Nothing found.".to_owned(),
        some => format!("Preview updated. {} found.", count(some, "thing", "things")),
    },
    why: "Why",
    why_hint: "Choose a marked word to see how it was found, what is done with it, and which setting decides.",
    why_title: record::why_title,
    raw: "Raw",
    raw_place: |field, (start, end)| format!("{field}, characters {start}–{end}"),
    found_by: "Found by",
    found_with: |recognizer, score| format!("{recognizer} · score {score}"),
    evidence: codes::evidence,
    operator_title: "Operator",
    operator_about: codes::operator_about,
    same_elsewhere: |places| match places {
        0 => "Nowhere else in this record.".to_owned(),
        some => format!("The same in {}.", count(some, "more place", "more places")),
    },
    governed_by: "Governed by",
    expect_misses: "Expect misses.",
    risk: "Risk",
    risk_about: "What somebody could still tell from this preview alone. The vendor compares across customers and publishes no \
                 thresholds; one record in one browser cannot.",
    singled_out: "Singled out",
    linked: "Linked",
    inferred: "Inferred",
    singled_out_about: |unique, records, by| {
        let by = if by.is_empty() {
            "nothing that tells records apart leaves".to_owned()
        } else {
            format!("compared by {}", by.join(" + "))
        };
        match (unique, records) {
            (_, 0 | 1) => format!("One record always stands alone ({by}). Load several to compare."),
            (unique, records) => format!("{unique} of {} unique ({by})", count(records, "record is", "records are")),
        }
    },
    linked_about: |remains| match remains {
        Remains::No => "Labels restart in every record: nothing links one record to another.",
        Remains::MaybeNot => "What is left of hidden values might link records.",
        Remains::Yes => "Values that stay, or stand-ins under one key, link records about the same person.",
    },
    inferred_about: |remains| match remains {
        Remains::No => "Nothing that was found leaves in any form.",
        Remains::MaybeNot => "The words around a hidden value can give it away.",
        Remains::Yes => "Some of what was found leaves as it is; conclusions can be drawn from it.",
    },
    remains: |remains| match remains {
        Remains::No => "No",
        Remains::MaybeNot => "Maybe",
        Remains::Yes => "Yes",
    },
    nothing_leaves: "Nothing of this record leaves.",
    techniques: "Techniques and what remains after them",
    technique: |operator, findings| format!("{} ({})", codes::operator(operator), count(findings, "finding", "findings")),
    column_what: "Technique",
    rules: "Rules and assumptions",
    rules_about: |threshold, version| {
        format!("Policy version {version}. A finding counts from a score of {threshold} of 100 on (our assumption).")
    },
    rules_table: "What happens to each kind of finding",
    column_entity: "Kind",
    column_operator: "What happens",
    column_technique: "Technique (ISO/IEC 20889)",
    column_source: "Who says so",
    assumptions: "What we assume",
    assumption_list: &[
        "The vendor publishes that direct identifiers, such as names and e-mail addresses, are removed. Every other kind, every threshold and every recognizer is ours.",
        "The change takes effect on 17 August 2026; that this means 00:00 UTC is ours.",
        "The highest active plan decides the defaults; that trials count is reported, not published.",
        "A listed app covers its spaces, and the narrower of two listed places decides. The vendor publishes no precedence.",
        "Of the platform apps the vendor names Rovo’s prompts, responses, queries and results. Which fields of the others, and of connectors, would contribute is ours; so is that their exceptions go by a connector’s name.",
        "Which organizations are excluded altogether is reported, not read at the vendor’s.",
        "Fields that the vendor does not name stay. Attachments stay: nothing is published about them.",
        "Text that says nothing of its origin is treated as content of Jira.",
        "After switching in-app data off, removal within 30 days and retraining within 90 days is reported by the press, not by the pages we could read.",
    ],
    unsaved: |changes| count(changes, "unsaved change", "unsaved changes"),
    save: "Save changes",
    saving: "Saving…",
    discard: "Discard",
    review: "Review changes",
    save_bar: "Unsaved changes",
    save_failed: codes::save_failure,
    conflict: "Somebody else saved in between. Nothing of yours is lost: take what is saved now, or keep your draft on top of it.",
    take_theirs: "Take what is saved",
    keep_ours: "Keep my draft",
    change: |change, place| {
        let what = match &place.kind {
            PlaceKind::Space { key, app } => format!("{} ({key}, {app})", place.name),
            PlaceKind::App | PlaceKind::Connector | PlaceKind::Unknown => place.name.clone(),
        };
        match change {
            Change::Listed { contributes: Switch::On, .. } => format!("Include {what}"),
            Change::Listed { contributes: Switch::Off, .. } => format!("Exclude {what}"),
            Change::Unlisted { contributes: Switch::On, .. } => format!("Exclude {what} no longer"),
            Change::Unlisted { contributes: Switch::Off, .. } => format!("Include {what} no longer"),
            Change::Metadata(_) | Change::InAppData(_) => switch_change(change),
        }
    },
    switch_change,
    change_effect: |change| if change.contributes_more() { "Contributes more" } else { "Contributes less" },
    more_title: "This contributes more than before",
    more_about: |phase| {
        match phase {
        Phase::Before { .. } => "From 17 August 2026 on, what is listed here may be used to improve apps for all customers. You can change it again at any time.".to_owned(),
        Phase::InEffect { .. } => "From the moment you save, what is listed here may be used to improve apps for all customers. You can switch it off again; how soon that takes hold is not published.".to_owned(),
    }
    },
    note_label: "Why (optional, kept with the decision)",
    confirm_more: "Contribute and save",
    desk: &super::en_desk::DESK,
    aggregate: &super::en_aggregate::AGGREGATE,
    explain: &super::en_explain::EXPLAIN,
};

/// A number with its noun.
pub(super) fn count(number: usize, one: &str, many: &str) -> String {
    format!("{} {}", grouped(number), if number == 1 { one } else { many })
}

/// A number in groups of digits.
pub(super) fn grouped(number: usize) -> String {
    intl::grouped(LANGUAGE, number)
}

pub(super) fn long_date(instant: Instant) -> String {
    let day = Day::of(instant);
    format!("{} {} {}", day.day, intl::month(LANGUAGE, day.month, "long"), day.year)
}

fn day_and_month(instant: Instant) -> String {
    let day = Day::of(instant);
    format!("{} {}", day.day, intl::month(LANGUAGE, day.month, "short"))
}

fn phase(phase: Phase) -> String {
    let date = long_date(Instant::IN_EFFECT);
    match phase {
        Phase::Before { days } => format!("Takes effect in {}, on {date}", count(days as usize, "day", "days")),
        Phase::InEffect { .. } => format!("In effect since {date}"),
    }
}

fn deciding(deciding: Deciding<'_>) -> String {
    let Deciding { plan, app, trial, others } = deciding;
    let Some(app) = app else {
        return format!("No subscription is active, so the defaults are those of {plan} (our assumption).");
    };
    let trial = if trial { ", a trial; that trials count is reported, not published" } else { "" };
    let others = if others.is_empty() { String::new() } else { format!(" Active: {others}.") };
    format!("Your highest active plan decides the defaults: {plan} ({app}{trial}).{others}")
}

fn position(choice: &Choice) -> &'static str {
    match choice {
        Choice::Locked(Locked::ByPlan(_)) => "Always contributed",
        Choice::Locked(Locked::ByExclusion(_)) => "Never contributed",
        Choice::Open { value: Switch::On, .. } => "On",
        Choice::Open { value: Switch::Off, .. } => "Off",
    }
}

fn word(switch: Switch) -> &'static str {
    match switch {
        Switch::On => "On",
        Switch::Off => "Off",
    }
}

fn choice_note(choice: &Choice, exceptions: usize) -> String {
    let exceptions = if exceptions == 0 { String::new() } else { format!(" {}.", count(exceptions, "exception", "exceptions")) };
    match choice {
        Choice::Locked(Locked::ByPlan(plan)) => {
            format!("Cannot be changed on {}. Enterprise can switch it off.", plan.row().name)
        }
        Choice::Locked(Locked::ByExclusion(_)) => "Cannot be changed: your organization is excluded.".to_owned(),
        Choice::Open { proposed: Proposed::ByPlan(plan, value), .. } => {
            format!("Default on {}: {}.{exceptions}", plan.row().name, word(*value))
        }
        Choice::Open { proposed: Proposed::ByVendor(value), .. } => {
            format!("Default that the vendor set for your organization: {}.{exceptions}", word(*value))
        }
    }
}

fn switch_change(change: &Change) -> String {
    match change {
        Change::Metadata(to) => format!("Metadata contribution: {} → {}", word(to.flipped()), word(*to)),
        Change::InAppData(to) => format!("In-app data contribution: {} → {}", word(to.flipped()), word(*to)),
        Change::Listed { .. } | Change::Unlisted { .. } => String::new(),
    }
}

fn privacy(engine: &Engine) -> String {
    match engine {
        Engine::Ready { sandbox: Sandbox::Proven, .. } => {
            "Runs in your browser. The code that reads your record cannot open a connection, and nothing you paste leaves this page.".to_owned()
        }
        Engine::Ready { sandbox: Sandbox::Unproven, .. } => {
            "Runs in your browser and sends nothing. This server does not forbid it to, so you have only our word for that.".to_owned()
        }
        Engine::Starting | Engine::Restarting | Engine::Failed { .. } => "Runs in your browser.".to_owned(),
    }
}

fn make_sure(sandbox: Option<Sandbox>) -> &'static [&'static str] {
    match sandbox {
        Some(Sandbox::Proven) => &[
            "The engine is a separate module in a worker. The server delivers it with the rule default-src 'none': the browser itself refuses every connection it might try.",
            "When it started, it tried one request without any data, and that request was refused. That is why this stronger sentence stands here.",
            "The page around it may reach its own origin only, to load its parts and to read and save your settings.",
            "Your own record is never stored. Clear removes the text, its preview and the engine’s memory.",
        ],
        Some(Sandbox::Unproven) | None => &[
            "The engine is a separate module in a worker and makes no requests.",
            "This server does not send the rule that would let the browser enforce it: the engine’s own test request was not refused, or did not run yet.",
            "Served with the headers from the documentation, the engine cannot open a connection at all, and this text says so.",
            "Your own record is never stored. Clear removes the text, its preview and the engine’s memory.",
        ],
    }
}

fn engine_trouble(engine: &Engine) -> Option<String> {
    match engine {
        Engine::Starting | Engine::Ready { .. } => None,
        Engine::Restarting => Some("The engine stopped and is being restarted. Your text stays.".to_owned()),
        Engine::Failed { code } => Some(codes::engine_failure(code)),
    }
}
