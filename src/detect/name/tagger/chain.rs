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
    /// What a label has that is so many units under the best; the last is for all further ones.
    powers: Box<[f32; FAR + 1]>,
    /// From a label to each other one.
    transitions: [Row<f32>; LABELS],
    /// To a label from each other one: both directions add whole rows, four numbers at once.
    turned: [Row<f32>; LABELS],
}

impl Chain {
    /// The tables of a model.
    pub(super) fn new(model: &Model) -> Self {
        let mut powers = Box::new([0.0; FAR + 1]);
        for (power, value) in powers[..FAR].iter_mut().zip(std::iter::successors(Some(1.0_f32), |power| Some(power * STEP))) {
            *power = value;
        }
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
        let (mut stretch, mut shares, mut behind) = (Vec::new(), Vec::new(), Vec::new());
        for (at, row) in scores.rows().chain([None]).enumerate() {
            if let Some(row) = row.filter(unsure) {
                stretch.push(self.powers(&row));
            } else if !stretch.is_empty() {
                self.stretch(&stretch, &mut shares, &mut behind);
                give(at - stretch.len(), &shares);
                stretch.clear();
            }
        }
    }

    /// The shares of a stretch between two tokens that are no names. Both directions go at once: neither waits for the other.
    fn stretch(&self, powers: &[Row<f32>], shares: &mut Vec<Row<f32>>, behind: &mut Vec<Row<f32>>) {
        for rows in [&mut *shares, &mut *behind] {
            rows.clear();
            rows.resize(powers.len(), [0.0; WIDTH]);
        }
        // Before the stretch and behind it stands no name.
        let (mut next, mut last) = (self.transitions[0], self.turned[0]);
        for (at, back) in (0..powers.len()).zip((0..powers.len()).rev()) {
            multiply(&mut next, &powers[at]);
            normalize(&mut next);
            shares[at] = next;
            next = spread(&next, &self.transitions);
            behind[back] = last;
            multiply(&mut last, &powers[back]);
            last = spread(&last, &self.turned);
            normalize(&mut last);
        }
        for (shares, behind) in shares.iter_mut().zip(behind) {
            multiply(shares, behind);
            normalize(shares);
        }
    }

    /// How likely each label of a token is beside the best, by itself.
    fn powers(&self, scores: &Row<i32>) -> Row<f32> {
        let most = scores[..LABELS].iter().copied().max().unwrap_or(0);
        let mut powers = [0.0; WIDTH];
        for (power, score) in powers.iter_mut().zip(scores).take(LABELS) {
            *power = self.powers[((most - score) as usize).min(FAR)];
        }
        powers
    }
}

/// The shares of labels, each handed on along its row.
fn spread(shares: &Row<f32>, rows: &[Row<f32>; LABELS]) -> Row<f32> {
    let mut next = [0.0; WIDTH];
    for (share, row) in shares.iter().zip(rows) {
        add(&mut next, *share, row);
    }
    next
}

fn multiply(row: &mut Row<f32>, by: &Row<f32>) {
    row.iter_mut().zip(by).for_each(|(share, power)| *share *= power);
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
