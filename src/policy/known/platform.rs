//! TABLE: fields of the platform apps' records. The vendor names Rovo's prompts, responses, queries and results, and nothing else here.

use super::{Content, File, Identifier, Insensitive, Number, Ours, Pattern, QuasiIdentifier, Row, Sensitive, Stays, Vendor};

/// A search: the query and its results are sources of common patterns.
pub(super) const SEARCH: &[Row] = &[
    ("/query", Pattern, Sensitive, &[], Vendor),
    ("/results/*/title", Pattern, Sensitive, &[], Vendor),
    ("/results/*/excerpt", Pattern, Sensitive, &[], Vendor),
    ("/results/*/type", Number, QuasiIdentifier, &[], Ours),
    ("/results/*/lastModifiedBy", Stays, Identifier, &[], Ours),
    ("/results/*/*", Stays, QuasiIdentifier, &[], Ours),
    ("/totalCount", Number, Insensitive, &[], Ours),
    ("/clickedRank", Number, Insensitive, &[], Ours),
    ("/filters", Stays, QuasiIdentifier, &[], Ours),
    ("/locale", Stays, QuasiIdentifier, &[], Ours),
    ("/user", Stays, Identifier, &[], Ours),
    ("/searchedAt", Stays, QuasiIdentifier, &[], Ours),
    ("/sessionId", Stays, Identifier, &[], Ours),
    ("/id", Stays, QuasiIdentifier, &[], Ours),
];

/// A turn of a chat: prompt and response are sources of common patterns.
pub(super) const CHAT_TURN: &[Row] = &[
    ("/prompt/content", Pattern, Sensitive, &[], Vendor),
    ("/response/content", Pattern, Sensitive, &[], Vendor),
    ("/response/sources/*", Stays, QuasiIdentifier, &[], Ours),
    ("/prompt/attachments", File, Insensitive, &[], Ours),
    ("/prompt/*", Stays, QuasiIdentifier, &[], Ours),
    ("/response/*", Stays, QuasiIdentifier, &[], Ours),
    ("/feedback", Number, QuasiIdentifier, &["/rating"], Ours),
    ("/latencyMillis", Number, Insensitive, &[], Ours),
    ("/agent", Stays, QuasiIdentifier, &[], Ours),
    ("/user", Stays, Identifier, &[], Ours),
    ("/context", Stays, QuasiIdentifier, &[], Ours),
    ("/conversationId", Stays, QuasiIdentifier, &[], Ours),
    ("/turn", Stays, Insensitive, &[], Ours),
    ("/id", Stays, QuasiIdentifier, &[], Ours),
];

/// An agent: what its maker wrote is a configuration item that the customer defines, a source of common patterns.
pub(super) const AGENT: &[Row] = &[
    ("/name", Pattern, Insensitive, &[], Ours),
    ("/description", Pattern, Insensitive, &[], Ours),
    ("/instructions", Pattern, Sensitive, &[], Ours),
    ("/conversationStarters", Pattern, Insensitive, &[], Ours),
    ("/knowledgeSources", Stays, QuasiIdentifier, &[], Ours),
    ("/skills", Stays, QuasiIdentifier, &[], Ours),
    ("/usage", Number, Insensitive, &["/conversations", "/users"], Ours),
    ("/visibility", Stays, QuasiIdentifier, &[], Ours),
    ("/owner", Stays, Identifier, &[], Ours),
    ("/collaborators", Stays, Identifier, &[], Ours),
    ("/createdAt", Stays, QuasiIdentifier, &[], Ours),
    ("/updatedAt", Stays, QuasiIdentifier, &[], Ours),
    ("/id", Stays, QuasiIdentifier, &[], Ours),
];

/// An activity: who did what when.
pub(super) const ACTIVITY: &[Row] = &[
    ("/object/name", Content, Sensitive, &[], Ours),
    ("/object/*", Stays, QuasiIdentifier, &[], Ours),
    ("/eventType", Number, QuasiIdentifier, &[], Ours),
    ("/actor", Stays, Identifier, &[], Ours),
    ("/contributors", Stays, Identifier, &[], Ours),
    ("/container", Stays, QuasiIdentifier, &[], Ours),
    ("/timestamp", Stays, QuasiIdentifier, &[], Ours),
    ("/id", Stays, QuasiIdentifier, &[], Ours),
];

