//! Tables as Excel, Google Sheets and CRMs give them: what is read, how the columns were understood, what is refused.

use obkatka::model::{BusinessFact, ChannelFact, Currency, Fact, FactFault, Model, YearMonth};
use obkatka::number::Decimal;
use obkatka::number::reading::{Language, NumberFault};
use obkatka::tables::{
    BadPlace, BadReason, ChannelMatch, ColumnMapping, ColumnReading, DateFormat, Import, ImportContext,
    ImportFault, MOST_BYTES, Note, NumberFormat, Overrides, Skipped, TableReading, TableShape, decode, read,
};
use obkatka::text::{Show, fact_name};
use proptest::prelude::*;
use std::fmt::{self, Write as _};
use std::fs;
use std::path::{Path, PathBuf};

use Language::{English, Russian};

const CHANNELS: [(&str, &str); 4] = [
    ("Контекст", "Search ads"),
    ("Рекомендации", "Referrals"),
    ("Кейсы, блог", "Case studies"),
    ("Письма", "Cold email"),
];
const STAGES: [(&str, &str); 3] =
    [("Годная заявка", "Qualified"), ("Встреча", "Meeting"), ("Договор", "Contract")];

/// The plan of the template `agency`.
fn layout(language: Language) -> ImportContext {
    let named = |list: &[(&str, &str)]| {
        let name = |&(russian, english): &(&str, &str)| {
            if language == Russian { russian.to_owned() } else { english.to_owned() }
        };
        list.iter().zip(["a", "b", "c", "d"]).map(|(names, id)| (id.to_owned(), name(names))).collect()
    };
    ImportContext {
        channels: named(&CHANNELS),
        stages: named(&STAGES),
        client_stage: None,
        start: month(1),
        focus: None,
        currency: Currency::Rub,
    }
}

/// A month of 2027.
fn month(month: u32) -> YearMonth {
    YearMonth::new(2027, month)
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/import")
}

fn fixture(name: &str) -> String {
    decode(&fs::read(folder().join(name)).unwrap())
}

fn russian(text: &str) -> Import {
    read(text, &layout(Russian), Russian, &Overrides::default()).unwrap()
}

/// The figure of a month, a channel's id (or none) and a fact.
fn figure(import: &Import, month: u32, channel: &str, fact: &Fact) -> Option<String> {
    let channel = (!channel.is_empty()).then(|| ChannelMatch::Known(channel.to_owned()));
    let is_it = |cell: &&obkatka::tables::ReadCell| {
        cell.month == self::month(month) && cell.channel == channel && cell.fact == *fact
    };
    import.cells.iter().find(is_it).map(|cell| cell.value.to_string())
}

fn stage(id: &str) -> Fact {
    Fact::Channel(ChannelFact::Stage(id.to_owned()))
}

fn column<'i>(import: &'i Import, header: &str) -> &'i ColumnReading {
    import.columns.iter().find(|column| column.header == header).unwrap()
}

/// A fact by its name alone.
struct Name<'f>(&'f Fact);

impl fmt::Debug for Name<'_> {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        match self.0 {
            Fact::Channel(fact) => fact.fmt(out),
            Fact::Business(fact) => fact.fmt(out),
        }
    }
}

/// What a column was taken for, in the notation of the snapshots.
fn mapping_text(mapping: &ColumnMapping) -> String {
    match mapping {
        ColumnMapping::Values { fact, month, channel } => {
            let fact = fact.as_ref().map(Name);
            format!("Values {{ target: {fact:?}, month: {month:?}, channel: {channel:?} }}")
        }
        ColumnMapping::Skipped(why) => format!("Left({why:?})"),
        other => format!("{other:?}"),
    }
}

/// Everything that was understood, for a person to read.
fn summary(import: &Import) -> String {
    let mut text = format!("{:?}, headings in row {:?}\n", import.shape, import.header);
    for ColumnReading { header, mapping, scale, number, date, read, blank, bad, .. } in &import.columns {
        let forms = (
            number.map(|vote| (vote.format, vote.alternative)),
            date.map(|vote| (vote.format, vote.alternative)),
        );
        let mapping = mapping_text(mapping);
        writeln!(text, "{header:?}: {mapping} 10^{scale} {forms:?} read {read} blank {blank} bad {bad}")
            .unwrap();
    }
    for row in &import.rows {
        writeln!(
            text,
            "row {} {:?}: {:?} {:?}",
            row.row,
            row.label,
            row.mapping.as_ref().map(Name),
            row.channel
        )
        .unwrap();
    }
    for cell in &import.cells {
        let place = (cell.row, cell.column);
        writeln!(
            text,
            "{} {:?} {:?} = {} {place:?} {:?}",
            cell.month.text(),
            cell.channel,
            Name(&cell.fact),
            cell.value,
            cell.raw
        )
        .unwrap();
    }
    for bad in &import.bad {
        writeln!(text, "bad {:?} {:?}: {:?}", (bad.row, bad.column), bad.raw, bad.reason).unwrap();
    }
    writeln!(text, "{:?}\nchannels {:?}\nstages {:?}", import.notes, import.new_channels, import.new_stages)
        .unwrap();
    text
}

fn snapshot(name: &str, import: &Import) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("golden/import");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, summary(import)));
}

/// What is in every fixture about January and March, whoever wrote it.
fn check_facts(import: &Import) {
    let expected = [
        (1, "a", "148500", "16", "7", "4", "1", "70000"),
        (1, "b", "39000", "5", "3", "2", "1", "70000"),
        (3, "a", "153000.25", "17", "6", "4", "1", "210000"),
    ];
    for (month, channel, spend, leads, one, two, three, revenue) in expected {
        let targets = [
            Fact::Channel(ChannelFact::Spend),
            Fact::Channel(ChannelFact::Leads),
            stage("a"),
            stage("b"),
            stage("c"),
            Fact::Channel(ChannelFact::Revenue),
        ];
        for (fact, value) in targets.iter().zip([spend, leads, one, two, three, revenue]) {
            assert_eq!(
                figure(import, month, channel, fact).as_deref(),
                Some(value),
                "{month} {channel} {fact:?}"
            );
        }
    }
    assert_eq!(import.months, [month(1), month(2), month(3)]);
}

