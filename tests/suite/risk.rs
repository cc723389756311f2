//! Floor 4: classes, diversity, closeness and noise against what other people's packages compute (`scripts/risk.py`).

use data_contribution::risk::{AGGREGATIONS, Classes, Distance, Diversity, Noise, Ratio, Rows, closeness};
use data_contribution::transform::Operator;
use serde_json::Value as Json;

fn golden(name: &str) -> Vec<Json> {
    let path = format!("{}/tests/suite/golden/risk/{name}.json", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).expect("the figures are there");
    serde_json::from_str(&text).expect("the figures are JSON")
}

fn rows(table: &Json) -> Rows {
    let rows = table["rows"].as_array().expect("a table has rows");
    let cells = |row: &'_ Json| -> Vec<String> {
        let cells = row.as_array().expect("a row has cells").iter();
        cells.map(|cell| cell.as_str().expect("a cell is text").to_owned()).collect()
    };
    let rows: Vec<Vec<String>> = rows.iter().map(cells).collect();
    let rows = rows.iter().map(|row| (row.iter().map(String::as_str).collect(), 1));
    Rows::of(&["age", "place", "role", "word", "number"], rows)
}

#[test]
fn classes_diversity_and_closeness_are_those_of_pycanon() {
    let quasi = [0, 1, 2];
    for (number, table) in golden("tables").iter().enumerate() {
        let rows = rows(table);
        let smallest = Classes::of_sizes(rows.class_sizes(&quasi)).smallest;
        assert_eq!(Some(smallest as u64), table["k"].as_u64(), "k of table {number}");
        let diversity = Diversity::of(&rows, &quasi, 3);
        assert_eq!(Some(diversity.distinct as u64), table["distinct"].as_u64(), "distinct l of table {number}");
        // pycanon rounds down; a last digit may stand below a whole number.
        assert_eq!(Some((diversity.entropy + 1e-9) as u64), table["entropy"].as_u64(), "entropy l of table {number}");
        for (column, distance, member) in [(3, Distance::Equal, "equal"), (4, Distance::Ordered, "ordered")] {
            let (found, wanted) = (closeness(&rows, &quasi, column, distance), table[member].as_f64().expect("t is a number"));
            assert!((found - wanted).abs() < 1e-9, "{member} t of table {number}: {found}, not {wanted}");
        }
    }
}

#[test]
fn accuracies_are_those_of_opendp() {
    for row in golden("accuracy") {
        let number = |member: &str| row[member].as_f64().expect("it is a number");
        let (scale, alpha) = (number("scale") as u64, number("alpha"));
        let ratio = |above| Ratio::try_new(above, 1).expect("a scale in range");
        let laplace = Noise::Laplace { scale: ratio(scale) }.within(alpha);
        assert_eq!(laplace as f64, number("laplace"), "Laplace {scale} at {alpha}");
        let gaussian = Noise::Gaussian { variance: ratio(scale * scale) }.within(alpha);
        assert_eq!(gaussian as f64, number("gaussian"), "Gaussian {scale} at {alpha}");
    }
}

/// Article 29 Working Party, Opinion 05/2014 (WP216), table 6: is singling out, linkability, inference still a risk?
#[test]
fn what_remains_after_a_technique_is_what_the_opinion_says() {
    let table = [
        ("shift", ["yes", "maybe-not", "maybe-not"]), // noise addition
        ("pseudonymize", ["yes", "yes", "yes"]),
        ("encrypt-fpe", ["yes", "yes", "yes"]), // section 4: encryption with a secret key is pseudonymization
        ("surrogate", ["yes", "yes", "maybe-not"]), // substitution
        ("hash", ["yes", "yes", "maybe-not"]),
        ("k-anonymity", ["no", "yes", "yes"]),
        ("l-diversity", ["no", "yes", "maybe-not"]),
        ("differential-privacy", ["maybe-not", "maybe-not", "maybe-not"]),
    ];
    for (id, wanted) in table {
        let own = AGGREGATIONS.iter().find(|(own, _)| *own == id).map(|(_, risks)| *risks);
        let risks = own.unwrap_or_else(|| id.parse::<Operator>().expect("it is an operator").row().risks);
        let json = serde_json::to_value(risks).expect("it is JSON");
        assert_eq!(["singlingOut", "linkability", "inference"].map(|question| json[question].as_str()), wanted.map(Some), "{id}");
    }
}
