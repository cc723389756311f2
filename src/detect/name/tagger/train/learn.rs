//! Learning: follow-the-regularized-leader with a price on every weight (McMahan and others 2013), text by text, so that most
//! weights stay nothing.

use super::super::feature::View;
use super::super::model::{LABELS, Row, UNITS, WIDTH};
use super::Setting;
use super::chain::{Shares, exp};
use super::data::Document;
use super::write::Weights;
use std::collections::BTreeMap;

/// Tokens after which a chain may end at the end of a sentence, and after which it ends anyway.
const CHAIN: (usize, usize) = (30, 120);

/// A feature must stand at this many places to be learned.
const RARE: u32 = 2;

/// A weight of fewer units is nothing.
const LEAST: i8 = 2;

/// A difference of shares below this teaches nothing.
const LITTLE: f32 = 1e-3;

/// One weight while it is learned.
#[derive(Clone, Copy, Debug, Default)]
struct Weight {
    pull: f32,
    seen: f32,
}

/// What is the same for all weights.
#[derive(Clone, Copy, Debug)]
struct Rule {
    step: f32,
    thrift: f32,
}

impl Weight {
    fn value(self, rule: Rule) -> f32 {
        let over = self.pull.abs() - rule.thrift;
        if over <= 0.0 { 0.0 } else { -over.copysign(self.pull) * rule.step / (1.0 + self.seen.sqrt()) }
    }

    fn learn(&mut self, gradient: f32, rule: Rule) {
        let value = self.value(rule);
        let seen = self.seen + gradient * gradient;
        self.pull += gradient - (seen.sqrt() - self.seen.sqrt()) / rule.step * value;
        self.seen = seen;
    }
}

/// A feature's weights: where they begin, and how far they reach.
#[derive(Clone, Copy, Debug)]
struct Feature {
    key: u32,
    base: u32,
    reach: (isize, isize),
}

struct Learner {
    rule: Rule,
    features: Vec<Feature>,
    weights: Vec<Weight>,
    transitions: [Row<Weight>; LABELS],
    free: Shares,
    told: Shares,
    scores: Vec<Row<f32>>,
}

/// Learns the weights.
pub(super) fn learn(mut documents: Vec<Document>, setting: &Setting) -> Weights {
    let rule = Rule { step: setting.step, thrift: setting.thrift };
    let (features, weights) = number(&mut documents);
    let mut learner = Learner {
        rule,
        features,
        weights: vec![Weight::default(); weights],
        transitions: [[Weight::default(); WIDTH]; LABELS],
        free: Shares::default(),
        told: Shares::default(),
        scores: Vec::new(),
    };
    let mut order: Vec<(usize, usize, usize)> = Vec::new();
    for (at, document) in documents.iter().enumerate() {
        order.extend(chains(document).into_iter().map(|(from, to)| (at, from, to)));
    }
    let mut chance = 0x9e37_79b9_7f4a_7c15_u64;
    for _ in 0..setting.rounds {
        shuffle(&mut order, &mut chance);
        for &(at, from, to) in &order {
            learner.chain(&documents[at], from, to);
        }
    }
    learner.weights(setting)
}

/// Numbers the features that are not rare, and replaces each document's features by their numbers.
fn number(documents: &mut [Document]) -> (Vec<Feature>, usize) {
    let mut counts: BTreeMap<u32, u32> = BTreeMap::new();
    for (_, key) in documents.iter().flat_map(|document| &document.features) {
        *counts.entry(*key).or_default() += 1;
    }
    let (mut features, mut base) = (Vec::new(), 0_u32);
    let mut numbers: BTreeMap<u32, u32> = BTreeMap::new();
    for document in documents.iter_mut() {
        let mut kept = Vec::with_capacity(document.features.len());
        let mut starts = vec![0];
        for token in document.starts.windows(2) {
            for &(view, key) in &document.features[token[0] as usize..token[1] as usize] {
                if counts[&key] < RARE {
                    continue;
                }
                let number = *numbers.entry(key).or_insert_with(|| {
                    let reach = View::REACHES[usize::from(view)];
                    features.push(Feature { key, base, reach });
                    base += ((reach.1 - reach.0 + 1) as usize * WIDTH) as u32;
                    (features.len() - 1) as u32
                });
                kept.push((view, number));
            }
            starts.push(kept.len() as u32);
        }
        (document.features, document.starts) = (kept, starts);
    }
    (features, base as usize)
}

