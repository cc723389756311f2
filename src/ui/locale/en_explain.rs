//! English: what explains the preview.

use super::Explain;
use super::en::count;
use super::en_codes::{entity, operator, refusal};
use crate::detect::{Class, Language};
use crate::policy::{Attribute, DataKind, Role};
use crate::record::RecordType;
use crate::record::parse::InputFormat;
use crate::state::{Dialect, Expected, Misses, Recognized, Refusal, RefusalCode, Spot, Target, Tweak, View};
use crate::transform::Step;
use serde_json::Value as Json;

/// English.
pub(super) static EXPLAIN: Explain = Explain {
    view_label: "How to look at the record",
    view: |view| match view {
        View::Both => "Side by side",
        View::ByField => "Field by field",
        View::Contributed => "Contributed only",
        View::Changes => "Changes only",
    },
    below_each_field: "What leaves of each field stands below it.",
    read_as_label: "Read as",
    format: |format| match format {
        InputFormat::Auto => "whatever it looks like",
        InputFormat::Jira => "Jira work items",
        InputFormat::Confluence => "Confluence pages",
        InputFormat::Jsm => "service requests",
        InputFormat::Adf => "Atlassian document",
        InputFormat::Platform => "platform app or connector",
        InputFormat::Csv => "Jira CSV export",
        InputFormat::Jsonl => "JSON Lines",
        InputFormat::Markdown => "Markdown",
        InputFormat::Text => "plain text",
    },
    read_as,
    not_understood: |fields, labels| {
        format!(
            "{} not understood {} in your organization: {labels}.",
            count(fields, "field", "fields"),
            if fields == 1 { "stays" } else { "stay" }
        )
    },
    asking: "Asking the engine…",
    more: |rest| format!("{rest} more"),
    field: "Field",
    stays: "stays",
    normalized: "Normalized",
    read_as_is: "Read as it stands; nothing had to be undone.",
    undone: |kinds| {
        format!("Read after undoing: {}.", kinds.iter().map(|kind| kind.replace('-', " ")).collect::<Vec<_>>().join(", "))
    },
    lost: |recognizer, score| match score {
        Some(score) => format!("lost: {recognizer} · score {score}"),
        None => format!("lost: {recognizer}"),
    },
    losers: "Recognizers that lost here",
    parameters,
    leaves: "Leaves",
    bytes: |bytes| format!("{} of the field leave.", count(bytes, "byte", "bytes")),
    settled: "What was found in it turned a yes into a no.",
    leaves_empty: "Nothing: it is removed.",
    nothing_leaves_here: "Nothing: the field stays.",
    never_hide: "Never hide this",
    always_hide: "Always hide this",
    try_another: "Try another operator",
    applies_to: "For",
    target,
    as_found: "As found in it, kind by kind",
    as_the_rules_say: |of| format!("As the rules say: {}", operator(of)),
    parameter: |name| match name {
        "scope" => "Same stand-in within",
        "grain" => "How exact",
        "side" => "Readable side",
        "keepLast" => "Readable characters",
        "width" => "Width",
        "highest" => "Highest number",
        "days" => "Days at most",
        "share" => "Of a hundred, keep",
        _ => "Parameter",
    },
    parameter_word: |id| match id {
        "record" => "one record",
        "product" => "one product",
        "organization" => "the organization",
        "week" => "one week",
        "decade" => "Decade",
        "year" => "Year",
        "quarter" => "Quarter",
        "month" => "Month",
        "weekday" => "Day of the week",
        "hour" => "Hour",
        "start" => "Beginning",
        "end" => "End",
        _ => "Other",
    },
    risk_before_after: "What remains, before and after (WP216)",
    question: "Can somebody be …",
    before: "Before",
    after: "After",
    guess,
    places_change: |changes, findings| match changes {
        0 => format!("Nothing that leaves changes; {} of this kind.", count(findings, "finding is", "findings are")),
        changes => format!(
            "{} of this record; for example:",
            count(changes, "place changes in what leaves", "places change in what leaves")
        ),
    },
    field_stays: "field stays",
    own_rules: |tweaks, imported| match (tweaks, imported) {
        (0, _) => "Your own policy is in use.".to_owned(),
        (some, true) => format!("Your own policy with {} is in use.", count(some, "change", "changes")),
        (some, false) => format!("{} tried here.", count(some, "change of the rules is", "changes of the rules are")),
    },
    own_rules_about: "In this page only: nothing of it is saved, and what really leaves does not follow it.",
    tweak: |tweak| match tweak {
        Tweak::Operator { target: of, step, .. } => format!("{}: {}{}", target(of), operator(step.operator), parameters(step)),
        Tweak::Entry { member, entry: of } => entry(member, of.get(0).unwrap_or(of)),
        Tweak::Without { member, entry: of } => format!("Left out: {}", entry(member, of)),
    },
    take_back: "Take back",
    take_back_of: |said| format!("Take back: {said}"),
    keep_policy: "Download policy",
    reset: "Back to the given rules",
    why_not_ask: "Ask about a word that was left alone",
    why_not_button: "Why not?",
    why_not_title: |text| format!("Why was “{text}” not found?"),
    field_text: "Text of the field",
    field_text_hint: "Move to a word or select text with Shift and the arrow keys, then press Enter. With a pointer, press any unmarked word of the original.",
    already_found: "Found there",
    found_there: |kind, operator| format!("{kind} · {operator}"),
    nearest: "What came near",
    nearest_none: "No recognizer came near.",
    failed,
    smallest_rule: "Smallest rule that would change it",
    rule_kind: |kind| match kind {
        "deny" => "Always hide this text".to_owned(),
        "allow" => "Never hide this text".to_owned(),
        "custom-recognizer" => "A recognizer of your own".to_owned(),
        "threshold" => "A lower threshold for the kind".to_owned(),
        "switch-on" => "Switch the recognizer on".to_owned(),
        other => other.replace('-', " "),
    },
    hits: |findings, records| match (findings, records) {
        (0, _) => "It would find nothing else in the samples.".to_owned(),
        (some, records) => format!("It would also find {} in: {}.", count(some, "place", "places"), records.join(", ")),
    },
    use_rule: "Use this rule here",
    compare: "Compare two records",
    compare_with: "Compare with",
    choose_other: "Choose a sample",
    this_record: "This record",
    other_record: "The other record",
    similarity: |similarity| format!("{similarity} % alike"),
    similarity_about: "Estimated from shingles of what both say (MinHash). Two records that are nearly alike can be linked whatever is hidden in them.",
    canary: "Follow an invented person",
    canary_about: "An invented person is planted in every sample in many forms. The map shows where each copy ends under the settings and rules of this page.",
    canary_person: |name, email, phone, handle| format!("{name} · {email} · {phone} · {handle}"),
    canary_sum: |copies, survivors| match survivors {
        0 => format!("{}: none was seen to leave. Forms that are not planted can still.", count(copies, "copy", "copies")),
        some => format!("{}: {} leave.", count(copies, "copy", "copies"), some),
    },
    canary_own: "Follow somebody else",
    canary_own_about: "Kept in this page only, and planted in the samples in place of the invented person. All four are needed.",
    canary_part: |part| match part {
        "name" => "Name",
        "email" => "E-mail address",
        "phone" => "Phone number",
        _ => "User name",
    },
    canary_follow: "Follow",
    canary_ours: "Back to the invented person",
    canary_look: "Look at a record with the person in it:",
    form: "Form",
    form_name: |id| {
        let plain = id.replace('-', " ");
        let mut letters = plain.chars();
        letters.next().map(|first| first.to_ascii_uppercase().to_string() + letters.as_str()).unwrap_or_default()
    },
    end: |end| match end {
        "replaced" => "replaced".to_owned(),
        "removed" => "removed".to_owned(),
        "field-stays" => "field stays".to_owned(),
        "not-covered" => "not contributed".to_owned(),
        "survives" => "leaves as it is".to_owned(),
        other => other.replace('-', " "),
    },
    no_copy: "–",
    receipt: "Receipt",
    receipt_about: "What was decided about this record, under which rules and settings: counts, techniques and offsets, no text of the record. The same input gives the same digest on every machine.",
    receipt_digest: "SHA-256:",
    receipt_keep: "Download receipt",
    receipt_print: "Print receipt",
    receipt_member: |name| {
        let mut words = String::new();
        for c in name.chars() {
            if c.is_uppercase() && !words.is_empty() {
                words.push(' ');
            }
            words.push(if words.is_empty() { c.to_ascii_uppercase() } else { c.to_ascii_lowercase() });
        }
        words
    },
    difference: "What changes in the samples",
    difference_sum: |changed, records| match changed {
        0 => format!("Nothing: none of {} would leave differently.", count(records, "sample record", "sample records")),
        changed => format!("{changed} of {} would leave differently.", count(records, "sample record", "sample records")),
    },
    difference_fields: "Fields",
    difference_findings: "Findings",
    difference_line: |change, times, records| {
        let what = match change {
            "begins" => "begins to leave",
            "stops" => "stops leaving",
            "changes" => "leaves as something else",
            other => other,
        };
        format!("{what} · {}, {}", count(times, "place", "places"), count(records, "sample", "samples"))
    },
    computed: "Computed numbers",
    evidence: "What speaks for it",
    evidence_weight: |weight| format!("weight {weight}"),
    evidence_sources: |paths| format!("Told from: {paths}"),
    evidence_about: "The words and their weights are our assumption. They stand here to explain the value, and do not leave.",
    misses,
    misses_ask: "Press any word to ask why it was left alone.",
    every_recognizer: "Every recognizer and its threshold",
    filter_rules: "Filter by name, kind or source",
    rules_found: |found, all| format!("{found} of {}", count(all, "rule", "rules")),
    recognizer: "Recognizer",
    score: "Score",
    threshold: "Counts from",
    every_field: "Every field and what it counts as",
    filter_fields: "Filter by record, path, kind or source",
    kind_of_record: "Record",
    record_type,
    kind_of_data: "Kind of data",
    data_kind: |kind| match kind {
        DataKind::ContentAttribute => "content attribute (metadata)",
        DataKind::CommonPattern => "source of common patterns (metadata)",
        DataKind::InAppData => "in-app data",
        DataKind::Attachment => "attachment, stays",
        DataKind::NotContributed => "not contributed, stays",
    },
    could_identify: "Could identify somebody",
    identifies: |attribute| match attribute {
        Attribute::Identifier => "yes, names somebody",
        Attribute::QuasiIdentifier => "together with others",
        Attribute::Sensitive => "sensitive",
        Attribute::Insensitive => "no",
    },
    whole_record: "the whole text",
    only_parts: "only:",
    by_findings: "as found in it",
    entries: "Entries of your own",
    entries_about: "Used in this page only, once the engine has read them, and never saved; download the policy to keep them.",
    entries_none: "None.",
    entry_kind: |member| match member {
        "allow" => "Never hide",
        "deny" => "Always hide",
        "customRecognizers" => "Recognizers",
        _ => "Custom fields",
    },
    entry,
    entry_part: |name| match name {
        "text" => "Text",
        "entity" => "Kind",
        "id" => "Name, such as badge-number",
        "pattern" => "Regular expression",
        "field" => "Field id, such as customfield_10042",
        _ => "What it is",
    },
    entry_add: "Add",
    choose_kind: "Choose",
    role: |role| match role {
        Role::StoryPoints => "Story points",
        Role::Sprint => "Sprints",
        Role::Sla => "Service level agreement",
    },
    policy_document: "The policy as a document",
    policy_about: "Everything that can be tuned, as JSON. It is used in this page only, once the engine has read it, and is never saved.",
    policy_label: "Policy",
    policy_use: "Check and use here",
    policy_load: "Open a file",
    policy_reopen: "Write out what is in use",
    policy_wrong,
};

