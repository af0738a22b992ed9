use super::*;
use crate::codec::shelf::{LAST_OPEN, MemoryStore, SaveFault, Store, StoreFault};
use crate::codec::{LinkError, write_file, write_link};
use crate::desk::Received;
use crate::model::{Datum, Edit};
use std::cell::{Cell, RefCell};

/// A store that can be made to refuse.
#[derive(Default)]
pub(super) struct Fragile {
    pub(super) memory: MemoryStore,
    pub(super) fault: Cell<Option<StoreFault>>,
    /// Characters that it holds, without keys.
    pub(super) quota: Cell<Option<usize>>,
}

impl Store for Fragile {
    fn get(&self, key: &str) -> Result<Option<String>, StoreFault> {
        self.memory.get(key)
    }

    fn put(&self, key: &str, value: &str) -> Result<(), StoreFault> {
        let others = self.keys()?.into_iter().filter(|own| own != key);
        let used: usize = others.filter_map(|own| self.memory.get(&own).ok()?).map(|text| text.len()).sum();
        if self.quota.get().is_some_and(|quota| used + value.len() > quota) {
            return Err(StoreFault::Full);
        }
        self.fault.get().map_or_else(|| self.memory.put(key, value), Err)
    }

    fn remove(&self, key: &str) -> Result<(), StoreFault> {
        self.fault.get().map_or_else(|| self.memory.remove(key), Err)
    }

    fn keys(&self) -> Result<Vec<String>, StoreFault> {
        self.memory.keys()
    }
}

/// A tab of the browser: what is worked on in it. Several may share a store.
pub(super) struct Tab<'s> {
    pub(super) store: &'s Fragile,
    pub(super) work: Workspace,
    pub(super) now: u64,
    pub(super) ids: RefCell<u32>,
    pub(super) name: char,
}

impl<'s> Tab<'s> {
    pub(super) fn new(store: &'s Fragile, name: char) -> Self {
        let work = Workspace::new(empty_model(Language::English), SaveState::Kept);
        Self { store, work, now: 1_000, ids: RefCell::new(0), name }
    }

