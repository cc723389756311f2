//! [`Missed`]: "why not?" — recognizers that nearly found a stretch of text, and the test that each failed.

use super::{Detector, Entity, Finding, Hints, People, Score};
use crate::record::Span;
use crate::table::table;

/// The row of a test.
#[derive(Debug)]
pub struct TestRow {
    /// The stable id.
    pub id: &'static str,
}

table! {
    /// What a recognizer asks of a text, beyond that somebody looks.
    pub enum Test: TestRow {
        /// The score reaches the least that counts.
        Threshold => TestRow { id: "threshold" },
        /// A check digit or another proof passes; the detail names it.
        Check => TestRow { id: "check" },
        /// What stands in front may stand there.
        Before => TestRow { id: "before" },
        /// What stands behind may stand there.
        After => TestRow { id: "after" },
        /// Words or a form that introduce it stand in front; the detail says which would do.
        Lead => TestRow { id: "lead" },
        /// It is written as the recognizer knows it; the detail says what differs.
        Form => TestRow { id: "form" },
        /// The policy looks for it; the detail is the entity or recognizer that is switched off.
        SwitchedOff => TestRow { id: "switched-off" },
        /// The policy does not allow it.
        Allowed => TestRow { id: "allowed" },
    }
}

/// A recognizer that nearly found something.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Missed {
    /// Which.
    pub recognizer: String,
    /// What it would have been.
    pub entity: Entity,
    /// Where.
    pub span: Span,
    /// The score that it had or would have had.
    pub score: Score,
    /// The least score that counts, where that was the test.
    pub needs: Option<Score>,
    /// The test that failed.
    pub test: Test,
    /// Its parameter, never a copy of the text.
    pub detail: String,
}

impl Missed {
    /// A finding that scores less than counts.
    pub fn below(finding: &Finding, needs: Score) -> Self {
        Self {
            recognizer: finding.id().to_owned(),
            entity: finding.entity,
            span: finding.span,
            score: finding.score,
            needs: Some(needs),
            test: Test::Threshold,
            detail: needs.value().to_string(),
        }
    }

    fn failing(finding: &Finding, span: Span, test: Test, detail: &str) -> Self {
        let (needs, detail) = (None, detail.to_owned());
        Self { span, needs, test, detail, ..Self::below(finding, finding.score) }
    }
}

/// A change that makes a text one that is written as usual.
type Rewriting = (&'static str, fn(&str) -> String);

/// The changes that are tried, each with what the text then has that it lacks.
const REWRITINGS: &[Rewriting] = &[
    ("spaces", |text| text.chars().filter(|c| !c.is_whitespace()).collect()),
    ("separators", |text| text.chars().filter(|c| c.is_alphanumeric() || *c == '@').collect()),
    ("hyphens", |text| text.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect()),
    ("upper-case", str::to_uppercase),
    ("lower-case", str::to_lowercase),
    ("capitals", capitals),
];

/// Words that introduce what has no form of its own.
const LEADS: &[&str] = &["Dear", "Contact:", "name:", "phone:", "user:", "id:", "account:", "address:", "born on", "customer"];

/// Each word with a capital letter at its beginning.
fn capitals(text: &str) -> String {
    let mut begins = true;
    let mut letter = |c: char| {
        let capital = begins && c.is_alphabetic();
        begins = !c.is_alphanumeric();
        if capital { c.to_uppercase().collect::<String>() } else { c.to_string() }
    };
    text.chars().map(&mut letter).collect()
}

impl Detector {
    /// The recognizers of ours that nearly found `span`: those that reach it and fail a check or what stands beside it; then those that
    /// find the same stretch where it stands alone, behind a word that introduces it, or is written otherwise.
    pub fn probe(&self, text: &str, span: Span) -> Vec<Missed> {
        let asked = &text[span.range()];
        let near = self.compiled.rejected(text, span).into_iter();
        let mut missed: Vec<_> = near.map(|missed| Missed { span, ..missed }).collect();
        missed.extend(self.alone(text, span));
        missed.extend(self.introduced(asked, span));
        for (detail, rewriting) in REWRITINGS {
            let written = rewriting(asked);
            if written != asked {
                missed.extend(self.most(&written, &written).map(|finding| Missed::failing(&finding, span, Test::Form, detail)));
            }
        }
        missed
    }

    /// What is found where one side of the stretch, or both, are cut away.
    fn alone(&self, text: &str, span: Span) -> Vec<Missed> {
        let asked = &text[span.range()];
        let cuts = [(Test::Before, &text[span.start()..]), (Test::After, &text[..span.end()]), (Test::Before, asked)];
        let found = cuts.into_iter().filter_map(|(test, cut)| {
            let finding = self.most(cut, asked)?;
            Some(Missed::failing(&finding, span, test, "alone"))
        });
        found.collect()
    }

    /// What is found behind a word that introduces it.
    fn introduced(&self, asked: &str, span: Span) -> Vec<Missed> {
        let behind = |lead: &&str| {
            let finding = self.most(&format!("{lead} {asked}"), asked)?;
            Some(Missed::failing(&finding, span, Test::Lead, lead))
        };
        LEADS.iter().filter_map(behind).collect()
    }

    /// The finding in a text that covers most of a part of it, if it covers half.
    fn most(&self, text: &str, asked: &str) -> Option<Finding> {
        let start = text.find(asked)?;
        let part = Span::new(text, start..start + asked.len())?;
        let people = People::default();
        let found = self.detect(text, Hints { people: &people, known: &[] }, Score::new(50)).findings;
        let shared =
            |finding: &Finding| finding.span.end().min(part.end()).saturating_sub(finding.span.start().max(part.start()));
        found.iter().filter(|finding| 2 * shared(finding) >= part.len()).max_by_key(|finding| shared(finding)).cloned()
    }
}
