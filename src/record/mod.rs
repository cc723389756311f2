//! Floor 1. What exists before any decision: records, their fields, and the people they name.
//!
//! [`parse::parse`] turns text of any supported format into [`Record`]s; [`document::Text`] turns a field's value into the
//! text that people read, and back. Nothing here knows a policy.

pub mod document;
pub mod parse;
mod parts;
mod path;
mod span;

pub use parts::Parts;
pub use path::FieldPath;
pub use span::{Span, Utf16};

use crate::table::table;
use serde_json::Value as Json;

/// One contributed object as an API returned it: an issue, a page, a request.
#[derive(Clone, PartialEq, Debug)]
pub struct Record {
    /// What the record calls itself: issue key, page id, or `record-1` where it has no name.
    pub id: String,
    /// Which kind of record it is; decides which fields are known.
    pub record_type: RecordType,
    /// The space (formerly project) that holds it, as far as the record says.
    pub container: Option<Container>,
    /// The record cut into the fields an admin would name, in the order of the source.
    pub fields: Vec<Field>,
    /// Everyone whom a typed field names; searched for in all texts of the record.
    pub people: Vec<Person>,
    /// The whole record as it was read. Every field's path points into it.
    pub value: Json,
}

/// The row of a record type.
#[derive(Debug)]
pub struct RecordTypeRow {
    /// Stable id, kebab-case.
    pub id: &'static str,
}

table! {
    /// What a record is. Which product it belongs to is the policy's knowledge (`policy::Product`).
    pub enum RecordType: RecordTypeRow {
        /// A Jira work item, REST API v2 or v3.
        JiraIssue => RecordTypeRow { id: "jira-issue" },
        /// A work item of a service space, as Jira's own API returns it.
        JsmIssue => RecordTypeRow { id: "jsm-issue" },
        /// A comment on a Jira work item that stands alone.
        JiraComment => RecordTypeRow { id: "jira-comment" },
        /// A Confluence page, with a storage-format or document body or none.
        ConfluencePage => RecordTypeRow { id: "confluence-page" },
        /// A comment on a Confluence page that stands alone.
        ConfluenceComment => RecordTypeRow { id: "confluence-comment" },
        /// A Jira Service Management customer request.
        JsmRequest => RecordTypeRow { id: "jsm-request" },
        /// A comment on a customer request that stands alone.
        JsmComment => RecordTypeRow { id: "jsm-comment" },
        /// A worklog entry of a Jira work item.
        JiraWorklog => RecordTypeRow { id: "jira-worklog" },
        /// A Jira sprint.
        JiraSprint => RecordTypeRow { id: "jira-sprint" },
        /// The definition of a Jira custom field.
        JiraField => RecordTypeRow { id: "jira-field" },
        /// A Jira status.
        JiraStatus => RecordTypeRow { id: "jira-status" },
        /// A change of a work item's fields that stands alone.
        JiraChange => RecordTypeRow { id: "jira-change" },
        /// A Jira space (formerly project).
        JiraSpace => RecordTypeRow { id: "jira-space" },
        /// A Jira workflow.
        JiraWorkflow => RecordTypeRow { id: "jira-workflow" },
        /// A Confluence blog post.
        ConfluenceBlogPost => RecordTypeRow { id: "confluence-blog-post" },
        /// A Confluence space.
        ConfluenceSpace => RecordTypeRow { id: "confluence-space" },
        /// A service level agreement of one customer request.
        JsmSla => RecordTypeRow { id: "jsm-sla" },
        /// A customer organization.
        JsmOrganization => RecordTypeRow { id: "jsm-organization" },
        /// A knowledge base article, as a search of the service desk returns it.
        JsmArticle => RecordTypeRow { id: "jsm-article" },
        /// A Rovo search: the query and its results.
        RovoSearch => RecordTypeRow { id: "rovo-search" },
        /// A turn of a Rovo chat: the prompt and the response.
        RovoChatTurn => RecordTypeRow { id: "rovo-chat-turn" },
        /// A Rovo agent.
        RovoAgent => RecordTypeRow { id: "rovo-agent" },
        /// An activity in Home.
        HomeActivity => RecordTypeRow { id: "home-activity" },
        /// The profile of a team.
        TeamProfile => RecordTypeRow { id: "team-profile" },
        /// An update of a project in the Projects app.
        ProjectUpdate => RecordTypeRow { id: "project-update" },
        /// An Assets object.
        AssetsObject => RecordTypeRow { id: "assets-object" },
        /// An Assets object schema.
        AssetsSchema => RecordTypeRow { id: "assets-schema" },
        /// A goal.
        Goal => RecordTypeRow { id: "goal" },
        /// An update of a goal.
        GoalUpdate => RecordTypeRow { id: "goal-update" },
        /// A chart of a dashboard in Analytics.
        AnalyticsChart => RecordTypeRow { id: "analytics-chart" },
        /// A saved query in Analytics.
        AnalyticsQuery => RecordTypeRow { id: "analytics-query" },
        /// A configuration item in Administration.
        AdminConfiguration => RecordTypeRow { id: "admin-configuration" },
        /// A Slack message, through a connector.
        SlackMessage => RecordTypeRow { id: "slack-message" },
        /// A Google document, through a connector.
        GoogleDoc => RecordTypeRow { id: "google-doc" },
        /// A GitHub pull request, through a connector.
        GithubPullRequest => RecordTypeRow { id: "github-pull-request" },
        /// A Salesforce account, through a connector.
        SalesforceAccount => RecordTypeRow { id: "salesforce-account" },
        /// A document in the Atlassian Document Format that stands alone.
        AdfDocument => RecordTypeRow { id: "adf-document" },
        /// A storage-format body that stands alone.
        StorageDocument => RecordTypeRow { id: "storage-document" },
        /// Plain text, or Markdown.
        Text => RecordTypeRow { id: "text" },
    }
}

