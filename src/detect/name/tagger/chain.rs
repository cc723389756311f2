//! Shares: how likely each label is at each token, given the text and the labels around it (forward and backward over a linear
//! chain). Only sums and products are used, so that the result is the same bits everywhere.

use super::model::{LABELS, Model, Row, Scores, UNITS, WIDTH};
use super::sums;

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
    ahead: Table,
    /// To a label from each other one.
    back: Table,
}

/// What each label hands on to the others, four numbers at a time.
#[derive(Clone, Debug)]
struct Table([[[f32; 4]; WIDTH / 4]; LABELS]);

impl Table {
    fn new(power: impl Fn(usize, usize) -> f32) -> Self {
        let mut table = Self([[[0.0; 4]; WIDTH / 4]; LABELS]);
        for (from, to) in (0..LABELS * LABELS).map(|place| (place / LABELS, place % LABELS)) {
            table.0[from][to / 4][to % 4] = power(from, to);
        }
        table
    }

    /// What is handed on where there is no name.
    fn outside(&self, next: &mut Row<f32>) {
        next.iter_mut().zip(self.0[0].as_flattened()).for_each(|(next, power)| *next = *power);
    }

    /// What labels with these shares hand on. The sums need no memory while they are added up, also where the engine is built for size.
    fn spread(&self, shares: &Row<f32>, next: &mut Row<f32>) {
        let [mut low, mut middle, mut high] = [[0.0; 4]; WIDTH / 4];
        for (share, [e, f, g]) in shares.iter().zip(&self.0) {
            add(&mut low, *share, e);
            add(&mut middle, *share, f);
            add(&mut high, *share, g);
        }
        next.as_chunks_mut().0.iter_mut().zip([low, middle, high]).for_each(|(next, sums)| *next = sums);
    }
}

/// Adds so many times four numbers.
#[inline(always)]
fn add(to: &mut [f32; 4], share: f32, row: &[f32; 4]) {
    let ([a, b, c, d], [e, f, g, h]) = (to, row);
    *a += share * e;
    *b += share * f;
    *c += share * g;
    *d += share * h;
}

/// Room for a stretch: by token what its labels have by themselves, their shares, and what comes from behind. It only grows.
#[derive(Default)]
struct Room {
    powers: Vec<Row<f32>>,
    shares: Vec<Row<f32>>,
    behind: Vec<Row<f32>>,
}

impl Chain {
    /// The tables of a model.
    pub(super) fn new(model: &Model) -> Self {
        let mut powers = Box::new([0.0; FAR + 1]);
        for (power, value) in powers[..FAR].iter_mut().zip(std::iter::successors(Some(1.0_f32), |power| Some(power * STEP))) {
            *power = value;
        }
        let most = model.transitions.iter().flatten().copied().max().unwrap_or(0);
        let power =
            |from: usize, to: usize| powers[((i32::from(most) - i32::from(model.transitions[from][to])) as usize).min(FAR)];
        let (ahead, back) = (Table::new(power), Table::new(|from, to| power(to, from)));
        Self { powers, ahead, back }
    }

    /// Calls `give` with every stretch in which there may be names: its first token and the shares of its labels.
    pub(super) fn shares(&self, scores: &Scores, mut give: impl FnMut(usize, &[Row<f32>])) {
        let (mut room, mut count) = (Room::default(), 0);
        for (at, numbers) in scores.numbers().chain([None]).enumerate() {
            if let Some(numbers) = numbers {
                let row = sums::row(numbers);
                let most = most(&row[1..LABELS]);
                if row[0] - most <= SURE {
                    self.note(&row, most.max(row[0]), count, &mut room);
                    count += 1;
                    continue;
                }
            }
            if count > 0 {
                self.stretch(count, &mut room);
                give(at - count, &room.shares[..count]);
                count = 0;
            }
        }
    }

    /// Notes what the labels of a token have beside the best, by themselves.
    fn note(&self, scores: &Row<i32>, most: i32, at: usize, room: &mut Room) {
        if room.powers.len() == at {
            for rows in [&mut room.powers, &mut room.shares, &mut room.behind] {
                rows.push([0.0; WIDTH]);
            }
        }
        for (power, score) in room.powers[at].iter_mut().zip(scores).take(LABELS) {
            *power = self.powers[((most - score) as usize).min(FAR)];
        }
    }

    /// The shares of a stretch between two tokens that are no names. Both directions go at once: neither waits for the other.
    fn stretch(&self, count: usize, room: &mut Room) {
        let [powers, shares, behind] = [&mut room.powers, &mut room.shares, &mut room.behind].map(|rows| &mut rows[..count]);
        let (mut next, mut last) = ([0.0; WIDTH], [0.0; WIDTH]);
        self.ahead.outside(&mut next);
        self.back.outside(&mut behind[count - 1]);
        for (at, back) in (0..count).zip((0..count).rev()) {
            multiply(&next, &powers[at], &mut shares[at]);
            normalize(&mut shares[at]);
            if back > 0 {
                self.ahead.spread(&shares[at], &mut next);
                multiply(&behind[back], &powers[back], &mut last);
                self.back.spread(&last, &mut behind[back - 1]);
                normalize(&mut behind[back - 1]);
            }
        }
        for (shares, behind) in shares.iter_mut().zip(behind) {
            shares.iter_mut().zip(behind).for_each(|(share, behind)| *share *= *behind);
            normalize(shares);
        }
    }
}

#[inline(always)]
fn most(scores: &[i32]) -> i32 {
    scores.iter().fold(i32::MIN, |most, score| most.max(*score))
}

#[inline(always)]
fn multiply(row: &Row<f32>, by: &Row<f32>, out: &mut Row<f32>) {
    out.iter_mut().zip(row.iter().zip(by)).for_each(|(out, (share, by))| *out = share * by);
}

/// Makes the sum one.
fn normalize(row: &mut Row<f32>) {
    let mut sum = 0.0;
    row.iter().for_each(|share| sum += share);
    if sum > 0.0 {
        row.iter_mut().for_each(|share| *share /= sum);
    }
}
