//! [`segments`]: a text cut into what was found in it and what lies between. Offsets arrive in UTF-16 code units, as previews count.

/// A piece of a text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Segment {
    /// Text in which nothing was found.
    Plain(String),
    /// A finding, by its position in the list.
    Marked {
        /// The position.
        finding: usize,
        /// Its text; empty where an operator left nothing.
        text: String,
    },
}

/// A text cut into segments, with what was left out at its end.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Cut {
    /// The pieces, in order.
    pub segments: Vec<Segment>,
    /// How many code units are not shown.
    pub hidden: usize,
}

/// Cuts `text` at `ranges` (ascending, disjoint; none where a finding is not in this text). What lies beyond `limit` code units is left
/// out, except for the rest of a finding that begins before. Ranges that do not fit the text are skipped.
pub fn segments(text: &str, ranges: &[Option<(usize, usize)>], limit: usize) -> Cut {
    let mut cursor = Cursor { text, byte: 0, unit: 0 };
    let mut segments = Vec::new();
    for (finding, range) in ranges.iter().enumerate() {
        let Some((start, end)) = *range else { continue };
        if start < cursor.unit || end < start || limit <= start {
            continue;
        }
        push(&mut segments, cursor.until(start));
        segments.push(Segment::Marked { finding, text: cursor.until(end).to_owned() });
    }
    if cursor.unit < limit {
        push(&mut segments, cursor.until(limit));
    }
    let hidden = text[cursor.byte..].encode_utf16().count();
    Cut { segments, hidden }
}

/// The text between two code units.
pub fn slice(text: &str, (start, end): (usize, usize)) -> &str {
    let mut cursor = Cursor { text, byte: 0, unit: 0 };
    cursor.until(start);
    cursor.until(end)
}

fn push(segments: &mut Vec<Segment>, text: &str) {
    if !text.is_empty() {
        segments.push(Segment::Plain(text.to_owned()));
    }
}

/// Walks a text once, counting UTF-16 code units.
struct Cursor<'a> {
    text: &'a str,
    byte: usize,
    unit: usize,
}

impl<'a> Cursor<'a> {
    /// The text from here up to a code unit, or to the end of the text. Stops before a character that the unit would cut.
    fn until(&mut self, unit: usize) -> &'a str {
        let start = self.byte;
        for c in self.text[start..].chars() {
            if unit < self.unit + c.len_utf16() {
                break;
            }
            self.unit += c.len_utf16();
            self.byte += c.len_utf8();
        }
        &self.text[start..self.byte]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, ranges: &[Option<(usize, usize)>], limit: usize) -> String {
        let cut = segments(text, ranges, limit);
        let piece = |segment: &Segment| match segment {
            Segment::Plain(text) => text.clone(),
            Segment::Marked { finding, text } => format!("[{finding}:{text}]"),
        };
        format!("{}|{}", cut.segments.iter().map(piece).collect::<String>(), cut.hidden)
    }

    #[test]
    fn marks_stand_right_after_emoji_and_accents() {
        assert_eq!(shown("👩‍🚀 Zoë rang", &[Some((6, 9))], 99), "👩‍🚀 [0:Zoë] rang|0");
    }

    #[test]
    fn findings_of_the_other_text_are_skipped_and_empty_ones_kept() {
        assert_eq!(shown("abc", &[None, Some((1, 1)), Some((1, 2))], 99), "a[1:][2:b]c|0");
    }

    #[test]
    fn a_long_text_is_cut_and_says_how_much_is_hidden() {
        assert_eq!(shown("abcdefgh", &[Some((2, 6)), Some((7, 8))], 3), "ab[0:cdef]|2");
        assert_eq!(shown("😀😀", &[], 3), "😀|2", "no character is cut in two");
    }

    #[test]
    fn ranges_out_of_order_do_no_harm() {
        assert_eq!(shown("abc", &[Some((2, 3)), Some((0, 1)), Some((3, 9))], 99), "ab[0:c][2:]|0");
    }
}
