//! [`Frames`]: bytes as they arrive become the texts of single records. Holds no more than one record and what has just arrived.
//!
//! JSON Lines are cut at line breaks. Of one JSON document the items of its list are cut out: an array, or a page of results; what
//! stands beside the list is left out. CSV is cut at line breaks outside of quotes. Text is UTF-8, or UTF-16 with its mark.

mod document;
mod encoding;
mod table;

use crate::record::parse::{Error, Export, Fault, InputFormat, Parsed, parse, parse_line};
use document::Document;
use encoding::Encoding;
use table::Table;

/// Bytes of the longest record that is read.
pub(super) const LONGEST: usize = 64 << 20;
/// Bytes after which it is decided what the input is.
const BEGINNING: usize = 1 << 18;

/// What one record, line or row gave.
pub(super) type Given = Result<Parsed, Error>;

/// Cuts what it is fed with.
#[derive(Debug)]
pub(super) struct Frames {
    encoding: Encoding,
    kind: Kind,
    format: InputFormat,
    text: Vec<u8>,
    /// The line of the first byte of `text`, from 1.
    line: u64,
    /// Whether a record that is too long is being passed over.
    passing_over: bool,
    ends_early: bool,
}

#[derive(Debug)]
enum Kind {
    /// Not known yet.
    Beginning,
    Lines,
    Document(Document),
    Table(Table, Option<Export>),
    /// Nothing that holds records.
    Nothing,
}

impl Frames {
    /// Cuts an input of this format; [`InputFormat::Auto`] to look and decide.
    pub(super) fn new(format: InputFormat) -> Self {
        let encoding = Encoding::default();
        Self { encoding, kind: Kind::Beginning, format, text: Vec::new(), line: 1, passing_over: false, ends_early: false }
    }

    /// Takes what arrived, and gives every record that is whole now with the line it starts on.
    pub(super) fn push(&mut self, bytes: &[u8], give: &mut dyn FnMut(u64, Given)) {
        self.encoding.decode(bytes, &mut self.text);
        if matches!(self.kind, Kind::Beginning) && self.text.len() < BEGINNING && !self.is_told() {
            return;
        }
        self.cut(give);
    }

    /// Whether the first two lines are there.
    fn is_told(&self) -> bool {
        let mut lines = self.text.split_inclusive(|&byte| byte == b'\n').filter(|line| line.ends_with(b"\n"));
        lines.by_ref().filter(|line| !line.trim_ascii().is_empty()).nth(1).is_some()
    }

    /// Takes the end, and gives what is left.
    pub(super) fn end(&mut self, give: &mut dyn FnMut(u64, Given)) {
        self.ends_early |= self.encoding.is_cut();
        let is_open = !self.text.is_empty() && !self.text.ends_with(b"\n");
        if is_open && !matches!(self.kind, Kind::Document(_)) {
            // So that the last line is one; a quote that is still open makes it none.
            self.text.push(b'\n');
        }
        let mut is_half = false;
        self.cut(&mut |line, given| {
            is_half = matches!(given, Err(Error::Malformed { fault: Fault::Truncated, .. } | Error::NotText { .. }));
            give(line, given);
        });
        let rest = !self.text.trim_ascii().is_empty();
        self.ends_early |= match &self.kind {
            Kind::Document(document) => document.is_open(),
            Kind::Table(..) => rest,
            // Half a line is a line that cannot be read, too.
            Kind::Lines => is_open && is_half,
            Kind::Beginning | Kind::Nothing => false,
        };
        self.text = Vec::new();
    }

    /// Notes that the input broke off before its end.
    pub(super) fn break_off(&mut self) {
        self.ends_early = true;
    }

    /// Whether the input ended in the middle of a record.
    pub(super) fn ends_early(&self) -> bool {
        self.ends_early
    }

    /// Whether nothing that could hold records was found.
    pub(super) fn is_nothing(&self) -> bool {
        matches!(self.kind, Kind::Nothing | Kind::Beginning)
    }

