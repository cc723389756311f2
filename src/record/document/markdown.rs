//! Markdown: read as it stands, but for markup that would cut a name or glue it to an address.
//!
//! What is left out of the joined text: the markers of emphasis and code, fences, the brackets of links and images, cell borders,
//! plain inline tags and escaping backslashes. Addresses of links, titles and the info strings of fences are read after the
//! visible text. Everything else (bullets, headings, markers that close nothing) stays, because it is harmless. The rules are those
//! of CommonMark 0.31, sections 2.4, 2.5, 4.5 and 6, with the tables of GitHub Flavored Markdown, 4.10.

use super::entities::entity;
use super::marks::{Mark, Role, emit};
use super::{Builder, KnownKind};
use std::ops::Range;

/// How far from its start the address of a link may end.
const LONGEST: usize = 1000;

/// Tags that change the look of a word and nothing else.
const TAGS: &[&str] =
    &["b", "br", "code", "del", "em", "i", "ins", "kbd", "mark", "p", "s", "small", "span", "strong", "sub", "sup", "u"];

/// Reads a string of Markdown.
pub(super) fn read(text: &str, builder: &mut Builder) {
    let mut scanner = Scanner { text, marks: Vec::new(), pending: [None; KINDS], brackets: Vec::new(), is_row: false };
    scanner.scan();
    emit(text, scanner.marks, builder);
}

/// Kinds of markers that come in pairs: `*`, `**`, `***`, the same of `_`, one to three backticks, two tildes.
const KINDS: usize = 10;

struct Scanner<'a> {
    text: &'a str,
    marks: Vec<Mark>,
    /// Where each kind of marker was opened in this paragraph.
    pending: [Option<usize>; KINDS],
    /// The brackets that are open in this paragraph.
    brackets: Vec<usize>,
    /// Whether the line is a row of a table.
    is_row: bool,
}

