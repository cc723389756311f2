//! TABLE [`SHAPES`]: records that are told by their members alone, one row for each type.
//!
//! A row says which members show the type, where the record has its id, its space and its people, and how the strings at known places
//! hold text. Whatever it does not name is one field, whole. The shapes are those of the vendors' public interfaces: Jira Cloud REST
//! v3 and Agile 1.0, Confluence REST v2, Service Management, Teams, Assets and Admin REST, the Projects and Goals GraphQL types, Slack
//! Web, Google Docs, GitHub and Salesforce REST. Rovo, Home and Analytics publish none for these objects: theirs is our assumption.

use super::InputFormat;
use super::cut::{Cut, Row, field, row};
use crate::record::RecordType;
use crate::record::document::Format::{AdfString, Json as Any, Plain, Storage, Wiki};
use serde_json::Value as Json;

/// How a type of record is told and read.
#[derive(Debug)]
pub(super) struct Shape {
    record_type: RecordType,
    /// The format that it belongs to.
    format: InputFormat,
    /// Pointers to what must be there; `pointer=text` asks for that very text, `pointer~text` for one that holds it.
    needs: &'static [&'static str],
    /// Pointer to what the record calls itself.
    pub(super) id: &'static str,
    /// Pointer to the key of its space; a pointer to nothing where it has none.
    pub(super) container: &'static str,
    /// Places where somebody stands, as pointers with `*` for any one step.
    pub(super) people: &'static [&'static str],
    /// How it is cut.
    pub(super) rows: &'static [Row],
}

/// No place of this name is in any record.
const NONE: &str = "/-";

/// What a value is, if a shape of this format fits.
pub(super) fn classify(value: &Json, format: InputFormat) -> Option<RecordType> {
    let text = |pointer: &str| value.pointer(pointer).and_then(Json::as_str);
    let is = |need: &&str| match (need.split_once('='), need.split_once('~')) {
        (Some((pointer, wanted)), _) => text(pointer) == Some(wanted),
        (None, Some((pointer, wanted))) => text(pointer).is_some_and(|text| text.contains(wanted)),
        (None, None) => value.pointer(need).is_some(),
    };
    let fits = |shape: &&Shape| shape.format == format && shape.needs.iter().all(is);
    SHAPES.iter().find(fits).map(|shape| shape.record_type)
}

/// The shape of a type; none for those that have a reader of their own.
pub(super) fn of(record_type: RecordType) -> Option<&'static Shape> {
    SHAPES.iter().find(|shape| shape.record_type == record_type)
}

