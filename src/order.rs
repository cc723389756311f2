//! Floor 0. Order for short lists: the standard library's heap, a tenth of the code of its sorts in WebAssembly, where every
//! type that is sorted brings its own copy.

use std::collections::BinaryHeap;

/// The items in ascending order. Takes n log n comparisons; equal items are alike, so that their order says nothing.
pub(crate) fn sorted<T: Ord>(items: Vec<T>) -> Vec<T> {
    BinaryHeap::from(items).into_sorted_vec()
}

/// The items in ascending order, each once.
pub(crate) fn distinct<T: Ord>(items: Vec<T>) -> Vec<T> {
    let mut items = sorted(items);
    items.dedup();
    items
}

/// The items in ascending order of where they stand; those that stand at the same place keep their order.
pub(crate) fn by_place<T>(items: Vec<T>, place: impl Fn(&T) -> (usize, usize)) -> Vec<T> {
    let places = items.iter().enumerate().map(|(index, item)| (place(item), index)).collect();
    let mut items: Vec<_> = items.into_iter().map(Some).collect();
    sorted(places).into_iter().filter_map(|(_, index)| items[index].take()).collect()
}

/// The items in ascending order of a text; those of the same text keep their order.
pub(crate) fn by_text<T>(items: Vec<T>, text: impl Fn(&T) -> String) -> Vec<T> {
    let texts = items.iter().enumerate().map(|(index, item)| (text(item), index)).collect();
    let mut items: Vec<_> = items.into_iter().map(Some).collect();
    sorted::<(String, usize)>(texts).into_iter().filter_map(|(_, index)| items[index].take()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_at_one_place_keep_their_order() {
        let items = vec![("c", 2), ("a", 1), ("b", 1), ("d", 0)];
        let ordered: Vec<_> = by_place(items, |&(_, place)| (place, 0)).into_iter().map(|(name, _)| name).collect();
        assert_eq!(ordered, ["d", "a", "b", "c"]);
        assert_eq!(distinct(vec![2, 1, 2]), [1, 2]);
    }
}
