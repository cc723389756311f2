//! TABLE [`Topic`]: what a space may be about that is better not contributed, and the words that say so.
//!
//! The words are ours. They are looked for in what the host supplies of a space, never in its content; a space that is named otherwise
//! is not found, and the page says so.

use super::Space;
use crate::table::table;

/// The row of a topic.
#[derive(Debug)]
pub struct TopicRow {
    /// Stable id.
    pub id: &'static str,
    /// Words in lower case; two words stand side by side. Sorted.
    pub words: &'static [&'static str],
    /// A name that the words find, as proof.
    pub finds: &'static str,
}

table! {
    /// What a sensitive space may be about.
    pub enum Topic: TopicRow {
        /// Security and vulnerabilities.
        Security => TopicRow {
            id: "security",
            words: &[
                "appsec", "audit", "audits", "ciso", "credentials", "cve", "infosec", "pen test", "penetration", "pentest", "pentests", "psirt",
                "red team", "restricted", "risk", "sec", "secops", "secret", "secrets", "secure", "security", "seguridad", "sicherheit",
                "sécurité", "threat", "threats", "vulnerabilities", "vulnerability",
            ],
            finds: "AppSec findings",
        },
        /// Incidents and what was learned from them.
        Incidents => TopicRow {
            id: "incidents",
            words: &[
                "breach", "breaches", "crisis", "csirt", "forensics", "incident", "incidents", "outage", "outages", "post mortem", "postmortem",
                "postmortems", "root cause", "war room",
            ],
            finds: "Post-mortem library",
        },
        /// People and their work.
        People => TopicRow {
            id: "people",
            words: &[
                "benefits", "compensation", "disciplinary", "empleados", "employee relations", "employees", "grievance", "grievances", "hiring", "hr",
                "human resources", "offboarding", "onboarding", "payroll", "people", "people operations", "performance reviews", "personal",
                "personalabteilung", "recruiting", "recruitment", "salaries", "salary", "talent", "works council",
            ],
            finds: "HR",
        },
        /// Law and contracts.
        Legal => TopicRow {
            id: "legal",
            words: &[
                "compliance", "contract", "contracts", "counsel", "dpo", "dsar", "ethics", "gdpr", "juridique", "legal", "litigation", "nda", "ndas",
                "patent", "patents", "privacy", "privileged", "recht", "regulatory", "whistleblower",
            ],
            finds: "Legal: contracts",
        },
        /// Buying, selling and founding companies.
        Deals => TopicRow {
            id: "deals",
            words: &[
                "acquisition", "acquisitions", "board", "board meeting", "cap table", "data room", "divestiture", "due diligence", "investor",
                "investors", "ipo", "m a", "merger", "mergers", "strategy",
            ],
            finds: "M&A pipeline",
        },
        /// Money.
        Finance => TopicRow {
            id: "finance",
            words: &[
                "accounting", "banking", "budget", "budgets", "finance", "finances", "financial", "finanzen", "forecast", "invoices", "pricing",
                "procurement", "revenue", "tax", "treasury",
            ],
            finds: "Treasury",
        },
        /// Customers, by name or by case.
        Customers => TopicRow {
            id: "customers",
            words: &[
                "account plans", "client", "clients", "crm", "customer", "customers", "escalation", "escalations", "kunden", "partner", "partners",
                "rfp", "rfps", "sales", "tenders",
            ],
            finds: "Client escalations",
        },
        /// Health and safety.
        Health => TopicRow {
            id: "health",
            words: &[
                "accident", "accidents", "clinical", "hipaa", "medical", "occupational health", "patient", "patients", "phi", "sick leave", "trial data",
            ],
            finds: "Patient feedback",
        },
        /// What is said to be confidential.
        Confidential => TopicRow {
            id: "confidential",
            words: &[
                "classified", "confidential", "embargo", "embargoed", "executive", "executives", "export control", "internal only",
                "leadership", "private", "roadmap", "stealth", "unreleased", "vertraulich",
            ],
            finds: "Leadership (private)",
        },
    }
}

