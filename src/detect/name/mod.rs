//! People: whom typed fields name is found again everywhere in the text, and what the document's structure marks is taken as
//! found. Words that introduce an unknown name are rows of the pack `people`.

mod find;
mod fold;
mod index;
mod initials;
mod meet;
mod ordinary;
mod tagger;
mod title;

pub(super) use find::find;
pub(super) use meet::meet;
pub(super) use tagger::hash_of;
#[cfg(feature = "train")]
pub use tagger::train;
pub use tagger::{ClassMisses, ExpectedMisses, Misses, Names, NotNames};

use super::{Entity, Evidence, EvidenceKind, Finding, Score};
use crate::record::{
    Person, Span,
    document::{Known, KnownKind},
};
pub(crate) use index::Acquainted;
use index::Index;

/// What finds known people, as [`Finding::recognizer`] names it, sorted.
pub const RECOGNIZERS: &[&str] = &[
    "document-date",
    "document-mention",
    "document-user",
    "job-title-beside-name",
    "known-account-id",
    "known-email",
    "known-handle",
    "known-organization",
    "known-person",
    "known-person-initial",
    "known-person-part",
    "known-person-word",
    "known-username",
    "listed-person",
    "met-person",
    "met-username",
    "tagged-address",
    "tagged-location",
    "tagged-organization",
    "tagged-person",
    "tagged-username",
];

/// The people whom typed fields name, ready to be searched for.
#[derive(Clone, Debug, Default)]
pub struct People {
    people: Vec<Person>,
    index: Index,
    complete: bool,
}

impl People {
    /// Prepares the search for these people.
    pub fn new(people: &[Person]) -> Self {
        Self::with_names(people.to_vec(), None)
    }

    /// The same, by their nicknames too.
    pub fn with_names(people: Vec<Person>, names: Option<&Names>) -> Self {
        let mut own = Self::default();
        own.extend(people, names, &mut Acquainted::default());
        own
    }

    /// Adds people, by what is remembered of them.
    pub(crate) fn extend(&mut self, met: Vec<Person>, names: Option<&Names>, known: &mut Acquainted) {
        self.index.extend((self.people.len(), &met), names, known);
        self.people.extend(met);
    }

    /// The same people, and nobody else is to be met in the text: all of its record was looked through.
    #[must_use]
    pub fn complete(self) -> Self {
        Self { complete: true, ..self }
    }

    /// Whether nobody else is to be met.
    pub(super) fn is_complete(&self) -> bool {
        self.complete
    }

    /// Whether only the text names this person, and no typed field.
    fn is_met(&self, person: usize) -> bool {
        self.people.get(person).is_some_and(|person| person.roles == [Person::ELSEWHERE])
    }

    /// The people, in the order given.
    pub fn as_slice(&self) -> &[Person] {
        &self.people
    }

    /// Why a finding names this person: one reason per role.
    fn evidence(&self, person: usize) -> Vec<Evidence> {
        let roles = self.people.get(person).map_or(&[][..], |person| &person.roles);
        if self.is_met(person) {
            return vec![Evidence::new(EvidenceKind::Elsewhere, "record")];
        }
        if roles.is_empty() {
            return vec![Evidence::new(EvidenceKind::TypedField, "people")];
        }
        roles.iter().map(|role| Evidence::new(EvidenceKind::TypedField, role.clone())).collect()
    }

    /// The person with this name, account or user name, in any case of letters.
    fn whose(&self, text: &str) -> Option<usize> {
        let wanted = text.trim_start_matches('@').to_lowercase();
        let is = |part: &Option<String>| part.as_ref().is_some_and(|part| part.to_lowercase() == wanted);
        self.people
            .iter()
            .position(|person| [&person.name, &person.account_id, &person.username, &person.email].into_iter().any(is))
    }
}

/// What the document's structure says, as findings.
pub(super) fn structure(text: &str, known: &[Known], people: &People) -> Vec<Finding> {
    known.iter().filter_map(|known| marked(text, known, people)).collect()
}

fn marked(text: &str, known: &Known, people: &People) -> Option<Finding> {
    let (entity, recognizer, said) = match known.kind {
        KnownKind::Mention => (Entity::Person, "document-mention", "mention"),
        KnownKind::AccountId => (Entity::AtlassianAccountId, "document-user", "account"),
        KnownKind::Username => (Entity::Username, "document-user", "user"),
        KnownKind::Date => (Entity::DateTime, "document-date", "date"),
        KnownKind::Link => return None,
    };
    let marked = text.get(known.span.range())?;
    // The sign before a mention belongs to the markup, not to the name.
    let sign = marked.len() - marked.trim_start_matches('@').len();
    let span = Span::new(text, known.span.start() + sign..known.span.end())?;
    let person = (known.kind != KnownKind::Date).then(|| people.whose(marked)).flatten();
    let mut evidence = vec![Evidence::new(EvidenceKind::Structure, said)];
    evidence.extend(person.into_iter().flat_map(|person| people.evidence(person)));
    Some(Finding { span, entity, score: Score::CERTAIN, recognizer, evidence, person })
}
