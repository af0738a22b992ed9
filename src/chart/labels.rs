//! Where labels go so that each can be read: inside the bounds, clear of one another, and of the lines if possible.

use super::geometry::{Anchor, Point, Rect, Side, TextPlace};
use super::lettering::{ascent, text_width};

/// Free space between a mark and its label, in pixels.
const GAP: i32 = 6;
/// How many lines of text a label may stand away from its mark.
const REACH: i32 = 3;

/// The labels placed so far and what later ones should keep clear of.
pub(super) struct Labels {
    /// No label leaves this box.
    pub bounds: Rect,
    /// Size of the labels' type.
    pub font: i32,
    /// Boxes of labels: never covered.
    pub taken: Vec<Rect>,
    /// Points of lines: covered only where nothing else is possible.
    pub lines: Vec<Point>,
}

impl Labels {
    /// A label over or under its mark; none for an empty text or where no free place is left.
    pub fn beside(&mut self, mark: Point, text: &str, prefer: Side) -> Option<TextPlace> {
        let (width, bounds) = (text_width(text, self.font), self.bounds);
        let middle = mark.x.min(bounds.right() - (width + 1) / 2).max(bounds.x + width / 2);
        self.place(
            text,
            &[(Anchor::Middle, middle), (Anchor::Start, mark.x), (Anchor::End, mark.x)],
            mark.y,
            prefer,
        )
    }

    /// The best free place of `text` at one of the anchors, above or below `y`, near before far.
    pub fn place(
        &mut self,
        text: &str,
        anchors: &[(Anchor, i32)],
        y: i32,
        prefer: Side,
    ) -> Option<TextPlace> {
        let mut best: Option<(usize, TextPlace)> = None;
        for (distance, side) in (0..REACH).flat_map(|d| [(d, prefer), (d, prefer.other())]) {
            for &(anchor, x) in anchors {
                let place = TextPlace { x, y: self.baseline(y, side, distance), anchor };
                let space = place.space(text, self.font);
                let cost = distance as usize + self.lines.iter().filter(|p| space.touches(**p)).count();
                if self.free(space) && best.is_none_or(|(least, _)| cost < least) {
                    best = Some((cost, place));
                }
            }
        }
        let (_, place) = best.filter(|_| !text.is_empty())?;
        self.taken.push(place.space(text, self.font));
        Some(place)
    }

    /// Baseline of a text `distance` lines off the mark at `y`.
    fn baseline(&self, y: i32, side: Side, distance: i32) -> i32 {
        let (rise, line) = (ascent(self.font), self.font * 5 / 4);
        match side {
            Side::Above => y - GAP - (self.font - rise) - distance * line,
            Side::Below => y + GAP + rise + distance * line,
        }
    }

    /// Inside the bounds and over no other label.
    fn free(&self, space: Rect) -> bool {
        self.bounds.holds(space) && !self.taken.iter().any(|other| other.overlaps(space))
    }
}

/// Moves the wished centres apart until none is nearer than `room` to the next, all within `lo..=hi`.
///
/// Keeps their order and moves them as little as a pass down and a pass up allow. None if they cannot all fit.
pub(super) fn spread(wished: &[i32], room: i32, lo: i32, hi: i32) -> Option<Vec<i32>> {
    let needed = room * (wished.len() as i32 - 1).max(0);
    if lo + needed > hi {
        return None;
    }
    let mut order: Vec<usize> = Vec::new();
    for (index, centre) in wished.iter().enumerate() {
        // A handful of labels: putting each in its place is a tenth of the code of a sort.
        let place = order.iter().position(|i| wished.get(*i) > Some(centre)).unwrap_or(order.len());
        order.insert(place, index);
    }
    let mut centres: Vec<i32> =
        order.iter().filter_map(|i| wished.get(*i)).map(|y| *y.min(&hi).max(&lo)).collect();
    push(&mut centres, room, hi);
    let mut result = wished.to_vec();
    for (index, centre) in order.into_iter().zip(centres) {
        if let Some(slot) = result.get_mut(index) {
            *slot = centre;
        }
    }
    Some(result)
}

/// Pushes sorted centres down until they are `room` apart, then back up from `hi`.
fn push(centres: &mut [i32], room: i32, hi: i32) {
    let mut least = i32::MIN;
    for centre in centres.iter_mut() {
        *centre = (*centre).max(least);
        least = *centre + room;
    }
    let mut most = hi;
    for centre in centres.iter_mut().rev() {
        *centre = (*centre).min(most);
        most = *centre - room;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels() -> Labels {
        let bounds = Rect { x: 0, y: 0, width: 200, height: 100 };
        Labels { bounds, font: 10, taken: Vec::new(), lines: Vec::new() }
    }

    #[test]
    fn a_label_turns_away_from_edges() {
        let mut labels = labels();
        let top = labels.beside(Point { x: 100, y: 2 }, "label", Side::Above);
        assert_eq!(top, Some(TextPlace { x: 100, y: 16, anchor: Anchor::Middle }));
        let corner = labels.beside(Point { x: 200, y: 50 }, "label", Side::Above);
        assert!(corner.is_some_and(|p| labels.bounds.holds(p.space("label", 10))));
    }

    #[test]
    fn labels_of_one_mark_do_not_cover_each_other() {
        let mut labels = labels();
        for _ in 0..6 {
            labels.beside(Point { x: 100, y: 50 }, "label", Side::Above);
        }
        let covered = |(i, a): (usize, &Rect)| labels.taken.iter().skip(i + 1).any(|b| a.overlaps(*b));
        assert_eq!(labels.taken.len(), 6);
        assert!(!labels.taken.iter().enumerate().any(covered));
    }

    #[test]
    fn a_label_keeps_clear_of_a_rising_line() {
        let mut labels = labels();
        labels.lines = (0..100).map(|i| Point { x: 50 + i, y: 100 - i }).collect();
        let place = labels.beside(Point { x: 100, y: 50 }, "label", Side::Above);
        assert_eq!(place.map(|p| p.anchor), Some(Anchor::End));
    }

    #[test]
    fn nothing_is_placed_where_nothing_fits() {
        assert_eq!(labels().beside(Point { x: 5, y: 5 }, &"long".repeat(50), Side::Above), None);
        assert_eq!(labels().beside(Point { x: 5, y: 50 }, "", Side::Above), None);
    }

    #[test]
    fn ends_of_lines_are_told_apart() {
        assert_eq!(spread(&[50, 52, 10], 10, 0, 100), Some(vec![50, 60, 10]));
        assert_eq!(spread(&[99, 100], 10, 0, 100), Some(vec![90, 100]));
        assert_eq!(spread(&[1, 2, 3], 10, 0, 15), None);
        assert_eq!(spread(&[], 10, 0, 15), Some(vec![]));
    }
}
