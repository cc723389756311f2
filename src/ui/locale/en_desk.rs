//! English: plans, exceptions, saving, conflicts, the history, and what the vendor's words mean.

use super::desk::Desk;
use super::en::{count, grouped, long_date};
use super::en_codes as codes;
use crate::policy::{Control, Instant, Switch, Topic, Within};
use crate::state::{Barrier, Column, Fate, Known, Pasted, Removal, Shift, Side, Since, Standing, Subject, Tab, Term, TermSource};

pub(super) static DESK: Desk = Desk {
    date: long_date,
    instant: |at, local| {
        let utc = format!("{}, {} UTC", long_date(at), clock(at));
        if at == local { utc } else { format!("{utc}; {}, {} in your time zone", long_date(local), clock(local)) }
    },
    effect_here: |local| format!("In your time zone that is {}, {}.", long_date(local), clock(local)),
    removal_point: |local| format!("By {}", long_date(local)),
    removed_by: "contributed data removed (reported)",
    retrained_by: "models retrained (reported)",
    removal,
    plans: "Active plans",
    plan_line: |app, plan, trial, until| {
        let trial = if trial { ", trial" } else { "" };
        let until = until.map(|until| format!(", until {}", long_date(until))).unwrap_or_default();
        format!("{app}: {plan}{trial}{until}")
    },
    decides: "Decides",
    trial_end: |end, until| {
        let when = until.map_or_else(|| "When it ends".to_owned(), |until| format!("When it ends on {}", long_date(until)));
        format!(
            "A trial decides: {} on {}. {when}, {} decides: {}. Whether a choice that you saved survives that is not published.",
            end.app,
            end.shift.from.row().name,
            end.shift.to.row().name,
            moved(&end.shift)
        )
    },
    trial_start: |shift| {
        format!(
            "Starting a trial of {} in any app makes it the deciding plan (reported, not published): {}.",
            shift.to.row().name,
            moved(shift)
        )
    },
    what_if: "What if we change plans?",
    what_if_about: "Look at settings, locks and preview as they would be on another plan. Your draft is not touched. What becomes of a saved \
                    choice when the plan changes is not published, so you can look at both.",
    what_if_plan: "Plan to look at",
    what_if_none: |plan| format!("Your own ({plan})"),
    what_if_fate: "Your choice",
    fate: |fate| match fate {
        Fate::Stays => "Stays, as far as the plan allows",
        Fate::Resets => "Is replaced by the plan’s defaults",
    },
    what_if_on: |plan| {
        format!("You are looking at {plan}. These are not your settings, and nothing here can be changed or saved.")
    },
    what_if_end: "Back to my settings",
    origin: |origin, local, value| {
        let who = if origin.by.is_empty() { String::new() } else { format!(", by {}", origin.by) };
        let what = match (origin.is_change, value) {
            (true, Switch::On) => "On since",
            (true, Switch::Off) => "Off since",
            (false, _) => "Saved so on",
        };
        format!("{what} {}{who}.", long_date(local))
    },
    origin_note: |note| format!("Why: {note}"),
    barrier,
    excluded_title: "Your organization contributes nothing",
    excluded_about: "Neither metadata nor in-app data leaves, whatever the plan says, and nothing can be set. Which organizations are \
                     excluded is reported, not read at the vendor’s. If this is wrong, ask whoever runs this page: it passes the exclusion on.",
    faults: |faults, is_sound| {
        let what = count(faults, "part", "parts");
        if is_sound {
            format!(
                "{what} of what this page was told about your organization cannot be used and {} left out.",
                if faults == 1 { "is" } else { "are" }
            )
        } else {
            format!(
                "What this page was told about your organization is faulty ({what}). It shows what it can, and nothing can be saved on it."
            )
        }
    },
    slow: "The settings take longer than usual to arrive. You can wait, or ask again.",
    not_known: "Not known",
    everyone_title: "What contributing improves for everyone",
    everyone: "The vendor names a better search, root causes of incidents and suggestions that speed work up; the press adds chat, summaries \
               and agents. What is learned goes into what all customers get, those included who contribute nothing.",
    yours_title: "What your organization keeps regardless",
    yours: "Search, chat, agents and suggestions inside your own organization go on working on your own data, whichever way these settings stand.",
    glossary: "Words",
    term: |term| match term {
        Term::Metadata => "metadata",
        Term::ContentAttribute => "content attribute",
        Term::CommonPattern => "common pattern",
        Term::InAppData => "in-app data",
        Term::DeIdentified => "de-identified",
        Term::Aggregated => "aggregated",
    },
    term_about: |term| match term {
        Term::Metadata => {
            "Content attributes and common patterns. It is wider than the word usually means: it holds numbers that people type, and phrases out of searches and chats."
        }
        Term::ContentAttribute => {
            "A statistic, a number or something computed from content: how hard a page is to read, the class of a task, how alike two pages are, story points, the end date of a sprint, an SLA."
        }
        Term::CommonPattern => {
            "What recurs across many customers, built from three sources: searches and their results, prompts and answers of Rovo Chat, and what you configure, such as work item types."
        }
        Term::InAppData => {
            "What people write: titles and bodies of pages; titles, descriptions and comments of work items; names of custom statuses and emoji."
        }
        Term::DeIdentified => {
            "What identifies people directly is removed. Names and e-mail addresses are the vendor’s only examples; every other kind that the preview hides is our assumption."
        }
        Term::Aggregated => {
            "Looked at together with the data of other customers before use. How many customers or records it takes is published nowhere; thresholds on this page are ours."
        }
    },
    term_source: |term| match term.row().source {
        TermSource::Vendor => "Stated by the vendor",
        TermSource::Partly => "Stated by the vendor; how far it goes is our assumption",
    },
    explain: |term| format!("What “{term}” means"),
    search: "Search the list by name or key",
    kinds: "Show kinds",
    kind_count: |kind, rows| {
        let kind = match kind {
            None => "All",
            Some(Tab::Spaces) => "Spaces",
            Some(Tab::Apps) => "Apps",
            Some(Tab::Connectors) => "Connectors",
        };
        format!("{kind} {}", grouped(rows))
    },
    column: |column| match column {
        Column::Name => "Name",
        Column::Kind => "Kind",
        Column::App => "App",
        Column::Since => "Since",
    },
    select: |row| {
        let draft = if row.since == Since::Draft { " (in draft)" } else { "" };
        format!("Select {}{draft}", row.candidate.name)
    },
    column_select: "Selected",
    select_page: "Select all on this page",
    selected: |rows| format!("{} selected", grouped(rows)),
    select_matching: |rows| format!("Select all {} matching", grouped(rows)),
    clear_selection: "Clear selection",
    remove_selected: |rows| format!("Remove {}", count(rows, "selected place", "selected places")),
    pager: "Pages of the list",
    page_of: |page, pages, rows| format!("Page {page} of {pages}, {}", count(rows, "place", "places")),
    previous_page: "Previous page",
    next_page: "Next page",
    none_match: "No listed place matches.",
    matching: |found, all| {
        if found == all {
            count(all, "place", "places")
        } else {
            format!("{} of {} match", grouped(found), count(all, "place", "places"))
        }
    },
    tab_count: |tab, places| {
        let tab = match tab {
            Tab::Spaces => "Spaces",
            Tab::Apps => "Atlassian apps",
            Tab::Connectors => "Teamwork Graph connectors",
        };
        format!("{tab} ({})", grouped(places))
    },
    standing: |standing| match standing {
        Standing::Listable => "",
        Standing::FollowsOrganization => "Platform app: follows the organization’s value, cannot be listed",
        Standing::NotCovered => "Not covered by the change: contributes nothing",
    },
    no_places: |tab| match tab {
        Tab::Spaces => "The organization has no spaces that this page knows of.",
        Tab::Apps => "The organization has no apps that this page knows of.",
        Tab::Connectors => "The organization has set up no connectors.",
    },
    select_found: |places| format!("Select all {} found", grouped(places)),
    more: |places| format!("Show {} more", grouped(places)),
    paste: "Paste or import space keys",
    paste_about: "One key for each line, or a CSV table with a column “key”. Letters may be in any case.",
    paste_label: "Space keys",
    paste_file: "Choose a CSV file",
    paste_take: "Choose these spaces",
    pasted,
    pasted_unknown: |keys| format!("{} that no space of this organization has:", count(keys, "key", "keys")),
    sensitive: "Find sensitive spaces",
    sensitive_about: |value| match value {
        Switch::On => {
            "Suggested from names, keys, labels and descriptions alone; content is not read. A space that is named otherwise is not found."
        }
        Switch::Off => {
            "Of the spaces that are included now, these look sensitive by name, key, label or description. Content is not read."
        }
    },
    sensitive_none: |spaces| {
        format!("None of {} looks sensitive by its name, key, labels or description.", count(spaces, "space", "spaces"))
    },
    sensitive_word: |topic, word, within| {
        let within = match within {
            Within::Name => "name",
            Within::Key => "key",
            Within::Label => "label",
            Within::Description => "description",
        };
        format!("{}: “{word}” in its {within}", self::topic(topic))
    },
    sensitive_add: |value, spaces| match value {
        Switch::On => format!("Exclude {}", count(spaces, "space", "spaces")),
        Switch::Off => format!("Take {} off the list", count(spaces, "space", "spaces")),
    },
    sensitive_all: "Select all",
    undo: "Undo",
    reread: "Read what is saved",
    finding_out: "No answer came. Reading what is saved before anything is claimed…",
    compare: "Compare and choose",
    elsewhere_saved: "Another tab of this browser has saved these settings in the meantime.",
    elsewhere_editing: |tabs| {
        format!(
            "{} of this browser {} unsaved changes to these settings, too.",
            count(tabs, "other tab", "other tabs"),
            if tabs == 1 { "has" } else { "have" }
        )
    },
    more_switch: |what, since| match since {
        Some(since) => format!("{what}: off since {}; it would contribute again.", long_date(since)),
        None => format!("{what}: contributes, which it does not now."),
    },
    more_changes: |changes| format!("and {}", count(changes, "more change", "more changes")),
    conflict_title: "Somebody else saved in between",
    conflict_about: "Nothing is lost. For each difference, choose what the draft takes; you can review it before you save.",
    conflict_none: "What is saved now is what you wanted: nothing is left to choose.",
    side: |side| match side {
        Side::Theirs => "Saved now",
        Side::Yours => "Your draft",
    },
    column_setting: "Setting",
    column_before: "Before",
    column_choice: "Take",
    difference: |difference, name| match &difference.subject {
        Subject::Metadata => "Metadata contribution".to_owned(),
        Subject::InAppData => "In-app data contribution".to_owned(),
        Subject::Place { .. } => name.to_owned(),
    },
    difference_value: |difference, value| match (&difference.subject, value) {
        (Subject::Metadata | Subject::InAppData, Switch::On) => "On",
        (Subject::Metadata | Subject::InAppData, Switch::Off) => "Off",
        (Subject::Place { under: Switch::On, .. }, Switch::On) => "Excluded",
        (Subject::Place { under: Switch::On, .. }, Switch::Off) => "Not excluded",
        (Subject::Place { under: Switch::Off, .. }, Switch::On) => "Included",
        (Subject::Place { under: Switch::Off, .. }, Switch::Off) => "Not included",
    },
    all_of: |side| match side {
        Side::Theirs => "Take all that is saved now",
        Side::Yours => "Take all of my draft",
    },
    take_choice: "Use this choice",
    leave_title: "You have unsaved changes",
    leave_about: "They belong to the organization that you are leaving. Kept changes stay in this browser tab and are there when you come back.",
    leave_keep: "Keep them and go",
    leave_discard: "Discard them and go",
    leave_stay: "Stay here",
    organizations: "Organizations",
    organizations_about: "Each organization has its own highest plan and its own settings, and each must be set by itself.",
    column_organization: "Organization",
    column_plan: "Plan",
    known_metadata: |known| match known {
        Known::Read { is_locked: true, .. } => "Always contributed".to_owned(),
        Known::Read { metadata, is_default, .. } => with_default(*metadata, *is_default),
        Known::Awaited | Known::Failed(_) => not_known(known),
    },
    known_in_app: |known| match known {
        Known::Read { in_app_data, is_default, exceptions, .. } => {
            let exceptions =
                if *exceptions == 0 { String::new() } else { format!(", {}", count(*exceptions, "exception", "exceptions")) };
            with_default(*in_app_data, *is_default) + &exceptions
        }
        Known::Awaited | Known::Failed(_) => not_known(known),
    },
    shown_here: "Shown here",
    show: |name| format!("Show {name}"),
    show_short: "Show",
    record: "Decision record",
    record_none: |plan| {
        format!("Nobody has decided yet, so the defaults of {} hold. The first save begins the record.", plan.row().name)
    },
    record_about: "Settings count as instructions to the vendor, so keep who decided what, when and why. The note and the digest of the \
                   preview’s receipt are kept with the decision.",
    decided_at: "When",
    decided_by: "Who",
    decided_what: "What",
    decided_why: "Why",
    receipt: "Receipt of the preview",
    not_said: "Not recorded",
    decision: |metadata, is_locked, in_app, exceptions| {
        let metadata = if is_locked { "always contributed" } else { word(metadata) };
        let exceptions = match (exceptions, in_app) {
            (0, _) => String::new(),
            (some, Switch::On) => format!(", {} excluded", grouped(some)),
            (some, Switch::Off) => format!(", {} included", grouped(some)),
        };
        format!("Metadata {metadata}; in-app data {}{exceptions}", word(in_app))
    },
    remind: "Download a reminder",
    remind_in: "Review again in",
    remind_days: |days| format!("{days} days"),
    reminder_title: "Review the data contribution settings",
    reminder_about: |name| {
        format!("Look again at what {name} contributes, and record the decision. The page needs nobody’s data to show it.")
    },
    keep_json: "Export JSON",
    keep_csv: "Export CSV",
    print: "Print",
    history: "History",
    history_about: "Every decision that was saved, newest first. Choose two to compare them.",
    history_none: "No decision is recorded yet.",
    history_faults: |faults| {
        format!("{} cannot be read and {} left out.", count(faults, "entry", "entries"), if faults == 1 { "is" } else { "are" })
    },
    history_search: "Search names and notes",
    history_by: "Decided by",
    anybody: "Anybody",
    more_only: "Only what contributes more than before",
    compare_chosen: "Compare the two",
    compare_hint: "Choose two decisions",
    compare_title: |before, after| format!("From {} to {}", long_date(before), long_date(after)),
    compare_same: "Both say the same.",
    compare_plans: |before, after| format!("Plan: {} → {}", before.row().name, after.row().name),
};

