//! Documents at the limits, each by its genes: what `heaviest` climbs through, and what `tests/heavy.rs` keeps.

#[path = "months.rs"]
mod months;

use months::month;
use obkatka::codec::frozen;
use obkatka::model::*;
use obkatka::number::Decimal;

/// What a document of the search is made of: a name and the values that it may have.
pub const GENES: [(&str, &[u32]); 33] = [
    ("channels", &[1, 8, 40]),
    ("stages", &[0, 3, 12]),
    ("own conversions", &[0, 1]),
    ("days of a stage", &[0, 9, 45, 400]),
    ("delay", &[0, 1, 2]),
    ("months", &[12, 36, 60]),
    ("months of LTV", &[36, 120]),
    ("retention", &[0, 1, 2, 3, 4]),
    ("rows of the table", &[2, 24, 120]),
    ("frequency in hundredths", &[10, 130, 3000]),
    ("roles", &[1, 4, 6, 8, 16, 40, 100]),
    ("hires", &[0, 1, 3, 6, 24]),
    ("hires leave", &[0, 1]),
    ("parts of pay", &[0, 1, 2, 4, 8]),
    ("tiers", &[0, 3, 8]),
    ("base", &[0, 1, 2, 3, 4, 5]),
    ("collected", &[0, 1]),
    ("KPIs", &[0, 1, 3, 10]),
    ("steps", &[0, 3, 12]),
    ("measured", &[0, 1, 2, 3, 4, 5, 6, 7]),
    ("ramp", &[0, 3, 36]),
    ("processes", &[0, 1, 2]),
    ("capacity", &[0, 1]),
    ("target", &[0, 1]),
    ("instalments", &[0, 2, 12]),
    ("add-ons", &[0, 3, 40]),
    ("months of facts", &[0, 3, 12, 24, 60]),
    ("kept plans", &[0, 1, 8]),
    ("clients before", &[0, 1]),
    ("proposed", &[0, 1]),
    ("guarantee", &[0, 1, 2]),
    ("awareness", &[0, 1]),
    ("costs", &[1, 100]),
];

/// Of each gene the place of its value.
pub type Genes = [usize; GENES.len()];

/// The document of these genes, as much of it as the limits let in.
pub fn document(genes: &Genes) -> Model {
    let of = |name: &str| {
        GENES.iter().zip(genes).find(|((own, _), _)| *own == name).map_or(0, |((_, values), at)| values[*at])
    };
    let odd = |whole: i64| Estimate::guess(Decimal::new(whole * 1000 + 137, 3));
    let mut model = Model::default();
    model.about.horizon = of("months");
    model.about.ltv_horizon = of("months of LTV");
    model.offer.price = odd(74_000);
    model.offer.cost_share = Estimate::guess(Decimal::new(521, 3));
    model.offer.frequency = Estimate::guess(Decimal::new(of("frequency in hundredths").into(), 2));
    let retention = &mut model.offer.retention;
    retention.kind.choose(of("retention") as usize);
    retention.rate = Estimate::guess(Decimal::new(9371, 4));
    retention.table = ids(of("rows of the table"))
        .zip(0..)
        .map(|(id, at)| Observed { id, share: Estimate::guess(Decimal::new(9000 - at * 70, 4)) })
        .collect();
    model.offer.add_ons = ids(of("add-ons"))
        .map(|id| AddOn { id, price: odd(900), share: Estimate::share(13), ..AddOn::default() })
        .collect();
    let stage = |id| {
        let mut stage = Stage {
            id,
            conversion: Estimate::guess(Decimal::new(9173, 4)),
            days: Estimate::guess(of("days of a stage")),
            ..Stage::default()
        };
        stage.delay.choose(of("delay") as usize);
        stage
    };
    model.funnel.stages = ids(of("stages")).map(stage).collect();
    let own = |stage: &Stage| OwnConversion {
        id: stage.id.clone(),
        conversion: Estimate::guess(Decimal::new(8719, 4)),
    };
    let own: Vec<_> = model.funnel.stages.iter().filter(|_| of("own conversions") == 1).map(own).collect();
    let channel = |id| Channel {
        id,
        budget: odd(100_000),
        growth: Estimate::guess(Decimal::new(13, 3)),
        cost_per_lead: odd(900),
        own: own.clone(),
        ..Channel::default()
    };
    model.channels = ids(of("channels")).map(channel).collect();
    model.market.awareness = of("awareness") == 1;
    model.people = ids(of("roles")).zip(0..).map(|(id, at)| person(id, at, &of)).collect();
    model.costs =
        ids(of("costs")).map(|id| FixedCost { id, amount: odd(500), ..FixedCost::default() }).collect();
    model.terms.instalments = ids(of("instalments"))
        .map(|id| Instalment { id, share: Estimate::guess(Decimal::new(83, 3)), days: Estimate::guess(47) })
        .collect();
    model.opening.clients = Estimate::guess(of("clients before") * 1000);
    shorten(&mut model);
    let plan = frozen(&model);
    let start = model.about.start;
    model.facts.months = (0..of("months of facts"))
        .map(|t| month(&model, start.later(t), t, |leads, deep| leads * 9 / (9 + deep)))
        .collect();
    model.facts.snapshots = (0..of("kept plans"))
        .map(|t| Snapshot { id: start.later(t * 3).key(), plan: plan.clone() })
        .collect();
    model
}

