//! What the store does not take is held, tried again and never said to be saved.

use crate::codec::shelf::{SaveFault, Shelf, Store, StoreFault};
use crate::codec::write_link;
use crate::desk::keeping::tests::{Fragile, Tab, named, word};
use crate::desk::keeping::{Kept, Lists, Notice};
use crate::desk::{SaveState, Unsaved};
use crate::text::Word;

fn stored(store: &Fragile, id: &str) -> Option<String> {
    Shelf::of(store).load(id, 9).ok().map(|loaded| loaded.model.about.name)
}

#[test]
fn an_edit_that_was_not_saved_is_there_when_one_comes_back_to_its_document() {
    let store = Fragile::default();
    let mut tab = Tab::new(&store, 'a');
    tab.keep(|keeping| keeping.create(named("One")));
    tab.keep(|keeping| keeping.create(named("Two")));
    store.fault.set(Some(StoreFault::Full));
    tab.call("Two, edited");
    tab.keep(|keeping| keeping.flush());
    assert_eq!((tab.work.saved(), tab.work.has_unsaved()), (SaveState::Full, true));
    tab.keep(|keeping| keeping.open("a1"));
    assert_eq!((tab.name(), tab.work.saved()), ("One", SaveState::OthersUnsaved));
    tab.keep(|keeping| keeping.flush());
    assert_eq!(tab.work.saved(), SaveState::OthersUnsaved, "never said to be saved");
    tab.keep(|keeping| keeping.open("a2"));
    assert_eq!((tab.name(), tab.work.saved()), ("Two, edited", SaveState::Full));
    assert_eq!(stored(&store, "a2").as_deref(), Some("Two"));
    // There is room again: nobody has to type for it.
    store.fault.set(None);
    tab.keep(|keeping| keeping.flush());
    assert_eq!((tab.work.saved(), tab.work.has_unsaved()), (SaveState::Kept, false));
    assert_eq!(stored(&store, "a2").as_deref(), Some("Two, edited"));
}

#[test]
fn what_left_the_desk_unsaved_is_stored_as_soon_as_there_is_room() {
    let store = Fragile::default();
    let mut tab = Tab::new(&store, 'a');
    tab.keep(|keeping| keeping.create(named("One")));
    store.fault.set(Some(StoreFault::Full));
    // A new one that was never stored, and one from a link that is looked at meanwhile.
    tab.keep(|keeping| keeping.create(named("New")));
    let id = tab.work.id().map(str::to_owned).unwrap();
    let link = write_link(&named("Theirs"), &[]).unwrap();
    tab.keep(|keeping| keeping.show_link(&link));
    assert_eq!(tab.work.unsaved(), [Unsaved { id: id.clone(), model: named("New") }]);
    assert_eq!(tab.work.saved(), SaveState::View);
    store.fault.set(None);
    let kept = tab.keep(|keeping| keeping.flush());
    assert_eq!((kept.lists, tab.work.has_unsaved()), (Lists::Documents, false));
    assert_eq!((stored(&store, &id).as_deref(), tab.work.saved()), (Some("New"), SaveState::View));
}

#[test]
fn undo_over_documents_loses_no_edit_either() {
    let store = Fragile::default();
    let mut tab = Tab::new(&store, 'a');
    tab.keep(|keeping| keeping.create(named("One")));
    store.fault.set(Some(StoreFault::Full));
    tab.call("One!");
    tab.keep(|keeping| keeping.create(named("Two")));
    assert_eq!((tab.name(), tab.work.unsaved().len()), ("Two", 1));
    tab.work.undo();
    assert_eq!((tab.name(), tab.work.is_changed(), tab.work.unsaved().len()), ("One!", true, 1));
    tab.work.redo();
    assert_eq!((tab.name(), tab.work.is_changed(), tab.work.unsaved().len()), ("Two", true, 1));
    store.fault.set(None);
    tab.keep(|keeping| keeping.flush());
    let mut names = tab.shelf();
    names.sort();
    assert_eq!((names, tab.work.saved()), (vec!["One!".to_owned(), "Two".to_owned()], SaveState::Kept));
}

#[test]
fn what_was_not_saved_outlives_a_reload_and_is_written_then() {
    for is_back in [false, true] {
        let store = Fragile::default();
        let mut tab = Tab::new(&store, 'a');
        tab.keep(|keeping| keeping.create(named("One")));
        tab.keep(|keeping| keeping.create(named("Two")));
        store.fault.set(Some(StoreFault::Full));
        tab.call("Two!");
        tab.keep(|keeping| keeping.create(named("New")));
        let text = tab.work.remembered().text().unwrap();
        let mut next = Tab::new(&store, 'b');
        if is_back {
            store.fault.set(None);
        }
        next.keep(|keeping| {
            keeping.begin(true);
            keeping.recall(&text);
        });
        let left = if is_back { 0 } else { 2 };
        let held = next.work.unsaved().len() + usize::from(next.work.is_changed());
        assert_eq!((next.name(), held), ("Two!", left), "{:?}", next.work.unsaved());
        store.fault.set(None);
        next.keep(|keeping| keeping.flush());
        let mut names = next.shelf();
        names.sort();
        assert_eq!((&*names.concat(), next.work.saved()), ("NewOneTwo!", SaveState::Kept));
    }
}

#[test]
fn in_the_midst_of_typing_it_is_written_and_still_said_to_wait() {
    let store = Fragile::default();
    let mut tab = Tab::new(&store, 'a');
    tab.call("T");
    let kept = tab.keep(|keeping| keeping.write());
    assert_eq!((kept.has_written, kept.lists, tab.work.saved()), (true, Lists::Same, SaveState::Waiting));
    assert_eq!((stored(&store, "a1").as_deref(), tab.work.is_changed()), (Some("T"), false));
    let kept = tab.keep(|keeping| keeping.flush());
    assert_eq!((kept.has_written, kept.lists, tab.work.saved()), (false, Lists::Documents, SaveState::Kept));
}

