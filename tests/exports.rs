//! Tables as people's own tools export them (`tests/fixtures/exports`): what each comes to. Headings are as the tools
//! write them, values are invented.

use obkatka::model::{BusinessFact, ChannelFact, Currency, Fact, YearMonth};
use obkatka::number::reading::Language;
use obkatka::tables::{BadReason, ChannelMatch, Import, ImportContext, Note, Overrides, decode, read};
use std::fs;
use std::path::Path;

use Language::{English, Russian};

/// A plan from January 2027 with two channels, and with the stages «Встреча» and «Договор», or Meeting and Contract.
fn context(language: Language) -> ImportContext {
    let pair =
        |russian: &str, english: &str| (if language == Russian { russian } else { english }).to_owned();
    ImportContext {
        channels: vec![
            ("a".into(), pair("Контекст", "Search ads")),
            ("b".into(), pair("Рекомендации", "Referrals")),
        ],
        stages: vec![("s".into(), pair("Встреча", "Meeting")), ("t".into(), pair("Договор", "Contract"))],
        client_stage: None,
        start: YearMonth::new(2027, 1),
        focus: None,
        currency: Currency::Rub,
    }
}

fn with(text: &str, language: Language, overrides: &Overrides) -> Import {
    let import = read(text, &context(language), language, overrides).unwrap();
    let counts = import.row_counts;
    let body = import.table.len() - import.header.map_or(0, |row| row + 1);
    assert_eq!(counts.all(), body, "rows: {counts:?}\n{text}");
    import
}

fn english(text: &str) -> Import {
    with(text, English, &Overrides::default())
}

fn russian(text: &str) -> Import {
    with(text, Russian, &Overrides::default())
}

fn fixture(name: &str) -> Import {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/exports").join(name);
    let language = if name.contains(".en.") { English } else { Russian };
    with(&decode(&fs::read(path).unwrap()), language, &Overrides::default())
}

fn fact_text(fact: &Fact) -> String {
    match fact {
        Fact::Channel(ChannelFact::Stage(id)) => format!("stage {id}"),
        Fact::Channel(fact) => format!("{fact:?}").to_lowercase(),
        Fact::Business(fact) => format!("{fact:?}").to_lowercase(),
    }
}

/// Every figure in one line: `1 a spend 311`; months of 2027 by their number.
fn figures(import: &Import) -> Vec<String> {
    let line = |cell: &obkatka::tables::ReadCell| {
        let month = cell.month.0 - YearMonth::new(2027, 1).0 + 1;
        let channel = match &cell.channel {
            Some(ChannelMatch::Known(id)) => format!(" {id}"),
            Some(ChannelMatch::New(name)) => format!(" new {name}"),
            None => String::new(),
        };
        format!("{month}{channel} {} {}", fact_text(&cell.fact), cell.value.normalize())
    };
    let mut all: Vec<String> = import.cells.iter().map(line).collect();
    all.sort();
    all
}

#[track_caller]
fn comes_to(import: &Import, expected: &[&str]) {
    let mut expected: Vec<String> = expected.iter().map(|line| (*line).to_owned()).collect();
    expected.sort();
    assert_eq!(figures(import), expected, "bad: {:?}, columns: {:?}", import.bad, import.columns);
}

#[test]
fn days_of_an_advertising_report_add_up() {
    let import = fixture("daily.en.csv");
    comes_to(&import, &["1 a spend 311", "1 a leads 3", "2 a spend 140", "2 a leads 1"]);
    assert!(import.notes.contains(&Note::AddedUp { cells: 4, figures: 2 }));
    assert!(import.notes.contains(&Note::Totals { rows: 1 }));
    assert!(import.notes.contains(&Note::Assumed { column: 5, fact: Fact::Channel(ChannelFact::Leads) }));
    assert_eq!((import.row_counts.read, import.row_counts.left_out), (3, 1));
}

