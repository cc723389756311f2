//! [`Organization`]: what the host says about whose settings these are.

use super::{Error, Instant, Plan, Product, Switch};
use crate::door::{self, At};
use serde::Serialize;
use std::collections::BTreeSet;

/// An organization as the host supplies it (contract, section 1).
#[derive(Clone, PartialEq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Organization {
    /// The host's id.
    pub id: String,
    /// Its name, as people know it.
    pub name: String,
    /// Who is looking at the page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub admin: Option<String>,
    /// Every subscription.
    pub plans: Vec<Subscription>,
    /// Defaults that the vendor set differently for this organization.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub defaults: Option<Defaults>,
    /// Why nothing at all is contributed, as codes: `customer-managed-keys`, `government`, `isolated`, `hipaa` … A code that is
    /// not known excludes as well.
    pub exclusions: Vec<String>,
    /// The apps that the organization has.
    pub apps: Vec<App>,
    /// Its spaces.
    pub spaces: Vec<Space>,
    /// Its Teamwork Graph connectors.
    pub connectors: Vec<Connector>,
}

/// One subscription.
#[derive(Clone, PartialEq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Subscription {
    /// The id of its app.
    pub app: String,
    /// Its plan.
    pub plan: Plan,
    /// Whether it is a trial. Trials count (reported, not published by the vendor).
    pub trial: bool,
    /// When it ends, where that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Instant>,
}

/// Defaults that differ from the plan's.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Defaults {
    /// For metadata, where it can be chosen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<Switch>,
    /// For in-app data.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub in_app_data: Option<Switch>,
}

/// An app of the organization. Its id is a product id, or one followed by `:` and anything, where there are several.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct App {
    /// The id, as in `jira` or `jira:site-2`.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// A space of an app.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Space {
    /// The id that exceptions name.
    pub id: String,
    /// The key that records name.
    pub key: String,
    /// Its name.
    pub name: String,
    /// The id of its app.
    pub app: String,
    /// Its labels, if the host supplies them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub labels: Vec<String>,
    /// Its description, if the host supplies it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
}

/// A Teamwork Graph connector.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Connector {
    /// The id that exceptions name.
    pub id: String,
    /// Its name.
    pub name: String,
}

impl Organization {
    /// An organization of which nothing is known but its plan.
    pub fn of_plan(plan: Plan) -> Self {
        let subscription = Subscription { app: "jira".to_owned(), plan, trial: false, until: None };
        Self {
            id: "organization".to_owned(),
            name: String::new(),
            admin: None,
            plans: vec![subscription],
            defaults: None,
            exclusions: Vec::new(),
            apps: Vec::new(),
            spaces: Vec::new(),
            connectors: Vec::new(),
        }
    }

    /// Reads an organization from JSON.
    ///
    /// # Errors
    /// [`Error`] says where and what: a missing member, an unknown plan, no plan at all.
    pub fn parse(json: &str) -> Result<Self, Error> {
        door::read(json, organization)
    }

    /// Reads of an organization what can be read, and says what is wrong with the rest. What is wrong with a subscription, a default, an
    /// exclusion or the whole is wrong with the basis of every decision; a faulty app, space or connector is merely left out.
    pub fn salvage(json: &str) -> Salvaged {
        let nothing = Self { plans: Vec::new(), ..Self::of_plan(Plan::Free) };
        match door::read(json, |at| Ok(salvage(at))) {
            Ok(salvaged) => salvaged,
            Err(error) => Salvaged { organization: nothing, faults: vec![error], is_sound: false },
        }
    }

    /// The subscriptions that count at `now`.
    pub fn active(&self, now: Instant) -> impl DoubleEndedIterator<Item = &Subscription> {
        self.plans.iter().filter(move |subscription| subscription.until.is_none_or(|until| now < until))
    }

