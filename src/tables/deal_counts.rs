//! Deals into facts: how many came, how far they went, what they brought.

use super::builder::{ImportBuilder, Key};
use super::deal_status::DealStatus;
use super::import::{Note, ReadCell, Unmatched};
use super::mapping::{ChannelMatch, ColumnMapping};
use super::sheet::Sheet;
use crate::model::{BusinessFact, ChannelFact, Fact, YearMonth};
use crate::number::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// To count a deal takes as long as to read so many cells.
const CELLS: usize = 4;

/// One deal.
pub(super) struct Deal {
    pub row: usize,
    pub created: YearMonth,
    pub channel: ChannelMatch,
    pub status: DealStatus,
    pub closed: Option<YearMonth>,
    pub amount: Option<Decimal>,
}

impl Deal {
    /// The month in which it was sold.
    fn sold(&self) -> YearMonth {
        self.closed.unwrap_or(self.created)
    }
}

/// Counts the deals into facts, with notes on how it was done.
///
/// Of payments, which are neither leads nor clients, only those that stand or were paid back count.
pub(super) async fn count_deals(
    sheet: &Sheet<'_>,
    mut deals: Vec<Deal>,
    is_payments: bool,
    out: &mut ImportBuilder,
) {
    if is_payments {
        deals.retain(|deal| {
            matches!(deal.status, DealStatus::Won | DealStatus::GivenBack | DealStatus::Unknown)
        });
        for deal in deals.iter_mut().filter(|deal| deal.status == DealStatus::Unknown) {
            deal.status = DealStatus::Won;
        }
    }
    let last = sheet.lexicon.stages.ids().len().checked_sub(1);
    settle_last_stage(&mut deals, last, out);
    if is_payments {
        add_payment_notes(&deals, out)
    } else {
        add_notes(&deals, last, out)
    }
    out.new_stages = with_counts(deals.iter().filter_map(|deal| match &deal.status {
        DealStatus::New(name) => Some(name.as_str()),
        _ => None,
    }));
    let mut sums = Sums::new(sheet, &deals, is_payments, out);
    for deal in &deals {
        sheet.pace.cells(CELLS).await;
        sums.add(deal);
    }
    sums.write(&deals, out);
}

/// Who stands at the last stage is a client only if the CRM has no other way to say that a deal was won.
fn settle_last_stage(deals: &mut [Deal], last: Option<usize>, out: &mut ImportBuilder) {
    let is_marked = deals.iter().any(|deal| deal.status == DealStatus::Won);
    let at_last = |deal: &&mut Deal| last.is_some_and(|last| deal.status == DealStatus::At(last));
    let mut count = 0_usize;
    for deal in deals.iter_mut().filter(at_last) {
        count = count.saturating_add(1);
        if !is_marked {
            deal.status = DealStatus::Won;
        }
    }
    match (count, is_marked) {
        (0, _) => {}
        (deals, true) => out.notes.push(Note::NotYetWon { deals }),
        (deals, false) => out.notes.push(Note::LastStageIsSale { deals }),
    }
}

fn add_notes(deals: &[Deal], last: Option<usize>, out: &mut ImportBuilder) {
    let count = |is: &dyn Fn(&Deal) -> bool| deals.iter().filter(|deal| is(deal)).count();
    let is_won = |deal: &Deal| deal.status == DealStatus::Won;
    let has_amounts = out.columns.iter().any(|column| column.mapping == ColumnMapping::Amount);
    let notes = [
        (count(&|_| true), Note::ByCreation { deals: deals.len() }),
        lost(count(&|deal| deal.status == DealStatus::Lost)),
        given_back(count(&|deal| deal.status == DealStatus::GivenBack)),
        undated(count(&|deal| is_won(deal) && deal.closed.is_none())),
        unpriced(count(&|deal| has_amounts && is_won(deal) && deal.amount.is_none())),
        (count(&|deal| has_amounts && is_won(deal) && deal.amount.is_some()), Note::RevenueOfDeals),
        (usize::from(last > Some(0) && !are_stages_known(deals)), Note::StagesUnknown),
    ];
    out.notes.extend(notes.into_iter().filter(|(count, _)| *count > 0).map(|(_, note)| note));
}

