//! [`FieldRule`]: what a field of a record type is, and the table of those that are known.
//!
//! What the vendor names is marked so (support.atlassian.com, "What types of data does my organization contribute?"); every other
//! row is our assumption and says it.

use crate::record::{Field, RecordType};
use crate::table::table;
use serde::{Deserialize, Serialize};

/// What kind of data a field is, in the vendor's terms.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DataKind {
    /// A statistic, a number, a derivative: metadata.
    ContentAttribute,
    /// What recurs across customers: metadata.
    CommonPattern,
    /// Content that people create.
    InAppData,
    /// A file or other media. Whether it contributes is published nowhere; we withhold it.
    Attachment,
    /// Known, and not named by the vendor as contributed.
    NotContributed,
}

/// The way by which data leaves.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Lane {
    /// Content attributes and common patterns.
    Metadata,
    /// Content that people create.
    InAppData,
}

impl DataKind {
    /// The lane it would leave by, if it leaves at all.
    pub fn lane(self) -> Option<Lane> {
        match self {
            Self::ContentAttribute | Self::CommonPattern => Some(Lane::Metadata),
            Self::InAppData => Some(Lane::InAppData),
            Self::Attachment | Self::NotContributed => None,
        }
    }
}

/// How a field's value could identify somebody, in ARX's terms.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Attribute {
    /// It names somebody.
    Identifier,
    /// Together with others it singles somebody out.
    QuasiIdentifier,
    /// It says what must not be known of somebody.
    Sensitive,
    /// None of these.
    Insensitive,
}

/// The row of a custom-field role.
#[derive(Debug)]
pub struct RoleRow {
    /// Stable id, as the policy's mapping writes it.
    pub id: &'static str,
    /// Names, in lower case, under which the vendor ships the field.
    pub names: &'static [&'static str],
    /// `schema.custom` keys that prove the role.
    pub type_keys: &'static [&'static str],
    /// Ids that Jira Cloud usually gives the field. A match is a guess and is labelled as one.
    pub usual_ids: &'static [&'static str],
}

table! {
    /// Custom fields that the vendor ships and names.
    pub enum Role: RoleRow {
        /// Story points.
        StoryPoints => RoleRow {
            id: "story-points",
            names: &["story points", "story point estimate"],
            type_keys: &["com.pyxis.greenhopper.jira:jsw-story-points"],
            usual_ids: &["customfield_10016", "customfield_10026"],
        },
        /// The sprints that a work item was in.
        Sprint => RoleRow {
            id: "sprint",
            names: &["sprint"],
            type_keys: &["com.pyxis.greenhopper.jira:gh-sprint"],
            usual_ids: &["customfield_10020"],
        },
        /// A service level agreement.
        Sla => RoleRow {
            id: "sla",
            names: &["time to first response", "time to resolution"],
            type_keys: &["com.atlassian.servicedesk:sd-sla-field"],
            usual_ids: &[],
        },
    }
}

impl Role {
    /// The role of a field: by what the record says of it, by the admin's mapping, else by its usual id.
    pub fn of(field: &Field, mapping: &std::collections::BTreeMap<String, Role>) -> Option<(Self, Certainty)> {
        let custom = field.custom.as_ref()?;
        let name = field.label.to_lowercase();
        let states = |role: &&Self| {
            let row = role.row();
            row.names.contains(&name.as_str()) || custom.type_key.as_deref().is_some_and(|key| row.type_keys.contains(&key))
        };
        let stated = Self::ALL.iter().find(states).or_else(|| mapping.get(&custom.id));
        let guessed = || Self::ALL.iter().find(|role| role.row().usual_ids.contains(&custom.id.as_str()));
        match stated {
            Some(&role) => Some((role, Certainty::Stated)),
            None => guessed().map(|&role| (role, Certainty::Guessed)),
        }
    }
}

/// How sure we are of a custom field's role.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Certainty {
    /// The record or the admin says so.
    Stated,
    /// Only its id suggests it.
    Guessed,
}

/// What one field of a record type is.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FieldRule {
    /// The record type.
    pub record_type: RecordType,
    /// A pointer with `*` for any one step, or `role:` and a [`Role`] id.
    pub field: String,
    /// What kind of data it is.
    pub kind: DataKind,
    /// How it could identify somebody.
    pub attribute: Attribute,
    /// Which parts of the value may leave, as pointers into it with `*`; empty for all of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<String>,
    /// Whether this is our assumption; the vendor names the others.
    pub assumption: bool,
}

impl FieldRule {
    /// The rule that holds for anything computed from a record's content: the vendor names statistics and derivatives.
    pub fn content_attribute(record_type: RecordType) -> Self {
        Self {
            record_type,
            field: String::new(),
            kind: DataKind::ContentAttribute,
            attribute: Attribute::Insensitive,
            members: Vec::new(),
            assumption: false,
        }
    }