/// Where in what the host says of a space a word stands.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Within {
    /// In its name.
    Name,
    /// It is its key.
    Key,
    /// In one of its labels.
    Label,
    /// In its description.
    Description,
}

/// A space that looks sensitive, and why.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Suggestion {
    /// Which of the organization's spaces, by its place in the list.
    pub space: usize,
    /// The words that led to it, with their topic and where they stand; at least one.
    pub words: Vec<(Topic, &'static str, Within)>,
}

/// The spaces that look sensitive, those with the most words first.
pub fn sensitive(spaces: &[Space]) -> Vec<Suggestion> {
    let known = words();
    let found = spaces.iter().enumerate().map(|(space, of)| Suggestion { space, words: led(of, &known) });
    let found = found.filter(|suggestion| !suggestion.words.is_empty()).collect();
    crate::order::by_place(found, |suggestion| (usize::MAX - suggestion.words.len(), 0))
}

/// Every word with its topic, in order.
type Known = Vec<(&'static str, Topic)>;

fn words() -> Known {
    let of = |topic: &Topic| {
        let topic = *topic;
        topic.row().words.iter().map(move |word| (*word, topic))
    };
    crate::order::sorted(Topic::ALL.iter().flat_map(of).collect())
}

fn led(space: &Space, known: &[(&'static str, Topic)]) -> Vec<(Topic, &'static str, Within)> {
    let mut led = Vec::new();
    look(&space.name, Within::Name, known, &mut led);
    look(&space.key, Within::Key, known, &mut led);
    for label in &space.labels {
        look(label, Within::Label, known, &mut led);
    }
    look(space.description.as_deref().unwrap_or_default(), Within::Description, known, &mut led);
    led
}

/// Adds every known word, or two side by side, that is not noted yet.
fn look(text: &str, within: Within, known: &[(&'static str, Topic)], led: &mut Vec<(Topic, &'static str, Within)>) {
    let lower = text.to_lowercase();
    let words: Vec<_> = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    for (at, word) in words.iter().enumerate() {
        let pair = words.get(at + 1).map(|next| format!("{word} {next}"));
        for text in pair.as_deref().into_iter().chain([*word]) {
            let Ok(at) = known.binary_search_by(|(word, _)| (*word).cmp(text)) else { continue };
            let (word, topic) = known[at];
            if !led.iter().any(|(_, other, _)| *other == word) {
                led.push((topic, word, within));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn space(key: &str, name: &str) -> Space {
        let text = str::to_owned;
        Space { id: text(key), key: text(key), name: text(name), app: text("jira"), labels: Vec::new(), description: None }
    }

    #[test]
    fn every_topic_finds_its_proof_and_its_words_are_sorted_and_its_own() {
        let mut all = Vec::<&str>::new();
        for topic in Topic::ALL {
            let row = topic.row();
            let found = sensitive(&[space("X1", row.finds)]);
            assert!(found.iter().any(|found| found.words.iter().any(|(of, ..)| of == topic)), "{topic}: {}", row.finds);
            assert!(row.words.is_sorted(), "{topic}");
            all.extend(row.words);
        }
        assert_eq!(all.len(), crate::order::distinct(all.clone()).len(), "no word leads to two topics");
    }

    #[test]
    fn words_are_whole_and_their_place_is_told() {
        assert!(sensitive(&[space("WEB", "Sector planning and insecurely named shops")]).is_empty());
        let mut labeled = space("OPS", "Operations");
        labeled.labels = vec!["restricted".to_owned()];
        labeled.description = Some("Holds the incident log".to_owned());
        let found = sensitive(&[space("WEB", "Web shop"), labeled]);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].space, 1);
        assert_eq!(
            found[0].words,
            [(Topic::Security, "restricted", Within::Label), (Topic::Incidents, "incident", Within::Description)]
        );
    }
}
