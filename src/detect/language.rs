//! [`Language`]: which of a few languages a text is written in, by its small words.

use super::name::hash_of;

/// The languages that can be told apart.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
#[repr(u8)]
pub enum Language {
    /// None of the others, or too little text to tell.
    Unknown,
    /// English.
    English,
    /// German.
    German,
    /// French.
    French,
    /// Spanish.
    Spanish,
    /// Portuguese.
    Portuguese,
    /// Danish, and with it Norwegian: their small words are the same.
    Danish,
    /// Italian.
    Italian,
    /// Dutch.
    Dutch,
    /// Japanese.
    Japanese,
    /// Chinese.
    Chinese,
}

impl Language {
    /// Every language, in the order of its number.
    pub const ALL: [Self; 11] = [
        Self::Unknown,
        Self::English,
        Self::German,
        Self::French,
        Self::Spanish,
        Self::Portuguese,
        Self::Danish,
        Self::Italian,
        Self::Dutch,
        Self::Japanese,
        Self::Chinese,
    ];

    /// Its code (ISO 639-1; `und` for none).
    pub fn id(self) -> &'static str {
        match self {
            Self::Unknown => "und",
            Self::English => "en",
            Self::German => "de",
            Self::French => "fr",
            Self::Spanish => "es",
            Self::Portuguese => "pt",
            Self::Danish => "da",
            Self::Italian => "it",
            Self::Dutch => "nl",
            Self::Japanese => "ja",
            Self::Chinese => "zh",
        }
    }
}

/// The small words of the languages, hashed, each with a bit per language that has it: a table with open addressing.
#[derive(Clone, Debug)]
pub(super) struct Stopwords([(u32, u16); PLACES]);

/// Places for small words, so many that most other words meet none of them.
const PLACES: usize = 2048;

impl Default for Stopwords {
    fn default() -> Self {
        let mut words = Self([(0, 0); PLACES]);
        for (language, listed) in WORDS {
            for word in listed.split(' ').map(hash_of) {
                let at = words.place(word);
                words.0[at] = (word, words.0[at].1 | 1 << *language as u16);
            }
        }
        words
    }
}

impl Stopwords {
    /// Where a word stands, or would.
    fn place(&self, word: u32) -> usize {
        let mut at = word as usize % PLACES;
        while self.0[at].1 != 0 && self.0[at].0 != word {
            at = (at + 1) % PLACES;
        }
        at
    }

    /// The languages that have a word, as bits.
    fn languages(&self, word: u32) -> u16 {
        self.0[self.place(word)].1
    }
}

/// Words of a text that are looked at; the language of a text does not change behind them.
const ENOUGH: usize = 2_000;

impl Stopwords {
    /// The language of a text whose words have these hashes.
    pub(super) fn language(&self, text: &str, words: impl Iterator<Item = u32>) -> Language {
        let mut counts = [0_u32; Language::ALL.len()];
        for word in words.take(ENOUGH) {
            let languages = self.languages(word);
            if languages != 0 {
                counts.iter_mut().enumerate().for_each(|(language, count)| *count += u32::from(languages >> language & 1));
            }
        }
        if !text.is_ascii() && text.bytes().any(begins_kana_or_han) {
            count_scripts(text, &mut counts);
        }
        let most = counts.iter().copied().max().unwrap_or(0);
        let best = counts.iter().position(|&count| count == most).unwrap_or(0);
        if most == 0 { Language::Unknown } else { Language::ALL[best] }
    }
}

impl Stopwords {
    /// Whether enough small words speak for a language to rest figures on it: one alone may be a word of a language that is not here.
    pub(super) fn are_sure(&self, language: Language, words: impl Iterator<Item = u32>) -> bool {
        let speaks = |word: &u32| self.languages(*word) >> language as u16 & 1 == 1;
        match language {
            Language::Unknown | Language::Japanese | Language::Chinese => true,
            Language::English
            | Language::German
            | Language::French
            | Language::Spanish
            | Language::Portuguese
            | Language::Danish
            | Language::Italian
            | Language::Dutch => words.take(ENOUGH).filter(speaks).nth(1).is_some(),
        }
    }
}

/// Whether a letter that begins with this byte may be counted at all.
fn begins_kana_or_han(byte: u8) -> bool {
    matches!(byte, 0xe3..=0xe9)
}

/// Kana are Japanese; Han letters without them are Chinese. Three letters weigh as much as one small word.
fn count_scripts(text: &str, counts: &mut [u32; Language::ALL.len()]) {
    let (mut kana, mut han) = (0, 0);
    for c in text.chars().filter(|c| !c.is_ascii()).take(ENOUGH) {
        match u32::from(c) {
            0x3041..=0x30ff => kana += 1,
            0x4e00..=0x9fff => han += 1,
            _ => {}
        }
    }
    match kana * 10 > han {
        true if kana > 0 => counts[Language::Japanese as usize] += (kana + han) / 3 + 1,
        false if han > 1 => counts[Language::Chinese as usize] += han / 3 + 1,
        true | false => {}
    }
}

/// Small words, folded. A word of several languages counts for each.
const WORDS: &[(Language, &str)] = &[
    (Language::English, "the and is to of in that it for you this with on not are be was have i we if can from when but as"),
    (Language::German, "der die das und ist nicht ein eine zu den von mit dem des im auf fur sich wird auch bei nach ich wir"),
    (Language::French, "le la les et est des un une du pas pour dans que qui sur au ce il je nous par avec aux ne se"),
    (Language::Spanish, "el la los las y es de que en un una por con no se del al lo para su como mas este"),
    (Language::Portuguese, "o a os as e de que do da em um uma nao para com por no na dos das ao se mais foi"),
    (Language::Danish, "og er det den der ikke en et til som af for med har jeg han hun vi de pa var om at fra"),
    (Language::Italian, "il lo la gli e che di un una per non con sono del della nel alla dei piu si questo"),
    (Language::Dutch, "de het een en van is dat niet op te zijn voor met die aan er ook bij naar dit wordt"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_words_tell_the_language() {
        let language = |text: &str| {
            let words = text.split(' ').map(hash_of);
            Stopwords::default().language(text, words)
        };
        assert_eq!(language("the door is not open"), Language::English);
        assert_eq!(language("der server ist nicht erreichbar"), Language::German);
        assert_eq!(language("le serveur est en panne et les logs ne disent pas pourquoi"), Language::French);
        assert_eq!(language("担当は田中です"), Language::Japanese);
        assert_eq!(language("xyzzy"), Language::Unknown);
    }
}