#[test]
fn excel_on_the_clipboard() {
    let import = russian(&fixture("excel_ru.tsv"));
    check_facts(&import);
    assert_eq!((import.shape, import.cells.len(), import.bad.len()), (TableShape::Long, 54, 0));
    assert_eq!(import.notes, [Note::Totals { rows: 1 }]);
    assert_eq!(column(&import, "Расход, ₽").number.unwrap().format, NumberFormat::Russian);
    assert_eq!(column(&import, "Месяц").date.unwrap().format, DateFormat::Name);
    snapshot("excel_ru_tsv", &import);
}

#[test]
fn excel_in_english() {
    let import = read(&fixture("excel_en.tsv"), &layout(English), English, &Overrides::default()).unwrap();
    check_facts(&import);
    assert_eq!(column(&import, "Spend").number.unwrap().format, NumberFormat::English);
    assert_eq!(column(&import, "CPL").mapping, ColumnMapping::Skipped(Skipped::Ratio));
    assert_eq!((import.cells.len(), import.bad.len()), (54, 0));
    snapshot("excel_en_tsv", &import);
}

#[test]
fn a_file_of_excel_in_an_old_encoding() {
    let import = russian(&fixture("excel_ru.csv"));
    check_facts(&import);
    assert_eq!((import.header, import.cells.len(), import.bad.len()), (Some(1), 54, 0));
    assert_eq!(
        column(&import, "Встречи").mapping,
        column(&russian(&fixture("excel_ru.tsv")), "Встреча").mapping
    );
    snapshot("excel_ru_csv", &import);
}

#[test]
fn google_sheets() {
    let import = russian(&fixture("google_sheets.csv"));
    check_facts(&import);
    assert_eq!((import.cells.len(), import.bad.len()), (54, 0));
    snapshot("google_sheets_csv", &import);

    let import = russian(&fixture("google_sheets.tsv"));
    check_facts(&import);
    assert_eq!(figure(&import, 3, "c", &stage("a")), None, "«н/д» is not recorded");
    assert_eq!(
        import.new_channels.iter().map(|new| (new.name.as_str(), new.rows)).collect::<Vec<_>>(),
        [("Telegram", 1)]
    );
    let reasons: Vec<_> = import.bad.iter().map(|bad| (bad.raw.as_str(), bad.reason)).collect();
    assert_eq!(
        reasons,
        [
            ("около 5000", BadReason::Number(NumberFault::UnexpectedText)),
            ("18", BadReason::Conflict { row: 6, column: 3 }),
        ]
    );
    snapshot("google_sheets_tsv", &import);
}

/// Months across, a row of a channel above its figures.
#[test]
fn months_across() {
    let import = russian(&fixture("pivot_ru.tsv"));
    assert_eq!((import.shape, import.header, import.bad.len()), (TableShape::Pivot, Some(1), 0));
    assert_eq!(figure(&import, 1, "a", &Fact::Channel(ChannelFact::Spend)).as_deref(), Some("148500"));
    assert_eq!(figure(&import, 2, "b", &Fact::Channel(ChannelFact::Spend)).as_deref(), Some("41500"));
    assert_eq!(figure(&import, 3, "b", &Fact::Channel(ChannelFact::Revenue)).as_deref(), Some("140000"));
    assert_eq!(figure(&import, 1, "d", &Fact::Channel(ChannelFact::Leads)), None);
    assert_eq!(figure(&import, 2, "", &Fact::Business(BusinessFact::OnPromise)).as_deref(), Some("3"));
    assert_eq!(
        figure(&import, 2, "", &Fact::Business(BusinessFact::UpsellRevenue)).as_deref(),
        Some("60000")
    );
    assert_eq!(figure(&import, 3, "", &Fact::Business(BusinessFact::FixedCosts)).as_deref(), Some("70251"));
    assert_eq!(figure(&import, 3, "", &Fact::Business(BusinessFact::Cash)).as_deref(), Some("-12500"));
    snapshot("pivot_ru_tsv", &import);
}

#[test]
fn deals_of_amocrm() {
    let import = russian(&fixture("amocrm.csv"));
    assert_eq!((import.shape, import.bad.len()), (TableShape::Deals, 0));
    // Sold in the month of closing, one month after the deal came.
    assert_eq!(figure(&import, 1, "a", &stage("c")).as_deref(), Some("0"));
    assert_eq!(figure(&import, 2, "a", &stage("c")).as_deref(), Some("1"));
    assert_eq!(figure(&import, 3, "a", &Fact::Channel(ChannelFact::Revenue)).as_deref(), Some("140000"));
    for (fact, count) in [(Fact::Channel(ChannelFact::Leads), "16"), (stage("a"), "7"), (stage("b"), "4")] {
        assert_eq!(figure(&import, 1, "a", &fact).as_deref(), Some(count));
    }
    assert_eq!(figure(&import, 3, "c", &Fact::Channel(ChannelFact::Leads)).as_deref(), Some("7"));
    assert_eq!(column(&import, "utm_source").mapping, ColumnMapping::Skipped(Skipped::Twice));
    assert_eq!(
        import.new_stages.iter().map(|new| new.name.as_str()).collect::<Vec<_>>(),
        ["Первичный контакт"]
    );
    snapshot("amocrm_csv", &import);
}

#[test]
fn deals_of_bitrix24() {
    let import = russian(&fixture("bitrix24.csv"));
    assert_eq!((import.shape, import.bad.len()), (TableShape::Deals, 0));
    let leads: Decimal = import
        .cells
        .iter()
        .filter(|cell| cell.fact == Fact::Channel(ChannelFact::Leads))
        .map(|cell| cell.value)
        .sum();
    assert_eq!(leads, Decimal::from(86));
    assert_eq!(figure(&import, 2, "b", &Fact::Channel(ChannelFact::Leads)).as_deref(), Some("5"));
    assert_eq!(figure(&import, 3, "b", &Fact::Channel(ChannelFact::Revenue)).as_deref(), Some("70000"));
    snapshot("bitrix24_csv", &import);
}

