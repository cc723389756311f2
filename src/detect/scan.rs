//! [`Compiled`]: the recognizers as one automaton, and the one pass over a text that wakes them.
//!
//! The pass looks at each byte once. At the beginning of a word or at a sign it walks the automaton of all rows that can begin
//! there, at once, as far as one of them goes; a row with an [`Anchor`] is woken by its rarer byte instead and looks back for its
//! beginning.

use super::{
    Evidence, EvidenceKind, Finding, Missed, Test, context,
    edge::{Side, allows},
    machine::{End, Machine},
    normalize::View,
    program::{Group, PROGRAM, Program, ROWS, SharedLead, Start},
    recognizer::{Anchor, Edge, Failing, Lead, Recognizer},
    recognizers,
};
use crate::record::Span;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

/// Few findings have more reasons.
const REASONS: usize = 4;
/// No value has more plausible ends than this; the longest are tried first.
const ENDS: usize = 48;

/// The compiled recognizers.
#[derive(Debug)]
pub(super) struct Compiled {
    rows: Vec<&'static Recognizer>,
    /// What walks have worked out so far, for every text that is searched at the same time.
    machines: Mutex<Vec<Machine>>,
}

/// The rows are constant, and so is what a walk over them comes to: all detectors share it.
pub(super) static COMPILED: LazyLock<Arc<Compiled>> =
    LazyLock::new(|| Arc::new(Compiled { rows: recognizers::all().collect(), machines: Mutex::default() }));

impl Compiled {
    /// Everything that a row finds, in the order of where it is woken, with spans in the original text.
    pub(super) fn find(&self, view: &View<'_>) -> Vec<Finding> {
        let mut scan = self.scan(view);
        scan.run(&mut Buffers { nameless: vec![0; scan.program.leads.len()], ..Buffers::default() });
        let Scan { machine, findings, .. } = scan;
        self.put_back(machine);
        findings
    }

    /// Why rows that reach a stretch of text did not find it: an edge or a check that must hold does not. Values are read from
    /// its beginning, as long as they end inside it. Spans in the answer are those of the line that holds it.
    pub(super) fn rejected(&self, text: &str, span: Span) -> Vec<Missed> {
        let from = text[..span.start()].rfind('\n').map_or(0, |at| at + 1);
        let to = text[span.end()..].find('\n').map_or(text.len(), |at| span.end() + at);
        let view = View::new(&text[from..to]);
        // Where signs were folded to others of another length, offsets differ; then the rest of the probe must do.
        let Some(span) =
            Span::new(view.text(), span.start() - from..span.end() - from).filter(|_| view.text().len() == to - from)
        else {
            return Vec::new();
        };
        let mut scan = self.scan(&view);
        let (mut missed, mut ends) = (Vec::new(), Vec::new());
        scan.machine.walk(scan.program.groups[0].start, view.text().as_bytes(), span.start(), usize::MAX, &mut ends);
        let reaching = ends.iter().filter(|(end, _)| 2 * (end - span.start()) > span.len() && *end <= span.end());
        for &(end, set) in reaching {
            let units = scan.machine.set(set).units.iter().filter(|unit| usize::from(**unit) < ROWS);
            missed.extend(units.filter_map(|&row| scan.failed(self.rows[usize::from(row)], span.start(), end)));
        }
        self.put_back(scan.machine);
        missed
    }

    fn scan<'a>(&'a self, view: &'a View<'a>) -> Scan<'a> {
        let machine = self.machines.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let machine = machine.unwrap_or_else(Machine::new);
        let (rows, text) = (&self.rows, view.text());
        let purse = Purse::default();
        Scan { program: &PROGRAM, machine, rows, view, text, done: Vec::new(), purse, findings: Vec::new() }
    }

    fn put_back(&self, machine: Machine) {
        self.machines.lock().unwrap_or_else(PoisonError::into_inner).push(machine);
    }
}

/// Room that every attempt uses anew.
#[derive(Default)]
struct Buffers {
    starts: Vec<usize>,
    heads: Vec<End>,
    values: Vec<End>,
    tried: Vec<u16>,
    settled: Vec<u16>,
    named: Vec<u16>,
    /// By lead: the last end at which it held no word of a key.
    nameless: Vec<usize>,
}

