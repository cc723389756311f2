//! Floor 0. Runs of characters of one kind, as words are. Most characters are ASCII, of which a table tells the kind without decoding.

/// Which characters belong to a run.
#[derive(Debug)]
pub(crate) struct Kind {
    ascii: [bool; 128],
    other: fn(char) -> bool,
}

impl Kind {
    /// Letters, digits and these signs; of what is not ASCII, what the function says.
    pub(crate) const fn words(signs: &[u8], other: fn(char) -> bool) -> Self {
        let mut ascii = [false; 128];
        let mut byte = 0;
        while byte < 128 {
            ascii[byte] = (byte as u8).is_ascii_alphanumeric();
            byte += 1;
        }
        let mut at = 0;
        while at < signs.len() {
            ascii[signs[at] as usize] = true;
            at += 1;
        }
        Self { ascii, other }
    }

    /// Everything but these signs; of what is not ASCII, what the function says.
    pub(crate) const fn between(signs: &[u8], other: fn(char) -> bool) -> Self {
        let mut ascii = [true; 128];
        let mut at = 0;
        while at < signs.len() {
            ascii[signs[at] as usize] = false;
            at += 1;
        }
        Self { ascii, other }
    }

    /// Where the next character stands that belongs to a run, or that belongs to none; else the end.
    fn find(&self, text: &str, mut at: usize, belongs: bool) -> usize {
        let bytes = text.as_bytes();
        while at < bytes.len() {
            let byte = bytes[at];
            if byte < 128 {
                if self.ascii[usize::from(byte)] == belongs {
                    break;
                }
                at += 1;
                continue;
            }
            let character = text[at..].chars().next().unwrap_or_default();
            if (self.other)(character) == belongs {
                break;
            }
            at += character.len_utf8();
        }
        at
    }

    /// The runs of a text, each with the byte it begins at.
    pub(crate) fn runs<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (usize, &'a str)> {
        let mut at = 0;
        std::iter::from_fn(move || {
            let start = self.find(text, at, true);
            at = self.find(text, start, false);
            (start < at).then(|| (start, &text[start..at]))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_are_what_a_split_leaves() {
        const WORDS: Kind = Kind::words(b"'", |c| c.is_alphanumeric() || c == '’');
        let texts = ["", " ", "one", "it's «déjà» vu’s 3 times…", "…", "ÄÖ,ü", "a b", "東京 tower"];
        for text in texts {
            let split = text.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’').filter(|word| !word.is_empty());
            assert_eq!(WORDS.runs(text).map(|(_, word)| word).collect::<Vec<_>>(), split.collect::<Vec<_>>(), "{text}");
            assert!(WORDS.runs(text).all(|(at, word)| text[at..].starts_with(word)));
        }
        const PARTS: Kind = Kind::between(b".\n", |c| c != '。');
        assert_eq!(PARTS.runs("a b.c。d\n\n").map(|(_, part)| part).collect::<Vec<_>>(), ["a b", "c", "d"]);
    }
}
