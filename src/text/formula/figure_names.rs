//! What figures are called.

use super::letters::capitalised;
use crate::plan::Figure;
use crate::text::{Show, Word};

/// What a figure is called, with its trade term: "Cost per lead (CPL)".
pub fn figure_name(show: &Show<'_>, figure: &Figure) -> String {
    capitalised(&name(show, figure))
}

/// The trade term alone where there is one, for tables and formulas: "CPL".
pub fn figure_term(show: &Show<'_>, figure: &Figure) -> String {
    capitalised(term(&name(show, figure)))
}

/// One sentence on what a figure is.
pub fn figure_about(show: &Show<'_>, figure: &Figure) -> String {
    show.key(&["figure.", figure.id, ".about"].concat())
}

/// What a figure tells the owner; the main ones only.
pub fn figure_means(show: &Show<'_>, figure: &Figure) -> Option<String> {
    Word::find(&["figure.", figure.id, ".means"].concat()).map(|word| show.word(word))
}

/// What a figure is called in the middle of nothing: as its words have it.
pub(super) fn name(show: &Show<'_>, figure: &Figure) -> String {
    show.key(&["figure.", figure.id].concat())
}

/// What stands in brackets at the end of a name; the name where nothing does.
pub(super) fn term(name: &str) -> &str {
    name.strip_suffix(')').and_then(|name| name.rsplit_once('(')).map_or(name, |(_, term)| term)
}
