//! English: sentences about records, lanes and findings.

use super::en_codes::{entity, several};
use crate::derive::AttributeKind;
use crate::policy::{Lane, Product, Switch};
use crate::preview::{FieldLane, FindingPreview};
use crate::state::{Choice, Locked, Sample, StayKind};
use crate::transform::Operator;

pub(super) fn sample(sample: &Sample) -> String {
    let id = match sample {
        Sample::BuiltIn { id } => *id,
        Sample::Given { title, .. } => return title.clone(),
    };
    let product =
        Product::ALL.iter().find(|product| product.row().samples.contains(&id)).map_or("", |product| product.row().name);
    format!("{product} · {}", sample_title(id))
}

/// What a sample of ours is, after its product's name.
fn sample_title(id: &'static str) -> &'static str {
    match id {
        "jira-checkout" => "Work item with customer e-mail",
        "jira-comment" => "Comment",
        "jira-worklog" => "Worklog",
        "jira-sprint" => "Sprint",
        "jira-field" => "Custom field definition",
        "jira-status" => "Status",
        "jira-workflow" => "Workflow",
        "jira-change" => "Change of a work item",
        "jira-space" => "Space",
        "confluence-postmortem" => "Post-mortem page",
        "confluence-blog-post" => "Blog post",
        "confluence-comment" => "Comment on a page",
        "confluence-space" => "Space",
        "jsm-access-request" => "Access request",
        "jsm-comment" => "Customer comment",
        "jsm-sla" => "SLA",
        "jsm-organization" => "Customer organization",
        "jsm-article" => "Knowledge base article",
        "rovo-chat-turn" => "Chat prompt and response",
        "rovo-search" => "Search query and results",
        "rovo-agent" => "Agent",
        "home-activity" => "Activity",
        "team-profile" => "Team profile",
        "project-update" => "Project update",
        "assets-object" => "Object",
        "assets-schema" => "Object schema",
        "goal" => "Goal",
        "goal-update" => "Goal update",
        "analytics-chart" => "Chart",
        "analytics-query" => "Saved query",
        "admin-configuration" => "Configuration item",
        "slack-message" => "Slack message",
        "google-doc" => "Google document",
        "github-pull-request" => "GitHub pull request",
        "salesforce-account" => "Salesforce account",
        other => other,
    }
}

pub(super) fn lane(lane: Lane) -> &'static str {
    match lane {
        Lane::Metadata => "Metadata",
        Lane::InAppData => "In-app data",
    }
}

pub(super) fn lane_note(lane: Lane, choice: &Choice) -> String {
    match (lane, choice) {
        (Lane::Metadata, Choice::Locked(Locked::ByPlan(plan))) => format!("leaves · always on {}", plan.row().name),
        (_, Choice::Locked(Locked::ByPlan(_))) => "leaves".to_owned(),
        (_, Choice::Locked(Locked::ByExclusion(_))) => "stays · organization excluded".to_owned(),
        (_, Choice::Open { value: Switch::On, .. }) => "leaves · setting On".to_owned(),
        (_, Choice::Open { value: Switch::Off, .. }) => "stays · setting Off".to_owned(),
    }
}

pub(super) fn lane_of_field(lane: FieldLane, leaves: bool) -> &'static str {
    match (lane, leaves) {
        (FieldLane::Metadata, true) => "leaves as metadata",
        (FieldLane::Metadata, false) => "metadata, stays",
        (FieldLane::InAppData, true) => "leaves as in-app data",
        (FieldLane::InAppData, false) => "in-app data, stays",
        (FieldLane::None, _) => "stays",
    }
}

pub(super) fn lane_empty(lane: Lane) -> &'static str {
    match lane {
        Lane::Metadata => "No metadata of this record leaves.",
        Lane::InAppData => "No in-app data of this record leaves.",
    }
}

pub(super) fn stay_kind(kind: StayKind, fields: usize) -> String {
    match kind {
        StayKind::Secret => several(fields, "holds a secret", "hold a secret"),
        StayKind::Dropped => several(fields, "kept back by the policy", "kept back by the policy"),
        StayKind::People => several(fields, "names people", "name people"),
        StayKind::Attachment => several(fields, "attachment", "attachments"),
        StayKind::Unknown => several(fields, "not understood", "not understood"),
        StayKind::Unreadable => several(fields, "not readable", "not readable"),
        StayKind::NotNamed => several(fields, "not named by the vendor", "not named by the vendor"),
        StayKind::Settings => several(fields, "kept by your settings", "kept by your settings"),
        StayKind::NotYet => several(fields, "not in effect yet", "not in effect yet"),
        StayKind::Excluded => several(fields, "of an excluded organization", "of an excluded organization"),
    }
}