impl Scanner<'_> {
    fn scan(&mut self) {
        let mut at = self.front_matter();
        while at < self.text.len() {
            let end = self.line_end(at);
            let (start, next) = (at, self.start_line(at, end));
            at = next.unwrap_or(start);
            while next.is_none() && at < end {
                at = self.step(at, end);
            }
        }
    }

    /// One past the line break that ends the line.
    fn line_end(&self, at: usize) -> usize {
        self.text[at..].find('\n').map_or(self.text.len(), |length| at + length + 1)
    }

    /// Front matter is read as it stands, without its fences. Returns where the text behind it starts.
    fn front_matter(&mut self) -> usize {
        let first = self.line_end(0);
        let Some(end) = front_matter(self.text) else { return 0 };
        self.mark(0..3, Role::Break);
        self.mark(trimmed(self.text, 3..first), Role::Hidden(None));
        self.mark(end..end + 3, Role::Break);
        self.line_end(end)
    }

    /// What a line is as a whole. Returns where to go on where nothing in it is looked at.
    fn start_line(&mut self, at: usize, end: usize) -> Option<usize> {
        let line = trimmed(self.text, at..end);
        let content = &self.text[line.clone()];
        if content.is_empty() {
            (self.pending, self.is_row) = ([None; KINDS], false);
            self.brackets.clear();
            return Some(end);
        }
        if let Some((fence, length)) = fence(content) {
            return Some(self.code(line, (fence, length), end));
        }
        self.is_row = content.starts_with('|');
        if self.is_row && content.bytes().all(|byte| b"|-: \t".contains(&byte)) {
            self.mark(line, Role::Drop);
            return Some(end);
        }
        None
    }

    /// A code block: its fences are left out, its inside is read as it stands. Returns where the text behind it starts.
    fn code(&mut self, line: Range<usize>, (wanted, length): (char, usize), end: usize) -> usize {
        self.mark(line.start..line.start + length, Role::Break);
        self.mark(trimmed(self.text, line.start + length..line.end), Role::Hidden(None));
        self.pending = [None; KINDS];
        let mut at = end;
        while at < self.text.len() {
            let end = self.line_end(at);
            let line = trimmed(self.text, at..end);
            let is_end = self.text[line.clone()].chars().all(|character| character == wanted) && line.len() >= length;
            if is_end {
                self.mark(line, Role::Break);
                return end;
            }
            at = end;
        }
        at
    }

    /// Looks at the byte at `at` and returns where to go on.
    fn step(&mut self, at: usize, end: usize) -> usize {
        let byte = self.text.as_bytes()[at];
        match byte {
            b'\\' => self.escape(at),
            b'|' if self.is_row => self.drop(at, 1, Role::Break),
            b'*' => self.emphasis(at, 0),
            b'_' => self.emphasis(at, 3),
            b'`' | b'~' => self.pair(at),
            b'[' => {
                self.brackets.push(at);
                at + 1
            }
            b']' => self.link(at, end),
            b'<' => self.angle(at, end),
            b'&' => match entity(self.text, at) {
                Some((range, means)) => self.drop(at, range.len(), Role::Means(means)),
                None => at + 1,
            },
            _ => at + 1,
        }
    }

    fn mark(&mut self, range: Range<usize>, role: Role) {
        if !range.is_empty() {
            self.marks.push(Mark { range, role });
        }
    }

    fn drop(&mut self, at: usize, length: usize, role: Role) -> usize {
        self.mark(at..at + length, role);
        at + length
    }

    /// How often the byte at `at` is repeated.
    fn run(&self, at: usize) -> usize {
        let bytes = &self.text.as_bytes()[at..];
        bytes.iter().take_while(|&&byte| byte == bytes[0]).count()
    }

    fn escape(&mut self, at: usize) -> usize {
        match self.text.as_bytes().get(at + 1) {
            // Two backslashes may be the start of a network path, which is what people mean more often.
            Some(b'\\') => at + 2,
            Some(byte) if byte.is_ascii_punctuation() => self.drop(at, 2, Role::Means(char::from(*byte))),
            _ => at + 1,
        }
    }

    /// Emphasis: opened before a word and closed after one; underscores inside of a word are none.
    fn emphasis(&mut self, at: usize, first: usize) -> usize {
        let length = self.run(at);
        let end = at + length;
        let before = self.text[..at].chars().next_back();
        let after = self.text[end..].chars().next();
        let is_word = |character: Option<char>| first == 3 && character.is_some_and(char::is_alphanumeric);
        let is_blank = |character: Option<char>| character.is_none_or(char::is_whitespace);
        if length > 3 {
            return end;
        }
        let kind = first + length - 1;
        match self.pending[kind] {
            Some(open) if open + length < at && !is_blank(before) && !is_word(after) => self.close(kind, open, at, length),
            _ if !is_blank(after) && !is_word(before) => self.pending[kind] = Some(at),
            _ => {}
        }
        end
    }

    /// Backticks around code, tildes around what is struck out.
    fn pair(&mut self, at: usize) -> usize {
        let length = self.run(at);
        let kind = match (self.text.as_bytes()[at], length) {
            (b'~', 2) => 9,
            (b'`', 1..=3) => 5 + length,
            _ => return at + length,
        };
        match self.pending[kind] {
            Some(open) => self.close(kind, open, at, length),
            None => self.pending[kind] = Some(at),
        }
        at + length
    }

    fn close(&mut self, kind: usize, open: usize, at: usize, length: usize) {
        self.pending[kind] = None;
        self.mark(open..open + length, Role::Drop);
        self.mark(at..at + length, Role::Drop);
    }

    /// The middle of a link or an image: `](address "title")`.
    fn link(&mut self, at: usize, end: usize) -> usize {
        let Some(open) = self.brackets.pop() else { return at + 1 };
        let Some((address, title, close)) = self.target(at + 1, end) else { return at + 1 };
        let is_image = self.text[..open].ends_with('!');
        self.mark(open - usize::from(is_image)..open + 1, Role::Drop);
        self.mark(at..address.start, Role::Drop);
        self.mark(address.clone(), Role::Hidden(Some(KnownKind::Link)));
        self.mark(address.end..title.start, Role::Drop);
        self.mark(title.clone(), Role::Hidden(None));
        self.mark(title.end..close, Role::Drop);
        close
    }

    /// Address and title in the parentheses that open at `at`, and where they close.
    fn target(&self, at: usize, end: usize) -> Option<(Range<usize>, Range<usize>, usize)> {
        let bytes = &self.text.as_bytes()[..end];
        if bytes.get(at) != Some(&b'(') {
            return None;
        }
        let is_pointed = bytes.get(at + 1) == Some(&b'<');
        let start = at + 1 + usize::from(is_pointed);
        let mut depth = 0_usize;
        let length = bytes.get(start..)?.iter().take(LONGEST).position(|&byte| match byte {
            _ if is_pointed => byte == b'>',
            b'(' => {
                depth += 1;
                false
            }
            b')' if depth > 0 => {
                depth -= 1;
                false
            }
            b')' | b' ' | b'\t' | b'\n' | b'<' | b'[' => true,
            _ => false,
        })?;
        let address = start..start + length;
        let rest = address.end + usize::from(is_pointed);
        let close = rest + bytes.get(rest..)?.iter().take(LONGEST).position(|&byte| byte == b')')?;
        let title = trimmed(self.text, rest..close);
        let quoted = title.len() >= 2
            && ["\"", "'"]
                .iter()
                .any(|quote| self.text[title.clone()].starts_with(quote) && self.text[title.clone()].ends_with(quote));
        match (quoted, title.is_empty()) {
            (true, _) => Some((address, title.start + 1..title.end - 1, close + 1)),
            (false, true) => Some((address.clone(), address.end..address.end, close + 1)),
            (false, false) => None,
        }
    }

    /// An address in angle brackets, or a plain tag.
    fn angle(&mut self, at: usize, end: usize) -> usize {
        let inside = &self.text.as_bytes()[at + 1..end];
        let Some(length) = inside.iter().take(LONGEST).position(|byte| b"<> \t\n".contains(byte)) else { return at + 1 };
        if inside[length] != b'>' {
            return at + 1;
        }
        let (start, close) = (at + 1, at + 1 + length);
        let inside = &self.text[start..close];
        if inside.contains("://") || inside.starts_with("mailto:") {
            self.mark(at..start, Role::Drop);
            self.mark(start..close, Role::Known(KnownKind::Link));
            return self.drop(close, 1, Role::Drop);
        }
        if inside.contains('@') {
            self.mark(at..start, Role::Drop);
            self.mark(close..close + 1, Role::Drop);
            return start;
        }
        let name = inside.trim_matches('/');
        match TAGS.contains(&name) {
            true if matches!(name, "br" | "p") => self.drop(at, length + 2, Role::Break),
            true => self.drop(at, length + 2, Role::Drop),
            false => at + 1,
        }
    }
}

