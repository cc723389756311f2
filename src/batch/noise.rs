//! What would be released of each group under differential privacy.

use super::Parameters;
use super::state::{Share, State};
use crate::risk::{
    Band, Bounds, Budget, BudgetError, Chance, Ledger, Measure, Mechanism, Noise, Noisy, needed, noise, select, selection,
};
use serde::Serialize;
use serde_json::{Value as Json, json};
use std::collections::BTreeMap;

/// Where the parts begin, and where the last one ends.
fn edges(bounds: &Bounds) -> Vec<i64> {
    let width = i128::from(bounds.highest) - i128::from(bounds.lowest);
    let edge = |part: i128| i128::from(bounds.lowest) + (part * width + PARTS as i128 - 1) / PARTS as i128;
    (0..=PARTS as i128).map(|part| i64::try_from(edge(part)).unwrap_or(bounds.highest)).collect()
}

/// The bounded contributions to one group.
#[derive(Default)]
struct Group {
    units: u64,
    records: u64,
    sum: i64,
    clamped: Clamped,
    /// How many values lie in each part of the range.
    values: [i64; PARTS],
}

/// Values that count as the bound that they lie beyond.
#[derive(Clone, Copy, Default, Serialize)]
struct Clamped {
    below: u64,
    above: u64,
    /// What this changes the sum by.
    moved: i64,
}

/// Parts of equal width that the range of values is cut into. They follow from the bounds alone, so that they tell nothing.
const PARTS: usize = 10;

/// In which part a clamped value lies.
fn part(value: i64, bounds: &Bounds) -> usize {
    let (from, width) = (i128::from(value) - i128::from(bounds.lowest), i128::from(bounds.highest) - i128::from(bounds.lowest));
    (from * PARTS as i128 / width.max(1)).clamp(0, PARTS as i128 - 1) as usize
}

/// The noisy groups as JSON.
///
/// # Errors
/// [`BudgetError`]: the budget or a bound cannot be used.
pub(super) fn noisy(state: &State, parameters: &Parameters, unit: &str) -> Result<Json, BudgetError> {
    let budget = Budget::try_new(parameters.epsilon, parameters.delta)?;
    let bounds = parameters.bounds();
    // Units, records, the sum and the values' parts get a fifth each, the choice of groups the last one and all of δ, or half where
    // noise needs some.
    let part = budget.shared(5);
    let noise_delta = if parameters.mechanism == Mechanism::Gaussian { budget.delta / 8.0 } else { 0.0 };
    let part = Budget { epsilon: part.epsilon, delta: noise_delta };
    let choice = Budget { epsilon: part.epsilon, delta: budget.delta - 4.0 * noise_delta };
    let mut noises = Vec::new();
    // A record lies in one part, so that the parts together change no more than the count of records.
    for measure in [Measure::Units, Measure::Records, Measure::Sum, Measure::Records] {
        noises.push(noise(part, &bounds, measure, parameters.mechanism)?);
    }
    let mut ledger = Ledger::new(budget);
    ledger.spend("groups", choice, Mechanism::Laplace);
    for what in ["units", "records", "sum", "values"] {
        ledger.spend(what, part, parameters.mechanism);
    }
    let (groups, dropped) = bounded(state, &bounds);
    let chance = parameters.seed.as_ref().map(|seed| Chance::new(seed.as_bytes()));
    let released: Vec<_> =
        groups.iter().filter_map(|(name, group)| release(name, group, (&noises, choice, &bounds), chance.as_ref())).collect();
    let clamped: u64 = groups.values().map(|group| group.clamped.below + group.clamped.above).sum();
    // How many contributors there are and what the bounds leave out is true of these very records, and so no part of a release.
    let bounded = chance.is_none().then(|| json!({"records": dropped, "values": clamped}));
    let (kept, sampled) = (chance.is_none().then(|| state.units.len()), state.units.estimate().filter(|_| chance.is_none()));
    let composed = if budget.delta > 0.0 { ledger.composed(budget.delta) } else { ledger.sum().epsilon };
    Ok(json!({
        "unit": unit, "budget": budget, "mechanism": parameters.mechanism, "bounds": bounds, "parts": edges(&bounds), "certainty": budget.certainty(),
        "drawn": chance.is_some(), "kept": kept, "sampled": sampled, "needed": needed(0.5, choice, bounds.groups), "groups": released,
        "bounded": bounded, "scales": noises.iter().map(|noise| scale(*noise)).collect::<Vec<_>>(),
        "ledger": {"entries": ledger.entries, "spent": ledger.sum(), "left": ledger.left(), "composed": composed},
    }))
}

