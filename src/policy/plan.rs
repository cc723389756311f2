//! TABLE [`Plan`]: what each plan fixes and what it proposes.
//!
//! Source: support.atlassian.com, "Data contribution settings" (the table of defaults and of what can be changed).

use crate::door::{self, At, Error};
use crate::table::table;
use serde::{Deserialize, Serialize};

/// A setting that is on or off.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Switch {
    /// Contributes.
    On,
    /// Does not contribute.
    Off,
}

impl Switch {
    pub(super) fn read(at: &At<'_>) -> Result<Self, Error> {
        door::word(at)
    }

    /// The word by which documents name it.
    pub fn id(self) -> &'static str {
        match self {
            Self::On => "on",
            Self::Off => "off",
        }
    }

    /// The other position.
    #[must_use]
    pub fn flipped(self) -> Self {
        match self {
            Self::On => Self::Off,
            Self::Off => Self::On,
        }
    }
}

/// What a plan says about one data kind.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Control {
    /// It is always contributed; no choice is offered.
    Always,
    /// The admin chooses; this is the choice until then.
    Default(Switch),
}

/// The row of a plan.
#[derive(Debug)]
pub struct PlanRow {
    /// Stable id, as hosts write it.
    pub id: &'static str,
    /// The vendor's name for it.
    pub name: &'static str,
    /// Metadata contribution.
    pub metadata: Control,
    /// In-app data contribution.
    pub in_app_data: Control,
}

table! {
    /// The plans, lowest first: the highest active one in an organization decides.
    pub enum Plan: PlanRow {
        /// Free.
        Free => PlanRow { id: "free", name: "Free", metadata: Control::Always, in_app_data: Control::Default(Switch::On) },
        /// Standard.
        Standard => PlanRow { id: "standard", name: "Standard", metadata: Control::Always, in_app_data: Control::Default(Switch::On) },
        /// Premium.
        Premium => PlanRow { id: "premium", name: "Premium", metadata: Control::Always, in_app_data: Control::Default(Switch::Off) },
        /// Enterprise.
        Enterprise => PlanRow {
            id: "enterprise",
            name: "Enterprise",
            metadata: Control::Default(Switch::On),
            in_app_data: Control::Default(Switch::Off),
        },
    }
}
