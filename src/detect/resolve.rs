//! Overlapping findings become [`Disjoint`].

use super::{Entity, Evidence, EvidenceKind, Finding, Identifies};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Findings in order of their start, none overlapping another. Only [`resolve`] makes one.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Disjoint(Vec<Finding>);

impl Disjoint {
    /// The findings, in order.
    pub fn as_slice(&self) -> &[Finding] {
        &self.0
    }

    /// The findings, in order.
    pub fn iter(&self) -> std::slice::Iter<'_, Finding> {
        self.0.iter()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<'a> IntoIterator for &'a Disjoint {
    type Item = &'a Finding;
    type IntoIter = std::slice::Iter<'a, Finding>;
    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// Keeps, of findings that overlap, the better one: secrets before all, what can hold a name before the name in it, then the
/// higher score, the longer, the earlier. The winner's evidence names the losers, and it inherits the person they name.
pub fn resolve(mut findings: Vec<Finding>) -> Disjoint {
    findings.sort_by_cached_key(rank);
    let mut kept: BTreeMap<usize, Finding> = BTreeMap::new();
    for finding in findings {
        let overlapping: Vec<usize> = kept
            .range(..finding.span.end())
            .rev()
            .take_while(|(_, other)| other.span.overlaps(finding.span))
            .map(|(&start, _)| start)
            .collect();
        if overlapping.is_empty() {
            kept.insert(finding.span.start(), finding);
            continue;
        }
        for start in overlapping {
            kept.entry(start).and_modify(|winner| lose(&finding, winner));
        }
    }
    Disjoint(kept.into_values().collect())
}

fn lose(loser: &Finding, winner: &mut Finding) {
    let evidence = Evidence::new(EvidenceKind::Overlap, loser.recognizer);
    if loser.recognizer != winner.recognizer && !winner.evidence.contains(&evidence) {
        winner.evidence.push(evidence);
    }
    let names_the_same = winner.entity == Entity::Person || winner.span.contains(loser.span);
    if winner.person.is_none() && names_the_same && loser.person.is_some() {
        winner.person = loser.person;
        let typed = loser.evidence.iter().filter(|evidence| evidence.kind == EvidenceKind::TypedField);
        winner.evidence.extend(typed.cloned());
    }
}

type Rank = (Reverse<u8>, Reverse<u8>, Reverse<usize>, usize, &'static str, Reverse<bool>);

fn rank(finding: &Finding) -> Rank {
    let tier = match finding.entity.row().identifies {
        Identifies::Secret => 2,
        Identifies::Direct | Identifies::Quasi | Identifies::Sensitive => u8::from(holds_names(finding.entity)),
    };
    let (score, length) = (finding.score.value(), finding.span.len());
    (Reverse(tier), Reverse(score), Reverse(length), finding.span.start(), finding.recognizer, Reverse(finding.person.is_some()))
}

/// Whether a name inside such a thing is only a part of it.
fn holds_names(entity: Entity) -> bool {
    matches!(entity, Entity::EmailAddress | Entity::Url | Entity::AtlassianAccountId | Entity::AtlassianResourceId)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::detect::Score;
    use crate::record::Span;

    fn finding(range: std::ops::Range<usize>, entity: Entity, score: Score, recognizer: &'static str) -> Finding {
        let span = Span::new("0123456789012345", range).expect("inside");
        Finding { span, entity, score, recognizer, evidence: Vec::new(), person: None }
    }

    #[test]
    fn overlaps_keep_the_secret_then_the_certain_then_the_longer() {
        let all = vec![
            finding(0..9, Entity::PhoneNumber, Score::CERTAIN, "a"),
            finding(2..4, Entity::Password, Score::FAIR, "b"),
            finding(9..12, Entity::Person, Score::FAIR, "c"),
            finding(9..14, Entity::Username, Score::FAIR, "d"),
        ];
        let kept = resolve(all);
        assert_eq!(kept.iter().map(|finding| finding.recognizer).collect::<Vec<_>>(), ["b", "d"]);
        assert_eq!(kept.as_slice()[0].evidence, [Evidence::new(EvidenceKind::Overlap, "a")]);
    }

    #[test]
    fn an_address_takes_the_person_of_the_name_in_it() {
        let mut name = finding(0..3, Entity::Person, Score::CERTAIN, "known-person");
        name.person = Some(4);
        let kept = resolve(vec![name, finding(0..15, Entity::EmailAddress, Score::LIKELY, "email")]);
        assert_eq!((kept.len(), kept.as_slice()[0].recognizer, kept.as_slice()[0].person), (1, "email", Some(4)));
    }
}
