//! Places: what reads like an address, and how far it goes.
//!
//! The patterns of the pack `address` know the beginning of an address and let words and numbers follow; these checks say at
//! which of the possible ends it is one.

/// What a word can be in an address.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// `12`, `12a`, `3º`, `#4`, `s/n`.
    Number,
    /// A single capital letter: a door, a part of a name.
    Letter,
    /// A capitalized word.
    Name,
    /// `de`, `la`, `van`: inside a name.
    Particle,
    /// `bajo`, `Suite`: what a number or a letter may follow.
    Unit,
    /// A word in lower case that says nothing here.
    Plain,
}

/// A street whose number comes first, with its type behind the name: `1209 Orange Street, Wilmington, DE 19801`.
pub fn number_first(value: &str) -> bool {
    let words = words(value);
    let is_type = |word: &&str| STREET_TYPES.binary_search(&bare(word).as_str()).is_ok();
    let Some(place) = words.iter().take(8).skip(2).position(is_type).map(|place| place + 2) else { return false };
    let name = &words[1..=place];
    let small = bare(words[0]).len() == 1 && DOUBTFUL.contains(&bare(words[place]).as_str());
    let named =
        name.iter().all(|word| matches!(kind(word), Kind::Name | Kind::Letter | Kind::Number | Kind::Unit | Kind::Particle));
    let first_type = words[place..].iter().rposition(is_type).is_some_and(|last| last == words.len() - 1 - place);
    let directed = DIRECTIONS.contains(&words[words.len() - 1]) && words.len() == place + 2;
    named && !small && plausible(value, &words) && (first_type || directed || ends(&words, place))
}

/// A street whose number follows: `Calle Mayor 5, 3º B`, `Bahnhofstraße 27, 80335 München`.
pub fn street_first(value: &str) -> bool {
    let words = words(value);
    let Some(number) = words.iter().skip(1).position(|word| kind(word) == Kind::Number) else { return false };
    let capital = words.iter().take(number + 1).any(|word| word.chars().filter(|c| c.is_alphabetic()).count() >= 3);
    capital && number < 8 && plausible(value, &words) && ends(&words, number + 1)
}

/// A street whose type comes first, as in Spain, Portugal and Italy; types are ordinary words, so something must be a name.
pub fn type_first(value: &str) -> bool {
    let words = words(value);
    let named = || words.iter().take_while(|word| kind(word) != Kind::Number).any(|word| kind(word) == Kind::Name);
    street_first(value) && named()
}

/// What a label such as `Address:` introduces: words and at least one number.
pub fn introduced(value: &str) -> bool {
    let words = words(value);
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return false };
    let begins = matches!(kind(first), Kind::Number | Kind::Name) || value.starts_with("the corner of");
    let ended = || matches!(kind(last), Kind::Number | Kind::Name | Kind::Letter) && !matches!(*last, "I" | "A");
    let named = || words.iter().any(|word| word.chars().filter(|c| c.is_alphabetic()).count() >= 3);
    // One after the other: most of what a label introduces is prose, of which every end is tried.
    if !(begins && ended() && named()) {
        return false;
    }
    let kinds: Vec<Kind> = words.iter().map(|word| kind(word)).collect();
    kinds.contains(&Kind::Number) && !kinds.contains(&Kind::Plain) && plausible(value, &words)
}

/// No month: `March 12, 20155`.
pub fn no_month(value: &str) -> bool {
    let first = value.split(' ').next().unwrap_or("").to_lowercase();
    !MONTHS.iter().any(|month| first.starts_with(month) && first.len() <= month.len() + 6)
}

/// No day of a month: `11 May 1999`.
pub fn no_month_behind(value: &str) -> bool {
    let mut words = value.split_whitespace();
    let day = words.next().is_some_and(|word| word.len() <= 2 && word.bytes().all(|byte| byte.is_ascii_digit()));
    !(day && words.next().is_some_and(|word| !no_month(word)))
}