/// What a scan may read once more. Each byte of a text is read at least once; values that begin inside one another are read by
/// several walks, and a text that is nothing but such beginnings (`http://http://…`) would be read as often as it is long. So a
/// walk that begins where others have been pays from this purse, which begins full and into which every byte of the text puts
/// [`Purse::GRANT`]: no labelled or real text ever comes near its end. Where it is empty, a walk still reads
/// [`Purse::ALWAYS`] bytes.
#[derive(Debug)]
struct Purse {
    /// How far walks and checks have read.
    read: usize,
    /// Up to where bytes have put their grant in.
    granted: usize,
    credit: usize,
    /// Bytes read by walks and checks together, for the law that this is linear.
    spent: usize,
}

impl Default for Purse {
    fn default() -> Self {
        Self { read: 0, granted: 0, credit: Self::MOST, spent: 0 }
    }
}

impl Purse {
    const GRANT: usize = 32;
    const ALWAYS: usize = 64;
    const MOST: usize = 1 << 17;

    /// How many bytes a walk that begins here may read.
    #[inline(always)]
    fn reach(&mut self, from: usize) -> usize {
        let new = from.saturating_sub(self.granted);
        self.granted += new;
        self.credit = (self.credit + new * Self::GRANT).min(Self::MOST);
        if from >= self.read { usize::MAX } else { self.credit.max(Self::ALWAYS) }
    }

    /// Pays for what was read of a text.
    #[inline(always)]
    fn pay(&mut self, from: usize, to: usize) {
        let again = self.read.min(to).saturating_sub(from);
        self.credit = self.credit.saturating_sub(again);
        self.spent += to - from;
        self.read = self.read.max(to);
    }
}

struct Scan<'a> {
    program: &'static Program,
    machine: Machine,
    rows: &'a [&'static Recognizer],
    view: &'a View<'a>,
    text: &'a str,
    /// Rows that have found something, and up to where. Few do, in most texts.
    done: Vec<(u16, usize)>,
    purse: Purse,
    findings: Vec<Finding>,
}