fn add_payment_notes(deals: &[Deal], out: &mut ImportBuilder) {
    let count = |status: &DealStatus| deals.iter().filter(|deal| deal.status == *status).count();
    out.notes.push(Note::Payments { deals: count(&DealStatus::Won) });
    let given_back = count(&DealStatus::GivenBack);
    out.notes.extend((given_back > 0).then_some(Note::GivenBack { deals: given_back }));
}

fn lost(deals: usize) -> (usize, Note) {
    (deals, Note::LostAsLeads { deals })
}

fn given_back(deals: usize) -> (usize, Note) {
    (deals, Note::GivenBack { deals })
}

fn undated(deals: usize) -> (usize, Note) {
    (deals, Note::WonUndated { deals })
}

fn unpriced(deals: usize) -> (usize, Note) {
    (deals, Note::WonWithoutAmount { deals })
}

fn are_stages_known(deals: &[Deal]) -> bool {
    deals.iter().any(|deal| matches!(deal.status, DealStatus::At(_)))
}

/// A sum with the row of its first deal.
struct Sum {
    row: usize,
    value: Decimal,
}

struct Sums {
    known: BTreeMap<Key, Sum>,
    /// Stages between a lead and a sale, if any deal is known to have reached one.
    between: Vec<Fact>,
    /// The stage that makes the client, or clients; nothing, if of no deal it is known how it ended.
    sale: Option<Fact>,
    has_amounts: bool,
    /// Whether they are payments: neither leads nor clients.
    is_payments: bool,
    /// Where a sale without its amount leaves the revenue unknown.
    unpriced: BTreeSet<(YearMonth, ChannelMatch)>,
}

impl Sums {
    fn new(sheet: &Sheet, deals: &[Deal], is_payments: bool, out: &ImportBuilder) -> Self {
        let lexicon = sheet.lexicon;
        let stage = |id: String| Fact::Channel(ChannelFact::Stage(id));
        // Stages after the one that makes the client are work only.
        let stages: Vec<Fact> = lexicon
            .stages
            .ids()
            .into_iter()
            .take_while(|id| lexicon.client_stage() != Some(id))
            .map(stage)
            .collect();
        let last =
            lexicon.client_stage().map_or(Fact::Channel(ChannelFact::Clients), |id| stage(id.to_owned()));
        let is_known = are_stages_known(deals);
        let is_told = is_known
            || deals.iter().any(|deal| matches!(deal.status, DealStatus::Won | DealStatus::GivenBack));
        Self {
            known: BTreeMap::new(),
            between: if is_known && !is_payments { stages } else { Vec::new() },
            sale: (is_told && !is_payments).then_some(last),
            has_amounts: is_told && out.columns.iter().any(|column| column.mapping == ColumnMapping::Amount),
            is_payments,
            unpriced: BTreeSet::new(),
        }
    }

    fn add(&mut self, deal: &Deal) {
        if !self.is_payments {
            self.put(deal, deal.created, Fact::Channel(ChannelFact::Leads), Decimal::ONE);
        }
        let reached = match deal.status {
            DealStatus::Won | DealStatus::GivenBack => self.between.len(),
            DealStatus::At(place) => place.saturating_add(1).min(self.between.len()),
            _ => 0,
        };
        for fact in self.between.clone().into_iter().take(reached) {
            self.put(deal, deal.created, fact, Decimal::ONE);
        }
        match deal.status {
            DealStatus::Won => self.add_sale(deal),
            DealStatus::GivenBack => self.add_given_back(deal),
            _ => {}
        }
    }

    /// What was paid back stands with the whole business.
    fn add_given_back(&mut self, deal: &Deal) {
        let key = (deal.sold(), None, Fact::Business(BusinessFact::Refunds));
        let sum = self.known.entry(key).or_insert(Sum { row: deal.row, value: Decimal::ZERO });
        sum.value = sum.value.checked_add(Decimal::ONE).unwrap_or(sum.value);
    }

