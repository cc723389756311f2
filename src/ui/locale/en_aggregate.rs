//! The English sentences about many records together.

use super::Aggregate;
use crate::batch::Unit;
use crate::state::{Axis, Knob, Measured};

fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let starts = digits.len() % 3;
    let mut out = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && place % 3 == starts {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

fn records(count: u64) -> String {
    format!("{} {}", thousands(count), if count == 1 { "record" } else { "records" })
}

fn was(count: u64) -> &'static str {
    if count == 1 { "was" } else { "were" }
}

fn percent(share: f64) -> String {
    format!("{:.1} %", share * 100.0)
}

fn bytes(count: f64) -> String {
    if count < 1e6 { format!("{:.0} kB", count / 1e3) } else { format!("{:.1} MB", count / 1e6) }
}

fn reading(done: u64, total: u64, records: f64, rate: f64, left: Option<f64>, counts: bool) -> String {
    let so_far = if counts {
        format!("{} of {} records", thousands(done), thousands(total))
    } else {
        format!("{} of {}", bytes(done as f64), bytes(total as f64))
    };
    let pace = if counts { format!("{rate:.0} records per second") } else { format!("{} per second", bytes(rate)) };
    let left = left.map_or(String::new(), |left| format!(", about {left:.0} s left"));
    format!("Reading: {so_far}, {} read, {pace}{left}.", thousands(records as u64))
}

fn unread(count: u64, lines: &[u64]) -> String {
    let numbers: Vec<_> = lines.iter().map(u64::to_string).collect();
    let more = if count > lines.len() as u64 { ", …" } else { "" };
    format!("{} could not be read and {} left out: line {}{more}.", thousands(count), was(count), numbers.join(", "))
}

fn knob(knob: Knob) -> &'static str {
    match knob {
        Knob::K => "k, the least class and the fewest contributors",
        Knob::L => "l, the fewest sensitive values in a class",
        Knob::T => "t, how far a class may be from the whole (0 to 1)",
        Knob::Epsilon => "ε, the privacy budget",
        Knob::Delta => "δ, the probability that it does not hold",
        Knob::Groups => "Groups that one contributor counts in",
        Knob::Records => "Records of one contributor in each group",
        Knob::Lowest => "Least value that counts; what is below counts as this",
        Knob::Highest => "Greatest value that counts; what is above counts as this",
        Knob::Suppression => "Share of records that may be suppressed (percent)",
    }
}

fn knob_wrong(knob: Knob) -> &'static str {
    match knob {
        Knob::K => "k must be a whole number from 2 to 64.",
        Knob::L => "l must be a whole number from 1.",
        Knob::T => "t must be a number from 0 to 1.",
        Knob::Epsilon => "ε must be a number above 0 and at most 20.",
        Knob::Delta => "δ must be a number from 0 to below 1.",
        Knob::Groups | Knob::Records => "This must be a whole number from 1.",
        Knob::Lowest | Knob::Highest => "This must be a number, and the least below the greatest.",
        Knob::Suppression => "This must be a whole number from 0 to 100.",
    }
}

fn problem(code: &str) -> &'static str {
    match code {
        "k-too-large" => "k is larger than the number of records that leave: no class can reach it.",
        "no-quasi-identifier" => "No field is chosen to compare records by: all of them look alike.",
        "too-many-quasi-identifiers" => "More than ten fields are chosen; at most ten can be compared.",
        "mixed" => "The records are of several types. They are compared by what they have in common.",
        "phrases-full" => {
            "These are too many distinct words to tell how many contributors use each: what looks rare may be common. Words are kept only where it is certain."
        }
        "budget" => "The privacy budget or a bound cannot be used: no noise is shown.",
        _ => "A parameter cannot be used.",
    }
}

fn choice(choice: Axis) -> &'static str {
    match choice {
        Axis::Unit => "Who counts as one contributor",
        Axis::Group => "Groups by",
        Axis::Value => "Number that is summed up",
        Axis::Sensitive => "Field that must not be inferred",
    }
}