impl Scan<'_> {
    fn run(&mut self, room: &mut Buffers) {
        let (program, bytes) = (self.program, self.text.as_bytes());
        let beginnings = &program.groups[0];
        for mut woken in program.wake.blocks(bytes) {
            // Anew for each block: a walk may have made the machine begin its memory anew.
            let first = self.machine.start(beginnings.start);
            woken.drop_starts(|at| self.machine.is_barren(first, bytes, at));
            for (at, starts, anchors) in woken.places() {
                if starts {
                    self.attempt(beginnings, at, room);
                }
                if anchors {
                    for &group in program.anchored(bytes[at]) {
                        self.look_back(&program.groups[group], at, room);
                    }
                }
            }
        }
    }

    /// Tries the beginnings from which the group can reach its anchor, the farthest first.
    fn look_back(&mut self, group: &Group, anchor: usize, room: &mut Buffers) {
        let bytes = self.text.as_bytes();
        let Some(back) = group.back.filter(|_| group.goes_on(bytes.get(anchor + 1).copied().unwrap_or(0))) else { return };
        let mut starts = std::mem::take(&mut room.starts);
        starts.clear();
        let is_word = |at: usize| bytes[at].is_ascii_alphanumeric();
        self.machine.walk_back(back, bytes, anchor, Anchor::BACK, |at| {
            if group.inside || at == 0 || !is_word(at) || !is_word(at - 1) {
                starts.push(at);
            }
        });
        for &start in starts.iter().rev() {
            if self.text.is_char_boundary(start) {
                self.attempt(group, start, room);
            }
        }
        room.starts = starts;
    }

    /// Walks from where something may begin, and notes what is complete where.
    #[inline(always)]
    fn walk(&mut self, start: Start, from: usize, ends: &mut Vec<End>) {
        let reach = self.purse.reach(from);
        let to = self.machine.walk(start, self.text.as_bytes(), from, reach, ends);
        self.purse.pay(from, to);
    }

    /// Walks a group from where it may begin.
    #[inline]
    fn attempt(&mut self, group: &Group, start: usize, room: &mut Buffers) {
        self.walk(group.start, start, &mut room.heads);
        if !room.heads.is_empty() {
            let heads = std::mem::take(&mut room.heads);
            self.complete(start, &heads, room);
            room.heads = heads;
        }
    }

    /// Settles every row and lead that is complete somewhere.
    fn complete(&mut self, start: usize, heads: &[End], room: &mut Buffers) {
        let mut tried = std::mem::take(&mut room.tried);
        tried.clear();
        for (index, &(end, set)) in heads.iter().enumerate().rev() {
            for place in 0..self.machine.set(set).units.len() {
                let unit = self.machine.set(set).units[place];
                if tried.contains(&unit) {
                    continue;
                }
                tried.push(unit);
                match usize::from(unit).checked_sub(ROWS) {
                    None => self.settle(unit, start, start, &heads[..=index]),
                    Some(lead) => {
                        let next = self.text.as_bytes().get(end);
                        if next.is_some_and(|&next| self.program.leads[lead].goes_on(next)) {
                            self.follow(lead, start, end, room);
                        }
                    }
                }
            }
        }
        room.tried = tried;
    }

    /// Looks for what a lead introduces.
    fn follow(&mut self, lead: usize, start: usize, from: usize, room: &mut Buffers) {
        let SharedLead { is_key, values: value, .. } = self.program.leads[lead];
        room.named.clear();
        if is_key {
            // The farthest beginning of a key's name holds whatever a nearer one does.
            if room.nameless[lead] == from {
                return;
            }
            self.machine.units(self.program.keywords, &self.text.as_bytes()[start..from], &mut room.named);
            if room.named.is_empty() {
                room.nameless[lead] = from;
                return;
            }
        }
        let mut values = std::mem::take(&mut room.values);
        self.walk(value, from, &mut values);
        self.introduced(start, from, &values, is_key, room);
        room.values = values;
    }

    /// Settles the rows that are complete behind a lead; for a key those that its name calls.
    fn introduced(&mut self, start: usize, from: usize, values: &[End], is_key: bool, room: &mut Buffers) {
        room.settled.clear();
        for (index, &(_, set)) in values.iter().enumerate().rev() {
            for place in 0..self.machine.set(set).units.len() {
                let row = self.machine.set(set).units[place];
                if !room.settled.contains(&row) && (!is_key || room.named.contains(&row)) {
                    room.settled.push(row);
                    self.settle(row, start, from, &values[..=index]);
                }
            }
        }
    }

    /// Notes what a row finds, if its edges and checks hold for one of these ends.
    fn settle(&mut self, row: u16, start: usize, from: usize, ends: &[End]) {
        let (index, row) = (row, self.rows[usize::from(row)]);
        let done = self.done.iter().position(|(row, _)| *row == index);
        if done.is_some_and(|done| start < self.done[done].1) || !allows(row.edges.before, Side::Before, self.text, start) {
            return;
        }
        let is_mine = |set: u32| self.machine.set(set).units.contains(&index);
        let mine = ends.iter().rev().filter(|(_, set)| is_mine(*set)).map(|&(end, _)| end);
        let Some(span) = choose(row, (self.text, from), mine, &mut self.purse) else { return };
        match done {
            Some(done) => self.done[done].1 = span.end(),
            None => self.done.push((index, span.end())),
        }
        self.found(row, start, span);
    }

    /// The first test that a row fails for a value.
    fn failed(&self, row: &Recognizer, start: usize, end: usize) -> Option<Missed> {
        let span = Span::new(self.text, start..end)?;
        let value = &self.text[span.range()];
        let check = row.checks.iter().find(|check| check.failing == Failing::Drops && !(check.passes)(value));
        let (test, detail) = match check {
            Some(check) => (Test::Check, check.id),
            None if !allows(row.edges.before, Side::Before, self.text, start) => (Test::Before, "edge"),
            None if !allows(row.edges.after, Side::After, self.text, end) => (Test::After, "edge"),
            None => return None,
        };
        let (recognizer, detail) = (row.id.to_owned(), detail.to_owned());
        Some(Missed {
            recognizer,
            entity: row.entity,
            span: self.view.original(span)?,
            score: row.score,
            needs: None,
            test,
            detail,
        })
    }

    fn found(&mut self, row: &'static Recognizer, start: usize, span: Span) {
        let value = &self.text[span.range()];
        let mut evidence = Vec::with_capacity(REASONS);
        evidence.push(Evidence::new(EvidenceKind::Pattern, row.score.value().to_string()));
        if let Lead::Trigger(_) = row.lead {
            evidence.push(Evidence::new(EvidenceKind::Trigger, context::trigger(row, &self.text[start..span.start()])));
        }
        if let Lead::Key(words) = row.lead {
            let word = context::key(words, &self.text[start..span.start()]);
            evidence.extend(word.map(|word| Evidence::new(EvidenceKind::Context, word)));
        }
        evidence.extend(
            row.checks.iter().filter(|check| (check.passes)(value)).map(|check| Evidence::new(EvidenceKind::Check, check.id)),
        );
        evidence
            .extend(row.reserved.and_then(|reserved| reserved(value)).map(|name| Evidence::new(EvidenceKind::Reserved, name)));
        evidence.extend(self.view.evidence(span));
        let score = context::weighed(row, self.text, start, span, &mut evidence);
        let Some(span) = self.view.original(span) else { return };
        self.findings.push(Finding { span, entity: row.entity, score, recognizer: row.id, evidence, person: None });
    }
}