/// Hours and minutes.
fn clock(at: Instant) -> String {
    let minutes = at.unix_milliseconds().div_euclid(60_000).rem_euclid(1440);
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

fn word(switch: Switch) -> &'static str {
    match switch {
        Switch::On => "on",
        Switch::Off => "off",
    }
}

fn with_default(value: Switch, is_default: bool) -> String {
    let value = if value == Switch::On { "On" } else { "Off" };
    if is_default { format!("{value} (default)") } else { value.to_owned() }
}

fn not_known(known: &Known) -> String {
    match known {
        Known::Failed(code) if code == "no-adapter" => "Not supplied".to_owned(),
        Known::Failed(code) => format!("Not read ({code})"),
        Known::Awaited | Known::Read { .. } => "…".to_owned(),
    }
}

/// Whether contributed data is said to be gone, and when.
fn removal(removal: Removal, is_draft: bool) -> String {
    let day = long_date;
    let begin = if is_draft { "If you save this today, what" } else { "What" };
    let models = removal.retrained.map(|by| format!(", and affected models are retrained by {}", day(by))).unwrap_or_default();
    let source = if removal.retrained.is_some() { "Reported by the press" } else { "Reported by one source" };
    format!("{begin} was contributed is removed by {}{models}. {source}, not published by the vendor.", day(removal.removed))
}

