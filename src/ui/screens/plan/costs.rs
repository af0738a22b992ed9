//! Costs that do not hang on what is sold, and money spent once.

use super::effect::{Line, amount_pair, effect, exact, figure_pair, pairs};
use super::part::{Part, part, title};
use super::table::{Sheet, table};
use crate::number::{Exact, Number};
use crate::plan::{FigureUnit, Outcome, Place, figure};
use crate::text::Word;
use crate::ui::state::Desk;
use leptos::prelude::*;

const COSTS: Sheet = Sheet { columns: &["name", "amount", "growth", "first", "last"], ..Sheet::PLAIN };
const INVESTMENTS: Sheet = Sheet { columns: &["name", "amount", "month"], ..COSTS };

/// What goes out in the first month whoever comes.
const EACH_MONTH: [&str; 3] = ["fixed_costs", "payroll", "marketing"];

/// The part on costs and investments.
pub fn costs(desk: Desk, here: RwSignal<Part>) -> AnyView {
    let body = view! {
        <div class="body">
            <div class="flow">
                {title(desk, "costs")}
                {table(desk, "costs", COSTS, true)}
                {title(desk, "investments")}
                {table(desk, "investments", INVESTMENTS, true)}
            </div>
            {effect(desk, Part::Costs, burdens(desk))}
        </div>
    };
    part(desk, here, Part::Costs, None, body.into_any())
}

fn burdens(desk: Desk) -> AnyView {
    let month = |id| figure_pair(desk, id, Place::Month(0), Line::Plain);
    let each = EACH_MONTH.map(month).into_iter();
    let sum = amount_pair(desk, Word::PLAN_EACH_MONTH, FigureUnit::Money, Line::Sum, sum);
    let once = amount_pair(desk, Word::PLAN_INVESTED, FigureUnit::Money, Line::Plain, |outcome| {
        outcome.cash.investments.iter().fold(Exact::ZERO, |sum, month| sum + month.0)
    });
    pairs(desk, Word::PLAN_BEFORE_FIRST, each.chain([sum, once]).collect())
}

fn sum(outcome: &Outcome) -> Exact {
    let figures = EACH_MONTH.iter().filter_map(|id| figure(id));
    figures.fold(Exact::ZERO, |sum, figure| sum + exact(figure.value(outcome, Place::Month(0))))
}