/// Cuts a text into chains, at the ends of sentences where it can.
fn chains(document: &Document) -> Vec<(usize, usize)> {
    let (mut chains, mut from) = (Vec::new(), 0);
    for at in 0..document.ends.len() {
        let length = at + 1 - from;
        // A chain ends where no name goes on.
        let outside = document.allowed.get(at + 1).is_none_or(|allowed| allowed & 0b101_0101_0101 & !1 == 0)
            && document.allowed[at] & 1 == 1;
        if outside && (length >= CHAIN.0 && document.ends[at] || length >= CHAIN.1) {
            chains.push((from, at + 1));
            from = at + 1;
        }
    }
    if from < document.ends.len() {
        chains.push((from, document.ends.len()));
    }
    chains
}

fn shuffle<T>(list: &mut [T], chance: &mut u64) {
    for last in (1..list.len()).rev() {
        *chance ^= *chance << 13;
        *chance ^= *chance >> 7;
        *chance ^= *chance << 17;
        list.swap(last, (*chance % (last as u64 + 1)) as usize);
    }
}

impl Learner {
    fn chain(&mut self, document: &Document, from: usize, to: usize) {
        let mut scores = std::mem::take(&mut self.scores);
        scores.clear();
        scores.resize(to - from, [0.0; WIDTH]);
        self.visit(document, (from, to), |learner, at, place| {
            let weights = &learner.weights[place..place + WIDTH];
            for (score, weight) in scores[at].iter_mut().zip(weights) {
                *score += weight.value(learner.rule);
            }
        });
        let mut transitions = [[0.0; WIDTH]; LABELS];
        for (to, from) in transitions.iter_mut().zip(&self.transitions) {
            to.iter_mut().zip(from).take(LABELS).for_each(|(to, from)| *to = exp(from.value(self.rule)));
        }
        self.free.count(&scores, &transitions, |_| u16::MAX);
        self.told.count(&scores, &transitions, |at| document.allowed[from + at]);
        for (at, row) in scores.iter_mut().enumerate() {
            for (label, score) in row.iter_mut().enumerate() {
                *score = (self.free.at[at][label] - self.told.at[at][label]) * document.weight;
            }
        }
        for label in 0..LABELS {
            for next in 0..LABELS {
                let gradient = (self.free.pairs[label][next] - self.told.pairs[label][next]) * document.weight;
                self.transitions[label][next].learn(gradient, self.rule);
            }
        }
        let teaches: Vec<bool> = scores.iter().map(|row| row.iter().any(|gradient| gradient.abs() > LITTLE)).collect();
        self.visit(document, (from, to), |learner, at, place| {
            if teaches[at] {
                for (weight, gradient) in learner.weights[place..place + WIDTH].iter_mut().zip(&scores[at]) {
                    weight.learn(*gradient, learner.rule);
                }
            }
        });
        self.scores = scores;
    }

    /// Calls `each` with every token of a chain and the place of weights that speak about it.
    fn visit(&mut self, document: &Document, (from, to): (usize, usize), mut each: impl FnMut(&mut Self, usize, usize)) {
        let last = (to + 2).min(document.allowed.len());
        for at in from.saturating_sub(2)..last {
            let listed = document.starts[at] as usize..document.starts[at + 1] as usize;
            for &(_, number) in &document.features[listed] {
                let Feature { base, reach, .. } = self.features[number as usize];
                for offset in reach.0..=reach.1 {
                    let token = at as isize + offset;
                    if (from as isize..to as isize).contains(&token) {
                        let place = base as usize + (offset - reach.0) as usize * WIDTH;
                        each(self, token as usize - from, place);
                    }
                }
            }
        }
    }

    fn weights(&self, setting: &Setting) -> Weights {
        let units = |weight: Weight| (weight.value(self.rule) * UNITS as f32).round().clamp(-127.0, 127.0) as i8;
        let mut features = Vec::new();
        for feature in &self.features {
            let mut listed = Vec::new();
            for offset in feature.reach.0..=feature.reach.1 {
                for label in 0..LABELS {
                    let place = feature.base as usize + (offset - feature.reach.0) as usize * WIDTH + label;
                    let weight = units(self.weights[place]);
                    if weight.abs() >= LEAST {
                        listed.push((((offset + 2) as usize * LABELS + label) as u8, weight));
                    }
                }
            }
            if !listed.is_empty() {
                features.push((feature.key, listed));
            }
        }
        features.sort_unstable_by_key(|(key, _)| *key);
        let mut transitions = [[0; LABELS]; LABELS];
        for (to, from) in transitions.iter_mut().zip(&self.transitions) {
            to.iter_mut().zip(from).for_each(|(to, from)| *to = units(*from));
        }
        Weights { features, transitions, least: setting.least }
    }
}