pub(super) fn attribute(kind: Option<AttributeKind>, label: &str) -> String {
    let Some(kind) = kind else { return label.to_owned() };
    match kind {
        AttributeKind::ReadingEase => "Reading ease",
        AttributeKind::GradeLevel => "Grade level",
        AttributeKind::Lix => "LIX",
        AttributeKind::WordCount => "Words",
        AttributeKind::SentenceCount => "Sentences",
        AttributeKind::ParagraphCount => "Paragraphs",
        AttributeKind::HeadingCount => "Headings",
        AttributeKind::ListItemCount => "List items",
        AttributeKind::LinkCount => "Links",
        AttributeKind::CodeCount => "Code blocks",
        AttributeKind::TableCount => "Tables",
        AttributeKind::TaskClass => "Kind of task",
        AttributeKind::Similarity => "Similarity to another record, %",
        AttributeKind::AgeHours => "Age in hours",
        AttributeKind::DurationHours => "Duration in hours",
        AttributeKind::Pattern => "Pattern candidate",
    }
    .to_owned()
}

pub(super) fn attribute_source(kind: AttributeKind, label: &str) -> String {
    match kind {
        AttributeKind::ReadingEase => format!("Flesch, for English; from “{label}”, no text in it"),
        AttributeKind::GradeLevel => format!("Flesch-Kincaid, for English; from “{label}”, no text in it"),
        AttributeKind::Lix => format!("Björnsson, for languages other than English; from “{label}”, no text in it"),
        AttributeKind::WordCount
        | AttributeKind::SentenceCount
        | AttributeKind::ParagraphCount
        | AttributeKind::HeadingCount
        | AttributeKind::ListItemCount
        | AttributeKind::LinkCount
        | AttributeKind::CodeCount
        | AttributeKind::TableCount => format!("counted in “{label}”, no text in it"),
        AttributeKind::TaskClass => "told from words of our own list in all texts, no text in it".to_owned(),
        AttributeKind::Similarity => "estimated from sketches of both records, no text in it".to_owned(),
        AttributeKind::AgeHours | AttributeKind::DurationHours => format!("computed from “{label}”, no text in it"),
        AttributeKind::Pattern => {
            format!("the bones of “{label}”: words of our own list and labels, no other text in it; leaves only if it is common")
        }
    }
}

/// What a finding becomes, for the list.
pub(super) fn becomes(finding: &FindingPreview, field: &str) -> String {
    let to = if finding.operator == Operator::Keep {
        "kept"
    } else if finding.operator == Operator::Drop {
        "field withheld"
    } else if finding.operator == Operator::Suppress {
        "record withheld"
    } else if finding.replacement.is_empty() {
        "removed"
    } else {
        finding.replacement.as_str()
    };
    format!("→ {to} · {field}")
}

/// The heading of the lineage.
pub(super) fn why_title(finding: &FindingPreview, text: &str, leaves: bool) -> String {
    let name = entity(finding.entity).to_lowercase();
    if !leaves {
        let keeps = finding.operator == Operator::Drop;
        return if keeps {
            format!("Why “{text}” keeps its whole field here")
        } else {
            format!("Why “{text}” is marked, and stays")
        };
    }
    match finding.replacement.as_str() {
        _ if finding.operator == Operator::Keep => format!("Why “{text}” stays readable"),
        "" => format!("Why “{text}” is removed ({name})"),
        replacement => format!("Why “{text}” becomes {replacement}"),
    }
}

/// A time in seconds, said in hours and minutes, too.
pub(super) fn seconds(seconds: u64) -> String {
    let (hours, minutes) = (seconds / 3_600, seconds % 3_600 / 60);
    let hours = if hours == 0 { String::new() } else { format!("{hours} h ") };
    let minutes = if minutes == 0 { String::new() } else { format!("{minutes} min") };
    if seconds < 60 { "seconds".to_owned() } else { format!("seconds ({})", format!("{hours}{minutes}").trim()) }
}
