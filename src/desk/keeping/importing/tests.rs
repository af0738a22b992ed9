//! Files with many documents, and with documents that are not as they should be.

use crate::codec::shelf::{Presence, Shelf, Store};
use crate::codec::{write_file, write_library};
use crate::desk::keeping::tests::{Fragile, Tab, named, word};
use crate::desk::keeping::{FileContents, Kept, Notice};
use crate::text::Word;

fn library(count: usize) -> String {
    let models: Vec<_> = (0..count).map(|at| named(&format!("Model {at}"))).collect();
    write_library(models.iter())
}

/// Opens a file, and stores what is suggested of it.
fn take_suggested(tab: &mut Tab<'_>, text: &str) -> (FileContents, Kept) {
    let file = tab.keep(|keeping| keeping.import(text)).file.unwrap();
    let taken = file.suggested();
    let kept = tab.keep(|keeping| keeping.accept(&file, &taken));
    (file, kept)
}

#[test]
fn of_a_file_of_several_nothing_is_stored_before_somebody_has_chosen() {
    let store = Fragile::default();
    let mut tab = Tab::new(&store, 'a');
    tab.call("Mine");
    let kept = tab.keep(|keeping| keeping.import(&library(30)));
    assert_eq!((tab.name(), tab.shelf().len(), kept.notice), ("Mine", 0, None));
    let (file, kept) = take_suggested(&mut tab, &library(30));
    assert_eq!(kept.notice, Some(Notice::Stored { count: 30, all: 30 }));
    assert_eq!((tab.name(), tab.shelf().len()), ("Model 29", 31));
    assert!(file.models.iter().all(|row| row.size > 500 && row.presence == Presence::New));
    assert_eq!(tab.keep(|keeping| keeping.import(&library(0))).notice, word(Word::FILE_NO_MODELS));
    // A part of it, whichever.
    let taken: Vec<_> = (0..30).map(|at| at == 3 || at == 7).collect();
    let kept = tab.keep(|keeping| keeping.accept(&file, &taken));
    assert_eq!(kept.notice, Some(Notice::Stored { count: 2, all: 2 }));
    assert_eq!((tab.name(), tab.shelf().len()), ("Model 7", 33));
}

#[test]
fn what_is_here_already_is_told_apart() {
    let store = Fragile::default();
    let mut tab = Tab::new(&store, 'a');
    tab.keep(|keeping| keeping.create(named("Model 0")));
    let mut changed = named("Model 0");
    changed.about.horizon = 7;
    let models = [named("Model 0"), changed, named("Model 1"), named("")];
    let (file, _) = take_suggested(&mut tab, &write_library(models.iter()));
    let told: Vec<_> = file.models.iter().map(|row| row.presence).collect();
    assert_eq!(told, [Presence::Stored, Presence::SameName, Presence::New, Presence::New]);
    assert_eq!((file.suggested(), tab.shelf().len()), (vec![false, true, true, true], 4));
    // All of one's own as one file has nothing new.
    let all = Shelf::of(&store).export_all(9).unwrap().text;
    let again = tab.keep(|keeping| keeping.import(&all)).file.unwrap();
    assert_eq!(again.chosen(&again.suggested()).count, 0);
}

#[test]
fn several_files_are_chosen_from_together() {
    let store = Fragile::default();
    let mut tab = Tab::new(&store, 'a');
    let first = tab.keep(|keeping| keeping.import(&library(3))).file.unwrap();
    let kept = tab.keep(|keeping| {
        keeping.import(&library(2));
        keeping.join(first.clone());
    });
    assert_eq!(kept.file.unwrap().models.len(), 5);
    // One that holds a single one opens it, and leaves the question.
    let kept = tab.keep(|keeping| {
        keeping.import(&write_file(&named("Alone")));
        keeping.join(first);
    });
    assert_eq!((tab.name(), kept.file), ("Alone", None));
}

