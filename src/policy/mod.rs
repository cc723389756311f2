//! Floor 5. Decide: which field leaves, by which lane, and why.
//!
//! [`decide`] is one pure, total function over a [`Case`]; unknown means no, and every answer has a [`Reason`]. [`settle`] lets what
//! was found turn a yes into a no, never the other way round.

mod audit;
mod document;
mod field;
mod instant;
mod known;
mod organization;
mod plan;
mod product;
#[cfg(not(target_family = "wasm"))]
pub mod samples;
mod settings;
mod topic;
mod tuning;

pub use audit::{AuditEntry, History};
pub use document::{Policy, digest, seal};
pub use field::{Attribute, Certainty, DataKind, FieldRule, Lane, Role};
pub use instant::Instant;
pub use organization::{App, Connector, Defaults, Organization, Salvaged, Space, Subscription};
pub use plan::{Control, Plan, Switch};
pub use product::{Product, Scope};
pub use settings::{Coverage, Place, Settings};
pub use topic::{Suggestion, Topic, Within, sensitive};

pub use crate::door::Error;

use crate::detect::{Disjoint, Entity};
use crate::record::{Field, Record, RecordType};
use crate::transform::{Operator, Operators};
use serde::{Deserialize, Serialize};
use std::hash::{DefaultHasher, Hash, Hasher};

/// Everything a decision depends on.
#[derive(Clone, PartialEq, Debug)]
pub struct Case {
    /// The rules in force.
    pub policy: Policy,
    /// The admin's choice.
    pub settings: Settings,
    /// Whose choice it is.
    pub organization: Organization,
    /// When.
    pub now: Instant,
}

/// Whether a field leaves, and why.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Decision {
    /// It leaves by this lane, de-identified.
    Contribute(Lane, Reason),
    /// It stays.
    Withhold(Reason),
}

/// Why a field leaves or stays. The codes are the contract's; each locale words them.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum Reason {
    /// The plan always contributes metadata.
    PlanLock {
        /// The plan.
        plan: Plan,
    },
    /// The organization's setting.
    OrgValue {
        /// Which setting.
        lane: Lane,
        /// Its value.
        value: Switch,
    },
    /// The place is listed as an exception.
    Exception {
        /// The place.
        #[serde(flatten)]
        place: Place,
        /// What the list makes of it: `on` where it contributes all the same.
        value: Switch,
    },
    /// The product follows the organization and cannot be excepted.
    PlatformApp {
        /// The product.
        product: Product,
        /// The organization's value.
        value: Switch,
    },
    /// The vendor does not name it as contributed.
    NotCovered {
        /// What is not named.
        what: Uncovered,
    },
    /// The organization contributes nothing.
    ExcludedOrganization {
        /// The host's code for why.
        exclusion: String,
    },
    /// The change is not in effect yet.
    NotInEffect {
        /// When it will be.
        since: Instant,
    },
    /// No rule knows the field.
    UnknownField,
    /// The field's value is not in a form that can be read.
    UnknownFormat,
    /// A file or other media.
    Attachment,
    /// It holds a secret; what stands around a secret is sensitive too.
    SecretFound {
        /// What was found.
        entity: Entity,
    },
    /// It holds something that withholds its field by the policy.
    EntityDropped {
        /// What was found.
        entity: Entity,
    },
}

/// What the vendor does not name.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Uncovered {
    /// The whole product.
    Product,
    /// What no connector of the organization brings in.
    Connector,
    /// This field.
    Field,
}

/// A field with what is known of it.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// The rule that covers it, if one does.
    pub rule: Option<&'a FieldRule>,
    /// Whether its role is only guessed.
    pub guessed: bool,
}

impl Policy {
    /// What the policy knows of a field.
    pub fn known(&self, record: &Record, field: &Field) -> Known<'_> {
        let (rule, guessed) = self.rule_of(record, field);
        Known { rule: rule.and_then(|rule| self.fields.get(rule)), guessed }
    }

    /// The position of the rule that covers a field, and whether its role is only guessed.
    pub(crate) fn rule_of(&self, record: &Record, field: &Field) -> (Option<usize>, bool) {
        let role = Role::of(field, &self.custom_fields);
        let covers = |rule: &FieldRule| rule.covers(record, field, role.map(|(role, _)| role));
        (self.fields.iter().position(covers), matches!(role, Some((_, Certainty::Guessed))))
    }

    /// The same, by what was found for fields of earlier records.
    pub(crate) fn rule_met(&self, record: &Record, field: &Field, met: &mut Met) -> (Option<usize>, bool) {
        // What a custom field is, each record says anew.
        let Some(place) = met.place(record.record_type, field.path.as_str()).filter(|_| field.custom.is_none()) else {
            return self.rule_of(record, field);
        };
        if let Some((record_type, path, rule)) = place
            && *record_type == record.record_type
            && path == field.path.as_str()
        {
            return (*rule, false);
        }
        let (rule, guessed) = self.rule_of(record, field);
        let of_type = |rule: &&FieldRule| rule.record_type == record.record_type;
        // Where a rule of its type looks into the record, the path does not say it all.
        if !self.fields.iter().filter(of_type).any(|rule| rule.field.contains('[')) {
            *place = Some((record.record_type, field.path.to_string(), rule));
        }
        (rule, guessed)
    }
}

/// Which rule of one policy covers the fields at a path of a type of record, in a fixed number of places.
#[derive(Debug, Default)]
pub(crate) struct Met(Vec<Option<Covered>>);

type Covered = (RecordType, String, Option<usize>);

impl Met {
    const PLACES: usize = 1 << 10;

    /// One that remembers; the default has no place for anything.
    pub(crate) fn new() -> Self {
        Self(vec![None; Self::PLACES])
    }

