//! Readability from counts of sentences, words and syllables.

/// What readability is computed from.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Counts {
    /// Sentences, at least 1 where there are words.
    pub sentences: usize,
    /// Words: runs of letters and digits that hold a letter, apostrophes inside.
    pub words: usize,
    /// Syllables, by the groups of vowels in each word; English.
    pub syllables: usize,
}

impl Counts {
    /// Counts a text.
    pub fn of(text: &str) -> Self {
        let words =
            text.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’').filter(|word| word.contains(char::is_alphabetic));
        let (words, syllables) = words.fold((0, 0), |(count, sum), word| (count + 1, sum + syllables(word)));
        let ended = text.split(['.', '!', '?', '\n', '。', '！', '？']).filter(|part| part.contains(char::is_alphabetic)).count();
        Self { sentences: ended, words, syllables }
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

/// Groups of vowels, a silent final `e` left out, at least one.
fn syllables(word: &str) -> usize {
    let word = word.to_lowercase();
    let stem = word.strip_suffix('e').filter(|stem| !stem.ends_with('l')).unwrap_or(&word);
    let is_vowel = |c: char| "aeiouyäöüáéíóúàèìòùâêîôû".contains(c);
    let mut before = false;
    let mut groups = 0;
    for c in stem.chars() {
        let vowel = is_vowel(c);
        groups += usize::from(vowel && !before);
        before = vowel;
    }
    groups.max(1)
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

    #[test]
    fn short_plain_sentences_read_easily() {
        let easy = Counts::of("The cat sat on the mat. The dog ran to the park. It was fun.");
        assert_eq!((easy.sentences, easy.words, easy.syllables), (3, 15, 15));
        assert!((easy.reading_ease() - 117.16).abs() < 0.01);
        assert_eq!(Counts::of(" \n… 42").reading_ease(), 0.0);
    }
}
