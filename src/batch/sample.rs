//! Generated organizations, for those who have no export at hand: invented people, places and words from short lists, by a seed.

use crate::risk::Chance;
use serde_json::{Value as Json, json};

const FIRST: &[&str] = &[
    "Ada", "Bela", "Chidi", "Dana", "Emre", "Freya", "Goro", "Hana", "Ines", "Jonas", "Kofi", "Lena", "Mika", "Nadia", "Omar",
    "Pia",
];
const LAST: &[&str] = &[
    "Archer",
    "Brandt",
    "Castillo",
    "Dube",
    "Eriksen",
    "Fontaine",
    "Gupta",
    "Haddad",
    "Ivanov",
    "Jansen",
    "Keller",
    "Lindqvist",
];
const TYPES: &[(&str, u128)] = &[("Task", 50), ("Bug", 30), ("Story", 17), ("Epic", 3)];
const STATUSES: &[(&str, u128)] = &[("To do", 35), ("In progress", 25), ("Done", 34), ("In review", 5), ("Waiting for legal", 1)];
const PRIORITIES: &[(&str, u128)] = &[("Medium", 60), ("Low", 20), ("High", 17), ("Highest", 3)];
const PARTS: &[&str] = &[
    "checkout",
    "invoice page",
    "search",
    "sign-in",
    "export",
    "mobile app",
    "report",
    "crane schedule",
    "tide table",
    "loading dock",
];
const FAULTS: &[&str] = &[
    "shows an error after the update",
    "is slow in the morning",
    "loses the last entry",
    "prints the wrong total",
    "does not open for new colleagues",
    "needs a second confirmation",
    "should remember the last choice",
    "times out on large files",
];
const ENDS: &[&str] = &[
    "It worked yesterday.",
    "The customer waits for an answer.",
    "Please have a look before the release.",
    "Steps to reproduce are below.",
    "We tried it twice and got the same result.",
    "A workaround is to reload the page.",
];

fn one<'a>(chance: &mut Chance, of: &[&'a str]) -> &'a str {
    of[chance.below(of.len() as u128) as usize]
}

fn weighted<'a>(chance: &mut Chance, of: &[(&'a str, u128)]) -> &'a str {
    let mut drawn = chance.below(of.iter().map(|(_, weight)| weight).sum());
    for (name, weight) in of {
        if drawn < *weight {
            return name;
        }
        drawn -= weight;
    }
    ""
}

/// JSON Lines of so many Jira work items, from so many organizations. The same seed gives the same text.
pub fn organizations(seed: &str, organizations: u32, records: u32) -> String {
    let mut chance = Chance::new(seed.as_bytes());
    let mut text = String::new();
    for record in 0..records {
        let organization = chance.below(organizations.max(1).into());
        text.push_str(&issue(&mut chance, organization, record).to_string());
        text.push('\n');
    }
    text
}

fn issue(chance: &mut Chance, organization: u128, record: u32) -> Json {
    let space = ["WEB", "OPS", "HARBOR"][chance.below(3) as usize];
    let person = person(chance, organization);
    let other = self::person(chance, organization);
    let (part, fault, end) = (one(chance, PARTS), one(chance, FAULTS), one(chance, ENDS));
    let day = chance.below(90);
    let created = format!("2026-{:02}-{:02}T{:02}:15:00.000+0000", 8 + day / 28, 1 + day % 28, 8 + chance.below(9));
    let site = format!("org-{organization}.example");
    let text = format!(
        "The {part} {fault}. {end} Ask {} ({}).",
        other["displayName"].as_str().unwrap_or(""),
        other["emailAddress"].as_str().unwrap_or("")
    );
    json!({
        "id": format!("{}", 10_000 + record), "key": format!("{space}-{}", record + 1), "self": format!("https://{site}/rest/api/2/issue/{}", 10_000 + record),
        "fields": {
            "summary": format!("The {part} {fault}"), "description": text,
            "issuetype": {"name": weighted(chance, TYPES)}, "status": {"name": weighted(chance, STATUSES)},
            "priority": {"name": weighted(chance, PRIORITIES)}, "project": {"key": space, "name": space},
            "reporter": person, "created": created, "customfield_10016": ([1, 2, 3, 5, 8][chance.below(5) as usize]),
        },
    })
}

/// Some people write much more than others.
fn person(chance: &mut Chance, organization: u128) -> Json {
    let drawn = chance.below(12 * 16) * chance.below(12 * 16) / (12 * 16);
    let (first, last) = (FIRST[(drawn % 16) as usize], LAST[(drawn / 16) as usize % 12]);
    json!({
        "displayName": format!("{first} {last}"), "accountId": format!("5b{organization:02}{drawn:020}"),
        "emailAddress": format!("{}.{}@org-{organization}.example", first.to_lowercase(), last.to_lowercase()),
    })
}