    fn add_sale(&mut self, deal: &Deal) {
        if let Some(sale) = self.sale.clone() {
            self.put(deal, deal.sold(), sale, Decimal::ONE);
        }
        match deal.amount {
            _ if !self.has_amounts => {}
            Some(amount) => self.put(deal, deal.sold(), Fact::Channel(ChannelFact::Revenue), amount),
            None => drop(self.unpriced.insert((deal.sold(), deal.channel.clone()))),
        }
    }

    fn put(&mut self, deal: &Deal, month: YearMonth, fact: Fact, value: Decimal) {
        let key = (month, Some(deal.channel.clone()), fact);
        let sum = self.known.entry(key).or_insert(Sum { row: deal.row, value: Decimal::ZERO });
        sum.value = sum.value.checked_add(value).unwrap_or(sum.value);
    }

    /// A CRM has recorded every deal: where there were some, what did not happen is zero. Before the first and
    /// after the last deal came nothing is known of leads.
    fn write(mut self, deals: &[Deal], out: &mut ImportBuilder) {
        let months = || deals.iter().map(|deal| deal.created);
        let (Some(first), Some(last)) = (months().min(), months().max()) else { return };
        let pairs: BTreeMap<(YearMonth, Option<ChannelMatch>), usize> = self
            .known
            .iter()
            .rev()
            .filter(|((_, channel, _), _)| channel.is_some())
            .map(|((month, channel, _), sum)| ((*month, channel.clone()), sum.row))
            .collect();
        for ((month, channel), row) in pairs {
            let mut targets: Vec<Fact> = self.sale.iter().cloned().collect();
            if self.has_amounts {
                targets.push(Fact::Channel(ChannelFact::Revenue));
            }
            if (first..=last).contains(&month) && !self.is_payments {
                targets.push(Fact::Channel(ChannelFact::Leads));
                targets.extend(self.between.iter().cloned());
            }
            for fact in targets {
                let key = (month, channel.clone(), fact);
                self.known.entry(key).or_insert(Sum { row, value: Decimal::ZERO });
            }
        }
        let unpriced = self.unpriced;
        self.known.retain(|(month, channel, fact), _| {
            let pair = channel.clone().map(|channel| (*month, channel));
            *fact != Fact::Channel(ChannelFact::Revenue) || pair.is_none_or(|pair| !unpriced.contains(&pair))
        });
        write_cells(self.known, out);
    }
}

fn write_cells(sums: BTreeMap<Key, Sum>, out: &mut ImportBuilder) {
    let place = |mapping: &ColumnMapping| out.columns.iter().position(|column| column.mapping == *mapping);
    let [created, stage, amount] =
        [&ColumnMapping::Created, &ColumnMapping::Stage, &ColumnMapping::Amount].map(place);
    let column = |fact: &Fact| match fact {
        Fact::Channel(ChannelFact::Revenue) => amount,
        Fact::Channel(ChannelFact::Leads) => created,
        _ => stage,
    };
    let cells: Vec<ReadCell> = sums
        .into_iter()
        .map(|((month, channel, fact), Sum { row, value })| ReadCell {
            row,
            column: column(&fact).or(created).unwrap_or(0),
            month,
            channel,
            fact,
            value: value.normalize(),
            raw: String::new(),
            parts: 1,
        })
        .collect();
    out.cells = cells;
}

/// Names with how many rows bear them, as they come first.
fn with_counts<'n>(names: impl Iterator<Item = &'n str>) -> Vec<Unmatched> {
    let mut places: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for (order, name) in names.enumerate() {
        let (_, rows) = places.entry(name).or_insert((order, 0));
        *rows = rows.saturating_add(1);
    }
    let mut found: Vec<_> = places.into_iter().collect();
    found.sort_by_key(|(_, (order, _))| *order);
    found.into_iter().map(|(name, (_, rows))| Unmatched { name: name.to_owned(), rows }).collect()
}
