//! [`Draft`]: a text as it was searched when not everybody was met yet. Whoever is met later is looked for again; nothing else is.

use super::{Detection, Detector, Entity, Finding, Hints, People, Score, name, normalize, normalize::View};
use crate::record::Person;
use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};

/// What was found in a text for those who were known then, before a policy says what counts.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    /// What rules found, then what structure and known people say, then what the tagger found.
    all: Vec<Finding>,
    rules: usize,
    named: usize,
    /// Whether a word of somebody's name may stand elsewhere in the text.
    pub(super) repeats: bool,
    /// How many people were known.
    people: usize,
    /// Whether the tagger has seen it as it is.
    is_tagged: bool,
}

impl Draft {
    /// Bytes of a text up to which it is tagged anew for those who were met since: a longer one would take seconds twice.
    const TAGGED_AGAIN: usize = 1_000_000;

    /// The people whom the text names and no typed field does. Who previews a record asks for those of all its texts, and gives them as
    /// known ones for each of them.
    pub fn met(&self, text: &str, people: &People) -> Vec<Person> {
        name::meet(text, &self.all, people)
    }

    /// What was found.
    pub(super) fn into_findings(self) -> Vec<Finding> {
        self.all
    }
}

/// Short texts come again and again: names of statuses, addresses, everything that is said of a user. What stood in them the last time
/// is kept in a fixed number of places. Most texts come once: what is kept was met twice. It holds for one detector.
#[derive(Debug, Default)]
pub struct Memo(Vec<Place>);

/// A text that is kept, and the hash of the last other one that belongs here.
#[derive(Clone, Debug, Default)]
struct Place {
    kept: Option<(String, Draft)>,
    last: u64,
}

impl Place {
    /// What is kept of a text.
    fn of(&mut self, text: &str) -> Option<&mut Draft> {
        self.kept.as_mut().filter(|(kept, _)| kept == text).map(|(_, draft)| draft)
    }
}

impl Memo {
    const PLACES: usize = 1 << 12;
    /// Bytes of the longest text that is kept.
    const LONGEST: usize = 1024;

    /// One that remembers; [`Memo::default`] has no place for anything.
    pub fn new() -> Self {
        Self(vec![Place::default(); Self::PLACES])
    }

    /// The place of a text, and its hash.
    fn place(&mut self, text: &str) -> Option<(&mut Place, u64)> {
        if text.len() > Self::LONGEST || self.0.is_empty() {
            return None;
        }
        let mut hasher = DefaultHasher::new();
        text.hash(&mut hasher);
        let hash = hasher.finish();
        Some((self.0.get_mut(hash as usize % Self::PLACES)?, hash))
    }
}

impl Detector {
    /// Searches a text for those who are known.
    pub fn draft(&self, text: &str, hints: Hints<'_>, memo: &mut Memo) -> Draft {
        let view = View::new(text);
        let Some((place, hash)) = memo.place(text) else {
            return self.searched(&view, hints);
        };
        if let Some(draft) = place.of(text) {
            *draft = self.named(&view, hints, std::mem::take(draft));
            return draft.clone();
        }
        let draft = self.searched(&view, hints);
        if std::mem::replace(&mut place.last, hash) == hash {
            place.kept = Some((text.to_owned(), draft.clone()));
        }
        draft
    }

    /// The people whom a text names that is searched for nothing else.
    pub fn strangers(&self, text: &str, hints: Hints<'_>, memo: &mut Memo) -> Vec<Person> {
        // Numbers and dates name nobody: no name is without two letters in a row.
        if !text.split(|c: char| !c.is_alphabetic()).any(|word| word.chars().nth(1).is_some()) {
            return Vec::new();
        }
        if let Some((place, _)) = memo.place(text)
            && let Some(draft) = place.of(text)
        {
            *draft = self.named(&View::new(text), hints, std::mem::take(draft));
            return draft.met(text, hints.people);
        }
        self.draft(text, hints, memo).met(text, hints.people)
    }