#[test]
fn what_is_a_part_of_a_month_adds_up() {
    // Google Ads by week, Yandex Direct by campaign, by city, a column of ids, weeks across, sales by the hour.
    let weeks = "Week,Campaign,Cost\n2027-01-04,Search ads,100\n2027-01-11,Search ads,50.5";
    comes_to(&english(weeks), &["1 a spend 150.5"]);
    let campaigns =
        "Месяц;Кампания;Расход;Клики\n01.2027;Контекст бренд;1000;5\n01.2027;Контекст общий;500;3";
    comes_to(&russian(campaigns), &["1 a spend 1500"]);
    let cities = "Месяц;Канал;Город;Лиды\nянв.27;Контекст;Москва;3\nянв.27;Контекст;Казань;4";
    comes_to(&russian(cities), &["1 a leads 7"]);
    let ids = "Month,Ad ID,Source,Spend\n2027-01,1001,Search ads,10\n2027-01,1002,Search ads,10";
    comes_to(&english(ids), &["1 a spend 20"]);
    let across = "Channel,2027-01-04,2027-01-11,2027-02-01\nSearch ads spend,10,20,40";
    let across = english(across);
    assert_eq!(across.cells.len(), 2, "{:?}", figures(&across));
    let hours = "Дата;Канал;Выручка\n05.01.2027 10:00;Контекст;100\n05.01.2027 11:30;Контекст;200";
    comes_to(&russian(hours), &["1 a revenue 300"]);
}

#[test]
fn what_says_the_same_once_more_is_a_conflict() {
    let conflicts = |import: &Import| {
        import.bad.iter().filter(|cell| matches!(cell.reason, BadReason::Conflict { .. })).count()
    };
    for text in [
        "Day,Campaign,Cost\n2027-01-04,Search ads,100\n2027-01-04,Search ads,50",
        "Month,Channel,Cost\n2027-01,Search ads,100\n01.2027,Search ads,50",
        // A subtotal of the month among its days.
        "Date,Channel,Cost\n2027-01-04,Search ads,100\n2027-01-05,Search ads,50\n2027-01,Search ads,150\n2027-01,Search ads,150",
        "Month,Channel,Cost,Comment\n2027-01,Search ads,100,\n2027-01,Search ads,50,corrected",
    ] {
        assert!(conflicts(&english(text)) > 0, "{text}");
    }
    // Cash stands at the month's end: days of it are not added up.
    let cash = english("Date,Cash\n2027-01-04,100\n2027-01-05,50");
    assert_eq!((figures(&cash), conflicts(&cash)), (vec!["1 cash 100".to_owned()], 1));
}

#[test]
fn the_reader_can_have_the_first_row_only() {
    let text = "Week,Campaign,Cost\n2027-01-04,Search ads,100\n2027-01-11,Search ads,50";
    let import = with(text, English, &Overrides { first_only: true, ..Overrides::default() });
    comes_to(&import, &["1 a spend 100"]);
}

#[test]
fn a_ratio_by_its_heading_is_never_money() {
    for heading in [
        "Cost / conv.",
        "Cost per result",
        "Cost per lead (USD)",
        "Conv. value / cost",
        "CPC",
        "Amount spent per click",
        "Spend/Leads",
        "Average cost per order",
        "Price",
    ] {
        let import = english(&format!("Month,Channel,{heading}\n2027-01,Search ads,30"));
        assert!(import.cells.is_empty(), "{heading}: {:?}", figures(&import));
    }
    for heading in [
        "Цена цели",
        "Расход / лид",
        "Стоимость конверсии",
        "Расход за клик, руб.",
        "Расход на рекламу / заявки",
        "Затраты за лид",
    ] {
        let import = russian(&format!("Месяц;Канал;{heading}\n01.2027;Контекст;30"));
        assert!(import.cells.is_empty(), "{heading}: {:?}", figures(&import));
    }
}

#[test]
fn a_slash_before_a_period_or_a_channel_is_no_ratio() {
    comes_to(&russian("Месяц;Канал;Расход, руб./мес.\n01.2027;Контекст;30"), &["1 a spend 30"]);
    comes_to(&russian("Месяц;Расход за месяц\n01.2027;30\n"), &[]);
    comes_to(&english("Month,Search ads / Leads\n2027-01,3"), &["1 a leads 3"]);
}

