//! [`Tuned`]: a [`Tuning`], compiled part by part, and what it does to the findings of a text.

use super::phrases::{self, Phrases};
use super::tuning::{Allowed, CustomRecognizer, Denied, Tuning};
use super::{Entity, Evidence, EvidenceKind, Finding, Score, context, normalize::View, recognizers};
use crate::order::{by_place, by_text, sorted};
use crate::record::Span;
use std::sync::Arc;

/// The recognizer that a text of the policy's deny list is found by.
pub(super) const DENY_LIST: &str = "deny-list";
/// The recognizer that stands for all of the policy's own; the evidence says which.
pub(super) const CUSTOM: &str = "custom-recognizer";
/// What a form of one of the policy's countries scores more: enough for a weak check digit to count without context.
const LOCAL: i32 = 10;

/// A compiled tuning. Its parts are shared with those it was made from.
#[derive(Clone, Debug, Default)]
pub(super) struct Tuned {
    tuning: Arc<Tuning>,
    allowing: Option<Arc<Allowing>>,
    denying: Option<Arc<Denying>>,
    /// The recognizers that score more, with the country for which they do.
    local: Arc<[(&'static str, &'static str)]>,
    /// How many parts have been compiled, for this one and for those before it.
    pub(super) built: usize,
}

impl Tuned {
    /// Another tuning; what is the same in both is not compiled again.
    pub(super) fn under(&self, tuning: &Arc<Tuning>) -> Self {
        let mut next = self.clone();
        let before = std::mem::replace(&mut next.tuning, Arc::clone(tuning));
        if Arc::ptr_eq(&before, tuning) {
            return next;
        }
        if before.allow != tuning.allow {
            next.allowing = Allowing::new(&tuning.allow).map(Arc::new);
            next.built += 1;
        }
        if before.deny != tuning.deny {
            next.denying = Denying::new(&tuning.deny).map(Arc::new);
            next.built += 1;
        }
        if before.countries != tuning.countries {
            next.local = local(tuning);
            next.built += 1;
        }
        next
    }

    /// The least score that counts for a kind.
    pub(super) fn threshold(&self, entity: Entity, general: Score) -> Score {
        self.tuning.of(entity).and_then(|of| of.threshold).unwrap_or(general)
    }

    /// Adds what the policy's own recognizers find, raises what is local, takes away what is switched off or allowed.
    pub(super) fn apply(&self, view: &View<'_>, findings: &mut Vec<Finding>) {
        for row in &self.tuning.custom_recognizers {
            custom(row, view, findings);
        }
        for finding in findings.iter_mut().filter(|_| !self.local.is_empty()) {
            if let Some(&(_, country)) = self.local.iter().find(|(id, _)| *id == finding.recognizer) {
                finding.score = finding.score.plus(LOCAL);
                finding.evidence.push(Evidence::scored(EvidenceKind::Locale, country, finding.score));
            }
        }
        let tuning = &*self.tuning;
        if !tuning.entities.is_empty() || !tuning.without.is_empty() {
            let is_on = |entity: Entity| tuning.of(entity).is_none_or(|of| of.enabled);
            findings.retain(|finding| is_on(finding.entity) && !tuning.without.iter().any(|id| id == finding.id()));
        }
        if let Some(allowing) = &self.allowing {
            let allowed = allowing.find(view);
            findings.retain(|finding| !allowed.covers(finding.span));
        }
    }

    /// What the policy always finds, disjoint and in order.
    pub(super) fn denied(&self, view: &View<'_>) -> Vec<Finding> {
        self.denying.as_ref().map(|denying| denying.find(view)).unwrap_or_default()
    }
}

fn local(tuning: &Tuning) -> Arc<[(&'static str, &'static str)]> {
    let of = |pack: &'static recognizers::Pack| {
        let country = pack.countries.iter().copied().find(|country| tuning.countries.iter().any(|of| of == country));
        pack.rows.iter().filter_map(move |row| Some((row.id, country?)))
    };
    recognizers::PACKS.iter().flat_map(of).collect()
}

fn custom(row: &CustomRecognizer, view: &View<'_>, findings: &mut Vec<Finding>) {
    row.pattern.each(view.text(), |range| {
        let Some(folded) = Span::new(view.text(), range) else { return };
        let value = &view.text()[folded.range()];
        let Some(span) = view.original(folded).filter(|_| row.check.is_none_or(|check| (check.row().passes)(value))) else {
            return;
        };
        let mut evidence = vec![
            Evidence::new(EvidenceKind::Rule, row.id.clone()),
            Evidence::new(EvidenceKind::Pattern, row.score.value().to_string()),
        ];
        evidence.extend(row.label.clone().map(|label| Evidence::new(EvidenceKind::Label, label)));
        evidence.extend(row.check.map(|check| Evidence::new(EvidenceKind::Check, check.id())));
        evidence.extend(view.evidence(folded));
        let is = |word: &str| row.context.iter().find(|known| known.eq_ignore_ascii_case(word));
        let word = context::nearby(view.text(), folded, is);
        let score = row.score.plus(if word.is_some() { context::RAISE } else { 0 });
        evidence.extend(word.map(|word| Evidence::scored(EvidenceKind::Context, word.clone(), score)));
        findings.push(Finding { span, entity: row.entity, score, recognizer: CUSTOM, evidence, person: None });
    });
}

/// The allow list, compiled.
#[derive(Debug)]
struct Allowing {
    phrases: Phrases,
    /// For each phrase: how it must be written; empty where its case says nothing.
    exact: Vec<Vec<String>>,
    patterns: Vec<super::Pattern>,
}

