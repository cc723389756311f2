//! Which kind of task a record is, from words of our own list. A linear model: every word votes for a class with a weight, and the class
//! with the highest sum wins if it wins clearly. Classes, words and weights are set by hand: an assumption, and shown as one.

use crate::runs::Kind;
use crate::table::table;
use std::sync::LazyLock;

/// The row of a class.
#[derive(Debug)]
pub struct TaskClassRow {
    /// The id.
    pub id: &'static str,
    /// Words in lower case, each with its weight. A word counts once, also as the beginning of a longer one from five letters on.
    pub words: &'static [(&'static str, i32)],
}

table! {
    /// What a task is about.
    pub enum TaskClass: TaskClassRow {
        /// Something does not work as it should.
        Bug => TaskClassRow { id: "bug", words: &[
            ("bug", 3), ("error", 2), ("crash", 3), ("broken", 2), ("fails", 2), ("failed", 1), ("exception", 3), ("stack", 1),
            ("wrong", 1), ("regression", 3), ("reproduce", 2), ("fehler", 2), ("kaputt", 2), ("erreur", 2),
        ] },
        /// Something new is wanted.
        Feature => TaskClassRow { id: "feature", words: &[
            ("feature", 2), ("support", 1), ("implement", 2), ("add", 1), ("new", 1), ("story", 1), ("allow", 1), ("want", 1),
            ("enable", 1), ("roadmap", 2), ("design", 1), ("funktion", 2), ("prototype", 2),
        ] },
        /// A service is down or was.
        Incident => TaskClassRow { id: "incident", words: &[
            ("incident", 3), ("outage", 3), ("down", 1), ("postmortem", 3), ("timeline", 1), ("mitigat", 2), ("rollback", 2),
            ("alert", 1), ("on-call", 2), ("impact", 1), ("root", 1), ("störung", 3), ("ausfall", 3),
        ] },
        /// Somebody asks for access or equipment.
        Access => TaskClassRow { id: "access-request", words: &[
            ("access", 3), ("permission", 2), ("password", 1), ("login", 1), ("vpn", 2), ("account", 1), ("license", 1),
            ("laptop", 2), ("badge", 2), ("request", 1), ("zugang", 3), ("accès", 3),
        ] },
        /// Work that keeps things going.
        Maintenance => TaskClassRow { id: "maintenance", words: &[
            ("upgrade", 2), ("update", 1), ("migrat", 2), ("cleanup", 2), ("refactor", 3), ("deprecat", 2), ("dependency", 2),
            ("patch", 2), ("backup", 2), ("schedule", 1), ("wartung", 3),
        ] },
        /// Something is written down.
        Documentation => TaskClassRow { id: "documentation", words: &[
            ("document", 1), ("docs", 2), ("guide", 2), ("article", 2), ("how-to", 3), ("faq", 2), ("runbook", 2), ("wiki", 1),
            ("readme", 2), ("notes", 1), ("handbook", 2), ("anleitung", 3),
        ] },
        /// A question.
        Question => TaskClassRow { id: "question", words: &[
            ("question", 3), ("how", 1), ("why", 1), ("what", 1), ("where", 1), ("help", 1), ("anybody", 1), ("possible", 1),
            ("frage", 2),
        ] },
    }
}

/// A class with the words of our list that speak for it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TaskVerdict {
    /// The class.
    pub class: TaskClass,
    /// Our own words that were met, each with its weight.
    pub evidence: Vec<(&'static str, i32)>,
}

/// What words are made of.
const WORDS: &Kind = &Kind::words(b"-", char::is_alphanumeric);

/// A number for the first two bytes of a word: most words begin like none that is known.
fn beginning(word: &str) -> usize {
    let byte = |at: usize| usize::from(word.as_bytes().get(at).copied().unwrap_or(0) & 31);
    byte(0) << 5 | byte(1)
}

/// The known words of all classes in their order, and by how a word begins which of them begin so, as bits.
static KNOWN: LazyLock<(Vec<&'static str>, Vec<u128>)> = LazyLock::new(|| {
    let known: Vec<_> = TaskClass::ALL.iter().flat_map(|class| class.row().words).map(|(word, _)| *word).collect();
    let mut begins = vec![0; 1024];
    known.iter().enumerate().for_each(|(at, word)| begins[beginning(word)] |= 1 << at);
    (known, begins)
});

/// Which known words stand in a text, as bits in their order.
fn met(text: &str) -> u128 {
    let (known, begins) = &*KNOWN;
    let lower = text.to_lowercase();
    let mut met = 0;
    for (_, word) in WORDS.runs(&lower) {
        let mut alike = begins[beginning(word)] & !met;
        while alike != 0 {
            let known = known[alike.trailing_zeros() as usize];
            if word == known || known.len() >= 5 && word.starts_with(known) {
                met |= alike & alike.wrapping_neg();
            }
            alike &= alike - 1;
        }
    }
    met
}

impl TaskClass {
    /// The class of a text; none where fewer than three points speak for one, or two are level.
    pub fn of(text: &str) -> Option<TaskVerdict> {
        let mut met = met(text);
        let mut best: Option<(i32, TaskVerdict)> = None;
        let mut level = false;
        for &class in Self::ALL {
            let words = class.row().words;
            let evidence: Vec<_> = (0..words.len()).filter(|&at| met >> at & 1 == 1).map(|at| words[at]).collect();
            met >>= words.len();
            let sum = evidence.iter().map(|(_, weight)| weight).sum();
            let before = best.as_ref().map_or(2, |(best, _)| *best);
            level = sum == before && best.is_some() || level && sum <= before;
            if sum > before {
                best = Some((sum, TaskVerdict { class, evidence }));
            }
        }
        best.filter(|_| !level).map(|(_, verdict)| verdict)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_our_list_vote() {
        let class = |text: &str| TaskClass::of(text).map(|verdict| verdict.class);
        assert_eq!(class("Checkout crashes with an exception since the upgrade"), Some(TaskClass::Bug));
        assert_eq!(class("Outage on Tuesday: timeline, impact and rollback"), Some(TaskClass::Incident));
        assert_eq!(class("I need access to the VPN"), Some(TaskClass::Access));
        assert_eq!(class("The harbor is quiet today"), None);
        assert_eq!(class("bug incident"), None, "level");
        let verdict = TaskClass::of("A crash, a bug").unwrap();
        assert_eq!(verdict.evidence, [("bug", 3), ("crash", 3)]);
        assert!(KNOWN.0.len() <= u128::BITS as usize, "each has a bit");
    }
}
