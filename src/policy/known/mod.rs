//! TABLE: what the fields of each record type are, as far as it is known.
//!
//! What the vendor names is marked [`Vendor`] (support.atlassian.com, "What types of data does my organization contribute?"); every
//! other row is our assumption and says it. Of several rows that cover a field the first one holds.

mod confluence;
mod connector;
mod jira;
mod platform;
mod service;

use super::field::{Attribute, DataKind, FieldRule};
use crate::record::RecordType;
use Attribute::{Identifier, Insensitive, QuasiIdentifier, Sensitive};
use DataKind::{
    Attachment as File, CommonPattern as Pattern, ContentAttribute as Number, InAppData as Content, NotContributed as Stays,
};
use std::borrow::Cow;

/// field, kind, attribute, members, whether the vendor names it
type Row = (&'static str, DataKind, Attribute, &'static [&'static str], Source);

/// Who says so.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Source {
    Vendor,
    Ours,
}
use Source::{Ours, Vendor};

/// Text that stands alone is taken for content (our assumption): an admin who pastes it wants to see what would become of it.
const ALONE: &[Row] = &[("", Content, Insensitive, &[], Ours)];

fn rows(record_type: RecordType) -> &'static [Row] {
    match record_type {
        RecordType::JiraIssue | RecordType::JsmIssue => jira::ISSUE,
        RecordType::JiraComment => jira::COMMENT,
        RecordType::JiraWorklog => jira::WORKLOG,
        RecordType::JiraSprint => jira::SPRINT,
        RecordType::JiraField => jira::FIELD,
        RecordType::JiraStatus => jira::STATUS,
        RecordType::JiraWorkflow => jira::WORKFLOW,
        RecordType::JiraChange => jira::CHANGE,
        RecordType::JiraSpace => jira::SPACE,
        RecordType::ConfluencePage | RecordType::ConfluenceBlogPost => confluence::PAGE,
        RecordType::ConfluenceComment => confluence::COMMENT,
        RecordType::ConfluenceSpace => confluence::SPACE,
        RecordType::JsmRequest => service::REQUEST,
        RecordType::JsmComment => service::COMMENT,
        RecordType::JsmSla => service::AGREEMENT,
        RecordType::JsmOrganization => service::ORGANIZATION,
        RecordType::JsmArticle => service::ARTICLE,
        RecordType::RovoSearch => platform::SEARCH,
        RecordType::RovoChatTurn => platform::CHAT_TURN,
        RecordType::RovoAgent => platform::AGENT,
        RecordType::HomeActivity => platform::ACTIVITY,
        RecordType::TeamProfile => platform::TEAM,
        RecordType::ProjectUpdate | RecordType::GoalUpdate => platform::UPDATE,
        RecordType::AssetsObject => platform::OBJECT,
        RecordType::AssetsSchema => platform::SCHEMA,
        RecordType::Goal => platform::GOAL,
        RecordType::AnalyticsChart => platform::CHART,
        RecordType::AnalyticsQuery => platform::QUERY,
        RecordType::AdminConfiguration => platform::CONFIGURATION,
        RecordType::SlackMessage => connector::SLACK,
        RecordType::GoogleDoc => connector::GOOGLE_DOC,
        RecordType::GithubPullRequest => connector::PULL_REQUEST,
        RecordType::SalesforceAccount => connector::ACCOUNT,
        RecordType::AdfDocument | RecordType::StorageDocument | RecordType::Text => ALONE,
    }
}

/// The known fields of every record type.
pub(super) fn known() -> Vec<FieldRule> {
    let all = RecordType::ALL.iter().flat_map(|&record_type| rows(record_type).iter().map(move |row| (record_type, row)));
    all.map(|(record_type, &(field, kind, attribute, members, source))| FieldRule {
        record_type,
        field: Cow::Borrowed(field),
        kind,
        attribute,
        members: members.iter().map(|&member| Cow::Borrowed(member)).collect(),
        operator: None,
        assumption: source == Ours,
    })
    .collect()
}
