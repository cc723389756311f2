//! How a text is built: counts of its parts, from the structure that its format gives it.

use super::AttributeKind;
use crate::record::document::{Format, Text};
use serde_json::Value as Json;

/// Counts of the parts of a document.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Structure {
    /// Paragraphs.
    pub paragraphs: usize,
    /// Headings.
    pub headings: usize,
    /// Items of lists.
    pub items: usize,
    /// Links, also those that are written out.
    pub links: usize,
    /// Blocks of code.
    pub code: usize,
    /// Tables.
    pub tables: usize,
}

impl Structure {
    /// Counts the parts of a value that is text in this format.
    pub fn of(value: &Json, format: Format) -> Self {
        let mut counts = Self::default();
        match (format, value) {
            (Format::Adf, document) => counts.nodes(document),
            (Format::AdfString, Json::String(text)) => {
                if let Ok(document) = serde_json::from_str(text) {
                    counts.nodes(&document);
                }
            }
            (Format::Storage, Json::String(markup)) => counts.markup(markup),
            (Format::Plain | Format::Wiki | Format::Markdown, Json::String(text)) => counts.lines(text),
            (format, value) => counts.lines(Text::read(value, format).joined()),
        }
        counts
    }

    /// The counts that are not zero, by kind.
    pub fn attributes(self) -> impl Iterator<Item = (AttributeKind, usize)> {
        let all = [
            (AttributeKind::ParagraphCount, self.paragraphs),
            (AttributeKind::HeadingCount, self.headings),
            (AttributeKind::ListItemCount, self.items),
            (AttributeKind::LinkCount, self.links),
            (AttributeKind::CodeCount, self.code),
            (AttributeKind::TableCount, self.tables),
        ];
        all.into_iter().filter(|(_, count)| *count > 0)
    }

    /// Nodes of the Atlassian Document Format, and links among the marks of texts.
    fn nodes(&mut self, node: &Json) {
        match node["type"].as_str() {
            Some("paragraph") => self.paragraphs += 1,
            Some("heading") => self.headings += 1,
            Some("listItem" | "taskItem" | "decisionItem") => self.items += 1,
            Some("link" | "inlineCard" | "blockCard" | "embedCard") => self.links += 1,
            Some("codeBlock") => self.code += 1,
            Some("table") => self.tables += 1,
            _ => {}
        }
        for list in ["content", "marks"] {
            node[list].as_array().into_iter().flatten().for_each(|child| self.nodes(child));
        }
    }

    /// Elements of XHTML, by how their tags begin.
    fn markup(&mut self, markup: &str) {
        let count = |begins: &str| {
            let ends = |at: usize| markup[at + begins.len()..].starts_with([' ', '>', '/', '\n']);
            markup.match_indices(begins).filter(|(at, _)| ends(*at)).count()
        };
        self.paragraphs = count("<p");
        self.headings = (1..=6).map(|level| count(&format!("<h{level}"))).sum();
        self.items = count("<li") + count("<ac:task");
        self.links = count("<a") + count("<ac:link");
        self.code = count("<pre") + markup.matches("ac:name=\"code\"").count();
        self.tables = count("<table");
    }

    /// Lines of plain text, wiki markup or Markdown, by how they begin.
    fn lines(&mut self, text: &str) {
        let mut fenced = false;
        let mut before = "";
        for line in text.lines().map(str::trim) {
            let fence = ["```", "~~~", "{code", "{noformat"].iter().any(|begin| line.starts_with(begin));
            self.code += usize::from(fence && !fenced);
            fenced ^= fence;
            if !fenced && !fence {
                self.line(line, before);
            }
            before = line;
        }
        self.links = text.matches("http://").count() + text.matches("https://").count();
    }

    fn line(&mut self, line: &str, before: &str) {
        let hashes = line.len() - line.trim_start_matches('#').len();
        let heading = (1..=6).any(|level| line.starts_with(&format!("h{level}. ")))
            || (1..=6).contains(&hashes) && line[hashes..].starts_with(' ');
        let numbered = line.split_once(['.', ')']).is_some_and(|(number, rest)| {
            (1..4).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit()) && rest.starts_with(' ')
        });
        if heading {
            self.headings += 1;
        } else if numbered || ["- ", "* ", "+ ", "• "].iter().any(|sign| line.starts_with(sign)) {
            self.items += 1;
        } else if line.starts_with('|') {
            self.tables += usize::from(!before.starts_with('|'));
        } else if !line.is_empty() && before.is_empty() {
            self.paragraphs += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn the_parts_of_a_document_are_counted_in_every_format() {
        let text = "# Plan\n\nWe go to https://example.org first.\n\n- one\n2. two\n\n| a | b |\n| 1 | 2 |\n\n```\n- code\n```\n";
        let expected = Structure { paragraphs: 1, headings: 1, items: 2, links: 1, code: 1, tables: 1 };
        assert_eq!(Structure::of(&json!(text), Format::Markdown), expected);
        let storage =
            "<h2>Plan</h2><p>We <a href=\"x\">go</a></p><ul><li>one</li><li>two</li></ul><pre>c</pre><table><tr/></table>";
        assert_eq!(Structure::of(&json!(storage), Format::Storage), expected);
        let item = || json!({"type": "listItem", "content": []});
        let adf = json!({"type": "doc", "content": [
            {"type": "heading"}, {"type": "bulletList", "content": [item(), item()]}, {"type": "codeBlock"}, {"type": "table"},
            {"type": "paragraph", "content": [{"type": "text", "text": "go", "marks": [{"type": "link"}]}]},
        ]});
        assert_eq!(Structure::of(&adf, Format::Adf), expected);
        assert_eq!(Structure::of(&json!(adf.to_string()), Format::AdfString), expected);
    }
}