/// Whether no word belongs to software or a form, no sentence ends inside, and nothing behind the street is prose.
fn plausible(value: &str, words: &[&str]) -> bool {
    let foreign = |word: &&str| NO_STREET.binary_search(&bare(word).as_str()).is_ok();
    let sentence =
        |word: &&str| word.ends_with('.') && bare(word).chars().count() > 4 && *word != words[0] && kind(word) != Kind::Number;
    let inside = &words[..words.len().saturating_sub(1)];
    // `602 00 Brno. The rent`, `NY 10006. Send`: a sentence ends behind the postal code and its town.
    let closing = |at: usize| {
        let post = |word: &str| kind(word) == Kind::Number && bare(word).len() >= 4;
        let split = at > 1 && [at - 1, at - 2].iter().all(|&place| kind(words[place]) == Kind::Number);
        words[at].ends_with('.') && (post(words[at]) || at > 0 && post(words[at - 1]) || split)
    };
    let closed = (0..inside.len()).any(closing);
    let numbers = |line: &str| {
        line.split([' ', ',', '>']).filter(|word| !word.is_empty()).count() > 1 && !line.contains(char::is_alphabetic)
    };
    let telephone = value.lines().skip(1).any(numbers);
    !value.ends_with(['.', '-', '/', '#', '\''])
        && !telephone
        && !words.iter().any(foreign)
        && !closed
        && !inside.iter().any(sentence)
}

/// Whether an address can end where these words do; its house number, or the type of its street, is at `core`.
fn ends(words: &[&str], core: usize) -> bool {
    let tail = &words[core.min(words.len())..];
    let prose = |word: &&str| kind(word) == Kind::Plain;
    let Some(last) = words.last().filter(|_| !tail.iter().any(prose)) else { return false };
    let before = words.len().checked_sub(2).map(|place| kind(words[place]));
    match kind(last) {
        Kind::Number => true,
        Kind::Letter => matches!(before, Some(Kind::Number | Kind::Unit)),
        Kind::Unit => FLOORS.contains(&bare(last).as_str()),
        Kind::Name => town(tail),
        Kind::Particle | Kind::Plain => false,
    }
}

/// Whether the last words are a postal code and up to four words of a town's name.
fn town(tail: &[&str]) -> bool {
    let name = tail.iter().rev().take_while(|word| matches!(kind(word), Kind::Name | Kind::Particle | Kind::Letter)).count();
    let code = tail.len() - name;
    let digits = |place: usize| tail.get(place).map_or(0, |word| word.bytes().filter(u8::is_ascii_digit).count());
    let code_digits = if code == 0 { 0 } else { digits(code - 1) };
    let split = code >= 3 && code_digits == 2 && digits(code - 2) == 3;
    (1..=4).contains(&name) && code >= 2 && (matches!(code_digits, 4 | 5) || split)
}

fn words(value: &str) -> Vec<&str> {
    value.split([' ', ',', '\n', '\r', '\t', '>']).filter(|word| !word.is_empty() && *word != "-").collect()
}

/// A word in lower case without what stands around it.
fn bare(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
}

fn kind(word: &str) -> Kind {
    let plain = bare(word);
    let mut chars = word.trim_start_matches(['#', '\'']).chars();
    let Some(first) = chars.next() else { return Kind::Plain };
    let labelled = || {
        word.rsplit('-')
            .next()
            .is_some_and(|end| word.contains('-') && end.chars().count() > 3 && !end.contains(char::is_numeric))
    };
    if first.is_ascii_digit() && labelled() {
        return Kind::Plain;
    }
    if first.is_ascii_digit() || plain == "s/n" || plain == "sn" {
        return Kind::Number;
    }
    if UNITS.binary_search(&plain.as_str()).is_ok() || FLOORS.contains(&plain.as_str()) {
        return Kind::Unit;
    }
    if PARTICLES.binary_search(&plain.as_str()).is_ok() {
        return Kind::Particle;
    }
    match (first.is_uppercase(), plain.chars().count()) {
        (true, 1) => Kind::Letter,
        (true, _) => Kind::Name,
        (false, _) => Kind::Plain,
    }
}

const DIRECTIONS: &[&str] = &["N", "S", "E", "W", "NE", "NW", "SE", "SW", "North", "South", "East", "West"];

/// Street types that are also verbs and things; with a number of one digit in front they are that.
const DOUBTFUL: &[&str] =
    &["circle", "close", "court", "drive", "loop", "parade", "place", "plaza", "row", "square", "walk", "way"];

