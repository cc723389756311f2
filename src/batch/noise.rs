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
    /// Records beyond what their units may count with.
    beyond: u64,
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
    let [named_in, counted_in] = touched(state, bounds.groups, parameters.mechanism);
    let reach = Bounds { groups: counted_in, ..bounds };
    // Units, records, the sum and the values' parts get a fifth each, the choice of groups the last one and all of δ, or half where
    // noise needs some.
    let part = budget.shared(5);
    let noise_delta = if parameters.mechanism == Mechanism::Gaussian { budget.delta / 8.0 } else { 0.0 };
    let part = Budget { epsilon: part.epsilon, delta: noise_delta };
    let choice = Budget { epsilon: part.epsilon, delta: budget.delta - 4.0 * noise_delta };
    let mut noises = Vec::new();
    // A record lies in one part, so that the parts together change no more than the count of records.
    for measure in [Measure::Units, Measure::Records, Measure::Sum, Measure::Records] {
        let noise = noise(part, &reach, measure, parameters.mechanism)?;
        noises.push((noise, noise.band()));
    }
    let mut ledger = Ledger::new(budget);
    ledger.spend("groups", choice, Mechanism::Laplace);
    for what in ["units", "records", "sum", "values"] {
        ledger.spend(what, part, parameters.mechanism);
    }
    let groups = bounded(state, &bounds);
    let chance = parameters.seed.as_ref().map(|seed| Chance::new(seed.as_bytes()));
    let released: Vec<_> = groups
        .iter()
        .filter_map(|(name, group)| release(name, group, (&noises, (choice, named_in), &bounds), chance.as_ref()))
        .collect();
    let clamped: u64 = groups.values().map(|group| group.clamped.below + group.clamped.above).sum();
    let dropped: u64 = groups.values().map(|group| group.beyond).sum();
    // How many contributors there are and what the bounds leave out is true of these very records, and so no part of a release.
    let bounded = chance.is_none().then(|| json!({"records": dropped, "values": clamped}));
    let (kept, sampled) = (chance.is_none().then(|| state.units.len()), state.units.estimate().filter(|_| chance.is_none()));
    let composed = if budget.delta > 0.0 { ledger.composed(budget.delta) } else { ledger.sum().epsilon };
    Ok(json!({
        "unit": unit, "budget": budget, "mechanism": parameters.mechanism, "bounds": bounds, "parts": edges(&bounds), "certainty": budget.certainty(),
        "drawn": chance.is_some(), "kept": kept, "sampled": sampled, "needed": needed(0.5, choice, named_in), "groups": released,
        "bounded": bounded, "scales": noises.iter().map(|(noise, _)| scale(*noise)).collect::<Vec<_>>(),
        "ledger": {"entries": ledger.entries, "spent": ledger.sum(), "left": ledger.left(), "composed": composed},
    }))
}

/// How many groups count as changed by one unit: for the choice of groups, and for noise. Where not all units are kept, one that is
/// missing makes room for another, so that both change what is counted. That doubles a sum of changes, and makes a sum of squares, which
/// Gaussian noise goes by, at most four times as large.
fn touched(state: &State, groups: u32, mechanism: Mechanism) -> [u32; 2] {
    let squares = if mechanism == Mechanism::Gaussian { 4 } else { 2 };
    if state.units.left_out() { [2, squares].map(|times| groups.saturating_mul(times)) } else { [groups; 2] }
}

fn scale(noise: Noise) -> f64 {
    match noise {
        Noise::Laplace { scale } => scale.value(),
        Noise::Gaussian { .. } => noise.deviation(),
    }
}

/// Each unit in as many groups as it may be, with as many records as may count.
fn bounded(state: &State, bounds: &Bounds) -> BTreeMap<String, Group> {
    let mut groups: BTreeMap<String, Group> = BTreeMap::new();
    for (unit, shares) in state.units.iter() {
        for (place, (key, share)) in shares.iter().enumerate() {
            let group = groups.entry(key[unit.len()..].to_owned()).or_default();
            if place < bounds.groups as usize {
                add(group, share, bounds);
            } else {
                group.beyond += share.records;
            }
        }
    }
    groups
}