/// A range without the white space around it.
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let inside = &text[range.clone()];
    let start = range.start + (inside.len() - inside.trim_start().len());
    let end = start + inside.trim().len();
    start..end
}

/// The character of a fence and how often it stands there.
fn fence(line: &str) -> Option<(char, usize)> {
    let character = line.chars().next().filter(|character| ['`', '~'].contains(character))?;
    let length = line.chars().take_while(|next| *next == character).count();
    (length >= 3 && !(character == '`' && line[length..].contains('`'))).then_some((character, length))
}

/// Where the line starts that ends the front matter, if the text begins with one.
fn front_matter(text: &str) -> Option<usize> {
    let first = text.lines().next()?.trim_end();
    let name = first.strip_prefix("---")?;
    if !name.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return None;
    }
    let close = text
        .match_indices("\n---")
        .find(|(at, found)| text[at + found.len()..].lines().next().is_none_or(|rest| rest.trim().is_empty()));
    close.map(|(at, _)| at + 1)
}

/// Whether a text means to be Markdown: at least two things in it that only Markdown writes so, and none of Jira's own markup.
pub(in crate::record) fn is_markdown(text: &str) -> bool {
    if ["{code", "{noformat", "{quote}", "[~", "\nh1. ", "\nh2. ", "\nh3. "].iter().any(|wiki| text.contains(wiki)) {
        return false;
    }
    if front_matter(text).is_some() {
        return true;
    }
    let line = |is: fn(&str) -> bool| text.lines().map(str::trim).any(is);
    let signs = [
        line(|line| fence(line).is_some()),
        line(is_heading),
        line(|line| line.starts_with("- [ ] ") || line.starts_with("- [x] ")),
        line(|line| line.starts_with('|') && line.contains("--") && line.bytes().all(|byte| b"|-: ".contains(&byte))),
        ["](http", "](/", "](#", "](mailto:", "](./"].iter().any(|link| text.contains(link)),
        text.split("**").skip(1).step_by(2).any(|inside| !inside.is_empty() && !inside.contains('\n'))
            && text.matches("**").count() > 1,
        text.lines().filter(|line| line.starts_with("- ")).count() > 1,
        text.matches('`').count() > 1,
    ];
    signs.iter().filter(|sign| **sign).count() > 1
}

