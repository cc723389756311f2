//! [`Organization`]: what the host says about whose settings these are.

use super::{Error, Instant, Plan, Product, Switch};
use crate::door::{self, At};
use serde::Serialize;

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

    /// The subscription that decides: the highest plan among those active at `now`, the first of equals.
    pub fn deciding(&self, now: Instant) -> Option<&Subscription> {
        let active = self.plans.iter().filter(|subscription| subscription.until.is_none_or(|until| now < until));
        active.rev().max_by_key(|subscription| subscription.plan)
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
