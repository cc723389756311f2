//! [`Misses`]: how much of a kind is probably left in a text, as measured on labelled texts that the tagger had not seen.
//!
//! The table has a cell per language, class, number of findings and length of the text. A cell holds the mean number of names,
//! numbers or addresses of which something was left standing, and between which numbers nine of ten such texts lay. Cells of which
//! fewer than twenty texts were measured borrow from a coarser one; where there is none, nothing is known.

use super::bytes::Bytes;
use crate::detect::{Class, Language};
use serde::Serialize;
use std::collections::BTreeMap;

/// What is probably left in a text of one class.
#[derive(Clone, Copy, PartialEq, Debug, Serialize)]
pub struct Misses {
    /// The mean of comparable texts, in hundredths of a name.
    pub expected: f64,
    /// At least as many were left in 19 of 20 comparable texts.
    pub low: u32,
    /// At most as many were left in 19 of 20 comparable texts.
    pub high: u32,
}

/// Cells of one class in one language: findings by length.
type Cells = [[Option<Misses>; LENGTHS.len() + 1]; FOUND.len() + 1];

/// Where another row of cells begins: so many findings.
const FOUND: [usize; 6] = [1, 2, 4, 8, 16, 32];
/// Where another cell of a row begins: so many words, numbers and signs.
const LENGTHS: [usize; 2] = [40, 250];

/// What was measured.
#[derive(Clone, Debug, Default)]
pub(super) struct Table(BTreeMap<(Language, Class), Cells>);

impl Table {
    /// Reads the table. A class that this version does not know is passed over.
    pub(super) fn read(bytes: &mut Bytes<'_>) -> Option<Self> {
        let mut table = Self::default();
        for _ in 0..bytes.number()? {
            let language = *Language::ALL.get(bytes.number()? as usize)?;
            let class = Class::ALL.get(bytes.number()? as usize).copied();
            let mut cells = Cells::default();
            for cell in cells.iter_mut().flatten() {
                if bytes.number()? == 1 {
                    let expected = f64::from(bytes.number()?) / 100.0;
                    *cell = Some(Misses { expected, low: bytes.number()?, high: bytes.number()? });
                }
            }
            table.0.extend(class.map(|class| ((language, class), cells)));
        }
        Some(table)
    }

    /// The classes that were measured in a language.
    pub(super) fn classes(&self, language: Language) -> impl Iterator<Item = Class> {
        self.0.keys().filter(move |(of, _)| *of == language).map(|(_, class)| *class)
    }

    /// What is probably left of a class in a text of so many tokens in which so much was found. None where that is unknown.
    ///
    /// Where too few texts with so many findings were measured, those with fewer speak for it: misses grow as findings do (our
    /// assumption).
    pub(super) fn of(&self, language: Language, class: Class, tokens: usize, found: usize) -> Option<Misses> {
        let place = |bounds: &[usize], value: usize| bounds.iter().take_while(|bound| **bound <= value).count();
        let (cells, length, row) = (self.0.get(&(language, class))?, place(&LENGTHS, tokens), place(&FOUND, found));
        let (measured, cell) = (0..=row).rev().find_map(|row| Some((row, cells[row][length]?)))?;
        // The most that was found in the texts of the row. The own row speaks for itself but for the last, which has no end.
        let most = match FOUND.get(measured) {
            Some(_) if measured == row => found.max(1),
            Some(next) => next - 1,
            None => FOUND[FOUND.len() - 1],
        };
        let (most, found) = (most.max(1), found.max(most).max(1));
        let high = (u64::from(cell.high) * found as u64).div_ceil(most as u64) as u32;
        Some(Misses { expected: cell.expected * found as f64 / most as f64, low: cell.low, high })
    }
}
