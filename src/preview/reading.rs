//! [`Reading`]: records as they were read and searched. It depends on the input and on what a policy says of finding and of fields;
//! settings, plans, operators, keys and the time change nothing in it, so it is kept and used again when one of those changes.

use crate::detect::{
    Acquainted, Detector, Disjoint, Draft, Entity, Evidence, EvidenceKind, Finding, Hints, Memo, People, Score, resolve,
};
use crate::policy::{FieldRule, Known, Met, Policy};
use crate::record::document::Text;
use crate::record::parse::{Error, InputFormat, Parsed, Warning, parse};
use crate::record::{Field, Parts, Record, Span};

/// Records, their texts, and what was found in them.
#[derive(Debug)]
pub struct Reading {
    pub(super) format: Option<InputFormat>,
    pub(super) warnings: Vec<Warning>,
    pub(super) records: Vec<Record>,
    people: People,
    /// The digest of the lexicon and tagger for names that the detector had.
    pub(super) names: Option<String>,
    /// For each record its fields, in their order.
    pub(super) fields: Vec<Vec<Searched>>,
}

/// A field's text, and what was found in it.
#[derive(Debug)]
pub(super) struct Searched {
    /// The position of the rule that covers it, if one does.
    rule: Option<usize>,
    guessed: bool,
    pub(super) text: Text,
    pub(super) found: Disjoint,
    /// Each of its values, where the rule says what becomes of all of them.
    whole: Option<Disjoint>,
    pub(super) candidates: Disjoint,
}

impl Reading {
    /// Reads records from text and searches them.
    ///
    /// # Errors
    /// Only the reading can fail: see [`Error`].
    pub fn of_text(detector: &Detector, policy: &Policy, input: &str, format: InputFormat) -> Result<Self, Error> {
        let Parsed { records, format, warnings } = parse(input, format)?;
        Ok(Self { format: Some(format), warnings, ..Self::new(detector, policy, records) })
    }

    /// Searches records. People whom one of them names are looked for in all of them.
    pub fn new(detector: &Detector, policy: &Policy, records: Vec<Record>) -> Self {
        let (people, drafts) = everyone((detector, policy), &records, &|_, _| Reach::Found, &mut Memory::default());
        let fields = drafts.into_iter().map(|drafts| search(detector, policy, &people, drafts)).collect();
        let names = detector.names().map(|names| names.digest().to_owned());
        Self { format: None, warnings: Vec::new(), records, people, names, fields }
    }

    /// The records.
    pub fn records(&self) -> &[Record] {
        &self.records
    }

    /// What the input was taken for; none for records that were given.
    pub fn format(&self) -> Option<InputFormat> {
        self.format
    }

    /// The text of a field by the positions of its record and itself, what was found in it, and what scored too little.
    pub fn searched(&self, record: usize, field: usize) -> Option<(&Text, &Disjoint, &Disjoint)> {
        let searched = self.fields.get(record)?.get(field)?;
        Some((&searched.text, searched.treated(), &searched.candidates))
    }

    /// The rule by which the policy that it was read under knows a field.
    pub fn rule<'a>(&self, policy: &'a Policy, record: usize, field: usize) -> Option<&'a FieldRule> {
        self.fields.get(record)?.get(field)?.known(policy).rule
    }

    /// Searches a field's text with another detector, for the same people.
    pub fn search_again(&self, detector: &Detector, threshold: Score, text: &Text) -> Disjoint {
        detector.detect(text.joined(), Hints { people: &self.people, known: text.known() }, threshold).findings
    }
}

impl Searched {
    /// What operators are applied to: what was found; or every value, where the field has an operator of its own.
    pub(super) fn treated(&self) -> &Disjoint {
        self.whole.as_ref().unwrap_or(&self.found)
    }

    /// What the policy that it was read under knows of the field.
    pub(super) fn known<'a>(&self, policy: &'a Policy) -> Known<'a> {
        Known { rule: self.rule.and_then(|rule| policy.fields.get(rule)), guessed: self.guessed }
    }
}

/// The text of a field, what may leave of it first.
fn text_of(known: Known<'_>, field: &Field) -> Text {
    match known.rule.filter(|rule| !rule.members.is_empty()) {
        Some(rule) => Text::read_parts(&field.value, &parts(&rule.members)),
        None => Text::read(&field.value, field.format),
    }
}

