//! [`Pick`]: a piece of untouched text about which "why not?" is asked.

use crate::state::slice;

/// A piece of a field's text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Pick {
    /// Which record of the preview.
    pub record: usize,
    /// Which of its fields.
    pub field: usize,
    /// The field's path.
    pub path: String,
    /// What people call the field.
    pub label: String,
    /// `[start, end)` in the field's original text, in UTF-16 code units.
    pub range: (usize, usize),
    /// The text.
    pub text: String,
}

/// UTF-16 code units that a pick may have: more is no word any more.
const LONGEST: usize = 200;

/// The word around an offset: letters, digits, and what joins them. None between words.
pub fn word_at(text: &str, offset: usize) -> Option<(usize, usize)> {
    let mut unit = 0;
    let mut letters: Vec<(usize, char)> = Vec::new();
    for c in text.chars() {
        letters.push((unit, c));
        unit += c.len_utf16();
    }
    let end_of = |at: usize| letters.get(at).map_or(unit, |(unit, _)| *unit);
    let letter = |at: usize| letters.get(at).is_some_and(|(_, c)| c.is_alphanumeric());
    let joins =
        |at: usize| letters.get(at).is_some_and(|(_, c)| "'’.-_@+/:".contains(*c)) && at > 0 && letter(at - 1) && letter(at + 1);
    let inside = |at: usize| letter(at) || joins(at);
    let at = letters.iter().rposition(|(unit, _)| *unit <= offset).filter(|at| offset < unit && inside(*at))?;
    let first = (0..at).rev().take_while(|at| inside(*at)).last().unwrap_or(at);
    let last = (at + 1..letters.len()).take_while(|at| inside(*at)).last().unwrap_or(at);
    Some((end_of(first), end_of(last + 1)))
}

/// The range without white space at its ends, as far as it may reach; none where nothing is left.
pub(super) fn trimmed(text: &str, (start, end): (usize, usize)) -> Option<(usize, usize)> {
    let end = end.min(start + LONGEST);
    let piece = slice(text, (start, end));
    let units = |text: &str| text.encode_utf16().count();
    let from = start + units(piece) - units(piece.trim_start());
    let length = units(piece.trim());
    (length > 0).then_some((from, from + length))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(text: &str, offset: usize) -> Option<&str> {
        word_at(text, offset).map(|range| slice(text, range))
    }

    #[test]
    fn a_word_holds_what_joins_it_and_not_what_ends_it() {
        assert_eq!(word("ask Tommo, please", 5), Some("Tommo"));
        assert_eq!(word("ask Tommo, please", 9), None, "the comma is none");
        assert_eq!(word("ask Tommo, please", 3), None);
        assert_eq!(word("see v1.2-rc3. Then", 5), Some("v1.2-rc3"));
        assert_eq!(word("😀 Zoë's", 4), Some("Zoë's"));
        assert_eq!(word("end", 2), Some("end"));
        assert_eq!(word("end.", 3), None);
        assert_eq!(word("", 0), None);
    }

    #[test]
    fn a_selection_loses_its_blanks() {
        assert_eq!(trimmed("a  bc  d", (1, 7)), Some((3, 5)));
        assert_eq!(trimmed("a   d", (1, 4)), None);
        assert_eq!(trimmed(&"x".repeat(900), (0, 900)), Some((0, LONGEST)));
    }
}
