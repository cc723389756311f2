//! Whether an [`Edge`] allows what stands next to a finding.

use super::recognizer::Edge;

/// Which side of the finding.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Side {
    /// What stands in front of the offset.
    Before,
    /// What stands behind it.
    After,
}

/// Whether `edge` allows what stands on that side of byte `at`.
pub(super) fn allows(edge: Edge, side: Side, text: &str, at: usize) -> bool {
    let (near, far) = neighbors(side, text, at);
    let Some(near) = near else { return !matches!(edge, Edge::UserPart | Edge::Quote | Edge::Years) };
    match edge {
        Edge::Any => true,
        Edge::Word => !joins(near),
        Edge::Token => !joins(near) && near != '_' && near != '-',
        Edge::Number => {
            let scope = side == Side::Before && near == ':' && far == Some(':');
            let longer = matches!(near, '.' | ',' | ':' | '-' | '/') && digit_behind(far);
            !(joins(near) || near == '_' || longer || scope)
        }
        Edge::Address => !joins(near) && near != '_' && !(near == '.' && digit_behind(far)),
        Edge::Handle => {
            let member = matches!(near, '.' | ':') && far.is_some_and(joins) && side == Side::After;
            !joins(near) && !matches!(near, '_' | '-' | '(' | '/' | '@' | '\\' | '=') && !member
        }
        Edge::Pair => {
            let further = match side {
                Side::Before => ends_with_pair(&text.as_bytes()[..at]),
                Side::After => far.is_some_and(|c| joins(c) || c == ':'),
            };
            !(joins(near) || near == '_' || near == '.' && digit_behind(far) || matches!(near, ':' | '-') && further)
        }
        Edge::Mailbox => !(joins(near) || near == '/' && far == Some('/')),
        Edge::Years => YEARS.iter().any(|words| starts_with(&text.as_bytes()[at..], words.as_bytes())),
        Edge::UserPart => near == '@',
        Edge::Quote => matches!(near, '"' | '\''),
    }
}

/// What stands behind the number of an age that does not belong to it.
const YEARS: &[&str] = &[
    " year old",
    " years old",
    "-year-old",
    " year-old",
    "-years-old",
    " y/o",
    "y/o",
    " yo ",
    "yo ",
    " yrs old",
    " years of age",
    " de edad",
    " de vida",
];

fn starts_with(bytes: &[u8], words: &[u8]) -> bool {
    bytes.get(..words.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(words))
}

/// Whether a pair of hexadecimal digits and a separator end here, and nothing longer.
fn ends_with_pair(bytes: &[u8]) -> bool {
    let before = |back: usize| bytes.len().checked_sub(back).map(|at| bytes[at]);
    let hex = |back: usize| before(back).is_some_and(|byte| byte.is_ascii_hexdigit());
    hex(2) && hex(3) && !before(4).is_some_and(|byte| byte.is_ascii_alphanumeric())
}

fn digit_behind(far: Option<char>) -> bool {
    far.is_some_and(|c| c.is_ascii_digit())
}

fn neighbors(side: Side, text: &str, at: usize) -> (Option<char>, Option<char>) {
    match side {
        Side::Before => {
            let mut chars = text[..at].chars().rev();
            (chars.next(), chars.next())
        }
        Side::After => {
            let mut chars = text[at..].chars();
            (chars.next(), chars.next())
        }
    }
}

/// Whether a character would continue a word that is written in Latin letters: letters and digits do, except of scripts that
/// put no spaces between words.
pub(super) fn joins(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric();
    }
    c.is_alphanumeric() && !is_unspaced(c)
}

/// Scripts that write no spaces between words: Thai, Lao, Myanmar, Khmer, Hangul (particles follow without one), kana, Han.
pub(super) fn is_unspaced(c: char) -> bool {
    matches!(u32::from(c),
        0x0e00..=0x0eff | 0x1000..=0x109f | 0x1100..=0x11ff | 0x1780..=0x17ff | 0x2e80..=0x9fff | 0xa960..=0xa97f
        | 0xac00..=0xd7ff | 0xf900..=0xfaff | 0xff66..=0xff9f | 0x20000..=0x3ffff)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_ends_before_punctuation_but_not_inside_a_longer_number() {
        assert!(allows(Edge::Number, Side::After, "12. ", 2));
        assert!(!allows(Edge::Number, Side::After, "12.3", 2));
        assert!(!allows(Edge::Number, Side::Before, "1.23", 2));
        assert!(allows(Edge::Number, Side::Before, "", 0));
    }

    #[test]
    fn pairs_end_where_no_further_pair_follows() {
        assert!(allows(Edge::Pair, Side::Before, "mac:00", 4) && allows(Edge::Pair, Side::After, "b7: x", 2));
        assert!(!allows(Edge::Pair, Side::Before, "b7:00", 3) && !allows(Edge::Pair, Side::After, "b7:00", 2));
        assert!(allows(Edge::Years, Side::After, "79 year old", 2) && !allows(Edge::Years, Side::After, "79 years", 2));
    }

    #[test]
    fn scripts_without_spaces_are_boundaries() {
        assert!(allows(Edge::Word, Side::Before, "はm", 3));
        assert!(!allows(Edge::Word, Side::Before, "öm", 2));
    }
}