/// An entry of a policy.
fn entry(member: &str, of: &Json) -> String {
    let part = |name: &str| of.get(name).and_then(Json::as_str);
    match (member, part("text").or_else(|| part("pattern"))) {
        ("allow", Some(text)) => format!("Never hide “{text}”"),
        ("deny", Some(text)) => format!("Always hide “{text}”"),
        ("customRecognizers", Some(pattern)) => format!("Recognizer {}: {pattern}", part("id").unwrap_or_default()),
        _ => format!("{member}: {of}"),
    }
}

/// What gets an operator.
fn target(of: &Target) -> String {
    match of {
        Target::Entity(of) => format!("{}, everywhere", entity(*of)),
        Target::Field { label, .. } => format!("All of “{label}”"),
    }
}

fn read_as(of: Recognized) -> String {
    let what = match (of.format, of.record_type, of.dialect) {
        (InputFormat::Text, ..) => "plain text, treated as content of Jira (our assumption)".to_owned(),
        (InputFormat::Markdown, ..) => "Markdown, treated as content of Jira (our assumption)".to_owned(),
        (InputFormat::Csv, ..) => "Jira’s CSV export, one work item for each row".to_owned(),
        (InputFormat::Adf, ..) => "a document in the Atlassian Document Format".to_owned(),
        (InputFormat::Jsonl, kind, _) => format!("JSON Lines, first shown: {}", record_type(kind)),
        (InputFormat::Platform, kind, _) => format!("{} (its shape is partly our assumption)", record_type(kind)),
        (InputFormat::Auto | InputFormat::Jira | InputFormat::Confluence | InputFormat::Jsm, kind, dialect) => match dialect {
            Some(Dialect::Documents) => format!("{}, REST v3", record_type(kind)),
            Some(Dialect::Markup) => format!("{}, REST v2", record_type(kind)),
            None => record_type(kind).to_owned(),
        },
    };
    let several = if of.records > 1 { format!(", {} records", of.records) } else { String::new() };
    format!("Read as: {what}{several}.")
}