/// Both programs tell the same of the same deals.
#[test]
fn both_crms_agree() {
    let figures = |name| {
        let import = russian(&fixture(name));
        import
            .cells
            .into_iter()
            .map(|cell| (cell.month, cell.channel, cell.fact, cell.value))
            .collect::<Vec<_>>()
    };
    assert_eq!(figures("amocrm.csv"), figures("bitrix24.csv"));
}

#[test]
fn columns_vote_for_their_numbers() {
    let form = |cells: &[&str], language| {
        let text = format!(
            "Месяц\tВыручка\n{}",
            cells.iter().map(|cell| format!("01.2027\t{cell}\n")).collect::<String>()
        );
        let layout = ImportContext {
            channels: vec![("a".to_owned(), "Контекст".to_owned())],
            ..layout(Russian)
        };
        let vote = read(&text, &layout, language, &Overrides::default()).unwrap().columns[1].number.unwrap();
        (vote.format, vote.alternative)
    };
    use NumberFormat::{Continental, English as Anglo, Plain, Russian as Ru};
    assert_eq!(form(&["1 234,56"], English), (Ru, None));
    assert_eq!(form(&["1,234.56"], Russian), (Anglo, None));
    assert_eq!(form(&["1.234,56"], English), (Continental, None));
    assert_eq!(form(&["1234.56", "1 000"], Russian), (Plain, None));
    assert_eq!(form(&["1,234", "1,5"], English), (Ru, None), "the second decides");
    assert_eq!(form(&["1,234", "12,500"], Russian), (Anglo, Some(Ru)), "groups, but worth a look");
    assert_eq!(form(&["1.234"], Russian), (Continental, Some(Plain)));
    assert_eq!(form(&["0.125"], Russian), (Plain, None));
    assert_eq!(form(&["1234", "5"], Russian), (Ru, None), "all say the same");
    // What is counted is whole, so that a comma before three digits can only group.
    let counted = russian("Месяц\tКанал\tЛиды\nянв.27\tПисьма\t1,234");
    assert_eq!(figure(&counted, 1, "d", &Fact::Channel(ChannelFact::Leads)).as_deref(), Some("1234"));
    assert_eq!(column(&counted, "Лиды").number.unwrap().alternative, None);
}

#[test]
fn columns_vote_for_their_dates() {
    let form = |cells: &[&str], language| {
        let text =
            format!("Месяц\tКасса\n{}", cells.iter().map(|cell| format!("{cell}\t5\n")).collect::<String>());
        let import = read(&text, &layout(language), language, &Overrides::default()).unwrap();
        let vote = import.columns[0].date.unwrap();
        (vote.format, vote.alternative, import.months)
    };
    use DateFormat::{
        DayMonthYear, MonthYear, Name, NameAlone, SlashDayFirst, SlashMonthFirst, YearMonthDay,
    };
    let year = |months: &[u32]| months.iter().map(|&each| month(each)).collect::<Vec<_>>();
    assert_eq!(form(&["15.01.2027", "3.2.27"], English), (DayMonthYear, None, year(&[1, 2])));
    assert_eq!(
        form(&["2027-01-15T10:22:00", "2027-02-01 12:00"], Russian),
        (YearMonthDay, None, year(&[1, 2]))
    );
    assert_eq!(form(&["1/15/2027", "2/3/2027"], Russian), (SlashMonthFirst, None, year(&[1, 2])));
    assert_eq!(form(&["15/1/2027", "3/2/2027"], English), (SlashDayFirst, None, year(&[1, 2])));
    assert_eq!(form(&["2/3/2027"], Russian), (SlashDayFirst, Some(SlashMonthFirst), year(&[3])));
    assert_eq!(form(&["2/3/2027"], English), (SlashMonthFirst, Some(SlashDayFirst), year(&[2])));
    assert_eq!(
        form(&["1/1/2027", "2/1/2027"], Russian),
        (SlashMonthFirst, Some(SlashDayFirst), year(&[1, 2]))
    );
    assert_eq!(form(&["01.2027", "2027-02"], Russian), (MonthYear, None, year(&[1, 2])));
    assert_eq!(form(&["янв.27", "Feb-27", "март 2027 г."], English), (Name, None, year(&[1, 2, 3])));
    assert_eq!(form(&["январь", "Май"], Russian), (NameAlone, None, year(&[1, 5])));
}

#[test]
fn a_name_is_matched_or_reported() {
    let text = "Месяц\tКанал\tЛиды\nянв.27\tКОНТЕКСТНАЯ РЕКЛАМА\t1\nянв.27\tблог\t2\nянв.27\tК\t3\nянв.27\tTelegram\t4";
    let import = russian(text);
    let channels: Vec<_> = import.cells.iter().map(|cell| cell.channel.clone().unwrap()).collect();
    let known = |id: &str| ChannelMatch::Known(id.to_owned());
    let new = |name: &str| ChannelMatch::New(name.to_owned());
    assert_eq!(channels, [known("a"), known("c"), new("К"), new("Telegram")]);
    assert_eq!(import.new_channels.len(), 2);
    let mut overrides = Overrides::default();
    overrides.channels.insert("Telegram".to_owned(), "d".to_owned());
    let import = read(text, &layout(Russian), Russian, &overrides).unwrap();
    assert_eq!(figure(&import, 1, "d", &Fact::Channel(ChannelFact::Leads)).as_deref(), Some("4"));
}

