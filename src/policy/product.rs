//! TABLE [`Product`]: what the change covers, and how far each product's place can be chosen.

use crate::{record::RecordType, table::table};

/// How far a product's in-app data can differ from the organization's value.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Scope {
    /// By app and by space.
    Spaces,
    /// By Teamwork Graph connector.
    Connectors,
    /// Not at all: it follows the organization.
    Organization,
}

/// The row of a product.
#[derive(Debug)]
pub struct ProductRow {
    /// Stable id (contract, section 4).
    pub id: &'static str,
    /// The vendor's name, used as a proper noun.
    pub name: &'static str,
    /// Where its exceptions can be made.
    pub scope: Scope,
    /// The record types it owns. Text that says nothing of its origin is read as Jira's (our assumption).
    pub record_types: &'static [RecordType],
    /// The ids of its invented sample records; `samples::text` has their text.
    pub samples: &'static [&'static str],
}

table! {
    /// The products that the change covers.
    pub enum Product: ProductRow {
        /// Jira.
        Jira => ProductRow {
            id: "jira",
            name: "Jira",
            scope: Scope::Spaces,
            record_types: &[
                RecordType::JiraIssue,
                RecordType::JiraComment,
                RecordType::JiraWorklog,
                RecordType::JiraSprint,
                RecordType::JiraField,
                RecordType::JiraStatus,
                RecordType::JiraWorkflow,
                RecordType::JiraChange,
                RecordType::JiraSpace,
                RecordType::AdfDocument,
                RecordType::Text,
            ],
            samples: &[
                "jira-checkout",
                "jira-comment",
                "jira-worklog",
                "jira-sprint",
                "jira-field",
                "jira-status",
                "jira-workflow",
                "jira-change",
                "jira-space",
            ],
        },
        /// Confluence.
        Confluence => ProductRow {
            id: "confluence",
            name: "Confluence",
            scope: Scope::Spaces,
            record_types: &[
                RecordType::ConfluencePage,
                RecordType::ConfluenceBlogPost,
                RecordType::ConfluenceComment,
                RecordType::ConfluenceSpace,
                RecordType::StorageDocument,
            ],
            samples: &["confluence-postmortem", "confluence-blog-post", "confluence-comment", "confluence-space"],
        },
        /// Jira Service Management.
        JiraServiceManagement => ProductRow {
            id: "jira-service-management",
            name: "Jira Service Management",
            scope: Scope::Spaces,
            record_types: &[
                RecordType::JsmRequest,
                RecordType::JsmComment,
                RecordType::JsmSla,
                RecordType::JsmOrganization,
                RecordType::JsmArticle,
                RecordType::JsmIssue,
            ],
            samples: &["jsm-access-request", "jsm-comment", "jsm-sla", "jsm-organization", "jsm-article"],
        },
        /// Rovo, a platform app.
        Rovo => ProductRow {
            id: "rovo",
            name: "Rovo",
            scope: Scope::Organization,
            record_types: &[RecordType::RovoChatTurn, RecordType::RovoSearch, RecordType::RovoAgent],
            samples: &["rovo-chat-turn", "rovo-search", "rovo-agent"],
        },
        /// Home, a platform app.
        Home => ProductRow {
            id: "home",
            name: "Home",
            scope: Scope::Organization,
            record_types: &[RecordType::HomeActivity],
            samples: &["home-activity"],
        },
        /// Teams, a platform app.
        Teams => ProductRow {
            id: "teams",
            name: "Teams",
            scope: Scope::Organization,
            record_types: &[RecordType::TeamProfile],
            samples: &["team-profile"],
        },
        /// Projects, a platform app.
        Projects => ProductRow {
            id: "projects",
            name: "Projects",
            scope: Scope::Organization,
            record_types: &[RecordType::ProjectUpdate],
            samples: &["project-update"],
        },
        /// Assets, a platform app.
        Assets => ProductRow {
            id: "assets",
            name: "Assets",
            scope: Scope::Organization,
            record_types: &[RecordType::AssetsObject, RecordType::AssetsSchema],
            samples: &["assets-object", "assets-schema"],
        },
        /// Goals, a platform app.
        Goals => ProductRow {
            id: "goals",
            name: "Goals",
            scope: Scope::Organization,
            record_types: &[RecordType::Goal, RecordType::GoalUpdate],
            samples: &["goal", "goal-update"],
        },
        /// Analytics, a platform app.
        Analytics => ProductRow {
            id: "analytics",
            name: "Analytics",
            scope: Scope::Organization,
            record_types: &[RecordType::AnalyticsChart, RecordType::AnalyticsQuery],
            samples: &["analytics-chart", "analytics-query"],
        },
        /// Administration, a platform app.
        Administration => ProductRow {
            id: "administration",
            name: "Administration",
            scope: Scope::Organization,
            record_types: &[RecordType::AdminConfiguration],
            samples: &["admin-configuration"],
        },
        /// What Teamwork Graph connectors bring in. Only certain ones are covered; the vendor does not say which.
        Connector => ProductRow {
            id: "connector",
            name: "Teamwork Graph connectors",
            scope: Scope::Connectors,
            record_types: &[
                RecordType::SlackMessage,
                RecordType::GoogleDoc,
                RecordType::GithubPullRequest,
                RecordType::SalesforceAccount,
            ],
            samples: &["slack-message", "google-doc", "github-pull-request", "salesforce-account"],
        },
    }
}

/// The service that a connector brings records of a type from, as its name says it, in lower case.
const SERVICES: &[(RecordType, &[&str])] = &[
    (RecordType::SlackMessage, &["slack"]),
    (RecordType::GoogleDoc, &["google docs", "google drive", "google workspace"]),
    (RecordType::GithubPullRequest, &["github"]),
    (RecordType::SalesforceAccount, &["salesforce"]),
];

/// Whether a connector of this name could have brought a record of this type. Records do not name their connector, so its name must
/// say it (our assumption).
pub(super) fn could_bring(connector: &str, record_type: RecordType) -> bool {
    let name = connector.to_lowercase();
    SERVICES.iter().any(|(brought, services)| *brought == record_type && services.iter().any(|service| name.contains(service)))
}

impl Product {
    /// The product that owns a record type.
    pub fn of(record_type: RecordType) -> Option<Self> {
        Self::ALL.iter().copied().find(|product| product.row().record_types.contains(&record_type))
    }

    /// Whether its apps and spaces can be listed as exceptions.
    pub fn can_be_listed(self) -> bool {
        match self.row().scope {
            Scope::Spaces => true,
            Scope::Connectors | Scope::Organization => false,
        }
    }

    /// The product of an app, by the app's id: `jira`, or `jira:site-2` where there are several.
    pub fn of_app(app: &str) -> Option<Self> {
        app.split(':').next().and_then(|id| id.parse().ok())
    }
}