    /// Whether the rule speaks of this field, which may have a role.
    pub fn covers(&self, record_type: RecordType, field: &Field, role: Option<Role>) -> bool {
        let named = match self.field.strip_prefix("role:") {
            Some(id) => role.is_some_and(|role| role.id() == id),
            None => field.path.matches(&self.field),
        };
        self.record_type == record_type && named
    }
}

use Attribute::{Identifier, Insensitive, QuasiIdentifier, Sensitive};
use DataKind::{Attachment as File, ContentAttribute as Number, InAppData as Content, NotContributed as Stays};

/// field, kind, attribute, members, whether the vendor names it
type Row = (&'static str, DataKind, Attribute, &'static [&'static str], Source);

/// Who says so.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Source {
    Vendor,
    Ours,
}
use Source::{Ours, Vendor};

const ISSUE: &[Row] = &[
    ("/fields/summary", Content, Insensitive, &[], Vendor),
    ("/fields/description", Content, Insensitive, &[], Vendor),
    ("/fields/comment/comments/*/body", Content, Insensitive, &[], Vendor),
    ("/fields/status", Content, QuasiIdentifier, &["/name"], Vendor),
    ("role:story-points", Number, Insensitive, &[], Vendor),
    ("role:sprint", Number, QuasiIdentifier, &["/*/endDate"], Vendor),
    (
        "role:sla",
        Number,
        Insensitive,
        &[
            "/ongoingCycle/breached",
            "/ongoingCycle/goalDuration/millis",
            "/completedCycles/*/breached",
            "/completedCycles/*/elapsedTime/millis",
        ],
        Vendor,
    ),
    ("/fields/environment", Content, Insensitive, &[], Ours),
    ("/fields/worklog/worklogs/*/comment", Content, Insensitive, &[], Ours),
    ("/fields/issuetype", Number, QuasiIdentifier, &["/name"], Ours),
    ("/fields/priority", Number, QuasiIdentifier, &["/name"], Ours),
    ("/fields/timespent", Number, Insensitive, &[], Ours),
    ("/fields/timeoriginalestimate", Number, Insensitive, &[], Ours),
    ("/fields/timeestimate", Number, Insensitive, &[], Ours),
    ("/fields/votes", Number, Insensitive, &["/votes"], Ours),
    ("/fields/watches", Number, Insensitive, &["/watchCount"], Ours),
    ("/fields/assignee", Stays, Identifier, &[], Ours),
    ("/fields/reporter", Stays, Identifier, &[], Ours),
    ("/fields/creator", Stays, Identifier, &[], Ours),
    ("/fields/comment/comments/*/author", Stays, Identifier, &[], Ours),
    ("/fields/comment/comments/*/updateAuthor", Stays, Identifier, &[], Ours),
    ("/fields/comment/comments/*/created", Stays, QuasiIdentifier, &[], Ours),
    ("/fields/comment/comments/*/updated", Stays, QuasiIdentifier, &[], Ours),
    ("/fields/worklog/worklogs/*/author", Stays, Identifier, &[], Ours),
    ("/fields/worklog/worklogs/*/updateAuthor", Stays, Identifier, &[], Ours),
    ("/fields/worklog/worklogs/*/started", Stays, QuasiIdentifier, &[], Ours),
    ("/fields/labels", Stays, QuasiIdentifier, &[], Ours),
    ("/fields/components", Stays, QuasiIdentifier, &[], Ours),
    ("/fields/fixVersions", Stays, QuasiIdentifier, &[], Ours),
    ("/fields/versions", Stays, QuasiIdentifier, &[], Ours),
    ("/fields/project", Stays, QuasiIdentifier, &[], Ours),
    ("/fields/parent", Stays, QuasiIdentifier, &[], Ours),
    ("/fields/subtasks", Stays, QuasiIdentifier, &[], Ours),
    ("/fields/issuelinks", Stays, QuasiIdentifier, &[], Ours),
    ("/fields/issuelinks/*", Stays, QuasiIdentifier, &[], Ours),
    ("/fields/resolution", Stays, QuasiIdentifier, &[], Ours),
    ("/fields/created", Stays, QuasiIdentifier, &[], Ours),
    ("/fields/updated", Stays, QuasiIdentifier, &[], Ours),
    ("/fields/resolutiondate", Stays, QuasiIdentifier, &[], Ours),
    ("/fields/duedate", Stays, QuasiIdentifier, &[], Ours),
    ("/fields/security", Stays, Sensitive, &[], Ours),
    ("/fields/attachment", File, Insensitive, &[], Ours),
    ("/fields/attachment/*", File, Insensitive, &[], Ours),
    ("/key", Stays, QuasiIdentifier, &[], Ours),
    ("/id", Stays, QuasiIdentifier, &[], Ours),
    ("/self", Stays, QuasiIdentifier, &[], Ours),
];

const PAGE: &[Row] = &[
    ("/title", Content, Insensitive, &[], Vendor),
    ("/body/storage/value", Content, Insensitive, &[], Vendor),
    ("/body/storage", Content, Insensitive, &["/value"], Vendor),
    ("/body/atlas_doc_format/value", Content, Insensitive, &[], Vendor),
    ("/body/atlas_doc_format", Content, Insensitive, &["/value"], Vendor),
    ("/status", Content, QuasiIdentifier, &[], Ours),
    ("/version/number", Number, Insensitive, &[], Ours),
    ("/version", Number, Insensitive, &["/number"], Ours),
    ("/metadata/labels", Stays, QuasiIdentifier, &[], Ours),
    ("/metadata/labels/results", Stays, QuasiIdentifier, &[], Ours),
    ("/labels", Stays, QuasiIdentifier, &[], Ours),
    ("/space", Stays, QuasiIdentifier, &[], Ours),
    ("/spaceId", Stays, QuasiIdentifier, &[], Ours),
    ("/parentId", Stays, QuasiIdentifier, &[], Ours),
    ("/authorId", Stays, Identifier, &[], Ours),
    ("/ownerId", Stays, Identifier, &[], Ours),
    ("/createdAt", Stays, QuasiIdentifier, &[], Ours),
    ("/history", Stays, Identifier, &[], Ours),
    ("/history/createdBy", Stays, Identifier, &[], Ours),
    ("/history/createdDate", Stays, QuasiIdentifier, &[], Ours),
    ("/history/lastUpdated", Stays, Identifier, &[], Ours),
    ("/version/by", Stays, Identifier, &[], Ours),
    ("/version/when", Stays, QuasiIdentifier, &[], Ours),
    ("/version/message", Stays, Insensitive, &[], Ours),
    ("/ancestors", Stays, QuasiIdentifier, &[], Ours),
    ("/children/attachment", File, Insensitive, &[], Ours),
    ("/_links", Stays, QuasiIdentifier, &[], Ours),
    ("/id", Stays, QuasiIdentifier, &[], Ours),
];

const REQUEST: &[Row] = &[
    ("/requestFieldValues/summary", Content, Insensitive, &[], Vendor),
    ("/requestFieldValues/*", Content, Insensitive, &["/value"], Ours),
    (
        "/sla",
        Number,
        Insensitive,
        &[
            "/values/*/ongoingCycle/breached",
            "/values/*/ongoingCycle/goalDuration/millis",
            "/values/*/completedCycles/*/breached",
            "/values/*/completedCycles/*/elapsedTime/millis",
        ],
        Vendor,
    ),
    (
        "/sla/values/*",
        Number,
        Insensitive,
        &[
            "/ongoingCycle/breached",
            "/ongoingCycle/goalDuration/millis",
            "/completedCycles/*/breached",
            "/completedCycles/*/elapsedTime/millis",
        ],
        Vendor,
    ),
    ("/comments/values/*/body", Content, Insensitive, &[], Ours),
    ("/comments/values/*/author", Stays, Identifier, &[], Ours),
    ("/comments/values/*/created", Stays, QuasiIdentifier, &[], Ours),
    ("/currentStatus", Content, QuasiIdentifier, &["/status"], Vendor),
    ("/requestType", Number, QuasiIdentifier, &["/name"], Ours),
    ("/reporter", Stays, Identifier, &[], Ours),
    ("/participants", Stays, Identifier, &[], Ours),
    ("/participants/values/*", Stays, Identifier, &[], Ours),
    ("/organizations", Stays, QuasiIdentifier, &[], Ours),
    ("/organizations/*", Stays, QuasiIdentifier, &[], Ours),
    ("/createdDate", Stays, QuasiIdentifier, &[], Ours),
    ("/serviceDesk", Stays, QuasiIdentifier, &[], Ours),
    ("/serviceDeskId", Stays, QuasiIdentifier, &[], Ours),
    ("/requestTypeId", Stays, QuasiIdentifier, &[], Ours),
    ("/attachments", File, Insensitive, &[], Ours),
    ("/attachments/values/*", File, Insensitive, &[], Ours),
    ("/issueKey", Stays, QuasiIdentifier, &[], Ours),
    ("/issueId", Stays, QuasiIdentifier, &[], Ours),
    ("/_links", Stays, QuasiIdentifier, &[], Ours),
];

/// Text that stands alone is taken for content (our assumption): an admin who pastes it wants to see what would become of it.
const ALONE: &[Row] = &[("", Content, Insensitive, &[], Ours)];

fn rows(record_type: RecordType) -> &'static [Row] {
    match record_type {
        RecordType::JiraIssue => ISSUE,
        RecordType::ConfluencePage => PAGE,
        RecordType::JsmRequest => REQUEST,
        RecordType::AdfDocument | RecordType::StorageDocument | RecordType::Text => ALONE,
    }
}

/// The known fields of every record type. Of several rows that cover a field the first one holds.
pub(super) fn known() -> Vec<FieldRule> {
    let all = RecordType::ALL.iter().flat_map(|&record_type| rows(record_type).iter().map(move |row| (record_type, row)));
    all.map(|(record_type, &(field, kind, attribute, members, source))| FieldRule {
        record_type,
        field: field.to_owned(),
        kind,
        attribute,
        members: members.iter().map(|&member| member.to_owned()).collect(),
        assumption: source == Ours,
    })
    .collect()
}
