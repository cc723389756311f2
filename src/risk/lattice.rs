//! The least lossy way to reach k: every field is said on one level of its hierarchy, the same for all records (full-domain
//! generalization), and what still stands in too small a class is suppressed.
//!
//! The levels form a lattice. Whether a node reaches k only gets better upwards, so its paths are searched by halving (F. Kohlmayer
//! and others, "Flash: efficient, stable and optimal k-anonymity", 2012). What generalization alone loses only gets worse upwards, so
//! whatever loses more than the best node found is left out. A node is computed from the smallest one below it that is kept.

use super::class::{Classes, K};
use super::hierarchy::Hierarchy;
use super::rows::{Numbers, Partition, Rows};
use serde::Serialize;

/// How to reach k.
#[derive(Clone, PartialEq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Generalized {
    /// For each field the level that it is said on, from 0.
    pub levels: Vec<usize>,
    /// What is lost, 0 (nothing) to 1 (everything): of each value what its label leaves open, and all of what is suppressed.
    pub loss: f64,
    /// How many records are suppressed.
    pub suppressed: u64,
    /// The classes of the records that are left.
    pub classes: Classes,
    /// How many nodes of the lattice were computed.
    pub computed: usize,
    /// How many nodes it has.
    pub nodes: usize,
}

/// The most nodes that are searched: ten fields of four levels.
const MOST_NODES: usize = 1 << 20;
/// As many codes as all kept tables together may hold.
const MOST_KEPT: usize = 1 << 24;

/// The levels of the least loss with which no class of these columns, one for each hierarchy, has fewer than k records, where up to
/// `most` records may be suppressed. None where there are fewer than k records and they may not all be suppressed, or the lattice has
/// more than a million nodes.
pub fn generalize(rows: &Rows, columns: &[usize], hierarchies: &[Hierarchy], k: K, most: u64) -> Option<Generalized> {
    let mut search = Search::new(rows, columns, hierarchies, k, most)?;
    for node in search.order() {
        search.climb(node);
    }
    search.finish()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Tag {
    Unknown,
    Reaches,
    Fails,
}

struct Search<'a> {
    hierarchies: &'a [Hierarchy],
    k: u64,
    most: u64,
    records: u64,
    /// How far apart neighbors of the lattice stand, field by field.
    strides: Vec<usize>,
    heights: Vec<usize>,
    losses: Vec<Vec<Vec<f64>>>,
    /// For each node what its generalization loses by itself.
    bound: Vec<f64>,
    tags: Vec<Tag>,
    /// For each node what it loses, suppressed records included, once it is computed.
    loss: Vec<Option<(f64, u64)>>,
    kept: Vec<Kept>,
    best: f64,
    computed: usize,
}

/// The classes of a computed node.
struct Kept {
    levels: Vec<usize>,
    codes: Vec<Vec<u32>>,
    counts: Vec<u64>,
}

impl<'a> Search<'a> {
    fn new(rows: &Rows, columns: &[usize], hierarchies: &'a [Hierarchy], k: K, most: u64) -> Option<Self> {
        let heights: Vec<_> = hierarchies.iter().map(|hierarchy| hierarchy.levels().len()).collect();
        let mut nodes = 1_usize;
        let mut strides = Vec::with_capacity(heights.len());
        for height in &heights {
            strides.push(nodes);
            nodes = nodes.checked_mul(*height).filter(|&nodes| nodes <= MOST_NODES)?;
        }
        let codes = columns.iter().map(|&column| Some(&rows.columns().get(column)?.codes));
        let parts: Vec<_> = codes.collect::<Option<Vec<_>>>()?.into_iter().zip(hierarchies).collect();
        let losses: Vec<Vec<_>> =
            hierarchies.iter().map(|of| (0..of.levels().len()).map(|level| of.losses(level)).collect()).collect();
        let records = rows.records();
        let by_level = |((codes, hierarchy), losses): (&(&Vec<u32>, &Hierarchy), &Vec<Vec<f64>>)| -> Vec<f64> {
            let mut counts = vec![0_u64; hierarchy.levels()[0].codes.len()];
            codes.iter().zip(rows.counts()).for_each(|(&code, count)| counts[code as usize] += count);
            let lost = |(level, losses): (usize, &Vec<f64>)| {
                let codes = hierarchy.levels()[level].codes.iter().zip(&counts);
                codes.map(|(&code, &count)| losses[code as usize] * count as f64).sum::<f64>() / records.max(1) as f64
            };
            losses.iter().enumerate().map(lost).collect()
        };
        let by_level: Vec<_> = parts.iter().zip(&losses).map(by_level).collect();
        let bound = |node: usize| {
            let each =
                by_level.iter().zip(strides.iter().zip(&heights)).map(|(lost, (stride, height))| lost[node / stride % height]);
            each.sum::<f64>() / heights.len().max(1) as f64
        };
        let bound = (0..nodes).map(bound).collect();
        let base = Kept::base(rows, &parts);
        Some(Self {
            hierarchies,
            k: k.get() as u64,
            most,
            records,
            strides,
            heights,
            losses,
            bound,
            tags: vec![Tag::Unknown; nodes],
            loss: vec![None; nodes],
            kept: vec![base],
            best: f64::INFINITY,
            computed: 0,
        })
    }