impl Allowing {
    fn new(list: &[Allowed]) -> Option<Self> {
        let mut texts = Vec::new();
        let mut patterns = Vec::new();
        for allowed in list {
            match allowed {
                Allowed::Text { text, ignore_case } => {
                    let forms = phrases::forms(text).into_iter();
                    texts.extend(forms.map(|(key, exact)| (key, (!ignore_case).then_some(exact))));
                }
                Allowed::Pattern { pattern } => patterns.push(pattern.clone()),
            }
        }
        let keys = phrases::keys(texts.iter().map(|(key, _)| key.as_str()));
        let mut exact: Vec<Option<Vec<String>>> = vec![Some(Vec::new()); keys.len()];
        for (key, form) in texts {
            let Ok(place) = keys.binary_search(&key) else { continue };
            match (form, &mut exact[place]) {
                (Some(form), Some(forms)) => forms.push(form),
                (None, forms) => *forms = None,
                (Some(_), None) => (),
            }
        }
        let exact = exact.into_iter().map(Option::unwrap_or_default).collect();
        (!list.is_empty()).then(|| Self { phrases: Phrases::new(&keys), exact, patterns })
    }

    fn find(&self, view: &View<'_>) -> Covered {
        let mut spans = Vec::new();
        for reading in view.readings() {
            self.phrases.each(reading.text, |phrase, span| {
                let forms = &self.exact[phrase];
                let taken = forms.is_empty() || forms.iter().any(|form| phrases::is_exactly(&reading.text[span.range()], form));
                spans.extend(reading.original(span).filter(|_| taken));
                taken
            });
        }
        let text = view.text();
        for pattern in &self.patterns {
            pattern.each(text, |range| spans.extend(Span::new(text, range).and_then(|span| view.original(span))));
        }
        Covered::new(spans)
    }
}

/// Stretches of a text: where each begins, and the farthest end of those that begin there or before.
struct Covered(Vec<(usize, usize)>);

impl Covered {
    fn new(spans: Vec<Span>) -> Self {
        let mut farthest = 0;
        let reach = |span: Span| {
            farthest = span.end().max(farthest);
            (span.start(), farthest)
        };
        Self(sorted(spans).into_iter().map(reach).collect())
    }

    /// Whether a span lies wholly inside one of them.
    fn covers(&self, span: Span) -> bool {
        let before = self.0.partition_point(|&(start, _)| start <= span.start());
        self.0[..before].last().is_some_and(|&(_, end)| end >= span.end())
    }
}

/// The deny list, compiled.
#[derive(Debug)]
struct Denying {
    phrases: Phrases,
    /// For each phrase: what it is.
    entries: Vec<Denied>,
}

impl Denying {
    fn new(list: &[Denied]) -> Option<Self> {
        let forms =
            |denied: &Denied| phrases::forms(&denied.text).into_iter().map(|(key, _)| (key, denied.clone())).collect::<Vec<_>>();
        let entries = list.iter().flat_map(forms).collect();
        let mut entries = by_text(entries, |(key, denied): &(String, Denied)| format!("{key}\0{}", denied.order()));
        // Of entries that are looked for alike, the first in their own order counts.
        entries.dedup_by(|later, first| later.0 == first.0);
        let (keys, entries): (Vec<_>, Vec<_>) = entries.into_iter().unzip();
        (!keys.is_empty()).then(|| Self { phrases: Phrases::new(&keys), entries })
    }

    fn find(&self, view: &View<'_>) -> Vec<Finding> {
        let mut spans = Vec::new();
        for reading in view.readings() {
            self.phrases.each(reading.text, |phrase, span| {
                spans.extend(reading.original(span).map(|span| (span, phrase)));
                true
            });
        }
        let mut done = 0;
        let mut findings = Vec::new();
        for (span, phrase) in by_place(spans, |(span, _)| (span.start(), usize::MAX - span.end())) {
            // What overlaps the one before is found from where that ends.
            let from = span.start().max(done);
            if let Some(rest) = view.part(from..span.end()) {
                findings.push(self.finding(rest, phrase));
            }
            done = done.max(span.end());
        }
        findings
    }

    fn finding(&self, span: Span, phrase: usize) -> Finding {
        let entry = &self.entries[phrase];
        let mut evidence = vec![Evidence::new(EvidenceKind::Rule, DENY_LIST)];
        evidence.extend(entry.label.clone().map(|label| Evidence::new(EvidenceKind::Label, label)));
        Finding { span, entity: entry.entity, score: Score::CERTAIN, recognizer: DENY_LIST, evidence, person: None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_local_scores_more_and_says_so() {
        let view = View::new("12345");
        let of = |recognizer: &'static str| Finding {
            span: Span::new("12345", 0..5).expect("inside"),
            entity: Entity::NationalId,
            score: Score::DOUBTFUL,
            recognizer,
            evidence: Vec::new(),
            person: None,
        };
        let tuned = Tuned { local: Arc::new([("here", "DE")]), ..Tuned::default() };
        let mut findings = vec![of("here"), of("there")];
        tuned.apply(&view, &mut findings);
        assert_eq!(findings[0].score, Score::FAIR);
        assert_eq!(findings[0].evidence, [Evidence::scored(EvidenceKind::Locale, "DE", Score::FAIR)]);
        assert_eq!(findings[1], of("there"));
    }

    #[test]
    fn the_rows_of_a_country_are_those_of_its_packs() {
        for pack in recognizers::PACKS {
            let countries = pack.countries.iter().map(|country| (*country).to_owned()).collect();
            let raised = local(&Tuning { countries, ..Tuning::default() });
            assert!(pack.countries.is_empty() || pack.rows.iter().all(|row| raised.iter().any(|(id, _)| *id == row.id)));
        }
        assert!(local(&Tuning::default()).is_empty());
    }
}
