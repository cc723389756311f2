//! TABLE [`Product`]: what the change covers, and how far each product's place can be chosen.

use crate::{record::RecordType, table::table};

/// How far a product's in-app data can differ from the organization's value.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Scope {
    /// By app and by space.
    Spaces,
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
    /// The ids of its invented sample records; [`super::samples::text`] has their text.
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
            record_types: &[RecordType::JiraIssue, RecordType::JiraComment, RecordType::AdfDocument, RecordType::Text],
            samples: &["jira-checkout"],
        },
        /// Confluence.
        Confluence => ProductRow {
            id: "confluence",
            name: "Confluence",
            scope: Scope::Spaces,
            record_types: &[RecordType::ConfluencePage, RecordType::ConfluenceComment, RecordType::StorageDocument],
            samples: &["confluence-postmortem"],
        },
        /// Jira Service Management.
        JiraServiceManagement => ProductRow {
            id: "jira-service-management",
            name: "Jira Service Management",
            scope: Scope::Spaces,
            record_types: &[RecordType::JsmRequest, RecordType::JsmComment, RecordType::JsmIssue],
            samples: &["jsm-access-request"],
        },
    }
}

impl Product {
    /// The product that owns a record type.
    pub fn of(record_type: RecordType) -> Option<Self> {
        Self::ALL.iter().copied().find(|product| product.row().record_types.contains(&record_type))
    }

    /// The product of an app, by the app's id: `jira`, or `jira:site-2` where there are several.
    pub fn of_app(app: &str) -> Option<Self> {
        app.split(':').next().and_then(|id| id.parse().ok())
    }
}