    /// The nodes, lowest first, on each height those of less loss first.
    fn order(&self) -> Vec<usize> {
        let mut order: Vec<_> = (0..self.bound.len()).collect();
        let height = |node: usize| self.levels(node).iter().sum::<usize>();
        order.sort_by(|&one, &other| height(one).cmp(&height(other)).then(self.bound[one].total_cmp(&self.bound[other])));
        order
    }

    fn levels(&self, node: usize) -> Vec<usize> {
        self.strides.iter().zip(&self.heights).map(|(stride, height)| node / stride % height).collect()
    }

    fn above(&self, node: usize) -> impl Iterator<Item = usize> + use<'_, 'a> {
        let fields = self.strides.iter().zip(&self.heights);
        fields.filter(move |&(stride, height)| node / stride % height + 1 < *height).map(move |(stride, _)| node + stride)
    }

    fn below(&self, node: usize) -> impl Iterator<Item = usize> + use<'_, 'a> {
        let fields = self.strides.iter().zip(&self.heights);
        fields.filter(move |&(stride, height)| !(node / stride).is_multiple_of(*height)).map(move |(stride, _)| node - stride)
    }

    fn is_open(&self, node: usize) -> bool {
        self.tags[node] == Tag::Unknown && self.bound[node] < self.best
    }

    /// Follows the least lossy path upwards and halves it until it is known where it begins to reach k.
    fn climb(&mut self, node: usize) {
        if !self.is_open(node) {
            return;
        }
        let mut path = vec![node];
        let mut at = node;
        while let Some(next) =
            self.above(at).filter(|&next| self.is_open(next)).min_by(|&a, &b| self.bound[a].total_cmp(&self.bound[b]))
        {
            path.push(next);
            at = next;
        }
        let (mut low, mut high) = (0, path.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            let (_, suppressed) = self.compute(path[middle]);
            if suppressed <= self.most {
                self.spread(path[middle], Tag::Reaches);
                high = middle;
            } else {
                self.spread(path[middle], Tag::Fails);
                low = middle + 1;
            }
        }
    }

    /// What holds for a node holds for all above it, or all below it.
    fn spread(&mut self, node: usize, tag: Tag) {
        let mut open = vec![node];
        while let Some(node) = open.pop() {
            if self.tags[node] == tag {
                continue;
            }
            self.tags[node] = tag;
            if tag == Tag::Reaches { open.extend(self.above(node)) } else { open.extend(self.below(node)) }
        }
    }

    /// Its loss, and how many records it suppresses.
    fn compute(&mut self, node: usize) -> (f64, u64) {
        if let Some(known) = self.loss[node] {
            return known;
        }
        self.computed += 1;
        let levels = self.levels(node);
        let made = self.make(&levels);
        let (mut lost, mut suppressed) = (0.0, 0);
        for (class, &count) in made.counts.iter().enumerate().filter(|&(_, &count)| count < self.k) {
            let each = made
                .codes
                .iter()
                .zip(&self.losses)
                .zip(&levels)
                .map(|((codes, losses), &level)| losses[level][codes[class] as usize]);
            lost += count as f64 * (1.0 - each.sum::<f64>() / levels.len().max(1) as f64);
            suppressed += count;
        }
        let found = (self.bound[node] + lost / self.records.max(1) as f64, suppressed);
        self.loss[node] = Some(found);
        if suppressed <= self.most {
            self.best = self.best.min(found.0);
        }
        self.keep(made);
        found
    }

    /// The classes on these levels, from the smallest kept table that is nowhere above them.
    fn make(&self, levels: &[usize]) -> Kept {
        let lower = |kept: &&Kept| kept.levels.iter().zip(levels).all(|(kept, level)| kept <= level);
        let from = self.kept.iter().filter(lower).min_by_key(|kept| kept.counts.len()).unwrap_or(&self.kept[0]);
        let maps: Vec<_> =
            self.hierarchies.iter().zip(from.levels.iter().zip(levels)).map(|(of, (&from, &to))| map(of, from, to)).collect();
        from.raised(levels, &maps, self.hierarchies)
    }

    /// Keeps a table where that is worth its room.
    fn keep(&mut self, made: Kept) {
        let smaller = made.counts.len() * 2 <= self.kept[0].counts.len();
        let room: usize = self.kept.iter().map(|kept| kept.counts.len() * (kept.codes.len() + 2)).sum();
        if smaller && room + made.counts.len() * (made.codes.len() + 2) <= MOST_KEPT.max(self.kept[0].counts.len() * 16) {
            self.kept.push(made);
        }
    }

