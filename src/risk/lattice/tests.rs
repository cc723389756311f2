//! The search against the paper's example, and against looking at every node.

use super::*;
use proptest::prelude::*;

fn strings(values: &[&str]) -> Vec<String> {
    values.iter().map(|value| (*value).to_owned()).collect()
}

fn hierarchies(rows: &Rows) -> Vec<Hierarchy> {
    let of = |column: &super::super::rows::Column| {
        let cut = |length: usize| move |value: &str| value.chars().take(length).collect::<String>();
        Hierarchy::of(&column.values, &[&cut(2), &cut(1)])
    };
    rows.columns().iter().map(of).collect()
}

/// What each node loses and suppresses, by the definition.
fn every(rows: &Rows, hierarchies: &[Hierarchy], k: u64, most: u64) -> Option<f64> {
    let mut best: Option<f64> = None;
    let heights: Vec<_> = hierarchies.iter().map(|of| of.levels().len()).collect();
    let nodes = heights.iter().product::<usize>();
    for node in 0..nodes {
        let mut rest = node;
        let levels: Vec<_> = heights
            .iter()
            .map(|height| {
                let level = rest % height;
                rest /= height;
                level
            })
            .collect();
        let codes: Vec<Vec<u32>> = levels
            .iter()
            .enumerate()
            .map(|(field, &level)| {
                rows.columns()[field].codes.iter().map(|&code| hierarchies[field].levels()[level].codes[code as usize]).collect()
            })
            .collect();
        let parts: Vec<_> = codes.iter().map(|codes| (codes.as_slice(), 1 << 16)).collect();
        let partition = Partition::of(&parts, rows.counts().len());
        let sizes = partition.sizes(rows.counts());
        let (mut lost, mut suppressed) = (0.0, 0);
        for (row, &count) in rows.counts().iter().enumerate() {
            if sizes[partition.of[row] as usize] < k {
                suppressed += count;
                lost += count as f64;
            } else {
                let each =
                    levels.iter().enumerate().map(|(field, &level)| hierarchies[field].losses(level)[codes[field][row] as usize]);
                lost += count as f64 * each.sum::<f64>() / levels.len() as f64;
            }
        }
        let loss = lost / rows.records() as f64;
        if suppressed <= most && best.is_none_or(|best| loss < best) {
            best = Some(loss);
        }
    }
    best
}

proptest! {
    #[test]
    fn the_search_finds_what_looking_everywhere_finds(
        records in proptest::collection::vec((["[ab]{3}", "[a-c]{3}", "[xyz]{2}"], 1_u64..4), 1..40),
        k in 2_usize..6,
        share in 0_u64..30,
    ) {
        let given = records.iter().map(|(values, count)| (values.iter().map(String::as_str).collect(), *count));
        let rows = Rows::of(&["a", "b", "c"], given);
        let hierarchies = hierarchies(&rows);
        let most = rows.records() * share / 100;
        let found = generalize(&rows, &[0, 1, 2], &hierarchies, K::try_new(k).unwrap(), most);
        let wanted = every(&rows, &hierarchies, k as u64, most);
        prop_assert_eq!(found.is_some(), wanted.is_some());
        if let (Some(found), Some(wanted)) = (found, wanted) {
            prop_assert!((found.loss - wanted).abs() < 1e-9, "{} {}", found.loss, wanted);
            prop_assert!(found.suppressed <= most);
            prop_assert!(found.classes.satisfy(K::try_new(k).unwrap()));
        }
    }
}