/// A team profile: what it says of itself, not who is in it.
pub(super) const TEAM: &[Row] = &[
    ("/description", Content, Sensitive, &[], Ours),
    ("/displayName", Content, QuasiIdentifier, &[], Ours),
    ("/memberCount", Number, Insensitive, &[], Ours),
    ("/teamType", Number, QuasiIdentifier, &[], Ours),
    ("/state", Number, QuasiIdentifier, &[], Ours),
    ("/members", Stays, Identifier, &[], Ours),
    ("/creatorId", Stays, Identifier, &[], Ours),
    ("/userPermissions", Stays, Insensitive, &[], Ours),
    ("/profileImage", File, Insensitive, &[], Ours),
    ("/headerImage", File, Insensitive, &[], Ours),
    ("/organizationId", Stays, QuasiIdentifier, &[], Ours),
    ("/siteId", Stays, QuasiIdentifier, &[], Ours),
    ("/teamId", Stays, QuasiIdentifier, &[], Ours),
    ("/links", Stays, QuasiIdentifier, &[], Ours),
];

/// An update of a project or a goal.
pub(super) const UPDATE: &[Row] = &[
    ("/summary", Content, Insensitive, &[], Ours),
    ("/updateNotes", Content, Insensitive, &["/*/title", "/*/summary"], Ours),
    ("/newState", Number, QuasiIdentifier, &["/value"], Ours),
    ("/oldState", Number, QuasiIdentifier, &["/value"], Ours),
    ("/newScore", Number, Insensitive, &[], Ours),
    ("/oldScore", Number, Insensitive, &[], Ours),
    ("/newTargetDate", Number, QuasiIdentifier, &["/dateRange/end"], Ours),
    ("/oldTargetDate", Stays, QuasiIdentifier, &[], Ours),
    ("/missedUpdate", Stays, Insensitive, &[], Ours),
    ("/project", Stays, QuasiIdentifier, &[], Ours),
    ("/goal", Stays, QuasiIdentifier, &[], Ours),
    ("/creator", Stays, Identifier, &[], Ours),
    ("/lastEditedBy", Stays, Identifier, &[], Ours),
    ("/creationDate", Stays, QuasiIdentifier, &[], Ours),
    ("/editDate", Stays, QuasiIdentifier, &[], Ours),
    ("/comments", Stays, Identifier, &[], Ours),
    ("/url", Stays, QuasiIdentifier, &[], Ours),
    ("/ari", Stays, QuasiIdentifier, &[], Ours),
    ("/uuid", Stays, QuasiIdentifier, &[], Ours),
    ("/id", Stays, QuasiIdentifier, &[], Ours),
];

/// An Assets object: devices, contracts, people. Its attributes stay, whatever the customer calls them; a number of them leaves.
pub(super) const OBJECT: &[Row] = &[
    ("/label", Content, Sensitive, &[], Ours),
    ("/objectType", Number, QuasiIdentifier, &["/name", "/objectCount"], Ours),
    ("/attributes/*", Stays, Sensitive, &[], Ours),
    ("/extendedInfo", Stays, Insensitive, &[], Ours),
    ("/avatar", File, Insensitive, &[], Ours),
    ("/hasAvatar", Stays, Insensitive, &[], Ours),
    ("/created", Stays, QuasiIdentifier, &[], Ours),
    ("/updated", Stays, QuasiIdentifier, &[], Ours),
    ("/timestamp", Stays, QuasiIdentifier, &[], Ours),
    ("/workspaceId", Stays, QuasiIdentifier, &[], Ours),
    ("/globalId", Stays, QuasiIdentifier, &[], Ours),
    ("/objectKey", Stays, QuasiIdentifier, &[], Ours),
    ("/id", Stays, QuasiIdentifier, &[], Ours),
    ("/name", Stays, Sensitive, &[], Ours),
    ("/_links", Stays, QuasiIdentifier, &[], Ours),
];

/// An Assets object schema: a configuration item that the customer defines.
pub(super) const SCHEMA: &[Row] = &[
    ("/name", Pattern, Insensitive, &[], Ours),
    ("/description", Pattern, Insensitive, &[], Ours),
    ("/objectCount", Number, Insensitive, &[], Ours),
    ("/objectTypeCount", Number, Insensitive, &[], Ours),
    ("/status", Stays, Insensitive, &[], Ours),
    ("/objectSchemaKey", Stays, QuasiIdentifier, &[], Ours),
    ("/created", Stays, QuasiIdentifier, &[], Ours),
    ("/updated", Stays, QuasiIdentifier, &[], Ours),
    ("/canManage", Stays, Insensitive, &[], Ours),
    ("/workspaceId", Stays, QuasiIdentifier, &[], Ours),
    ("/globalId", Stays, QuasiIdentifier, &[], Ours),
    ("/idAsInt", Stays, QuasiIdentifier, &[], Ours),
    ("/id", Stays, QuasiIdentifier, &[], Ours),
    ("/_links", Stays, QuasiIdentifier, &[], Ours),
];

