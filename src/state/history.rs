//! What the history says: since when each setting holds and by whom, which entries a filter shows, and what lies between two.

use super::{Change, Since, State, changes};
use crate::policy::{AuditEntry, Control, Instant, Place, Settings, Switch};

/// Since when a switch stands as it does.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Origin {
    /// When it was saved so.
    pub at: Instant,
    /// By whom; may be empty.
    pub by: String,
    /// Why; may be empty.
    pub note: String,
    /// Whether the entry before it, or the plan's default where there is none, says otherwise, so that it was switched then.
    pub is_change: bool,
}

/// Since when a switch stands as it does in what is saved; none where the history does not say.
pub fn origin(entries: &[AuditEntry], saved: &Settings, read: fn(&Settings) -> Switch) -> Option<Origin> {
    let same = |entry: &&AuditEntry| read(&entry.settings) == read(saved);
    let run = entries.iter().rev().take_while(same).count();
    let first = entries.len().checked_sub(run).filter(|_| run > 0)?;
    let AuditEntry { at, by, note, plan, settings, .. } = entries[first].clone();
    // Before the first decision the defaults of the plan held.
    let is_change = first > 0 || read(&Settings::of_plan(plan)) != read(&settings);
    Some(Origin { at, by, note, is_change })
}

/// Since when each place stands on the saved list, as the number of its entry, in the order of the list; none where no entry has it.
pub fn listed_since(entries: &[AuditEntry], saved: &Settings) -> Vec<Option<usize>> {
    let places = saved.in_app_data.exceptions();
    let mut since: Vec<Option<usize>> = vec![None; places.len()];
    for (number, entry) in entries.iter().enumerate().rev() {
        let coverage = &entry.settings.in_app_data;
        let later = (number + 1 < entries.len()).then_some(number + 1);
        if coverage.switch() != saved.in_app_data.switch() {
            break;
        }
        let mut any = false;
        for (place, since) in places.iter().zip(&mut since) {
            if *since == later && coverage.exceptions().contains(place) {
                *since = Some(number);
                any = true;
            }
        }
        if !any {
            break;
        }
    }
    since
}

/// What of the history is shown.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct HistoryLook {
    /// What the name or the note must hold.
    pub query: String,
    /// Who decided; empty for anybody.
    pub by: String,
    /// Whether only what contributes more than before is shown.
    pub more_only: bool,
}

/// The numbers of the entries that a look shows, newest first.
pub fn found(entries: &[AuditEntry], look: &HistoryLook) -> Vec<usize> {
    let query = look.query.trim().to_lowercase();
    let fits = |number: &usize| {
        let entry = &entries[*number];
        let text = |text: &str| text.to_lowercase().contains(&query);
        (query.is_empty() || text(&entry.by) || text(&entry.note) || text(entry.plan.id()))
            && (look.by.is_empty() || look.by == entry.by)
            && (!look.more_only || between(entries, number.checked_sub(1), *number).iter().any(Change::contributes_more))
    };
    (0..entries.len()).rev().filter(fits).collect()
}

/// What one entry changed against another; against the defaults of its plan where there is none before.
pub fn between(entries: &[AuditEntry], before: Option<usize>, after: usize) -> Vec<Change> {
    let Some(entry) = entries.get(after) else { return Vec::new() };
    let locked = entry.plan.row().metadata == Control::Always;
    match before.and_then(|before| entries.get(before)) {
        Some(before) => {
            let both = locked && before.plan.row().metadata == Control::Always;
            changes(&before.settings, &entry.settings, both)
        }
        None => changes(&Settings::of_plan(entry.plan), &entry.settings, locked),
    }
}

impl State {
    /// Since when a switch stands as it is saved; none in a what-if, or where the draft says otherwise.
    pub fn origin(&self, read: fn(&Settings) -> Switch) -> Option<Origin> {
        let saved = self.saved().filter(|saved| self.desk.what_if.is_none() && read(&saved.settings) == read(&self.draft))?;
        origin(&self.desk.history.entries, &saved.settings, read)
    }

    /// Since when a place is listed.
    pub fn since(&self, place: &Place) -> Since {
        let in_list = |saved: &&super::Saved| {
            let (saved, draft) = (&saved.settings.in_app_data, &self.draft.in_app_data);
            saved.switch() == draft.switch() && saved.exceptions().contains(place)
        };
        if self.saved().filter(in_list).is_none() {
            return Since::Draft;
        }
        let entry = self.desk.listed_in(place);
        entry.map_or(Since::Unknown, |entry| Since::At { at: entry.at, by: entry.by.clone() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::{Coverage, Plan};
    use std::collections::BTreeSet;

    fn entry(day: &str, by: &str, value: Switch, spaces: &[&str]) -> AuditEntry {
        let except: BTreeSet<_> = spaces.iter().map(|id| Place::Space((*id).to_owned())).collect();
        AuditEntry {
            at: Instant::parse(day).unwrap(),
            by: by.to_owned(),
            plan: Plan::Premium,
            settings: Settings { metadata: Switch::On, in_app_data: Coverage::new(value, except) },
            note: format!("note of {by}"),
            receipt_digest: String::new(),
        }
    }

    fn entries() -> Vec<AuditEntry> {
        vec![
            entry("2026-09-01", "Ada", Switch::Off, &[]),
            entry("2026-10-01", "Mia", Switch::On, &["a"]),
            entry("2026-11-01", "Ada", Switch::On, &["a", "b"]),
        ]
    }

    #[test]
    fn a_switch_stands_since_the_entry_that_moved_it() {
        let entries = entries();
        let saved = &entries[2].settings;
        let moved = origin(&entries, saved, |settings| settings.in_app_data.switch()).unwrap();
        assert_eq!((moved.by.as_str(), moved.is_change), ("Mia", true));
        let always = origin(&entries, saved, |settings| settings.metadata).unwrap();
        assert_eq!((always.by.as_str(), always.is_change), ("Ada", false));
        let other = Settings { metadata: Switch::Off, ..saved.clone() };
        assert_eq!(origin(&entries, &other, |settings| settings.metadata), None, "the history does not know of it");
    }

    #[test]
    fn places_stand_since_they_came_onto_the_list() {
        let entries = entries();
        let since = listed_since(&entries, &entries[2].settings);
        assert_eq!(since, [Some(1), Some(2)]);
        let mut more = entries[2].settings.clone();
        more.in_app_data.exceptions_mut().insert(Place::Space("c".to_owned()));
        assert_eq!(listed_since(&entries, &more), [Some(1), Some(2), None], "what no entry has is not known");
    }

    #[test]
    fn the_history_is_filtered_and_compared() {
        let entries = entries();
        let find = |look: HistoryLook| found(&entries, &look);
        assert_eq!(find(HistoryLook::default()), [2, 1, 0]);
        assert_eq!(find(HistoryLook { by: "Ada".to_owned(), ..HistoryLook::default() }), [2, 0]);
        assert_eq!(find(HistoryLook { query: "OF mia".to_owned(), ..HistoryLook::default() }), [1]);
        assert_eq!(find(HistoryLook { more_only: true, ..HistoryLook::default() }), [1]);
        assert_eq!(between(&entries, Some(0), 2).len(), 3);
        assert_eq!(between(&entries, Some(2), 0), [Change::InAppData(Switch::Off)]);
        assert!(between(&entries, None, 0).is_empty(), "off is the default of Premium");
    }
}