fn unit(unit: Unit) -> &'static str {
    match unit {
        Unit::Person => "A person",
        Unit::Space => "A space",
        Unit::Organization => "An organization",
    }
}

fn report_read(name: &str, [count, leaving, unread]: [u64; 3], types: &str) -> Vec<String> {
    vec![
        format!("{} of {name} {} read in the browser: {types}.", records(count), was(count)),
        format!("Of {} of them something leaves. {} lines or records could not be read.", thousands(leaving), thousands(unread)),
    ]
}

fn report_spent(what: &str, epsilon: f64, delta: f64, scale: f64) -> String {
    let what = match what {
        "groups" => "Which groups are named",
        "units" => "Contributors of each group",
        "records" => "Records of each group",
        "sum" => "Sum of each group",
        _ => "Values of each group, by part",
    };
    let delta = if delta > 0.0 { format!(", δ = {delta}") } else { String::new() };
    let scale = if scale > 0.0 { format!(", noise of scale {scale:.1}") } else { String::new() };
    format!("{what}: ε = {epsilon:.3}{delta}{scale}.")
}

fn measured(measured: Measured) -> &'static str {
    match measured {
        Measured::Records => "Records",
        Measured::Units => "Contributors",
        Measured::Sum => "Sum",
        Measured::Mean => "Mean",
    }
}

fn noise((measured, value): (Measured, &str), epsilon: f64, protected: Unit) -> String {
    let (what, unit, share) = match measured {
        Measured::Records => ("Records in each group".to_owned(), "records", "holds 95 %"),
        Measured::Units => ("Contributors of each group".to_owned(), "contributors", "holds 95 %"),
        Measured::Sum => (format!("Sum in each group of: {value}"), "their unit", "holds 95 %"),
        Measured::Mean => (format!("Mean in each group of: {value}"), "their unit", "holds at least 90 %"),
    };
    let protected = match protected {
        Unit::Person => "person",
        Unit::Space => "space",
        Unit::Organization => "organization",
    };
    format!("{what}, with noise at ε = {epsilon}, protecting each {protected} ({unit}; the band {share} of outcomes)")
}

fn noise_about(certainty: f64, [records, values]: [u64; 2], needed: Option<u64>, epsilon: f64) -> String {
    let needed = needed.map_or("No group is named without δ.".to_owned(), |needed| {
        format!("A group is named in half of all cases from {needed} contributors on.")
    });
    format!(
        "Whoever held it for as likely as not that somebody contributed can be at most {} sure afterwards. {} records are beyond the bound of their contributor and do not count; {} values beyond a bound are clamped to it, which moves sums and means in ways that the band does not show. {needed} ε spent in all: {epsilon:.2}. Nothing is drawn here, so that nothing can be drawn again: a release draws once, from chance that nobody can repeat.",
        percent(certainty),
        thousands(records),
        thousands(values)
    )
}

fn clamped([below, above]: [u64; 2], [lowest, highest]: [i64; 2], moved: i64, beyond: u64) -> String {
    let clamped = if below + above == 0 {
        format!("No value of this group lies below {lowest} or above {highest}: none is clamped.")
    } else {
        format!(
            "The end of a bar in another shade is clamped: {} values below {lowest} count as {lowest}, {} above {highest} as {highest}. That changes the sum by {moved:+}.",
            thousands(below),
            thousands(above)
        )
    };
    format!("{clamped} {} records are beyond the bound of their contributor.", thousands(beyond))
}

fn dropped_what(code: &str) -> String {
    match code {
        "unread" => "Lines that could not be read".to_owned(),
        "stays" => "Records that stay whole".to_owned(),
        "suppressed" => "Records suppressed to reach k".to_owned(),
        "cells" => "Counts withheld as small".to_owned(),
        "complements" => "Counts withheld with them".to_owned(),
        "patterns" => "Patterns of too few contributors".to_owned(),
        "phrases" => "Words and phrases of too few".to_owned(),
        "bounded" => "Records beyond a contributor's bound".to_owned(),
        "clamped" => "Values clamped to a bound".to_owned(),
        other => format!("Fields: {}", other.replace('-', " ")),
    }
}

