//! Forward and backward over a chain while it is being learned, with the shares of pairs of labels.

use super::super::model::{LABELS, Row, WIDTH};

/// The power of e. Made of sums and products only, so that it is the same bits everywhere.
pub(super) fn exp(x: f32) -> f32 {
    let x = x.clamp(-80.0, 80.0);
    let whole = (x * std::f32::consts::LOG2_E).round();
    let rest = x - whole * std::f32::consts::LN_2;
    let mut term = 1.0;
    let mut sum = 1.0;
    for n in 1..8_u8 {
        term *= rest / f32::from(n);
        sum += term;
    }
    sum * f32::from_bits(((whole as i32 + 127) << 23) as u32)
}

/// What each label is worth at each token of a chain, and how likely that makes it.
#[derive(Debug, Default)]
pub(super) struct Shares {
    powers: Vec<Row<f32>>,
    forward: Vec<Row<f32>>,
    /// The shares of labels at each token.
    pub(super) at: Vec<Row<f32>>,
    /// The shares of pairs of labels, summed over the chain; no label stands on both sides of it.
    pub(super) pairs: [Row<f32>; LABELS],
}

impl Shares {
    /// Counts the shares where each token may have only some of the labels.
    pub(super) fn count(&mut self, scores: &[Row<f32>], transitions: &[Row<f32>; LABELS], allowed: impl Fn(usize) -> u16) {
        self.powers.clear();
        self.forward.clear();
        self.at.clear();
        self.pairs = [[0.0; WIDTH]; LABELS];
        let mut before = [0.0; WIDTH];
        before[0] = 1.0;
        for (at, scores) in scores.iter().enumerate() {
            let most = scores[..LABELS].iter().copied().fold(f32::MIN, f32::max);
            let allowed = allowed(at);
            let mut power = [0.0; WIDTH];
            for label in (0..LABELS).filter(|label| allowed >> label & 1 == 1) {
                power[label] = exp(scores[label] - most).max(1e-20);
            }
            let mut next = [0.0; WIDTH];
            for (share, row) in before.iter().zip(transitions) {
                for (sum, weight) in next.iter_mut().zip(row) {
                    *sum += share * weight;
                }
            }
            next.iter_mut().zip(&power).for_each(|(share, power)| *share *= power);
            normalize(&mut next);
            self.powers.push(power);
            self.forward.push(next);
            before = next;
        }
        self.backward(transitions);
    }

    fn backward(&mut self, transitions: &[Row<f32>; LABELS]) {
        let count = self.powers.len();
        self.at.resize(count, [0.0; WIDTH]);
        let mut behind = [0.0; WIDTH];
        for (weight, row) in behind.iter_mut().zip(transitions) {
            *weight = row[0];
        }
        for (label, share) in self.forward[count - 1].iter().enumerate().take(LABELS) {
            self.at[count - 1][label] = share * behind[label];
        }
        normalize(&mut self.at[count - 1]);
        for label in 0..LABELS {
            self.pairs[label][0] += self.at[count - 1][label];
        }
        for at in (0..count).rev() {
            let mut here = [0.0; WIDTH];
            here.iter_mut().zip(behind.iter().zip(&self.powers[at])).for_each(|(to, (a, b))| *to = a * b);
            let mut start = [0.0; WIDTH];
            start[0] = 1.0;
            let before = if at == 0 { &start } else { &self.forward[at - 1] };
            let mut pairs = [[0.0; WIDTH]; LABELS];
            let mut sum = 0.0;
            for (label, pairs) in pairs.iter_mut().enumerate() {
                for (to, pair) in pairs.iter_mut().enumerate().take(LABELS) {
                    *pair = before[label] * transitions[label][to] * here[to];
                    sum += *pair;
                }
            }
            let scale = if sum > 0.0 { 1.0 / sum } else { 0.0 };
            for (total, pairs) in self.pairs.iter_mut().zip(&pairs) {
                total.iter_mut().zip(pairs).for_each(|(total, pair)| *total += pair * scale);
            }
            if at > 0 {
                for label in 0..LABELS {
                    self.at[at - 1][label] = pairs[label].iter().sum::<f32>() * scale;
                    behind[label] = transitions[label].iter().zip(&here).map(|(a, b)| a * b).sum();
                }
                normalize(&mut behind);
            }
        }
    }
}

fn normalize(row: &mut Row<f32>) {
    let sum: f32 = row.iter().sum();
    if sum > 0.0 {
        row.iter_mut().for_each(|share| *share /= sum);
    }
}
