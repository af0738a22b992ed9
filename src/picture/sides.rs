//! What a role is paid in a month and what the owner keeps, at any attainment of planned sales.

use super::attainment::{Curve, Panel, curve_point, is_told, panels};
use super::declaration::{Chart, Context, Finding, Form, Key, Table, float};
use crate::judge::{RoleAndOwner, sides_finding};
use crate::model::Model;
use crate::number::{Decimal, Exact, Money, Share};
use crate::pay_review::{
    ATTAINMENT_STEP, Difference, ExtraPay, MOST_ATTAINMENT, Quota, SidePoint, Sides, extra_pay,
};
use crate::plan::Outcome;
use crate::text::{Filling, Show, Word, role_name};

/// What a role is paid and what the owner keeps.
pub static SIDES: Chart<Option<RoleSides>> = Chart {
    id: "sides",
    title: Word::SIDES_CHART,
    screens: &["people"],
    paper: 440,
    input: |context| {
        let month = context.months().saturating_sub(1).min(11);
        (!context.model.people.is_empty())
            .then(|| RoleSides::new(context.show, context.model, context.outcome, 0, month))
    },
    finding,
    draw: |context, sides| {
        let told = |sides: &RoleSides| {
            let told = sides.points.iter().filter(|point| is_told(point.attainment));
            told.filter_map(|point| float(point.attainment.0)).collect::<Vec<_>>()
        };
        match sides {
            Some(sides) => panels(context, &sides.panels(context), &told(sides)),
            None => panels(context, &[], &[]),
        }
    },
    keys,
    table,
};

/// A month of a plan looked at from one role.
#[derive(Clone, PartialEq)]
pub struct RoleSides {
    name: String,
    role: usize,
    /// What one person is paid when sales are as planned; none where nobody is there.
    one: Option<Money<Exact>>,
    /// The person's quota, and what is paid when it is met.
    quota: Option<(Quota, Money<Exact>)>,
    plan: SidePoint,
    /// What is added where sales are [`RoleSides::MORE`].
    extra: Difference,
    /// What one person gets of it.
    extra_pay: Vec<ExtraPay>,
    points: Vec<SidePoint>,
}

impl RoleSides {
    /// The sales whose extra is told, per cent of the plan's.
    pub const MORE: u32 = 130;

    /// A role, by its place among the people, in a month of the plan.
    pub fn new(show: &Show<'_>, model: &Model, outcome: &Outcome, role: usize, month: u32) -> Self {
        let sides = Sides::new(model, outcome, month);
        let plan = sides.at(Share::ONE);
        let all = sides.attainments(of_percent(ATTAINMENT_STEP), of_percent(MOST_ATTAINMENT));
        let more = Share(Exact::Value(of_percent(Self::MORE)));
        let quota = sides.quota(role);
        let at_quota = |quota: Quota| Some((quota, sides.one(role, quota.sales_at(Share::ONE))?));
        Self {
            name: role_name(show, model, role),
            role,
            one: sides.one(role, Share::ONE),
            quota: quota.and_then(at_quota),
            extra: sides.at(more).less(&plan),
            extra_pay: extra_pay(&sides, role, more),
            points: all.into_iter().map(|attainment| sides.at(attainment)).collect(),
            plan,
        }
    }

    fn panels(&self, context: &Context<'_>) -> Vec<Panel> {
        let panel = |name, class, amount: &dyn Fn(&SidePoint) -> Money<Exact>| {
            let point = |point: &SidePoint| curve_point(point.attainment, amount(point));
            Panel {
                name,
                curves: vec![Curve { class, points: self.points.iter().filter_map(point).collect() }],
            }
        };
        vec![
            panel(self.everyone(context), "curve plan", &|point| self.paid(point)),
            panel(context.word(Word::SIDES_OWNER), "curve in", &|point| point.owner),
        ]
    }

    /// All of the role together.
    fn everyone(&self, context: &Context<'_>) -> String {
        context.show.phrase(Word::SIDES_ALL_OF, &[("role", Filling::Text(&self.name))])
    }

    fn paid(&self, point: &SidePoint) -> Money<Exact> {
        point.pay.get(self.role).copied().unwrap_or(Money::ZERO)
    }
}

fn of_percent(percent: u32) -> Decimal {
    Decimal::new(i64::from(percent), 2)
}

fn finding(context: &Context<'_>, sides: &Option<RoleSides>) -> Finding {
    let seen = sides.as_ref().map(|RoleSides { role, one, quota, plan, extra, extra_pay, .. }| {
        RoleAndOwner { role: *role, one: *one, quota: *quota, plan, extra, extra_pay }
    });
    context.finding(&sides_finding(context.model, seen.as_ref()))
}

fn keys(context: &Context<'_>, sides: &Option<RoleSides>) -> Vec<Key> {
    let Some(sides) = sides else { return Vec::new() };
    vec![
        Key { form: Form::Line, class: "curve plan", text: sides.everyone(context) },
        context.key(Form::Line, "curve in", Word::SIDES_OWNER),
        context.key(Form::Ring, "", Word::SIDES_AT_PLAN),
    ]
}

fn table(context: &Context<'_>, sides: &Option<RoleSides>) -> Table {
    let Some(sides) = sides else { return Table::default() };
    let [attainment, revenue, owner] =
        [Word::SIDES_ATTAINMENT, Word::SIDES_REVENUE, Word::SIDES_OWNER].map(|word| context.word(word));
    let row = |point: &SidePoint| {
        let amounts = [point.revenue, sides.paid(point), point.owner];
        let amounts = amounts.map(|amount| context.show.money(amount.0));
        std::iter::once(context.show.percent(point.attainment.0)).chain(amounts).collect()
    };
    Table {
        head: vec![attainment, revenue, sides.everyone(context), owner],
        rows: sides.points.iter().filter(|point| is_told(point.attainment)).map(row).collect(),
    }
}