fn scale(noise: Noise) -> f64 {
    match noise {
        Noise::Laplace { scale } => scale.value(),
        Noise::Gaussian { .. } => noise.deviation(),
    }
}

/// Each unit in as many groups as it may be, with as many records as may count; and how many records that leaves out.
fn bounded(state: &State, bounds: &Bounds) -> (BTreeMap<String, Group>, u64) {
    let mut groups: BTreeMap<String, Group> = BTreeMap::new();
    let (mut all, mut used) = (0, 0);
    for (unit, shares) in state.units.iter() {
        all += shares.iter().map(|(_, share)| share.records).sum::<u64>();
        for (key, share) in shares.iter().take(bounds.groups as usize) {
            let group = groups.entry(key[unit.len()..].to_owned()).or_default();
            used += add(group, share, bounds);
        }
    }
    (groups, all - used)
}

fn add(group: &mut Group, share: &Share, bounds: &Bounds) -> u64 {
    let rows = share.rows.iter().take(bounds.records as usize);
    let counted = rows.len() as u64;
    group.units += 1;
    group.records += counted;
    for value in rows.filter_map(|&(_, value)| value) {
        let clamped = bounds.clamp(value);
        group.clamped.below += u64::from(clamped > value);
        group.clamped.above += u64::from(clamped < value);
        group.clamped.moved = group.clamped.moved.saturating_add(clamped - value);
        group.sum += clamped;
        group.values[part(clamped, bounds)] += 1;
    }
    counted
}

/// A group as it is released: none where its name is drawn not to be.
fn release(
    name: &str,
    group: &Group,
    (noises, choice, bounds): (&[Noise], Budget, &Bounds),
    chance: Option<&Chance>,
) -> Option<Json> {
    let mut own = chance.map(|chance| chance.of(name));
    let named = selection(group.units, choice, bounds.groups);
    if own.as_mut().is_some_and(|own| !select(group.units, choice, bounds.groups, own)) {
        return None;
    }
    let mut noisy = |exact: i64, which: usize| Noisy::of(exact, noises[which], own.as_mut());
    let (units, records, sum) = (noisy(group.units as i64, 0), noisy(group.records as i64, 1), noisy(group.sum, 2));
    let values: Vec<_> = group.values.iter().map(|&count| noisy(count, 3)).collect();
    let mean = mean(&records, &sum, bounds);
    if chance.is_some() {
        // What is true is no part of a release.
        return Some(json!({
            "group": name, "units": drawn(&units), "records": drawn(&records), "sum": drawn(&sum),
            "mean": mean_of(drawn_of(&sum), drawn_of(&records), bounds), "values": values.iter().map(drawn).collect::<Vec<_>>(),
        }));
    }
    Some(json!({
        "group": name, "named": named, "units": units, "records": records, "sum": sum, "mean": mean, "values": values,
        "clamped": group.clamped,
    }))
}

fn drawn_of(noisy: &Noisy) -> i64 {
    noisy.drawn.unwrap_or_default()
}

fn drawn(noisy: &Noisy) -> Json {
    json!({"drawn": noisy.drawn, "band": noisy.band})
}

fn mean_of(sum: i64, records: i64, bounds: &Bounds) -> Option<f64> {
    let mean = (records > 0).then(|| sum as f64 / records as f64)?;
    Some(mean.clamp(bounds.lowest as f64, bounds.highest as f64))
}

/// The mean of the clamped values, and where 90 % of all outcomes lie at least: both parts within their bands of 95 %. What clamping
/// itself moves is not in it.
fn mean(records: &Noisy, sum: &Noisy, bounds: &Bounds) -> Json {
    let reach = |noisy: &Noisy| {
        let Band { nearly_all, .. } = noisy.band;
        nearly_all as i64
    };
    let at = |sum: i64, records: i64| if records > 0 { Some(sum as f64 / records as f64) } else { None };
    let few = (records.exact - reach(records)).max(0);
    let many = records.exact + reach(records);
    let ends = [sum.exact - reach(sum), sum.exact + reach(sum)];
    let (lowest, highest) = (bounds.lowest as f64, bounds.highest as f64);
    let outcomes = ends.iter().flat_map(|&sum| [at(sum, few), at(sum, many)]);
    // Where no record may be left, the mean may be anything.
    let (mut low, mut high) = if few == 0 { (lowest, highest) } else { (f64::INFINITY, f64::NEG_INFINITY) };
    for outcome in outcomes.flatten() {
        low = low.min(outcome);
        high = high.max(outcome);
    }
    json!({"exact": mean_of(sum.exact, records.exact, bounds), "low": low.clamp(lowest, highest), "high": high.clamp(lowest, highest)})
}