#[test]
fn where_not_all_fit_as_many_are_suggested_as_do() {
    let store = Fragile::default();
    let mut tab = Tab::new(&store, 'a');
    tab.keep(|keeping| keeping.create(named("Mine")));
    store.quota.set(Some(30_000));
    let (file, kept) = take_suggested(&mut tab, &library(100));
    let fit = file.chosen(&file.suggested()).count;
    assert!((2..60).contains(&fit), "{fit}");
    assert_eq!(file.chosen(&[true; 100]).fit, fit);
    assert_eq!(kept.notice, Some(Notice::Stored { count: fit, all: fit }));
    assert_eq!(tab.shelf().len(), 1 + fit);
    // Who wants more than fit has those that do, and is told.
    let kept = tab.keep(|keeping| keeping.accept(&file, &[true; 100]));
    assert!(matches!(kept.notice, Some(Notice::Stored { count, all: 100 }) if count < 3), "{kept:?}");
    // Full or not, what is not wanted can be deleted, and the bin be emptied.
    store.quota.set(Some(0));
    let before = tab.shelf().len();
    let gone = tab.work.id().map(str::to_owned).unwrap();
    let kept = tab.keep(|keeping| keeping.delete_entry(&gone));
    assert_eq!((kept.notice, tab.shelf().len()), (word(Word::SAVED_ERASED), before - 1));
    tab.keep(|keeping| keeping.empty_bin());
    store.quota.set(None);
    let file = tab.keep(|keeping| keeping.import(&library(100))).file.unwrap();
    assert_eq!(file.chosen(&[true; 100]).fit, 100);
}

#[test]
fn what_was_not_read_of_a_file_is_named() {
    let store = Fragile::default();
    let mut tab = Tab::new(&store, 'a');
    let text = write_file(&named("Odd")).replace("\"channels\"", "\"chznnels\"");
    let kept = tab.keep(|keeping| keeping.import(&text));
    let Some(Notice::Faults { word, faults, .. }) = kept.notice else { panic!("{kept:?}") };
    assert_eq!((word, &*faults[0].path, tab.name()), (Word::FILE_FAULTS, "chznnels", "Odd"));
}

#[test]
fn documents_of_a_file_are_new_ones_and_a_bad_file_is_told() {
    let store = Fragile::default();
    let mut tab = Tab::new(&store, 'a');
    tab.keep(|keeping| keeping.create(named("Mine")));
    assert_eq!(tab.keep(|keeping| keeping.import(&write_file(&named("Mine")))).notice, None);
    assert_eq!((tab.work.id(), tab.shelf().len()), (Some("a2"), 2));
    let kept = tab.keep(|keeping| keeping.import("nonsense"));
    assert!(matches!(kept.notice, Some(Notice::File(_))), "{kept:?}");
    assert_eq!(tab.shelf().len(), 2);
}

#[test]
fn a_document_of_an_older_schema_says_once_what_changed() {
    let text = write_file(&named("Old")).replace("\"schema\": 2", "\"schema\": 1");
    assert!(text.contains("\"schema\": 1"), "{text}");
    let store = Fragile::default();
    let mut tab = Tab::new(&store, 'a');
    // From a file it is told when it comes; what is kept of it is of today.
    let told = Some(Notice::Word(Word::SAVED_MIGRATED));
    assert_eq!(tab.keep(|keeping| keeping.import(&text)).notice, told);
    assert_eq!(tab.keep(|keeping| keeping.open("a1")).notice, None);
    // From the shelf it is told when it is opened first.
    let key = store.memory.keys().unwrap().into_iter().find(|key| key.ends_with("a1")).unwrap();
    let kept = store.memory.get(&key).unwrap().unwrap();
    let old = kept.replace("\"schema\":2", "\"schema\":1").replace("\"schema\": 2", "\"schema\": 1");
    assert_ne!(old, kept);
    // Records had no checksum then.
    let old = [old.split(",\"sum\"").next().unwrap(), "}"].concat();
    store.memory.put(&key, &old).unwrap();
    assert_eq!(tab.keep(|keeping| keeping.open("a1")).notice, told);
    assert_eq!(tab.keep(|keeping| keeping.open("a1")).notice, None);
    assert_eq!(tab.name(), "Old");
}