#[test]
fn conversions_are_leads_where_they_are_counts() {
    for heading in ["Conversions", "Results", "All conv.", "Key events"] {
        let import = english(&format!("Month,Channel,{heading}\n2027-01,Search ads,4.00"));
        comes_to(&import, &["1 a leads 4"]);
        assert_eq!(import.notes, [Note::Assumed { column: 2, fact: Fact::Channel(ChannelFact::Leads) }]);
    }
    comes_to(&russian("Месяц;Канал;Конверсии\n01.2027;Контекст;4"), &["1 a leads 4"]);
    for (heading, cell) in [("Conversions", "2.5%"), ("Conversion rate", "4"), ("Conversion", "4")] {
        comes_to(&english(&format!("Month,Channel,{heading}\n2027-01,Search ads,{cell}")), &[]);
    }
    // Leads by name win.
    comes_to(&english("Month,Channel,Conversions,Leads\n2027-01,Search ads,9,4"), &["1 a leads 4"]);
}

#[test]
fn a_campaign_is_the_channel_whatever_else_looks_like_one() {
    let import = fixture("meta.en.csv");
    let expected =
        ["1 a spend 1200.5", "1 a leads 40", "2 a spend 1000", "2 a leads 25", "1 new Brand video spend 300"];
    comes_to(&import, &expected);
    assert_eq!(import.row_counts.read, 3);
    let of_kinds =
        "Month,Campaign type,Campaign,Cost\n2027-01,Search,Search ads,10\n2027-01,Display,Banner,20";
    comes_to(&english(of_kinds), &["1 a spend 10", "1 new Banner spend 20"]);
    let of_states = "Месяц;Статус кампании;Кампания;Расход\n01.2027;Идут показы;Летняя;10";
    comes_to(&russian(of_states), &["1 new Летняя spend 10"]);
}

#[test]
fn serial_numbers_are_dates_in_a_column_of_dates() {
    let import = fixture("serial-dates.csv");
    comes_to(
        &import,
        &[
            "1 a spend 150000",
            "1 a leads 40",
            "1 a stage t 3",
            "2 a spend 155000",
            "2 a leads 44",
            "2 a stage t 2",
            "1 b spend 0",
            "1 b leads 9",
            "1 b stage t 1",
        ],
    );
    let is_said = |note: &Note| matches!(note, Note::SerialDates { column: 0, raw, month } if raw == "46388" && *month == YearMonth::new(2027, 1));
    assert!(import.notes.iter().any(is_said));
    // By all its cells; with a time of day; beside written dates; money that looks like a date stays money.
    comes_to(
        &english(",Spend,Channel\n46388,5,Search ads\n46419,6,Search ads"),
        &["1 a spend 5", "2 a spend 6"],
    );
    comes_to(&english("Date,Channel,Spend\n46388.5,Search ads,5"), &["1 a spend 5"]);
    comes_to(
        &english("Date,Channel,Spend\n46388,Search ads,5\n2027-02-01,Search ads,6"),
        &["1 a spend 5", "2 a spend 6"],
    );
    comes_to(&english("Month,Channel,Spend\n2027-01,Search ads,46388"), &["1 a spend 46388"]);
    let overrides =
        Overrides { dates: [(0, obkatka::tables::DateFormat::Serial1904)].into(), ..Overrides::default() };
    comes_to(&with("Date,Channel,Spend\n44926,Search ads,5", English, &overrides), &["1 a spend 5"]);
}

#[test]
fn a_date_that_can_mean_only_one_thing_is_read_whatever_the_others_are() {
    let import = fixture("mixed-dates.csv");
    assert!(import.bad.is_empty(), "{:?}", import.bad);
    assert_eq!(import.row_counts.read, 3);
    for (date, month) in
        [("2027-02-03", 2), ("3 марта 2027", 3), ("25/04/2027", 4), ("05.2027", 5), ("17.06.2027", 6)]
    {
        let text =
            format!("Дата;Канал;Расход\n31.01.2027;Контекст;1\n30.01.2027;Контекст;2\n{date};Рекомендации;7");
        assert!(figures(&russian(&text)).contains(&format!("{month} b spend 7")), "{date}");
    }
    // Two meanings: by the vote of the others.
    let text = "Date,Channel,Spend\n03/25/2027,Search ads,1\n02/26/2027,Search ads,1\n04/03/2027,Referrals,7";
    assert!(figures(&english(text)).contains(&"4 b spend 7".to_owned()));
}