    /// The best of all nodes that reach k.
    fn finish(mut self) -> Option<Generalized> {
        let mut reaching: Vec<_> = (0..self.tags.len()).filter(|&node| self.tags[node] == Tag::Reaches).collect();
        reaching.sort_by(|&one, &other| self.bound[one].total_cmp(&self.bound[other]).then(one.cmp(&other)));
        let mut best: Option<(f64, usize)> = None;
        for node in reaching {
            if best.is_some_and(|(loss, _)| self.bound[node] >= loss) {
                break;
            }
            let (loss, _) = self.compute(node);
            if best.is_none_or(|(least, _)| loss < least) {
                best = Some((loss, node));
            }
        }
        let (loss, node) = best?;
        let levels = self.levels(node);
        let left: Vec<_> = self.make(&levels).counts.into_iter().filter(|&count| count >= self.k).collect();
        let suppressed = self.records - left.iter().sum::<u64>();
        Some(Generalized {
            levels,
            loss,
            suppressed,
            classes: Classes::of_sizes(left),
            computed: self.computed,
            nodes: self.tags.len(),
        })
    }
}

/// From the labels of one level to those of a higher one.
fn map(hierarchy: &Hierarchy, from: usize, to: usize) -> Vec<u32> {
    let (from, to) = (&hierarchy.levels()[from], &hierarchy.levels()[to]);
    let mut map = vec![0; from.labels.len()];
    from.codes.iter().zip(&to.codes).for_each(|(&from, &to)| map[from as usize] = to);
    map
}

impl Kept {
    /// The rows as they are, equal ones together.
    fn base(rows: &Rows, parts: &[(&Vec<u32>, &Hierarchy)]) -> Self {
        let keyed: Vec<_> = parts.iter().map(|(codes, of)| (codes.as_slice(), of.levels()[0].labels.len())).collect();
        let partition = Partition::of(&keyed, rows.counts().len());
        let mut codes = vec![vec![0; partition.classes]; parts.len()];
        for (row, &class) in partition.of.iter().enumerate() {
            codes.iter_mut().zip(parts).for_each(|(codes, (from, _))| codes[class as usize] = from[row]);
        }
        Self { levels: vec![0; parts.len()], codes, counts: partition.sizes(rows.counts()) }
    }

    fn raised(&self, levels: &[usize], maps: &[Vec<u32>], hierarchies: &[Hierarchy]) -> Self {
        let sizes: Vec<_> = hierarchies.iter().zip(levels).map(|(of, &level)| of.levels()[level].labels.len() as u64).collect();
        let fits = sizes.iter().try_fold(1_u64, |all, &size| all.checked_mul(size)).is_some();
        let mut made = Self { levels: levels.to_vec(), codes: vec![Vec::new(); levels.len()], counts: Vec::new() };
        if !fits {
            return self.raised_slowly(made, maps, &sizes);
        }
        let mut keys = vec![0_u64; self.counts.len()];
        for ((codes, map), size) in self.codes.iter().zip(maps).zip(&sizes) {
            keys.iter_mut().zip(codes).for_each(|(key, &code)| *key = *key * size + u64::from(map[code as usize]));
        }
        let mut numbers = Numbers::with_room(1 << 10);
        for (key, count) in keys.into_iter().zip(&self.counts) {
            let class = numbers.of(key) as usize;
            if class == made.counts.len() {
                made.counts.push(0);
            }
            made.counts[class] += count;
        }
        for (field, &size) in sizes.iter().enumerate().rev() {
            made.codes[field] = numbers.keys.iter().map(|key| (key % size) as u32).collect();
            numbers.keys.iter_mut().for_each(|key| *key /= size);
        }
        made
    }

    /// The same where no key can hold all fields.
    fn raised_slowly(&self, mut made: Self, maps: &[Vec<u32>], sizes: &[u64]) -> Self {
        let raised = |(codes, map): (&Vec<u32>, &Vec<u32>)| codes.iter().map(|&code| map[code as usize]).collect::<Vec<_>>();
        let raised: Vec<_> = self.codes.iter().zip(maps).map(raised).collect();
        let parts: Vec<_> = raised.iter().zip(sizes).map(|(codes, &size)| (codes.as_slice(), size as usize)).collect();
        let partition = Partition::of(&parts, self.counts.len());
        made.counts = partition.sizes(&self.counts);
        for (codes, from) in made.codes.iter_mut().zip(&raised) {
            codes.resize(partition.classes, 0);
            partition.of.iter().zip(from).for_each(|(&class, &code)| codes[class as usize] = code);
        }
        made
    }
}

#[cfg(test)]
mod tests;
