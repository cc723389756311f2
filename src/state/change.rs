//! [`Change`]: what a draft does to the saved settings, one by one.

use crate::policy::{Place, Settings, Switch};

/// One difference between the saved settings and the draft.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Change {
    /// Metadata contribution is switched.
    Metadata(Switch),
    /// In-app data contribution is switched.
    InAppData(Switch),
    /// A place comes onto the list.
    Listed {
        /// The place.
        place: Place,
        /// Whether it then contributes.
        contributes: Switch,
    },
    /// A place leaves the list.
    Unlisted {
        /// The place.
        place: Place,
        /// Whether it then contributes.
        contributes: Switch,
    },
}

impl Change {
    /// Whether something contributes afterwards that did not before.
    pub fn contributes_more(&self) -> bool {
        let to = match self {
            Self::Metadata(to) | Self::InAppData(to) => to,
            Self::Listed { contributes, .. } | Self::Unlisted { contributes, .. } => contributes,
        };
        *to == Switch::On
    }
}

/// Whether any of the changes makes something contribute that did not before.
pub fn contributes_more(changes: &[Change]) -> bool {
    changes.iter().any(Change::contributes_more)
}

/// Every difference, switches first. What the plan locks is no choice, so it is no difference either. When the in-app switch flips, its
/// old list is void and not counted; the new one is.
pub fn changes(saved: &Settings, draft: &Settings, metadata_is_locked: bool) -> Vec<Change> {
    let mut changes = Vec::new();
    if saved.metadata != draft.metadata && !metadata_is_locked {
        changes.push(Change::Metadata(draft.metadata));
    }
    let (before, after) = (&saved.in_app_data, &draft.in_app_data);
    let value = after.switch();
    let flipped = before.switch() != value;
    if flipped {
        changes.push(Change::InAppData(value));
    }
    let is_new = |place: &&Place| flipped || !before.exceptions().contains(place);
    let listed = |place: &Place| Change::Listed { place: place.clone(), contributes: value.flipped() };
    changes.extend(after.exceptions().iter().filter(is_new).map(listed));
    if !flipped {
        let unlisted = |place: &Place| Change::Unlisted { place: place.clone(), contributes: value };
        changes.extend(before.exceptions().difference(after.exceptions()).map(unlisted));
    }
    changes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::Coverage;

    fn settings(metadata: Switch, value: Switch, spaces: &[&str]) -> Settings {
        let except: std::collections::BTreeSet<_> = spaces.iter().map(|id| Place::Space((*id).to_owned())).collect();
        Settings { metadata, in_app_data: Coverage::new(value, except) }
    }

    #[test]
    fn excluding_a_space_contributes_less_and_including_one_more() {
        let on = changes(&settings(Switch::On, Switch::On, &[]), &settings(Switch::On, Switch::On, &["SEC"]), false);
        assert_eq!(on, [Change::Listed { place: Place::Space("SEC".to_owned()), contributes: Switch::Off }]);
        assert!(!contributes_more(&on));
        let off = changes(&settings(Switch::On, Switch::Off, &[]), &settings(Switch::On, Switch::Off, &["SEC"]), false);
        assert!(contributes_more(&off));
    }

    #[test]
    fn a_flipped_switch_voids_the_old_list_and_counts_the_new_one() {
        let flipped = changes(&settings(Switch::On, Switch::On, &["a", "b"]), &settings(Switch::On, Switch::Off, &["c"]), false);
        assert_eq!(flipped.len(), 2);
        assert!(contributes_more(&flipped), "the space on the new list contributes");
        let bare = changes(&settings(Switch::On, Switch::On, &["a", "b"]), &settings(Switch::On, Switch::Off, &[]), false);
        assert_eq!(bare, [Change::InAppData(Switch::Off)]);
    }

    #[test]
    fn what_the_plan_locks_is_no_change() {
        let (on, off) = (settings(Switch::On, Switch::On, &[]), settings(Switch::Off, Switch::On, &[]));
        assert!(changes(&on, &off, true).is_empty());
        assert_eq!(changes(&on, &off, false), [Change::Metadata(Switch::Off)]);
    }
}