#[test]
fn refunds_are_facts_of_the_business() {
    let import = english("Month,Refunds\n2027-01,2");
    assert_eq!(
        import.cells.first().map(|cell| cell.fact.clone()),
        Some(Fact::Business(BusinessFact::Refunds))
    );
}

/// A plan of one channel: what names none is of it.
fn of_one_channel(text: &str) -> Import {
    let mut context = context(English);
    context.channels.truncate(1);
    read(text, &context, English, &Overrides::default()).unwrap()
}

#[test]
fn a_minus_at_the_end_and_indian_groups_are_read() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/exports/trailing-minus.en.csv");
    let import = of_one_channel(&decode(&fs::read(path).unwrap()));
    comes_to(&import, &["1 a spend 1234.56", "2 a spend 1000", "1 a revenue 50000"]);
    assert!(import.notes.contains(&Note::NegativeCosts { column: 1 }));
    // A month of refunds is no revenue: it is shown.
    assert_eq!(import.bad.iter().map(|bad| bad.reason).collect::<Vec<_>>(), [BadReason::Negative]);
    for (cell, value) in [
        ("\"12,34,567.00\"", "1234567"),
        ("\"1,00,000\"", "100000"),
        ("(1200.50)", "-1200.5"),
        ("1200.50-", "-1200.5"),
        ("1 200−", "-1200"),
        ("\"-1,200\"", "-1200"),
    ] {
        comes_to(&of_one_channel(&format!("Month,Cash\n2027-01,{cell}")), &[&format!("1 cash {value}")]);
    }
    // Some with a minus, some without: nothing is turned round.
    let mixed = of_one_channel("Month,Spend\n2027-01,-5\n2027-02,7");
    comes_to(&mixed, &["2 a spend 7"]);
}

fn notes_of(import: &Import, is: impl Fn(&Note) -> bool) -> usize {
    import.notes.iter().filter(|note| is(note)).count()
}

#[test]
fn quarters_are_spread_over_their_months() {
    let import = fixture("quarters.csv");
    assert_eq!(notes_of(&import, |note| *note == Note::Spread { cells: 8 }), 1, "{:?}", import.notes);
    assert_eq!(import.cells.len(), 24);
    let all = figures(&import);
    for line in [
        "1 a spend 150000",
        "3 a spend 150000",
        "4 a spend 153333.33",
        "5 a spend 153333.34",
        "12 b spend 10000",
    ] {
        assert!(all.contains(&line.to_owned()), "{line}: {all:?}");
    }
    comes_to(
        &english("Measure,Q1 2027\nSearch ads: leads,10"),
        &["1 a leads 3", "2 a leads 4", "3 a leads 3"],
    );
    comes_to(
        &english("Measure,H2 2027\nSearch ads: revenue,600"),
        &[
            "7 a revenue 100",
            "8 a revenue 100",
            "9 a revenue 100",
            "10 a revenue 100",
            "11 a revenue 100",
            "12 a revenue 100",
        ],
    );
    // Cash stands at the end of its quarter.
    comes_to(
        &russian("Показатель;1 квартал 2027;2 квартал 2027\nДеньги на счёте;500;700"),
        &["3 cash 500", "6 cash 700"],
    );
    // Months under their year.
    comes_to(&russian(";2028;\nПоказатель;янв;фев\nКонтекст: лиды;4;5"), &["13 a leads 4", "14 a leads 5"]);
}