#[test]
fn headings_in_many_words() {
    let of = |heading: &str| {
        let import = russian(&format!("Месяц\tКанал\tПрочее\t{heading}\nянв.27\tПисьма\tтекст\t5"));
        import.columns[3].mapping.clone()
    };
    let values = |fact| ColumnMapping::Values { fact: Some(fact), month: None, channel: None };
    for (heading, fact) in [
        ("Затраты на рекламу, руб.", Fact::Channel(ChannelFact::Spend)),
        ("Сумма расходов", Fact::Channel(ChannelFact::Spend)),
        ("Кол-во заявок", Fact::Channel(ChannelFact::Leads)),
        ("Новые клиенты", stage("c")),
        ("Встречи", stage("b")),
        ("Поступления, ₽", Fact::Channel(ChannelFact::Revenue)),
        ("Оплата труда", Fact::Business(BusinessFact::Payroll)),
        ("Рекламации", Fact::Business(BusinessFact::Complaints)),
        ("Остаток денег", Fact::Business(BusinessFact::Cash)),
        ("Сдано в срок", Fact::Business(BusinessFact::OnPromise)),
        ("Переменные затраты", Fact::Business(BusinessFact::VariableCosts)),
        ("Средний цикл сделки, дней", Fact::Business(BusinessFact::Cycle)),
        ("Cross-sell revenue", Fact::Business(BusinessFact::CrossSellRevenue)),
        ("Fixed costs", Fact::Business(BusinessFact::FixedCosts)),
        ("Total leads", Fact::Channel(ChannelFact::Leads)),
        ("Active clients", Fact::Business(BusinessFact::Active)),
    ] {
        assert_eq!(of(heading), values(fact), "{heading}");
    }
    for (heading, why) in [
        ("Стоимость лида", Skipped::Ratio),
        ("Конверсия в встречу", Skipped::Ratio),
        ("CPL", Skipped::Ratio),
        ("Лиды, план", Skipped::Plan),
        ("Итого", Skipped::Total),
        ("Повторные клиенты", Skipped::Unknown),
        ("Прибыль", Skipped::Unknown),
    ] {
        assert_eq!(of(heading), ColumnMapping::Skipped(why), "{heading}");
    }
}

#[test]
fn channels_may_stand_in_headings_and_above_them() {
    let import = russian("Месяц\tКонтекст: лиды\tЛиды (Письма)\tTelegram: расход\nянв.27\t5\t6\t700");
    assert_eq!(import.shape, TableShape::ByMonth);
    assert_eq!(figure(&import, 1, "a", &Fact::Channel(ChannelFact::Leads)).as_deref(), Some("5"));
    assert_eq!(figure(&import, 1, "d", &Fact::Channel(ChannelFact::Leads)).as_deref(), Some("6"));
    assert_eq!(import.new_channels[0].name, "Telegram");

    let import = russian("\tКонтекст\t\tПисьма\t\nМесяц\tРасход\tЛиды\tРасход\tЛиды\nянв.27\t500\t5\t600\t6");
    assert_eq!(figure(&import, 1, "a", &Fact::Channel(ChannelFact::Leads)).as_deref(), Some("5"));
    assert_eq!(figure(&import, 1, "d", &Fact::Channel(ChannelFact::Spend)).as_deref(), Some("600"));

    let import = russian("Лиды по каналам\nКанал\tянв.27\tфев.27\nКонтекст\t5\t6\nПисьма\t\t7");
    assert_eq!(figure(&import, 2, "d", &Fact::Channel(ChannelFact::Leads)).as_deref(), Some("7"));

    let import = russian("Показатель\tянв.27\t\n\tПлан\tФакт\nКонтекст: лиды\t9\t5");
    assert_eq!(
        figure(&import, 1, "a", &Fact::Channel(ChannelFact::Leads)).as_deref(),
        Some("5"),
        "a plan is no fact"
    );
}

#[test]
fn one_figure_in_a_row() {
    let text = "Месяц;Канал;Показатель;Значение\n01.2027;Контекст;Расход;1500,5\n;;Лиды;7\n;Письма;Лиды;8";
    let import = russian(text);
    assert_eq!(figure(&import, 1, "a", &Fact::Channel(ChannelFact::Spend)).as_deref(), Some("1500.5"));
    assert_eq!(figure(&import, 1, "a", &Fact::Channel(ChannelFact::Leads)).as_deref(), Some("7"));
    assert_eq!(figure(&import, 1, "d", &Fact::Channel(ChannelFact::Leads)).as_deref(), Some("8"));
    assert_eq!(import.notes, [Note::FilledDown { rows: 3 }]);
}

#[test]
fn what_makes_no_sense_is_kept_and_marked() {
    let text = "Месяц\tКанал\tЛиды\tРасход\tКасса\nянв.27\tКонтекст\t1,5\t-5\t-7\nянв.27\tКонтекст\t2\t5..9\t-8\n\
        нескоро\tКонтекст\t1\t1\t1\nфев.27\t\t4\t=5*2\t9\nмар.27\tКонтекст\t#ДЕЛ/0!\t#NAME?\tErr:502";
    let import = russian(text);
    let reasons: Vec<_> = import.bad.iter().map(|bad| (bad.row, bad.column, bad.reason)).collect();
    assert_eq!(
        reasons,
        [
            (1, 2, BadReason::NotWhole),
            (1, 3, BadReason::Negative),
            (2, 3, BadReason::NotOneNumber),
            (2, 4, BadReason::Conflict { row: 1, column: 4 }),
            (3, 0, BadReason::NotAMonth),
            (4, 2, BadReason::NoChannel),
            (4, 3, BadReason::NoChannel),
            (5, 2, BadReason::FormulaError),
            (5, 3, BadReason::FormulaError),
            (5, 4, BadReason::FormulaError),
        ]
    );
    assert_eq!(figure(&import, 1, "", &Fact::Business(BusinessFact::Cash)).as_deref(), Some("-7"));
}

