//! Confluence storage format and rendered HTML: what people see, then what stands in attributes, macro parameters, comments.
//!
//! Storage format is XHTML with the elements `ac:` and `ri:` (Confluence documentation, "Confluence storage format"). Real
//! bodies are not always well-formed, so nothing here depends on elements being closed in order.

use super::builder::{Hidden, Piece};
use super::entities::entity;
use super::markup::{Attribute, Flow, Tag, Token, attributes, flow, token};
use super::{Builder, Escape, KnownKind, Mention, Part, Span, is_account_id};
use std::ops::Range;

/// Elements whose text people do not see.
const HIDDEN: &[&str] = &[
    "ac:adf-attribute",
    "ac:default-parameter",
    "ac:parameter",
    "ac:task-id",
    "ac:task-status",
    "ac:task-uuid",
    "script",
    "style",
    "template",
];

/// Elements whose inside is not markup.
const RAW: &[&str] = &["script", "style"];

/// How many bytes of a user link's text can be a name.
const LONGEST_NAME: usize = 200;

/// Reads a storage-format or HTML string.
pub(super) fn read(text: &str, builder: &mut Builder) {
    let node = builder.node("", Part::Value, text);
    let mut reader = Reader { text, node, builder, hidden: 0, preformatted: 0, link: None };
    let mut at = 0;
    while at < text.len() {
        let (token, end) = token(text, at);
        at = reader.read(token, end);
    }
    reader.end_link();
    reader.builder.block();
}

struct Reader<'a> {
    text: &'a str,
    node: usize,
    builder: &'a mut Builder,
    /// How many elements that hide their text are open.
    hidden: usize,
    /// How many elements that keep white space are open.
    preformatted: usize,
    /// The link that is open, if any.
    link: Option<Link>,
}

/// A link; when it ends and has led to a user, its text was a mention.
#[derive(Default)]
struct Link {
    user: Mention,
    is_user: bool,
    body: Option<usize>,
}