/// What moves between two plans.
fn moved(shift: &Shift) -> String {
    let control = |control: Control| match control {
        Control::Always => "is always contributed",
        Control::Default(Switch::On) => "can be chosen, and is on by default",
        Control::Default(Switch::Off) => "can be chosen, and is off by default",
    };
    let metadata = shift.metadata.map(|after| format!("metadata {}", control(after)));
    let in_app = shift.in_app_data.map(|after| match after {
        Control::Default(value) => format!("the default for in-app data moves to {}", word(value)),
        Control::Always => "in-app data is always contributed".to_owned(),
    });
    metadata.into_iter().chain(in_app).collect::<Vec<_>>().join(", and ")
}

fn barrier(barrier: &Barrier) -> Option<String> {
    match barrier {
        Barrier::Loading | Barrier::Saving | Barrier::WhatIf | Barrier::Unsound => None,
        Barrier::Failed(code) if code == "forbidden" => {
            Some("You have no permission to read these settings. Only organization admins can; what your plan fixes is shown all the same.".to_owned())
        }
        Barrier::Failed(code) => Some(codes::load_failure(code)),
        Barrier::Excluded(code) => Some(format!("Reported reason: {}.", codes::exclusion(code))),
        Barrier::Readonly => Some("You can read these settings. Changing them takes an organization admin.".to_owned()),
        Barrier::Forbidden => {
            Some("You can read these settings, but not change them: the host refused your save for lack of permission.".to_owned())
        }
    }
}

fn pasted(pasted: &Pasted) -> String {
    let listed = if pasted.listed == 0 { String::new() } else { format!(", {} already listed", pasted.listed) };
    let shared = match pasted.shared.as_slice() {
        [] => String::new(),
        keys => format!(" Several spaces share {}: all of them are chosen.", keys.join(", ")),
    };
    format!("{} found{listed}.{shared}", count(pasted.places.len(), "space", "spaces"))
}

fn topic(topic: Topic) -> &'static str {
    match topic {
        Topic::Security => "Security",
        Topic::Incidents => "Incidents",
        Topic::People => "People",
        Topic::Legal => "Legal",
        Topic::Deals => "Mergers and strategy",
        Topic::Finance => "Finance",
        Topic::Customers => "Customers",
        Topic::Health => "Health",
        Topic::Confidential => "Confidential",
    }
}
