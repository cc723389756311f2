//! Which subscription decides, and what another plan would move: the end of a trial, the beginning of one, a what-if.

use super::State;
use crate::policy::{Control, Instant, Organization, Plan, Settings, Subscription};

/// One active subscription as the page shows it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Active {
    /// The app's name.
    pub app: String,
    /// Its plan.
    pub plan: Plan,
    /// Whether it is a trial.
    pub trial: bool,
    /// When it ends, where that is known.
    pub until: Option<Instant>,
    /// Whether it is the one that decides.
    pub decides: bool,
}

/// Every active subscription, in the host's order.
pub fn active(organization: &Organization, now: Instant) -> Vec<Active> {
    let deciding = organization.deciding(now);
    let active = |subscription: &Subscription| Active {
        app: app_name(organization, &subscription.app),
        plan: subscription.plan,
        trial: subscription.trial,
        until: subscription.until,
        decides: deciding.is_some_and(|deciding| std::ptr::eq(deciding, subscription)),
    };
    organization.active(now).map(active).collect()
}

fn app_name(organization: &Organization, id: &str) -> String {
    organization.apps.iter().find(|app| app.id == id).map_or_else(|| id.to_owned(), |app| app.name.clone())
}

/// What moves between two plans.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Shift {
    /// The plan before.
    pub from: Plan,
    /// The plan after.
    pub to: Plan,
    /// What happens to the metadata control, where it changes.
    pub metadata: Option<Control>,
    /// What happens to the in-app default, where it changes.
    pub in_app_data: Option<Control>,
}

impl Shift {
    /// What moves from one plan to another.
    pub fn between(from: Plan, to: Plan) -> Self {
        let moved = |before: Control, after: Control| (before != after).then_some(after);
        let (before, after) = (from.row(), to.row());
        Self {
            from,
            to,
            metadata: moved(before.metadata, after.metadata),
            in_app_data: moved(before.in_app_data, after.in_app_data),
        }
    }

    /// Whether a default or a lock moves.
    pub fn moves(&self) -> bool {
        self.metadata.is_some() || self.in_app_data.is_some()
    }
}

/// What the end of a trial moves: the trial decides now, and another plan decides after it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TrialEnd {
    /// The name of the app on trial.
    pub app: String,
    /// When it ends, where that is known.
    pub until: Option<Instant>,
    /// What moves then.
    pub shift: Shift,
}

/// What the end of the deciding trial moves, if a trial decides and something moves.
pub fn trial_end(organization: &Organization, now: Instant) -> Option<TrialEnd> {
    let deciding = organization.deciding(now).filter(|deciding| deciding.trial)?;
    let lasting = organization.active(now).filter(|subscription| !subscription.trial).map(|subscription| subscription.plan).max();
    let shift = Shift::between(deciding.plan, lasting.unwrap_or(Plan::Free));
    shift.moves().then(|| TrialEnd { app: app_name(organization, &deciding.app), until: deciding.until, shift })
}

/// What a trial of a higher plan would move, for each plan whose trial would move something.
pub fn trial_starts(organization: &Organization, now: Instant) -> Vec<Shift> {
    let plan = organization.plan(now);
    let higher = Plan::ALL.iter().filter(|other| **other > plan);
    higher.map(|other| Shift::between(plan, *other)).filter(Shift::moves).collect()
}

/// What becomes of the admin's choice in a what-if. The vendor publishes nothing of it, so both are shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fate {
    /// The choice stays, as far as the plan lets it.
    Stays,
    /// The plan's defaults take its place.
    Resets,
}

/// Another plan, looked at without touching the draft.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct WhatIf {
    /// The plan.
    pub plan: Plan,
    /// What becomes of the choice.
    pub fate: Fate,
}

impl WhatIf {
    /// The settings that would hold.
    pub fn settings(self, draft: &Settings) -> Settings {
        match self.fate {
            Fate::Resets => Settings::of_plan(self.plan),
            Fate::Stays => draft.clone(),
        }
    }

    /// The organization with this one plan.
    pub fn organization(self, organization: &Organization) -> Organization {
        let app = organization.plans.first().map_or_else(|| "jira".to_owned(), |subscription| subscription.app.clone());
        let plans = vec![Subscription { app, plan: self.plan, trial: false, until: None }];
        Organization { plans, defaults: None, ..organization.clone() }
    }
}

