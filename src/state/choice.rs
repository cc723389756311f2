//! [`Choice`] and [`Phase`]: what can be chosen under a plan, and where today stands.

use super::State;
use crate::policy::{Control, Defaults, Instant, Plan, Switch};

/// What a switch offers.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Choice {
    /// It stands as it is, and why.
    Locked(Locked),
    /// The admin chooses.
    Open {
        /// The position in the draft.
        value: Switch,
        /// What holds until somebody chooses.
        proposed: Proposed,
    },
}

/// Why a switch cannot be moved.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Locked {
    /// The plan always contributes.
    ByPlan(Plan),
    /// The organization contributes nothing; the host's code for why.
    ByExclusion(String),
}

/// The default of a switch and whose it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Proposed {
    /// The plan's.
    ByPlan(Plan, Switch),
    /// The vendor set it for this organization.
    ByVendor(Switch),
}

impl Choice {
    /// What the metadata switch offers.
    pub fn metadata(state: &State) -> Self {
        let own = state.vendor_defaults().and_then(|defaults| defaults.metadata);
        Self::of(state, state.plan().row().metadata, own, state.in_view().metadata)
    }

    /// What the in-app data switch offers.
    pub fn in_app_data(state: &State) -> Self {
        let own = state.vendor_defaults().and_then(|defaults| defaults.in_app_data);
        Self::of(state, state.plan().row().in_app_data, own, state.in_view().in_app_data.switch())
    }

    fn of(state: &State, control: Control, own: Option<Switch>, value: Switch) -> Self {
        let plan = state.plan();
        if let Some(exclusion) = state.given.organization.exclusions.first() {
            return Self::Locked(Locked::ByExclusion(exclusion.clone()));
        }
        match (control, own) {
            (Control::Always, _) => Self::Locked(Locked::ByPlan(plan)),
            (Control::Default(_), Some(own)) => Self::Open { value, proposed: Proposed::ByVendor(own) },
            (Control::Default(switch), None) => Self::Open { value, proposed: Proposed::ByPlan(plan, switch) },
        }
    }

    /// Whether data contributes by this switch.
    pub fn position(&self) -> Switch {
        match self {
            Self::Locked(Locked::ByPlan(_)) => Switch::On,
            Self::Locked(Locked::ByExclusion(_)) => Switch::Off,
            Self::Open { value, .. } => *value,
        }
    }
}

impl State {
    /// What the vendor set for this organization; of another plan nobody knows.
    fn vendor_defaults(&self) -> Option<Defaults> {
        self.given.organization.defaults.filter(|_| self.desk.what_if.is_none())
    }
}

/// Where today stands on the timeline.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Phase {
    /// Before the change takes effect.
    Before {
        /// Days until it does; 1 on the last day before.
        days: i64,
    },
    /// It is in effect.
    InEffect {
        /// Whole days since.
        days: i64,
    },
}

impl Phase {
    /// The phase at an instant.
    pub fn at(now: Instant) -> Self {
        let days = now.days_since(Instant::IN_EFFECT);
        if days < 0 { Self::Before { days: -days } } else { Self::InEffect { days } }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_day_before_counts_one() {
        assert_eq!(Phase::at(Instant::parse("2026-08-16T23:59:59Z").unwrap()), Phase::Before { days: 1 });
        assert_eq!(Phase::at(Instant::IN_EFFECT), Phase::InEffect { days: 0 });
        assert_eq!(Phase::at(Instant::parse("2026-11-23").unwrap()), Phase::InEffect { days: 98 });
    }
}
