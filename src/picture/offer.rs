//! Today's pay of a role and the proposed, at any attainment of planned sales.

use super::attainment::{Curve, Panel, curve_point, is_told, panels};
use super::declaration::{Chart, Context, Finding, Form, Key, Table, float};
use crate::judge::{OfferVerdict, offer_verdict, without_offer};
use crate::model::Model;
use crate::number::{Exact, Money};
use crate::pay_review::{Bargain, Compared, PaySplit, bargain, compared};
use crate::text::{Filling, Show, Word, role_name};

/// Today's pay of a role and the proposed.
pub static OFFER: Chart<Option<Offer>> = Chart {
    id: "offer",
    title: Word::SIDES_OFFER_CHART,
    screens: &["people"],
    paper: 440,
    input: |context| {
        let month = context.months().saturating_sub(1).min(11);
        Offer::new(context.show, context.model, &compared(context.model), 0, month)
    },
    finding,
    draw: |context, offer| {
        let told = known(offer.as_ref()).map(|(_, bargain)| {
            told(bargain).filter_map(|(now, _)| float(now.attainment.0)).collect::<Vec<_>>()
        });
        panels(context, &offer_panels(context, offer.as_ref()), &told.unwrap_or_default())
    },
    keys,
    table,
};

/// The proposal looked at: of the role looked at, or of the first that has one.
#[derive(Clone, PartialEq)]
pub struct Offer {
    /// The role's place among the people.
    role: usize,
    /// Its name.
    pub name: String,
    /// The role looked at, where nothing is proposed for it.
    pub instead_of: Option<String>,
    /// What changes for both sides; none where it cannot be told.
    pub bargain: Option<Bargain>,
}

impl Offer {
    /// The proposal for the role looked at, in a month; none where nothing is proposed for anybody.
    pub fn new(show: &Show<'_>, model: &Model, both: &Compared, looked: usize, month: u32) -> Option<Self> {
        let has = |at: &usize| model.people.get(*at).is_some_and(|person| person.has_proposal);
        let at = Some(looked).filter(has).or_else(|| (0..model.people.len()).find(has))?;
        Some(Self {
            role: at,
            name: role_name(show, model, at),
            instead_of: (at != looked).then(|| role_name(show, model, looked)),
            bargain: bargain(model, both, at, month),
        })
    }

    /// What it means for whom; none where that cannot be told.
    pub fn verdict(&self, model: &Model) -> Option<OfferVerdict> {
        self.bargain.as_ref().map(|bargain| offer_verdict(model, bargain))
    }
}

/// The offer with what it changes, where that can be told.
fn known(offer: Option<&Offer>) -> Option<(&Offer, &Bargain)> {
    offer.and_then(|offer| Some((offer, offer.bargain.as_ref()?)))
}

fn finding(context: &Context<'_>, offer: &Option<Offer>) -> Finding {
    match offer.as_ref().and_then(|offer| offer.verdict(context.model)) {
        Some(verdict) => Finding { text: verdict.chart_text(context.show, context.model), drawable: true },
        None => context.finding(&without_offer(context.model, offer.as_ref().map(|offer| offer.role))),
    }
}

/// One person's pay, by the role's name.
fn person(context: &Context<'_>, offer: &Offer) -> String {
    context.show.phrase(Word::SIDES_ONE_OF, &[("role", Filling::Text(&offer.name))])
}

fn offer_panels(context: &Context<'_>, offer: Option<&Offer>) -> Vec<Panel> {
    let Some((offer, bargain)) = known(offer) else { return Vec::new() };
    let panel = |name, amount: fn(&PaySplit) -> Money<Exact>| {
        let curve = |class, takes: &[PaySplit]| {
            let point = |take: &PaySplit| curve_point(take.attainment, amount(take));
            Curve { class, points: takes.iter().filter_map(point).collect() }
        };
        let today = curve("curve fact dash", &bargain.today_curve);
        Panel { name, curves: vec![today, curve("curve plan", &bargain.proposed_curve)] }
    };
    vec![
        panel(person(context, offer), |take| take.person),
        panel(context.word(Word::SIDES_OWNER), |take| take.owner),
    ]
}

fn keys(context: &Context<'_>, offer: &Option<Offer>) -> Vec<Key> {
    if known(offer.as_ref()).is_none() {
        return Vec::new();
    }
    vec![
        context.key(Form::Line, "curve fact dash", Word::SIDES_TODAY),
        context.key(Form::Line, "curve plan", Word::SIDES_PROPOSED),
        context.key(Form::Ring, "", Word::SIDES_AT_PLAN),
    ]
}

/// Both at every attainment that both curves have.
fn told(bargain: &Bargain) -> impl Iterator<Item = (&PaySplit, &PaySplit)> {
    let both = |now| {
        let now: &PaySplit = now;
        Some((now, bargain.proposed_curve.iter().find(|then| then.attainment == now.attainment)?))
    };
    bargain.today_curve.iter().filter(|take| is_told(take.attainment)).filter_map(both)
}

fn table(context: &Context<'_>, offer: &Option<Offer>) -> Table {
    let Some((offer, bargain)) = known(offer.as_ref()) else { return Table::default() };
    let names = [person(context, offer), context.word(Word::SIDES_OWNER)];
    let under = |name: &str, word: Word| [name, ": ", &context.word(word)].concat();
    let head = [Word::SIDES_TODAY, Word::SIDES_PROPOSED];
    let head = names.iter().flat_map(|name| head.map(|word| under(name, word)));
    let row = |(now, then): (&PaySplit, &PaySplit)| {
        let amounts = [now.person, then.person, now.owner, then.owner];
        let amounts = amounts.map(|amount| context.show.money(amount.0));
        std::iter::once(context.show.percent(now.attainment.0)).chain(amounts).collect()
    };
    Table {
        head: std::iter::once(context.word(Word::SIDES_ATTAINMENT)).chain(head).collect(),
        rows: told(bargain).map(row).collect(),
    }
}
