//! Two funnels on one scale: as planned and as it was.

use super::declaration::{Chart, Context, Finding, Table, float};
use super::funnel::{FunnelStep, funnel};
use crate::evidence::{ChannelComparison, PlanActual, PlanStudy};
use crate::judge::funnels_sentence;
use crate::model::Model;
use crate::number::{Count, Exact, Undefined};
use crate::text::{Show, Word, stage_name};

/// The funnel as planned.
pub static FUNNEL_PLANNED: Chart<FunnelPair> = Chart {
    id: "funnel_planned",
    title: Word::COMPARE_FUNNEL_PLAN,
    screens: &["facts"],
    paper: 320,
    input,
    finding: |context, pair| found(context, Word::COMPARE_FUNNEL_PLAN, pair, &pair.plan),
    draw: |context, pair| funnel(context, &pair.plan, pair.largest()),
    keys: |_, _| Vec::new(),
    table,
};

/// The funnel as it was, on the same scale.
pub static FUNNEL_RECORDED: Chart<FunnelPair> = Chart {
    id: "funnel_recorded",
    title: Word::COMPARE_FUNNEL_FACT,
    screens: &["facts"],
    paper: 320,
    input,
    finding: |context, pair| found(context, Word::COMPARE_FUNNEL_FACT, pair, &pair.fact),
    draw: |context, pair| funnel(context, &pair.fact, pair.largest()),
    keys: |_, _| Vec::new(),
    table,
};

/// Two funnels with the same stages.
#[derive(Clone, Debug, PartialEq)]
pub struct FunnelPair {
    /// What both say together.
    says: String,
    plan: Vec<FunnelStep>,
    /// Empty where it is not known.
    fact: Vec<FunnelStep>,
}

impl FunnelPair {
    /// The name of both together.
    pub const TITLE: Word = Word::COMPARE_FUNNELS;

    /// The funnels of a plan and of what is recorded.
    pub fn new(show: &Show<'_>, plan: &Model, own: &ChannelComparison) -> Self {
        let fact = |pair: &PlanActual| pair.fact.unwrap_or(Exact::Undefined(Undefined::NoData));
        let is_told = own.leads.fact.is_some();
        Self {
            says: show.sentence(plan, &funnels_sentence(own)),
            plan: steps(show, plan, own, |pair| pair.plan),
            fact: if is_told { steps(show, plan, own, fact) } else { Vec::new() },
        }
    }

    /// What both say together.
    pub fn finding(&self) -> Finding {
        Finding { text: self.says.clone(), drawable: true }
    }

    /// The largest count of both.
    fn largest(&self) -> Option<f64> {
        self.plan.iter().chain(&self.fact).filter_map(|step| float(step.count.0)).reduce(f64::max)
    }
}

fn input(context: &Context<'_>) -> FunnelPair {
    let study = PlanStudy::evaluated(context.model.clone(), context.outcome.clone());
    let own = study.comparison(0..context.months());
    FunnelPair::new(context.show, context.model, &own.total)
}

/// Leads, then every stage.
fn steps(
    show: &Show<'_>,
    plan: &Model,
    own: &ChannelComparison,
    count: impl Fn(&PlanActual) -> Exact,
) -> Vec<FunnelStep> {
    let step = |(name, pair): (String, &PlanActual)| {
        let count = count(pair);
        let is_known = count.decimal().is_ok();
        let shown = if is_known { show.count(count) } else { show.word(Word::COMPARE_NOT_RECORDED) };
        FunnelStep { name, count: Count(count), shown, days: None }
    };
    let lead = (show.word(Word::COMPARE_LEADS), &own.leads);
    let client = own.stages.is_empty().then(|| (show.word(Word::COMPARE_CLIENTS), &own.clients));
    let stages = own.stages.iter().enumerate().map(|(at, pair)| (stage_name(show, plan, at), pair));
    std::iter::once(lead).chain(stages).chain(client).map(step).collect()
}

/// What one of them says under its own name.
fn found(context: &Context<'_>, name: Word, pair: &FunnelPair, steps: &[FunnelStep]) -> Finding {
    Finding { text: [&context.word(name), ". ", &pair.says].concat(), drawable: !steps.is_empty() }
}

fn table(context: &Context<'_>, FunnelPair { plan, fact, .. }: &FunnelPair) -> Table {
    let none = || "—".to_owned();
    let passed = |steps: &[FunnelStep], at: usize| {
        let before = at.checked_sub(1).and_then(|before| steps.get(before));
        let both = before.zip(steps.get(at));
        both.map_or_else(none, |(before, own)| context.show.percent((own.count / before.count).0))
    };
    let shown = |steps: &[FunnelStep], at: usize| steps.get(at).map_or_else(none, |step| step.shown.clone());
    let row = |(at, step): (usize, &FunnelStep)| {
        vec![step.name.clone(), shown(plan, at), passed(plan, at), shown(fact, at), passed(fact, at)]
    };
    Table {
        head: [
            Word::CHARTS_FUNNEL_STAGES,
            Word::COMPARE_FUNNEL_PLAN,
            Word::CHARTS_FUNNEL_RATE,
            Word::COMPARE_FUNNEL_FACT,
            Word::CHARTS_FUNNEL_RATE,
        ]
        .map(|word| context.word(word))
        .into(),
        rows: plan.iter().enumerate().map(row).collect(),
    }
}