fn add(group: &mut Group, share: &Share, bounds: &Bounds) {
    let rows = share.rows.iter().take(bounds.records as usize);
    group.units += 1;
    group.records += rows.len() as u64;
    group.beyond += share.records - rows.len() as u64;
    for value in rows.filter_map(|&(_, value)| value) {
        let clamped = bounds.clamp(value);
        group.clamped.below += u64::from(clamped > value);
        group.clamped.above += u64::from(clamped < value);
        group.clamped.moved = group.clamped.moved.saturating_add(clamped - value);
        group.sum += clamped;
        group.values[part(clamped, bounds)] += 1;
    }
}

/// A group as it is released: none where its name is drawn not to be.
fn release(
    name: &str,
    group: &Group,
    (noises, (choice, touched), bounds): (&[(Noise, Band)], (Budget, u32), &Bounds),
    chance: Option<&Chance>,
) -> Option<Json> {
    let mut own = chance.map(|chance| chance.of(name));
    let named = selection(group.units, choice, touched);
    if own.as_mut().is_some_and(|own| !select(group.units, choice, touched, own)) {
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
        "clamped": group.clamped, "beyond": group.beyond,
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

#[cfg(test)]
mod tests {
    use super::super::keep::{Keep, mix};
    use super::super::state::MOST_GROUPS;
    use super::*;

    /// A state of so many units without one of them, each with seven records in each of four of a hundred groups.
    fn state(units: u64, without: Option<u64>) -> State {
        let mut state = State::new(String::new(), Default::default());
        for number in (0..units).filter(|number| Some(*number) != without) {
            let unit = format!("{:016x}", mix(number + 1));
            let Some(shares) = state.units.entry(&unit, || Keep::new(MOST_GROUPS)) else { continue };
            for group in 0..4 {
                let key = format!("{unit}group {}", mix(number * 4 + group) % 100);
                let share = shares.entry(&key, Share::default).expect("four groups have room");
                (0..7).for_each(|row| share.add((mix(number * 100 + row), Some((mix(row + number) % 90) as i64))));
            }
        }
        state
    }

    /// In how many groups two states differ, by how many records in the one that differs most, and by how much all sums together.
    fn apart(one: &State, other: &State, bounds: &Bounds) -> (u32, i64, i64) {
        let ([one, other], none) = ([one, other].map(|state| bounded(state, bounds)), Group::default());
        let names: std::collections::BTreeSet<_> = one.keys().chain(other.keys()).collect();
        let each = names.into_iter().map(|name| [one.get(name).unwrap_or(&none), other.get(name).unwrap_or(&none)]);
        each.fold((0, 0, 0), |(groups, records, sums), [a, b]| {
            let changed = (a.units, a.records, a.sum) != (b.units, b.records, b.sum);
            let apart = (a.records as i64 - b.records as i64).abs();
            (groups + u32::from(changed), records.max(apart), sums + (a.sum - b.sum).abs())
        })
    }

    #[test]
    fn one_unit_changes_no_more_than_noise_is_made_for() {
        let bounds = Bounds { groups: 3, records: 5, lowest: 0, highest: 50 };
        let (mut most, full) = (0, 4200);
        for (units, times) in [(300, 1), (full, 2)] {
            let whole = state(units, None);
            assert_eq!(touched(&whole, 3, Mechanism::Laplace), [3 * times; 2]);
            assert_eq!(touched(&whole, 3, Mechanism::Gaussian), [3 * times, 3 * times * times]);
            for without in (0..units).step_by(units as usize / 12) {
                let (groups, records, sums) = apart(&whole, &state(units, Some(without)), &bounds);
                assert!(
                    groups <= 3 * times && records <= 5 && sums <= i64::from(3 * times) * 5 * 50,
                    "{units} {without} {groups}"
                );
                most = most.max(groups);
            }
        }
        // Where some are left out, it is more than one unit alone could change.
        assert!(most > 3);
    }
}
