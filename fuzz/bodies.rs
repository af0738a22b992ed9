//! What is asserted of any bytes at all. Run by the fuzz targets, and over seeded noise by
//! `tests/noise.rs`, which needs no fuzzer.

use obkatka::codec::shelf::{LoadFault, MemoryStore, Shelf, Spare, Store};
use obkatka::codec::{read_file, read_link, seal, write_file, write_link};
use obkatka::model::{Currency, Model, YearMonth, check, ids_are_unique};
use obkatka::number::reading::{Expected, Language, read};
use obkatka::tables::{ImportContext, Overrides, WorkbookReading, decode, read as read_table};

/// A link: as it stands, and as the contents of an undamaged one.
pub fn link(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    for link in [read_link(&text), read_link(&seal(&text))].into_iter().flatten() {
        sound(&link.model);
    }
}

/// A file.
pub fn file(bytes: &[u8]) {
    if let Ok(opened) = read_file(&String::from_utf8_lossy(bytes)) {
        sound(&opened.model);
    }
}

/// A stored record: a text that does not open as it is stays in the storage as it is, also when its document is saved anew.
pub fn record(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let store = MemoryStore::default();
    let shelf = Shelf::of(&store);
    store.put("ue/m/a", &text).expect("a store in memory takes all");
    let is_kept = || {
        let texts = store.keys().unwrap_or_default().into_iter().filter_map(|key| store.get(&key).ok()?);
        texts.into_iter().any(|own| own == text)
    };
    match shelf.load("a", 5) {
        Ok(loaded) => {
            sound(&loaded.model);
            let mut model = loaded.model.clone();
            model.about.name = "anew".into();
            let spare = Spare { id: "b", suffix: " (2)" };
            let saved = shelf.save("a", &model, loaded.edition, spare, 7).expect("there is room");
            assert_eq!(shelf.load(&saved.id, 8).map(|again| again.model), Ok(model));
            assert!(is_kept() || loaded.faults.is_empty(), "{text:?}");
        }
        Err(LoadFault::TooNew { .. }) => assert_eq!(shelf.text("a").ok().flatten().as_deref(), Some(&*text)),
        Err(fault) => assert!(is_kept() && fault == LoadFault::Damaged, "{fault:?} {text:?}"),
    }
}

/// A number, in both languages and of every kind.
pub fn number(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    for language in [Language::Russian, Language::English] {
        for expected in [Expected::Amount, Expected::Share, Expected::Whole] {
            match read(&text, language, expected) {
                Ok(reading) => {
                    let (low, high) = reading.range.unwrap_or((reading.value, reading.value));
                    assert!(low <= reading.value && reading.value <= high, "{text:?} {reading:?}");
                }
                Err(error) => assert!(text.get(error.at.clone()).is_some(), "{text:?} {error:?}"),
            }
        }
    }
}

/// A table with facts, in both languages and as a block: what is told of a cell is told of one that is there.
pub fn import(bytes: &[u8]) {
    let text = decode(bytes);
    let named = |list: &[&str]| list.iter().map(|&name| (name.to_owned(), name.to_owned())).collect();
    let layout = ImportContext {
        channels: named(&["Контекст", "Кейсы, блог"]),
        stages: named(&["Встреча", "Договор"]),
        client_stage: None,
        start: YearMonth::new(2027, 1),
        focus: None,
        currency: Currency::Rub,
    };
    for (language, bare) in
        [(Language::Russian, false), (Language::English, false), (Language::English, true)]
    {
        let overrides = Overrides { bare, ..Overrides::default() };
        let Ok(import) = read_table(&text, &layout, language, &overrides) else { continue };
        for bad in &import.bad {
            let cell = import.table.get(bad.row).and_then(|row| row.get(bad.column));
            assert_eq!(cell.map_or("", String::as_str), bad.raw, "{text:?}");
        }
        for cell in &import.cells {
            assert!(cell.row < import.table.len() && cell.column < import.columns.len(), "{text:?}");
            assert_eq!(cell.channel.is_some(), cell.fact.is_by_channel(), "{text:?}");
        }
    }
}

/// A file of a spreadsheet: each of its tables is a text that can be read.
pub fn workbook(bytes: &[u8]) {
    let Ok(book) = WorkbookReading::new(bytes.to_vec()).whole() else { return };
    assert!(!book.tables.is_empty());
    for table in book.tables.iter().flat_map(|table| &table.text) {
        import(table.as_bytes());
    }
}

/// Whatever was read can be checked, has addresses, and comes back the same in both forms.
fn sound(model: &Model) {
    assert!(ids_are_unique(model));
    let _ = check(model);
    assert_eq!(read_file(&write_file(model)).map(|opened| opened.model).as_ref(), Ok(model));
    if let Ok(text) = write_link(model, &[]) {
        assert_eq!(read_link(&text).map(|link| link.model).as_ref(), Ok(model));
    }
}
