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
    let Some(near) = near else { return !matches!(edge, Edge::UserPart | Edge::Quote) };
    match edge {
        Edge::Any => true,
        Edge::Word => !joins(near),
        Edge::Token => !joins(near) && near != '_' && near != '-',
        Edge::Number => !joins(near) && near != '_' && !(matches!(near, '.' | ',' | ':' | '-' | '/') && digit_behind(far)),
        Edge::Address => !joins(near) && near != '_' && !(near == '.' && digit_behind(far)),
        Edge::Handle => {
            let member = matches!(near, '.' | ':') && far.is_some_and(joins) && side == Side::After;
            !joins(near) && !matches!(near, '_' | '-' | '(' | '/' | '@' | '\\' | '=') && !member
        }
        Edge::UserPart => near == '@',
        Edge::Quote => matches!(near, '"' | '\''),
    }
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
    fn scripts_without_spaces_are_boundaries() {
        assert!(allows(Edge::Word, Side::Before, "はm", 3));
        assert!(!allows(Edge::Word, Side::Before, "öm", 2));
    }
}
