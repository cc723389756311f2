//! What stays, summed up by reason.

use crate::policy::{Attribute, Reason};
use crate::preview::{FieldPreview, RecordPreview, Verdict};

/// Why fields stay, as coarsely as a summary needs it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum StayKind {
    /// It holds a secret.
    Secret,
    /// Something in it withholds its field by the policy.
    Dropped,
    /// It names people.
    People,
    /// It is a file or other media.
    Attachment,
    /// No rule knows it.
    Unknown,
    /// It cannot be read.
    Unreadable,
    /// The vendor does not name it.
    NotNamed,
    /// The settings, the plan or an exception keep it.
    Settings,
    /// The change is not in effect yet.
    NotYet,
    /// The organization contributes nothing.
    Excluded,
}

/// Fields that stay for the same kind of reason, by their position in the record.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Stay {
    /// The kind of reason.
    pub kind: StayKind,
    /// The positions of the fields.
    pub fields: Vec<usize>,
}

impl StayKind {
    fn of(field: &FieldPreview) -> Self {
        match &field.reason {
            Reason::SecretFound { .. } => Self::Secret,
            Reason::EntityDropped { .. } => Self::Dropped,
            Reason::Attachment => Self::Attachment,
            Reason::UnknownField => Self::Unknown,
            Reason::UnknownFormat => Self::Unreadable,
            Reason::NotCovered { .. } if field.attribute == Some(Attribute::Identifier) => Self::People,
            Reason::NotCovered { .. } => Self::NotNamed,
            Reason::NotInEffect { .. } => Self::NotYet,
            Reason::ExcludedOrganization { .. } => Self::Excluded,
            Reason::PlanLock { .. } | Reason::OrgValue { .. } | Reason::Exception { .. } | Reason::PlatformApp { .. } => {
                Self::Settings
            }
        }
    }
}

/// The fields of a record that stay, by kind of reason; what an admin should look at first comes first.
pub fn stays(record: &RecordPreview) -> Vec<Stay> {
    let mut stays: Vec<Stay> = Vec::new();
    let withheld = record.fields.iter().enumerate().filter(|(_, field)| field.decision == Verdict::Withhold);
    for (index, field) in withheld {
        let kind = StayKind::of(field);
        match stays.iter_mut().find(|stay| stay.kind == kind) {
            Some(stay) => stay.fields.push(index),
            None => stays.push(Stay { kind, fields: vec![index] }),
        }
    }
    stays.sort_by_key(|stay| stay.kind);
    stays
}
