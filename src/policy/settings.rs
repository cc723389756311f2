//! [`Settings`]: what the admin decided, as it is saved.

use super::{Control, Error, Organization, Plan, Switch, door};
use crate::policy::Instant;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::collections::BTreeSet;

/// The admin's choice for an organization (contract, section 4).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Settings {
    /// Metadata contribution. Where the plan always contributes, this has no say.
    pub metadata: Switch,
    /// In-app data contribution with its exceptions.
    pub in_app_data: Coverage,
}

/// On or off, with the places that differ. An exception cannot point the wrong way.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Coverage {
    /// Everything contributes except these.
    On {
        /// The places that do not contribute.
        except: BTreeSet<Place>,
    },
    /// Nothing contributes except these.
    Off {
        /// The places that do contribute.
        except: BTreeSet<Place>,
    },
}

/// A place that can differ from the organization's value.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(tag = "kind", content = "id", rename_all = "kebab-case")]
pub enum Place {
    /// A space, by the host's id.
    Space(String),
    /// An app, by the host's id.
    App(String),
    /// A Teamwork Graph connector, by the host's id.
    Connector(String),
}

impl Coverage {
    /// The organization's value.
    pub fn switch(&self) -> Switch {
        match self {
            Self::On { .. } => Switch::On,
            Self::Off { .. } => Switch::Off,
        }
    }

    /// The places that differ.
    pub fn exceptions(&self) -> &BTreeSet<Place> {
        match self {
            Self::On { except } | Self::Off { except } => except,
        }
    }

    /// The places that differ, to be changed.
    pub fn exceptions_mut(&mut self) -> &mut BTreeSet<Place> {
        match self {
            Self::On { except } | Self::Off { except } => except,
        }
    }

    /// The coverage with this value and these exceptions.
    pub fn new(switch: Switch, except: BTreeSet<Place>) -> Self {
        match switch {
            Switch::On => Self::On { except },
            Switch::Off => Self::Off { except },
        }
    }
}

impl Settings {
    /// What holds for an organization that never chose: the vendor's own defaults for it, else its plan's.
    pub fn defaults(organization: &Organization, now: Instant) -> Self {
        let plan = organization.plan(now);
        let own = organization.defaults;
        let metadata = own.and_then(|defaults| defaults.metadata).unwrap_or_else(|| proposed(plan.row().metadata));
        let in_app_data = own.and_then(|defaults| defaults.in_app_data).unwrap_or_else(|| proposed(plan.row().in_app_data));
        Self { metadata, in_app_data: Coverage::new(in_app_data, BTreeSet::new()) }
    }

    /// The defaults of a plan alone.
    pub fn of_plan(plan: Plan) -> Self {
        Self {
            metadata: proposed(plan.row().metadata),
            in_app_data: Coverage::new(proposed(plan.row().in_app_data), BTreeSet::new()),
        }
    }

    /// Reads settings from JSON.
    ///
    /// # Errors
    /// [`Error`] says where and what, as in "/version: 2, must be 1".
    pub fn parse(json: &str) -> Result<Self, Error> {
        door(json)
    }
}

fn proposed(control: Control) -> Switch {
    match control {
        Control::Always => Switch::On,
        Control::Default(switch) => switch,
    }
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Wire {
    version: u32,
    metadata: Switch,
    in_app_data: WireCoverage,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct WireCoverage {
    coverage: Switch,
    #[serde(default)]
    exceptions: BTreeSet<Place>,
}

impl Serialize for Settings {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let exceptions = self.in_app_data.exceptions().clone();
        let in_app_data = WireCoverage { coverage: self.in_app_data.switch(), exceptions };
        Wire { version: 1, metadata: self.metadata, in_app_data }.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Settings {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let wire = Wire::deserialize(deserializer)?;
        if wire.version != 1 {
            return Err(serde::de::Error::custom(format_args!("version is {}, must be 1", wire.version)));
        }
        let in_app_data = Coverage::new(wire.in_app_data.coverage, wire.in_app_data.exceptions);
        Ok(Self { metadata: wire.metadata, in_app_data })
    }
}
