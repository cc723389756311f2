//! TABLE: fields of Jira Service Management's records.

use super::{Content, File, Identifier, Insensitive, Number, Ours, Pattern, QuasiIdentifier, Row, Sensitive, Stays, Vendor};

pub(super) const REQUEST: &[Row] = &[
    ("/summary", Content, Insensitive, &[], Vendor),
    ("/requestFieldValues/[fieldId=summary]/value", Content, Insensitive, &[], Vendor),
    ("/requestFieldValues/[fieldId=description]/value", Content, Insensitive, &[], Vendor),
    ("/requestFieldValues/*/fieldId", Stays, Insensitive, &[], Ours),
    ("/requestFieldValues/*/label", Stays, Insensitive, &[], Ours),
    ("/requestFieldValues/*/renderedValue/html", Stays, Insensitive, &[], Ours),
    ("/sla/values/*", Number, Insensitive, SLA, Vendor),
    ("/comments/values/*/body", Content, Insensitive, &[], Ours),
    ("/comments/values/*/renderedBody/html", Stays, Insensitive, &[], Ours),
    ("/comments/values/*/author", Stays, Identifier, &[], Ours),
    ("/comments/values/*/created", Stays, QuasiIdentifier, &[], Ours),
    ("/comments/values/*/public", Stays, Insensitive, &[], Ours),
    ("/comments/values/*/attachments/*", File, Insensitive, &[], Ours),
    ("/currentStatus", Content, QuasiIdentifier, &["/status"], Vendor),
    ("/requestType", Number, QuasiIdentifier, &["/name"], Ours),
    ("/status/values/*", Stays, QuasiIdentifier, &[], Ours),
    ("/reporter", Stays, Identifier, &[], Ours),
    ("/participants/values/*", Stays, Identifier, &[], Ours),
    ("/createdDate", Stays, QuasiIdentifier, &[], Ours),
    ("/serviceDesk", Stays, QuasiIdentifier, &[], Ours),
    ("/serviceDeskId", Stays, QuasiIdentifier, &[], Ours),
    ("/requestTypeId", Stays, QuasiIdentifier, &[], Ours),
    ("/attachments/values/*", File, Insensitive, &[], Ours),
    ("/issueKey", Stays, QuasiIdentifier, &[], Ours),
    ("/issueId", Stays, QuasiIdentifier, &[], Ours),
    ("/_links", Stays, QuasiIdentifier, &[], Ours),
    ("/comments/values/*/*", Stays, Insensitive, &[], Ours),
    ("/comments/*", Stays, Insensitive, &[], Ours),
    ("/participants/*", Stays, Insensitive, &[], Ours),
    ("/sla/*", Stays, Insensitive, &[], Ours),
    ("/attachments/*", Stays, Insensitive, &[], Ours),
    ("/_expands", Stays, Insensitive, &[], Ours),
];

/// The numbers of a service level agreement.
pub(super) const SLA: &[&str] = &[
    "/ongoingCycle/breached",
    "/ongoingCycle/goalDuration/millis",
    "/completedCycles/*/breached",
    "/completedCycles/*/elapsedTime/millis",
];

/// A service level agreement by itself. The vendor names its numbers.
pub(super) const AGREEMENT: &[Row] = &[
    ("/completedCycles", Number, Insensitive, &["/*/breached", "/*/elapsedTime/millis", "/*/goalDuration/millis"], Vendor),
    ("/ongoingCycle", Number, Insensitive, &["/breached", "/goalDuration/millis", "/elapsedTime/millis"], Vendor),
    ("/name", Pattern, Insensitive, &[], Ours),
    ("/id", Stays, QuasiIdentifier, &[], Ours),
    ("/slaDisplayFormat", Stays, Insensitive, &[], Ours),
    ("/_links", Stays, QuasiIdentifier, &[], Ours),
];

/// A customer organization: whose customers they are stays.
pub(super) const ORGANIZATION: &[Row] = &[
    ("/name", Stays, QuasiIdentifier, &[], Ours),
    ("/uuid", Stays, QuasiIdentifier, &[], Ours),
    ("/created", Stays, QuasiIdentifier, &[], Ours),
    ("/scimManaged", Stays, Insensitive, &[], Ours),
    ("/properties", Stays, Sensitive, &[], Ours),
    ("/details", Stays, Sensitive, &[], Ours),
    ("/users", Stays, Identifier, &[], Ours),
    ("/_links", Stays, QuasiIdentifier, &[], Ours),
    ("/id", Stays, QuasiIdentifier, &[], Ours),
];

/// A knowledge base article: a Confluence page, whose title and body the vendor names.
pub(super) const ARTICLE: &[Row] = &[
    ("/title", Content, Insensitive, &[], Vendor),
    ("/excerpt", Content, Insensitive, &[], Ours),
    ("/source", Stays, QuasiIdentifier, &[], Ours),
    ("/content", Stays, QuasiIdentifier, &[], Ours),
];

/// A comment on a request that stands alone. The vendor names comments on work items, not those of customers.
pub(super) const COMMENT: &[Row] = &[
    ("/body", Content, Insensitive, &[], Ours),
    ("/renderedBody/html", Stays, Insensitive, &[], Ours),
    ("/author", Stays, Identifier, &[], Ours),
    ("/created", Stays, QuasiIdentifier, &[], Ours),
    ("/public", Stays, Insensitive, &[], Ours),
    ("/attachments/values/*", File, Insensitive, &[], Ours),
    ("/attachments/*", Stays, Insensitive, &[], Ours),
    ("/_expands", Stays, Insensitive, &[], Ours),
    ("/_links", Stays, QuasiIdentifier, &[], Ours),
    ("/id", Stays, QuasiIdentifier, &[], Ours),
];
