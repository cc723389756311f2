//! [`aggregate`]: a [`State`] under some [`Parameters`] as JSON, for people and programs. A parameter that cannot be used is named in
//! `problems`, and what depends on it is null; all else is there.

use super::Options;
use super::common::Common;
use super::fold::{RECORD, UNIT};
use super::keep::{Unite, Who};
use super::noise::noisy;
use super::sketch::Reference;
use super::state::{Class, State};
use crate::risk::{
    AGGREGATIONS, Attack, Bounds, Budget, BudgetError, Cell, Cells, Classes, Distance, Diversity, Generalized, Hierarchy, K,
    Mechanism, Rows, cheapest_end, closeness, curve, generalize, singling_out,
};
use crate::transform::Operator;
use serde::{Deserialize, Serialize};
use serde_json::{Value as Json, json};
use std::collections::{BTreeMap, BTreeSet};

/// What can be changed after the records were read.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct Parameters {
    /// The fields of those compared that count now; empty for all.
    pub quasi_identifiers: Vec<String>,
    /// The least class, and the fewest contributors of a cell or pattern.
    pub k: usize,
    /// The fewest sensitive values in a class.
    pub l: usize,
    /// How far a class may be from the whole, 0 to 1.
    pub t: f64,
    /// Of all records at most so many hundredths are suppressed to reach k.
    pub suppression: u64,
    /// ε of all that is released together.
    pub epsilon: f64,
    /// δ of it.
    pub delta: f64,
    /// Which noise.
    pub mechanism: Mechanism,
    /// How many groups a unit counts in.
    pub groups: u32,
    /// How many of its records count in each.
    pub records: u32,
    /// The least value that counts.
    pub lowest: i64,
    /// The greatest.
    pub highest: i64,
    /// What a release draws from; absent in a preview, which draws nothing. Never written down: with it the noise could be taken off.
    #[serde(skip_serializing)]
    pub seed: Option<String>,
}

impl Default for Parameters {
    fn default() -> Self {
        Self {
            quasi_identifiers: Vec::new(),
            k: 10,
            l: 2,
            t: 0.3,
            suppression: 5,
            epsilon: 1.0,
            delta: 1e-6,
            mechanism: Mechanism::Laplace,
            groups: 3,
            records: 5,
            lowest: 0,
            highest: 200,
            seed: None,
        }
    }
}

impl Parameters {
    /// How much one unit counts; never more than what is remembered of it.
    pub(super) fn bounds(&self) -> Bounds {
        let most = super::state::Share::MOST as u32;
        let groups = self.groups.min(super::state::MOST_GROUPS as u32);
        Bounds { groups, records: self.records.min(most), lowest: self.lowest, highest: self.highest }
    }

    /// Whether all of them can be used.
    ///
    /// # Errors
    /// What is demanded of the first one that cannot.
    pub fn check(&self) -> Result<(), &'static str> {
        if self.least().is_none() {
            return Err("k must be from 2 to 64");
        }
        if self.lowest >= self.highest || self.groups == 0 || self.records == 0 {
            return Err("groups and records must be at least 1, and lowest below highest");
        }
        if self.suppression > 100 || !(0.0..=1.0).contains(&self.t) {
            return Err("suppression must be from 0 to 100, and t from 0 to 1");
        }
        Budget::try_new(self.epsilon, self.delta).map_err(BudgetError::demand)?;
        Ok(())
    }

    /// k, if it can be used.
    fn least(&self) -> Option<K> {
        K::try_new(self.k).filter(|k| k.get() as u64 <= Who::MOST as u64)
    }
}

/// The widest table of cells.
const MOST_CELLS: usize = 24;

