//! What the plan has in the place of a figure, shown faintly where nothing is written down.

use crate::evidence::{Cell, ChannelCell, MonthCell};
use crate::model::{AddOnKind, Measure};
use crate::number::{Decimal, Exact, Number};
use crate::plan::ChannelMonths;
use crate::text::Word;
use crate::ui::state::Desk;
use leptos::prelude::*;

/// The figures of the plan by channel and month.
#[derive(Clone, Copy)]
pub struct Planned {
    /// The desk.
    pub desk: Desk,
    /// By channel of the document.
    pub channels: Memo<Vec<ChannelMonths>>,
}

impl Planned {
    /// "plan 16"; nothing where the plan says nothing.
    pub fn text(self, t: u32, cell: Cell, measure: Measure) -> String {
        let figure = match cell {
            Cell::Month(cell) => self.of_business(t, cell),
            Cell::Channel(place, cell) => self.of_channel(t, place, cell),
        };
        self.worded(figure, measure)
    }

    /// The same of all channels together.
    pub fn sum(self, t: u32, places: &[usize], cell: ChannelCell, measure: Measure) -> String {
        let parts = places.iter().map(|place| self.of_channel(t, *place, cell));
        let sum = parts.fold(None, |sum: Option<Exact>, part| match (sum, part) {
            (Some(sum), Some(part)) => Some(sum + part),
            (sum, part) => sum.or(part),
        });
        self.worded(sum, measure)
    }

    fn worded(self, figure: Option<Exact>, measure: Measure) -> String {
        let Some(figure) = figure.filter(|figure| figure.decimal().is_ok()) else { return String::new() };
        let value = self.desk.show(|show| match measure {
            Measure::Count => show.count(figure),
            _ => show.plain(figure, 0),
        });
        self.desk.with(Word::RECORD_PLAN, "value", &value)
    }

    fn of_channel(self, t: u32, place: usize, cell: ChannelCell) -> Option<Exact> {
        let t = t as usize;
        self.channels.with(|channels| {
            let channel = channels.get(place)?;
            match cell {
                ChannelCell::Spend => channel.spend.get(t).map(|money| money.0),
                ChannelCell::Leads => channel.leads.get(t).map(|count| count.0),
                ChannelCell::Stage(stage) => channel.stages.get(stage)?.get(t).map(|count| count.0),
                ChannelCell::Clients => channel.new_clients.get(t).map(|count| count.0),
                // The plan's revenue is not kept by channel.
                ChannelCell::Revenue => None,
            }
        })
    }

    fn of_business(self, t: u32, cell: MonthCell) -> Option<Exact> {
        let t = t as usize;
        self.desk.outcome.with(|outcome| {
            let (volumes, statement, client) = (&outcome.volumes, &outcome.statement, &outcome.client);
            match cell {
                MonthCell::Delivered => volumes.orders.get(t).map(|count| count.0),
                MonthCell::Active => volumes.active_clients.get(t).map(|count| count.0),
                MonthCell::Lost => {
                    let before = t.checked_sub(1).map_or(Exact::ZERO, |t| {
                        volumes.active_clients.get(t).map_or(Exact::ZERO, |active| active.0)
                    });
                    let new = volumes.new_clients.get(t)?.0;
                    volumes.active_clients.get(t).map(|active| before + new - active.0)
                }
                MonthCell::Upsells => {
                    volumes.upsell_clients.get(t).map(|count| count.0 * self.taken(AddOnKind::Upsell))
                }
                MonthCell::CrossSells => {
                    volumes.cross_sell_clients.get(t).map(|count| count.0 * self.taken(AddOnKind::CrossSell))
                }
                MonthCell::UpsellRevenue => {
                    volumes.upsell_clients.get(t).map(|count| (*count * client.upsell_revenue).0)
                }
                MonthCell::CrossSellRevenue => {
                    volumes.cross_sell_clients.get(t).map(|count| (*count * client.cross_sell_revenue).0)
                }
                MonthCell::VariableCosts => statement.variable_costs.get(t).map(|money| money.0),
                MonthCell::Payroll => statement.payroll.get(t).map(|money| money.0),
                MonthCell::FixedCosts => statement.fixed_costs.get(t).map(|money| money.0),
                MonthCell::Taxes => statement.tax.get(t).map(|money| money.0),
                MonthCell::Cash => outcome.cash.balance.get(t).map(|money| money.0),
                MonthCell::Cycle => Some(self.days()),
                MonthCell::OnPromise => {
                    let share = self.desk.model.with(|model| model.facts.on_promise.value);
                    volumes.orders.get(t).map(|count| count.0 * Exact::from_decimal(share))
                }
                MonthCell::Complaints | MonthCell::Refunds => None,
            }
        })
    }

    /// How many of these add-ons a client takes.
    fn taken(self, kind: AddOnKind) -> Exact {
        self.desk.model.with(|model| {
            let shares = model.offer.add_ons.iter().filter(|add_on| add_on.kind == kind);
            sum(shares.map(|add_on| add_on.share.value))
        })
    }

    /// Days from lead to sale.
    fn days(self) -> Exact {
        self.desk.model.with(|model| sum(model.funnel.stages.iter().map(|stage| stage.days.value)))
    }
}

fn sum(parts: impl Iterator<Item = Decimal>) -> Exact {
    parts.fold(Exact::ZERO, |sum, part| sum + Exact::from_decimal(part))
}