/// Of several that fit, the first one holds.
static SHAPES: &[Shape] = &[
    Shape {
        record_type: RecordType::JiraWorklog,
        format: InputFormat::Jira,
        needs: &["/timeSpentSeconds", "/issueId", "/started"],
        id: "/id",
        container: NONE,
        people: &[],
        rows: &[field("/comment", "Comment", Wiki), field("/self", "Address", Plain)],
    },
    Shape {
        record_type: RecordType::JiraSprint,
        format: InputFormat::Jira,
        needs: &["/originBoardId", "/state", "/name"],
        id: "/id",
        container: NONE,
        people: &[],
        rows: &[field("/self", "Address", Plain)],
    },
    Shape {
        record_type: RecordType::JiraField,
        format: InputFormat::Jira,
        needs: &["/schema/type", "/name", "/id"],
        id: "/id",
        container: NONE,
        people: &[],
        rows: &[],
    },
    Shape {
        record_type: RecordType::JiraStatus,
        format: InputFormat::Jira,
        needs: &["/statusCategory", "/name", "/id"],
        id: "/id",
        container: NONE,
        people: &[],
        rows: &[],
    },
    Shape {
        record_type: RecordType::JiraWorkflow,
        format: InputFormat::Jira,
        needs: &["/statuses", "/transitions", "/name"],
        id: "/id",
        container: NONE,
        people: &[],
        rows: &[],
    },
    Shape {
        record_type: RecordType::JiraChange,
        format: InputFormat::Jira,
        needs: &["/items/0/field", "/items/0/toString"],
        id: "/id",
        container: NONE,
        people: &[],
        rows: &[
            row("/items", "Changes", Cut::Members),
            // What a field was and what it became may be a whole description.
            row("/items/*", "Change #", Cut::Named("/field")),
            field("/items/*/from", "^ before (id)", Any),
            field("/items/*/fromString", "^ before", Plain),
            field("/items/*/to", "^ after (id)", Any),
            field("/items/*/toString", "^ after", Plain),
        ],
    },
    Shape {
        record_type: RecordType::JiraSpace,
        format: InputFormat::Jira,
        needs: &["/key", "/name", "/projectTypeKey"],
        id: "/key",
        container: "/key",
        people: &[],
        rows: &[field("/projectTypeKey", "Type", Plain), field("/self", "Address", Plain)],
    },
    Shape {
        // The same as `/rest/api/3/project` returns it without its type.
        record_type: RecordType::JiraSpace,
        format: InputFormat::Jira,
        needs: &["/key", "/name", "/issueTypes"],
        id: "/key",
        container: "/key",
        people: &[],
        rows: &[],
    },
    Shape {
        record_type: RecordType::JsmSla,
        format: InputFormat::Jsm,
        needs: &["/completedCycles", "/name"],
        id: "/id",
        container: NONE,
        people: &[],
        rows: &[field("/_links", "Addresses", Any)],
    },
    Shape {
        record_type: RecordType::JsmOrganization,
        format: InputFormat::Jsm,
        needs: &["/name", "/_links/self~/organization/"],
        id: "/id",
        container: NONE,
        people: &[],
        rows: &[field("/_links", "Addresses", Any), field("/name", "Organization", Plain)],
    },
    Shape {
        record_type: RecordType::JsmArticle,
        format: InputFormat::Jsm,
        needs: &["/title", "/excerpt", "/source/type"],
        id: "/source/pageId",
        container: NONE,
        people: &[],
        rows: &[field("/excerpt", "Excerpt", Storage)],
    },
    Shape {
        record_type: RecordType::ConfluenceSpace,
        format: InputFormat::Confluence,
        needs: &["/key", "/name", "/type", "/status", "/_links/webui"],
        id: "/id",
        container: "/key",
        people: &[],
        rows: &[
            field("/_links", "Addresses", Any),
            row("/description", "Description", Cut::Members),
            row("/description/*", "Description", Cut::Members),
            field("/description/*/representation", "Description representation", Plain),
            field("/description/plain/value", "Description", Plain),
            field("/description/view/value", "Description (rendered)", Storage),
        ],
    },
    Shape {
        record_type: RecordType::RovoChatTurn,
        format: InputFormat::Platform,
        needs: &["/conversationId", "/prompt", "/response"],
        id: "/id",
        container: NONE,
        people: &["/user"],
        rows: &[
            row("/prompt", "Prompt", Cut::Members),
            field("/prompt/content", "Prompt", Plain),
            row("/response", "Response", Cut::Members),
            field("/response/content", "Response", Plain),
            row("/response/sources", "Sources", Cut::Members),
            field("/response/sources/*", "Source #", Any),
        ],
    },
    Shape {
        record_type: RecordType::RovoSearch,
        format: InputFormat::Platform,
        needs: &["/query", "/results", "/searchedAt"],
        id: "/id",
        container: NONE,
        people: &["/user", "/results/*/lastModifiedBy"],
        rows: &[
            row("/results", "Results", Cut::Members),
            row("/results/*", "Result #", Cut::Members),
            field("/results/*/excerpt", "^ excerpt", Storage),
            field("/results/*/title", "^ title", Plain),
        ],
    },
    Shape {
        record_type: RecordType::RovoAgent,
        format: InputFormat::Platform,
        needs: &["/instructions", "/conversationStarters"],
        id: "/id",
        container: NONE,
        people: &["/owner", "/collaborators/*"],
        rows: &[],
    },
    Shape {
        record_type: RecordType::HomeActivity,
        format: InputFormat::Platform,
        needs: &["/eventType", "/object", "/timestamp"],
        id: "/id",
        container: NONE,
        people: &["/actor", "/contributors/*"],
        rows: &[row("/object", "Object", Cut::Members)],
    },
    Shape {
        record_type: RecordType::TeamProfile,
        format: InputFormat::Platform,
        needs: &["/teamId", "/displayName"],
        id: "/teamId",
        container: NONE,
        people: &["/creatorId", "/members/*"],
        rows: &[],
    },
    Shape {
        record_type: RecordType::ProjectUpdate,
        format: InputFormat::Platform,
        needs: &["/project/key", "/summary", "/newState"],
        id: "/uuid",
        container: NONE,
        people: &["/creator", "/lastEditedBy"],
        rows: &[field("/summary", "Summary", AdfString)],
    },
    Shape {
        record_type: RecordType::GoalUpdate,
        format: InputFormat::Platform,
        needs: &["/goal/key", "/summary", "/newState"],
        id: "/uuid",
        container: NONE,
        people: &["/creator", "/lastEditedBy"],
        rows: &[field("/summary", "Summary", AdfString)],
    },
    Shape {
        record_type: RecordType::Goal,
        format: InputFormat::Platform,
        needs: &["/key", "/name", "/targetDate", "/state"],
        id: "/key",
        container: NONE,
        people: &["/owner", "/watchers/*"],
        rows: &[field("/description", "Description", AdfString)],
    },
    Shape {
        record_type: RecordType::AssetsObject,
        format: InputFormat::Platform,
        needs: &["/objectKey", "/objectType"],
        id: "/objectKey",
        container: NONE,
        people: &["/attributes/*/objectAttributeValues/*/user"],
        rows: &[
            field("/_links", "Addresses", Any),
            row("/attributes", "Attributes", Cut::Members),
            row("/attributes/*", "Attribute #", Cut::Whole("/objectTypeAttribute/name")),
        ],
    },
    Shape {
        record_type: RecordType::AssetsSchema,
        format: InputFormat::Platform,
        needs: &["/objectSchemaKey", "/name"],
        id: "/objectSchemaKey",
        container: NONE,
        people: &[],
        rows: &[],
    },
    Shape {
        record_type: RecordType::AnalyticsChart,
        format: InputFormat::Platform,
        needs: &["/chartType", "/name"],
        id: "/id",
        container: NONE,
        people: &["/owner"],
        rows: &[],
    },
    Shape {
        record_type: RecordType::AnalyticsQuery,
        format: InputFormat::Platform,
        needs: &["/sql", "/dataSource"],
        id: "/id",
        container: NONE,
        people: &["/owner"],
        rows: &[field("/sql", "SQL", Plain)],
    },
    Shape {
        record_type: RecordType::AdminConfiguration,
        format: InputFormat::Platform,
        needs: &["/type=policy", "/attributes/rule"],
        id: "/id",
        container: NONE,
        people: &["/attributes/createdBy"],
        rows: &[row("/attributes", "", Cut::Members)],
    },
    Shape {
        record_type: RecordType::SlackMessage,
        format: InputFormat::Platform,
        needs: &["/type=message", "/ts", "/text"],
        id: "/ts",
        container: NONE,
        people: &["/user", "/user_profile", "/reply_users/*"],
        rows: &[],
    },
    Shape {
        record_type: RecordType::GoogleDoc,
        format: InputFormat::Platform,
        needs: &["/documentId", "/body/content"],
        id: "/documentId",
        container: NONE,
        people: &[],
        rows: &[],
    },
    Shape {
        record_type: RecordType::GithubPullRequest,
        format: InputFormat::Platform,
        needs: &["/node_id", "/head", "/base"],
        id: "/number",
        container: NONE,
        people: &["/user", "/assignees/*", "/requested_reviewers/*", "/merged_by"],
        rows: &[field("/html_url", "Address", Plain), field("/url", "Address (API)", Plain)],
    },
    Shape {
        record_type: RecordType::SalesforceAccount,
        format: InputFormat::Platform,
        needs: &["/attributes/type=Account", "/Id"],
        id: "/Id",
        container: NONE,
        people: &["/Owner", "/OwnerId"],
        rows: &[field("/Id", "Account id", Plain), field("/Name", "Account name", Plain)],
    },
];
