//! [`File`]: what the admin takes away of a decision: the history as JSON or CSV, and a reminder for a calendar.

use crate::policy::{AuditEntry, Instant, Organization};
use serde_json::json;

/// Something to keep as a file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct File {
    /// Its name.
    pub name: String,
    /// Its media type.
    pub kind: &'static str,
    /// What stands in it.
    pub text: String,
}

/// The form of a history that is taken away.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    /// JSON: the entries as the adapter has them, with the organization.
    Json,
    /// A table, CSV.
    Csv,
}

/// The history, or a part of it, as a file.
pub fn history_file(organization: &Organization, entries: &[&AuditEntry], form: Form) -> File {
    match form {
        Form::Json => {
            let of = json!({"id": organization.id, "name": organization.name});
            let text = serde_json::to_string_pretty(&json!({"version": 1, "organization": of, "decisions": entries}));
            File { name: "decisions.json".to_owned(), kind: "application/json", text: text.unwrap_or_default() }
        }
        Form::Csv => {
            let head = "organization,at,by,plan,metadata,inAppData,exceptions,note,receiptDigest\r\n".to_owned();
            let text = entries.iter().fold(head, |text, entry| text + &row(organization, entry) + "\r\n");
            File { name: "decisions.csv".to_owned(), kind: "text/csv", text }
        }
    }
}

fn row(organization: &Organization, entry: &AuditEntry) -> String {
    let place = |place: &crate::policy::Place| {
        let (kind, id) = match place {
            crate::policy::Place::Space(id) => ("space", id),
            crate::policy::Place::App(id) => ("app", id),
            crate::policy::Place::Connector(id) => ("connector", id),
        };
        format!("{kind}:{id}")
    };
    let coverage = &entry.settings.in_app_data;
    let places: Vec<_> = coverage.exceptions().iter().map(place).collect();
    let cells = [
        organization.id.clone(),
        entry.at.to_text(),
        entry.by.clone(),
        entry.plan.id().to_owned(),
        entry.settings.metadata.id().to_owned(),
        coverage.switch().id().to_owned(),
        places.join(" "),
        entry.note.clone(),
        entry.receipt_digest.clone(),
    ];
    cells.iter().map(|text| cell(text)).collect::<Vec<_>>().join(",")
}

/// A cell of a CSV table (RFC 4180). What a spreadsheet would take for a formula gets an apostrophe before it.
fn cell(text: &str) -> String {
    let guard = if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'" } else { "" };
    if guard.is_empty() && !text.contains([',', '"', '\n', '\r']) {
        return text.to_owned();
    }
    format!("\"{guard}{}\"", text.replace('"', "\"\""))
}

/// A reminder for a calendar (RFC 5545): an event of one hour, with an alarm at its beginning. `now` is when it is written.
pub fn reminder(organization: &Organization, at: Instant, now: Instant, title: &str, about: &str) -> File {
    let lines = [
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "PRODID:-//data-contribution//settings//EN".to_owned(),
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{}-{}@data-contribution.invalid", escaped(&organization.id), at.seconds()),
        format!("DTSTAMP:{}", stamp(now)),
        format!("DTSTART:{}", stamp(at)),
        "DURATION:PT1H".to_owned(),
        format!("SUMMARY:{}", escaped(title)),
        format!("DESCRIPTION:{}", escaped(about)),
        "BEGIN:VALARM".to_owned(),
        "ACTION:DISPLAY".to_owned(),
        "TRIGGER:PT0S".to_owned(),
        format!("DESCRIPTION:{}", escaped(title)),
        "END:VALARM".to_owned(),
        "END:VEVENT".to_owned(),
        "END:VCALENDAR".to_owned(),
    ];
    let text = lines.iter().map(|line| folded(line) + "\r\n").collect();
    File { name: "review-data-contribution.ics".to_owned(), kind: "text/calendar", text }
}

/// `20261123T090000Z`.
fn stamp(at: Instant) -> String {
    let text = at.to_text();
    let seconds = text.get(..19).unwrap_or_default();
    seconds.replace(['-', ':'], "") + "Z"
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\n', "\\n").replace('\r', "")
}

/// A line of at most 75 octets; what is longer goes on in the next line after a blank.
fn folded(line: &str) -> String {
    let (mut text, mut octets) = (String::new(), 0);
    for c in line.chars() {
        if octets + c.len_utf8() > 75 {
            text.push_str("\r\n ");
            octets = 1;
        }
        text.push(c);
        octets += c.len_utf8();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::{Coverage, Place, Plan, Settings, Switch};
    use std::collections::BTreeSet;

    fn entry(note: &str) -> AuditEntry {
        let except: BTreeSet<_> = [Place::Space("7".to_owned()), Place::App("jira".to_owned())].into();
        AuditEntry {
            at: Instant::parse("2026-11-23T09:00:00Z").unwrap(),
            by: "Robin Vale".to_owned(),
            plan: Plan::Premium,
            settings: Settings { metadata: Switch::On, in_app_data: Coverage::new(Switch::On, except) },
            note: note.to_owned(),
            receipt_digest: "ab12".to_owned(),
        }
    }

    #[test]
    fn a_table_keeps_its_cells_and_gives_no_spreadsheet_a_formula() {
        let organization = Organization::of_plan(Plan::Premium);
        let entries = [entry("=HYPERLINK(\"x\"), really"), entry("plain")];
        let file = history_file(&organization, &entries.iter().collect::<Vec<_>>(), Form::Csv);
        let lines: Vec<_> = file.text.split("\r\n").collect();
        assert_eq!(
            lines[1],
            "organization,2026-11-23T09:00:00Z,Robin Vale,premium,on,on,space:7 app:jira,\"'=HYPERLINK(\"\"x\"\"), really\",ab12"
        );
        assert_eq!(lines.len(), 4);
    }

    #[test]
    fn json_holds_the_entries_as_the_adapter_has_them() {
        let organization = Organization::of_plan(Plan::Premium);
        let entries = [entry("why")];
        let file = history_file(&organization, &[&entries[0]], Form::Json);
        let json: serde_json::Value = serde_json::from_str(&file.text).unwrap();
        assert_eq!(json["decisions"][0]["settings"]["inAppData"]["coverage"], "on");
        assert_eq!(crate::policy::History::parse(&json["decisions"].to_string()).entries, entries);
    }

    #[test]
    fn a_reminder_is_a_calendar_with_short_lines() {
        let organization = Organization::of_plan(Plan::Premium);
        let at = Instant::parse("2027-02-21T09:30:00Z").unwrap();
        let file = reminder(&organization, at, Instant::IN_EFFECT, "Review, please", &"Zoë prüft;\n".repeat(20));
        assert!(file.text.contains("DTSTART:20270221T093000Z\r\n") && file.text.contains("SUMMARY:Review\\, please\r\n"));
        assert!(file.text.split("\r\n").all(|line| line.len() <= 75));
        assert!(file.text.replace("\r\n ", "").contains("Zoë prüft\\;\\nZoë"));
    }
}