/// L. Sweeney, "Achieving k-anonymity privacy protection using generalization and suppression", 2002, figure 2 to 4: twelve records
/// of race and ZIP code, of which race is a person at level 1 and the code loses a digit at each.
#[test]
fn the_papers_race_and_zip_code() {
    let table = [
        ("Black", "02138"),
        ("Black", "02139"),
        ("Black", "02141"),
        ("Black", "02142"),
        ("White", "02138"),
        ("White", "02139"),
        ("White", "02141"),
        ("White", "02142"),
    ];
    let rows = Rows::of(&["race", "zip"], table.map(|(race, zip)| (vec![race, zip], 1)));
    let race = Hierarchy::of(&rows.columns()[0].values, &[]);
    let cut = |length: usize| move |value: &str| value[..length].to_owned();
    let zip = Hierarchy::of(&rows.columns()[1].values, &[&cut(4), &cut(3)]);
    assert_eq!((race.levels().len(), zip.levels().len()), (2, 3));
    let k2 = K::try_new(2).unwrap();
    let found = generalize(&rows, &[0, 1], &[race.clone(), zip.clone()], k2, 0).unwrap();
    // Both [person, whole code] and [race, four digits] reach k = 2; the latter loses less.
    assert_eq!(found.levels, [0, 1]);
    assert_eq!(found.classes.sizes, [(2, 4)]);
    assert!((found.loss - (1.0 / 3.0) / 2.0).abs() < 1e-12);
    let all = generalize(&rows, &[0, 1], &[race, zip], K::try_new(5).unwrap(), 0).unwrap();
    assert_eq!(all.classes.smallest, 8);
}

#[test]
fn too_few_records_are_told() {
    let rows = Rows::of(&["a"], [(vec!["x"], 1), (vec!["y"], 1)]);
    let hierarchy = [Hierarchy::of(&strings(&["x", "y"]), &[])];
    assert_eq!(generalize(&rows, &[0], &hierarchy, K::try_new(5).unwrap(), 0), None);
    let all = generalize(&rows, &[0], &hierarchy, K::try_new(5).unwrap(), 2).unwrap();
    assert_eq!((all.suppressed, all.classes.smallest), (2, 0));
    let none = generalize(&rows, &[], &[], K::try_new(2).unwrap(), 0).unwrap();
    assert_eq!((none.levels.len(), none.suppressed, none.loss), (0, 0, 0.0));
}

#[test]
fn more_fields_than_one_key_holds_are_searched() {
    let names: Vec<String> = (0..10).map(|field| format!("f{field}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let values: Vec<String> = (0..3000).map(|value| format!("{value:04}")).collect();
    let records = values.iter().map(|value| (vec![value.as_str(); 10], 1));
    let rows = Rows::of(&names, records);
    let cut = |value: &str| value[..2].to_owned();
    let hierarchies: Vec<_> = rows.columns().iter().map(|column| Hierarchy::of(&column.values, &[&cut])).collect();
    let columns: Vec<_> = (0..10).collect();
    let found = generalize(&rows, &columns, &hierarchies, K::try_new(50).unwrap(), 0).unwrap();
    assert_eq!(found.levels, [1; 10]);
    assert_eq!((found.classes.smallest, found.nodes), (100, 59_049));
}

/// The same on the levels that values suggest: dates, numbers and names, six fields, more than two thousand nodes.
#[test]
fn the_search_over_suggested_levels_finds_what_looking_everywhere_finds() {
    let mut chance = crate::risk::Chance::new(b"suggested");
    let mut below = |most: u128| chance.below(most);
    let mut row = || {
        let place = below(9) * below(9) / 9;
        [
            (18 + below(50)).to_string(),
            format!("place {place}"),
            format!("2026-{:02}-{:02}", 1 + below(12), 1 + below(28)),
            format!("team {}", below(4)),
            below(8).to_string(),
            (below(60) * below(60) / 60).to_string(),
        ]
    };
    let table: Vec<_> = (0..400).map(|_| row()).collect();
    let names = ["age", "place", "made", "team", "level", "score"];
    let rows = Rows::of(&names, table.iter().map(|row| (row.iter().map(String::as_str).collect(), 1)));
    let of = |column: &super::super::rows::Column| {
        let mut counts = vec![0; column.values.len()];
        column.codes.iter().for_each(|&code| counts[code as usize] += 1);
        Hierarchy::suggested(&column.values, &counts)
    };
    let hierarchies: Vec<_> = rows.columns().iter().map(of).collect();
    for (k, most) in [(3, 20), (10, 20), (10, 0)] {
        let found = generalize(&rows, &[0, 1, 2, 3, 4, 5], &hierarchies, K::try_new(k).unwrap(), most).unwrap();
        let wanted = every(&rows, &hierarchies, k as u64, most).unwrap();
        assert!((found.loss - wanted).abs() < 1e-9, "k = {k}: {} {wanted}", found.loss);
        assert!(found.computed < found.nodes && found.suppressed <= most && found.classes.smallest >= k);
    }
}
