//! Pattern candidates: the bare bones of a query, a prompt or a setting, in words of our own list and names of kinds. Whether a pattern
//! is common can only be told by counting it over many customers; one that is not common must not leave.

/// Words that carry a question and nothing of what it is about.
#[rustfmt::skip]
const BONES: &[&str] = &[
    "how", "what", "when", "where", "who", "why", "which", "can", "could", "do", "does", "is", "are", "should", "to", "the", "a", "my",
    "in", "on", "for", "of", "with", "from", "and", "or", "not", "we", "i", "if", "then", "all", "last", "next", "wie", "was", "wann",
    "wo", "wer", "warum", "comment", "quand", "pourquoi",
];

/// How many parts a pattern has at most.
const PARTS: usize = 12;

/// The bones of a text whose people and things already are labels, as in `how to … for PERSON`. A number is `#`; what is neither a
/// word of our list nor one of the labels is `…`. None where there would be nothing else.
pub fn pattern(text: &str, is_label: impl Fn(&str) -> bool) -> Option<String> {
    let mut parts: Vec<String> = Vec::new();
    for word in text.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty()) {
        let lower = word.to_lowercase();
        let label = word.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end_matches('_');
        let part = if BONES.contains(&lower.as_str()) {
            lower
        } else if is_label(label) {
            label.to_owned()
        } else if word.bytes().all(|byte| byte.is_ascii_digit()) {
            "#".to_owned()
        } else {
            "…".to_owned()
        };
        if parts.last() != Some(&part) {
            parts.push(part);
        }
        if parts.len() == PARTS {
            break;
        }
    }
    let says = parts.iter().any(|part| part != "…");
    says.then(|| parts.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_holds_our_words_alone() {
        let of = |text: &str| pattern(text, |label| label == "PERSON");
        assert_eq!(of("How to reset the passphrase of PERSON_2 in 2026?").as_deref(), Some("how to … the … of PERSON in #"));
        assert_eq!(of("harbor cranes"), None);
    }
}
