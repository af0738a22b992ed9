//! A document as large as a template is: a digital agency with all its texts in Russian.

use obkatka::model::*;
use obkatka::number::Decimal;

fn benchmark(value: Decimal, source: &str) -> Estimate {
    Estimate { basis: Basis::Benchmark, source: source.into(), ..Estimate::guess(value) }
}

fn with_range(estimate: Estimate, low: Decimal, high: Decimal) -> Estimate {
    Estimate { range: Some(Range { low, high }), ..estimate }
}

fn share(hundredths: i64) -> Decimal {
    Decimal::new(hundredths, 2)
}

/// 5 channels, 4 stages, 5 people, 6 costs, sources and hypotheses.
pub fn agency() -> Model {
    let mut model = Model::default();
    model.about.name = "Digital-агентство: сайты и реклама".into();
    model.about.note = "Черновик для разговора с партнёром. Цены без НДС, упрощёнка 6 %.".into();
    model.about.start = YearMonth::new(2027, 2);
    model.about.discount = benchmark(share(21), "ключевая ставка ЦБ, 2026");
    offer(&mut model.offer);
    model.funnel.stages = vec![
        stage("a", "Квалифицированный лид", 45, 3, 20, 40),
        stage("b", "Встреча", 60, 5, 30, 60),
        stage("c", "Коммерческое предложение", 70, 10, 40, 80),
        stage("d", "Договор", 30, 14, 20, 35),
    ];
    model.channels = channels();
    model.people = people();
    model.costs = costs();
    model.investments = vec![Investment {
        id: "a".into(),
        name: "Ноутбуки и мебель".into(),
        amount: Estimate::guess(600_000),
        month: 0,
    }];
    model.terms.opening_cash = Estimate::guess(1_500_000);
    model.terms.instalments =
        vec![Instalment { id: "a".into(), share: Estimate::share(50), days: Estimate::guess(30) }];
    model.tax = Tax { regime: Regime::RevenueShare, rate: benchmark(share(6), "НК РФ, ст. 346.20") };
    model
}

fn offer(offer: &mut Offer) {
    let margin = "govantage.com, 2024";
    offer.price = with_range(Estimate::guess(180_000), Decimal::from(120_000), Decimal::from(250_000));
    offer.cost_share = with_range(benchmark(share(45), margin), share(30), share(60));
    offer.first_order_cost = Estimate::guess(25_000);
    offer.payment_fee = Estimate::guess(Decimal::new(15, 3));
    offer.refund_share = Estimate::share(2);
    offer.retention.kind = RetentionKind::TwoStage;
    offer.retention.early_rate = benchmark(share(92), "getrevguard.com (Focus Digital), 2025");
    offer.retention.later_rate = benchmark(Decimal::new(9836, 4), "getrevguard.com (Focus Digital), 2025");
    let add_on = |id: &str, name: &str, kind, price| AddOn {
        id: id.into(),
        name: name.into(),
        kind,
        price: Estimate::guess(price),
        ..AddOn::default()
    };
    offer.add_ons = vec![
        add_on("a", "Аудит сайта", AddOnKind::Upsell, 60_000),
        add_on("b", "Контент для соцсетей", AddOnKind::CrossSell, 45_000),
    ];
}

fn stage(id: &str, name: &str, conversion: i64, days: i64, low: i64, high: i64) -> Stage {
    let conversion = benchmark(share(conversion), "shno.co, b2blead.io, 2024");
    Stage {
        id: id.into(),
        name: name.into(),
        conversion: with_range(conversion, share(low), share(high)),
        days: Estimate::guess(days),
        process: Process::Sales,
        ..Stage::default()
    }
}

type Row = (&'static str, &'static str, Place, Status, u32, i64, i64);

fn channels() -> Vec<Channel> {
    let rows: [Row; 5] = [
        (
            "Яндекс Директ",
            "Заявка не дороже 4 500 ₽ на узких запросах",
            Place::Online,
            Status::Proven,
            0,
            150_000,
            4_500,
        ),
        (
            "Рекомендации партнёров",
            "Каждый третий клиент приведёт знакомого",
            Place::Partner,
            Status::RunIn,
            0,
            40_000,
            2_000,
        ),
        (
            "Отраслевые конференции",
            "С одной конференции 15 разговоров",
            Place::Offline,
            Status::Test,
            3,
            120_000,
            8_000,
        ),
        (
            "Телеграм-канал",
            "Разборы сайтов дают тёплые заявки",
            Place::Online,
            Status::Test,
            1,
            60_000,
            3_000,
        ),
        ("Холодные письма", "Ответит один из ста", Place::Online, Status::Idea, 6, 30_000, 6_000),
    ];
    let channel = |(at, row): (usize, Row)| {
        let (name, hypothesis, place, status, first, budget, cost) = row;
        Channel {
            id: ["a", "b", "c", "d", "e"][at].into(),
            name: String::from(name),
            hypothesis: String::from(hypothesis),
            place,
            status,
            first,
            budget: Estimate::guess(budget),
            cost_per_lead: benchmark(Decimal::from(cost), "pulsepad.ru, 2024"),
            growth: Estimate::share(2),
            most_leads: (at < 2).then(|| Estimate::guess(40)),
            ..Channel::default()
        }
    };
    rows.into_iter().enumerate().map(channel).collect()
}

fn people() -> Vec<Person> {
    let rows = [
        ("Директор", Process::General, 200_000, 0),
        ("Менеджер по продажам", Process::Sales, 90_000, 0),
        ("Интернет-маркетолог", Process::Acquisition, 110_000, 1),
        ("Руководитель проектов", Process::Delivery, 130_000, 0),
        ("Аккаунт-менеджер", Process::Service, 95_000, 4),
    ];
    let person = |(at, (role, process, salary, first)): (usize, (&str, Process, i64, u32))| Person {
        id: ["a", "b", "c", "d", "e"][at].into(),
        role: role.into(),
        process,
        first,
        salary: benchmark(Decimal::from(salary), "hh.ru, медиана, 2026"),
        ..Person::default()
    };
    rows.into_iter().enumerate().map(person).collect()
}

fn costs() -> Vec<FixedCost> {
    let rows = [
        ("Аренда офиса", 120_000),
        ("Программы и сервисы", 45_000),
        ("Бухгалтерия", 30_000),
        ("Связь и интернет", 8_000),
        ("Обучение", 20_000),
        ("Прочее", 25_000),
    ];
    let cost = |(at, (name, amount)): (usize, (&str, i64))| FixedCost {
        id: ["a", "b", "c", "d", "e", "f"][at].into(),
        name: name.into(),
        amount: Estimate::guess(amount),
        ..FixedCost::default()
    };
    rows.into_iter().enumerate().map(cost).collect()
}