fn record_type(kind: RecordType) -> &'static str {
    match kind {
        RecordType::JiraIssue => "Jira work item",
        RecordType::JsmIssue => "work item of a service space",
        RecordType::JiraComment => "Jira comment",
        RecordType::ConfluencePage => "Confluence page",
        RecordType::ConfluenceComment => "Confluence comment",
        RecordType::JsmRequest => "customer request",
        RecordType::JsmComment => "comment on a customer request",
        RecordType::JiraWorklog => "Jira worklog",
        RecordType::JiraSprint => "Jira sprint",
        RecordType::JiraField => "custom field definition",
        RecordType::JiraStatus => "Jira status",
        RecordType::JiraChange => "change of a work item",
        RecordType::JiraSpace => "Jira space",
        RecordType::JiraWorkflow => "Jira workflow",
        RecordType::ConfluenceBlogPost => "Confluence blog post",
        RecordType::ConfluenceSpace => "Confluence space",
        RecordType::JsmSla => "service level agreement",
        RecordType::JsmOrganization => "customer organization",
        RecordType::JsmArticle => "knowledge base article",
        RecordType::RovoSearch => "Rovo search",
        RecordType::RovoChatTurn => "Rovo chat turn",
        RecordType::RovoAgent => "Rovo agent",
        RecordType::HomeActivity => "activity in Home",
        RecordType::TeamProfile => "team profile",
        RecordType::ProjectUpdate => "project update",
        RecordType::AssetsObject => "Assets object",
        RecordType::AssetsSchema => "Assets object schema",
        RecordType::Goal => "goal",
        RecordType::GoalUpdate => "goal update",
        RecordType::AnalyticsChart => "Analytics chart",
        RecordType::AnalyticsQuery => "Analytics query",
        RecordType::AdminConfiguration => "configuration item of Administration",
        RecordType::SlackMessage => "Slack message",
        RecordType::GoogleDoc => "Google document",
        RecordType::GithubPullRequest => "GitHub pull request",
        RecordType::SalesforceAccount => "Salesforce account",
        RecordType::AdfDocument => "Atlassian document",
        RecordType::StorageDocument => "page body in storage format",
        RecordType::Text => "plain text",
    }
}