#[test]
fn the_reader_knows_better() {
    let text = "Период\tКанал\tОбращение в чат\tЧек\n2/3/2027\tПисьма\t7\t1,234";
    let mut overrides = Overrides::default();
    let values = |fact| ColumnMapping::Values { fact: Some(fact), month: None, channel: None };
    overrides.columns.insert(2, values(Fact::Channel(ChannelFact::Leads)));
    overrides.columns.insert(3, values(Fact::Channel(ChannelFact::Revenue)));
    overrides.numbers.insert(3, NumberFormat::Russian);
    overrides.dates.insert(0, DateFormat::SlashMonthFirst);
    let import = read(text, &layout(Russian), Russian, &overrides).unwrap();
    assert_eq!(figure(&import, 2, "d", &Fact::Channel(ChannelFact::Leads)).as_deref(), Some("7"));
    assert_eq!(figure(&import, 2, "d", &Fact::Channel(ChannelFact::Revenue)).as_deref(), Some("1.234"));

    let text = "\tянв.27\nКонтекст: чаты\t5\nПисьма: лиды\t6";
    let mut overrides = Overrides::default();
    overrides.rows.insert(1, Some(Fact::Channel(ChannelFact::Leads)));
    overrides.rows.insert(2, None);
    overrides.columns.insert(0, ColumnMapping::Measure);
    let import = read(text, &layout(Russian), Russian, &overrides).unwrap();
    assert_eq!(import.rows[1].mapping, Err(Skipped::Asked));
    assert_eq!(import.cells.len(), 0, "the channel of row 1 is not known");
    assert_eq!(import.bad[0].reason, BadReason::NoChannel);
}

#[test]
fn a_block_of_figures() {
    let import = russian("150 000,5\t16\n\n—\t17\nпять\t18\n");
    assert_eq!((import.shape, import.header), (TableShape::Bare, None));
    let text: Vec<Vec<String>> = import
        .block
        .iter()
        .map(|row| row.iter().map(|cell| cell.map_or(String::new(), |value| value.to_string())).collect())
        .collect();
    assert_eq!(text, [["150000.5", "16"], ["", ""], ["", "17"], ["", "18"]]);
    assert_eq!((import.bad[0].row, import.bad[0].column), (3, 0));
    // One column, where a comma is in the numbers.
    let import = russian("1,5\n2,5\n");
    assert_eq!(import.block, [[Some(Decimal::new(15, 1))], [Some(Decimal::new(25, 1))]]);
    // Names at the left and above are no figures.
    let import = russian("Контекст\t5\t\t6\nПисьма\t7\t\t8");
    assert_eq!(import.block.iter().map(Vec::len).collect::<Vec<_>>(), [3, 3]);
    let bare = Overrides { bare: true, ..Overrides::default() };
    let import = read("Расход\tЛиды\n5\t6", &layout(Russian), Russian, &bare).unwrap();
    assert_eq!((import.shape, import.block.len(), import.header), (TableShape::Bare, 1, Some(0)));
}

#[test]
fn deals_are_counted_with_care() {
    let head = "Create date,Source,Deal stage,Amount,Close date\n";
    let read = |rows: &str| {
        read(&format!("{head}{rows}"), &layout(English), English, &Overrides::default()).unwrap()
    };
    let import = read(
        "1/20/2027,Referrals,Closed Won,,2/14/2027\n1/21/2027,Referrals,Contract,500,\n1/22/2027,,Meeting,1,\n",
    );
    assert_eq!(figure(&import, 2, "b", &stage("c")).as_deref(), Some("1"));
    assert_eq!(
        figure(&import, 1, "b", &stage("c")).as_deref(),
        Some("0"),
        "at the contract, but not won yet"
    );
    assert_eq!(figure(&import, 1, "b", &stage("b")).as_deref(), Some("2"));
    assert_eq!(
        figure(&import, 2, "b", &Fact::Channel(ChannelFact::Revenue)),
        None,
        "sold for an unknown price"
    );
    assert_eq!(
        figure(&import, 2, "b", &Fact::Channel(ChannelFact::Leads)),
        None,
        "whether leads came in February is not told"
    );
    for note in
        [Note::WithoutChannel { deals: 1 }, Note::NotYetWon { deals: 1 }, Note::WonWithoutAmount { deals: 1 }]
    {
        assert!(import.notes.contains(&note), "{note:?}");
    }
    let import = read("1/20/2027,Referrals,Contract,500,\n1/21/2027,Referrals,Closed Lost,0,\n");
    assert_eq!(figure(&import, 1, "b", &Fact::Channel(ChannelFact::Revenue)).as_deref(), Some("500"));
    assert!(import.notes.contains(&Note::LastStageIsSale { deals: 1 }));
    assert!(import.notes.contains(&Note::LostAsLeads { deals: 1 }));
    let import = read("1/20/2027,Referrals,Won,500,1/30/2027\n");
    assert_eq!(figure(&import, 1, "b", &stage("a")), None, "no deal tells of the stages between");
    assert!(import.notes.contains(&Note::StagesUnknown));
}