    fn place(&mut self, record_type: RecordType, path: &str) -> Option<&mut Option<Covered>> {
        let mut hasher = DefaultHasher::new();
        path.hash(&mut hasher);
        let place = hasher.finish() as usize ^ record_type as usize;
        self.0.get_mut(place % Self::PLACES)
    }
}

/// Whether a field of a record leaves. Total: whatever is not known stays.
pub fn decide(case: &Case, record: &Record, known: Known<'_>) -> Decision {
    if let Some(exclusion) = case.organization.exclusions.first() {
        return Decision::Withhold(Reason::ExcludedOrganization { exclusion: exclusion.clone() });
    }
    let Some(product) = Product::of(record.record_type) else {
        return Decision::Withhold(Reason::NotCovered { what: Uncovered::Product });
    };
    if !is_brought_in(case, record, product) {
        return Decision::Withhold(Reason::NotCovered { what: Uncovered::Connector });
    }
    let kind = match known.rule {
        None => return Decision::Withhold(Reason::UnknownField),
        Some(rule) => rule.kind,
    };
    let lane = match (kind, kind.lane()) {
        (DataKind::Attachment, _) => return Decision::Withhold(Reason::Attachment),
        (_, None) => return Decision::Withhold(Reason::NotCovered { what: Uncovered::Field }),
        (_, Some(lane)) => lane,
    };
    if case.now < Instant::IN_EFFECT {
        return Decision::Withhold(Reason::NotInEffect { since: Instant::IN_EFFECT });
    }
    match lane {
        Lane::Metadata => metadata(case),
        Lane::InAppData => in_app_data(case, record, product),
    }
}

/// Metadata is decided by the plan, else by the organization; exceptions never touch it.
pub fn metadata(case: &Case) -> Decision {
    let plan = case.organization.plan(case.now);
    match (plan.row().metadata, case.settings.metadata) {
        (Control::Always, _) => Decision::Contribute(Lane::Metadata, Reason::PlanLock { plan }),
        (Control::Default(_), value @ Switch::On) => {
            Decision::Contribute(Lane::Metadata, Reason::OrgValue { lane: Lane::Metadata, value })
        }
        (Control::Default(_), value @ Switch::Off) => Decision::Withhold(Reason::OrgValue { lane: Lane::Metadata, value }),
    }
}

/// Whether a record comes from the products themselves, or from a connector that the organization has. A host that names no connector
/// does not say which ones it has.
fn is_brought_in(case: &Case, record: &Record, product: Product) -> bool {
    let connectors = &case.organization.connectors;
    product.row().scope != Scope::Connectors
        || connectors.is_empty()
        || connectors.iter().any(|connector| product::could_bring(&connector.name, record.record_type))
}

fn in_app_data(case: &Case, record: &Record, product: Product) -> Decision {
    let coverage = &case.settings.in_app_data;
    let value = coverage.switch();
    if product.row().scope == Scope::Organization {
        return lean(value, Reason::PlatformApp { product, value });
    }
    let listed = |place: &Place| coverage.exceptions().contains(place);
    let exception = match value {
        // Whatever it could belong to is enough to keep it.
        Switch::On => places(case, record, product).into_iter().flatten().find(listed),
        // Where it is not told to which place it belongs, every one that it could belong to must be listed.
        Switch::Off => {
            let groups = places(case, record, product);
            let group = groups.into_iter().find(|group| !group.is_empty() && group.iter().all(listed));
            group.and_then(|group| group.into_iter().next())
        }
    };
    match exception {
        Some(place) => lean(value.flipped(), Reason::Exception { place, value: value.flipped() }),
        None => lean(value, Reason::OrgValue { lane: Lane::InAppData, value }),
    }
}

fn lean(value: Switch, reason: Reason) -> Decision {
    match value {
        Switch::On => Decision::Contribute(Lane::InAppData, reason),
        Switch::Off => Decision::Withhold(reason),
    }
}

/// The places by which an exception can name a record, the narrowest first: its space, then its app; or its connector. Each stands in a
/// list of all that it could be, because a record does not always say. That a listed app covers its spaces is our assumption; the
/// vendor publishes no precedence.
fn places(case: &Case, record: &Record, product: Product) -> Vec<Vec<Place>> {
    let organization = &case.organization;
    if product.row().scope == Scope::Connectors {
        let could = organization.connectors.iter().filter(|connector| product::could_bring(&connector.name, record.record_type));
        return vec![could.map(|connector| Place::Connector(connector.id.clone())).collect()];
    }
    let space = record.container.as_ref().and_then(|container| organization.space(product, &container.key));
    match space {
        Some(space) => vec![vec![Place::Space(space.id.clone())], vec![Place::App(space.app.clone())]],
        None => {
            let apps = organization.apps.iter().filter(|app| Product::of_app(&app.id) == Some(product));
            vec![apps.map(|app| Place::App(app.id.clone())).collect()]
        }
    }
}

/// Lets what was found withhold a field that would have left.
pub fn settle(decision: Decision, found: &Disjoint, operators: &Operators) -> Decision {
    let dropped = found.as_slice().iter().find(|finding| operators.of(finding.entity).has(Operator::Drop));
    match (decision, dropped) {
        (Decision::Contribute(..), Some(finding)) => Decision::Withhold(withholding(finding.entity)),
        (decision, _) => decision,
    }
}

fn withholding(entity: Entity) -> Reason {
    use crate::detect::Identifies;
    match entity.row().identifies {
        Identifies::Secret => Reason::SecretFound { entity },
        Identifies::Direct | Identifies::Quasi | Identifies::Sensitive => Reason::EntityDropped { entity },
    }
}
