//! Overlapping findings become [`Disjoint`].

use super::{Entity, Evidence, EvidenceKind, Finding, Identifies, normalize::part};
use crate::record::Span;
use std::borrow::Cow;
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

    /// Adds one more reason to each.
    pub(super) fn explain(&mut self, why: impl Fn(&Finding) -> Evidence) {
        for finding in &mut self.0 {
            let reason = why(finding);
            finding.evidence.push(reason);
        }
    }

    /// Leaves out pieces of web addresses that hold no letter and no digit: an `@` between what was found on both sides.
    pub(super) fn drop_signs(&mut self, text: &str) {
        let says = |span: Span| text[span.range()].chars().any(char::is_alphanumeric);
        self.0.retain(|finding| finding.entity != Entity::Url || says(finding.span));
    }

    /// Whether one of them shares a byte with a span.
    pub fn overlaps(&self, span: Span) -> bool {
        let before = self.0.partition_point(|finding| finding.span.start() < span.end());
        self.0[..before].last().is_some_and(|finding| finding.span.overlaps(span))
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
/// higher score, the longer, the earlier. The winner's evidence names the losers, and it inherits the person they name. Plain web
/// addresses come last, around what was found in them.
pub fn resolve(findings: Vec<Finding>) -> Disjoint {
    let (mut addresses, mut findings): (Vec<_>, Vec<_>) = findings.into_iter().partition(|found| found.entity == Entity::Url);
    findings.sort_by_cached_key(rank);
    addresses.sort_by_cached_key(rank);
    let mut kept: BTreeMap<usize, Finding> = BTreeMap::new();
    for finding in findings {
        let overlapping = overlapping(&kept, finding.span);
        if overlapping.is_empty() {
            kept.insert(finding.span.start(), finding);
            continue;
        }
        for start in overlapping {
            kept.entry(start).and_modify(|winner| lose(&finding, winner));
        }
    }
    addresses.into_iter().for_each(|address| enclose(&mut kept, address));
    Disjoint(kept.into_values().collect())
}

/// Adds what a policy always finds, whatever else stands there. A secret or direct identifier that holds it is left whole, since
/// all of it goes; anything else gives way, and keeps what stands beside.
pub(super) fn with(found: Disjoint, denied: Vec<Finding>, text: &str) -> Disjoint {
    if denied.is_empty() {
        return found;
    }
    let mut kept: BTreeMap<usize, Finding> = BTreeMap::new();
    for finding in found.0 {
        kept.insert(finding.span.start(), finding);
    }
    for mut finding in denied {
        let overlapping = overlapping(&kept, finding.span);
        if let [only] = overlapping[..]
            && let Some(whole) = kept.get_mut(&only).filter(|other| holds(other, &finding))
        {
            lose(&finding, whole);
            continue;
        }
        for start in overlapping {
            let Some(other) = kept.remove(&start) else { continue };
            lose(&other, &mut finding);
            let beside = [other.span.start()..finding.span.start(), finding.span.end()..other.span.end()];
            for span in beside.into_iter().filter_map(|range| part(text, range)) {
                kept.insert(span.start(), Finding { span, ..other.clone() });
            }
        }
        kept.insert(finding.span.start(), finding);
    }
    Disjoint(kept.into_values().collect())
}

/// Whether nothing of `inside` is left once `whole` is gone.
fn holds(whole: &Finding, inside: &Finding) -> bool {
    let goes = matches!(whole.entity.row().identifies, Identifies::Secret | Identifies::Direct);
    goes && whole.span.contains(inside.span)
}

/// Where those begin that share a byte with a span.
fn overlapping(kept: &BTreeMap<usize, Finding>, span: Span) -> Vec<usize> {
    let before = kept.range(..span.end()).rev();
    before.take_while(|(_, other)| other.span.overlaps(span)).map(|(&start, _)| start).collect()
}

/// Puts a web address around what was found in it: what identifies by itself keeps its name and its operator, so that it goes
/// even where a policy keeps addresses; the rest of the address stands beside it. Anything else in it is only a part of it.
fn enclose(kept: &mut BTreeMap<usize, Finding>, address: Finding) {
    let starts = overlapping(kept, address.span);
    let encloses = |other: &Finding| address.span.contains(other.span) && !stands_alone(other.entity);
    if starts.iter().any(|start| kept.get(start).is_some_and(|other| other.span.contains(address.span) && !encloses(other))) {
        for start in starts {
            kept.entry(start).and_modify(|winner| lose(&address, winner));
        }
        return;
    }
    if starts.is_empty() {
        kept.insert(address.span.start(), address);
        return;
    }
    let mut rest = address.clone();
    let mut pieces = Vec::new();
    let mut left = Some(address.span);
    for start in starts.into_iter().rev() {
        let Some(other) = kept.get_mut(&start) else { continue };
        if encloses(other) {
            lose(other, &mut rest);
            kept.remove(&start);
            continue;
        }
        lose(&address, other);
        let Some(span) = left else { break };
        let [before, behind] = span.beside(other.span);
        pieces.extend(before);
        left = behind;
    }
    pieces.extend(left);
    kept.extend(pieces.into_iter().map(|span| (span.start(), Finding { span, ..rest.clone() })));
}

/// Whether something inside a web address identifies without it.
fn stands_alone(entity: Entity) -> bool {
    let direct = match entity.row().identifies {
        Identifies::Direct | Identifies::Secret | Identifies::Sensitive => true,
        Identifies::Quasi => false,
    };
    direct || matches!(entity, Entity::SmartLink | Entity::AtlassianSite | Entity::AtlassianResourceId | Entity::Url)
}

fn lose(loser: &Finding, winner: &mut Finding) {
    // The very mention by which somebody was met: its own reasons say more than that they were.
    if winner.recognizer == MET && (loser.entity, loser.span) == (winner.entity, winner.span) {
        let met = std::mem::replace(winner, loser.clone());
        return lose(&met, winner);
    }
    let is_named = |reason: &Evidence| reason.kind == EvidenceKind::Overlap && reason.detail == loser.id();
    if loser.id() != winner.id() && !winner.evidence.iter().any(is_named) {
        let by: Cow<'static, str> = match loser.id() {
            ours if ours == loser.recognizer => loser.recognizer.into(),
            rule => rule.to_owned().into(),
        };
        winner.evidence.push(Evidence::scored(EvidenceKind::Overlap, by, loser.score));
    }
    let names_the_same = winner.entity == Entity::Person || winner.span.contains(loser.span);
    if winner.person.is_none() && names_the_same && loser.person.is_some() {
        winner.person = loser.person;
        let typed = loser.evidence.iter().filter(|evidence| evidence.kind == EvidenceKind::TypedField);
        winner.evidence.extend(typed.cloned());
    }
}