impl State {
    /// The highest active plan, which decides; in a what-if the plan that is looked at.
    pub fn plan(&self) -> Plan {
        self.desk.what_if.map_or_else(|| self.own_plan(), |what_if| what_if.plan)
    }

    /// The highest active plan, whatever is looked at.
    pub fn own_plan(&self) -> Plan {
        self.given.organization.plan(self.given.now)
    }

    /// The settings that the page shows: the draft, or in a what-if what would hold.
    pub fn in_view(&self) -> Settings {
        self.desk.what_if.map_or_else(|| self.draft.clone(), |what_if| what_if.settings(&self.draft))
    }
}

/// After switching off: what is reported, not published, as days after the change.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Removal {
    /// When it was switched off.
    pub since: Instant,
    /// When contributed data is reported to be removed by.
    pub removed: Instant,
    /// When affected models are reported to be retrained by; for metadata nothing is reported.
    pub retrained: Option<Instant>,
}

impl Removal {
    /// In-app data: 30 days to remove, 90 to retrain (reported by the press).
    pub fn in_app_data(since: Instant) -> Self {
        Self { since, removed: since.plus_days(30), retrained: Some(since.plus_days(90)) }
    }

    /// Metadata: 90 days to remove (a single report).
    pub fn metadata(since: Instant) -> Self {
        Self { since, removed: since.plus_days(90), retrained: None }
    }

    /// The same as the viewer's clocks name it, to be worded as if it were UTC.
    #[must_use]
    pub fn local(self, state: &State) -> Self {
        let Self { since, removed, retrained } = self;
        Self { since: state.local(since), removed: state.local(removed), retrained: retrained.map(|at| state.local(at)) }
    }

    /// Whether its last date is over.
    pub fn is_over(&self, now: Instant) -> bool {
        now >= self.retrained.unwrap_or(self.removed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::Switch;

    fn organization(plans: &[(Plan, bool)]) -> Organization {
        let subscription =
            |(plan, trial): &(Plan, bool)| Subscription { app: "jira".to_owned(), plan: *plan, trial: *trial, until: None };
        Organization { plans: plans.iter().map(subscription).collect(), ..Organization::of_plan(Plan::Free) }
    }

    #[test]
    fn a_trial_that_decides_warns_of_its_end() {
        let now = Instant::IN_EFFECT;
        let end = trial_end(&organization(&[(Plan::Standard, false), (Plan::Premium, true)]), now).unwrap();
        assert_eq!(end.shift.in_app_data, Some(Control::Default(Switch::On)));
        assert_eq!(end.shift.metadata, None);
        assert_eq!(trial_end(&organization(&[(Plan::Premium, false), (Plan::Standard, true)]), now), None);
        assert_eq!(trial_end(&organization(&[(Plan::Free, false), (Plan::Standard, true)]), now), None, "nothing moves");
        let starts: Vec<_> = trial_starts(&organization(&[(Plan::Standard, false)]), now).iter().map(|shift| shift.to).collect();
        assert_eq!(starts, [Plan::Premium, Plan::Enterprise]);
    }

    #[test]
    fn every_active_plan_is_shown_and_the_first_of_equals_decides() {
        let mut all =
            organization(&[(Plan::Standard, false), (Plan::Premium, false), (Plan::Premium, true), (Plan::Enterprise, false)]);
        all.plans[3].until = Some(Instant::ANNOUNCED);
        let decides: Vec<_> = active(&all, Instant::IN_EFFECT).iter().map(|active| active.decides).collect();
        assert_eq!(decides, [false, true, false]);
    }

    #[test]
    fn reported_days_count_from_the_change() {
        let removal = Removal::in_app_data(Instant::parse("2026-11-23T10:00:00Z").unwrap());
        assert_eq!(removal.removed.to_text(), "2026-12-23T10:00:00Z");
        assert_eq!(removal.retrained.unwrap().to_text(), "2027-02-21T10:00:00Z");
        assert!(!removal.is_over(removal.removed) && removal.is_over(removal.retrained.unwrap()));
    }
}