impl Reader<'_> {
    /// Reads one token that ends at `end` and returns where the next one starts.
    fn read(&mut self, token: Token, end: usize) -> usize {
        match token {
            Token::Text(range) => self.read_text(range),
            Token::CData(range) => self.emit(vec![Piece { raw: range, means: None }], Escape::CData),
            Token::Comment(range) => self.hide(vec![Piece { raw: range, means: None }], Escape::Comment, None),
            Token::Declaration(range) => self.hide(vec![Piece { raw: range, means: None }], Escape::Xml, None),
            Token::Open(tag) => return self.open(&tag, end),
            Token::Close(tag) => self.close(&tag),
        }
        end
    }

    fn read_text(&mut self, range: Range<usize>) {
        let is_text = self.hidden == 0 && self.preformatted == 0;
        let fold = if is_text { Fold::WhiteSpace } else { Fold::Nothing };
        self.emit(pieces(self.text, range, fold), Escape::Xml);
    }

    fn emit(&mut self, pieces: Vec<Piece>, escape: Escape) {
        if self.hidden > 0 {
            return self.hide(pieces, escape, None);
        }
        for piece in pieces {
            let is_blank = piece.means.map_or(&self.text[piece.raw.clone()] == " ", |character| character == ' ');
            let is_kept = self.preformatted > 0 || escape == Escape::CData;
            // White space at the start of a block is the markup's own indentation.
            if is_kept || !is_blank || !self.builder.is_line_start() {
                self.builder.piece(self.node, piece, escape);
            }
        }
    }

    fn hide(&mut self, pieces: Vec<Piece>, escape: Escape, kind: Option<KnownKind>) {
        let is_blank = |piece: &Piece| piece.means.is_none() && self.text[piece.raw.clone()].trim().is_empty();
        if !pieces.iter().all(is_blank) {
            self.builder.hide(Hidden { node: self.node, pieces, escape, kind });
        }
    }

    fn open(&mut self, tag: &Tag, end: usize) -> usize {
        let name = self.text[tag.name.clone()].to_ascii_lowercase();
        let Some(flow) = flow(&name) else {
            self.hide_tag(tag);
            return end;
        };
        if flow == Flow::Block {
            self.builder.block();
        }
        let attributes = attributes(self.text, tag.rest.clone());
        self.open_link(&name, &attributes);
        for attribute in &attributes {
            self.read_attribute(&name, &attributes, attribute);
        }
        if tag.closed {
            return end;
        }
        self.hidden += usize::from(HIDDEN.contains(&name.as_str()));
        self.preformatted += usize::from(is_preformatted(&name));
        if RAW.contains(&name.as_str()) { self.read_raw(&name, end) } else { end }
    }

    /// Reads the inside of an element that is not markup, and returns where its end tag starts.
    fn read_raw(&mut self, name: &str, start: usize) -> usize {
        let mut at = start;
        while let Some(offset) = self.text[at..].find("</") {
            let name_start = at + offset + 2;
            if self.text[name_start..].get(..name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name)) {
                at += offset;
                self.hide(vec![Piece { raw: start..at, means: None }], Escape::None, None);
                return at;
            }
            at = name_start;
        }
        self.hide(vec![Piece { raw: start..self.text.len(), means: None }], Escape::None, None);
        self.text.len()
    }

    fn close(&mut self, tag: &Tag) {
        let name = &self.text[tag.name.clone()].to_ascii_lowercase()[..];
        let Some(flow) = flow(name) else { return self.hide_tag(tag) };
        // Nothing belongs there; whatever stands there all the same is somebody's.
        self.hide(pieces(self.text, tag.rest.clone(), Fold::Nothing), Escape::Xml, None);
        if HIDDEN.contains(&name) {
            self.hidden = self.hidden.saturating_sub(1);
        }
        if is_preformatted(name) {
            self.preformatted = self.preformatted.saturating_sub(1);
        }
        if name == "a" || name == "ac:link" {
            self.end_link();
        }
        if flow == Flow::Block {
            self.builder.block();
        }
    }

    /// Reads the tag of an element that nobody defined: somebody's words between angle brackets.
    fn hide_tag(&mut self, tag: &Tag) {
        self.hide(pieces(self.text, tag.name.start..tag.rest.end, Fold::Nothing), Escape::Xml, None);
    }

    fn open_link(&mut self, name: &str, attributes: &[Attribute]) {
        match name {
            "a" => {
                self.end_link();
                let is_user = self.class_of(attributes).is_some_and(|class| {
                    class
                        .split_ascii_whitespace()
                        .any(|word| ["user-hover", "user-mention", "confluence-userlink"].contains(&word))
                });
                self.link = Some(Link { is_user, body: Some(self.builder.position()), ..Link::default() });
            }
            "ac:link" => {
                self.end_link();
                self.link = Some(Link::default());
            }
            "ac:link-body" | "ac:plain-text-link-body" => {
                let position = self.builder.position();
                if let Some(link) = &mut self.link {
                    link.body.get_or_insert(position);
                }
            }
            "ri:user" if self.link.is_none() => self.link = Some(Link { is_user: true, ..Link::default() }),
            "ri:user" => {
                if let Some(link) = &mut self.link {
                    link.is_user = true;
                }
            }
            _ => {}
        }
    }

    fn class_of(&self, attributes: &[Attribute]) -> Option<&str> {
        let class = attributes.iter().find(|attribute| self.text[attribute.name.clone()].eq_ignore_ascii_case("class"))?;
        class.value.clone().map(|range| &self.text[range])
    }

    fn end_link(&mut self) {
        let Some(Link { mut user, is_user: true, body }) = self.link.take() else { return };
        // An unclosed link would take the rest of the page for a name.
        let is_name = |span: &Span| span.len() <= LONGEST_NAME && !self.builder.slice(*span).contains('\n');
        let span = body.and_then(|start| self.builder.since(start)).filter(is_name);
        user.name = span.map(|span| self.builder.slice(span).trim_start_matches('@').to_owned());
        self.builder.known(span, KnownKind::Mention);
        self.builder.mention(user);
    }

    fn read_attribute(&mut self, element: &str, all: &[Attribute], attribute: &Attribute) {
        let name = &self.text[attribute.name.clone()];
        if attribute.value.is_none() || !is_attribute_name(name) {
            self.hide(vec![Piece { raw: attribute.name.clone(), means: None }], Escape::Bare, None);
        }
        let Some(range) = attribute.value.clone() else { return };
        let name = name.to_ascii_lowercase();
        let value = &self.text[range.clone()];
        let kind = self.kind_of(element, &name, value, all);
        if let Some(link) = &mut self.link {
            match kind {
                Some(KnownKind::AccountId) => link.user.account_id = Some(value.to_owned()),
                Some(KnownKind::Username) => link.user.username = Some(value.to_owned()),
                Some(KnownKind::Mention | KnownKind::Link | KnownKind::Date) | None => {}
            }
        }
        if kind.is_some() || !is_layout(value) {
            let escape = if attribute.quoted { Escape::Xml } else { Escape::Bare };
            self.hide(pieces(self.text, range, Fold::Nothing), escape, kind);
        }
        if element == "ri:user" && self.link.as_ref().is_some_and(|link| link.body.is_none()) {
            // A reference outside of any link, as in a macro's parameter, ends with its element.
            self.end_lone_user(all, attribute);
        }
    }

    fn end_lone_user(&mut self, all: &[Attribute], attribute: &Attribute) {
        let is_last = all.last() == Some(attribute);
        if is_last && self.hidden > 0 {
            self.end_link();
        }
    }

    fn kind_of(&self, element: &str, name: &str, value: &str, all: &[Attribute]) -> Option<KnownKind> {
        let by_shape = if is_account_id(value) { KnownKind::AccountId } else { KnownKind::Username };
        match (element, name) {
            (_, "ri:account-id" | "data-account-id" | "accountid") => Some(KnownKind::AccountId),
            (_, "ri:userkey" | "ri:username" | "data-username") => Some(KnownKind::Username),
            ("a", "rel") => {
                let is_user = self.class_of(all).is_some_and(|class| class.contains("user-hover"));
                is_user.then_some(by_shape)
            }
            (_, "href" | "src" | "data-card-url") | ("ri:url", "ri:value") => Some(KnownKind::Link),
            ("time", "datetime") => Some(KnownKind::Date),
            _ => None,
        }
    }
}

