//! Everything that a page may have to name has its words in both languages, and they are well written.

#[path = "common/rust_files.rs"]
mod files;

#[path = "common/agency.rs"]
mod agency;

use obkatka::codec::{self, FileError, LinkError, Misfit, TooLong};
use obkatka::model::*;
use obkatka::number::reading::{NumberError, NumberFault};
use obkatka::plan::{FIGURES, figure};
use obkatka::text::*;

const LANGUAGES: [Language; 2] = [Language::Russian, Language::English];

/// The words of a key in both languages; fails where there are none.
fn assert_worded(key: &str) {
    let word = Word::find(key).unwrap_or_else(|| panic!("no words for {key}"));
    assert!(LANGUAGES.iter().all(|language| !word.text(*language).is_empty()), "{key} is empty");
}

// What has words

fn each_field(record: &dyn Record, path: &str, visit: &mut dyn FnMut(&str, &Field, Slot<'_>)) {
    for (field, slot) in record.fields().iter().zip(record.slots()) {
        let path = if path.is_empty() { field.key.to_owned() } else { format!("{path}/{}", field.key) };
        visit(&path, field, slot);
        match slot {
            Slot::Record(inner) => each_field(inner, &path, visit),
            Slot::Rows(rows) => each_field(&*rows.sample(), &format!("{path}/x"), visit),
            _ => {}
        }
    }
}

fn patterns() -> Vec<String> {
    let mut patterns = Vec::new();
    each_field(&Model::default(), "", &mut |path, field, _| {
        if field.key != "id" {
            patterns.push(field_pattern(path));
        }
    });
    patterns
}

#[test]
fn every_field_has_a_name_and_every_row_words_of_its_own() {
    each_field(&Model::default(), "", &mut |path, field, slot| {
        let pattern = field_pattern(path);
        assert!(!pattern.split('.').any(|step| step == "x"), "{path} is not known to hold rows");
        if field.key != "id" {
            assert_worded(&format!("field.{pattern}"));
        }
        if let Slot::Rows(rows) = slot {
            assert_worded(&format!("row.{pattern}"));
            assert_worded(&format!("add.{pattern}"));
            if rows.sample().fields().iter().any(|field| matches!(field.key, "name" | "role")) {
                assert_worded(&format!("unnamed.{pattern}"));
            }
        }
    });
}

#[test]
fn every_choice_has_a_name() {
    each_field(&Model::default(), "", &mut |path, _, slot| {
        if let Slot::Choice(choice) = slot {
            // Rare currencies are named by the browser.
            let known = if path == "about/currency" { 17 } else { choice.names().len() };
            choice.names().iter().take(known).for_each(|name| {
                assert_worded(&format!("choice.{}.{name}", field_pattern(path)));
            });
        }
    });
    Basis::NAMES.iter().for_each(|name| assert_worded(&format!("basis.{name}")));
}

#[test]
fn every_figure_has_a_name_and_a_sentence() {
    for figure in FIGURES {
        assert_worded(&format!("figure.{}", figure.id));
        assert_worded(&format!("figure.{}.about", figure.id));
    }
}

#[test]
fn no_words_are_left_over() {
    let patterns = patterns();
    for key in Word::keys() {
        let (kind, rest) = key.split_once('.').unwrap_or((key, ""));
        let known = match kind {
            "field" | "hint" | "unit" if rest.contains('.') => patterns.iter().any(|pattern| pattern == rest),
            "figure" => figure(rest.split('.').next().unwrap_or_default()).is_some(),
            "choice" => patterns.iter().any(|pattern| rest.starts_with(&format!("{pattern}."))),
            _ => true,
        };
        assert!(known, "{key} names nothing");
    }
}

#[test]
fn every_finding_and_fault_has_a_sentence() {
    for show in LANGUAGES.map(Show::standard) {
        let mut said = Vec::new();
        for reason in Reason::ALL {
            said.push(issue_text(
                &show,
                &Issue {
                    path: String::new(),
                    reason,
                    severity: Severity::Note,
                    limits: Some((0.into(), 1.into())),
                },
            ));
        }
        for fault in NumberFault::ALL {
            said.push(read_fault_text(&show, &NumberError { fault, at: 0..4 }, "5 штук"));
        }
        said.extend(link_errors().iter().map(|error| link_error_text(&show, error)));
        said.extend(file_errors().iter().map(|error| file_error_text(&show, error)));
        said.push(link_too_long_text(&show, TooLong { length: 20_001, most: 16_000 }));
        for reason in MISFITS {
            let fault = codec::Fault { path: "offer/price/low".into(), reason };
            said.push(misfit_text(&show, &Model::default(), &fault));
        }
        for text in &said {
            assert!(text.ends_with('.'), "{text}");
            assert!(!text.contains(['{', '}', '!']) && !text.contains("  "), "{text}");
        }
        let different: std::collections::BTreeSet<_> = said.iter().collect();
        assert_eq!(different.len(), said.len(), "{said:#?}");
    }
}

const MISFITS: [Misfit; 13] = [
    Misfit::WrongType,
    Misfit::NotANumber,
    Misfit::TooManyDigits,
    Misfit::OutOfBounds { least: 1, most: 60 },
    Misfit::UnknownChoice,
    Misfit::NoMonth,
    Misfit::TooMuchText { most: 121 },
    Misfit::TooManyRows { most: 40 },
    Misfit::UnfitId,
    Misfit::HalfRange,
    Misfit::Missing,
    Misfit::UnknownKey { nearest: None },
    Misfit::UnknownKey { nearest: Some("budget") },
];

fn link_errors() -> [LinkError; 6] {
    let fault = codec::Fault { path: String::new(), reason: Misfit::Missing };
    [
        LinkError::NotALink,
        LinkError::Cut { got: 21, want: 1_000 },
        LinkError::Damaged,
        LinkError::TooLong,
        LinkError::TooNew { made_with: String::new() },
        LinkError::Invalid(fault),
    ]
}

fn file_errors() -> [FileError; 5] {
    let newer = |made_with: &str| FileError::TooNew { schema: 9, made_with: made_with.into() };
    [
        FileError::NotJson { line: 1, column: 2 },
        FileError::OtherProgram,
        FileError::TooLarge,
        newer(""),
        newer("9.1"),
    ]
}

// How they are written

/// Words that stand in the other language as they are.
const NAMES: [&str; 3] = ["Русский", "English", "Telegram"];

fn is_cyrillic(letter: char) -> bool {
    ('а'..='я').contains(&letter) || ('А'..='Я').contains(&letter) || matches!(letter, 'ё' | 'Ё')
}

#[test]
fn no_word_is_left_in_the_other_language() {
    for key in Word::keys() {
        let word = Word::find(key).unwrap();
        let (ru, en) = (word.text(Language::Russian), word.text(Language::English));
        let foreign = |text: &str| !NAMES.contains(&text.trim()) && text.chars().any(is_cyrillic);
        // Examples of what may be typed are in both languages in both.
        let plain = en.split(['«', '»', '“', '”']).step_by(2).any(foreign);
        assert!(!plain, "{key}: {en}");
        // A Latin word may stand in Russian where it is a name: then it stands in English too.
        for latin in latin_words(ru) {
            assert!(en.contains(&latin), "{key}: {latin} in {ru}");
        }
        let is_name = NAMES.contains(&ru);
        let is_untranslated = ru == en && latin_words(en).iter().any(|word| word.len() > 3);
        assert!(!is_untranslated || is_name, "{key}: {ru}");
    }
}

/// Outside of placeholders.
fn latin_words(text: &str) -> Vec<String> {
    let outside = text.split('{').map(|piece| piece.split_once('}').map_or(piece, |(_, behind)| behind));
    outside
        .collect::<Vec<_>>()
        .join(" ")
        .split(|letter: char| !letter.is_ascii_alphabetic())
        .filter(|word| word.len() > 1)
        .map(str::to_owned)
        .collect()
}

#[test]
fn words_are_calm_and_typeset() {
    for key in Word::keys() {
        let word = Word::find(key).unwrap();
        for language in LANGUAGES {
            let text = word.text(language);
            assert!(!text.contains('!') && !text.contains("  "), "{key}: {text}");
            assert!(!text.contains(['"', '\'']) || language == Language::English, "{key}: {text}");
            assert_eq!(text.matches('{').count(), text.matches('}').count(), "{key}: {text}");
        }
        let ru = word.text(Language::Russian).split(' ').collect::<Vec<_>>();
        let is_inside = |pair: &&[&str]| !pair[0].ends_with(['.', '?', ':', '…']);
        let address =
            ru.windows(2).filter(is_inside).find(|pair| pair[1].starts_with("Ваш") || pair[1] == "Вы");
        assert!(address.is_none(), "{key}: {address:?}");
    }
}

#[test]
fn plurals_go_with_their_number() {
    let phrase = |language, shown: &str, whole| {
        phrase_of(Word::MONTHS.text(language), language, &[("n", Filling::Number(shown, whole))])
    };
    for (shown, whole, ru, en) in [
        ("1", Some(1), "1 месяц", "1 month"),
        ("2", Some(2), "2 месяца", "2 months"),
        ("5", Some(5), "5 месяцев", "5 months"),
        ("11", Some(11), "11 месяцев", "11 months"),
        ("21", Some(21), "21 месяц", "21 months"),
        ("1.5", None, "1.5 месяца", "1.5 months"),
    ] {
        assert_eq!(phrase(Language::Russian, shown, whole), ru);
        assert_eq!(phrase(Language::English, shown, whole), en);
    }
}

#[test]
fn names_read_well_for_every_unit() {
    for unit in Unit::ALL {
        for show in LANGUAGES.map(|language| Show { unit: *unit, ..Show::standard(language) }) {
            for figure in FIGURES {
                for text in [
                    figure_name(&show, figure),
                    figure_about(&show, figure),
                    formula_in_words(&show, figure),
                    figure_means(&show, figure).unwrap_or("—.".into()),
                ] {
                    assert!(!text.is_empty() && !text.contains(['{', '}']), "{}: {text}", figure.id);
                    assert!(!text.contains("  ") && !text.contains("figure."), "{}: {text}", figure.id);
                }
            }
        }
    }
}

#[test]
fn fields_are_named_with_their_rows() {
    let model = agency::agency();
    let label = |path| field_label(&Show::standard(Language::Russian), &model, path);
    assert_eq!(label("channels/a/budget"), "Бюджет в месяц — Яндекс Директ");
    assert_eq!(label("offer/price"), "Цена заказа");
    assert_eq!(label("channels/a"), "Яндекс Директ");
    assert_eq!(label("terms/instalments/a/days"), "Через сколько дней — Часть 1");
    assert_eq!(label("people/b/salary"), "Оклад в месяц — Менеджер по продажам");
    assert_eq!(label("nothing/at/all"), "");
    let mut model = model;
    model.channels[0].name = " ".into();
    model.channels[0].own = vec![OwnConversion { id: "b".into(), ..OwnConversion::default() }];
    let label = field_label(&Show::standard(Language::English), &model, "channels/a/own/b/conversion");
    assert_eq!(label, "Reach it in this channel — Unnamed channel, Встреча");
}

/// The names that commands give themselves, read from the sources: no list has all of them.
fn command_names() -> Vec<String> {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/desk");
    let sources = files::rust_files(&root);
    let texts = sources.iter().map(|path| std::fs::read_to_string(path).unwrap());
    let text: String = texts.collect();
    let named = |after: &str| {
        let own = after.split('"').nth(1)?;
        after.split('"').next()?.trim().is_empty().then(|| own.to_owned())
    };
    text.split("fn name(&self) -> &'static str {").skip(1).filter_map(named).collect()
}

#[test]
fn every_command_has_a_word_or_is_named_by_its_field() {
    let names = command_names();
    assert!(names.len() > 15, "{names:?}");
    let of_edits = ["add_row", "copy_row", "remove_row", "move_row", "replace", "new_document"];
    let by_field = ["enter_number"];
    let named = names.iter().map(String::as_str).filter(|name| !by_field.contains(name));
    for name in named.chain(of_edits) {
        assert_worded(&format!("command.{name}"));
    }
}
