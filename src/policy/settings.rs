//! [`Settings`]: what the admin decided, as it is saved.

use super::{Control, Error, Instant, Organization, Plan, Switch};
use crate::door::{self, At};
use serde::{Deserialize, Serialize, Serializer};
use std::collections::BTreeSet;
use std::sync::Arc;

/// The admin's choice for an organization (contract, section 4).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Settings {
    /// Metadata contribution. Where the plan always contributes, this has no say.
    pub metadata: Switch,
    /// In-app data contribution with its exceptions.
    pub in_app_data: Coverage,
}

/// On or off, with the places that differ. An exception cannot point the wrong way. The list is shared, so that ten thousand places are
/// not copied and compared at every step of the page.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Coverage {
    /// Everything contributes except these.
    On {
        /// The places that do not contribute.
        except: Arc<BTreeSet<Place>>,
    },
    /// Nothing contributes except these.
    Off {
        /// The places that do contribute.
        except: Arc<BTreeSet<Place>>,
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
            Self::On { except } | Self::Off { except } => Arc::make_mut(except),
        }
    }

    /// The same, to be kept without a copy.
    pub fn shared(&self) -> Arc<BTreeSet<Place>> {
        match self {
            Self::On { except } | Self::Off { except } => Arc::clone(except),
        }
    }

    /// The coverage with this value and these exceptions.
    pub fn new(switch: Switch, except: impl Into<Arc<BTreeSet<Place>>>) -> Self {
        let except = except.into();
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
        door::read(json, Self::read)
    }

    /// Reads settings inside another document.
    pub(super) fn read(at: &At<'_>) -> Result<Self, Error> {
        at.only(&["version", "metadata", "inAppData"])?;
        at.need("version", version)?;
        Ok(Self { metadata: at.need("metadata", Switch::read)?, in_app_data: at.need("inAppData", coverage)? })
    }
}

fn proposed(control: Control) -> Switch {
    match control {
        Control::Always => Switch::On,
        Control::Default(switch) => switch,
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Wire<'a> {
    version: u32,
    metadata: Switch,
    in_app_data: WireCoverage<'a>,
}

#[derive(Serialize)]
struct WireCoverage<'a> {
    coverage: Switch,
    exceptions: &'a BTreeSet<Place>,
}

impl Serialize for Settings {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let in_app_data = WireCoverage { coverage: self.in_app_data.switch(), exceptions: self.in_app_data.exceptions() };
        Wire { version: 1, metadata: self.metadata, in_app_data }.serialize(serializer)
    }
}

fn coverage(at: &At<'_>) -> Result<Coverage, Error> {
    at.only(&["coverage", "exceptions"])?;
    let exceptions = at.maybe("exceptions", |at| at.list(place))?.unwrap_or_default();
    Ok(Coverage::new(at.need("coverage", Switch::read)?, exceptions.into_iter().collect::<BTreeSet<_>>()))
}

fn place(at: &At<'_>) -> Result<Place, Error> {
    at.only(&["kind", "id"])?;
    let id = at.need("id", door::text)?;
    at.need("kind", |kind| match door::text(kind)?.as_str() {
        "space" => Ok(Place::Space(id.clone())),
        "app" => Ok(Place::App(id.clone())),
        "connector" => Ok(Place::Connector(id.clone())),
        _ => kind.refuse("must be space, app or connector"),
    })
}

/// The version of a document's shape, which must be ours.
pub(super) fn version(at: &At<'_>) -> Result<u32, Error> {
    match at.number(u32::MAX)? {
        1 => Ok(1),
        other => at.refuse(&format!("version is {other}, must be 1")),
    }
}