fn is_heading(line: &str) -> bool {
    let words = line.trim_start_matches('#');
    (1..=6).contains(&(line.len() - words.len())) && words.starts_with(' ') && words.contains(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::super::{Format, Text};
    use super::*;
    use serde_json::Value as Json;

    fn text(raw: &str) -> Text {
        Text::read(&Json::String(raw.to_owned()), Format::Markdown)
    }

    fn visible(raw: &str) -> String {
        let text = text(raw);
        text.joined()[..text.visible()].to_owned()
    }

    #[test]
    fn markers_do_not_cut_a_name() {
        let raw = "**Mia** Krüger, _Ben_ *Wei*ß, `Eva` K, ~~Ada~~ L, <b>Ida</b> M, ***Jo*** N";
        assert_eq!(visible(raw), "Mia Krüger, Ben Weiß, Eva K, Ada L, Ida M, Jo N");
        assert_eq!(visible("mia\\_k@example.com \\[x\\] \\\\srv\\mia M&uuml;ller"), "mia_k@example.com [x] \\\\srv\\mia Müller");
    }

    #[test]
    fn what_is_no_markup_stays() {
        for raw in
            ["* item\n- item", "a * b * c", "snake_case_name", "a | b", "[x] y", "[a][b]", "a < b > c", "# Mia", "`open", "**"]
        {
            assert_eq!(visible(raw), raw);
        }
    }

    #[test]
    fn links_are_known_and_hidden() {
        let text = text("[**Mia** K](https://example.org/a_(b) \"tip\") ![log](<a b.png>) <https://x.org> <m@x.org> [a](b c)");
        assert_eq!(&text.joined()[..text.visible()], "Mia K log https://x.org m@x.org [a](b c)");
        let known: Vec<_> = text.known().iter().map(|known| &text.joined()[known.span.range()]).collect();
        assert_eq!(known, ["https://x.org", "https://example.org/a_(b)", "a b.png"]);
        assert!(text.joined().ends_with("\ntip\na b.png"), "{:?}", text.joined());
    }

    #[test]
    fn blocks_are_lines_and_code_is_read_as_it_stands() {
        assert_eq!(visible("a\n```rust\nx *y* [z](w)\n```\nb"), "a\n\nx *y* [z](w)\n\nb");
        assert_eq!(visible("|Name|Mail|\n|---|:--|\n|Mia|m@x.org|"), "Name\nMail\n\n\nMia\nm@x.org\n");
        assert_eq!(visible("---\nby: *Mia*\n---\n*Ben*"), "\nby: *Mia*\n\nBen");
    }

    #[test]
    fn markdown_is_told_from_text() {
        assert!(is_markdown("# Plan\n\n- a\n- b"));
        assert!(is_markdown("---json\n{}\n---\nx"));
        for other in
            ["# a", "hello", "- a\n- b", "h2. x\n\nh2. **y** `z` `w`", "--- a\nb\n---", "2 ** 3", "{code}# x{code} **a**"]
        {
            assert!(!is_markdown(other), "{other}");
        }
    }
}