fn cell(count: u64, contributors: u64, missing: u64, shown: &str) -> String {
    match (shown, count) {
        ("yes", 0) => "0".to_owned(),
        ("yes", _) => thousands(count),
        ("small", _) => format!("withheld: {contributors} of {} contributors, {missing} more needed", contributors + missing),
        _ => "withheld, so that a neighbor cannot be computed".to_owned(),
    }
}

fn attack(prosecutor: f64, journalist: f64, marketer: f64, unique: f64) -> Vec<String> {
    vec![
        format!("Who knows that somebody is in the data (prosecutor): right in up to {} of cases.", percent(prosecutor)),
        format!("Who does not know that (journalist): up to {}.", percent(journalist)),
        format!("Who wants as many as possible (marketer): {} on average.", percent(marketer)),
        format!("{} of the records stand alone.", percent(unique)),
    ]
}

fn diversity(field: &str, distinct: u64, [entropy, c, equal, ordered]: [f64; 4], [reaches_l, reaches_t]: [bool; 2]) -> String {
    let met = |met| if met { "reached" } else { "not reached" };
    let recursive = if c.is_finite() { format!("with c = {c:.2} and l = 2") } else { "not at all".to_owned() };
    format!(
        "{field} as the sensitive field: each class has at least {distinct} values (l {}), {entropy:.2} by entropy, recursively {recursive}; no class is farther than {equal:.2} from the whole (t {}), {ordered:.2} where the values have an order.",
        met(reaches_l),
        met(reaches_t)
    )
}

fn level(field: &str, example: &str, [level, of]: [u64; 2]) -> String {
    match level {
        0 => format!("{field} as it is"),
        _ if example == "*" => format!("{field} left out"),
        _ => format!("{field} at level {level} of {of}, such as {example}"),
    }
}

