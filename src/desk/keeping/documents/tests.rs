//! Documents are opened, made, copied and deleted.

use crate::codec::shelf::{LAST_OPEN, Shelf, StoreFault};
use crate::desk::Notice;
use crate::desk::SaveState;
use crate::desk::keeping::Lists;
use crate::desk::keeping::tests::{Fragile, Tab, named, word};
use crate::text::Word;

#[test]
fn the_start_opens_the_last_the_first_or_nothing() {
    let store = Fragile::default();
    let mut tab = Tab::new(&store, 'a');
    assert_eq!(tab.keep(|keeping| keeping.begin(true)).notice, None);
    // Nothing is laid out again: half-typed text stays.
    assert_eq!((tab.work.id(), tab.work.saved(), tab.work.turn()), (None, SaveState::Kept, 0));
    for name in ["One", "Two"] {
        tab.keep(|keeping| keeping.create(named(name)));
    }
    let mut next = Tab::new(&store, 'b');
    next.keep(|keeping| keeping.begin(true));
    assert_eq!(next.name(), "Two");
    Shelf::of(&store).keep_pref(LAST_OPEN, Some("a1")).unwrap();
    let mut next = Tab::new(&store, 'c');
    next.keep(|keeping| keeping.begin(true));
    assert_eq!((next.name(), next.work.id(), next.work.edits()), ("One", Some("a1"), 0));
    let mut careful = Tab::new(&store, 'd');
    assert_eq!(careful.keep(|keeping| keeping.begin(false)).notice, word(Word::SAVED_CAREFUL));
    assert_eq!((careful.work.id(), careful.work.saved()), (None, SaveState::Unopened));
    careful.keep(|keeping| keeping.flush());
    assert_eq!(careful.work.saved(), SaveState::Unopened, "nothing is called saved");
    careful.call("New");
    careful.keep(|keeping| keeping.flush());
    assert_eq!((careful.work.saved(), careful.shelf().len()), (SaveState::Kept, 3));
}

#[test]
fn whoever_has_begun_to_type_at_the_start_goes_on() {
    let store = Fragile::default();
    Tab::new(&store, 'a').keep(|keeping| keeping.create(named("Old")));
    let mut tab = Tab::new(&store, 'b');
    tab.call("New");
    tab.keep(|keeping| keeping.begin(true));
    assert_eq!((tab.name(), tab.shelf()), ("New", vec!["New".to_owned(), "Old".to_owned()]));
}

#[test]
fn what_is_opened_is_what_was_typed_last_though_it_was_not_yet_written() {
    let store = Fragile::default();
    let mut tab = Tab::new(&store, 'a');
    tab.keep(|keeping| keeping.create(named("Old")));
    tab.call("New");
    tab.keep(|keeping| keeping.open("a1"));
    assert_eq!((tab.name(), tab.work.steps()), ("New", [None, None]));
    tab.call("Newer");
    assert_eq!(tab.keep(|keeping| keeping.flush()).notice, None);
    assert_eq!(tab.shelf(), ["Newer"]);
}

#[test]
fn why_a_document_did_not_open_is_told_and_the_one_before_stays() {
    let store = Fragile::default();
    let mut tab = Tab::new(&store, 'a');
    tab.keep(|keeping| keeping.create(named("Mine")));
    let kept = tab.keep(|keeping| keeping.open("zz"));
    assert_eq!((kept.notice, kept.lists), (word(Word::SAVED_MISSING), Lists::All));
    assert_eq!((tab.name(), tab.work.id()), ("Mine", Some("a1")));
}

#[test]
fn a_new_document_is_kept_at_once_and_undo_leads_back() {
    let store = Fragile::default();
    let mut tab = Tab::new(&store, 'a');
    tab.keep(|keeping| keeping.create(named("One")));
    tab.keep(|keeping| keeping.create(named("Two")));
    assert_eq!(
        (tab.name(), tab.work.id(), tab.shelf()),
        ("Two", Some("a2"), vec!["Two".to_owned(), "One".to_owned()])
    );
    tab.work.undo();
    assert_eq!((tab.name(), tab.work.id()), ("One", Some("a1")));
    tab.keep(|keeping| keeping.create_empty());
    assert_eq!((tab.name(), tab.work.id(), tab.shelf().len()), ("", None, 2));
}

#[test]
fn a_copy_has_a_name_of_its_own() {
    let store = Fragile::default();
    let mut tab = Tab::new(&store, 'a');
    tab.keep(|keeping| keeping.create(named("One")));
    tab.keep(|keeping| keeping.copy());
    assert_eq!((tab.name(), tab.work.id()), ("One — copy", Some("a2")));
}

#[test]
fn a_deleted_document_gives_way_to_the_one_saved_last_or_to_an_empty_one() {
    let store = Fragile::default();
    let mut tab = Tab::new(&store, 'a');
    for name in ["One", "Two"] {
        tab.keep(|keeping| keeping.create(named(name)));
    }
    let kept = tab.keep(|keeping| keeping.delete());
    let Some(Notice::Binned(key)) = kept.notice else { panic!("{kept:?}") };
    assert_eq!(tab.name(), "One");
    tab.keep(|keeping| keeping.restore(&key));
    assert_eq!((tab.name(), tab.shelf().len()), ("Two", 2), "its notice brings it back");
    for _ in 0..2 {
        tab.keep(|keeping| keeping.delete());
    }
    assert_eq!((tab.name(), tab.work.id(), tab.shelf().len()), ("", None, 0));
    let binned = Shelf::of(&store).bin().unwrap();
    tab.keep(|keeping| keeping.restore(&binned[0].key));
    assert_eq!((tab.shelf().len(), tab.work.saved()), (1, SaveState::Kept));
}

#[test]
fn another_document_is_deleted_without_leaving_the_one_on_the_desk() {
    let store = Fragile::default();
    let mut tab = Tab::new(&store, 'a');
    for name in ["One", "Two"] {
        tab.keep(|keeping| keeping.create(named(name)));
    }
    tab.call("Two!");
    tab.keep(|keeping| keeping.delete_entry("a1"));
    assert_eq!((tab.name(), tab.work.saved()), ("Two!", SaveState::Waiting));
    store.fault.set(Some(StoreFault::Blocked));
    let kept = tab.keep(|keeping| keeping.delete_entry("a2"));
    assert_eq!((kept.notice, kept.lists, tab.name()), (word(Word::SAVED_FULL), Lists::Same, "Two!"));
}