/// What finds people again whom a text named.
const MET: &str = "met-person";

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
    use Entity::{AtlassianAccountId, AtlassianResourceId, EmailAddress, MessageId, PrivateUrl};
    matches!(entity, EmailAddress | MessageId | PrivateUrl | AtlassianAccountId | AtlassianResourceId)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::detect::Score;

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
        assert_eq!(kept.as_slice()[0].evidence, [Evidence::scored(EvidenceKind::Overlap, "a", Score::CERTAIN)]);
    }

    #[test]
    fn a_web_address_stands_around_what_identifies_in_it() {
        let all = || {
            vec![
                finding(0..15, Entity::Url, Score::LIKELY, "url"),
                finding(4..7, Entity::Username, Score::FAIR, "account"),
                finding(9..11, Entity::DateTime, Score::LIKELY, "date"),
            ]
        };
        let kept = resolve(all());
        let spans = |kept: &Disjoint| kept.iter().map(|f| (f.span.range(), f.recognizer)).collect::<Vec<_>>();
        assert_eq!(spans(&kept), [(0..4, "url"), (4..7, "account"), (7..15, "url")]);
        let mut whole = all();
        whole.push(finding(0..16, Entity::PrivateUrl, Score::STRONG, "meeting"));
        assert_eq!(spans(&resolve(whole)), [(0..16, "meeting")]);
    }

    #[test]
    fn an_address_takes_the_person_of_the_name_in_it() {
        let mut name = finding(0..3, Entity::Person, Score::CERTAIN, "known-person");
        name.person = Some(4);
        let kept = resolve(vec![name, finding(0..15, Entity::EmailAddress, Score::LIKELY, "email")]);
        assert_eq!((kept.len(), kept.as_slice()[0].recognizer, kept.as_slice()[0].person), (1, "email", Some(4)));
    }
}
