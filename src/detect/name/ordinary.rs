//! Names that are also ordinary words, and words in display names that are no names.

/// How much a part of a name says on its own.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Weight {
    /// Nothing: `de`, `Team`, `Jira`. Counts only where the whole name stands.
    None,
    /// Something, when it is written like a name: `Will`, `Mark`, `Li`.
    Word,
    /// Enough in any case of letters.
    Name,
}

/// The weight of a folded part.
pub(super) fn weigh(part: &str) -> Weight {
    let letters = part.chars().take(3).count();
    let listed = |list: &[&str]| may_be_listed(part) && list.binary_search(&part).is_ok();
    if letters < 2 || listed(NO_NAMES) {
        return Weight::None;
    }
    let short = letters < 3 && part.is_ascii();
    if short || listed(WORDS) { Weight::Word } else { Weight::Name }
}

/// Whether the lists have a word that begins and ends like this one: most names need not be compared with any.
fn may_be_listed(word: &str) -> bool {
    let (place, bit) = ends(word.as_bytes());
    LISTED[place] >> bit & 1 == 1
}

/// Where a word's first and last letters and its length have a bit.
const fn ends(word: &[u8]) -> (usize, u32) {
    let (Some(first), Some(last)) = (word.first(), word.last()) else { return (0, 0) };
    let second = if word.len() > 1 { word[1] } else { 0 };
    let mixed = (*first as u32) << 16 ^ (second as u32) << 11 ^ (*last as u32) << 6 ^ word.len() as u32;
    let mixed = mixed.wrapping_mul(0x9e37_79b1) >> 20;
    ((mixed >> 6) as usize, mixed & 63)
}

/// A bit for each word of both lists.
static LISTED: [u64; 64] = {
    let mut listed = [0; 64];
    let lists = [NO_NAMES, WORDS];
    let mut list = 0;
    while list < lists.len() {
        let mut at = 0;
        while at < lists[list].len() {
            let (place, bit) = ends(lists[list][at].as_bytes());
            listed[place] |= 1 << bit;
            at += 1;
        }
        list += 1;
    }
    listed
};

/// Particles, titles, functions, products: what stands in display names without naming the person. Sorted.
#[rustfmt::skip]
const NO_NAMES: &[&str] = &[
    "account", "admin", "administrator", "agent", "al", "and", "anonymous", "api", "app", "assistant", "atlassian", "auf",
    "automation", "bin", "bitbucket", "bot", "build", "ci", "client", "confluence", "consultant", "contractor", "customer",
    "da", "das", "data", "de", "deactivated", "default", "del", "deleted", "den", "der", "desk", "dev", "developer", "di", "do",
    "dos", "dr", "du", "el", "engineer", "external", "for", "former", "frau", "github", "gitlab", "guest", "herr", "ibn",
    "inactive", "inc", "integration", "internal", "issue", "it", "jenkins", "jira", "jr", "la", "le", "ltd", "mr", "mrs", "ms",
    "of", "ops", "plugin", "product", "prof", "project", "proxy", "qa", "release", "reporter", "robot", "rovo", "san", "script",
    "service", "slack", "software", "sr", "st", "support", "sync", "system", "team", "ten", "ter", "test", "tester", "the",
    "trello", "unassigned", "unknown", "user", "van", "vom", "von", "web", "zu", "zum", "zur",
];

/// Given and family names that texts use as ordinary words. Sorted.
#[rustfmt::skip]
const WORDS: &[&str] = &[
    "ace", "amber", "angel", "april", "archer", "art", "ash", "august", "autumn", "baker", "ball", "banks", "bass", "bay",
    "bean", "bear", "bell", "berry", "best", "bill", "bird", "bishop", "black", "blue", "bond", "booth", "branch", "bridge",
    "bright", "brook", "brown", "buck", "bug", "burn", "bush", "butler", "camp", "can", "cannon", "carol", "case", "cash",
    "chance", "chase", "chip", "christian", "chuck", "church", "clay", "cliff", "close", "cloud", "cook", "core", "cross",
    "curry", "daily", "dale", "dash", "dawn", "day", "dean", "dear", "diamond", "dick", "don", "drake", "drew", "duke", "earl",
    "east", "eden", "elm", "english", "faith", "field", "fields", "fin", "finn", "fish", "fisher", "flint", "flower", "ford",
    "forest", "foster", "fox", "frank", "freeman", "french", "frost", "gage", "gene", "german", "gift", "glen", "gold", "good",
    "grace", "grant", "graves", "gray", "green", "grey", "guy", "hall", "harbor", "harmony", "hart", "hash", "hay", "hazel",
    "head", "heath", "heather", "hill", "holly", "hood", "hope", "house", "hunt", "hunter", "ivory", "ivy", "jade", "jasmine",
    "java", "jet", "jewel", "job", "jordan", "joy", "june", "justice", "key", "keys", "king", "kit", "knight", "lake", "lane",
    "lark", "law", "leaf", "lee", "lily", "link", "little", "lock", "london", "long", "love", "lucky", "lynx", "major", "man",
    "mark", "marks", "marsh", "mason", "max", "may", "mercy", "merge", "merit", "miles", "mill", "min", "mint", "misty",
    "moon", "moss", "my", "nice", "noble", "north", "oak", "olive", "page", "paris", "park", "parker", "parks", "pat", "patch",
    "patience", "patrol", "pearl", "penny", "pepper", "pie", "piper", "pitt", "pope", "porter", "price", "prince", "queen",
    "rain", "ray", "read", "red", "reed", "rich", "ridge", "river", "rob", "robin", "rock", "rose", "rowan", "ruby", "rush",
    "rust", "sage", "sandy", "savage", "scout", "sea", "sharp", "shell", "shore", "silver", "skip", "sky", "small", "smart",
    "smith", "snow", "song", "south", "sparks", "spring", "star", "stark", "steel", "stone", "storm", "story", "strong", "sue",
    "summer", "sun", "sunny", "swift", "task", "temple", "time", "trace", "trinity", "tripp", "victor", "violet", "walker",
    "wall", "ward", "waters", "way", "weaver", "weeks", "wells", "west", "white", "wild", "will", "winter", "wise", "wolf",
    "wood", "woods", "work", "worth", "wright", "you", "young",
];

/// Words before which a month's or season's name is a date: `in May`.
pub(super) const DATES: &[&str] = &["by", "early", "end", "in", "last", "late", "next", "of", "since", "this", "until"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_words_weigh_less() {
        assert_eq!(weigh("krueger"), Weight::Name);
        assert_eq!(weigh("will"), Weight::Word);
        assert_eq!(weigh("li"), Weight::Word);
        assert_eq!(weigh("von"), Weight::None);
        assert_eq!(weigh("太郎"), Weight::Name);
    }
}