/// What is known of all records together; what is common by a reference, where the host gave one.
pub fn aggregate(state: &State, reference: Option<&Reference>, parameters: &Parameters) -> Json {
    let options = &state.options;
    let mut problems: Vec<Json> = Vec::new();
    let mut problem = |code: &str, demand: String| problems.push(json!({"code": code, "demand": demand}));
    let table = Table::of(state, options, parameters);
    let k = parameters.least();
    if k.is_none() {
        problem("k", format!("k must be from 2 to {}", Who::MOST));
    }
    let leaving = table.rows.records();
    if k.is_some_and(|k| (k.get() as u64) > leaving) {
        problem("k-too-large", format!("k must be at most the number of records that leave, {leaving}"));
    }
    if table.quasi.is_empty() {
        problem("no-quasi-identifier", "at least one field must be chosen that some record has".to_owned());
    }
    if table.quasi.len() > 10 {
        problem("too-many-quasi-identifiers", "at most ten fields can be compared".to_owned());
    }
    let types = state.counts_of("type");
    if types.len() > 1 {
        problem("mixed", "records of several types are compared by what they have in common".to_owned());
    }
    let noise = noisy(state, parameters, options.unit.id()).map_err(|error| problem("budget", error.demand().to_owned())).ok();
    let common = Common::new(state, reference);
    if reference.is_none() && common.floor as usize >= parameters.k {
        problem(
            "phrases-full",
            "these are too many distinct words and phrases to tell how many contributors use each".to_owned(),
        );
    }
    let cells = k.map(|k| table.cells(options, k));
    json!({
        "engine": env!("CARGO_PKG_VERSION"), "config": state.config, "options": options, "parameters": parameters,
        "source": {
            "records": state.counted("records"), "leaving": state.counted("leaving"), "unread": state.counted("unread"),
            "endsEarly": state.counted("cut") > 0, "types": pairs(types), "warnings": pairs(state.counts_of("warning")),
        },
        "fields": fields(state), "numbers": numbers(state), "reasons": pairs(state.counts_of("reason")), "found": pairs(state.counts_of("entity")),
        "techniques": techniques(state), "classes": table.classes(), "attack": table.attack(),
        "diversity": table.diversity(parameters), "generalized": k.map(|k| table.generalized(k, parameters.suppression)),
        "singlingOut": table.singled_out(), "cells": cells, "patterns": k.map(|k| common.patterns(k)),
        "phrases": k.map(|k| common.phrases(k)), "grams": k.map(|k| common.grams(k)), "reference": k.and_then(|k| Some(reference?.about(k))),
        "noise": noise, "linkage": linkage(state), "problems": problems,
    })
}

fn pairs(counts: Vec<(&str, u64)>) -> Json {
    counts.into_iter().map(|(name, count)| json!({"name": name, "count": count})).collect()
}

fn fields(state: &State) -> Json {
    let one = |(id, seen): (&String, &super::state::Seen)| json!({"id": id, "label": seen.label, "contributed": seen.contributed, "withheld": seen.withheld});
    state.fields.iter().map(one).collect()
}

/// What can be summed up: every field and computed attribute that was a number.
fn numbers(state: &State) -> Json {
    let one =
        |(id, count): (&str, u64)| json!({"id": id, "label": state.fields.get(id).map(|seen| &seen.label), "records": count});
    state.counts_of("number").into_iter().map(one).collect()
}

fn techniques(state: &State) -> Json {
    let used = state.counts_of("operator").into_iter();
    let used = used
        .filter_map(|(id, count)| Some(json!({"id": id, "findings": count, "risks": id.parse::<Operator>().ok()?.row().risks})));
    used.chain(AGGREGATIONS.iter().map(|(id, risks)| json!({"id": id, "risks": risks}))).collect()
}

/// The classes as a table.
struct Table<'a> {
    rows: Rows,
    classes: Vec<&'a Class>,
    quasi: Vec<usize>,
    sensitive: Option<usize>,
    /// About how many classes there were, where not all are kept.
    sampled: Option<u64>,
    state: &'a State,
}

impl<'a> Table<'a> {
    fn of(state: &'a State, options: &Options, parameters: &Parameters) -> Self {
        let mut names = BTreeSet::new();
        let mut parsed = Vec::with_capacity(state.classes.len());
        for (key, class) in state.classes.iter() {
            let values: BTreeMap<&str, &str> = key.split(RECORD).filter_map(|part| part.split_once(UNIT)).collect();
            names.extend(values.keys().copied());
            parsed.push((values, class));
        }
        let names: Vec<&str> = names.into_iter().collect();
        let row = |(values, class): &(BTreeMap<&'a str, &'a str>, &Class)| {
            (names.iter().map(|name| values.get(name).copied().unwrap_or_default()).collect(), class.leaving)
        };
        let rows = Rows::of(&names, parsed.iter().map(row));
        let sensitive = names.iter().position(|name| *name == options.sensitive);
        let chosen = [&parameters.quasi_identifiers, &options.quasi_identifiers].into_iter().find(|chosen| !chosen.is_empty());
        let is_quasi = |name: &str| chosen.map_or(name != options.sensitive, |chosen| chosen.iter().any(|own| own == name));
        let quasi = (0..names.len()).filter(|&column| is_quasi(names[column])).collect();
        let classes = parsed.into_iter().map(|(_, class)| class).collect();
        Self { rows, classes, quasi, sensitive, sampled: state.classes.estimate(), state }
    }

