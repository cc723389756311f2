//! Small cells: a count that few contributors stand behind is withheld, and with it as many others as it takes that nobody can
//! compute it from the totals.
//!
//! The hidden cells are the edges of a graph between the rows and the columns of a table. A hidden cell can be computed if and only if
//! its edge lies on no cycle (D. Gusfield, "A graph theoretic approach to statistical data security", 1988). So for each small cell the
//! cheapest cycle through it is hidden; a total is hidden only where there is no other.

use super::class::K;
use serde::Serialize;

/// One count of a table.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Cell {
    /// The count.
    pub count: u64,
    /// How many distinct contributors stand behind it.
    pub contributors: u64,
    /// Whether it is withheld, and why.
    pub shown: Shown,
}

/// Whether a cell is shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Shown {
    /// It is.
    Yes,
    /// Too few contributors.
    Small,
    /// A small cell could be computed from it.
    Complement,
}

/// A table of counts with the totals of its rows and columns.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Cells {
    /// Row by row; after the last row their totals, after the last column its totals.
    pub cells: Vec<Vec<Cell>>,
    #[serde(skip)]
    k: u64,
}

/// What a cell costs that is a total: all others go first.
const TOTAL: u64 = 1 << 40;

impl Cells {
    /// Withholds what is small and what would give it away. `counts` are rows of `(count, contributors)`, all of the same length;
    /// `totals` are the distinct contributors of each row, of each column, and of all.
    pub fn of(counts: &[Vec<(u64, u64)>], totals: (&[u64], &[u64], u64), k: K) -> Self {
        let k = k.get() as u64;
        let cell = |count, contributors| Cell { count, contributors, shown: Shown::Yes };
        let mut cells: Vec<Vec<Cell>> = Vec::with_capacity(counts.len() + 1);
        for (row, &contributors) in counts.iter().zip(totals.0) {
            let sum = row.iter().map(|&(count, _)| count).sum();
            let row = row.iter().map(|&(count, contributors)| cell(count, contributors));
            cells.push(row.chain([cell(sum, contributors)]).collect());
        }
        let columns = totals.1.len();
        let sum = |column: usize| cells.iter().map(|row| row[column].count).sum();
        let last = (0..columns).map(|column| cell(sum(column), totals.1[column])).chain([cell(sum(columns), totals.2)]).collect();
        cells.push(last);
        let mut table = Self { cells, k };
        table.hide();
        table
    }

    /// How many more contributors a cell needs to be shown; 0 where it has enough.
    pub fn missing(&self, cell: &Cell) -> u64 {
        if cell.count == 0 { 0 } else { self.k.saturating_sub(cell.contributors) }
    }

    fn hide(&mut self) {
        let places: Vec<_> =
            (0..self.cells.len()).flat_map(|row| (0..self.cells[row].len()).map(move |column| (row, column))).collect();
        for &(row, column) in &places {
            let cell = &mut self.cells[row][column];
            if cell.count > 0 && cell.contributors < self.k {
                cell.shown = Shown::Small;
            }
        }
        for (row, column) in places {
            if self.cells[row][column].shown == Shown::Small {
                for (row, column) in self.cycle(row, column) {
                    let cell = &mut self.cells[row][column];
                    if cell.shown == Shown::Yes {
                        cell.shown = Shown::Complement;
                    }
                }
            }
        }
    }

    /// The other cells of the cheapest cycle through a cell: the shortest way from its row to its column that does not take it. A cell
    /// without a count bounds nothing: it could be told to be 0. Where there is no cycle, everything that could be in one is taken.
    fn cycle(&self, row: usize, column: usize) -> Vec<(usize, usize)> {
        let (rows, columns) = (self.cells.len(), self.cells[0].len());
        let mut best = vec![u64::MAX; rows + columns];
        let mut from = vec![None; rows + columns];
        let mut done = vec![false; rows + columns];
        best[row] = 0;
        while let Some(node) = (0..best.len()).filter(|&node| !done[node] && best[node] < u64::MAX).min_by_key(|&node| best[node])
        {
            done[node] = true;
            let edges = if node < rows {
                (0..columns).map(|to| (node, to)).collect::<Vec<_>>()
            } else {
                (0..rows).map(|to| (to, node - rows)).collect()
            };
            for (at, to) in edges.into_iter().filter(|&edge| edge != (row, column)) {
                let Some(price) = self.price(at, to) else { continue };
                let next = if node < rows { rows + to } else { at };
                if best[node].saturating_add(price) < best[next] {
                    best[next] = best[node] + price;
                    from[next] = Some((node, (at, to)));
                }
            }
        }
        let mut way = Vec::new();
        let mut node = rows + column;
        while let Some((before, edge)) = from[node] {
            way.push(edge);
            node = before;
        }
        way
    }

