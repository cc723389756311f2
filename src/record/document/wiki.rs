//! Jira wiki markup: read as it stands, but for markup that would cut a name or glue it to an address.
//!
//! What is left out of the joined text: the markers of bold, italic, citation and monospace, macro tags, the brackets of links,
//! cell borders and escaping backslashes. Addresses of links and parameters of macros are read after the visible text.
//! Everything else — bullets, headings, markers that close nothing — stays, because it is harmless. The rules are those of
//! Jira's "Text Formatting Notation".

use super::marks::{Mark, Role, emit};
use super::{Builder, KnownKind, Mention, is_account_id};
use std::ops::Range;

/// Macros that stand in a line; the others stand on lines of their own.
const INLINE_MACROS: &[&str] = &["anchor", "color", "span"];

/// Macros that stand on lines of their own.
const BLOCK_MACROS: &[&str] = &[
    "adf", "code", "column", "div", "expand", "html", "info", "noformat", "note", "panel", "quote", "section", "tip", "toc",
    "warning",
];

/// Macros whose inside is not markup.
const VERBATIM_MACROS: &[&str] = &["code", "noformat"];

/// Braced markers that Jira writes next to letters: `{*}Mia{*}s`.
const BRACED: &[&str] = &["{*}", "{_}", "{-}", "{+}", "{^}", "{~}", "{??}"];

/// How far from its start a macro tag may end.
const LONGEST_TAG: usize = 1000;

/// Reads a string of wiki markup.
pub(super) fn read(text: &str, builder: &mut Builder) {
    let mut scanner = Scanner { text, marks: Vec::new(), mentions: Vec::new(), pending: [None; 4], is_row: false, skip: None };
    scanner.scan();
    let Scanner { marks, mentions, .. } = scanner;
    emit(text, marks, builder);
    for mention in mentions {
        builder.mention(mention);
    }
}

struct Scanner<'a> {
    text: &'a str,
    marks: Vec<Mark>,
    mentions: Vec<Mention>,
    /// Where each kind of marker was opened on this line.
    pending: [Option<usize>; 4],
    /// Whether the line is a row of a table.
    is_row: bool,
    /// Where a link's text ends, and where the link does.
    skip: Option<(usize, usize)>,
}

