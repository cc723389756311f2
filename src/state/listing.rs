//! [`Listing`]: the table of exceptions: searched, sorted, reduced to a kind, in pages.

use super::{Candidate, Directory, PlaceKind, Tab};
use crate::order;
use crate::policy::{Instant, Place};
use std::collections::BTreeSet;
use std::sync::Arc;

/// How many rows a page of the table has.
pub const PAGE: usize = 25;

/// Since when a place is listed, and by whom.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Since {
    /// It is in the draft only.
    Draft,
    /// It is saved, and the history does not say when it was.
    Unknown,
    /// It was saved then.
    At {
        /// When.
        at: Instant,
        /// By whom; may be empty.
        by: String,
    },
}

/// One row of the table.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Listed {
    /// The place.
    pub candidate: Candidate,
    /// Since when it is listed.
    pub since: Since,
    /// Its name and key as a search looks at them.
    pub searched: String,
}

/// By which column the table is sorted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Column {
    /// By name.
    Name,
    /// By kind.
    Kind,
    /// By app.
    App,
    /// By date, what is in the draft first.
    Since,
}

impl Column {
    /// Every column, in order.
    pub const ALL: [Self; 4] = [Self::Name, Self::Kind, Self::App, Self::Since];
}

/// What of the table is looked at.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Look {
    /// What names and keys must hold.
    pub query: String,
    /// Which kind is shown; none for all.
    pub kind: Option<Tab>,
    /// By what it is sorted.
    pub column: Column,
    /// Whether the order is turned round.
    pub is_descending: bool,
}

impl Default for Look {
    fn default() -> Self {
        Self { query: String::new(), kind: None, column: Column::Name, is_descending: false }
    }
}

/// Every row, by name.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Listing(pub Arc<Vec<Listed>>);

impl Listing {
    /// The rows for a list of places.
    pub fn new(directory: &Directory, places: &BTreeSet<Place>, since: impl Fn(&Place) -> Since) -> Self {
        let named = directory.named(places.iter().cloned());
        let row = |candidate: Candidate| {
            let searched = directory.searched(&candidate.place);
            Listed { since: since(&candidate.place), candidate, searched }
        };
        Self(Arc::new(named.into_iter().map(row).collect()))
    }

    /// The numbers of the rows that a look shows, in its order.
    pub fn find(&self, look: &Look) -> Vec<usize> {
        let query = look.query.trim().to_lowercase();
        let fits = |at: &usize| {
            let row = &self.0[*at];
            look.kind.is_none_or(|kind| kind == Tab::of(&row.candidate.place)) && row.searched.contains(&query)
        };
        let found: Vec<_> = (0..self.0.len()).filter(fits).collect();
        let mut sorted = match look.column {
            Column::Name => found,
            Column::Kind => order::by_place(found, |at| (Tab::of(&self.0[*at].candidate.place) as usize, 0)),
            Column::App => order::by_text(found, |at| app_of(&self.0[*at].candidate).to_lowercase()),
            Column::Since => order::by_place(found, |at| match &self.0[*at].since {
                Since::Draft => (0, 0),
                Since::Unknown => (2, 0),
                Since::At { at, .. } => (1, u32::MAX.saturating_sub(at.seconds()) as usize),
            }),
        };
        if look.is_descending {
            sorted.reverse();
        }
        sorted
    }

    /// How many rows are of a kind.
    pub fn count(&self, kind: Tab) -> usize {
        self.0.iter().filter(|row| Tab::of(&row.candidate.place) == kind).count()
    }
}

/// The name of a space's app; empty for anything else.
pub fn app_of(candidate: &Candidate) -> &str {
    match &candidate.kind {
        PlaceKind::Space { app, .. } => app,
        PlaceKind::App | PlaceKind::Connector | PlaceKind::Unknown => "",
    }
}

/// How many pages so many rows have; at least one.
pub fn pages(rows: usize) -> usize {
    rows.div_ceil(PAGE).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::{App, Organization, Plan, Space};

    fn thousands(count: usize) -> (Directory, BTreeSet<Place>) {
        let space = |n: usize| Space {
            id: n.to_string(),
            key: format!("S{n}"),
            name: format!("Space {n}"),
            app: if n.is_multiple_of(2) { "jira" } else { "confluence" }.to_owned(),
            labels: Vec::new(),
            description: None,
        };
        let spaces: Vec<_> = (0..count).map(space).collect();
        let places = spaces.iter().map(|space| Place::Space(space.id.clone())).chain([Place::App("jira".to_owned())]).collect();
        let apps = vec![App { id: "jira".to_owned(), name: "Jira".to_owned() }];
        (Directory::new(&Organization { spaces, apps, ..Organization::of_plan(Plan::Free) }), places)
    }

    #[test]
    fn rows_are_found_by_name_and_key_and_kind() {
        let (directory, places) = thousands(20);
        let listing = Listing::new(&directory, &places, |_| Since::Draft);
        let find = |query: &str, kind| listing.find(&Look { query: query.to_owned(), kind, ..Look::default() }).len();
        assert_eq!((find("space 1", None), find("s13", None), find("", Some(Tab::Apps)), find("zz", None)), (11, 1, 1, 0));
        assert_eq!((listing.count(Tab::Spaces), pages(0), pages(PAGE), pages(PAGE + 1)), (20, 1, 1, 2));
    }

    #[test]
    fn every_column_sorts_both_ways() {
        let (directory, places) = thousands(3);
        let since = |place: &Place| match place {
            Place::Space(id) if id == "1" => Since::At { at: Instant::IN_EFFECT, by: String::new() },
            Place::Space(id) if id == "2" => Since::At { at: Instant::ANNOUNCED, by: String::new() },
            Place::Space(_) => Since::Draft,
            Place::App(_) | Place::Connector(_) => Since::Unknown,
        };
        let listing = Listing::new(&directory, &places, since);
        let names = |column, is_descending| {
            let found = listing.find(&Look { column, is_descending, ..Look::default() });
            found.into_iter().map(|at| listing.0[at].candidate.name.clone()).collect::<Vec<_>>().join(",")
        };
        assert_eq!(names(Column::Name, false), "Jira,Space 0,Space 1,Space 2");
        assert_eq!(names(Column::Kind, false), "Space 0,Space 1,Space 2,Jira");
        assert_eq!(names(Column::App, true), "Space 2,Space 0,Space 1,Jira");
        assert_eq!(names(Column::Since, false), "Space 0,Space 1,Space 2,Jira");
    }
}
