//! Tokens of XHTML and HTML, with exact ranges and no opinion: whatever is no markup is text.
//!
//! Own scanner, because it must keep every byte's place, accept what browsers accept, and never look at a byte more than a few
//! times. A tag ends at its `>` and may not contain `<`; so no unclosed tag makes it read on to the end of the text.

use std::ops::Range;

/// A token; the ranges are bytes of the whole text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Token {
    /// Text up to the next `<`, with its entities.
    Text(Range<usize>),
    /// The inside of `<![CDATA[…]]>`.
    CData(Range<usize>),
    /// The inside of `<!--…-->`.
    Comment(Range<usize>),
    /// The inside of `<!…>` or `<?…>`.
    Declaration(Range<usize>),
    /// A start tag.
    Open(Tag),
    /// An end tag; what stands between `</` and `>`.
    Close(Tag),
}

/// A start or end tag.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Tag {
    /// The name.
    pub(super) name: Range<usize>,
    /// What follows the name.
    pub(super) rest: Range<usize>,
    /// Whether the tag is also its end: `<br/>`.
    pub(super) closed: bool,
}

/// An attribute of a start tag.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Attribute {
    /// The name.
    pub(super) name: Range<usize>,
    /// The value without its quotes.
    pub(super) value: Option<Range<usize>>,
    /// Whether there are quotes.
    pub(super) quoted: bool,
}

/// The token that starts at `at`, and where the next one starts. `at` must be below the length of the text.
pub(super) fn token(text: &str, at: usize) -> (Token, usize) {
    let rest = &text[at..];
    if !rest.starts_with('<') {
        return text_token(text, at, at);
    }
    if rest.starts_with("<![CDATA[") {
        let (range, end) = until(text, at + 9, "]]>");
        return (Token::CData(range), end);
    }
    if rest.starts_with("<!--") {
        let (range, end) = until(text, at + 4, "-->");
        return (Token::Comment(range), end);
    }
    let is_declaration = rest.starts_with("<!") || rest.starts_with("<?");
    let is_close = rest.starts_with("</");
    let name_start = at + if is_close || is_declaration { 2 } else { 1 };
    let name = name_start..name_start + name_length(&text[name_start..]);
    let end = tag_end(text, name.end).filter(|_| !name.is_empty());
    match end {
        Some(end) if is_declaration => (Token::Declaration(name_start..end - 1), end),
        Some(end) => {
            let closed = !is_close && text[..end - 1].ends_with('/');
            let tag = Tag { rest: name.end..end - 1 - usize::from(closed), name, closed };
            (if is_close { Token::Close(tag) } else { Token::Open(tag) }, end)
        }
        None => text_token(text, at, at + 1),
    }
}

/// Text from `at` up to the first `<` not before `from`.
fn text_token(text: &str, at: usize, from: usize) -> (Token, usize) {
    let end = text[from..].find('<').map_or(text.len(), |offset| from + offset);
    (Token::Text(at..end), end)
}

fn until(text: &str, start: usize, end: &str) -> (Range<usize>, usize) {
    match text[start..].find(end) {
        Some(length) => (start..start + length, start + length + end.len()),
        None => (start..text.len(), text.len()),
    }
}

/// How long the element name at the start is. A name that runs into anything but white space, `/` or `>` is no name, so that
/// `<mia@example.com>` stays text.
fn name_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    if !bytes.first().is_some_and(u8::is_ascii_alphabetic) {
        return 0;
    }
    let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || b":._-".contains(byte);
    let length = bytes.iter().take_while(|byte| is_name(byte)).count();
    let ends = bytes.get(length).is_some_and(|byte| byte.is_ascii_whitespace() || b"/>?[".contains(byte));
    if ends { length } else { 0 }
}

/// One past the `>` that ends the tag; none if another tag starts first.
fn tag_end(text: &str, from: usize) -> Option<usize> {
    let mut quote = None;
    for (offset, &byte) in text.as_bytes()[from..].iter().enumerate() {
        match (byte, quote) {
            (b'<', _) => return None,
            (b'>', None) => return Some(from + offset + 1),
            (b'"' | b'\'', None) => quote = Some(byte),
            (_, Some(open)) if byte == open => quote = None,
            _ => {}
        }
    }
    None
}

/// The attributes of a start tag, given what follows its name.
pub(super) fn attributes(text: &str, rest: Range<usize>) -> Vec<Attribute> {
    let mut found = Vec::new();
    let mut at = rest.start;
    let skip =
        |at: usize, wanted: fn(u8) -> bool| at + text.as_bytes()[at..rest.end].iter().take_while(|&&byte| wanted(byte)).count();
    loop {
        at = skip(at, |byte| byte.is_ascii_whitespace() || byte == b'/');
        if at >= rest.end {
            return found;
        }
        // A stray `=` counts as part of the name, so that every round moves on.
        let name_end = skip(at + 1, |byte| !byte.is_ascii_whitespace() && !b"=/".contains(&byte));
        let name = at..name_end;
        let equals = skip(name_end, |byte| byte.is_ascii_whitespace());
        if text.as_bytes()[..rest.end].get(equals) != Some(&b'=') {
            found.push(Attribute { name, value: None, quoted: false });
            at = name_end;
            continue;
        }
        let start = skip(equals + 1, |byte| byte.is_ascii_whitespace());
        let (value, quoted, end) = value(text, start..rest.end);
        found.push(Attribute { name, value: Some(value), quoted });
        at = end;
    }
}