#[test]
fn what_was_cleared_away_is_stored_anew_and_it_is_said() {
    let store = Fragile::default();
    let mut tab = Tab::new(&store, 'a');
    tab.keep(|keeping| keeping.create(named("One")));
    for key in store.keys().unwrap() {
        store.memory.remove(&key).unwrap();
    }
    tab.call("One!");
    let kept = tab.keep(|keeping| keeping.flush());
    assert_eq!((kept.notice, stored(&store, "a1").as_deref()), (word(Word::SAVED_ANEW), Some("One!")));
}

#[test]
fn a_deleted_one_that_was_never_stored_is_gone() {
    let store = Fragile::default();
    let mut tab = Tab::new(&store, 'a');
    tab.keep(|keeping| keeping.create(named("One")));
    store.fault.set(Some(StoreFault::Full));
    tab.keep(|keeping| keeping.create(named("Two")));
    let id = tab.work.id().map(str::to_owned).unwrap();
    tab.keep(|keeping| keeping.open("a1"));
    store.fault.set(None);
    tab.keep(|keeping| keeping.delete_entry(&id));
    tab.keep(|keeping| keeping.flush());
    assert_eq!((tab.work.has_unsaved(), tab.shelf()), (false, vec!["One".to_owned()]));
}

#[test]
fn a_change_is_written_and_rests_then() {
    let store = Fragile::default();
    let mut tab = Tab::new(&store, 'a');
    assert_eq!(tab.keep(|keeping| keeping.flush()), Kept::default());
    tab.call("First");
    let kept = tab.keep(|keeping| keeping.flush());
    assert_eq!(kept, Kept { notice: None, lists: Lists::Documents, has_written: true, file: None });
    assert_eq!((tab.work.saved(), tab.work.id()), (SaveState::Kept, Some("a1")));
    tab.call("First!");
    tab.keep(|keeping| keeping.flush());
    assert_eq!((tab.shelf(), tab.work.id()), (vec!["First!".to_owned()], Some("a1")));
}

#[test]
fn a_new_document_that_is_empty_again_needs_no_place() {
    let store = Fragile::default();
    let mut tab = Tab::new(&store, 'a');
    tab.call("x");
    tab.work.undo();
    assert_eq!(tab.work.saved(), SaveState::Waiting);
    assert!(!tab.keep(|keeping| keeping.flush()).has_written);
    assert_eq!((tab.work.saved(), tab.shelf().len()), (SaveState::Kept, 0));
}

#[test]
fn what_the_storage_says_is_how_safe_the_document_is() {
    for (fault, saved) in [
        (StoreFault::Full, SaveState::Full),
        (StoreFault::Unsound, SaveState::Full),
        (StoreFault::Blocked, SaveState::MemoryOnly),
    ] {
        let store = Fragile::default();
        let mut tab = Tab::new(&store, 'a');
        tab.call("x");
        store.fault.set(Some(fault));
        let kept = tab.keep(|keeping| keeping.flush());
        assert_eq!((tab.work.saved(), kept.has_written, kept.notice), (saved, false, None), "{fault:?}");
        // The next change tries again.
        store.fault.set(None);
        tab.call("y");
        tab.keep(|keeping| keeping.flush());
        assert_eq!((tab.work.saved(), tab.shelf()), (SaveState::Kept, vec!["y".to_owned()]));
    }
    assert_eq!(SaveState::after_fault(SaveFault::TooNew), SaveState::Newer);
    assert_eq!(SaveState::after_fault(SaveFault::TooLarge), SaveState::Full);
}

#[test]
fn what_a_newer_version_has_stored_is_never_written_over() {
    let store = Fragile::default();
    let mut tab = Tab::new(&store, 'a');
    tab.call("x");
    tab.keep(|keeping| keeping.flush());
    let key = store.keys().unwrap().into_iter().find(|key| key.ends_with("a1")).unwrap();
    let newer = r#"{"app":"obkatka","schema":900,"engine":"9.1.0","rev":2,"model":{"x":1}}"#;
    store.put(&key, newer).unwrap();
    tab.call("y");
    tab.keep(|keeping| keeping.flush());
    // What was typed here stands beside it.
    assert_eq!((tab.work.saved(), tab.name()), (SaveState::Kept, "y (from another tab)"));
    assert_eq!(store.get(&key).unwrap(), Some(newer.to_owned()));
    assert_ne!(tab.work.id(), Some("a1"));
}

#[test]
fn what_another_tab_has_changed_stays_and_ones_own_stands_beside_it() {
    let store = Fragile::default();
    let (mut one, mut two) = (Tab::new(&store, 'a'), Tab::new(&store, 'b'));
    one.call("Shared");
    one.keep(|keeping| keeping.flush());
    two.keep(|keeping| keeping.open("a1"));
    two.call("Theirs");
    two.keep(|keeping| keeping.flush());
    one.call("Mine");
    let kept = one.keep(|keeping| keeping.flush());
    let name = "Mine (from another tab)";
    assert_eq!(kept.notice, Some(Notice::OtherTab(name.into())));
    assert_eq!((one.name(), one.work.saved()), (name, SaveState::Kept));
    assert_ne!(one.work.id(), Some("a1"));
    let mut names = one.shelf();
    names.sort();
    assert_eq!(names, [name, "Theirs"]);
    // From then on they go their own ways.
    one.call("Mine again");
    assert_eq!(one.keep(|keeping| keeping.flush()).notice, None);
}