/// Payments without a deal are not in a CRM, and nothing is converted: both are said.
#[test]
fn what_revenue_is_made_of_is_told() {
    let read = |text: &str, language| read(text, &layout(language), language, &Overrides::default()).unwrap();
    let head = "Create date,Source,Deal stage,Amount,Close date\n";
    let deals = |rows: &str| read(&format!("{head}{rows}"), English).notes;
    assert!(deals("1/20/2027,Referrals,Closed Won,500,2/14/2027\n").contains(&Note::RevenueOfDeals));
    assert!(!deals("1/20/2027,Referrals,Meeting,500,\n").contains(&Note::RevenueOfDeals), "none is won");
    let of = |text: &str| {
        let notes = read(text, Russian).notes.into_iter();
        notes.filter(|note| matches!(note, Note::OtherCurrency { .. })).collect::<Vec<_>>()
    };
    let codes =
        |codes: &[&'static str]| codes.iter().map(|&code| Note::OtherCurrency { code }).collect::<Vec<_>>();
    assert_eq!(of("Месяц\tКанал\tРасход, $\nянв.27\tПисьма\t1 500"), codes(&["USD"]));
    assert_eq!(
        of("Месяц\tКанал\tРасход\nянв.27\tПисьма\t€1 500\nфев.27\tПисьма\t90 тенге"),
        codes(&["EUR", "KZT"])
    );
    assert_eq!(of("Месяц\tКанал\tРасход\nянв.27\tПисьма\t1 500 руб."), codes(&[]), "the plan's own");
    assert_eq!(of("Показатель\tянв.27\nВыручка допродаж, USD\t1 500"), codes(&["USD"]));
    assert_eq!(of("1 500 $\t2"), codes(&["USD"]));
    let deals = "Дата создания;Источник;Этап;Сумма;Валюта\n20.01.2027;Письма;Договор;500;Доллар США\n";
    assert_eq!(of(deals), codes(&["USD"]));
}

/// Dates of which none has a day above twelve: both readings are told, and what makes the likelier table is taken.
#[test]
fn dates_in_doubt_are_told() {
    let months = |import: &Import| import.months.iter().map(|month| month.month()).collect::<Vec<_>>();
    let table = |days: [&str; 3], language| {
        let rows: String = days.iter().map(|day| format!("{day}\t5\n")).collect();
        read(&format!("Месяц\tКасса\n{rows}"), &layout(Russian), language, &Overrides::default()).unwrap()
    };
    for (days, mapping) in [
        (["01/02/2027", "01/03/2027", "01/04/2027"], vec![2, 3, 4]),
        (["05/01/2027", "05/02/2027", "05/03/2027"], vec![1, 2, 3]),
        (["02/05/2027", "03/05/2027", "04/05/2027"], vec![2, 3, 4]),
    ] {
        for language in [Russian, English] {
            let import = table(days, language);
            assert_eq!(months(&import), mapping, "{days:?} {language:?}");
            assert!(
                matches!(&import.notes[..], [Note::EitherDate { column: 0, raw, one, other }]
                    if raw == days[0] && *one == month(mapping[0]) && *other != month(mapping[0])),
                "{:?}",
                import.notes
            );
        }
    }
    // Neither makes one month: the custom of the language.
    let days = ["02/03/2027", "04/06/2027", "07/08/2027"];
    assert_eq!(months(&table(days, Russian)), [3, 6, 8]);
    assert_eq!(months(&table(days, English)), [2, 4, 7]);
    assert_eq!(table(["15/02/2027", "01/03/2027", "01/04/2027"], English).notes, []);

    let across = russian("Показатель\t01/02/2027\t01/03/2027\nКасса\t5\t6");
    let (raw, one, other) = ("01/02/2027".to_owned(), month(2), month(1));
    assert_eq!(across.notes, [Note::EitherDate { column: 1, raw, one, other }], "once for all columns");
    let mut overrides = Overrides::default();
    overrides.dates.extend([(1, DateFormat::SlashMonthFirst), (2, DateFormat::DayMonthYear)]);
    let text = "Показатель\t01/02/2027\t01/03/2027\nКасса\t5\t6";
    let import = read(text, &layout(Russian), Russian, &overrides).unwrap();
    let form = |place: usize| import.columns[place].date.map(|vote| vote.format);
    assert_eq!((form(1), months(&import)), (Some(DateFormat::SlashMonthFirst), vec![1]));
    assert_eq!(form(2), Some(DateFormat::DayMonthYear), "to be chosen anew");
}

/// Days of deals in one table are written alike.
#[test]
fn columns_of_days_agree() {
    let deals = |closed: &str| {
        let text = format!(
            "Create date,Source,Deal stage,Amount,Close date\n\
            01/02/2027,Referrals,Closed Won,500,{closed}\n01/03/2027,Referrals,Meeting,500,\n"
        );
        read(&text, &layout(English), English, &Overrides::default()).unwrap()
    };
    let form = |import: &Import| import.columns[0].date.map(|vote| (vote.format, vote.alternative)).unwrap();
    assert_eq!(form(&deals("28/02/2027")), (DateFormat::SlashDayFirst, None));
    assert_eq!(form(&deals("02/28/2027")), (DateFormat::SlashMonthFirst, None));
    let import = deals("02/03/2027");
    assert_eq!(form(&import), (DateFormat::SlashMonthFirst, Some(DateFormat::SlashDayFirst)));
    let doubts = import.notes.iter().filter(|note| matches!(note, Note::EitherDate { .. }));
    assert_eq!(doubts.count(), 2, "of either column");
}

/// A day that no month has is no date, and does not tell how the others are written.
#[test]
fn an_impossible_day_has_no_vote() {
    let import = russian("Месяц\tКасса\n01/02/2027\t5\n02/30/2027\t6\n01/04/2027\t7");
    assert_eq!(import.months, [month(2), month(4)]);
    let bad: Vec<_> = import.bad.iter().map(|bad| (bad.row, bad.raw.as_str(), bad.reason)).collect();
    assert_eq!(bad, [(2, "02/30/2027", BadReason::NotAMonth)]);
    for day in ["31.04.2027", "29.02.2027", "2027-02-30", "00.01.2027", "30 февраля 2027"] {
        let import = russian(&format!("Месяц\tКасса\n{day}\t5"));
        assert_eq!(import.cells, [], "{day}");
    }
    assert_eq!(russian("Месяц\tКасса\n29.02.2028\t5").cells.len(), 1);
}

/// Thousands are told by the heading or by the cell, not by both.
#[test]
fn thousands_are_applied_once() {
    let spend = |head: &str, cell: &str| {
        let import = russian(&format!("Месяц\tКанал\t{head}\nянв.27\tПисьма\t{cell}"));
        figure(&import, 1, "d", &Fact::Channel(ChannelFact::Spend))
    };
    for (head, cell, value) in [
        ("Spend, k$", "148.5k", "148500"),
        ("Расход, тыс. руб.", "148,5 тыс. руб.", "148500"),
        ("Расход, тыс. руб.", "1,2 млн", "1200000"),
        ("Расход, тыс. руб.", "148,5", "148500"),
        ("Расход, тыс. руб.", "148,5 руб.", "148500"),
        ("Расход", "148,5 тыс.", "148500"),
    ] {
        assert_eq!(spend(head, cell).as_deref(), Some(value), "{head}: {cell}");
    }
    let deals = "Дата создания;Источник;Этап;Сумма, тыс.\n20.01.2027;Письма;Договор;70 тыс.\n";
    assert_eq!(
        figure(&russian(deals), 1, "d", &Fact::Channel(ChannelFact::Revenue)).as_deref(),
        Some("70000")
    );
}

/// Channels down and months across, where nothing says what is counted: it is assumed aloud.
#[test]
fn figures_without_a_name_are_asked_about() {
    let text = |cells: [&str; 3]| {
        format!(
            "Channel\tJan-27\tFeb-27\nSearch ads\t{}\t{}\nReferrals\t{}\t—\nTotal\t99 999\t0",
            cells[0], cells[1], cells[2]
        )
    };
    let of = |cells, overrides: &Overrides| read(&text(cells), &layout(English), English, overrides).unwrap();
    let import = of(["16", "15", "5"], &Overrides::default());
    assert_eq!(
        (import.shape, import.figure.clone()),
        (TableShape::Pivot, Some(Fact::Channel(ChannelFact::Leads)))
    );
    assert_eq!(figure(&import, 2, "a", &Fact::Channel(ChannelFact::Leads)).as_deref(), Some("15"));
    assert_eq!((import.cells.len(), import.bad.len()), (3, 0));
    assert_eq!(import.notes, [Note::Totals { rows: 1 }]);
    for cells in [["148,500", "15", "5"], ["$16", "15", "5"], ["16.5", "15", "5"], ["16", "12k", "5"]] {
        assert_eq!(
            of(cells, &Overrides::default()).figure,
            Some(Fact::Channel(ChannelFact::Spend)),
            "{cells:?}"
        );
    }
    let asked = Overrides { figure: Some(Fact::Channel(ChannelFact::Revenue)), ..Overrides::default() };
    let import = of(["16", "15", "5"], &asked);
    assert_eq!(import.figure, Some(Fact::Channel(ChannelFact::Revenue)));
    assert_eq!(figure(&import, 1, "b", &Fact::Channel(ChannelFact::Revenue)).as_deref(), Some("5"));

    let down = russian("Месяц\tКонтекст\tПисьма\nянв.27\t5\t6");
    assert_eq!((down.figure.clone(), down.cells.len()), (Some(Fact::Channel(ChannelFact::Leads)), 2));
    let named = russian("Лиды по каналам\nКанал\tянв.27\nКонтекст\t5");
    assert_eq!((named.figure.clone(), named.cells.len()), (None, 1), "the title says it");
}

/// Bare figures are looked at as those of a table are, once it is known what they are.
#[test]
fn a_figure_is_checked_by_what_it_is() {
    let half = Decimal::new(15, 1);
    assert_eq!(Fact::Channel(ChannelFact::Leads).check(half), Err(FactFault::NotWhole));
    assert_eq!(stage("a").check(half), Err(FactFault::NotWhole));
    assert_eq!(Fact::Channel(ChannelFact::Spend).check(half), Ok(()));
    assert_eq!(Fact::Business(BusinessFact::Cycle).check(half), Ok(()));
    assert_eq!(Fact::Channel(ChannelFact::Spend).check(-half), Err(FactFault::Negative));
    assert_eq!(Fact::Business(BusinessFact::Cash).check(-half), Ok(()));
}

#[test]
fn too_much_is_refused() {
    let fault = |text: &str| read(text, &layout(Russian), Russian, &Overrides::default()).unwrap_err();
    assert_eq!(fault(" \n\t\n"), ImportFault::Empty);
    assert_eq!(fault(&"5".repeat(MOST_BYTES + 1)), ImportFault::TooLong);
    assert_eq!(fault(&"5\n".repeat(50_001)), ImportFault::TooManyRows);
    assert_eq!(fault(&format!("5{}", "\n".repeat(30_000)).repeat(2)), ImportFault::TooManyRows);
    assert_eq!(fault(&"5\t".repeat(301)), ImportFault::TooManyColumns);
}

/// Long texts of the worst kind take no longer than a moment.
#[test]
fn the_largest_texts_are_answered() {
    let head = "Дата создания;Источник;Этап сделки;Сумма\n";
    for text in [
        format!("{head}{}", "15.01.2027;Контекст;Встреча;70000\n".repeat(18_000)),
        format!("Месяц\tКанал\tЛиды\n{}", "янв.27\tTelegram реклама\t1,234\n".repeat(19_000)),
        "январь лиды контекст\t".repeat(90).repeat(200),
        "\"".repeat(MOST_BYTES - 1),
        format!("{}\n", "a\t".repeat(90)).repeat(5000),
    ] {
        let text: String = text.chars().take(MOST_BYTES / 10).collect();
        let _ = read(&text, &layout(Russian), Russian, &Overrides::default());
    }
}

/// Whatever the slices, the same comes of it, and whoever stops in the midst has nothing.
#[test]
fn a_table_read_in_slices_is_the_same() {
    let files = ["amocrm.csv", "excel_ru.tsv", "pivot_ru.tsv"];
    let texts = files.map(|name| {
        let path = [env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/import/", name].concat();
        decode(&std::fs::read(path).unwrap())
    });
    let odd = [" \n", "1 234,5\t7\n\n—\t=1+2", "5\t5\t".repeat(60).as_str()].map(str::to_owned);
    for text in texts.into_iter().chain(odd) {
        for (bare, cells) in [(false, 1), (false, 7), (false, 1_000), (true, 3)] {
            let overrides = Overrides { bare, ..Overrides::default() };
            let whole = read(&text, &layout(Russian), Russian, &overrides);
            let mut reading = TableReading::new(text.clone(), layout(Russian), Russian, overrides.clone());
            let mut done = 0;
            let sliced = loop {
                if let Some(sliced) = reading.step(cells) {
                    break sliced;
                }
                assert!((done..=100).contains(&reading.done()), "{done} {}", reading.done());
                done = reading.done();
            };
            assert_eq!(sliced, whole, "{cells}");
            assert_eq!(reading.step(cells), None, "told once");
        }
    }
}

/// A number in one of the forms.
fn written(kopecks: i64, form: NumberFormat) -> String {
    let (group, point) = match form {
        NumberFormat::Russian => ("\u{a0}", ","),
        NumberFormat::English => (",", "."),
        NumberFormat::Continental => (".", ","),
        NumberFormat::Plain => ("", "."),
    };
    let whole = (kopecks / 100).to_string();
    let parts: Vec<&str> =
        whole.as_bytes().rchunks(3).rev().map(|part| std::str::from_utf8(part).unwrap()).collect();
    format!("{}{point}{:02}", parts.join(group), kopecks % 100)
}

proptest! {
    #[test]
    fn any_text_is_answered(text in "[ -~\n\t;\"а-я₽—0-9.,]{0,300}", english in any::<bool>()) {
        let language = if english { English } else { Russian };
        let _ = read(&text, &layout(language), language, &Overrides::default());
    }

    #[test]
    fn any_bytes_are_decoded(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = read(&decode(&bytes), &layout(Russian), Russian, &Overrides::default());
    }

    /// A table of columns in any of the forms is read back the same, whatever the language of the screen.
    #[test]
    fn every_form_comes_back(
        amounts in proptest::collection::vec(0..10_000_000_000_i64, 1..24),
        form in proptest::sample::select(NumberFormat::ALL.to_vec()),
        english in any::<bool>(),
    ) {
        let mut text = String::from("Месяц\tКонтекст: расход\n");
        for (place, &kopecks) in amounts.iter().enumerate() {
            let month = month(1).later(place as u32).text();
            writeln!(text, "{month}\t{}", written(kopecks, form)).unwrap();
        }
        let language = if english { English } else { Russian };
        let import = read(&text, &layout(Russian), language, &Overrides::default()).unwrap();
        let values: Vec<Decimal> = import.cells.iter().map(|cell| cell.value).collect();
        let expected: Vec<Decimal> = amounts.iter().map(|&kopecks| Decimal::new(kopecks, 2)).collect();
        prop_assert_eq!(values, expected);
        prop_assert_eq!(import.columns[1].number.unwrap().alternative, None);
    }

    /// Whatever is told of a cell is told of one that is there.
    #[test]
    fn places_are_places(rows in proptest::collection::vec(
        proptest::collection::vec(proptest::sample::select(vec![
            "Месяц", "Канал", "Лиды", "Расход", "Контекст", "Встреча", "янв.27", "01.02.2027", "1,234", "5", "—", "Итого",
            "Дата создания", "Этап", "Сумма", "Успешно", "Показатель", "Контекст: лиды", "", "x",
        ]), 1..6), 1..8)) {
        let text: String = rows.iter().map(|row| row.join("\t") + "\n").collect();
        if let Ok(import) = read(&text, &layout(Russian), Russian, &Overrides::default()) {
            for bad in &import.bad {
                let cell = import.table.get(bad.row).and_then(|row| row.get(bad.column));
                prop_assert_eq!(cell.map_or("", String::as_str), &bad.raw);
            }
            for cell in &import.cells {
                prop_assert!(cell.row < import.table.len() && cell.column < import.columns.len());
                prop_assert_eq!(cell.channel.is_some(), cell.fact.is_by_channel());
            }
        }
    }
}

#[test]
fn what_could_not_be_read_is_known_by_where_it_belongs() {
    let table = russian("Месяц;Канал;Расход;Заявки\n01.2027;Контекст;много;16\n02.2027;Сарафан;1 000;2,5");
    let places: Vec<_> = table.bad.iter().map(|bad| (bad.raw.as_str(), bad.place.clone())).collect();
    let figure = |at, channel, fact| Some(BadPlace::Figure(month(at), Some(channel), fact));
    let (known, new) = (ChannelMatch::Known("a".to_owned()), ChannelMatch::New("Сарафан".to_owned()));
    let expected = [
        ("много", figure(1, known, Fact::Channel(ChannelFact::Spend))),
        ("2,5", figure(2, new, Fact::Channel(ChannelFact::Leads))),
    ];
    assert_eq!(places, expected);
    // A block has places of its own; a figure that stands twice has none: somebody else is there.
    let bare = Overrides { bare: true, ..Overrides::default() };
    let block = read("16\t7\n3\t?!\n5\t1", &layout(Russian), Russian, &bare).unwrap();
    assert_eq!(block.bad[0].place, Some(BadPlace::Block(1, 1)));
    let twice = russian("Месяц;Канал;Заявки\n01.2027;Контекст;16\n01.2027;Контекст;18");
    assert_eq!((twice.bad.len(), twice.bad[0].place.clone()), (1, None));
}

/// Whatever the screen calls a fact, a column with that heading is taken for it.
#[test]
fn every_fact_is_known_by_its_own_name() {
    let model = Model::default();
    for language in [Russian, English] {
        let show = Show::standard(language);
        let context = ImportContext { channels: Vec::new(), stages: Vec::new(), ..layout(language) };
        for fact in Fact::all(&model) {
            let name = fact_name(&show, &model, &fact);
            let text = format!("Month\tChannel\t{name}\n2027-01\tAds\t1");
            let import = read(&text, &context, language, &Overrides::default()).unwrap();
            let cell = import.cells.first().map(|cell| &cell.fact);
            assert_eq!(cell, Some(&fact), "{name}: put what it is called into tables/synonyms.rs");
        }
    }
}

#[test]
fn clients_are_those_who_reach_the_stage_that_makes_them() {
    // The third stage is work of delivery: who reaches the second is a client.
    let context = ImportContext { client_stage: Some("b".into()), ..layout(Russian) };
    let text = "Месяц\tКанал\tКлиенты\nянв.27\tРекомендации\t12";
    let one = |context: &ImportContext| {
        let import = read(text, context, Russian, &Overrides::default()).unwrap();
        import.cells.into_iter().map(|cell| cell.fact).collect::<Vec<_>>()
    };
    let stage = |id: &str| vec![Fact::Channel(ChannelFact::Stage(id.to_owned()))];
    assert_eq!((one(&context), one(&layout(Russian))), (stage("b"), stage("c")));
    // A deal won is one of theirs too.
    let deals = "Дата создания,Этап сделки,Бюджет,Источник,Дата закрытия\n\
        12.01.2027,Успешно реализовано,50000,Рекомендации,20.01.2027\n\
        14.01.2027,Годная заявка,30000,Рекомендации,\n";
    let import = read(deals, &context, Russian, &Overrides::default()).unwrap();
    let of =
        |id: &str| import.cells.iter().find(|cell| stage(id) == [cell.fact.clone()]).map(|cell| cell.value);
    assert_eq!((of("a"), of("b"), of("c")), (Some(2.into()), Some(1.into()), None));
}
