//! The three-way view of a conflict: what was, what is saved now, what the draft says, and a choice for each difference.

use crate::order;
use crate::policy::{Coverage, Place, Settings, Switch};
use std::collections::BTreeSet;

/// What a row of the view is about.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Subject {
    /// The metadata switch.
    Metadata,
    /// The in-app data switch.
    InAppData,
    /// Whether a place stands on the list for this position of the in-app switch.
    Place {
        /// The position whose list it is.
        under: Switch,
        /// The place.
        place: Place,
    },
}

/// Whose value is taken.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Side {
    /// What is saved now.
    Theirs,
    /// What the draft says.
    Yours,
}

/// A difference between what is saved now and the draft. On means: contributes, or for a place: stands on the list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Difference {
    /// What it is about.
    pub subject: Subject,
    /// What was saved when the draft was begun.
    pub base: Switch,
    /// What is saved now.
    pub theirs: Switch,
    /// What the draft says.
    pub yours: Switch,
}

impl Difference {
    /// Who changed it. A value is on or off, so where the two differ now, exactly one of them differs from before.
    pub fn changed_by(&self) -> Side {
        if self.theirs == self.base { Side::Yours } else { Side::Theirs }
    }
}

/// Every difference between what is saved now and the draft, switches first.
pub fn differences(base: &Settings, theirs: &Settings, yours: &Settings) -> Vec<Difference> {
    let mut subjects = vec![Subject::Metadata, Subject::InAppData];
    let places = [base, theirs, yours].into_iter().flat_map(|settings| {
        let under = settings.in_app_data.switch();
        settings.in_app_data.exceptions().iter().map(move |place| Subject::Place { under, place: place.clone() })
    });
    subjects.extend(order::distinct(places.collect()));
    let difference = |subject: Subject| Difference {
        base: value(base, &subject),
        theirs: value(theirs, &subject),
        yours: value(yours, &subject),
        subject,
    };
    subjects.into_iter().map(difference).filter(|difference| difference.theirs != difference.yours).collect()
}

/// The settings that come of the choices: what is saved now, with every row that is taken from the draft laid over it.
pub fn merged(theirs: &Settings, yours: &Settings, taken: &[(Difference, Side)]) -> Settings {
    let mut result = theirs.clone();
    let takes = |subject: &Subject| taken.iter().any(|(difference, side)| difference.subject == *subject && *side == Side::Yours);
    if takes(&Subject::Metadata) {
        result.metadata = yours.metadata;
    }
    let switch = if takes(&Subject::InAppData) { yours.in_app_data.switch() } else { theirs.in_app_data.switch() };
    let mut places: BTreeSet<Place> = list(theirs, switch).cloned().unwrap_or_default();
    for (difference, side) in taken {
        let Subject::Place { under, place } = &difference.subject else { continue };
        if *under != switch {
            continue;
        }
        let stays = if *side == Side::Yours { difference.yours } else { difference.theirs };
        if stays == Switch::On {
            places.insert(place.clone());
        } else {
            places.remove(place);
        }
    }
    result.in_app_data = Coverage::new(switch, places);
    result
}

/// The list for a position of the in-app switch; none where the switch stands otherwise.
fn list(settings: &Settings, under: Switch) -> Option<&BTreeSet<Place>> {
    (settings.in_app_data.switch() == under).then(|| settings.in_app_data.exceptions())
}

fn value(settings: &Settings, subject: &Subject) -> Switch {
    match subject {
        Subject::Metadata => settings.metadata,
        Subject::InAppData => settings.in_app_data.switch(),
        Subject::Place { under, place } if list(settings, *under).is_some_and(|list| list.contains(place)) => Switch::On,
        Subject::Place { .. } => Switch::Off,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(metadata: Switch, value: Switch, spaces: &[&str]) -> Settings {
        let except: BTreeSet<_> = spaces.iter().map(|id| Place::Space((*id).to_owned())).collect();
        Settings { metadata, in_app_data: Coverage::new(value, except) }
    }

    fn all(differences: Vec<Difference>, side: impl Fn(&Difference) -> Side) -> Vec<(Difference, Side)> {
        differences.into_iter().map(|difference| (difference.clone(), side(&difference))).collect()
    }

    #[test]
    fn taking_one_side_everywhere_gives_that_side() {
        use Switch::{Off, On};
        let base = settings(On, On, &["a", "b"]);
        let cases = [
            (settings(On, On, &["a", "b", "t"]), settings(On, On, &["a"])),
            (settings(Off, Off, &["c"]), settings(On, On, &["a", "b", "y"])),
            (settings(On, On, &["a"]), settings(Off, Off, &["y"])),
            (base.clone(), settings(On, Off, &["y", "z"])),
        ];
        for (theirs, yours) in cases {
            let rows = differences(&base, &theirs, &yours);
            assert_eq!(merged(&theirs, &yours, &all(rows.clone(), |_| Side::Yours)), yours);
            assert_eq!(merged(&theirs, &yours, &all(rows, |_| Side::Theirs)), theirs);
        }
    }

    #[test]
    fn each_row_can_be_taken_from_whoever_changed_it() {
        use Switch::On;
        let (base, theirs, yours) = (settings(On, On, &["a"]), settings(On, On, &["a", "t"]), settings(On, On, &["y"]));
        let rows = differences(&base, &theirs, &yours);
        assert_eq!(rows.len(), 3);
        let both = merged(&theirs, &yours, &all(rows, Difference::changed_by));
        assert_eq!(both, settings(On, On, &["t", "y"]));
    }
}
