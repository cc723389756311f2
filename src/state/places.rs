//! [`Directory`]: the places that can differ from the organization's value, indexed once, so that ten thousand are searched within a
//! frame.

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

    /// The tab that a place is found in.
    pub fn of(place: &Place) -> Self {
        match place {
            Place::Space(_) => Self::Spaces,
            Place::App(_) => Self::Apps,
            Place::Connector(_) => Self::Connectors,
        }
    }
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

/// Whether a place can be listed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Standing {
    /// It can.
    Listable,
    /// A platform app: it follows the organization's value.
    FollowsOrganization,
    /// The change does not cover it: nothing of it contributes.
    NotCovered,
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
    /// Whether it can be listed.
    pub standing: Standing,
}

/// Every place of an organization, indexed.
#[derive(Clone, Debug, Default)]
pub struct Directory {
    all: Vec<Candidate>,
    /// Name and key of each in lower case, as a search looks at them.
    searched: Vec<String>,
    /// The numbers by place, in order.
    index: Vec<(Place, usize)>,
    /// The numbers of spaces by key in lower case, in order.
    keys: Vec<(String, usize)>,
}

impl Directory {
    /// The places of an organization, in the host's order; platform apps that it names are there, too.
    pub fn new(organization: &Organization) -> Self {
        let space = |space: &crate::policy::Space| {
            let app = organization.apps.iter().find(|app| app.id == space.app);
            let app = app.map_or(&space.app, |app| &app.name).clone();
            let kind = PlaceKind::Space { key: space.key.clone(), app };
            Candidate { place: Place::Space(space.id.clone()), name: space.name.clone(), kind, standing: Standing::Listable }
        };
        let app = |app: &crate::policy::App| {
            let standing = match Product::of_app(&app.id) {
                Some(product) if product.can_be_listed() => Standing::Listable,
                Some(_) => Standing::FollowsOrganization,
                None => Standing::NotCovered,
            };
            Candidate { place: Place::App(app.id.clone()), name: app.name.clone(), kind: PlaceKind::App, standing }
        };
        let connector = |connector: &crate::policy::Connector| Candidate {
            place: Place::Connector(connector.id.clone()),
            name: connector.name.clone(),
            kind: PlaceKind::Connector,
            standing: Standing::Listable,
        };
        let mut directory = Self::default();
        organization.spaces.iter().for_each(|of| directory.add(space(of)));
        organization.apps.iter().for_each(|of| directory.add(app(of)));
        organization.connectors.iter().for_each(|of| directory.add(connector(of)));
        directory.index = order::sorted(directory.index);
        directory.keys = order::sorted(directory.keys);
        directory
    }

    fn add(&mut self, candidate: Candidate) {
        let mut searched = candidate.name.to_lowercase();
        if let PlaceKind::Space { key, .. } = &candidate.kind {
            let key = key.to_lowercase();
            searched.push('\n');
            searched.push_str(&key);
            self.keys.push((key, self.all.len()));
        }
        self.index.push((candidate.place.clone(), self.all.len()));
        self.searched.push(searched);
        self.all.push(candidate);
    }

    /// A place with its name.
    pub fn describe(&self, place: &Place) -> Candidate {
        match self.number(place) {
            Some(at) => self.all[at].clone(),
            None => Candidate {
                place: place.clone(),
                name: id_of(place).to_owned(),
                kind: PlaceKind::Unknown,
                standing: Standing::Listable,
            },
        }
    }

    /// The place at a number that [`Directory::find`] gave.
    pub fn at(&self, number: usize) -> Option<&Candidate> {
        self.all.get(number)
    }

    /// The numbers of the places of a tab whose name or key holds the query, in the host's order.
    pub fn find(&self, tab: Tab, query: &str) -> Vec<usize> {
        let query = query.trim().to_lowercase();
        let fits = |at: &usize| Tab::of(&self.all[*at].place) == tab && self.searched[*at].contains(&query);
        (0..self.all.len()).filter(fits).collect()
    }