/// The English sentences.
pub(super) static AGGREGATE: Aggregate = Aggregate {
    title: "Aggregate",
    about: "Drop an export, and see what is known of all its records together: what an aggregate would hold, what is dropped for being rare, how much noise is added, and who could still be singled out. The file is read in this browser and goes nowhere. How the vendor aggregates is not published: every method and number here is our assumption.",
    unknowable: "What is common across customers cannot be known here: contributors of these records stand in for it, so a word that everybody uses may look rare, and the other way round.",
    reference: |digest, contributors, least, error| {
        let least = if least > 1 { format!(" Below {least} it says nothing.") } else { String::new() };
        format!(
            "What is common is counted by the reference sketch {digest}, which the host of this page supplied: {contributors} contributors, with a standard error of {error} around k.{least}"
        )
    },
    choose_file: "Choose an export",
    drop_here: "or drop one here: JSON Lines, a JSON list or search page, Jira's CSV; also as .gz",
    generate: "Use generated organizations",
    pasted: "Or paste records",
    read_pasted: "Read what is pasted",
    cancel: "Cancel",
    clear: "Clear",
    generated_name: "12 generated organizations (seed \"aggregate\")",
    pasted_name: "what was pasted",
    reading,
    done: |count, leaving, name| {
        format!("{} of {name} {} read; of {} something leaves.", records(count), was(count), thousands(leaving))
    },
    unread,
    ends_early: "The file ends in the middle of a record. What was read before it counts.",
    source: |count, name| format!("From {} of {name}.", records(count)),
    sampled: |kept, of| format!("A sample: {} of about {}.", thousands(kept), thousands(of)),
    choice,
    unit,
    nothing: "Nothing",
    record_type: "Type of record",
    controls: "Thresholds and budget",
    knob,
    knob_wrong,
    compared: "Fields that records are compared by",
    problem,
    as_table: "As a table",
    column_size: "Records alike",
    column_classes: "Classes",
    column_k: "k",
    column_share: "Share of records",
    column_what: "What",
    column_count: "How many",
    column_group: "Group",
    classes: "Class sizes: how many groups of records look alike, by the size of the group (records)",
    curve: "Risk against k: share of records in a class of fewer than k (percent)",
    measure: "Figure of each group",
    mechanism: "Noise",
    mechanisms: ["Discrete Laplace", "Discrete Gaussian"],
    measured,
    noise,
    noise_value: |exact, low, high, named| format!("{exact} ({low} to {high}); {:.0} % named", named * 100.0),
    noise_mean: |exact, low, high, named| format!("{exact:.1} ({low:.1} to {high:.1}); {:.0} % named", named * 100.0),
    noise_about,
    values: |value, group| format!("{value} of the records in {group}, with noise (records; the band holds 95 % of outcomes)"),
    value_shown: |count, clamped| if clamped > 0 { format!("{count}, {clamped} of them clamped") } else { count.to_string() },
    clamped,
    column_value: "Value",
    dropped: "What is dropped, and why (count)",
    dropped_what,
    cells: "Small cells: records by type and group",
    total: "All",
    cell,
    attacker: "The attacker's view",
    attack,
    singled_out: |records, fields| {
        format!("{} records can be singled out by {fields}: no smaller set of fields does.", thousands(records))
    },
    nobody_alone: "No record can be singled out by the chosen fields.",
    end: |fields, loss| format!("The cheapest way to end that: {fields}. It loses {} of what the fields say.", percent(loss)),
    generalized: |k, fields, loss, suppressed| {
        format!(
            "To reach k = {k} with the least loss: {fields}; {} records suppressed. {} of what the fields say is lost.",
            thousands(suppressed),
            percent(loss)
        )
    },
    no_generalization: "No generalization reaches k with so few records suppressed.",
    diversity,
    level,
    linkage: "Pseudonyms: what one stand-in links",
    linkage_about: |pseudonyms, largest| {
        format!("{} pseudonyms; the most telling one links {} records.", thousands(pseudonyms), thousands(largest))
    },
    scopes: ["Record", "App", "Organization", "Rotating week"],
    scope: "Scope of pseudonyms",
    person: |number| format!("Person {number}"),
    patterns: |field| format!("Common patterns: {field} (contributors)"),
    patterns_dropped: |dropped, k| format!("{dropped} further texts have fewer than {k} contributors and are dropped."),
    phrases: "Words and phrases of enough contributors (estimated contributors)",
    grams: |words| format!("{words} words in a row of enough contributors (contributors)"),
    heat: "Rare words of the record above",
    heat_about: |k| {
        format!(
            "Each word of what leaves of the previewed record, by how many contributors of these records used it. Fewer than {k} is marked."
        )
    },
    heat_ask: "Look for rare words",
    heat_rarest: "The first 40 of its rare words (contributors; of a word and the one before it the fewer)",
    export: "Keep",
    export_json: "Aggregate as JSON",
    export_csv: "Aggregate as CSV",
    report: "Print the report",
    report_title: "Report for the privacy officer",
    report_keep: "Report as text",
    report_heads: [
        "What was read",
        "How it was measured",
        "Who could be singled out",
        "What is dropped",
        "Noise and budget",
        "What is assumed",
    ],
    report_assumed: &[
        "How the vendor aggregates is published nowhere. Every method, threshold and budget here is an assumption, chosen by whoever made this report.",
        "The figures are of the records that were read. Others who contribute change what is common and what is rare.",
        "What was found in texts was found by rules and statistics, which miss some. What is left in a text counts as if it were harmless.",
        "Differential privacy holds for the noisy figures alone, and only if the noise is drawn once, from chance that nobody can repeat.",
    ],
    report_read,
    report_type: |name, count| format!("{} of type {name}", thousands(count)),
    report_set: |name, value| format!("{name}: {value}"),
    report_spent,
    report_digest: |engine, config| format!("Engine {engine}; digest of policy, settings, organization and options: {config}."),
    records_of: "records",
};
