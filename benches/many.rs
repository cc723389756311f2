//! Many records, natively: the search for k on a million rows, and the noise against its exact distribution. Each row prints what is
//! demanded beside what was measured. The table is written to `target/bench/table.csv`, so that peers get the same one.
#![allow(clippy::print_stdout)]

use data_contribution::risk::{Chance, Generalized, Hierarchy, K, Noise, Ratio, Rows, generalize};
use serde_json::json;
use std::time::Instant;

const ROWS: usize = 1_000_000;
const FEW: usize = 20_000;
const DRAWS: usize = 1_000_000;

fn main() {
    // `cargo test` runs benches, too: then there is nothing to measure.
    if std::env::args().all(|argument| argument != "--bench") {
        return;
    }
    let table = table();
    let _ = std::fs::create_dir_all("target/bench");
    let mut csv = "age,place,made,team,level,score\n".to_owned();
    for row in &table {
        csv += &row.join(",");
        csv.push('\n');
    }
    if let Err(error) = std::fs::write("target/bench/table.csv", csv) {
        println!("the table could not be written: {}", error.kind());
    }
    search(&table);
    // As many as a peer can take in a minute.
    search(&table[..FEW]);
    for (name, noise) in [
        ("discrete Laplace, scale 7", Noise::Laplace { scale: ratio(7) }),
        ("discrete Gaussian, variance 30", Noise::Gaussian { variance: ratio(30) }),
    ] {
        chi_square(name, noise);
    }
}

fn ratio(number: u64) -> Ratio {
    Ratio::try_new(number, 1).unwrap_or_else(|| unreachable!("small numbers are ratios"))
}

fn row(what: &str, figure: &str, demanded: &str) {
    println!("{what:<64}{figure:>26}   demanded: {demanded}");
}

/// Ages, places, days, teams, levels and scores, unevenly spread.
fn table() -> Vec<[String; 6]> {
    let mut chance = Chance::new(b"a million rows");
    let mut below = |most: u128| chance.below(most);
    let mut one = |_| {
        let (month, day) = (1 + below(12), 1 + below(28));
        let place = below(60) * below(60) / 60;
        [
            (18 + below(50)).to_string(),
            format!("place {place}"),
            format!("2026-{month:02}-{day:02}"),
            format!("team {}", below(12)),
            below(8).to_string(),
            (below(100) * below(100) / 100).to_string(),
        ]
    };
    (0..ROWS).map(&mut one).collect()
}

fn search(table: &[[String; 6]]) {
    let names = ["age", "place", "made", "team", "level", "score"];
    let begun = Instant::now();
    let rows = Rows::of(&names, table.iter().map(|row| (row.iter().map(String::as_str).collect(), 1)));
    let columns: Vec<_> = (0..names.len()).collect();
    let hierarchies: Vec<_> = columns
        .iter()
        .map(|&column| {
            let of = &rows.columns()[column];
            let mut counts = vec![0; of.values.len()];
            of.codes.iter().for_each(|&code| counts[code as usize] += 1);
            Hierarchy::suggested(&of.values, &counts)
        })
        .collect();
    let k = K::try_new(10).unwrap_or_else(|| unreachable!("10 is a k"));
    let found: Option<Generalized> = generalize(&rows, &columns, &hierarchies, k, table.len() as u64 / 20);
    let seconds = begun.elapsed().as_secs_f64();
    let what = format!("k = 10 with the least loss, {} rows of 6 quasi-identifiers", table.len());
    row(&what, &format!("{seconds:.2} s"), if table.len() == ROWS { "10 s" } else { "less than the peer below" });
    if let Some(found) = found {
        println!(
            "  levels {:?} of {:?}, loss {:.3}, {} suppressed, {} of {} nodes computed",
            found.levels,
            hierarchies.iter().map(|of| of.levels().len() - 1).collect::<Vec<_>>(),
            found.loss,
            found.suppressed,
            found.computed,
            found.nodes
        );
        // For a peer that computes the same from the table alone: scripts/many.py.
        let answer = json!({
            "rows": table.len(), "levels": found.levels, "loss": found.loss, "suppressed": found.suppressed,
            "smallest": found.classes.smallest, "nodes": found.nodes,
        });
        if let Err(error) = std::fs::write(format!("target/bench/answer-{}.json", table.len()), answer.to_string()) {
            println!("the answer could not be written: {}", error.kind());
        }
    }
}

/// Draws a million times and compares with the exact probabilities; cells that expect fewer than ten are put together.
fn chi_square(name: &str, noise: Noise) {
    const REACH: i64 = 200;
    let weight = |x: i64| match noise {
        Noise::Laplace { scale } => (-(x.abs() as f64) / scale.value()).exp(),
        Noise::Gaussian { variance } => (-((x * x) as f64) / (2.0 * variance.value())).exp(),
    };
    let whole: f64 = (-REACH * 10..=REACH * 10).map(weight).sum();
    let mut counts = vec![0_u64; 2 * REACH as usize + 1];
    let mut chance = Chance::new(name.as_bytes());
    let mut beyond = 0_u64;
    for _ in 0..DRAWS {
        let drawn = noise.draw(&mut chance);
        match usize::try_from(drawn + REACH).ok().and_then(|at| counts.get_mut(at)) {
            Some(count) => *count += 1,
            None => beyond += 1,
        }
    }
    let (mut square, mut cells) = (0.0, 0_u32);
    let (mut rest, mut expected_rest) = (beyond as f64, 0.0);
    for (at, &count) in counts.iter().enumerate() {
        let expected = weight(at as i64 - REACH) / whole * DRAWS as f64;
        if expected < 10.0 {
            (rest, expected_rest) = (rest + count as f64, expected_rest + expected);
            continue;
        }
        square += (count as f64 - expected).powi(2) / expected;
        cells += 1;
    }
    if expected_rest > 0.0 {
        square += (rest - expected_rest).powi(2) / expected_rest;
        cells += 1;
    }
    // Wilson and Hilferty's normal approximation of the distribution; 3.09 is its upper thousandth.
    let free = f64::from(cells - 1);
    let most = free * (1.0 - 2.0 / (9.0 * free) + 3.09 * (2.0 / (9.0 * free)).sqrt()).powi(3);
    row(
        &format!("chi-square over 1,000,000 draws: {name}"),
        &format!("{square:.1} of {cells} cells"),
        &format!("below {most:.1} (p = 0.001)"),
    );
    assert!(square < most, "{name}: the draws do not follow the distribution");
}