    /// The subscription that decides: the highest plan among those active at `now`, the first of equals.
    pub fn deciding(&self, now: Instant) -> Option<&Subscription> {
        self.active(now).rev().max_by_key(|subscription| subscription.plan)
    }

    /// The highest active plan; Free where every subscription has ended (our assumption).
    pub fn plan(&self, now: Instant) -> Plan {
        self.deciding(now).map_or(Plan::Free, |subscription| subscription.plan)
    }

    /// The space that a record of this product names by its key.
    pub fn space(&self, product: Product, key: &str) -> Option<&Space> {
        self.spaces.iter().find(|space| space.key == key && Product::of_app(&space.app) == Some(product))
    }
}

fn organization(at: &At<'_>) -> Result<Organization, Error> {
    let subscriptions = |plans: &At<'_>| match plans.list(subscription)? {
        none if none.is_empty() => plans.refuse("needs at least one subscription: the highest active plan decides"),
        some => Ok(some),
    };
    Ok(Organization {
        id: at.need("id", door::text)?,
        name: at.need("name", door::text)?,
        admin: at.maybe("admin", door::text)?,
        plans: at.need("plans", subscriptions)?,
        defaults: at.maybe("defaults", defaults)?,
        exclusions: at.maybe("exclusions", |at| at.list(door::text))?.unwrap_or_default(),
        apps: at.maybe("apps", |at| at.list(app))?.unwrap_or_default(),
        spaces: at.maybe("spaces", |at| at.list(space))?.unwrap_or_default(),
        connectors: at.maybe("connectors", |at| at.list(connector))?.unwrap_or_default(),
    })
}

/// What could be read of an organization.
#[derive(Clone, PartialEq, Debug)]
pub struct Salvaged {
    /// The organization, without what is faulty.
    pub organization: Organization,
    /// What is wrong with it, in the order of the document.
    pub faults: Vec<Error>,
    /// Whether decisions can be made on it.
    pub is_sound: bool,
}

fn salvage(at: &At<'_>) -> Salvaged {
    let (mut basis, mut lists) = (Vec::new(), Vec::new());
    let id = kept(at.need("id", door::text), &mut basis);
    let name = kept(at.need("name", door::text), &mut basis);
    let admin = kept(at.maybe("admin", door::text), &mut lists);
    let plans: Vec<_> = items(at, "plans", subscription, &mut basis);
    if plans.is_empty() && basis.is_empty() {
        let none =
            at.need("plans", |plans| plans.refuse::<()>("needs at least one subscription: the highest active plan decides"));
        basis.extend(none.err());
    }
    let defaults = kept(at.maybe("defaults", defaults), &mut basis);
    let exclusions = items(at, "exclusions", door::text, &mut basis);
    let apps = distinct(items(at, "apps", app, &mut lists), "apps", |app| &app.id, &mut lists);
    let spaces = distinct(items(at, "spaces", space, &mut lists), "spaces", |space| &space.id, &mut lists);
    let connectors =
        distinct(items(at, "connectors", connector, &mut lists), "connectors", |connector| &connector.id, &mut lists);
    let unknown = |space: &&Space| !apps.is_empty() && !apps.iter().any(|app| app.id == space.app);
    let strangers = spaces.iter().filter(unknown).count();
    if strangers > 0 {
        let demand = format!("{strangers} name an app that is not among the apps");
        lists.push(Error { place: "/spaces".to_owned(), demand, offset: None });
    }
    let organization = Organization { id, name, admin, plans, defaults, exclusions, apps, spaces, connectors };
    basis.dedup();
    lists.dedup();
    let is_sound = basis.is_empty();
    basis.append(&mut lists);
    Salvaged { organization, faults: basis, is_sound }
}

/// The value, or its default with the fault noted.
fn kept<T: Default>(read: Result<T, Error>, faults: &mut Vec<Error>) -> T {
    read.unwrap_or_else(|fault| {
        faults.push(fault);
        T::default()
    })
}

