//! From a lead to a client: the stages, and the channels that bring leads, as a road map.

use super::choice::choice;
use super::estimate::Estimate;
use super::record::record;
use crate::number::Decimal;

choice! {
    /// What part of the business a stage or a person belongs to.
    pub enum Process {
        /// Bringing leads.
        Acquisition = "acquisition",
        /// Making them clients.
        Sales = "sales",
        /// Doing what was sold.
        Delivery = "delivery",
        /// Keeping clients content.
        Service = "service",
        /// Selling more with the first order.
        Upsell = "upsell",
        /// Selling other things later.
        CrossSell = "cross_sell",
        /// Everything else: management, bookkeeping.
        General = "general",
        /// Keeping single clients and growing them.
        Account = "account",
        /// A process of one's own, that none of these is.
        Own = "own",
    }
}

impl Process {
    /// Whether its work makes clients of strangers.
    pub fn wins_clients(self) -> bool {
        matches!(self, Process::Acquisition | Process::Sales)
    }

    /// Whether its work is done for clients, be it before they are any.
    pub fn is_for_clients(self) -> bool {
        !matches!(self, Process::General | Process::Own)
    }
}

choice! {
    /// Whether a delay is the same for all.
    pub enum DelayKind {
        /// Spread for what sales takes longer than two weeks for, else fixed.
        ByDays = "by_days",
        /// The same for all.
        Fixed = "fixed",
        /// Another for each, exponentially about its mean.
        Spread = "spread",
    }
}

choice! {
    /// Where a channel works.
    pub enum Place {
        /// On the net.
        Online = "online",
        /// In the world.
        Offline = "offline",
        /// Through others.
        Partner = "partner",
    }
}

choice! {
    /// What a channel takes to bring leads.
    pub enum ChannelKind {
        /// Money: leads come by a budget and what each of them costs.
        Paid = "paid",
        /// Nothing: walk-ins, word of mouth, a marketplace's own search. So many leads come each month.
        Free = "free",
    }
}

choice! {
    /// How far a channel has come.
    pub enum Status {
        /// Being tested.
        Test = "test",
        /// Only thought of: counts where the reader asks for ideas.
        Idea = "idea",
        /// In its three months of run-in.
        RunIn = "run_in",
        /// Passed the run-in.
        Proven = "proven",
        /// Given up: brings nothing and costs nothing.
        Dropped = "dropped",
    }
}

choice! {
    /// What becomes of the budget that a channel's limit leaves over.
    pub enum OverLimit {
        /// It is spent all the same: a lead costs more.
        Spent = "spent",
        /// It is not spent.
        Saved = "saved",
    }
}

record! {
    /// One step of the funnel.
    pub struct Stage {
        /// Stable id.
        1 id: String = Kind::Text { most: 16 }, String::new();
        /// Name of what is reached: "meeting", "contract".
        2 name: String = Kind::Text { most: 120 }, String::new();
        /// Share of the stage before that reaches this one.
        3 conversion: Estimate = Kind::Estimate(Measure::Share), Estimate::share(50);
        /// Days from the stage before to this one.
        4 days: Estimate = Kind::Estimate(Measure::Days), Estimate::default();
        /// Whose work it is.
        5 process: Process = Kind::Choice(Process::NAMES), Process::Sales;
        /// Whether the days are the same for all.
        6 delay: DelayKind = Kind::Choice(DelayKind::NAMES), DelayKind::ByDays;
    }
}

impl Stage {
    /// Whether its days differ from case to case.
    pub fn is_spread(&self) -> bool {
        match self.delay {
            DelayKind::ByDays => self.process == Process::Sales && self.days.value > Decimal::from(14),
            DelayKind::Fixed => false,
            DelayKind::Spread => true,
        }
    }
}

impl Funnel {
    /// The place of the stage that makes the client: the last of acquisition or sales; where there is none of these, the
    /// last of all. None without stages.
    pub fn client_stage(&self) -> Option<usize> {
        self.stages
            .iter()
            .rposition(|stage| stage.process.wins_clients())
            .or(self.stages.len().checked_sub(1))
    }
}

record! {
    /// The stages from a lead to a client, and on; who passes the last of acquisition or sales is a client.
    pub struct Funnel {
        /// The stages in order.
        1 stages: Vec<Stage> = Kind::Rows { most: 12 }, Vec::new();
    }
}

record! {
    /// A channel's own conversion where it differs from the funnel's.
    pub struct OwnConversion {
        /// Id of the funnel's stage.
        1 id: String = Kind::Text { most: 16 }, String::new();
        /// Share of the stage before that reaches this one, in this channel.
        2 conversion: Estimate = Kind::Estimate(Measure::Share), Estimate::share(50);
    }
}

record! {
    /// One way that leads come: a line of the road map.
    pub struct Channel {
        /// Stable id.
        1 id: String = Kind::Text { most: 16 }, String::new();
        /// Name.
        2 name: String = Kind::Text { most: 120 }, String::new();
        /// Where it works.
        3 place: Place = Kind::Choice(Place::NAMES), Place::Online;
        /// What is expected of it, and why: the hypothesis that the test is to prove.
        4 hypothesis: String = Kind::Text { most: 1000 }, String::new();
        /// How far it has come.
        5 status: Status = Kind::Choice(Status::NAMES), Status::Test;
        /// First month of the plan, 0 = the plan's first.
        6 first: u32 = Kind::Month, 0;
        /// Last month of the plan, that month included; open = to the end.
        7 last: Option<u32> = Kind::Month, None;
        /// Money spent on it in its first month.
        8 budget: Estimate = Kind::Estimate(Measure::Money), Estimate::default();
        /// Growth from month to month: of the budget; where it costs nothing, of the leads.
        9 growth: Estimate = Kind::Estimate(Measure::Rate), Estimate::default();
        /// Cost of one lead, as long as there are enough of them.
        10 cost_per_lead: Estimate = Kind::Estimate(Measure::Money), Estimate::default();
        /// Most leads it can give in a month; none = no cap.
        11 most_leads: Option<Estimate> = Kind::Optional(Measure::Count), None;
        /// Conversions that differ from the funnel's.
        12 own: Vec<OwnConversion> = Kind::Rows { most: 12 }, Vec::new();
        /// What becomes of the budget above the cap.
        13 over_limit: OverLimit = Kind::Choice(OverLimit::NAMES), OverLimit::Spent;
        /// What it takes to bring leads: of a free one budget, cost and cap count for nothing, of a paid one the free leads.
        14 kind: ChannelKind = Kind::Choice(ChannelKind::NAMES), ChannelKind::Paid;
        /// Leads that a free channel brings in its first month.
        15 free_leads: Estimate = Kind::Estimate(Measure::Count), Estimate::default();
    }
}

impl Channel {
    /// Whether people come by it without money.
    pub fn is_free(&self) -> bool {
        self.kind == ChannelKind::Free
    }
}

record! {
    /// How well the market knows the product: leads come at a part of their full number at first.
    pub struct Market {
        /// Whether awareness counts.
        1 awareness: bool = Kind::Flag, false;
        /// Share of the full effect in the first month.
        2 from: Estimate = Kind::Estimate(Measure::Share), Estimate::share(30);
        /// Months until the effect is full.
        3 months: u32 = Kind::Whole { least: 1, most: 120 }, 24;
    }
}
