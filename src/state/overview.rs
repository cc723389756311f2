//! The overview of several organizations: each has its own plan and its own settings.

use super::{Other, State};
use crate::policy::{Control, Organization, Plan, Settings, Switch};

/// One organization of the overview.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OrganizationRow {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its highest active plan.
    pub plan: Plan,
    /// Whether the page shows it now.
    pub is_current: bool,
    /// Whether it contributes nothing; the host's code for why.
    pub exclusion: Option<String>,
    /// What is known of its settings.
    pub settings: Known,
}

/// What is known of an organization's settings.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Known {
    /// They are on their way.
    Awaited,
    /// They could not be read; the host's code.
    Failed(String),
    /// Metadata, in-app data, and how many places differ.
    Read {
        /// Whether metadata contributes; locked to on where the plan says so.
        metadata: Switch,
        /// Whether the plan locks it.
        is_locked: bool,
        /// Whether in-app data contributes.
        in_app_data: Switch,
        /// How many places differ.
        exceptions: usize,
        /// Whether nobody ever decided, so that the defaults hold.
        is_default: bool,
    },
}

/// Every organization that the host supplies, in its order; empty where it supplies one.
pub fn overview(state: &State) -> Vec<OrganizationRow> {
    let all = &state.given.surroundings.organizations;
    let row = |of: &crate::policy::Salvaged| {
        let organization = &of.organization;
        let is_current = organization.id == state.given.organization.id;
        let settings = match (
            is_current,
            state.saved(),
            state.desk.others.iter().find(|(id, _)| *id == organization.id).map(|(_, other)| other),
        ) {
            (true, Some(saved), _) => known(state, organization, saved.revision.as_ref().map(|_| &saved.settings)),
            (true, None, _) | (false, _, None) => Known::Awaited,
            (false, _, Some(Other::Failed(code))) => Known::Failed(code.clone()),
            (false, _, Some(Other::Read(settings))) => known(state, organization, settings.as_ref()),
        };
        OrganizationRow {
            id: organization.id.clone(),
            name: organization.name.clone(),
            plan: organization.plan(state.given.now),
            is_current,
            exclusion: organization.exclusions.first().cloned(),
            settings,
        }
    };
    if all.len() > 1 { all.iter().map(row).collect() } else { Vec::new() }
}

fn known(state: &State, organization: &Organization, settings: Option<&Settings>) -> Known {
    let now = state.given.now;
    let is_locked = organization.plan(now).row().metadata == Control::Always;
    let defaults = Settings::defaults(organization, now);
    let holding = settings.unwrap_or(&defaults);
    Known::Read {
        metadata: if is_locked { Switch::On } else { holding.metadata },
        is_locked,
        in_app_data: holding.in_app_data.switch(),
        exceptions: holding.in_app_data.exceptions().len(),
        is_default: settings.is_none(),
    }
}