fn parameters(step: &Step) -> String {
    let of = &step.parameters;
    let word = |name: &str, id: &str| format!("{}: {}", (EXPLAIN.parameter)(name), (EXPLAIN.parameter_word)(id).to_lowercase());
    let number = |name: &str, number: u32| format!("{}: {number}", (EXPLAIN.parameter)(name));
    let told: Vec<String> = [
        of.scope.map(|scope| word("scope", scope.id())),
        of.grain.map(|grain| word("grain", grain.id())),
        of.side.map(|side| word("side", side.id())),
        of.keep_last.map(|count| number("keepLast", count.into())),
        of.width.map(|width| number("width", width)),
        of.highest.map(|highest| number("highest", highest)),
        of.days.map(|days| number("days", days)),
        of.share.map(|share| number("share", share.into())),
    ]
    .into_iter()
    .flatten()
    .collect();
    if told.is_empty() { String::new() } else { format!(" ({})", told.join(", ")) }
}

/// What it takes to try every plausible original: bits of their space, seconds, tries in a second.
fn guess(bits: u64, seconds: u64, rate: u64) -> String {
    let time = match seconds {
        0 => "less than a second".to_owned(),
        1..120 => format!("{seconds} seconds"),
        120..7_200 => format!("{} minutes", seconds / 60),
        7_200..172_800 => format!("{} hours", seconds / 3_600),
        172_800..63_072_000 => format!("{} days", seconds / 86_400),
        _ => format!("{} years", seconds / 31_536_000),
    };
    format!(
        "Whoever has the key tries all of about 2^{bits} plausible originals in {time}, at {} million a second (our assumption). Without the key there are 2^256 keys to try.",
        rate / 1_000_000
    )
}

