//! TABLE: fields of what Teamwork Graph connectors bring in. The vendor says that certain connectors contribute, and names no field:
//! every row is our assumption.

use super::{Content, File, Identifier, Insensitive, Number, Ours, QuasiIdentifier, Row, Sensitive, Stays};

/// A Slack message.
pub(super) const SLACK: &[Row] = &[
    ("/text", Content, Insensitive, &[], Ours),
    ("/blocks", Stays, Insensitive, &[], Ours),
    ("/reply_count", Number, Insensitive, &[], Ours),
    ("/reply_users_count", Number, Insensitive, &[], Ours),
    ("/files", File, Insensitive, &[], Ours),
    ("/reactions", Stays, Identifier, &[], Ours),
    ("/user", Stays, Identifier, &[], Ours),
    ("/user_profile", Stays, Identifier, &[], Ours),
    ("/reply_users", Stays, Identifier, &[], Ours),
    ("/parent_user_id", Stays, Identifier, &[], Ours),
    ("/edited", Stays, Identifier, &[], Ours),
    ("/ts", Stays, QuasiIdentifier, &[], Ours),
    ("/thread_ts", Stays, QuasiIdentifier, &[], Ours),
    ("/latest_reply", Stays, QuasiIdentifier, &[], Ours),
    ("/client_msg_id", Stays, QuasiIdentifier, &[], Ours),
    ("/team", Stays, QuasiIdentifier, &[], Ours),
    ("/channel", Stays, QuasiIdentifier, &[], Ours),
    ("/permalink", Stays, QuasiIdentifier, &[], Ours),
    ("/type", Stays, Insensitive, &[], Ours),
];

/// A Google document.
pub(super) const GOOGLE_DOC: &[Row] = &[
    ("/title", Content, Insensitive, &[], Ours),
    ("/body", Content, Insensitive, &["/content/*/paragraph/elements/*/textRun/content"], Ours),
    ("/headers", Stays, Insensitive, &[], Ours),
    ("/footers", Stays, Insensitive, &[], Ours),
    ("/footnotes", Stays, Insensitive, &[], Ours),
    ("/inlineObjects", File, Insensitive, &[], Ours),
    ("/documentStyle", Stays, Insensitive, &[], Ours),
    ("/namedStyles", Stays, Insensitive, &[], Ours),
    ("/lists", Stays, Insensitive, &[], Ours),
    ("/suggestionsViewMode", Stays, Insensitive, &[], Ours),
    ("/revisionId", Stays, QuasiIdentifier, &[], Ours),
    ("/documentId", Stays, QuasiIdentifier, &[], Ours),
];

/// A GitHub pull request.
pub(super) const PULL_REQUEST: &[Row] = &[
    ("/title", Content, Insensitive, &[], Ours),
    ("/body", Content, Insensitive, &[], Ours),
    ("/state", Number, QuasiIdentifier, &[], Ours),
    ("/draft", Number, Insensitive, &[], Ours),
    ("/merged", Number, Insensitive, &[], Ours),
    ("/commits", Number, Insensitive, &[], Ours),
    ("/comments", Number, Insensitive, &[], Ours),
    ("/review_comments", Number, Insensitive, &[], Ours),
    ("/additions", Number, Insensitive, &[], Ours),
    ("/deletions", Number, Insensitive, &[], Ours),
    ("/changed_files", Number, Insensitive, &[], Ours),
    ("/user", Stays, Identifier, &[], Ours),
    ("/assignee", Stays, Identifier, &[], Ours),
    ("/assignees", Stays, Identifier, &[], Ours),
    ("/requested_reviewers", Stays, Identifier, &[], Ours),
    ("/merged_by", Stays, Identifier, &[], Ours),
    ("/author_association", Stays, QuasiIdentifier, &[], Ours),
    ("/labels", Stays, QuasiIdentifier, &[], Ours),
    ("/milestone", Stays, QuasiIdentifier, &[], Ours),
    ("/head", Stays, QuasiIdentifier, &[], Ours),
    ("/base", Stays, QuasiIdentifier, &[], Ours),
    ("/merge_commit_sha", Stays, QuasiIdentifier, &[], Ours),
    ("/created_at", Stays, QuasiIdentifier, &[], Ours),
    ("/updated_at", Stays, QuasiIdentifier, &[], Ours),
    ("/merged_at", Stays, QuasiIdentifier, &[], Ours),
    ("/closed_at", Stays, QuasiIdentifier, &[], Ours),
    ("/url", Stays, QuasiIdentifier, &[], Ours),
    ("/html_url", Stays, QuasiIdentifier, &[], Ours),
    ("/node_id", Stays, QuasiIdentifier, &[], Ours),
    ("/number", Stays, QuasiIdentifier, &[], Ours),
    ("/id", Stays, QuasiIdentifier, &[], Ours),
];

/// A Salesforce account: a company and how to reach it. Only what somebody wrote about it counts as content.
pub(super) const ACCOUNT: &[Row] = &[
    ("/Description", Content, Sensitive, &[], Ours),
    ("/Type", Number, QuasiIdentifier, &[], Ours),
    ("/Industry", Number, QuasiIdentifier, &[], Ours),
    ("/Name", Stays, Identifier, &[], Ours),
    ("/AccountNumber", Stays, Identifier, &[], Ours),
    ("/Phone", Stays, Identifier, &[], Ours),
    ("/Fax", Stays, Identifier, &[], Ours),
    ("/Website", Stays, Identifier, &[], Ours),
    ("/BillingAddress", Stays, Identifier, &[], Ours),
    ("/ShippingAddress", Stays, Identifier, &[], Ours),
    ("/AnnualRevenue", Stays, Sensitive, &[], Ours),
    ("/NumberOfEmployees", Stays, QuasiIdentifier, &[], Ours),
    ("/Owner", Stays, Identifier, &[], Ours),
    ("/OwnerId", Stays, Identifier, &[], Ours),
    ("/PhotoUrl", File, Insensitive, &[], Ours),
    ("/CreatedDate", Stays, QuasiIdentifier, &[], Ours),
    ("/LastModifiedDate", Stays, QuasiIdentifier, &[], Ours),
    ("/LastActivityDate", Stays, QuasiIdentifier, &[], Ours),
    ("/IsDeleted", Stays, Insensitive, &[], Ours),
    ("/attributes", Stays, QuasiIdentifier, &[], Ours),
    ("/Id", Stays, QuasiIdentifier, &[], Ours),
];