    fn label(&self, column: usize) -> Json {
        let id = &self.rows.columns()[column].name;
        json!({"id": id, "label": self.state.fields.get(id).map(|seen| &seen.label)})
    }

    fn sizes(&self) -> Classes {
        Classes::of_sizes(self.rows.class_sizes(&self.quasi))
    }

    fn classes(&self) -> Json {
        let classes = self.sizes();
        let columns = (0..self.rows.columns().len()).map(|column| {
            let mut label = self.label(column);
            label["quasi"] = json!(self.quasi.contains(&column));
            label["values"] = json!(self.rows.columns()[column].values.len());
            label
        });
        json!({
            "columns": columns.collect::<Vec<_>>(), "records": classes.records(), "count": classes.count(),
            "smallest": classes.smallest, "unique": classes.unique, "sizes": classes.sizes, "curve": curve(&classes, 50),
            "sampled": self.sampled.map(|of| json!({"kept": self.classes.len(), "of": of})),
        })
    }

    fn attack(&self) -> Attack {
        let partition = self.rows.classes(&self.quasi);
        let mut sizes = vec![(0, 0); partition.classes];
        for (&class, of) in partition.of.iter().zip(&self.classes) {
            sizes[class as usize].0 += of.leaving;
            sizes[class as usize].1 += of.all;
        }
        Attack::of(sizes)
    }

    fn diversity(&self, parameters: &Parameters) -> Option<Json> {
        let sensitive = self.sensitive?;
        let found = Diversity::of(&self.rows, &self.quasi, sensitive);
        let of = |distance| closeness(&self.rows, &self.quasi, sensitive, distance);
        let (equal, ordered) = (of(Distance::Equal), of(Distance::Ordered));
        Some(json!({
            "sensitive": self.label(sensitive), "distinct": found.distinct, "entropy": found.entropy, "recursive": found.recursive,
            "equal": equal, "ordered": ordered, "reachesL": found.distinct >= parameters.l, "reachesT": equal <= parameters.t,
        }))
    }

    fn hierarchies(&self) -> Vec<Hierarchy> {
        let of = |&column: &usize| {
            let values = &self.rows.columns()[column];
            let mut counts = vec![0; values.values.len()];
            values.codes.iter().zip(self.rows.counts()).for_each(|(&code, count)| counts[code as usize] += count);
            Hierarchy::suggested(&values.values, &counts)
        };
        self.quasi.iter().map(of).collect()
    }

    fn generalized(&self, k: K, hundredths: u64) -> Option<Json> {
        let most = self.rows.records() * hundredths.min(100) / 100;
        let hierarchies = self.hierarchies();
        let found = generalize(&self.rows, &self.quasi, &hierarchies, k, most)?;
        Some(self.described(&found, &hierarchies))
    }

    fn described(&self, found: &Generalized, hierarchies: &[Hierarchy]) -> Json {
        let field = |((&column, &level), hierarchy): ((&usize, &usize), &Hierarchy)| {
            let mut field = self.label(column);
            field["level"] = json!(level);
            field["of"] = json!(hierarchy.levels().len() - 1);
            field["example"] = json!(hierarchy.levels()[level].labels.first());
            field
        };
        let fields: Vec<_> = self.quasi.iter().zip(&found.levels).zip(hierarchies).map(field).collect();
        json!({
            "fields": fields, "loss": found.loss, "suppressed": found.suppressed, "smallest": found.classes.smallest,
            "classes": found.classes.count(), "computed": found.computed, "nodes": found.nodes,
        })
    }

    fn singled_out(&self) -> Option<Json> {
        let found = singling_out(&self.rows, &self.quasi)?;
        let hierarchies = self.hierarchies();
        let end = cheapest_end(&self.rows, &self.quasi, &hierarchies).map(|end| self.described(&end, &hierarchies));
        let fields: Vec<_> = found.fields.iter().map(|&column| self.label(column)).collect();
        Some(json!({"fields": fields, "records": found.records, "end": end}))
    }

