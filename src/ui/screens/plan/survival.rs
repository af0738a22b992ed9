//! How long a client stays, as a small curve with its figures.

use super::effect::{Line, figure_pair, pair, pairs};
use crate::number::{Decimal, Exact, Number, Share};
use crate::plan::{Outcome, Place};
use crate::text::{Filling, Word};
use crate::ui::state::Desk;
use leptos::prelude::*;

/// Width of the picture, in its own units.
const WIDTH: i32 = 280;
/// Top and height of the field of the curve.
const TOP: i32 = 16;
const HEIGHT: i32 = 80;
/// The age at which one asks how many are left.
const YEAR: usize = 12;

/// The curve and its figures.
pub fn survival(desk: Desk) -> AnyView {
    let shares = Memo::new(move |_| desk.outcome.with(|outcome| outcome.client.survival.clone()));
    let picture = move || shares.with(|shares| (shares.len() > 1).then(|| picture(desk, shares)));
    let (asked, left) = (move || desk.outcome.with(age), move || desk.outcome.with(left));
    let name = move || {
        let months = asked().to_string();
        let n = Filling::Number(&months, u64::try_from(asked()).ok());
        desk.show(|show| show.phrase(Word::PLAN_LEFT_AFTER, &[("n", n)]))
    };
    let lines = vec![
        figure_pair(desk, "life", Place::Whole, Line::Plain),
        pair(name, move || desk.show(|show| show.percent(left())), Line::Plain),
    ];
    view! {
        {pairs(desk, Word::PLAN_STAYING, lines)}
        {picture}
    }
    .into_any()
}

/// The age asked about: a year, or the last that is known.
fn age(outcome: &Outcome) -> usize {
    YEAR.min(outcome.client.survival.len().saturating_sub(1))
}

fn left(outcome: &Outcome) -> Exact {
    outcome.client.survival.get(age(outcome)).map_or(Exact::ZERO, |share| share.0)
}

fn picture(desk: Desk, shares: &[Share<Exact>]) -> AnyView {
    let last = shares.len().saturating_sub(1);
    let months = last.to_string();
    let (floor, below) = (TOP + HEIGHT, TOP + HEIGHT + 16);
    let label = desk.with(Word::PLAN_STAYING_TOLD, "n", &months);
    let (whole, end) = desk.show(|show| {
        (show.percent(Exact::ONE), show.months(Exact::whole(u32::try_from(last).unwrap_or_default())))
    });
    view! {
        <svg class="plot" viewBox=format!("0 0 {WIDTH} {}", below + 4) role="img" aria-label=label>
            <path class="grid" d=format!("M0 {TOP}H{WIDTH}") />
            <path class="zero" d=format!("M0 {floor}H{WIDTH}") />
            <path class="curve plan" d=curve(shares) />
            <text x="0" y=(TOP - 5).to_string()>{whole}</text>
            <text class="end" x=WIDTH.to_string() y=below.to_string()>{end}</text>
        </svg>
    }
    .into_any()
}

fn curve(shares: &[Share<Exact>]) -> String {
    let steps = i32::try_from(shares.len().saturating_sub(1)).unwrap_or(1).max(1);
    let mut path = String::from("M");
    for (at, share) in (0..).zip(shares) {
        if at > 0 {
            path.push('L');
        }
        let (x, y) = (at * WIDTH / steps, TOP + HEIGHT - pixels(share.0, HEIGHT));
        path.push_str(&[x.to_string(), y.to_string()].join(" "));
    }
    path
}

/// A share of a length, rounded; none of it for what has no value.
fn pixels(share: Exact, length: i32) -> i32 {
    let share = share.decimal().unwrap_or_default().max(Decimal::ZERO).min(Decimal::ONE);
    i32::try_from((share * Decimal::from(length)).round()).unwrap_or_default()
}