impl Scanner<'_> {
    fn scan(&mut self) {
        let mut at = 0;
        self.start_line(0);
        while at < self.text.len() {
            if let Some((_, end)) = self.skip.take_if(|(start, _)| *start == at) {
                at = end;
                continue;
            }
            at = self.step(at);
        }
    }

    /// Looks at the byte at `at` and returns where to go on.
    fn step(&mut self, at: usize) -> usize {
        match self.text.as_bytes()[at] {
            b'\n' => self.start_line(at + 1),
            b'\\' => self.escape(at),
            b'{' => self.brace(at),
            b'[' => self.bracket(at),
            b'|' if self.is_row => self.drop(at, self.run_length(at, b'|').min(2), Role::Break),
            b'*' => self.marker(at, 1, 0),
            b'_' => self.marker(at, 1, 1),
            b'?' if self.run_length(at, b'?') == 2 => self.marker(at, 2, 2),
            b'}' if self.text[at..].starts_with("}}") => self.marker(at, 2, 3),
            _ => at + 1,
        }
    }

    fn start_line(&mut self, at: usize) -> usize {
        self.pending = [None; 4];
        self.is_row = self.text[at..].trim_start_matches([' ', '\t']).starts_with('|');
        at
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

    fn run_length(&self, at: usize, wanted: u8) -> usize {
        self.text.as_bytes()[at..].iter().take(3).take_while(|&&byte| byte == wanted).count()
    }

    fn escape(&mut self, at: usize) -> usize {
        match self.text.as_bytes().get(at + 1) {
            // Two backslashes are a line break in Jira and the start of a network path elsewhere; they stay.
            Some(b'\\') => at + 2,
            Some(byte) if b"*_?-+^~{}[]|!#()".contains(byte) => self.drop(at, 2, Role::Means(char::from(*byte))),
            _ => at + 1,
        }
    }

    /// A marker that must be opened before a word and closed after one, on one line.
    fn marker(&mut self, at: usize, length: usize, kind: usize) -> usize {
        let before = self.text[..at].chars().next_back();
        let after = self.text[at + length..].chars().next();
        let same = self.text[at..].chars().next();
        if (before == same || after == same) && length == 1 {
            return at + length;
        }
        let is_word = |character: Option<char>| character.is_some_and(char::is_alphanumeric);
        let is_blank = |character: Option<char>| character.is_none_or(char::is_whitespace);
        if let Some(open) = self.pending[kind].filter(|open| open + length < at && !is_blank(before) && !is_word(after)) {
            self.pending[kind] = None;
            self.mark(open..open + length, Role::Drop);
            self.mark(at..at + length, Role::Drop);
        } else if self.pending[kind].is_none() && !is_blank(after) && !is_word(before) {
            self.pending[kind] = Some(at);
        }
        at + length
    }

    fn brace(&mut self, at: usize) -> usize {
        let rest = &self.text[at..];
        if let Some(braced) = BRACED.iter().find(|braced| rest.starts_with(**braced)) {
            return self.drop(at, braced.len(), Role::Drop);
        }
        if rest.starts_with("{{") {
            self.pending[3].get_or_insert(at);
            return at + 2;
        }
        let length = rest.bytes().skip(1).take_while(u8::is_ascii_lowercase).count();
        let name = &rest[1..=length];
        let is_inline = INLINE_MACROS.contains(&name);
        if !is_inline && !BLOCK_MACROS.contains(&name) {
            return at + 1;
        }
        let Some(parameters) = self.tag_parameters(at + 1 + length) else { return at + 1 };
        let end = parameters.end + 1;
        let role = if is_inline { Role::Drop } else { Role::Break };
        self.mark(at..parameters.start, role);
        if is_color(&self.text[parameters.clone()]) {
            self.mark(parameters.clone(), Role::Drop);
        } else {
            self.mark(parameters.clone(), Role::Hidden(None));
        }
        self.mark(parameters.end..end, role);
        if VERBATIM_MACROS.contains(&name) { self.verbatim_macro(name, end) } else { end }
    }

    /// What stands between a macro's name and its closing brace, without the colon.
    fn tag_parameters(&self, from: usize) -> Option<Range<usize>> {
        let rest = self.text.as_bytes().get(from..)?;
        match rest.first()? {
            b'}' => Some(from..from),
            b':' => {
                let length = rest.iter().take(LONGEST_TAG).position(|byte| b"}\n".contains(byte))?;
                (rest[length] == b'}').then_some(from + 1..from + length)
            }
            _ => None,
        }
    }

    /// Leaves the inside of a code block alone and drops its end tag. What follows it belongs to no row and closes no marker.
    fn verbatim_macro(&mut self, name: &str, start: usize) -> usize {
        let tag = format!("{{{name}}}");
        match self.text[start..].find(&tag) {
            Some(length) => {
                self.pending = [None; 4];
                self.is_row = false;
                self.drop(start + length, tag.len(), Role::Break)
            }
            None => self.text.len(),
        }
    }

    fn bracket(&mut self, at: usize) -> usize {
        let start = at + 1;
        let length = self.text.as_bytes()[start..].iter().position(|byte| b"[]\n".contains(byte));
        let Some(end) = length.map(|length| start + length).filter(|&end| self.text.as_bytes()[end] == b']') else {
            return start;
        };
        let inside = &self.text[start..end];
        if let Some(user) = inside.strip_prefix('~') {
            return self.user(end - user.len()..end, None).map_or(start, |()| end + 1);
        }
        if inside.starts_with('^') {
            self.mark(at..start + 1, Role::Drop);
            self.mark(end..end + 1, Role::Drop);
            return start + 1;
        }
        match inside.find('|') {
            Some(length) => self.link(start..start + length, end),
            None if is_address(inside) => {
                self.mark(at..start, Role::Drop);
                self.mark(start..end, Role::Known(KnownKind::Link));
                self.drop(end, 1, Role::Drop)
            }
            None => start,
        }
    }

    /// A link with a text of its own: `[text|address]`, `[text|address|tip]`, `[text|~user]`.
    fn link(&mut self, alias: Range<usize>, end: usize) -> usize {
        let target = alias.end + 1..end;
        let length = self.text[target.clone()].find('|').unwrap_or(target.len());
        let address = target.start..target.start + length;
        self.mark(alias.start - 1..alias.start, Role::Drop);
        self.mark(alias.end..target.start, Role::Drop);
        let name = self.text[alias.clone()].trim().to_owned();
        if !self.text[address.clone()].starts_with('~') || self.user(address.start + 1..address.end, Some(name)).is_none() {
            self.mark(address.clone(), Role::Hidden(Some(KnownKind::Link)));
        }
        if address.end < end {
            self.mark(address.end..address.end + 1, Role::Drop);
            self.mark(address.end + 1..end, Role::Hidden(None));
        }
        self.mark(end..end + 1, Role::Drop);
        // The text may hold markers of its own; scanning goes on in it and jumps over the rest.
        self.skip = Some((alias.end, end + 1));
        alias.start
    }

    /// A user reference: `accountid:…`, or a user name. None if it cannot be one.
    fn user(&mut self, range: Range<usize>, name: Option<String>) -> Option<()> {
        let user = &self.text[range.clone()];
        let (id, kind) = match user.strip_prefix("accountid:") {
            Some(id) => (id, KnownKind::AccountId),
            None if is_account_id(user) => (user, KnownKind::AccountId),
            None => (user, KnownKind::Username),
        };
        if id.is_empty() || id.contains(char::is_whitespace) {
            return None;
        }
        let id_range = range.end - id.len()..range.end;
        let id = Some(id.to_owned());
        let is_alias = name.is_some();
        self.mentions.push(match kind {
            KnownKind::AccountId => Mention { name, account_id: id, username: None },
            KnownKind::Username | KnownKind::Mention | KnownKind::Link | KnownKind::Date => {
                Mention { name, account_id: None, username: id }
            }
        });
        if is_alias {
            self.mark(range.start - 1..id_range.start, Role::Drop);
            self.mark(id_range, Role::Hidden(Some(kind)));
        } else {
            self.mark(id_range, Role::Known(kind));
        }
        Some(())
    }
}