    /// The table of record types and groups, with what is withheld in it.
    fn cells(&self, options: &Options, k: K) -> Json {
        let (down, across) = (self.axis(super::fold::RECORD_TYPE), self.axis(&options.group));
        let mut found: BTreeMap<(usize, usize), Class> = BTreeMap::new();
        for (row, class) in self.classes.iter().enumerate().filter(|(_, class)| class.leaving > 0) {
            found.entry((down.of[row], across.of[row])).or_default().unite((*class).clone());
        }
        let who = |fits: &dyn Fn((usize, usize)) -> bool| {
            let mut who = Who::default();
            found.iter().filter(|(place, _)| fits(**place)).for_each(|(_, class)| who.unite(class.who.clone()));
            who.count()
        };
        let cell = |place| found.get(&place).map_or((0, 0), |class| (class.leaving, class.who.count()));
        let (rows, columns) = (down.labels.len(), across.labels.len());
        let counts: Vec<Vec<_>> = (0..rows).map(|row| (0..columns).map(|column| cell((row, column))).collect()).collect();
        let in_row: Vec<_> = (0..rows).map(|row| who(&|place| place.0 == row)).collect();
        let in_column: Vec<_> = (0..columns).map(|column| who(&|place| place.1 == column)).collect();
        if found.is_empty() {
            return Json::Null;
        }
        let table = Cells::of(&counts, (&in_row, &in_column, who(&|_| true)), k);
        let shown = |cell: &Cell| json!({"count": cell.count, "contributors": cell.contributors, "shown": cell.shown, "missing": table.missing(cell)});
        let cells: Vec<Vec<_>> = table.cells.iter().map(|row| row.iter().map(shown).collect()).collect();
        json!({"rows": down.labels, "columns": across.labels, "cells": cells})
    }

    /// The values of a field as one side of a table; those of fewest records together where they are too many.
    fn axis(&self, name: &str) -> Axis {
        let Some(column) = self.rows.columns().iter().find(|column| column.name == name) else {
            return Axis { labels: vec![String::new()], of: vec![0; self.classes.len()] };
        };
        let mut counts = vec![0_u64; column.values.len()];
        column.codes.iter().zip(self.rows.counts()).for_each(|(&code, count)| counts[code as usize] += count);
        let mut order: Vec<_> = (0..counts.len()).filter(|&code| counts[code] > 0).collect();
        order.sort_by_key(|&code| std::cmp::Reverse(counts[code]));
        let mut labels: Vec<_> = order.iter().take(MOST_CELLS).map(|&code| column.values[code].clone()).collect();
        let mut place = vec![MOST_CELLS; counts.len()];
        order.iter().take(MOST_CELLS).enumerate().for_each(|(at, &code)| place[code] = at);
        if order.len() > MOST_CELLS {
            labels.push("…".to_owned());
        }
        Axis { labels, of: column.codes.iter().map(|&code| place[code as usize]).collect() }
    }
}

/// One side of a table.
struct Axis {
    labels: Vec<String>,
    /// For each class the place of its label.
    of: Vec<usize>,
}

/// What pseudonyms of each scope link, and the people of most records.
fn linkage(state: &State) -> Json {
    let mut scopes: BTreeMap<&str, (u64, u64)> = BTreeMap::new();
    let mut people = Vec::new();
    for (_, places) in state.people.iter() {
        let mut products: BTreeMap<&str, u64> = BTreeMap::new();
        let mut weeks: BTreeMap<&str, u64> = BTreeMap::new();
        for (place, &records) in places {
            let (product, week) = place.split_once(UNIT).unwrap_or((place, ""));
            *products.entry(product).or_default() += records;
            *weeks.entry(week).or_default() += records;
        }
        let all: u64 = products.values().sum();
        let mut scope = |id, stand_ins: u64, largest: u64| {
            let of = scopes.entry(id).or_default();
            *of = (of.0 + stand_ins, of.1.max(largest));
        };
        scope("record", all, 1);
        scope("product", products.len() as u64, products.values().copied().max().unwrap_or(0));
        scope("organization", 1, all);
        scope("week", weeks.len() as u64, weeks.values().copied().max().unwrap_or(0));
        let places: Vec<_> = places
            .iter()
            .map(|(place, records)| {
                let (product, week) = place.split_once(UNIT).unwrap_or((place, ""));
                json!({"product": product, "week": week.parse::<i64>().unwrap_or_default(), "records": records})
            })
            .collect();
        people.push((std::cmp::Reverse(all), places));
    }
    people.sort_by_key(|(all, _)| *all);
    people.truncate(12);
    let scopes: Vec<_> = scopes
        .iter()
        .map(|(id, (stand_ins, largest))| json!({"scope": id, "pseudonyms": stand_ins, "largest": largest}))
        .collect();
    let people: Vec<_> = people.into_iter().map(|(all, places)| json!({"records": all.0, "places": places})).collect();
    json!({"scopes": scopes, "people": people, "kept": state.people.len(), "sampled": state.people.estimate()})
}