fn is_preformatted(name: &str) -> bool {
    name == "pre" || name == "textarea"
}

/// Whether an attribute's name is spelled as the names of HTML and storage format are.
fn is_attribute_name(name: &str) -> bool {
    name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-:_".contains(&byte))
}

/// Whether a value proves by its shape that it is a measure, a yes or no, or an id of the editor's own.
fn is_layout(value: &str) -> bool {
    let is_measure =
        value.len() <= 6 && value.trim_end_matches(['%', 'p', 'x', 'e', 'm']).bytes().all(|byte| b"0123456789.".contains(&byte));
    let is_uuid = value.len() == 36
        && value.bytes().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        });
    is_measure || is_uuid || ["true", "false", "default", "left", "right", "center", "top", "wide", "full-width"].contains(&value)
}

/// What of a text's white space counts.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fold {
    /// All of it.
    Nothing,
    /// A stretch of it counts as one blank, as browsers show it.
    WhiteSpace,
}

/// Cuts text into pieces: as it stands, entities, and folded white space.
fn pieces(text: &str, range: Range<usize>, fold: Fold) -> Vec<Piece> {
    let bytes = text.as_bytes();
    let mut pieces = Vec::new();
    let (mut at, mut done) = (range.start, range.start);
    while at < range.end {
        let special = match bytes[at] {
            b'&' => entity(text, at).filter(|(found, _)| found.end <= range.end),
            b' ' | b'\n' | b'\r' | b'\t' if fold == Fold::WhiteSpace => folded(bytes, at..range.end),
            _ => None,
        };
        let Some((found, means)) = special else {
            at += 1;
            continue;
        };
        if done < at {
            pieces.push(Piece { raw: done..at, means: None });
        }
        at = found.end;
        done = at;
        pieces.push(Piece { raw: found, means: Some(means) });
    }
    if done < range.end {
        pieces.push(Piece { raw: done..range.end, means: None });
    }
    pieces
}

/// The white space at the start of a range, unless it is the one blank that it counts as. A blank at the start of the text
/// that is cut is a piece of its own, so that it can be left out at the start of a line.
fn folded(bytes: &[u8], range: Range<usize>) -> Option<(Range<usize>, char)> {
    let length = bytes[range.clone()].iter().take_while(|byte| byte.is_ascii_whitespace()).count();
    let starts_text = range.start == 0 || bytes[range.start - 1] == b'>';
    let is_blank = length == 1 && bytes[range.start] == b' ' && !starts_text;
    (!is_blank).then_some((range.start..range.start + length, ' '))
}

