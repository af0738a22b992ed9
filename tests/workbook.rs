//! Files of spreadsheets, built here piece by piece: what Excel, LibreOffice, Google Sheets and reports of CRMs write.

#[path = "common/package.rs"]
mod package;

use obkatka::model::{Currency, YearMonth};
use obkatka::number::reading::Language;
use obkatka::tables::{
    BadReason, FileKind, Import, ImportContext, ImportFault, Overrides, Workbook, WorkbookFault,
    WorkbookReading, file_kind, read,
};
use package::{deflated, packed, workbook};

fn opened(bytes: Vec<u8>) -> Result<Workbook, WorkbookFault> {
    WorkbookReading::new(bytes).whole()
}

/// The text of the first table of a workbook with these cells.
fn text(cells: &str) -> String {
    opened(workbook(cells)).unwrap().tables.swap_remove(0).text.unwrap()
}

fn import(text: &str) -> Import {
    let channels = vec![("a".to_owned(), "Контекст".to_owned())];
    let context = ImportContext {
        channels,
        stages: Vec::new(),
        client_stage: None,
        start: YearMonth::new(2027, 1),
        focus: None,
        currency: Currency::Rub,
    };
    read(text, &context, Language::Russian, &Overrides::default()).unwrap()
}

fn figures(import: &Import) -> Vec<(YearMonth, String)> {
    import.cells.iter().map(|cell| (cell.month, cell.value.to_string())).collect()
}

#[test]
fn types_of_cells_decide() {
    let cells = r#"<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>Расход</t></is></c><c r="C1" t="str"><f>"Ли"</f><v>Лиды</v></c></row>
        <row r="2"><c r="A2" s="1"><v>46388</v></c><c r="B2"><v>1488.6900000000001</v></c><c r="C2"><v>12</v></c></row>
        <row r="3"><c r="A3" s="2"><v>46419</v></c><c r="B3"><v>1.234</v></c><c r="C3"><f>1/0</f><v>7</v></c></row>"#;
    let text = text(cells);
    assert_eq!(text, "Месяц\tРасход\tЛиды\n2027-01-01\t1488.69\t12\n2027-02\t1.2340\t7\n");
    let (january, february) = (YearMonth::new(2027, 1), YearMonth::new(2027, 2));
    let expected = [(january, "1488.69"), (january, "12"), (february, "1.234"), (february, "7")]
        .map(|(m, v)| (m, v.to_owned()));
    assert_eq!(figures(&import(&text)), expected);
}

#[test]
fn days_may_count_from_1904() {
    let sheet =
        r#"<worksheet><sheetData><row r="1"><c r="A1" s="1"><v>44926</v></c></row></sheetData></worksheet>"#;
    let mut parts = package::parts(sheet);
    parts[2].1 = parts[2].1.replace("<workbookPr/>", "<workbookPr date1904=\"1\"/>");
    assert_eq!(opened(packed(&parts)).unwrap().tables[0].text.as_deref(), Ok("sep=\t\n2027-01-01\n"));
}

