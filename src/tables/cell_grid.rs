//! The cells of facts on a screen as a grid: where the keyboard goes, and what a pasted block fills.

/// Paths of cells, by rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CellGrid {
    rows: Vec<Vec<String>>,
}

impl CellGrid {
    /// Of rows of paths.
    pub const fn new(rows: Vec<Vec<String>>) -> Self {
        Self { rows }
    }

    /// The rows.
    pub fn rows(&self) -> &[Vec<String>] {
        &self.rows
    }

    /// Whether its rows are of several cells.
    pub fn has_columns(&self) -> bool {
        self.rows.iter().any(|row| row.len() > 1)
    }

    /// The path at a row and a column.
    pub fn at(&self, row: usize, column: usize) -> Option<&str> {
        self.rows.get(row)?.get(column).map(String::as_str)
    }

    /// The row and the column of a path.
    pub fn position(&self, path: &str) -> Option<(usize, usize)> {
        let column = |cells: &Vec<String>| cells.iter().position(|own| own == path);
        self.rows.iter().enumerate().find_map(|(row, cells)| Some((row, column(cells)?)))
    }

    /// The path so many cells to the right of another and down.
    pub fn neighbour(&self, path: &str, right: isize, down: isize) -> Option<&str> {
        let (row, column) = self.position(path)?;
        self.at(row.checked_add_signed(down)?, column.checked_add_signed(right)?)
    }

    /// The cells from one on, to the right and down.
    pub fn starting_at(&self, path: &str) -> Option<Self> {
        let (row, column) = self.position(path)?;
        let rows = self.rows.iter().skip(row).map(|cells| cells.iter().skip(column).cloned().collect());
        Some(Self { rows: rows.collect() })
    }
}

/// Where a key leads from a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellMove {
    /// So many cells to the right and down.
    Cells(isize, isize),
    /// To the same cell of another month, so many on.
    Months(i32),
}

impl CellMove {
    /// By the name of a key, as in a spreadsheet: arrows to the sides lead on only where the text of the cell ends.
    /// Where each row is a card, Enter goes on within it.
    pub fn of_key(
        key: &str,
        has_alt: bool,
        has_shift: bool,
        is_at: TextEnds,
        in_cards: bool,
    ) -> Option<Self> {
        match (key, has_alt, has_shift) {
            ("PageDown", true, _) => Some(Self::Months(1)),
            ("PageUp", true, _) => Some(Self::Months(-1)),
            (_, true, _) => None,
            ("Enter", _, true) if in_cards => Some(Self::Cells(-1, 0)),
            ("Enter", _, false) if in_cards => Some(Self::Cells(1, 0)),
            ("Enter" | "ArrowDown", _, false) => Some(Self::Cells(0, 1)),
            ("Enter", _, true) | ("ArrowUp", _, false) => Some(Self::Cells(0, -1)),
            ("ArrowRight", _, false) if is_at.end => Some(Self::Cells(1, 0)),
            ("ArrowLeft", _, false) if is_at.start => Some(Self::Cells(-1, 0)),
            _ => None,
        }
    }
}

/// At which ends of its text the caret stands: at both, where all is selected or nothing is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextEnds {
    /// At the start.
    pub start: bool,
    /// At the end.
    pub end: bool,
}

#[cfg(test)]
mod tests {
    use super::{CellGrid, CellMove, TextEnds};

    #[test]
    fn keys_lead_as_in_a_spreadsheet() {
        let within = TextEnds { start: false, end: false };
        let at_both = TextEnds { start: true, end: true };
        let key = |key, has_shift, ends| CellMove::of_key(key, false, has_shift, ends, false);
        let in_card = |has_shift| CellMove::of_key("Enter", false, has_shift, within, true);
        assert_eq!(
            [in_card(false), in_card(true)],
            [Some(CellMove::Cells(1, 0)), Some(CellMove::Cells(-1, 0))]
        );
        assert_eq!(key("Enter", false, within), Some(CellMove::Cells(0, 1)));
        assert_eq!(key("Enter", true, within), Some(CellMove::Cells(0, -1)));
        assert_eq!(key("ArrowRight", false, at_both), Some(CellMove::Cells(1, 0)));
        assert_eq!(key("ArrowLeft", false, at_both), Some(CellMove::Cells(-1, 0)));
        for sideways in ["ArrowRight", "ArrowLeft"] {
            assert_eq!((key(sideways, false, within), key(sideways, true, at_both)), (None, None));
        }
        assert_eq!(CellMove::of_key("PageUp", true, false, within, false), Some(CellMove::Months(-1)));
        assert_eq!(CellMove::of_key("Enter", true, false, within, false), None);
    }

    fn grid() -> CellGrid {
        let row = |row: &str| row.split(' ').map(str::to_owned).collect();
        CellGrid::new(vec![row("a b c"), row("d e")])
    }

    #[test]
    fn neighbours_end_at_the_edges() {
        let grid = grid();
        assert_eq!(grid.neighbour("a", 1, 1), Some("e"));
        assert_eq!(grid.neighbour("e", -1, 0), Some("d"));
        for (path, right, down) in [("a", -1, 0), ("a", 0, -1), ("c", 1, 0), ("c", 0, 1), ("x", 0, 0)] {
            assert_eq!(grid.neighbour(path, right, down), None, "{path} {right} {down}");
        }
    }

    #[test]
    fn a_block_begins_at_its_cell() {
        assert_eq!(grid().starting_at("b").unwrap().rows(), [vec!["b", "c"], vec!["e"]]);
        assert_eq!(grid().starting_at("x"), None);
    }
}