/// A goal.
pub(super) const GOAL: &[Row] = &[
    ("/name", Content, Insensitive, &[], Ours),
    ("/description", Content, Insensitive, &[], Ours),
    ("/state", Number, QuasiIdentifier, &["/value", "/score"], Ours),
    ("/progress", Number, Insensitive, &["/percentage"], Ours),
    ("/targetDate", Number, QuasiIdentifier, &["/dateRange/end"], Ours),
    ("/metricTargets", Stays, Sensitive, &[], Ours),
    ("/owner", Stays, Identifier, &[], Ours),
    ("/watchers", Stays, Identifier, &[], Ours),
    ("/parentGoal", Stays, QuasiIdentifier, &[], Ours),
    ("/subGoals", Stays, QuasiIdentifier, &[], Ours),
    ("/tags", Stays, QuasiIdentifier, &[], Ours),
    ("/startDate", Stays, QuasiIdentifier, &[], Ours),
    ("/creationDate", Stays, QuasiIdentifier, &[], Ours),
    ("/isArchived", Stays, Insensitive, &[], Ours),
    ("/url", Stays, QuasiIdentifier, &[], Ours),
    ("/uuid", Stays, QuasiIdentifier, &[], Ours),
    ("/key", Stays, QuasiIdentifier, &[], Ours),
    ("/id", Stays, QuasiIdentifier, &[], Ours),
];

/// A chart: what it is called, not what it shows.
pub(super) const CHART: &[Row] = &[
    ("/name", Content, Insensitive, &[], Ours),
    ("/description", Content, Insensitive, &[], Ours),
    ("/chartType", Number, QuasiIdentifier, &[], Ours),
    ("/series", Stays, Sensitive, &[], Ours),
    ("/dashboard", Stays, QuasiIdentifier, &[], Ours),
    ("/query", Stays, Sensitive, &[], Ours),
    ("/filters", Stays, QuasiIdentifier, &[], Ours),
    ("/owner", Stays, Identifier, &[], Ours),
    ("/createdAt", Stays, QuasiIdentifier, &[], Ours),
    ("/updatedAt", Stays, QuasiIdentifier, &[], Ours),
    ("/id", Stays, QuasiIdentifier, &[], Ours),
];

/// A saved query.
pub(super) const QUERY: &[Row] = &[
    ("/name", Content, Insensitive, &[], Ours),
    ("/description", Content, Insensitive, &[], Ours),
    ("/sql", Stays, Sensitive, &[], Ours),
    ("/rowCount", Number, Insensitive, &[], Ours),
    ("/durationMillis", Number, Insensitive, &[], Ours),
    ("/dataSource", Stays, QuasiIdentifier, &[], Ours),
    ("/parameters", Stays, Sensitive, &[], Ours),
    ("/owner", Stays, Identifier, &[], Ours),
    ("/createdAt", Stays, QuasiIdentifier, &[], Ours),
    ("/lastRunAt", Stays, QuasiIdentifier, &[], Ours),
    ("/id", Stays, QuasiIdentifier, &[], Ours),
];

/// A policy of an organization. The vendor names configuration items of the customer as a source of common patterns; that this is one
/// is our assumption.
pub(super) const CONFIGURATION: &[Row] = &[
    ("/type", Number, QuasiIdentifier, &[], Ours),
    ("/attributes/name", Pattern, Insensitive, &[], Ours),
    ("/attributes/type", Pattern, QuasiIdentifier, &[], Ours),
    ("/attributes/status", Number, QuasiIdentifier, &[], Ours),
    ("/attributes/rule", Stays, Sensitive, &[], Ours),
    ("/attributes/resources", Stays, QuasiIdentifier, &[], Ours),
    ("/attributes/*", Stays, QuasiIdentifier, &[], Ours),
    ("/relationships", Stays, QuasiIdentifier, &[], Ours),
    ("/links", Stays, QuasiIdentifier, &[], Ours),
    ("/id", Stays, QuasiIdentifier, &[], Ours),
];