fn failed(test: &str, detail: &str, score: Option<(usize, usize)>) -> String {
    let plain = detail.replace('-', " ");
    match (test, score) {
        ("threshold", Some((score, needs))) => format!("it has the shape, but scores {score} where {needs} would do"),
        ("threshold", None) => "it has the shape, but scores too little".to_owned(),
        ("check", _) => format!("its check did not pass: {plain}"),
        ("before", _) => format!("what stands before it does not fit: {plain}"),
        ("after", _) => format!("what stands after it does not fit: {plain}"),
        ("lead", _) => format!("no introducing word stands before it: {detail}"),
        ("form", _) => format!("it has not the form: {plain}"),
        ("switched-off", _) => "the policy switched it off".to_owned(),
        ("country", _) => format!("it counts where texts come from {detail}"),
        ("allowed", _) => "the policy never hides it".to_owned(),
        ("field", _) => format!("it looks in other fields: {plain}"),
        (other, _) => format!("{}: {plain}", other.replace('-', " ")),
    }
}

/// How many kinds are told: the rest is close to none.
const TOLD: usize = 4;

fn misses(misses: &Misses) -> String {
    let Misses::Expected { language, rows } = misses else {
        return "How many names, addresses and numbers survive in this text is unknown: its language was not measured, or it is too short to tell."
            .to_owned();
    };
    let row = |row: &Expected| match row.left {
        // Never "none": what was not missed in comparable texts can be missed in this one.
        Some((0, _, high)) => format!("up to {high} {}", kind(row.class)),
        Some((mean, low, high)) => format!("about {mean} {} ({low} to {high})", kind(row.class)),
        None => format!("an unknown number of {}", kind(row.class)),
    };
    let told = rows.iter().take(TOLD).map(row).collect::<Vec<_>>().join(", ");
    format!(
        "Probably still standing in what leaves: {told}. Nine of ten comparable texts kept no more, measured on labelled texts in {}. Kinds that are not named here were missed less, or not measured.",
        tongue(*language)
    )
}

fn tongue(language: Language) -> &'static str {
    match language {
        Language::Unknown => "a language that was not told",
        Language::English => "English",
        Language::German => "German",
        Language::French => "French",
        Language::Spanish => "Spanish",
        Language::Portuguese => "Portuguese",
        Language::Danish => "Danish or Norwegian",
        Language::Italian => "Italian",
        Language::Dutch => "Dutch",
        Language::Japanese => "Japanese",
        Language::Chinese => "Chinese",
    }
}

fn kind(class: Class) -> &'static str {
    match class {
        Class::Person => "names",
        Class::Email => "e-mail addresses",
        Class::Phone => "phone numbers",
        Class::Ip => "IP addresses",
        Class::Url => "web addresses",
        Class::Username => "user names",
        Class::CreditCard => "card numbers",
        Class::Iban => "bank accounts",
        Class::NationalId => "identification numbers",
        Class::Address => "postal addresses",
        Class::Location => "places",
        Class::Org => "organizations",
        Class::Date => "dates",
        Class::Age => "ages",
        Class::Secret => "secrets",
        Class::AccountId => "account numbers",
        Class::Other => "other things",
    }
}

/// What is wrong with a policy that is being written, and where.
fn policy_wrong(of: &Refusal, spot: Option<Spot>) -> String {
    let place = spot.map(|spot| format!("Line {}, column {}", spot.line, spot.column)).unwrap_or_default();
    if of.code != RefusalCode::Document {
        return refusal(of);
    }
    let pointer = of.pointer.as_deref().filter(|pointer| !pointer.is_empty());
    let pointer = match pointer {
        Some(pointer) if place.is_empty() => format!("At {pointer}"),
        Some(pointer) => format!(" ({pointer})"),
        None => String::new(),
    };
    let demand = of.demand.as_deref().unwrap_or("cannot be used");
    format!("{place}{pointer}: {demand}. Your text is kept; the policy in use stays.")
}
