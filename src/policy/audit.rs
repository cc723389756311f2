//! [`AuditEntry`]: one decision as it is kept, and [`History`]: all of them as an adapter gave them.

use super::{Error, Instant, Plan, Settings};
use crate::door::{self, At};
use serde::Serialize;

/// One decision (contract, section 1).
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AuditEntry {
    /// When it was saved.
    pub at: Instant,
    /// Who saved it, as the host says; empty where it does not.
    pub by: String,
    /// The highest active plan at that time.
    pub plan: Plan,
    /// What was decided.
    pub settings: Settings,
    /// Why, in the admin's words; may be empty.
    pub note: String,
    /// Digest of the receipt of what the preview said; empty where no preview stood.
    pub receipt_digest: String,
}

/// Every decision that could be read, oldest first, and what is wrong with the others.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct History {
    /// The decisions.
    pub entries: Vec<AuditEntry>,
    /// One fault for each entry that is left out.
    pub faults: Vec<Error>,
}

impl History {
    /// Reads a history from JSON. An entry that cannot be read is left out and noted; the others count.
    pub fn parse(json: &str) -> Self {
        let entries = match door::read(json, |at| at.list(|item| Ok(entry(item)))) {
            Ok(entries) => entries,
            Err(error) => return Self { entries: Vec::new(), faults: vec![error] },
        };
        let mut history = Self::default();
        for entry in entries {
            match entry {
                Ok(entry) => history.entries.push(entry),
                Err(fault) => history.faults.push(fault),
            }
        }
        history.entries = crate::order::by_place(history.entries, |entry| (entry.at.seconds() as usize, 0));
        history
    }
}

fn entry(at: &At<'_>) -> Result<AuditEntry, Error> {
    let text = |name| at.maybe(name, door::text).map(Option::unwrap_or_default);
    Ok(AuditEntry {
        at: at.need("at", Instant::read)?,
        by: text("by")?,
        plan: at.need("plan", door::id)?,
        settings: at.need("settings", Settings::read)?,
        note: text("note")?,
        receipt_digest: text("receiptDigest")?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const SETTINGS: &str = r#"{"version":1,"metadata":"on","inAppData":{"coverage":"off","exceptions":[]}}"#;

    #[test]
    fn a_faulty_entry_is_noted_and_the_others_count_oldest_first() {
        let json = format!(
            r#"[{{"at":"2026-11-04T10:00:00Z","by":"M. Aydin","plan":"premium","settings":{SETTINGS},"note":"","receiptDigest":"ab"}},
                {{"at":"2026-11-05","plan":"gold","settings":{SETTINGS}}},
                {{"at":"2026-09-01","plan":"free","settings":{SETTINGS}}}]"#
        );
        let history = History::parse(&json);
        assert_eq!(history.entries.iter().map(|entry| entry.plan).collect::<Vec<_>>(), [Plan::Free, Plan::Premium]);
        assert_eq!(history.faults[0].to_string(), "/1/plan: is not one of the known ids");
        assert_eq!(History::parse("{}").faults[0].to_string(), ": must be a list");
    }

    #[test]
    fn an_entry_reads_as_it_is_written() {
        let json = format!(
            r#"[{{"at":"2026-11-04T10:00:00Z","by":"A","plan":"premium","settings":{SETTINGS},"note":"why","receiptDigest":"ab"}}]"#
        );
        let history = History::parse(&json);
        assert_eq!(History::parse(&serde_json::to_string(&history.entries).unwrap()), history);
    }
}