    /// What it costs to withhold a cell; none where that hides nothing.
    fn price(&self, row: usize, column: usize) -> Option<u64> {
        let cell = &self.cells[row][column];
        let is_total = row + 1 == self.cells.len() || column + 1 == self.cells[0].len();
        match cell.shown {
            _ if cell.count == 0 => None,
            Shown::Small | Shown::Complement => Some(1),
            // One for each cell, so that of two ways of the same counts the shorter one is taken.
            Shown::Yes => Some(cell.count.min(TOTAL) + 1 + if is_total { TOTAL } else { 0 }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn k(k: usize) -> K {
        K::try_new(k).unwrap()
    }

    /// A table in which every record has its own contributor.
    fn table(counts: &[Vec<u64>], least: usize) -> Cells {
        let cells: Vec<Vec<_>> = counts.iter().map(|row| row.iter().map(|&count| (count, count)).collect()).collect();
        let rows: Vec<u64> = counts.iter().map(|row| row.iter().sum()).collect();
        let columns: Vec<u64> = (0..counts[0].len()).map(|column| counts.iter().map(|row| row[column]).sum()).collect();
        Cells::of(&cells, (&rows, &columns, rows.iter().sum()), k(least))
    }

    /// The hidden cells that follow from what is shown: those whose value is the same in every solution of "each row and each column
    /// adds up to its total". Gauss-Jordan over fractions of a prime field, large enough that no chance zero is met.
    fn computable(table: &Cells) -> Vec<(usize, usize)> {
        const P: i128 = (1 << 61) - 1;
        let (rows, columns) = (table.cells.len(), table.cells[0].len());
        let hidden: Vec<_> = (0..rows)
            .flat_map(|row| (0..columns).map(move |column| (row, column)))
            .filter(|&(row, column)| table.cells[row][column].shown != Shown::Yes)
            .collect();
        let sign = |at: usize, last: usize| if at + 1 == last { P - 1 } else { 1 };
        let mut equations: Vec<Vec<i128>> = Vec::new();
        for row in 0..rows {
            equations.push(hidden.iter().map(|&(at, column)| if at == row { sign(column, columns) } else { 0 }).collect());
        }
        for column in 0..columns {
            equations.push(hidden.iter().map(|&(row, at)| if at == column { sign(row, rows) } else { 0 }).collect());
        }
        let power = |mut base: i128, mut exponent: i128| {
            let mut result = 1;
            while exponent > 0 {
                if exponent & 1 == 1 {
                    result = result * base % P;
                }
                base = base * base % P;
                exponent >>= 1;
            }
            result
        };
        let mut rank = 0;
        for column in 0..hidden.len() {
            let Some(pivot) = (rank..equations.len()).find(|&row| equations[row][column] != 0) else { continue };
            equations.swap(rank, pivot);
            let inverse = power(equations[rank][column], P - 2);
            equations[rank].iter_mut().for_each(|value| *value = *value * inverse % P);
            let pivot_row = equations[rank].clone();
            for (row, equation) in equations.iter_mut().enumerate().filter(|&(row, _)| row != rank) {
                let factor = equation[column];
                if row != rank && factor != 0 {
                    equation.iter_mut().zip(&pivot_row).for_each(|(value, pivot)| *value = (*value + (P - factor) * pivot) % P);
                }
            }
            rank += 1;
        }
        // A variable is determined where its equation holds no other one.
        let determined = equations.iter().filter(|equation| equation.iter().filter(|&&value| value != 0).count() == 1);
        determined.filter_map(|equation| equation.iter().position(|&value| value != 0)).map(|column| hidden[column]).collect()
    }

    #[test]
    fn a_hidden_cell_alone_would_be_computable() {
        let mut alone = table(&[vec![20, 30, 3], vec![40, 50, 60], vec![70, 80, 90]], 2);
        assert_eq!(computable(&alone), []);
        alone.cells[0][2].shown = Shown::Small;
        assert_eq!(computable(&alone), [(0, 2)]);
    }

    #[test]
    fn the_cheapest_cycle_is_hidden() {
        let table = table(&[vec![20, 30, 3], vec![40, 50, 60], vec![70, 80, 90]], 10);
        let shown: Vec<_> = (0..3)
            .flat_map(|row| (0..3).map(move |column| (row, column)))
            .filter(|&(row, column)| table.cells[row][column].shown != Shown::Yes)
            .collect();
        assert_eq!(shown, [(0, 0), (0, 2), (1, 0), (1, 2)]);
        assert_eq!(table.cells[0][2].shown, Shown::Small);
        assert_eq!(table.missing(&table.cells[0][2]), 7);
        assert_eq!(computable(&table), []);
    }

    #[test]
    fn a_single_row_takes_its_totals_along() {
        let table = table(&[vec![3, 40, 50]], 10);
        assert_eq!(computable(&table), []);
        assert_eq!(table.cells[0][0].shown, Shown::Small);
        // The totals of a single row's columns are its cells once more.
        assert_ne!(table.cells[1][0].shown, Shown::Yes);
    }

    proptest! {
        #[test]
        fn no_small_cell_can_be_computed(
            counts in (1_usize..6, 1_usize..6).prop_flat_map(|(rows, columns)| {
                proptest::collection::vec(proptest::collection::vec(prop_oneof![Just(0_u64), 1_u64..12, 12_u64..200], columns), rows)
            }),
            least in 2_usize..12,
        ) {
            let table = table(&counts, least);
            let given_away = computable(&table);
            for (row, line) in table.cells.iter().enumerate() {
                for (column, cell) in line.iter().enumerate() {
                    let is_small = cell.count > 0 && cell.contributors < least as u64;
                    prop_assert_eq!(is_small, cell.shown == Shown::Small);
                    prop_assert!(!is_small || !given_away.contains(&(row, column)), "{:?} {} {}", table, row, column);
                }
            }
        }
    }
}