fn person(id: String, at: usize, of: &impl Fn(&str) -> u32) -> Person {
    let step = |(id, at): (String, i64)| Step {
        id,
        from: Estimate::guess(Decimal::new(at * 11, 2)),
        coefficient: Estimate::guess(Decimal::new(at * 7, 2)),
    };
    let kpi = |id| {
        let mut kpi = Kpi {
            id,
            weight: Estimate::share(10),
            target: (of("target") == 1).then(|| Estimate::guess(Decimal::new(317, 1))),
            steps: ids(of("steps")).zip(1..).map(step).collect(),
            ..Kpi::default()
        };
        kpi.measure.choose(of("measured") as usize);
        kpi
    };
    let tier = |(id, at): (String, i64)| Tier {
        id,
        from: Estimate::guess(Decimal::new(at * 11, 2)),
        rate: Estimate::guess(Decimal::new(at, 3)),
    };
    let part = |id| {
        let mut part = PayPart {
            id,
            rate: Estimate::share(1),
            target: (of("target") == 1).then(|| Estimate::guess(1_000_003)),
            tiers: ids(of("tiers")).zip(1..).map(tier).collect(),
            pool: Estimate::guess(20_011),
            kpis: ids(of("KPIs")).map(kpi).collect(),
            ..PayPart::default()
        };
        part.base.choose(of("base") as usize);
        part.counted.choose(of("collected") as usize);
        part
    };
    let mut pay = Pay { parts: ids(of("parts of pay")).map(part).collect(), ..Pay::default() };
    pay.guarantee.choose(of("guarantee") as usize);
    pay.guaranteed = Estimate::guess(80_000);
    let hire = |(id, at): (String, u32)| Hire {
        id,
        heads: Estimate::guess(1),
        first: at % 20,
        last: (of("hires leave") == 1).then_some(at % 20 + 20),
    };
    let process = match of("processes") {
        0 => 1,
        1 => at % 2,
        _ => at % Process::NAMES.len(),
    };
    let mut person = Person {
        id,
        heads: Estimate::guess(1),
        salary: Estimate::guess(60_000),
        ramp: of("ramp"),
        capacity: (of("capacity") == 1).then(|| Estimate::guess(5)),
        hires: ids(of("hires")).zip(0..).map(hire).collect(),
        has_proposal: of("proposed") == 1,
        pay,
        ..Person::default()
    };
    if person.has_proposal {
        person.proposed = person.pay.clone();
    }
    person.process.choose(process);
    person
}

fn ids(count: u32) -> impl Iterator<Item = String> {
    (0..count).map(|at| format!("i{at}"))
}