/// A field's text, as it was searched when not everybody was met.
pub(super) struct Drafted {
    rule: Option<usize>,
    guessed: bool,
    text: Text,
    /// None where nothing but people was looked for.
    draft: Option<Draft>,
}

/// What is remembered of earlier records. It holds for one detector and one policy.
#[derive(Debug, Default)]
pub struct Memory {
    texts: Memo,
    people: Acquainted,
    rules: Met,
}

impl Memory {
    /// One that remembers texts and people, too.
    pub fn new() -> Self {
        Self { texts: Memo::new(), people: Acquainted::new(), rules: Met::new() }
    }
}

/// Everybody whom the records name, in typed fields and then in their texts; and for each record its fields as far as they are looked
/// into.
pub(super) fn everyone(
    (detector, policy): (&Detector, &Policy),
    records: &[Record],
    reach: &dyn Fn(&Record, Known<'_>) -> Reach,
    Memory { texts, people: acquainted, rules }: &mut Memory,
) -> (People, Vec<Vec<Drafted>>) {
    let everyone = records.iter().flat_map(|record| record.people.iter().cloned()).collect();
    let mut people = People::default();
    people.extend(everyone, detector.names(), acquainted);
    let mut drafted = |record: &Record, field: &Field| {
        let (rule, guessed) = policy.rule_met(record, field, rules);
        let known = Known { rule: rule.and_then(|rule| policy.fields.get(rule)), guessed };
        let (text, reach) = (text_of(known, field), reach(record, known));
        let hints = Hints { people: &people, known: text.known() };
        let draft = (reach == Reach::Found).then(|| detector.draft(text.joined(), hints, texts));
        let met = match &draft {
            Some(draft) => draft.met(text.joined(), &people),
            None => detector.strangers(text.joined(), hints, texts),
        };
        if !met.is_empty() {
            people.extend(met, detector.names(), acquainted);
        }
        Drafted { rule, guessed, text: if reach == Reach::Nothing { Text::default() } else { text }, draft }
    };
    let drafts = records.iter().map(|record| record.fields.iter().map(|field| drafted(record, field)).collect()).collect();
    (people.complete(), drafts)
}

/// How far a field is looked into.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    /// Not at all.
    Nothing,
    /// Its text is read.
    Text,
    /// Its text is searched.
    Found,
}

/// The fields of a record with what counts of what was found, for everybody who was met.
pub(super) fn search(detector: &Detector, policy: &Policy, people: &People, drafts: Vec<Drafted>) -> Vec<Searched> {
    let field = |Drafted { rule, guessed, text, draft }: Drafted| {
        let Some(draft) = draft else {
            let (found, candidates) = (Disjoint::default(), Disjoint::default());
            return Searched { rule, guessed, whole: None, text, found, candidates };
        };
        let detection = detector.finish(text.joined(), Hints { people, known: text.known() }, draft, policy.threshold);
        let operator = rule.and_then(|rule| policy.fields.get(rule)?.operator.as_ref());
        let whole = operator.map(|_| values(&text, &detection.findings));
        Searched { rule, guessed, whole, candidates: detection.candidates(), found: detection.findings, text }
    };
    drafts.into_iter().map(field).collect()
}

/// Every line of a text that people read, as a finding: of the kind that was found if that is all of it.
fn values(text: &Text, found: &Disjoint) -> Disjoint {
    let visible = &text.joined()[..text.visible()];
    let mut at = 0;
    let mut lines = Vec::new();
    for line in visible.split_inclusive('\n') {
        let start = at + line.len() - line.trim_start().len();
        at += line.len();
        let Some(span) = Span::new(visible, start..start + line.trim().len()) else { continue };
        let all = found.iter().find(|finding| finding.span == span);
        let evidence = vec![Evidence::new(EvidenceKind::Structure, "field")];
        let entity = all.map_or(Entity::Custom, |finding| finding.entity);
        lines.push(Finding { span, entity, score: Score::CERTAIN, recognizer: FIELD_RULE, evidence, person: None });
    }
    resolve(lines)
}

/// The recognizer of a field's values, where its rule says what becomes of all of them.
pub const FIELD_RULE: &str = "field-rule";

/// The parts of a value that may leave.
pub(super) fn parts<'a>(members: &'a [std::borrow::Cow<'static, str>]) -> Parts<'a> {
    Parts::new(members.iter().map(AsRef::as_ref))
}
