//! Readability from counts of sentences, words and syllables.

use crate::runs::Kind;

/// What words are made of; apostrophes stand inside.
const WORDS: &Kind = &Kind::words(b"'", |c| c.is_alphanumeric() || c == '’');
/// What sentences are made of.
const SENTENCES: &Kind = &Kind::between(b".!?\n", |c| !matches!(c, '。' | '！' | '？'));

/// What readability is computed from.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Counts {
    /// Sentences, at least 1 where there are words.
    pub sentences: usize,
    /// Words: runs of letters and digits that hold a letter, apostrophes inside.
    pub words: usize,
    /// Syllables, by the groups of vowels in each word; English.
    pub syllables: usize,
    /// Words of more than six letters.
    pub long: usize,
    /// Words that are among the most frequent of English.
    pub english: usize,
}

impl Counts {
    /// Counts a text.
    pub fn of(text: &str) -> Self {
        let mut counts = Self::default();
        for (_, word) in WORDS.runs(text).filter(|(_, word)| word.contains(char::is_alphabetic)) {
            counts.words += 1;
            counts.syllables += syllables(word);
            counts.long += usize::from(word.len() > 6 && word.chars().filter(|c| c.is_alphanumeric()).count() > 6);
            counts.english += usize::from(is_frequent(word));
        }
        let ended = SENTENCES.runs(text).filter(|(_, part)| part.contains(char::is_alphabetic)).count();
        Self { sentences: ended, ..counts }
    }

    /// Whether the text is English, as far as its smallest words tell: an eighth of all are among the most frequent ones. Other
    /// languages that use such letters share a few of these and stay below (our assumption).
    pub fn is_english(self) -> bool {
        self.english * 8 >= self.words && self.words > 0
    }

    /// Flesch-Kincaid grade level: 0.39 × words per sentence + 11.8 × syllables per word − 15.59 (J. P. Kincaid and others, "Derivation
    /// of new readability formulas", Research Branch Report 8-75, 1975). Years of school in the United States. 0 for no words.
    pub fn grade_level(self) -> f64 {
        if self.words == 0 {
            return 0.0;
        }
        let (sentences, words, syllables) = (self.sentences.max(1) as f64, self.words as f64, self.syllables as f64);
        0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59
    }

    /// LIX: words per sentence + how many of a hundred words have more than six letters (C. H. Björnsson, "Läsbarhet", 1968). About 30
    /// easy, 40 plain, 60 very hard. Needs no syllables, and so no language. 0 for no words.
    pub fn lix(self) -> f64 {
        if self.words == 0 {
            return 0.0;
        }
        let (sentences, words, long) = (self.sentences.max(1) as f64, self.words as f64, self.long as f64);
        words / sentences + 100.0 * long / words
    }

    /// Flesch reading ease: 206.835 − 1.015 × words per sentence − 84.6 × syllables per word
    /// (R. Flesch, "A new readability yardstick", Journal of Applied Psychology 32, 1948). 0 for no words.
    pub fn reading_ease(self) -> f64 {
        if self.words == 0 {
            return 0.0;
        }
        let (sentences, words, syllables) = (self.sentences.max(1) as f64, self.words as f64, self.syllables as f64);
        206.835 - 1.015 * (words / sentences) - 84.6 * (syllables / words)
    }
}

/// The most frequent words of English that most of its neighbors do not have.
const ENGLISH: &[&str] = &[
    "the", "of", "and", "to", "that", "is", "it", "for", "with", "this", "are", "was", "not", "be", "have", "from", "you", "we",
    "our", "they", "their", "has", "but", "by", "which", "when", "after", "she", "he", "her", "his", "at", "on", "as", "or",
    "an",
];

/// Bytes of the longest of [`ENGLISH`].
const LONGEST: usize = 5;

/// The same words, each as one number.
const PACKED: [u64; ENGLISH.len()] = {
    let mut all = [0; ENGLISH.len()];
    let mut at = 0;
    while at < all.len() {
        all[at] = packed(ENGLISH[at].as_bytes());
        at += 1;
    }
    all
};

/// A short word in any case as a number.
const fn packed(word: &[u8]) -> u64 {
    let (mut number, mut at) = (0, 0);
    while at < word.len() {
        // Letters alone become one another.
        number = number << 8 | (word[at] | 0x20) as u64;
        at += 1;
    }
    number
}

fn is_frequent(word: &str) -> bool {
    word.len() <= LONGEST && PACKED.contains(&packed(word.as_bytes()))
}

/// Groups of vowels, a silent final `e` left out, at least one.
fn syllables(word: &str) -> usize {
    let is_silent =
        matches!(word.as_bytes(), [.., before, b'e' | b'E'] if !before.eq_ignore_ascii_case(&b'l')) || matches!(word, "e" | "E");
    let stem = if is_silent { &word[..word.len() - 1] } else { word };
    let groups = match stem.is_ascii() {
        true => groups(stem.bytes().map(|byte| char::from(byte.to_ascii_lowercase()))),
        false => groups(stem.chars().flat_map(char::to_lowercase)),
    };
    groups.max(1)
}

fn groups(letters: impl Iterator<Item = char>) -> usize {
    let (mut before, mut groups) = (false, 0);
    for letter in letters {
        let vowel = is_vowel(letter);
        groups += usize::from(vowel && !before);
        before = vowel;
    }
    groups
}

fn is_vowel(c: char) -> bool {
    match c {
        'a' | 'e' | 'i' | 'o' | 'u' | 'y' => true,
        _ => !c.is_ascii() && "äöüáéíóúàèìòùâêîôû".contains(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_are_groups_of_vowels() {
        let words = [("cat", 1), ("table", 2), ("reading", 2), ("make", 1), ("the", 1), ("organization", 5)];
        for (word, expected) in words {
            assert_eq!(syllables(word), expected, "{word}");
        }
    }

    /// The sentences and figures stand in encyclopedias as examples of the formulas.
    #[test]
    fn published_examples_come_out_as_published() {
        let cat = Counts::of("The cat sat on the mat.");
        assert!((cat.reading_ease() - 116.145).abs() < 0.001 && (cat.grade_level() + 1.45).abs() < 0.001);
        let platypus = Counts::of("The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.");
        assert_eq!((platypus.words, platypus.syllables, platypus.long), (13, 24, 5));
        assert!((platypus.reading_ease() - 37.5).abs() < 0.05 && (platypus.grade_level() - 11.3).abs() < 0.05);
        assert!((platypus.lix() - (13.0 + 500.0 / 13.0)).abs() < 0.001);
        let point = Counts::of("This sentence, taken as a reading passage unto itself, is being used to prove a point.");
        assert_eq!(point.reading_ease().round(), 69.0);
    }

    #[test]
    fn small_words_tell_english_apart() {
        assert!(Counts::of("The page is slow when it loads, and we do not know why.").is_english());
        assert!(!Counts::of("Die Seite lädt langsam, und wir wissen nicht, warum das so ist.").is_english());
        assert!(!Counts::of("La page se charge lentement et nous ne savons pas pourquoi elle est lente.").is_english());
        assert!(!Counts::of("").is_english());
        assert!(ENGLISH.iter().all(|word| word.len() <= LONGEST));
    }

    #[test]
    fn short_plain_sentences_read_easily() {
        let easy = Counts::of("The cat sat on the mat. The dog ran to the park. It was fun.");
        assert_eq!((easy.sentences, easy.words, easy.syllables), (3, 15, 15));
        assert!((easy.reading_ease() - 117.16).abs() < 0.01);
        assert_eq!(Counts::of(" \n… 42").reading_ease(), 0.0);
    }
}