/// The space that holds a record.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Container {
    /// The space key, as in `WEB`.
    pub key: String,
    /// The space's name, where the record carries it.
    pub name: Option<String>,
}

/// One field: what an admin would point at and name.
#[derive(Clone, PartialEq, Debug)]
pub struct Field {
    /// Where it stands in [`Record::value`].
    pub path: FieldPath,
    /// What people call it: the record's own `names`, else derived from the path.
    pub label: String,
    /// Its value, whole.
    pub value: Json,
    /// How text is held in the value.
    pub format: document::Format,
    /// For custom fields: what the record says of their type.
    pub custom: Option<CustomField>,
}

/// What a record says about one of its custom fields.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CustomField {
    /// The field id, as in `customfield_10016`.
    pub id: String,
    /// The type key from `schema.custom`, as in `com.pyxis.greenhopper.jira:jsw-story-points`, where the record has it.
    pub type_key: Option<String>,
}

/// Somebody whom a typed field of the record names, or an organization. At least one part is present.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Person {
    /// The display name, as in `Mia Krüger`.
    pub name: Option<String>,
    /// The e-mail address.
    pub email: Option<String>,
    /// The account id.
    pub account_id: Option<String>,
    /// The user name on servers that still have one.
    pub username: Option<String>,
    /// Where the record names them: `assignee`, `reporter`, `comment-author`, `mention` … Sorted, no repeats.
    pub roles: Vec<String>,
}

impl Person {
    /// The role of a name that stands in a field for customers and organizations.
    pub const ORGANIZATION: &'static str = "organization";

    /// The role of somebody whom no typed field names, but the text does, somewhere.
    pub const ELSEWHERE: &'static str = "elsewhere";

    /// Whether only such fields name it: an organization then, as far as the record says.
    pub fn is_organization(&self) -> bool {
        !self.roles.is_empty() && self.roles.iter().all(|role| role == Self::ORGANIZATION)
    }
}