#[cfg(test)]
mod tests {
    use super::super::{Edit, Format, Text};
    use super::*;
    use serde_json::Value as Json;

    fn text(raw: &str) -> Text {
        Text::read(&Json::String(raw.to_owned()), Format::Storage)
    }

    fn visible(raw: &str) -> String {
        let text = text(raw);
        text.joined()[..text.visible()].to_owned()
    }

    fn replace(raw: &str, from: &str, to: &str) -> Json {
        let text = text(raw);
        let at = text.joined().find(from).expect("stands in the text");
        let span = Span::new(text.joined(), at..at + from.len()).expect("a span");
        text.rewrite(&Json::String(raw.to_owned()), &[Edit { span, replacement: to.to_owned() }])
    }

    #[test]
    fn inline_markup_entities_and_line_breaks_do_not_cut_a_name() {
        assert_eq!(visible("<p>Hi <b>M</b>ia\n   Kr&uuml;ger</p>\n <p>b&#33;</p>"), "Hi Mia Krüger\nb!\n");
        assert_eq!(visible("<table><tr><td>a</td><td>b<br/>c</td></tr></table>"), "a\nb\nc\n");
    }

    #[test]
    fn replacements_keep_the_markup_and_are_escaped() {
        assert_eq!(replace("<p>Hi <b>M</b>ia Kr&uuml;ger!</p>", "Mia Krüger", "<P>"), "<p>Hi <b>&lt;P&gt;</b>!</p>");
        let code = "<ac:plain-text-body><![CDATA[mia & co]]></ac:plain-text-body>";
        assert_eq!(replace(code, "mia", "]]>"), "<ac:plain-text-body><![CDATA[]]]]><![CDATA[> & co]]></ac:plain-text-body>");
        assert_eq!(replace("<a href='/mia?a&amp;b'>x</a>", "mia?a&b", "it's"), "<a href='/it&#39;s'>x</a>");
        assert_eq!(replace("<a href=/mia>x</a>", "mia", "a b"), "<a href=/a&#32;b>x</a>");
    }

    #[test]
    fn user_links_are_mentions() {
        let raw = r#"<p><ac:link><ri:user ri:account-id="557058:ab"/><ac:link-body>Mia <b>Krüger</b></ac:link-body></ac:link> and
            <a class="user-hover" rel="bweiss" href="/x">Ben Weiß</a><ac:link><ri:user ri:userkey="k1"/></ac:link></p>"#;
        let text = text(raw);
        let mentions: Vec<_> = text
            .mentions()
            .iter()
            .map(|mention| (mention.name.as_deref(), mention.account_id.as_deref(), mention.username.as_deref()))
            .collect();
        let wanted =
            [(Some("Mia Krüger"), Some("557058:ab"), None), (Some("Ben Weiß"), None, Some("bweiss")), (None, None, Some("k1"))];
        assert_eq!(mentions, wanted);
        let known: Vec<_> = text.known().iter().map(|known| (&text.joined()[known.span.range()], known.kind)).collect();
        assert_eq!(known[..2], [("Mia Krüger", KnownKind::Mention), ("Ben Weiß", KnownKind::Mention)]);
        assert!(known.contains(&("557058:ab", KnownKind::AccountId)) && known.contains(&("bweiss", KnownKind::Username)));
    }

    #[test]
    fn what_people_do_not_see_is_read_after_it() {
        let text = text(
            "<ac:structured-macro ac:name=\"x\"><ac:parameter ac:name=\"y\">Mia</ac:parameter></ac:structured-macro>\
             <!-- Ben --><script>Eva</script><Ada wrote><img alt='Ida'/>",
        );
        assert_eq!(&text.joined()[..text.visible()], "");
        for word in ["Mia", " Ben ", "Eva", "Ada wrote", "Ida"] {
            assert!(text.joined().contains(word), "{word} is not read");
        }
    }

    #[test]
    fn preformatted_text_keeps_its_lines() {
        assert_eq!(visible("<pre>a\n  b</pre>c\n  d"), "a\n  b\nc d\n");
    }
}