/// Floors and doors with which an address may end.
const FLOORS: &[&str] =
    &["bajo", "bajos", "dcha", "derecha", "etage", "izda", "izq", "izquierda", "og", "sal", "stock", "th", "tv"];

const MONTHS: &[&str] =
    &["jan", "feb", "mar", "apr", "may", "mai", "jun", "jul", "aug", "sep", "okt", "oct", "nov", "dec", "dez"];

/// Words in front of or among numbers in texts about software, and labels of forms. Sorted.
#[rustfmt::skip]
const NO_STREET: &[&str] = &[
    "android", "appendix", "article", "artikel", "attempt", "bits", "brigade", "build", "bytes", "chapter", "chrome", "class",
    "click", "code", "column", "comment", "company", "date", "day", "days", "desk", "difficile", "disk", "e-mai", "e-mail",
    "edad", "email", "error", "et", "fax", "figure", "file", "firefox", "flash", "google", "hard", "hours", "http", "https",
    "internal", "invoice", "ios", "issue", "item", "java", "job", "kapitel", "level", "line", "localidad", "mail", "minutes",
    "mobile", "name", "node", "note", "number", "office", "order", "page", "paragraph", "part", "phase", "phone", "please",
    "port", "python", "record", "release", "rev", "revision", "rfc", "seconds", "section", "see", "seite", "select", "server",
    "sprint", "step", "table", "task", "tel", "telefon", "telf", "test", "tests", "tfno", "ticket", "tlf", "upgrade", "usb",
    "users", "ver", "version", "visits", "vol", "volume", "web", "week", "windows", "years",
];

/// Words inside names. Sorted.
#[rustfmt::skip]
const PARTICLES: &[&str] = &[
    "allée", "am", "an", "and", "au", "aux", "av", "avenue", "bd", "bis", "boulevard", "chemin", "cite", "cité", "corner", "d", "da", "das",
    "de", "del", "della", "den", "der", "des", "di", "do", "dos", "du", "e", "el", "en", "et", "gate", "i", "im", "l", "la",
    "las", "le", "les", "los", "nad", "of", "place", "quai", "route", "rua", "rue", "st", "str", "ter", "the", "u", "upon", "v",
    "van", "vei", "von", "y", "zu",
];

/// Types of streets in English, whole and as the post shortens them. Sorted.
#[rustfmt::skip]
const STREET_TYPES: &[&str] = &[
    "alley", "ave", "avenue", "blvd", "boulevard", "center", "centre", "cir", "circle", "close", "court", "cove", "cres",
    "crescent", "crossing", "ct", "dr", "drive", "esplanade", "gardens", "grove", "heights", "highway", "hwy", "lane", "ln",
    "loop", "mews", "parade", "parkway", "pike", "pkwy", "pl", "place", "plaza", "quay", "rd", "road", "row", "sq", "square",
    "st", "street", "terrace", "trail", "turnpike", "walk", "way",
];

/// Parts of buildings. Sorted.
#[rustfmt::skip]
const UNITS: &[&str] = &[
    "andar", "apartment", "apt", "apto", "bldg", "bloque", "box", "building", "bus", "casa", "edificio", "esc", "escalera",
    "etage", "flat", "floor", "interno", "lgh", "local", "m", "n", "nr", "num", "nº", "núm", "og", "piso", "planta", "portal",
    "puerta", "room", "sal", "scala", "ste", "stock", "suite", "unit",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted() {
        for list in [NO_STREET, PARTICLES, STREET_TYPES, UNITS] {
            assert!(list.is_sorted(), "{list:?}");
        }
    }

    #[test]
    fn steps_and_drives_are_no_streets() {
        assert!(number_first("1209 Orange Street") && number_first("One Liberty Plaza, New York, NY 10006"));
        assert!(street_first("Avda. Valdecilla, s/n") && street_first("Gasse 4, 110 00 Praha 1"));
        assert!(!number_first("2 Google Drive") && !number_first("3 Main Way") && !number_first("12 Main Street Then"));
        assert!(!introduced("Line 25") && !street_first("Calle Mayor") && !street_first("Calle Mayor 5 Madrid"));
        assert!(!no_month("March 12, 20155 Users") && no_month("Marktgasse 1") && !no_month("Dec 3"));
    }
}
