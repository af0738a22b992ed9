//! The language in which the catalogue writes its formulas: read once, shown in words, filled with a plan's numbers,
//! and evaluated, so that what is shown is what is computed.
//!
//! | written | means |
//! |---|---|
//! | `{revenue}` | another figure, of the same month, age, channel or role as far as it has one |
//! | `{offer/price}` | what was entered; `*` in a path is the row that is looked at |
//! | `+ − × ÷ ^ ( )`, `⌈x⌉` | as in school: power first, then products; `⌈x⌉` is rounded up |
//! | `month`, `age`, `row` | the number of the month, of the month of a client's life (the first is 0), of the row (the first is 1) |
//! | `max(a; b)`, `min(a; b)` | the larger, the smaller of those that are there |
//! | `case(when: a; when: b; c)` | the first whose condition holds, else the last |
//! | `sum(rows: x)`, `sum(rows where when: x)` | over rows: `months`, `so_far`, `ages`, `groups`, `passed` (stages), `won` (those up to the one that makes the client), a list of the document (`costs`), `onward costs`, `after costs`: from the row looked at on, without it |
//! | `product`, `min`, `max`, `first`, `last` | likewise: all multiplied, the least, the largest, that of the first or the last row |
//! | `since(rows where when: x)` | that of the row from which on the condition holds to the end |
//! | `before(x; y)` | x of the month, or of the age, before; y in the first |
//! | `next(x)`, `ln(x)` | x of the month, or of the age, after; the natural logarithm |
//! | `visit` | the number of a client's order, the first being 0, in `visits`: its orders at a steady interval, up to a month after the age |
//! | `later(x; d)` | what of x of earlier months comes d days later in this month; days of stages as they are spread |
//! | `after_plan(x; d)` | what of x, d days later, comes after the last month |
//! | `ahead(x; d; y)` | what x will be d days later, in the two months' parts; y after the last month |
//! | `or(x; y)` | x, or y where x is not there: nothing was entered, nothing bounds, no row fits |
//! | `all(x)` | x of all channels together |
//! | `worked_out(id; x; y)` | the figure `id`, in steps that are not written here, from x and y |
//! | `capacity(orders)` | what people can handle of a unit of work in the month; absent where nothing bounds it |
//!
//! A condition compares (`<`, `≤`, `=`, `≠`, `≥`, `>`; amounts that differ by less than a trillionth are equal, but for `=` and `≠`), asks for
//! a choice or a flag (`{offer/vat} = inside`, `{with_ideas} = yes`), is `running` (the innermost row is on in the month) `alike`
//! (a role does the same work as the one looked at before it) or `together` (all channels are looked at); `and` binds before `any`. `so_far` runs over the months up to the one looked
//! at, `age` counting the months since. Where one channel is
//! looked at, `channels` is that one alone.

mod arithmetic;
mod conditions;
mod delays;
mod evaluation;
mod inputs;
mod parsing;
mod pieces;
mod position;
mod settling;
mod syntax;

pub use evaluation::Evaluation;
pub use parsing::parse;
pub use pieces::Piece;
pub use syntax::{Comparison, Condition, Fold, Formula, Operator, Rows};

pub(super) use pieces::pieces;
pub(super) use settling::settled;
