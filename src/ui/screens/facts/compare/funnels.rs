//! The funnel as planned beside the funnel as it was.

use super::super::held::Held;
use crate::evidence::{ChannelPairs, Pair, Pairs};
use crate::model::Model;
use crate::number::{Count, Exact, Undefined};
use crate::text::findings::{Finding, stage_name};
use crate::text::{Filling, Show, Word};
use crate::ui::figures::{Funnels, Step, funnels_chart};
use crate::ui::state::Desk;
use leptos::prelude::*;

/// Both, of all channels.
pub fn funnels(desk: Desk, held: Held, pairs: Memo<Pairs>) -> AnyView {
    let drawn = Memo::new(move |_| {
        held.study.with(|study| pairs.with(|pairs| desk.show(|show| drawn(show, &study.plan, &pairs.total))))
    });
    funnels_chart(desk, Word::COMPARE_FUNNELS, [Word::COMPARE_FUNNEL_PLAN, Word::COMPARE_FUNNEL_FACT], drawn)
}

fn drawn(show: &Show<'_>, plan: &Model, own: &ChannelPairs) -> Funnels {
    let names: Vec<_> = (0..own.stages.len()).map(|at| stage_name(plan, show, at)).collect();
    let steps = |count: &dyn Fn(&Pair) -> Exact| {
        let step = |(name, pair): (String, &Pair)| {
            let count = count(pair);
            let shown = if count.decimal().is_ok() {
                show.count(count)
            } else {
                show.word(Word::COMPARE_NOT_RECORDED)
            };
            Step { name, count: Count(count), shown, days: None }
        };
        let lead = (show.word(Word::COMPARE_LEADS), &own.leads);
        let client = own.stages.is_empty().then(|| (show.word(Word::COMPARE_CLIENTS), &own.clients));
        let stages = names.iter().cloned().zip(&own.stages).chain(client);
        std::iter::once(lead).chain(stages).map(step).collect::<Vec<_>>()
    };
    let is_told = own.leads.fact.is_some() && own.clients.fact.is_some();
    let fact = |pair: &Pair| pair.fact.unwrap_or(Exact::Undefined(Undefined::NoData));
    let both = [steps(&|pair| pair.plan), if own.leads.fact.is_some() { steps(&fact) } else { Vec::new() }];
    Funnels { finding: Finding { text: says(show, own, is_told), drawable: true }, both }
}

fn says(show: &Show<'_>, own: &ChannelPairs, is_told: bool) -> String {
    if !is_told {
        return show.word(Word::COMPARE_FUNNELS_UNKNOWN);
    }
    let count = |count: Option<Exact>| count.map_or_else(String::new, |count| show.count(count));
    let texts = [Some(own.leads.plan), Some(own.clients.plan), own.leads.fact, own.clients.fact].map(count);
    let names = ["plan_leads", "plan_clients", "leads", "clients"];
    let fillings: Vec<_> =
        names.into_iter().zip(&texts).map(|(name, text)| (name, Filling::Text(text.as_str()))).collect();
    show.phrase(Word::COMPARE_FUNNELS_SAY, &fillings)
}
