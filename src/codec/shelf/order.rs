//! Putting a few things in order.

/// Sorts by insertion, equals in the order they had. A shelf holds dozens of documents; the library's
/// sorting, made for millions, would be a tenth of this room in the page's program.
pub(super) fn sort<T>(items: &mut [T], comes_before: impl Fn(&T, &T) -> bool) {
    for end in 1..items.len() {
        let mut at = end;
        while at > 0 && comes_before(&items[at], &items[at - 1]) {
            items.swap(at, at - 1);
            at -= 1;
        }
    }
}