/// The attribute value at the start of a range: its inside, whether it is quoted, and where it ends.
fn value(text: &str, range: Range<usize>) -> (Range<usize>, bool, usize) {
    let rest = &text[range.clone()];
    if let Some(quote @ ('"' | '\'')) = rest.chars().next() {
        let start = range.start + 1;
        let length = text[start..range.end].find(quote);
        let end = length.map_or(range.end, |length| start + length);
        return (start..end, true, (end + 1).min(range.end));
    }
    let length = rest.find(|character: char| character.is_ascii_whitespace()).unwrap_or(rest.len());
    (range.start..range.start + length, false, range.start + length)
}

/// Elements of HTML that stand on lines of their own.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "br",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hr",
    "html",
    "legend",
    "li",
    "link",
    "main",
    "meta",
    "nav",
    "ol",
    "optgroup",
    "option",
    "p",
    "pre",
    "script",
    "section",
    "select",
    "style",
    "summary",
    "table",
    "tbody",
    "td",
    "template",
    "textarea",
    "tfoot",
    "th",
    "thead",
    "title",
    "tr",
    "ul",
];

/// Elements of HTML that stand in a line.
const INLINES: &[&str] = &[
    "a", "abbr", "acronym", "audio", "b", "base", "bdi", "bdo", "big", "button", "canvas", "cite", "code", "col", "colgroup",
    "data", "del", "dfn", "em", "embed", "font", "i", "iframe", "img", "input", "ins", "kbd", "label", "map", "mark", "math",
    "noscript", "object", "output", "param", "path", "picture", "progress", "q", "rp", "rt", "ruby", "s", "samp", "small",
    "source", "span", "strike", "strong", "sub", "sup", "svg", "time", "tt", "u", "var", "video", "wbr",
];

/// Elements of storage format that stand on lines of their own.
const STORAGE_BLOCKS: &[&str] = &[
    "ac:adf-attribute",
    "ac:adf-content",
    "ac:adf-extension",
    "ac:adf-fallback",
    "ac:adf-leaf",
    "ac:adf-mark",
    "ac:adf-node",
    "ac:adf-parameter",
    "ac:adf-parameter-value",
    "ac:caption",
    "ac:default-parameter",
    "ac:image",
    "ac:layout",
    "ac:layout-cell",
    "ac:layout-section",
    "ac:macro",
    "ac:parameter",
    "ac:plain-text-body",
    "ac:rich-text-body",
    "ac:structured-macro",
    "ac:task",
    "ac:task-body",
    "ac:task-id",
    "ac:task-list",
    "ac:task-status",
    "ac:task-uuid",
];

/// Elements of storage format that stand in a line.
const STORAGE_INLINES: &[&str] = &[
    "ac:emoticon",
    "ac:inline-comment-marker",
    "ac:link",
    "ac:link-body",
    "ac:placeholder",
    "ac:plain-text-link-body",
    "at:i18n",
    "at:var",
    "ri:attachment",
    "ri:blog-post",
    "ri:content-entity",
    "ri:page",
    "ri:shortcut",
    "ri:space",
    "ri:url",
    "ri:user",
];

/// How an element stands in the text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Flow {
    /// On lines of its own.
    Block,
    /// In a line with its neighbors.
    Inline,
}

/// How a known element stands in the text; `name` in lower case.
pub(super) fn flow(name: &str) -> Option<Flow> {
    let is_in = |table: &[&str]| table.binary_search(&name).is_ok();
    if is_in(BLOCKS) || is_in(STORAGE_BLOCKS) {
        return Some(Flow::Block);
    }
    (is_in(INLINES) || is_in(STORAGE_INLINES)).then_some(Flow::Inline)
}

/// Whether a text starts with markup: a known element, a declaration or a comment.
pub(in crate::record) fn is_markup(text: &str) -> bool {
    let text = text.trim_start();
    if text.is_empty() {
        return false;
    }
    match token(text, 0).0 {
        Token::Open(tag) => flow(&text[tag.name].to_ascii_lowercase()).is_some(),
        Token::Declaration(_) | Token::CData(_) => true,
        Token::Comment(range) => range.end < text.len(),
        Token::Text(_) | Token::Close(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(text: &str) -> Vec<Token> {
        let mut at = 0;
        let mut found = Vec::new();
        while at < text.len() {
            let (token, end) = token(text, at);
            assert!(end > at, "every token moves on");
            found.push(token);
            at = end;
        }
        found
    }

    #[test]
    fn tables_are_sorted() {
        assert!([BLOCKS, INLINES, STORAGE_BLOCKS, STORAGE_INLINES].iter().all(|table| table.is_sorted()));
    }

    #[test]
    fn what_is_no_tag_is_text() {
        assert_eq!(tokens("<mia@example.com>"), [Token::Text(0..17)]);
        assert_eq!(tokens("a < b"), [Token::Text(0..2), Token::Text(2..5)]);
        assert_eq!(tokens("<a <b>"), [Token::Text(0..3), Token::Open(Tag { name: 4..5, rest: 5..5, closed: false })]);
    }

    #[test]
    fn attributes_have_exact_ranges() {
        let text = "<a href=\"x>y\" b='' c=d e f = 'g'/>";
        let [Token::Open(tag)] = &tokens(text)[..] else { panic!("one tag") };
        assert!(tag.closed);
        let found: Vec<_> = attributes(text, tag.rest.clone())
            .into_iter()
            .map(|attribute| (&text[attribute.name], attribute.value.map(|value| &text[value])))
            .collect();
        assert_eq!(found, [("href", Some("x>y")), ("b", Some("")), ("c", Some("d")), ("e", None), ("f", Some("g"))]);
    }

    #[test]
    fn unclosed_constructs_end_with_the_text() {
        assert_eq!(tokens("<![CDATA[x"), [Token::CData(9..10)]);
        assert_eq!(tokens("<!--x"), [Token::Comment(4..5)]);
        assert_eq!(tokens("<p"), [Token::Text(0..2)]);
    }
}
