//! Names for fields that nothing names: `statusCategoryChangeDate` becomes "Status category change date".

/// Turns a key into words.
pub(super) fn humanize(key: &str) -> String {
    let mut words = String::with_capacity(key.len() + 4);
    let mut last = ' ';
    for character in key.trim_matches('_').chars() {
        let is_boundary =
            (last.is_lowercase() && character.is_uppercase()) || (last.is_alphabetic() && character.is_ascii_digit());
        if is_boundary || "_-.".contains(character) {
            words.push(' ');
        }
        if !"_-.".contains(character) {
            let is_start = words.trim().is_empty();
            if is_start { words.push(character.to_ascii_uppercase()) } else { words.extend(character.to_lowercase()) }
        }
        last = character;
    }
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    match words.as_str() {
        "" if key.trim().is_empty() => "(no name)".to_owned(),
        "" => key.to_owned(),
        words => words.replacen("Customfield", "Custom field", 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_become_words() {
        assert_eq!(humanize("fixVersions"), "Fix versions");
        assert_eq!(humanize("customfield_10016"), "Custom field 10016");
        assert_eq!(humanize("_links"), "Links");
        assert_eq!(humanize("editui"), "Editui");
        assert_eq!(humanize("__"), "__");
    }
}
