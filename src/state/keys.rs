//! [`Pasted`]: a list of space keys, as somebody pastes or exports it.

use super::{Directory, Standing};
use crate::policy::Place;
use std::collections::BTreeSet;

/// What a pasted list says.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Pasted {
    /// The spaces whose keys it has and that are not listed yet.
    pub places: Vec<Place>,
    /// Keys that several spaces share: all of them are taken.
    pub shared: Vec<String>,
    /// Keys that are no space's, as they stand there; none is dropped unsaid.
    pub unknown: Vec<String>,
    /// How many are listed already.
    pub listed: usize,
}

/// Words by which the head of a table names the column of keys.
const HEADS: &[&str] = &["key", "space key", "spacekey", "project key", "space"];

/// Reads a list of keys: one for each line or cell, or a table (CSV with comma, semicolon or tab) whose head names the column of keys.
/// Letters may be in any case; quotes and blanks around a cell do not count.
pub fn keys(text: &str, directory: &Directory, listed: &BTreeSet<Place>) -> Pasted {
    let rows = cells(text.trim_start_matches('\u{feff}'));
    let head = rows.first().and_then(|row| row.iter().position(|cell| HEADS.contains(&cell.to_lowercase().as_str())));
    let words: Vec<&String> = match head {
        Some(column) => rows.iter().skip(1).filter_map(|row| row.get(column)).collect(),
        None => rows.iter().flatten().collect(),
    };
    let mut pasted = Pasted::default();
    let mut seen = BTreeSet::new();
    for word in words.into_iter().filter(|word| !word.is_empty()) {
        if !seen.insert(word.to_lowercase()) {
            continue;
        }
        let spaces = directory.spaces_of_key(word);
        match spaces.len() {
            0 => pasted.unknown.push(word.clone()),
            1 => {}
            _ => pasted.shared.push(word.clone()),
        }
        for space in spaces.into_iter().filter(|space| space.standing == Standing::Listable) {
            if listed.contains(&space.place) {
                pasted.listed += 1;
            } else {
                pasted.places.push(space.place.clone());
            }
        }
    }
    pasted
}

/// The cells of each line, trimmed, without quotes.
fn cells(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut is_quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let end_cell = |cell: &mut String, row: &mut Vec<String>| row.push(std::mem::take(cell).trim().to_owned());
    for c in text.chars() {
        match c {
            '"' => is_quoted = !is_quoted,
            ',' | ';' | '\t' if !is_quoted => end_cell(&mut cell, &mut row),
            '\n' | '\r' => {
                // A key has no line break: a quote that stays open ends with its line.
                is_quoted = false;
                end_cell(&mut cell, &mut row);
                rows.push(std::mem::take(&mut row));
            }
            other => cell.push(other),
        }
    }
    end_cell(&mut cell, &mut row);
    rows.push(row);
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::{Organization, Plan, Space};

    fn directory() -> Directory {
        let space = |id: &str, key: &str, app: &str| Space {
            id: id.to_owned(),
            key: key.to_owned(),
            name: format!("{key} space"),
            app: app.to_owned(),
            labels: Vec::new(),
            description: None,
        };
        let spaces =
            vec![space("1", "SEC", "jira"), space("2", "WEB", "jira"), space("3", "WEB", "confluence"), space("4", "HR", "jira")];
        Directory::new(&Organization { spaces, ..Organization::of_plan(Plan::Free) })
    }

    #[test]
    fn lines_cells_and_quotes_are_read_and_what_is_unknown_is_told() {
        let listed = [Place::Space("4".to_owned())].into();
        let pasted = keys("\u{feff}sec, \"NOPE\"\r\nSEC;hr\tWEB\n\n", &directory(), &listed);
        assert_eq!(pasted.unknown, ["NOPE"]);
        assert_eq!(pasted.shared, ["WEB"]);
        assert_eq!(pasted.listed, 1);
        assert_eq!(pasted.places.len(), 3);
    }

    #[test]
    fn of_a_table_with_a_head_only_the_keys_count() {
        let pasted = keys("Name,Key,Owner\n\"Shop, the\",WEB,Mia\nSecrets,SEC,Ada\n,GONE,\n", &directory(), &BTreeSet::new());
        assert_eq!((pasted.places.len(), pasted.unknown), (3, vec!["GONE".to_owned()]));
        assert_eq!(keys("  \n", &directory(), &BTreeSet::new()), Pasted::default());
    }
}