    /// How many places a tab has.
    pub fn count(&self, tab: Tab) -> usize {
        self.all.iter().filter(|candidate| Tab::of(&candidate.place) == tab).count()
    }

    /// Name and key of a place in lower case, as a search looks at them.
    pub fn searched(&self, place: &Place) -> String {
        self.number(place).map_or_else(|| id_of(place).to_lowercase(), |at| self.searched[at].clone())
    }

    /// Which places can be put on a list, by number: those that can be listed and are not yet.
    pub fn open(&self, listed: &BTreeSet<Place>) -> Vec<bool> {
        let is_open = |of: &Candidate| of.standing == Standing::Listable && !listed.contains(&of.place);
        self.all.iter().map(is_open).collect()
    }

    /// The spaces with a key, in any case of its letters; else the one with this id.
    pub fn spaces_of_key(&self, key: &str) -> Vec<&Candidate> {
        let key_lower = key.to_lowercase();
        let first = self.keys.partition_point(|(other, _)| *other < key_lower);
        let by_key: Vec<_> = self.keys[first..].iter().take_while(|(other, _)| *other == key_lower).map(|(_, at)| *at).collect();
        let by_id = by_key.is_empty().then(|| self.number(&Place::Space(key.to_owned()))).flatten();
        by_key.into_iter().chain(by_id).map(|at| &self.all[at]).collect()
    }

    fn number(&self, place: &Place) -> Option<usize> {
        let at = self.index.binary_search_by(|(other, _)| other.cmp(place)).ok()?;
        Some(self.index[at].1)
    }

    /// The places of a list by name.
    pub fn named(&self, places: impl IntoIterator<Item = Place>) -> Vec<Candidate> {
        let all = places.into_iter().map(|place| self.describe(&place)).collect();
        order::by_text(all, |candidate: &Candidate| candidate.name.to_lowercase())
    }
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

    fn directory() -> Directory {
        let app = |id: &str, name: &str| App { id: id.to_owned(), name: name.to_owned() };
        let space = |id: &str, key: &str, name: &str| Space {
            id: id.to_owned(),
            key: key.to_owned(),
            name: name.to_owned(),
            app: "jira".to_owned(),
            labels: Vec::new(),
            description: None,
        };
        Directory::new(&Organization {
            apps: vec![app("jira", "Jira"), app("rovo", "Rovo"), app("unheard-of", "Unheard of")],
            spaces: vec![space("1", "SEC", "Security incidents"), space("2", "WEB", "Web shop")],
            ..Organization::of_plan(Plan::Premium)
        })
    }

    #[test]
    fn search_looks_at_names_and_keys_in_any_case() {
        let directory = directory();
        let found =
            |query| directory.find(Tab::Spaces, query).into_iter().map(|at| directory.all[at].name.as_str()).collect::<Vec<_>>();
        assert_eq!(found("web"), ["Web shop"]);
        assert_eq!(found(" sec "), ["Security incidents"]);
        assert_eq!(found("").len(), 2);
        assert_eq!(directory.spaces_of_key("sec")[0].name, "Security incidents");
        assert_eq!(directory.spaces_of_key("2")[0].name, "Web shop");
        assert!(directory.spaces_of_key("nope").is_empty());
    }

    #[test]
    fn an_app_that_cannot_be_listed_is_there_and_says_why() {
        let directory = directory();
        let apps: Vec<_> = directory.find(Tab::Apps, "").into_iter().map(|at| directory.all[at].standing).collect();
        assert_eq!(apps, [Standing::Listable, Standing::FollowsOrganization, Standing::NotCovered]);
    }

    #[test]
    fn a_place_that_is_gone_shows_its_id() {
        let gone = directory().describe(&Place::Space("77".to_owned()));
        assert_eq!((gone.name.as_str(), gone.kind), ("77", PlaceKind::Unknown));
    }
}