    /// Does something a minute later.
    pub(super) fn keep(&mut self, errand: impl FnOnce(&mut Keeping<'_>)) -> Kept {
        self.now += 60_000;
        let fresh_id = || {
            *self.ids.borrow_mut() += 1;
            format!("{}{}", self.name, self.ids.borrow())
        };
        let around = Around {
            shelf: Shelf::of(self.store),
            now: self.now,
            today: &|| "27 Nov".to_owned(),
            language: Language::English,
            resting: SaveState::Kept,
            fresh_id: &fresh_id,
        };
        let mut keeping = Keeping::new(&mut self.work, around);
        errand(&mut keeping);
        keeping.done()
    }

    pub(super) fn call(&mut self, name: &str) {
        self.now += 60_000;
        self.work.run(&Edit::put("about/name", Datum::Text(name.into())), self.now).unwrap();
    }

    pub(super) fn name(&self) -> &str {
        &self.work.model().about.name
    }

    /// The names of the documents on the shelf, the one saved last first.
    pub(super) fn shelf(&self) -> Vec<String> {
        let entries = Shelf::of(self.store).list(self.now).unwrap();
        entries.into_iter().map(|entry| entry.name).collect()
    }
}

pub(super) fn named(name: &str) -> Model {
    let mut model = empty_model(Language::English);
    model.about.name = name.into();
    model
}

pub(super) fn word(word: Word) -> Option<Notice> {
    Some(Notice::Word(word))
}

#[test]
fn a_change_is_written_and_rests_then() {
    let store = Fragile::default();
    let mut tab = Tab::new(&store, 'a');
    assert_eq!(tab.keep(|keeping| keeping.flush()), Kept::default());
    tab.call("First");
    let kept = tab.keep(|keeping| keeping.flush());
    assert_eq!(kept, Kept { notice: None, lists: Lists::Documents, has_written: true, offer: None });
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
    assert_eq!((kept.notice, tab.name()), (word(Word::SAVED_DELETED), "One"));
    tab.keep(|keeping| keeping.delete());
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

#[test]
fn a_senders_document_is_shown_and_nothing_stored_is_touched() {
    let store = Fragile::default();
    let mut tab = Tab::new(&store, 'a');
    tab.keep(|keeping| keeping.create(named("Mine")));
    let link = write_link(&named("Theirs"), &["seen".to_owned()]).unwrap();
    tab.keep(|keeping| keeping.show_link(&link));
    assert_eq!((tab.name(), tab.work.id(), tab.work.saved()), ("Theirs", None, SaveState::View));
    assert!(matches!(tab.work.received(), Received::Link { receipt, .. } if *receipt == ["seen"]));
    tab.call("Theirs, played with");
    tab.keep(|keeping| keeping.flush());
    assert_eq!((tab.work.saved(), tab.shelf()), (SaveState::View, vec!["Mine".to_owned()]));
    tab.keep(|keeping| keeping.leave_link());
    assert_eq!((tab.name(), tab.work.received()), ("Mine", &Received::Nothing));
}

#[test]
fn a_senders_document_is_ones_own_when_it_is_copied() {
    let store = Fragile::default();
    let mut tab = Tab::new(&store, 'a');
    let link = write_link(&named("Theirs"), &[]).unwrap();
    tab.keep(|keeping| keeping.show_link(&link));
    tab.keep(|keeping| keeping.copy());
    assert_eq!((tab.name(), tab.work.saved()), ("Theirs", SaveState::Kept));
    assert_eq!((tab.work.received(), tab.shelf()), (&Received::Nothing, vec!["Theirs".to_owned()]));
    // There is no way back to what was never one's own.
    assert_eq!(tab.work.steps(), [None, None]);
}

#[test]
fn a_copy_of_what_came_bears_another_name_than_ones_own() {
    let store = Fragile::default();
    let mut tab = Tab::new(&store, 'a');
    tab.keep(|keeping| keeping.create(named("Plan")));
    let link = write_link(&named("Plan"), &[]).unwrap();
    for name in ["Plan (received 27 Nov)", "Plan (received 27 Nov) 2"] {
        tab.keep(|keeping| keeping.show_link(&link));
        tab.keep(|keeping| keeping.copy());
        assert_eq!(tab.name(), name);
    }
}

/// The page as it is after a reload: another tab over the same store, with what the first one remembered.
fn reloaded<'s>(store: &'s Fragile, before: &Tab<'_>, link: Option<&str>) -> Tab<'s> {
    let mut tab = Tab::new(store, 'b');
    let remembered = before.work.remembered().text().unwrap_or_default();
    tab.keep(|keeping| {
        match link {
            Some(link) => keeping.show_link(link),
            None => keeping.begin(true),
        }
        keeping.recall(&remembered);
    });
    tab
}

#[test]
fn undo_and_redo_outlast_a_reload_within_one_document() {
    let store = Fragile::default();
    let mut tab = Tab::new(&store, 'a');
    tab.keep(|keeping| keeping.create(named("One")));
    ["Two", "Three", "Four"].iter().for_each(|name| tab.call(name));
    tab.work.undo();
    tab.keep(|keeping| keeping.flush());
    let mut again = reloaded(&store, &tab, None);
    assert_eq!(again.name(), "Three");
    assert_eq!(again.work.steps()[0].map(|step| &*step.place), Some("about/name"));
    again.work.undo();
    again.work.undo();
    assert_eq!(again.name(), "One");
    // Not to the document before it: that one lies on the shelf.
    assert_eq!(again.work.steps()[0], None);
    (0..3).for_each(|_| again.work.redo());
    assert_eq!((again.name(), again.work.saved()), ("Four", SaveState::Waiting));
}

#[test]
fn what_another_tab_has_changed_meanwhile_is_not_undone() {
    let store = Fragile::default();
    let mut tab = Tab::new(&store, 'a');
    tab.keep(|keeping| keeping.create(named("One")));
    tab.call("Two");
    tab.keep(|keeping| keeping.flush());
    let mut other = reloaded(&store, &Tab::new(&store, 'c'), None);
    other.call("Theirs");
    other.keep(|keeping| keeping.flush());
    let again = reloaded(&store, &tab, None);
    assert_eq!((again.name(), again.work.steps()), ("Theirs", [None, None]));
}

#[test]
fn what_was_changed_in_a_link_is_a_draft_after_a_reload_and_can_be_dropped() {
    let store = Fragile::default();
    let mut tab = Tab::new(&store, 'a');
    let link = write_link(&named("Theirs"), &[]).unwrap();
    tab.keep(|keeping| keeping.show_link(&link));
    let is_draft = |tab: &Tab<'_>| matches!(tab.work.received(), Received::Link { is_draft: true, .. });
    assert!(!is_draft(&reloaded(&store, &tab, Some(&link))), "nothing was changed");
    tab.call("Played with");
    let mut again = reloaded(&store, &tab, Some(&link));
    assert_eq!((again.name(), is_draft(&again), again.work.saved()), ("Played with", true, SaveState::View));
    assert!(again.shelf().is_empty());
    again.work.undo();
    assert_eq!(again.name(), "Theirs");
    again.work.redo();
    again.keep(|keeping| keeping.drop_draft());
    assert_eq!((again.name(), is_draft(&again)), ("Theirs", false));
    let another = write_link(&named("Another"), &[]).unwrap();
    assert_eq!(reloaded(&store, &tab, Some(&another)).name(), "Another");
}

#[test]
fn a_link_that_cannot_be_opened_leaves_all_as_it_is() {
    let store = Fragile::default();
    let mut tab = Tab::new(&store, 'a');
    tab.call("Mine");
    tab.keep(|keeping| keeping.show_link("nonsense"));
    assert_eq!(tab.work.received(), &Received::Fault(LinkError::NotALink));
    assert_eq!((tab.name(), tab.work.saved()), ("Mine", SaveState::Waiting));
    tab.keep(|keeping| keeping.leave_link());
    assert_eq!((tab.name(), tab.work.received()), ("Mine", &Received::Nothing));
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
