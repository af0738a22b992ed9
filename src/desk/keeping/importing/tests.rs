//! Files with many documents, and with documents that are not as they should be.

use crate::codec::shelf::Store;
use crate::codec::{write_file, write_library};
use crate::desk::keeping::Notice;
use crate::desk::keeping::tests::{Fragile, Tab, named, word};
use crate::text::Word;

fn library(count: usize) -> String {
    let models: Vec<_> = (0..count).map(|at| named(&format!("Model {at}"))).collect();
    write_library(models.iter())
}

#[test]
fn all_documents_of_a_file_are_stored_where_they_fit_and_the_last_is_open() {
    let store = Fragile::default();
    let mut tab = Tab::new(&store, 'a');
    tab.call("Mine");
    let kept = tab.keep(|keeping| keeping.import(&library(30)));
    assert_eq!((kept.notice, kept.offer), (Some(Notice::Stored { count: 30, all: 30 }), None));
    assert_eq!((tab.name(), tab.shelf().len()), ("Model 29", 31));
    assert_eq!(tab.keep(|keeping| keeping.import(&library(0))).notice, word(Word::FILE_NO_MODELS));
}

#[test]
fn where_not_all_fit_nothing_is_stored_before_somebody_says_so() {
    let store = Fragile::default();
    let mut tab = Tab::new(&store, 'a');
    tab.keep(|keeping| keeping.create(named("Mine")));
    store.quota.set(Some(30_000));
    let kept = tab.keep(|keeping| keeping.import(&library(100)));
    let offer = kept.offer.unwrap();
    assert!((2..60).contains(&offer.fit), "{}", offer.fit);
    assert_eq!((tab.name(), tab.shelf().len(), kept.notice), ("Mine", 1, None));
    let kept = tab.keep(|keeping| keeping.accept(&offer));
    assert_eq!(kept.notice, Some(Notice::Stored { count: offer.fit, all: 100 }));
    assert_eq!(tab.shelf().len(), 1 + offer.fit);
    // Full or not, what is not wanted can be deleted, and the bin be emptied.
    store.quota.set(Some(0));
    let gone = tab.work.id().map(str::to_owned).unwrap();
    let kept = tab.keep(|keeping| keeping.delete_entry(&gone));
    assert_eq!((kept.notice, tab.shelf().len()), (word(Word::SAVED_ERASED), offer.fit));
    tab.keep(|keeping| keeping.empty_bin());
    store.quota.set(None);
    assert_eq!(tab.keep(|keeping| keeping.import(&library(100))).offer, None);
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