#[test]
fn a_deal_is_counted_once_by_its_id() {
    let import = fixture("twice.csv");
    let all = figures(&import);
    assert!(
        all.contains(&"2 a stage t 1".to_owned()) && all.contains(&"2 a revenue 120000".to_owned()),
        "{all:?}"
    );
    assert!(all.contains(&"1 a leads 2".to_owned()), "{all:?}");
    assert_eq!(notes_of(&import, |note| *note == Note::Repeated { rows: 1, changed: 0 }), 1);
    // The later state wins, whatever tool it is of.
    for (id, stage, won) in [
        ("ID сделки", "Этап", "Успешно реализовано"),
        ("№", "Статус", "Оплачен"),
        ("Record ID", "Deal Stage", "Closed Won"),
        ("Deal ID", "Status", "Won"),
        ("Номер заказа", "Статус", "Оплачен"),
        ("Order number", "Stage", "Won"),
    ] {
        let text = format!(
            "{id};{stage};Created;Source;Amount\n7;Встреча;2027-01-05;Контекст;100\n7;{won};2027-01-05;Контекст;150"
        );
        let import = russian(&text);
        let all = figures(&import);
        assert!(
            all.contains(&"1 a leads 1".to_owned()) && all.contains(&"1 a revenue 150".to_owned()),
            "{id}: {all:?}"
        );
        assert_eq!(notes_of(&import, |note| *note == Note::Repeated { rows: 1, changed: 1 }), 1, "{id}");
    }
    // The id of a person is not that of a deal.
    let people = "Client ID;Status;Created;Source;Amount\n7;Won;2027-01-05;Контекст;100\n7;Won;2027-01-06;Контекст;150";
    assert!(figures(&russian(people)).contains(&"1 a revenue 250".to_owned()));
}

#[test]
fn lines_of_an_order_are_one_order_and_a_refund_is_no_stage() {
    let import = fixture("orders-by-line.en.csv");
    comes_to(
        &import,
        &[
            "1 new web leads 1",
            "1 new web stage t 1",
            "1 new web revenue 59",
            "2 new web leads 1",
            "2 new web stage t 0",
            "2 new web revenue 0",
            "2 refunds 1",
        ],
    );
    assert!(import.new_stages.is_empty(), "{:?}", import.new_stages);
    assert_eq!(notes_of(&import, |note| *note == Note::OrderLines { rows: 1 }), 1);
    assert_eq!((import.row_counts.read, import.row_counts.left_out), (2, 1));
}

#[test]
fn payments_are_revenue_of_a_channel_that_is_asked_once() {
    let import = fixture("payments.en.csv");
    assert!(import.cells.is_empty());
    assert_eq!(
        import.new_channels.iter().map(|own| (own.name.as_str(), own.rows)).collect::<Vec<_>>(),
        [("", 3)]
    );
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/exports/payments.en.csv");
    let text = decode(&fs::read(path).unwrap());
    let overrides = Overrides { channels: [(String::new(), "b".to_owned())].into(), ..Overrides::default() };
    let import = with(&text, English, &overrides);
    comes_to(&import, &["1 b revenue 100", "1 refunds 1"]);
    // One that was paid back in part stands for the rest.
    let part = text.replace("50.00,50.00,usd,Refunded", "50.00,20.00,usd,Paid");
    comes_to(&with(&part, English, &overrides), &["1 b revenue 130"]);
}

#[test]
fn what_names_no_channel_is_asked_once() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/exports/whole-business.csv");
    let text = decode(&fs::read(path).unwrap());
    let import = russian(&text);
    assert_eq!(import.new_channels.iter().map(|own| own.name.as_str()).collect::<Vec<_>>(), [""]);
    let overrides = Overrides { channels: [(String::new(), "a".to_owned())].into(), ..Overrides::default() };
    let import = with(&text, Russian, &overrides);
    comes_to(
        &import,
        &[
            "1 a spend 236.48",
            "2 a spend 1488.69",
            "3 a spend 1000",
            "1 a revenue 12500",
            "3 a revenue 11000",
        ],
    );
    assert_eq!(import.bad.iter().map(|bad| bad.reason).collect::<Vec<_>>(), [BadReason::Negative]);
}
