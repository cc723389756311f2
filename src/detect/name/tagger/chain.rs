//! Shares: how likely each label is at each token, given the text and the labels around it (forward and backward over a linear
//! chain). Only sums and products are used, so that the result is the same bits everywhere.

use super::model::{LABELS, Model, Row, Scores, UNITS, WIDTH};

/// What `e` to the power of minus one unit is.
const STEP: f32 = 0.939_413_1;
/// Below this many units under the best label, a label is impossible.
const FAR: usize = 320;
/// A token that is this many units more likely no name than any is none, and no neighbor is told otherwise.
const SURE: i32 = 5 * UNITS;

/// The chain's tables, made once from a model.
#[derive(Clone, Debug)]
pub(super) struct Chain {
    powers: Box<[f32]>,
    /// From a label to each other one.
    transitions: [Row<f32>; LABELS],
    /// To a label from each other one: both directions add whole rows, four numbers at once.
    turned: [Row<f32>; LABELS],
}

impl Chain {
    /// The tables of a model.
    pub(super) fn new(model: &Model) -> Self {
        let powers: Box<[f32]> = std::iter::successors(Some(1.0_f32), |power| Some(power * STEP)).take(FAR).collect();
        let mut transitions = [[0.0; WIDTH]; LABELS];
        let most = model.transitions.iter().flatten().copied().max().unwrap_or(0);
        for (to, from) in transitions.iter_mut().zip(&model.transitions) {
            for (power, &weight) in to.iter_mut().zip(from).take(LABELS) {
                *power = powers.get((i32::from(most) - i32::from(weight)) as usize).copied().unwrap_or(0.0);
            }
        }
        let mut turned = [[0.0; WIDTH]; LABELS];
        for (from, row) in transitions.iter().enumerate() {
            for (to, power) in row.iter().take(LABELS).enumerate() {
                turned[to][from] = *power;
            }
        }
        Self { powers, transitions, turned }
    }

    /// Calls `give` with every stretch in which there may be names: its first token and the shares of its labels.
    pub(super) fn shares(&self, scores: &Scores, mut give: impl FnMut(usize, &[Row<f32>])) {
        let unsure = |row: &Row<i32>| row[0] - row[1..LABELS].iter().copied().max().unwrap_or(0) <= SURE;
        let (mut stretch, mut room) = (Vec::new(), Vec::new());
        for (at, row) in scores.rows().chain([None]).enumerate() {
            if let Some(row) = row.filter(unsure) {
                stretch.push(row);
            } else if !stretch.is_empty() {
                self.stretch(&stretch, &mut room);
                give(at - stretch.len(), &room);
                stretch.clear();
            }
        }
    }

    /// The shares of a stretch between two tokens that are no names.
    fn stretch(&self, scores: &[Row<i32>], shares: &mut Vec<Row<f32>>) {
        shares.clear();
        // Before the stretch and behind it stands no name.
        let mut next = self.transitions[0];
        for row in scores {
            if let Some(before) = shares.last() {
                next = self.spread(before);
            }
            self.weigh(row, &mut next);
            normalize(&mut next);
            shares.push(next);
        }
        let mut behind = self.turned[0];
        for (at, row) in scores.iter().enumerate().rev() {
            for (share, power) in shares[at].iter_mut().zip(&behind) {
                *share *= power;
            }
            normalize(&mut shares[at]);
            if at > 0 {
                self.weigh(row, &mut behind);
                behind = self.gather(&behind);
                normalize(&mut behind);
            }
        }
    }

    fn weigh(&self, scores: &Row<i32>, row: &mut Row<f32>) {
        let most = scores[..LABELS].iter().copied().max().unwrap_or(0);
        for (power, score) in row.iter_mut().zip(scores).take(LABELS) {
            *power *= self.powers.get((most - score) as usize).copied().unwrap_or(0.0);
        }
    }

    fn spread(&self, before: &Row<f32>) -> Row<f32> {
        let mut next = [0.0; WIDTH];
        for (share, row) in before.iter().zip(&self.transitions) {
            add(&mut next, *share, row);
        }
        next
    }

    fn gather(&self, behind: &Row<f32>) -> Row<f32> {
        let mut out = [0.0; WIDTH];
        for (share, row) in behind.iter().zip(&self.turned) {
            add(&mut out, *share, row);
        }
        out
    }
}

/// Adds so many times a row to another, four numbers at a time also where the engine is built for size.
#[inline(always)]
fn add(to: &mut Row<f32>, share: f32, row: &Row<f32>) {
    for (to, row) in to.as_chunks_mut().0.iter_mut().zip(row.as_chunks().0) {
        let ([a, b, c, d], [e, f, g, h]): (&mut [f32; 4], &[f32; 4]) = (to, row);
        *a += share * e;
        *b += share * f;
        *c += share * g;
        *d += share * h;
    }
}

/// Makes the sum one.
fn normalize(row: &mut Row<f32>) {
    let sum: f32 = row.iter().sum();
    if sum > 0.0 {
        row.iter_mut().for_each(|share| *share /= sum);
    }
}