/// The items of a list that can be read; each other one is noted.
fn items<T>(at: &At<'_>, name: &str, reader: fn(&At<'_>) -> Result<T, Error>, faults: &mut Vec<Error>) -> Vec<T> {
    let read = at.maybe(name, |at| at.list(|item| Ok(reader(item))));
    let (mut good, all) = (Vec::new(), kept(read, faults).unwrap_or_default());
    for item in all {
        match item {
            Ok(item) => good.push(item),
            Err(fault) => faults.push(fault),
        }
    }
    good
}

/// The items with an id that none before has; the others are noted.
fn distinct<T>(all: Vec<T>, list: &str, id: fn(&T) -> &String, faults: &mut Vec<Error>) -> Vec<T> {
    let mut seen = BTreeSet::new();
    let before = all.len();
    let good: Vec<_> = all.into_iter().filter(|item| seen.insert(id(item).clone())).collect();
    let double = before - good.len();
    if double > 0 {
        let demand = format!("{double} have an id that stood before, ids must be unique");
        faults.push(Error { place: format!("/{list}"), demand, offset: None });
    }
    good
}

fn subscription(at: &At<'_>) -> Result<Subscription, Error> {
    Ok(Subscription {
        app: at.need("app", door::text)?,
        plan: at.need("plan", door::id)?,
        trial: at.maybe("trial", door::flag)?.unwrap_or_default(),
        until: at.maybe("until", Instant::read)?,
    })
}

fn defaults(at: &At<'_>) -> Result<Defaults, Error> {
    Ok(Defaults { metadata: at.maybe("metadata", Switch::read)?, in_app_data: at.maybe("inAppData", Switch::read)? })
}

fn app(at: &At<'_>) -> Result<App, Error> {
    Ok(App { id: at.need("id", door::text)?, name: at.need("name", door::text)? })
}

fn space(at: &At<'_>) -> Result<Space, Error> {
    Ok(Space {
        id: at.need("id", door::text)?,
        key: at.need("key", door::text)?,
        name: at.need("name", door::text)?,
        app: at.need("app", door::text)?,
        labels: at.maybe("labels", |at| at.list(door::text))?.unwrap_or_default(),
        description: at.maybe("description", door::text)?,
    })
}

fn connector(at: &At<'_>) -> Result<Connector, Error> {
    Ok(Connector { id: at.need("id", door::text)?, name: at.need("name", door::text)? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_with_the_basis_is_told_from_what_is_merely_left_out() {
        let read = |json: &str| Organization::salvage(json);
        let lists = read(
            r#"{"id":"o","name":"O","plans":[{"app":"jira","plan":"free"}],"apps":[{"id":"jira","name":"Jira"}],
                "spaces":[{"id":"1","key":"A","name":"A","app":"jira"},{"id":"1","key":"B","name":"B","app":"jira"},
                          {"id":"2","key":"C","name":"C","app":"gone"},{"id":"3"}]}"#,
        );
        assert!(lists.is_sound);
        assert_eq!(lists.organization.spaces.len(), 2);
        let faults: Vec<_> = lists.faults.iter().map(ToString::to_string).collect();
        assert_eq!(
            faults,
            [
                "/spaces/3/key: is missing",
                "/spaces: 1 have an id that stood before, ids must be unique",
                "/spaces: 1 name an app that is not among the apps"
            ]
        );
        let plan = read(r#"{"id":"o","name":"O","plans":[{"app":"jira","plan":"gold"},{"app":"jira","plan":"premium"}]}"#);
        assert!(!plan.is_sound);
        assert_eq!(plan.organization.plans.len(), 1, "what could be read is shown");
        assert!(!read(r#"{"id":"o","name":"O"}"#).is_sound);
        assert!(!read("[]").is_sound && !read("{").is_sound);
        let text = r#"{"id":"o","name":"O","plans":[{"app":"jira","plan":"free","until":"2026-01-01"}]}"#;
        assert_eq!(read(text).organization, Organization::parse(text).unwrap());
    }
}
