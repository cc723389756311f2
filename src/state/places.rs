//! Places that can differ from the organization's value: what they are called, and which of them a search finds.

use crate::order;
use crate::policy::{Organization, Place, Product};
use std::collections::BTreeSet;

/// The tabs of the dialog, in the vendor's order.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Tab {
    /// Spaces.
    Spaces,
    /// Apps.
    Apps,
    /// Teamwork Graph connectors.
    Connectors,
}

impl Tab {
    /// All of them, in order.
    pub const ALL: [Self; 3] = [Self::Spaces, Self::Apps, Self::Connectors];
}

/// What kind of place it is, with what else is known of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum PlaceKind {
    /// A space with its key and its app's name.
    Space {
        /// The key.
        key: String,
        /// The app's name.
        app: String,
    },
    /// An app.
    App,
    /// A Teamwork Graph connector.
    Connector,
    /// The host knows no such place (any more).
    Unknown,
}

/// A place as the page shows it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Candidate {
    /// The place.
    pub place: Place,
    /// Its name; its id where the host knows no such place.
    pub name: String,
    /// What it is.
    pub kind: PlaceKind,
}

/// A place with its name.
pub fn describe(organization: &Organization, place: &Place) -> Candidate {
    let (name, kind) = match place {
        Place::Space(id) => organization.spaces.iter().find(|space| space.id == *id).map(|space| {
            let kind = PlaceKind::Space { key: space.key.clone(), app: app_name(organization, &space.app) };
            (space.name.clone(), kind)
        }),
        Place::App(id) => organization.apps.iter().find(|app| app.id == *id).map(|app| (app.name.clone(), PlaceKind::App)),
        Place::Connector(id) => {
            let connector = organization.connectors.iter().find(|connector| connector.id == *id);
            connector.map(|connector| (connector.name.clone(), PlaceKind::Connector))
        }
    }
    .unwrap_or_else(|| (id_of(place).to_owned(), PlaceKind::Unknown));
    Candidate { place: place.clone(), name, kind }
}

/// The places on a list as the page shows them, by name.
pub fn listed(organization: &Organization, places: &BTreeSet<Place>) -> Vec<Candidate> {
    let listed: Vec<_> = places.iter().map(|place| describe(organization, place)).collect();
    let names = listed.iter().enumerate().map(|(at, candidate)| (candidate.name.to_lowercase(), at)).collect();
    order::sorted(names).into_iter().map(|(_, at)| listed[at].clone()).collect()
}

/// The places of a tab whose name or key holds the query, in the host's order. Apps that follow the organization are no candidates.
pub fn candidates(organization: &Organization, tab: Tab, query: &str) -> Vec<Candidate> {
    let query = query.trim().to_lowercase();
    let fits = |candidate: &Candidate| match &candidate.kind {
        PlaceKind::Space { key, .. } => holds(&candidate.name, &query) || holds(key, &query),
        PlaceKind::App | PlaceKind::Connector | PlaceKind::Unknown => holds(&candidate.name, &query),
    };
    places(organization, tab).map(|place| describe(organization, &place)).filter(fits).collect()
}

fn places(organization: &Organization, tab: Tab) -> Box<dyn Iterator<Item = Place> + '_> {
    match tab {
        Tab::Spaces => Box::new(organization.spaces.iter().map(|space| Place::Space(space.id.clone()))),
        Tab::Apps => {
            let covered = organization.apps.iter().filter(|app| Product::of_app(&app.id).is_some_and(Product::can_be_listed));
            Box::new(covered.map(|app| Place::App(app.id.clone())))
        }
        Tab::Connectors => Box::new(organization.connectors.iter().map(|connector| Place::Connector(connector.id.clone()))),
    }
}

fn holds(text: &str, query: &str) -> bool {
    query.is_empty() || text.to_lowercase().contains(query)
}

fn app_name(organization: &Organization, id: &str) -> String {
    organization.apps.iter().find(|app| app.id == id).map_or_else(|| id.to_owned(), |app| app.name.clone())
}

fn id_of(place: &Place) -> &str {
    match place {
        Place::Space(id) | Place::App(id) | Place::Connector(id) => id,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::{App, Plan, Space};

    fn organization() -> Organization {
        let app = |id: &str, name: &str| App { id: id.to_owned(), name: name.to_owned() };
        let space = |id: &str, key: &str, name: &str| Space {
            id: id.to_owned(),
            key: key.to_owned(),
            name: name.to_owned(),
            app: "jira".to_owned(),
            labels: Vec::new(),
            description: None,
        };
        Organization {
            apps: vec![app("jira", "Jira"), app("rovo", "Rovo"), app("unheard-of", "Unheard of")],
            spaces: vec![space("1", "SEC", "Security incidents"), space("2", "WEB", "Web shop")],
            ..Organization::of_plan(Plan::Premium)
        }
    }

    #[test]
    fn search_looks_at_names_and_keys_in_any_case() {
        let organization = organization();
        let found = |query| candidates(&organization, Tab::Spaces, query).into_iter().map(|found| found.name).collect::<Vec<_>>();
        assert_eq!(found("web"), ["Web shop"]);
        assert_eq!(found(" sec "), ["Security incidents"]);
        assert_eq!(found("").len(), 2);
    }

    #[test]
    fn an_app_that_is_not_covered_or_follows_the_organization_cannot_be_chosen() {
        let names: Vec<_> = candidates(&organization(), Tab::Apps, "").into_iter().map(|app| app.name).collect();
        assert_eq!(names, ["Jira"]);
    }

    #[test]
    fn a_place_that_is_gone_shows_its_id() {
        let gone = describe(&organization(), &Place::Space("77".to_owned()));
        assert_eq!((gone.name.as_str(), gone.kind), ("77", PlaceKind::Unknown));
    }
}