    /// Everything in a searched text that counts, with those who were met since.
    pub fn finish(&self, text: &str, hints: Hints<'_>, draft: Draft, threshold: Score) -> Detection {
        let view = View::new(text);
        let draft = if draft.people == hints.people.as_slice().len() { draft } else { self.named(&view, hints, draft) };
        self.settle(&view, hints, draft, threshold)
    }

    /// Searches a text for those who are known, without a memory.
    pub(super) fn searched(&self, view: &View<'_>, hints: Hints<'_>) -> Draft {
        self.named(view, hints, self.ruled(view))
    }

    /// What rules find, whoever is known.
    fn ruled(&self, view: &View<'_>) -> Draft {
        let mut all = self.compiled.find(view);
        normalize::reread(view, &mut all, |reading| self.compiled.find(reading));
        Draft { rules: all.len(), named: all.len(), all, repeats: true, people: 0, is_tagged: false }
    }

    /// The same text with what structure and these people say; what that changes is tagged anew.
    fn named(&self, view: &View<'_>, hints: Hints<'_>, mut draft: Draft) -> Draft {
        let text = view.original_text();
        let named = named(view, hints);
        draft.people = hints.people.as_slice().len();
        let renumbered = if draft.is_tagged { renumbered(&draft.all[draft.rules..draft.named], &named) } else { None };
        let count = draft.rules + named.len();
        draft.all.splice(draft.rules..draft.named, named);
        draft.named = count;
        if let Some(renumbered) = renumbered {
            // Whoever has no number here is somebody of another record, and nobody in this one.
            for finding in &mut draft.all[count..] {
                finding.person = finding.person.and_then(|person| renumbered.get(&person).copied());
            }
            return draft;
        }
        if draft.is_tagged && text.len() > Draft::TAGGED_AGAIN {
            return draft;
        }
        draft.all.truncate(count);
        self.tagged(text, draft)
    }

    /// The same with what the tagger takes for names.
    fn tagged(&self, text: &str, mut draft: Draft) -> Draft {
        // A text that is one address all over has no word in it for the tagger.
        let is_address = |finding: &Finding| {
            finding.span.len() == text.len()
                && matches!(finding.entity, Entity::Url | Entity::EmailAddress)
                && finding.score >= Score::FAIR
        };
        if let Some(names) = &self.names {
            let is_alone = draft.all[..draft.rules].iter().any(is_address);
            let (tagged, repeats) = if is_alone { (Vec::new(), false) } else { names.find(text, &draft.all) };
            draft.all.extend(tagged);
            draft.repeats = repeats;
        }
        draft.is_tagged = true;
        draft
    }

    /// What rules find, as the tagger learns from it.
    #[cfg(feature = "train")]
    pub(in crate::detect) fn rules(&self, text: &str, hints: Hints<'_>) -> Vec<Finding> {
        let view = View::new(text);
        let mut all = self.ruled(&view).all;
        all.append(&mut named(&view, hints));
        all
    }
}

/// The numbers that the same people have in another record, where both say the same to the tagger: for it a finding is where it
/// stands, its kind and its score, and it hands on who somebody is.
fn renumbered(before: &[Finding], now: &[Finding]) -> Option<BTreeMap<usize, usize>> {
    let mut numbers = BTreeMap::new();
    let alike = |(before, now): (&Finding, &Finding)| {
        let people = match (before.person, now.person) {
            (None, None) => true,
            (Some(before), Some(now)) => *numbers.entry(before).or_insert(now) == now,
            (Some(_), None) | (None, Some(_)) => false,
        };
        people && (before.span, before.entity, before.score) == (now.span, now.entity, now.score)
    };
    (before.len() == now.len() && before.iter().zip(now).all(alike)).then_some(numbers)
}

/// What the document's structure says, and where known people are named.
fn named(view: &View<'_>, hints: Hints<'_>) -> Vec<Finding> {
    let mut named = name::structure(view.original_text(), hints.known, hints.people);
    named.append(&mut name::find(view, hints.people));
    named
}