/// Whether what stands alone in brackets is an address rather than somebody's words.
fn is_address(inside: &str) -> bool {
    let has_scheme = inside.contains("://") || inside.starts_with("mailto:") || inside.starts_with("tel:");
    has_scheme && !inside.contains(char::is_whitespace)
}

fn is_color(parameters: &str) -> bool {
    const COLORS: &[&str] = &["black", "blue", "gray", "green", "grey", "orange", "purple", "red", "white", "yellow"];
    let is_code = parameters.strip_prefix('#').is_some_and(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()));
    is_code || COLORS.contains(&parameters)
}

#[cfg(test)]
mod tests {
    use super::super::{Format, Text};
    use super::*;
    use serde_json::Value as Json;

    fn text(raw: &str) -> Text {
        Text::read(&Json::String(raw.to_owned()), Format::Wiki)
    }

    fn visible(raw: &str) -> String {
        let text = text(raw);
        text.joined()[..text.visible()].to_owned()
    }

    #[test]
    fn markers_do_not_cut_a_name() {
        assert_eq!(visible("*Mia* Krüger, _Ben_ {*}Wei{*}ß, {{Eva}} K, ??Ada?? L"), "Mia Krüger, Ben Weiß, Eva K, Ada L");
        assert_eq!(visible("{color:#ff0000}Mia{color} Krüger"), "Mia Krüger");
        assert_eq!(visible("mia\\_k@example.com \\[x\\] \\\\srv\\mia"), "mia_k@example.com [x] \\\\srv\\mia");
    }

    #[test]
    fn what_is_no_markup_stays() {
        for raw in [
            "* item\n** item",
            "a * b * c",
            "snake_case_name",
            "2*3*4",
            "[INFO] x",
            "{unknown} {}",
            "a | b",
            "**x**",
            "{{open",
            "[x",
        ] {
            assert_eq!(visible(raw), raw);
        }
    }

    #[test]
    fn links_and_mentions_are_known() {
        let text = text(
            "[*Mia* K|https://example.org/mia|tip] [~accountid:557058:ab] [~bweiss] [Ben|~bweiss] [https://x.org] [^log.txt]",
        );
        let visible = &text.joined()[..text.visible()];
        assert_eq!(visible, "Mia K [~accountid:557058:ab] [~bweiss] Ben https://x.org log.txt");
        let known: Vec<_> = text.known().iter().map(|known| (&text.joined()[known.span.range()], known.kind)).collect();
        let wanted = [
            ("557058:ab", KnownKind::AccountId),
            ("bweiss", KnownKind::Username),
            ("https://x.org", KnownKind::Link),
            ("https://example.org/mia", KnownKind::Link),
            ("bweiss", KnownKind::Username),
        ];
        assert_eq!(known, wanted);
        assert!(text.joined().contains("tip"));
        let third = &text.mentions()[2];
        assert_eq!((third.name.as_deref(), third.username.as_deref()), (Some("Ben"), Some("bweiss")));
    }

    #[test]
    fn code_is_read_as_it_stands_and_cells_are_lines() {
        assert_eq!(visible("a {code:java}x *y* [z|w]{code} b"), "a \nx *y* [z|w]\n b");
        assert_eq!(visible("||Name||Mail||\n|Mia|[m|mailto:m@x.org]|"), "Name\nMail\n\nMia\nm\n");
    }
}