    fn cut(&mut self, give: &mut dyn FnMut(u64, Given)) {
        if matches!(self.kind, Kind::Beginning) {
            self.kind = self.told();
        }
        let done = match &mut self.kind {
            Kind::Beginning | Kind::Nothing => self.text.len(),
            Kind::Lines => self.lines(give),
            Kind::Document(_) => self.document(give),
            Kind::Table(..) => self.rows(give),
        };
        self.line += newlines(&self.text[..done]);
        self.text.drain(..done);
        if self.text.len() > LONGEST {
            give(self.line, Err(too_long()));
            self.line += newlines(&self.text);
            self.text.clear();
            self.passing_over = true;
            if let Kind::Document(document) = &mut self.kind {
                document.pass_over();
            }
        }
    }

    /// What the beginning says.
    fn told(&self) -> Kind {
        let text = String::from_utf8_lossy(&self.text);
        let text = text.trim_start();
        match self.format {
            InputFormat::Jsonl => return Kind::Lines,
            InputFormat::Csv => return Kind::Table(Table::default(), None),
            InputFormat::Auto
            | InputFormat::Jira
            | InputFormat::Confluence
            | InputFormat::Jsm
            | InputFormat::Adf
            | InputFormat::Platform
            | InputFormat::Markdown
            | InputFormat::Text => {}
        }
        if text.is_empty() {
            return Kind::Beginning;
        }
        if !text.starts_with(['{', '[']) {
            return if Export::read(text).is_some() { Kind::Table(Table::default(), None) } else { Kind::Nothing };
        }
        let whole = |line: &str| line.starts_with('{') && serde_json::from_str::<serde::de::IgnoredAny>(line).is_ok();
        let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty()).take(2);
        if lines.any(whole) { Kind::Lines } else { Kind::Document(Document::default()) }
    }

    /// Gives the lines that are whole, and says how many bytes they take.
    fn lines(&mut self, give: &mut dyn FnMut(u64, Given)) -> usize {
        let (mut done, mut line) = (0, self.line);
        while let Some(length) = self.text[done..].iter().position(|&byte| byte == b'\n') {
            let bytes = &self.text[done..done + length];
            if !self.passing_over && !bytes.trim_ascii().is_empty() {
                give(line, read(bytes, self.format));
            }
            self.passing_over = false;
            done += length + 1;
            line += 1;
        }
        done
    }

    fn document(&mut self, give: &mut dyn FnMut(u64, Given)) -> usize {
        let Kind::Document(document) = &mut self.kind else { return 0 };
        let (mut line, mut counted) = (self.line, 0);
        let (text, format) = (&self.text, self.format);
        document.cut(text, &mut |range| {
            line += newlines(&text[counted..range.start]);
            counted = range.start;
            give(line, read(&text[range], format));
        })
    }

    fn rows(&mut self, give: &mut dyn FnMut(u64, Given)) -> usize {
        let Kind::Table(table, export) = &mut self.kind else { return 0 };
        let (mut done, mut line) = (0, self.line);
        while let Some(end) = table.next_row(&self.text) {
            let bytes = &self.text[done..end];
            match (&export, std::str::from_utf8(bytes)) {
                _ if self.passing_over || bytes.trim_ascii().is_empty() => {}
                (_, Err(_)) => give(line, Err(Error::NotText { offset: done })),
                (None, Ok(text)) => {
                    *export = Export::read(text);
                    match export {
                        Some(export) => table.delimit(export.delimiter()),
                        None => give(line, Err(Error::NoRecord { pointer: String::new(), expected: "jira-issue" })),
                    }
                }
                (Some(export), Ok(text)) => give(line, export.row(text)),
            }
            self.passing_over = false;
            line += newlines(bytes);
            done = end;
        }
        table.move_back(done);
        done
    }
}

fn too_long() -> Error {
    Error::Malformed { line: 1, column: LONGEST, fault: Fault::Syntax }
}

fn newlines(bytes: &[u8]) -> u64 {
    bytes.iter().filter(|&&byte| byte == b'\n').count() as u64
}

fn read(bytes: &[u8], format: InputFormat) -> Given {
    let text = std::str::from_utf8(bytes).map_err(|error| Error::NotText { offset: error.valid_up_to() })?;
    match format {
        InputFormat::Jira | InputFormat::Confluence | InputFormat::Jsm | InputFormat::Adf | InputFormat::Platform => {
            parse(text, format)
        }
        InputFormat::Auto | InputFormat::Jsonl | InputFormat::Csv | InputFormat::Markdown | InputFormat::Text => parse_line(text),
    }
}

#[cfg(test)]
mod tests;