/// The longest span from a place in a text on whose edge and checks hold.
fn choose(row: &Recognizer, (text, from): (&str, usize), ends: impl Iterator<Item = usize>, purse: &mut Purse) -> Option<Span> {
    let inside = |end: usize| text.as_bytes().get(end).is_some_and(u8::is_ascii_alphanumeric);
    let fits = |end: &usize| {
        (row.edges.after == Edge::Any || !inside(*end))
            && text.is_char_boundary(*end)
            && allows(row.edges.after, Side::After, text, *end)
    };
    ends.filter(fits).take(ENDS).find_map(|end| {
        let span = Span::new(text, from..end)?;
        let value = &text[span.range()];
        let mut musts = row.checks.iter().filter(|check| check.failing == Failing::Drops);
        purse.pay(from, end);
        musts.all(|check| (check.passes)(value)).then_some(span)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Counted, not timed: bytes read by all walks and checks together.
    fn read(text: &str) -> usize {
        let view = View::new(text);
        let mut scan = COMPILED.scan(&view);
        scan.run(&mut Buffers { nameless: vec![0; scan.program.leads.len()], ..Buffers::default() });
        scan.purse.spent
    }

    #[test]
    fn a_memory_that_begins_anew_changes_nothing() {
        let text: String = recognizers::all().flat_map(|row| row.finds).flat_map(|text| [*text, "\n\n"]).collect();
        let view = View::new(&text);
        let found = |limit: Option<usize>| {
            let mut scan = COMPILED.scan(&view);
            scan.machine = Machine::new();
            scan.machine.limit = limit.unwrap_or(scan.machine.limit);
            scan.run(&mut Buffers { nameless: vec![0; scan.program.leads.len()], ..Buffers::default() });
            scan.findings
        };
        let all = found(None);
        assert!(all.len() > 1_000, "{}", all.len());
        for limit in [400, 800, 1_600, 3_200] {
            assert_eq!(found(Some(limit)), all, "{limit}");
        }
    }

    #[test]
    fn what_is_read_grows_with_the_length_of_the_text_and_no_faster() {
        const LENGTH: usize = 60_000;
        let units = [
            "1",
            "@",
            "0f",
            "[{(<",
            "http://",
            "https://a.b/",
            "jdbc:postgresql://u:p@h:1/",
            "1-",
            "a@",
            "а",
            "ab:cd:",
            "01 23 ",
        ];
        for unit in units {
            let read = read(&unit.repeat(LENGTH / unit.len()));
            assert!(read <= 150 * LENGTH + Purse::MOST, "{unit}: {read}");
        }
        let calm = "Mia wrote to mia@example.org about 203.0.113.7, and nobody answered. ".repeat(LENGTH / 70);
        assert!(read(&calm) <= 8 * LENGTH, "{}", read(&calm));
    }
}