#[test]
fn sheets_are_offered_and_hidden_ones_left_out() {
    let mut parts = package::parts(
        r#"<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>"#,
    );
    parts[2].1 = r#"<x:workbook xmlns:x="m" xmlns:r="r"><x:sheets>
        <x:sheet name="Сводка &amp; итоги" sheetId="1" r:id="rId9"/>
        <x:sheet name="Данные" sheetId="2" r:id="rId1"/>
        <x:sheet name="Тайна" sheetId="3" state="hidden" r:id="rId1"/></x:sheets></x:workbook>"#
        .into();
    parts[3].1 = parts[3].1.replace(
        "</Relationships>",
        "<Relationship Id=\"rId9\" Type=\"x/worksheet\" Target=\"/xl/worksheets/other.xml\"/></Relationships>",
    );
    parts.push((
        "xl/worksheets/other.xml".into(),
        r#"<x:worksheet><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>О файле</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>"#.into(),
    ));
    let book = opened(packed(&parts)).unwrap();
    let names: Vec<_> = book.tables.iter().map(|table| table.name.as_str()).collect();
    assert_eq!((names, book.hidden_sheets), (vec!["Сводка & итоги", "Данные"], 1));
    assert_eq!(book.tables[0].text.as_deref(), Ok("sep=\t\nО файле\n"));
    let many: String = (0..60).map(|at| format!(r#"<sheet name="{at}" r:id="rId1"/>"#)).collect();
    parts[2].1 = format!("<workbook><sheets>{many}</sheets></workbook>");
    let book = opened(packed(&parts)).unwrap();
    assert_eq!((book.tables.len(), book.sheets_beyond), (50, 10));
}

#[test]
fn errors_of_formulas_are_told_with_their_place() {
    let cells = r#"<row r="1"><c r="A1" t="str"><v>Месяц</v></c><c r="B1" t="str"><v>Канал</v></c><c r="C1" t="str"><v>Расход</v></c></row>
        <row r="2"><c r="A2" s="1"><v>46388</v></c><c r="B2" t="str"><v>Контекст</v></c><c r="C2" t="e"><v>#REF!</v></c></row>
        <row r="3"><c r="A3" s="1"><v>46419</v></c><c r="B3" t="str"><v>Контекст</v></c><c r="C3"><v>5</v></c></row>"#;
    let import = import(&text(cells));
    let bad: Vec<_> =
        import.bad.iter().map(|bad| (bad.row, bad.column, bad.raw.as_str(), bad.reason)).collect();
    assert_eq!(bad, [(1, 2, "#REF!", BadReason::FormulaError)]);
    assert_eq!(figures(&import), [(YearMonth::new(2027, 2), "5".to_owned())]);
}

#[test]
fn merged_cells_and_words_below_the_table() {
    // The channel is merged over two rows, the title over three columns.
    let cells = r#"<row r="1"><c r="A1" t="str"><v>Отчёт за 2027 год</v></c><c r="B1"/><c r="C1"/></row>
        <row r="3"><c r="A3" t="str"><v>Канал</v></c><c r="B3" t="str"><v>Месяц</v></c><c r="C3" t="str"><v>Лиды</v></c></row>
        <row r="4"><c r="A4" t="str"><v>Контекст</v></c><c r="B4" s="1"><v>46388</v></c><c r="C4"><v>5</v></c></row>
        <row r="5"><c r="B5" s="1"><v>46419</v></c><c r="C5"><v>6</v></c></row>
        <row r="7"><c r="A7" t="str"><v>Составил</v></c><c r="B7" t="str"><v>Иванов</v></c></row>"#;
    let book = opened(workbook(cells)).unwrap();
    assert_eq!(book.tables.len(), 1);
    let import = import(book.tables[0].text.as_deref().unwrap());
    let expected = [(YearMonth::new(2027, 1), "5".to_owned()), (YearMonth::new(2027, 2), "6".to_owned())];
    assert_eq!(figures(&import), expected);
}

#[test]
fn two_tables_of_a_sheet_are_two() {
    let cells = r#"<row r="1"><c r="A1" t="str"><v>Месяц</v></c><c r="B1" t="str"><v>Лиды</v></c></row>
        <row r="2"><c r="A2" s="1"><v>46388</v></c><c r="B2"><v>5</v></c></row>
        <row r="5"><c r="A5" t="str"><v>Сотрудник</v></c><c r="B5" t="str"><v>Оклад</v></c></row>
        <row r="6"><c r="A6" t="str"><v>Анна</v></c><c r="B6"><v>90000</v></c></row>"#;
    let book = opened(workbook(cells)).unwrap();
    let parts: Vec<_> = book.tables.iter().map(|table| (table.part, table.text.clone().unwrap())).collect();
    let expected =
        [(1, "Месяц\tЛиды\n2027-01-01\t5\n".to_owned()), (2, "Сотрудник\tОклад\nАнна\t90000\n".to_owned())];
    assert_eq!(parts, expected);
}

#[test]
fn pages_that_call_themselves_xls() {
    let html = "<html><head><style>td {color: red}</style><meta charset=utf-8></head><body>
        <table border=1><tr><th>Месяц</th><th colspan=2>Контекст</th></tr>
        <tr><th></th><th>Расход<th>Лиды</tr>
        <tr><td rowspan=2>январь 2027</td><td>1&nbsp;500,50</td><td>3</td></tr><tr><td>10<br/></td><td>4</td></tr></table>";
    assert_eq!(file_kind(html.as_bytes()), FileKind::Markup);
    let book = opened(html.into()).unwrap();
    let expected = "Месяц\tКонтекст\n\tРасход\tЛиды\nянварь 2027\t1 500,50\t3\n\t10\t4\n";
    assert_eq!(book.tables[0].text.as_deref(), Ok(expected));
    let excel_2003 = r#"<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
        <Worksheet ss:Name="Лист"><Table><Row ss:Index="2"><Cell ss:Index="2"><Data ss:Type="DateTime">2027-01-01T00:00:00.000</Data></Cell><Cell><Data ss:Type="Number">5.5</Data></Cell></Row></Table></Worksheet></Workbook>"#;
    let book = opened(excel_2003.into()).unwrap();
    assert_eq!(
        (book.tables[0].name.as_str(), book.tables[0].text.as_deref()),
        ("Лист", Ok("\t2027-01-01\t5.5\n"))
    );
}

#[test]
fn what_cannot_be_read_says_why() {
    let container = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    let encrypted: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let cases: [(Vec<u8>, WorkbookFault); 6] = [
        ([&container[..], &[0; 600]].concat(), WorkbookFault::OldExcel),
        ([&container[..], &[0; 600], &encrypted].concat(), WorkbookFault::Password),
        (packed(&[("content.xml".into(), "<office/>".into())]), WorkbookFault::OtherFormat),
        (b"PK\x03\x04 and nothing else, not even an end".to_vec(), WorkbookFault::Damaged),
        (workbook(""), WorkbookFault::Empty),
        (vec![b'P'; (20 << 20) + 1], WorkbookFault::TooLarge),
    ];
    for (bytes, fault) in cases {
        assert_eq!(opened(bytes), Err(fault));
    }
    let whole = workbook(r#"<row r="1"><c r="A1"><v>1</v></c></row>"#);
    for end in 0..whole.len() {
        // Broken off anywhere it is answered.
        drop(opened(whole[..end].to_vec()));
    }
}

#[test]
fn limits_hold() {
    let far = |place: &str| opened(workbook(&format!(r#"<row r="1"><c r="{place}"><v>1</v></c></row>"#)));
    let fault = |book: Result<Workbook, WorkbookFault>| book.unwrap().tables[0].text.clone();
    assert_eq!(fault(far("A1048576")), Err(ImportFault::TooManyRows));
    assert_eq!(fault(far("XFD1")), Err(ImportFault::TooManyColumns));
    assert!(fault(far("KN300")).is_ok());
    // A text that would fill the memory.
    let bomb = deflated(&[("xl/workbook.xml".into(), vec![b' '; 4 << 20])]);
    assert!(bomb.len() < 1 << 17, "{}", bomb.len());
    assert_eq!(opened(bomb), Err(WorkbookFault::TooLarge));
}

/// Files made to take long: each is answered, and no step reads more than its share.
#[test]
fn files_made_to_take_long_are_answered() {
    let sheets: String =
        (0..40_000).map(|at| format!(r#"<sheet name="{at}" sheetId="{at}" r:id="rId1"/>"#)).collect();
    let mut parts = package::parts("<worksheet><sheetData/></worksheet>");
    parts[2].1 = format!("<workbook><sheets>{sheets}</sheets></workbook>");
    assert_eq!(opened(packed(&parts)), Err(WorkbookFault::Empty));
    // Nothing but remarks: a step ends within them.
    let remarks = format!("<worksheet><sheetData>{}</sheetData></worksheet>", "<!---->".repeat(50_000));
    let mut reading = WorkbookReading::new(packed(&package::parts(&remarks)));
    let steps = (1..).find(|_| reading.step(1000).is_some()).unwrap();
    assert!(steps > 40, "{steps}");
    // Headings after headings, each below an empty row: as many tables as are held against one another.
    let blocks: String = (0..3000)
        .map(|at| {
            let row = at * 3 + 1;
            let next = row + 1;
            format!(
                r#"<row r="{row}"><c t="str"><v>a{at}</v></c><c t="str"><v>b</v></c></row><row r="{next}"><c><v>1</v></c></row>"#
            )
        })
        .collect();
    assert_eq!(opened(workbook(&blocks)).unwrap().tables.len(), 500);
}

#[test]
fn reading_rests_and_goes_on() {
    let rows: String = (1..500).map(|row| format!(r#"<row r="{row}"><c><v>{row}</v></c></row>"#)).collect();
    let bytes = workbook(&rows);
    let whole = opened(bytes.clone());
    let mut reading = WorkbookReading::new(bytes);
    let mut steps = 1;
    let sliced = loop {
        match reading.step(100) {
            Some(outcome) => break outcome,
            None => steps += 1,
        }
    };
    assert_eq!(sliced, whole);
    assert!(steps > 10 && reading.done() == 100, "{steps} {}", reading.done());
}

/// Files that other programs have written: a merged title, a total by formula, a hidden sheet, a formula that fails.
#[test]
fn files_of_common_writers_are_read() {
    let openpyxl = opened(include_bytes!("fixtures/workbooks/openpyxl.xlsx").to_vec()).unwrap();
    let sheets: Vec<_> = openpyxl.tables.iter().map(|table| table.name.as_str()).collect();
    assert_eq!((sheets.as_slice(), openpyxl.hidden_sheets), (["Реклама", "Продажи"].as_slice(), 1));
    let read = figures(&import(openpyxl.tables[0].text.as_ref().unwrap()));
    let (january, february) = (YearMonth::new(2027, 1), YearMonth::new(2027, 2));
    let expected = [(january, "2000"), (january, "7"), (february, "2500"), (february, "5")];
    assert_eq!(read, expected.map(|(month, value)| (month, value.to_owned())));

    let xlsxwriter = opened(include_bytes!("fixtures/workbooks/xlsxwriter.xlsx").to_vec()).unwrap();
    let text = xlsxwriter.tables[0].text.as_ref().unwrap();
    assert_eq!(
        text,
        "Month\tChannel\tSpend\tLeads\n2027-01\tSearch ads\t1234.56\t41\n2027-02\tSearch ads\t980.1\t38\n2027-03\tSearch ads\t#DIV/0!\t12\n"
    );
}
