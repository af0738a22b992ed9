//! The shelf on stores that fail: whatever is stored, damaged or full, no document goes missing.

use obkatka::codec::shelf::{
    Boot, Deleted, LoadFault, MemoryStore, SaveFault, Shelf, Spare, Store, StoreFault, document_at,
};
use obkatka::codec::{read_file, read_library};
use obkatka::model::Model;
use obkatka::text::Language;
use proptest::prelude::{Just, Strategy, any, prop_assert, prop_oneof, proptest};
use proptest::test_runner::TestCaseError;
use std::cell::Cell;
use std::collections::BTreeMap;

const SPARE: Spare<'_> = Spare { id: "spare", suffix: " (from another tab)" };
const DAY: u64 = 86_400_000;

/// A store that can be made to fail.
#[derive(Default)]
struct Shaky {
    inner: MemoryStore,
    /// Whether it may not be used at all.
    blocked: Cell<bool>,
    /// Bytes that it holds, keys included.
    quota: Cell<Option<usize>>,
    /// Puts that still succeed.
    puts: Cell<Option<u32>>,
    /// Bytes to which a longer text is cut without a word.
    cut: Cell<Option<usize>>,
}

impl Shaky {
    fn used(&self) -> usize {
        let size = |key: &String| key.len() + self.inner.get(key).unwrap().map_or(0, |text| text.len());
        self.inner.keys().unwrap().iter().map(size).sum()
    }

    fn room(&self, key: &str, value: &str) -> Result<(), StoreFault> {
        let before = self.inner.get(key)?.map_or(0, |text| key.len() + text.len());
        let after = self.used() - before + key.len() + value.len();
        if self.quota.get().is_some_and(|quota| after > quota && value.len() + key.len() > before) {
            return Err(StoreFault::Full);
        }
        match self.puts.get() {
            Some(0) => Err(StoreFault::Full),
            puts => {
                self.puts.set(puts.map(|puts| puts - 1));
                Ok(())
            }
        }
    }

    fn usable(&self) -> Result<(), StoreFault> {
        if self.blocked.get() { Err(StoreFault::Blocked) } else { Ok(()) }
    }

    fn heal(&self) {
        self.blocked.set(false);
        self.quota.set(None);
        self.puts.set(None);
        self.cut.set(None);
    }

    fn has(&self, text: &str) -> bool {
        let keys = self.inner.keys().unwrap();
        keys.iter().any(|key| self.inner.get(key).unwrap().as_deref() == Some(text))
    }
}

impl Store for Shaky {
    fn get(&self, key: &str) -> Result<Option<String>, StoreFault> {
        self.usable()?;
        self.inner.get(key)
    }
    fn put(&self, key: &str, value: &str) -> Result<(), StoreFault> {
        self.usable()?;
        self.room(key, value)?;
        let end = self.cut.get().filter(|cut| value.is_char_boundary(*cut)).unwrap_or(value.len());
        self.inner.put(key, &value[..end.min(value.len())])
    }
    fn remove(&self, key: &str) -> Result<(), StoreFault> {
        self.usable()?;
        self.inner.remove(key)
    }
    fn keys(&self) -> Result<Vec<String>, StoreFault> {
        self.usable()?;
        self.inner.keys()
    }
}

fn named(name: &str) -> Model {
    let mut model = Model::default();
    model.about.name = name.into();
    model
}

fn lies_in(store: &MemoryStore, text: &str) -> bool {
    store.keys().unwrap().iter().any(|key| store.get(key).unwrap().as_deref() == Some(text))
}

fn names(shelf: Shelf<'_>) -> Vec<String> {
    shelf.list(9).unwrap().into_iter().map(|entry| entry.name).collect()
}

/// A shelf with document `a`, saved as "one" and then as "two".
fn saved_twice(store: &dyn Store) -> Shelf<'_> {
    let shelf = Shelf::of(store);
    let created = shelf.create("a", &named("one"), 1).unwrap();
    shelf.save("a", &named("two"), created.edition.rev, SPARE, 2).unwrap();
    shelf
}

#[test]
fn what_is_saved_is_found_again() {
    let store = MemoryStore::default();
    let shelf = saved_twice(&store);
    let loaded = shelf.load("a", 3).unwrap();
    assert_eq!((loaded.model.about.name.as_str(), loaded.edition.rev, loaded.saved), ("two", 2, 2));
    assert!(loaded.faults.is_empty() && !loaded.is_previous);
    assert_eq!(shelf.load("b", 3), Err(LoadFault::Missing));
    // The same again is not stored again.
    assert_eq!(shelf.save("a", &named("two"), 2, SPARE, 4).unwrap().edition.rev, 2);
}

#[test]
fn the_list_names_all_and_the_latest_first() {
    let store = MemoryStore::default();
    let shelf = saved_twice(&store);
    shelf.create("b", &named("other"), 5).unwrap();
    assert_eq!(names(shelf), ["other", "two"]);
    shelf.rename("a", "three", 7).unwrap();
    assert_eq!(names(shelf), ["three", "other"]);
    let entry = &shelf.list(8).unwrap()[0];
    assert_eq!((entry.saved, entry.size), (7, store.get("ue/m/a").unwrap().unwrap().len()));
}

#[test]
fn an_older_line_of_the_list_is_mended() {
    let store = MemoryStore::default();
    let shelf = saved_twice(&store);
    let list = store.get("ue/index").unwrap().unwrap();
    store.put("ue/index", &list.replace("two", "one")).unwrap();
    shelf.recheck("b");
    assert_eq!(names(shelf), ["one"], "that of another is left");
    shelf.recheck("a");
    assert_eq!(names(shelf), ["two"]);
}

#[test]
fn the_list_is_made_anew_when_it_is_gone_bad_or_old() {
    let other = r#"[{"id":"z","name":"ghost"}]"#;
    for index in [None, Some(""), Some("[1,{}]"), Some(other), Some("{\"a\":"), Some("null")] {
        let store = MemoryStore::default();
        let shelf = saved_twice(&store);
        match index {
            Some(index) => store.put("ue/index", index).unwrap(),
            None => store.remove("ue/index").unwrap(),
        }
        assert_eq!(names(shelf), ["two"], "{index:?}");
        store.put("ue/m/x", &store.get("ue/m/a").unwrap().unwrap()).unwrap();
        assert_eq!(names(shelf), ["two", "two"], "{index:?}");
    }
}

#[test]
fn a_damaged_text_is_put_aside_and_the_copy_before_it_opens() {
    let store = MemoryStore::default();
    let shelf = saved_twice(&store);
    for damaged in ["", "{", "null", "[]", r#"{"app":"other","model":{}}"#, "\u{0}\u{fffd}"] {
        store.put("ue/m/a", damaged).unwrap();
        let loaded = shelf.load("a", 50).unwrap();
        assert_eq!((loaded.model.about.name.as_str(), loaded.is_previous), ("one", true));
        let lost = shelf.lost().unwrap().remove(0);
        assert_eq!((lost.place.as_str(), lost.time >= 50), ("ue/m/a", true));
        assert_eq!(shelf.aside_text(&lost.key).unwrap().as_deref(), Some(damaged));
        assert!(!shelf.load("a", 51).unwrap().is_previous, "mended");
        shelf.forget(&lost.key).unwrap();
        assert!(shelf.lost().unwrap().is_empty());
    }
}

#[test]
fn one_damaged_character_is_told_or_does_no_harm() {
    let store = MemoryStore::default();
    let shelf = Shelf::of(&store);
    let mut model = obkatka::codec::TEMPLATES[0].model(Language::English);
    let created = shelf.create("a", &named("one"), 1).unwrap();
    model.about.name = "two".into();
    shelf.save("a", &model, created.edition, SPARE, 2).unwrap();
    let (text, copy) = (store.get("ue/m/a").unwrap().unwrap(), store.get("ue/p/a").unwrap().unwrap());
    let mut told = 0;
    for (at, own) in text.char_indices().step_by(31) {
        let other = if own == 'z' { "y" } else { "z" };
        let damaged = [&text[..at], other, &text[at + own.len_utf8()..]].concat();
        store.put("ue/m/a", &damaged).unwrap();
        store.put("ue/p/a", &copy).unwrap();
        match shelf.load("a", 50) {
            Ok(loaded) if loaded.is_previous => {
                assert_eq!((loaded.model.about.name.as_str(), lies_in(&store, &damaged)), ("one", true));
                told += 1;
            }
            Ok(loaded) => assert_eq!(loaded.model, model, "{damaged}"),
            Err(fault) => assert!(matches!(fault, LoadFault::TooNew { .. }), "{fault:?}"),
        }
        for lost in shelf.lost().unwrap() {
            shelf.forget(&lost.key).unwrap();
        }
    }
    assert!(told > text.len() / 36, "{told} of {}", text.len() / 31);
}

#[test]
fn a_damaged_text_without_a_copy_is_kept_and_its_place_is_free() {
    let store = MemoryStore::default();
    let shelf = Shelf::of(&store);
    shelf.create("a", &named("one"), 1).unwrap();
    store.put("ue/m/a", "{\"app\":").unwrap();
    store.put("ue/p/a", "also cut").unwrap();
    assert_eq!(shelf.load("a", 2), Err(LoadFault::Damaged));
    assert_eq!(shelf.lost().unwrap().len(), 2);
    assert_eq!(shelf.load("a", 3), Err(LoadFault::Missing));
    assert!(shelf.list(4).unwrap().is_empty());
    // A tab that still has the document open saves it.
    assert_eq!(shelf.save("a", &named("one"), 1, SPARE, 5).unwrap().id, "a");
    assert_eq!(shelf.lost().unwrap().len(), 2);
}

#[test]
fn damage_is_put_aside_before_it_is_written_over() {
    let store = MemoryStore::default();
    let shelf = saved_twice(&store);
    store.put("ue/m/a", "broken").unwrap();
    assert_eq!(shelf.save("a", &named("three"), 2, SPARE, 5).unwrap().edition.rev, 3);
    assert!(store.get("ue/lost/5/ue/m/a").unwrap().is_some());
    // A document of which one place cannot be read opens, and its text is kept all the same.
    let odd = r#"{"app":"obkatka","schema":1,"rev":3,"model":{"about":{"horizon":"soon"}}}"#;
    store.put("ue/m/a", odd).unwrap();
    assert_eq!(shelf.load("a", 6).unwrap().faults.len(), 1);
    shelf.save("a", &named("four"), 3, SPARE, 7).unwrap();
    assert_eq!(store.get("ue/lost/7/ue/m/a").unwrap().as_deref(), Some(odd));
}

#[test]
fn a_document_of_a_newer_version_is_left_alone() {
    let store = MemoryStore::default();
    let shelf = saved_twice(&store);
    let newer = r#"{"app":"obkatka","schema":900,"engine":"9.1.0","rev":2,"model":{"x":1}}"#;
    store.put("ue/m/a", newer).unwrap();
    assert_eq!(shelf.load("a", 3), Err(LoadFault::TooNew { made_with: "9.1.0".into() }));
    assert_eq!(shelf.save("a", &named("three"), 2, SPARE, 4), Err(SaveFault::TooNew));
    assert_eq!(shelf.rename("a", "three", 4), Err(SaveFault::TooNew));
    assert_eq!(shelf.duplicate("a", "b", "three", 4), Err(SaveFault::TooNew));
    assert_eq!(names(shelf), ["two"], "by the name it had");
    assert_eq!(shelf.export_all(4).unwrap().left_out, ["a"]);
    assert_eq!(shelf.text("a").unwrap().as_deref(), Some(newer));
    shelf.delete("a", 5).unwrap();
    shelf.restore(&shelf.bin().unwrap()[0].key).unwrap();
    assert_eq!(store.get("ue/m/a").unwrap().as_deref(), Some(newer));
}

#[test]
fn two_tabs_never_write_over_each_other() {
    let store = MemoryStore::default();
    let shelf = saved_twice(&store);
    let mine = shelf.save("a", &named("mine"), 2, SPARE, 3).unwrap();
    assert_eq!((mine.id.as_str(), mine.edition.rev), ("a", 3));
    let theirs = shelf.save("a", &named("theirs"), 2, SPARE, 4).unwrap();
    assert_eq!(theirs.id, "spare");
    assert_eq!(theirs.renamed.as_deref(), Some("theirs (from another tab)"));
    assert_eq!(names(shelf), ["theirs (from another tab)", "mine"]);
    // A third tab, with the same spare id; and one that agrees with what is there.
    assert_eq!(shelf.save("a", &named("third"), 1, SPARE, 5).unwrap().id, "spare-2");
    assert_eq!(shelf.save("a", &named("mine"), 1, SPARE, 6).unwrap().edition.rev, 3);
}

#[test]
fn a_long_name_keeps_what_tells_the_copies_apart() {
    let store = MemoryStore::default();
    let shelf = saved_twice(&store);
    let saved = shelf.save("a", &named(&"щ".repeat(120)), 7, SPARE, 3).unwrap();
    let name = saved.renamed.unwrap();
    assert!(name.ends_with(SPARE.suffix) && name.chars().count() == 120);
    assert_eq!(shelf.load("spare", 4).unwrap().model.about.name, name);
}

#[test]
fn a_document_deleted_meanwhile_comes_back_by_saving() {
    let store = MemoryStore::default();
    let shelf = saved_twice(&store);
    shelf.delete("a", 3).unwrap();
    assert_eq!(shelf.save("a", &named("three"), 2, SPARE, 4).unwrap().id, "a");
    assert_eq!((names(shelf), shelf.bin().unwrap().len()), (vec!["three".to_owned()], 1));
}

#[test]
fn the_bin_gives_back_for_a_month() {
    let store = MemoryStore::default();
    let shelf = saved_twice(&store);
    shelf.delete("a", 10).unwrap();
    assert!(shelf.list(11).unwrap().is_empty());
    let binned = shelf.bin().unwrap().remove(0);
    assert_eq!((binned.name.as_str(), binned.time), ("two", 10));
    shelf.create("a", &named("new"), 12).unwrap();
    let restored = shelf.restore(&binned.key).unwrap();
    assert_eq!((restored.id.as_str(), restored.edition.rev), ("a-2", 2));
    assert_eq!(shelf.restore(&binned.key), Err(SaveFault::Missing));
    shelf.delete("a", 20).unwrap();
    shelf.delete("a-2", 20 + DAY).unwrap();
    // Used on thirty days after the one on which they were first seen there, and several times a day.
    for time in (1..=31).flat_map(|day| [day * DAY + 1, day * DAY + 2]) {
        shelf.purge(time).unwrap();
        assert_eq!(shelf.bin().unwrap().len(), 2);
    }
    shelf.create("b", &named("late"), 40 * DAY).unwrap();
    shelf.delete("b", 40 * DAY).unwrap();
    shelf.purge(32 * DAY).unwrap();
    assert_eq!(shelf.bin().unwrap().iter().map(|own| own.name.as_str()).collect::<Vec<_>>(), ["late"]);
}

#[test]
fn a_clock_that_leaps_empties_nothing() {
    let store = Shaky::default();
    let shelf = saved_twice(&store);
    shelf.delete("a", 10).unwrap();
    for time in [10, 47_000 * DAY, 2_900_000 * DAY, u64::MAX, 0, 20] {
        shelf.purge(time).unwrap();
        assert_eq!(shelf.bin().unwrap().len(), 1, "{time}");
    }
    // Neither does damage to what is counted, nor a store that does not take the count.
    for damaged in ["", "used=", "used=99999999999999999999\nlast=3", "last=\u{0}", "=\n=="] {
        store.put("ue/days", damaged).unwrap();
        shelf.purge(30 * DAY).unwrap();
        assert_eq!(shelf.bin().unwrap().len(), 1, "{damaged}");
    }
    store.puts.set(Some(0));
    (40..90).for_each(|day| shelf.purge(day * DAY).unwrap());
    assert_eq!(shelf.bin().unwrap().len(), 1);
}

#[test]
fn nothing_but_what_was_put_aside_is_forgotten() {
    let store = MemoryStore::default();
    let shelf = saved_twice(&store);
    shelf.forget("ue/m/a").unwrap();
    assert_eq!(shelf.aside_text("ue/m/a").unwrap(), None);
    assert_eq!(shelf.restore("ue/m/a"), Err(SaveFault::Missing));
    assert_eq!(names(shelf), ["two"]);
}

#[test]
fn a_full_store_drops_copies_before_it_refuses() {
    let store = Shaky::default();
    let shelf = saved_twice(&store);
    let long = |text: &str| {
        let mut model = named(text);
        model.about.note = "n".repeat(400);
        model
    };
    let rev = shelf.save("a", &long("three"), 2, SPARE, 3).unwrap().edition.rev;
    store.quota.set(Some(store.used()));
    let rev = shelf.save("a", &named("four"), rev, SPARE, 4).unwrap().edition.rev;
    let rev = shelf.save("a", &long("five"), rev, SPARE, 5).unwrap().edition.rev;
    store.quota.set(Some(0));
    let mut longer = long("six");
    longer.about.note.push_str(&"n".repeat(900));
    assert_eq!(shelf.save("a", &longer, rev, SPARE, 6), Err(SaveFault::Full));
    assert_eq!(shelf.create("b", &named("b"), 6), Err(SaveFault::Full));
    assert_eq!(shelf.load("a", 7).unwrap().model.about.name, "five");
    // Deleting goes always: into the bin in its own place, or where even that is too small, for good.
    store.quota.set(Some(store.used()));
    assert_eq!(shelf.delete("a", 7), Ok(Deleted::Binned));
    assert!(shelf.list(8).unwrap().is_empty() && shelf.bin().unwrap().len() == 1);
    store.quota.set(None);
    shelf.restore(&shelf.bin().unwrap()[0].key).unwrap();
    store.quota.set(Some(0));
    assert_eq!(shelf.delete("a", 9), Ok(Deleted::Erased));
    assert!(shelf.list(8).unwrap().is_empty() && shelf.bin().unwrap().is_empty());
}

#[test]
fn many_documents_are_counted_before_they_are_stored() {
    let store = Shaky::default();
    let shelf = saved_twice(&store);
    let models: Vec<_> = (0..40).map(|at| named(&format!("model {at}"))).collect();
    let all = shelf.space_for(&models, 5).unwrap();
    assert_eq!((all.sizes.len(), all.sizes.iter().sum::<usize>()), (40, all.room));
    let ids = Cell::new(0);
    let fresh_id = || {
        ids.set(ids.get() + 1);
        format!("abcdefgh{:04}", ids.get())
    };
    for room in [0, 3_000, 60_000] {
        store.quota.set(Some(store.used() + room));
        let space = shelf.space_for(&models, 5).unwrap();
        let mut left = space.room;
        let fits = |size: &&usize| left.checked_sub(**size).map(|rest| left = rest).is_some();
        let fit = space.sizes.iter().take_while(fits).count();
        let keys = store.keys().unwrap();
        assert!(!keys.contains(&"ue/trial".to_owned()));
        let stored = shelf.create_many(&models[..fit], &fresh_id, 6).unwrap();
        assert_eq!((stored.saved.len(), stored.is_full), (fit, false), "what was said to fit fits");
        // And not much more would have.
        let more = shelf.create_many(&models[fit..], &fresh_id, 6).unwrap();
        assert!(more.is_full || fit == 40);
        assert!(more.saved.len() <= 1 + fit / 10, "{} more than {fit}", more.saved.len());
        for entry in shelf.list(7).unwrap().iter().filter(|entry| entry.id != "a") {
            assert_eq!(shelf.delete(&entry.id, 8).map(drop), Ok(()));
        }
        store.quota.set(None);
        shelf.empty_bin().unwrap();
        assert_eq!((names(shelf), shelf.bin().unwrap().len()), (vec!["two".to_owned()], 0));
    }
    store.blocked.set(true);
    assert_eq!(shelf.space_for(&models, 5), Err(StoreFault::Blocked));
    assert_eq!(shelf.create_many(&models, &fresh_id, 5), Err(StoreFault::Blocked));
}

#[test]
fn who_takes_how_much_room_is_told() {
    let store = MemoryStore::default();
    let shelf = saved_twice(&store);
    store.put("theirs", "12345").unwrap();
    shelf.create("b", &named("б"), 3).unwrap();
    shelf.delete("b", 4).unwrap();
    store.put("ue/lost/5/ue/m/x", "odd").unwrap();
    let usage = shelf.usage().unwrap();
    let size = |key: &str| key.len() + store.get(key).unwrap().unwrap().chars().count();
    assert_eq!((usage.documents, usage.copies), (size("ue/m/a"), size("ue/p/a")));
    assert_eq!((usage.bin, usage.lost), (size("ue/bin/4/b"), size("ue/lost/5/ue/m/x")));
    assert_eq!(usage.others, size("theirs") + size("ue/index"));
    assert_eq!(usage.total(), store.keys().unwrap().iter().map(|key| size(key)).sum::<usize>());
}

#[test]
fn full_at_any_write_leaves_what_was_there() {
    for puts in 0..8 {
        let store = Shaky::default();
        let shelf = saved_twice(&store);
        store.puts.set(Some(puts));
        let saved = shelf.save("a", &named("three"), 2, SPARE, 3);
        store.heal();
        let name = shelf.load("a", 4).unwrap().model.about.name;
        assert_eq!(name, if saved.is_ok() { "three" } else { "two" }, "{puts}");
        assert_eq!(names(shelf), [name], "{puts}");
        store.puts.set(Some(puts));
        let deleted = shelf.delete("a", 5);
        store.heal();
        let left = usize::from(deleted != Ok(Deleted::Erased));
        assert_eq!(shelf.list(6).unwrap().len() + shelf.bin().unwrap().len(), left, "{puts} {deleted:?}");
    }
}

#[test]
fn a_store_that_cuts_texts_is_found_out() {
    for cut in [0, 1, 40, 300] {
        let store = Shaky::default();
        let shelf = saved_twice(&store);
        store.cut.set(Some(cut));
        assert_eq!(shelf.save("a", &named("three"), 2, SPARE, 3), Err(SaveFault::Unsound), "{cut}");
        assert_eq!(shelf.create("b", &named("b"), 3), Err(SaveFault::Unsound), "{cut}");
        assert_eq!(shelf.delete("a", 4), Err(StoreFault::Unsound), "{cut}");
        assert_eq!(shelf.load("a", 5).unwrap().model.about.name, "two", "{cut}");
        assert_eq!(shelf.list(6).unwrap().len(), 1, "{cut}");
    }
}

#[test]
fn a_blocked_store_says_so_everywhere() {
    let store = Shaky::default();
    let shelf = saved_twice(&store);
    store.blocked.set(true);
    assert_eq!(shelf.list(3), Err(StoreFault::Blocked));
    assert_eq!(shelf.load("a", 3), Err(LoadFault::Blocked));
    assert_eq!(shelf.save("a", &named("x"), 2, SPARE, 3), Err(SaveFault::Blocked));
    assert_eq!(shelf.create("b", &named("x"), 3), Err(SaveFault::Blocked));
    assert_eq!(shelf.delete("a", 3), Err(StoreFault::Blocked));
    assert_eq!(shelf.bin(), Err(StoreFault::Blocked));
    assert_eq!(shelf.lost(), Err(StoreFault::Blocked));
    assert!(shelf.export_all(3).is_err() && shelf.purge(3).is_err());
    assert_eq!((shelf.pref("theme"), shelf.begin_boot()), (None, Boot::Usual));
    assert!(shelf.keep_pref("theme", Some("dark")).is_err());
    shelf.boot_done();
}

#[test]
fn other_programs_keys_are_left_alone() {
    let store = MemoryStore::default();
    let foreign = ["", "ue", "ue/", "uex/m/a", "m/a", "ue/other", "theme"];
    for key in foreign {
        store.put(key, "theirs").unwrap();
    }
    let shelf = saved_twice(&store);
    store.put("ue/m/a", "broken").unwrap();
    shelf.list(3).unwrap();
    shelf.delete("a", 4).unwrap();
    shelf.purge(100 * DAY).unwrap();
    for key in foreign {
        assert_eq!(store.get(key).unwrap().as_deref(), Some("theirs"), "{key}");
        assert_eq!(document_at(key), None);
    }
}

#[test]
fn a_copy_has_its_own_name_and_all_go_into_one_file() {
    let store = MemoryStore::default();
    let shelf = saved_twice(&store);
    shelf.duplicate("a", "b", "copy", 3).unwrap();
    assert_eq!(shelf.duplicate("x", "y", "none", 3), Err(SaveFault::Missing));
    let library = shelf.export_all(4).unwrap();
    assert_eq!((library.count, library.left_out.len()), (2, 0));
    let models = read_library(&library.text).unwrap();
    assert_eq!(
        models.iter().map(|opened| opened.model.about.name.as_str()).collect::<Vec<_>>(),
        ["two", "copy"]
    );
}

#[test]
fn preferences_survive_damage_and_each_other() {
    let store = MemoryStore::default();
    let shelf = Shelf::of(&store);
    store.put("ue/prefs", "later=x\ntheme\nlanguage=en").unwrap();
    assert_eq!((shelf.pref("language").as_deref(), shelf.pref("theme")), (Some("en"), None));
    shelf.keep_pref("theme", Some("da\"rk")).unwrap();
    shelf.keep_pref("language", None).unwrap();
    assert_eq!((shelf.pref("theme").as_deref(), shelf.pref("later").as_deref()), (Some("da\"rk"), Some("x")));
    assert_eq!(shelf.pref("language"), None);
    for damaged in ["", "{", "[]", "null", "3"] {
        store.put("ue/prefs", damaged).unwrap();
        assert_eq!(shelf.pref("theme"), None);
    }
}

#[test]
fn after_two_failed_starts_the_next_is_careful() {
    let store = MemoryStore::default();
    let shelf = Shelf::of(&store);
    // Starts of other tabs are no failed ones.
    assert_eq!([(); 5].map(|()| shelf.begin_boot()), [Boot::Usual; 5]);
    store.put("ue/boot", "1").unwrap();
    assert_eq!(shelf.begin_boot(), Boot::Usual);
    store.put("ue/boot", "2").unwrap();
    assert_eq!(shelf.begin_boot(), Boot::Careful);
    shelf.boot_done();
    assert_eq!(shelf.begin_boot(), Boot::Usual);
    store.put("ue/boot", "-∞").unwrap();
    assert_eq!(shelf.begin_boot(), Boot::Usual);
}

/// Something that happens to the shelf or behind its back.
#[derive(Clone, Debug)]
enum Happening {
    Create(u8),
    /// A save by one of two tabs.
    Save(u8, bool),
    Load(u8),
    List,
    Rename(u8),
    Duplicate(u8, u8),
    Delete(u8),
    Restore(u8),
    Export,
    /// The text of a document is cut behind the shelf's back.
    Damage(u8),
    DropIndex,
    /// So much room is left.
    Quota(u16),
    /// So many puts succeed.
    Puts(u8),
    Cut(u16),
    Block,
    Heal,
}

fn any_happening() -> impl Strategy<Value = Happening> {
    use Happening as H;
    let id = 0..4_u8;
    prop_oneof![
        2 => id.clone().prop_map(H::Create),
        6 => (id.clone(), any::<bool>()).prop_map(|(id, tab)| H::Save(id, tab)),
        2 => id.clone().prop_map(H::Load),
        2 => Just(H::List),
        1 => id.clone().prop_map(H::Rename),
        1 => (id.clone(), id.clone()).prop_map(|(id, new)| H::Duplicate(id, new)),
        2 => id.clone().prop_map(H::Delete),
        2 => id.clone().prop_map(H::Restore),
        1 => Just(H::Export),
        2 => id.prop_map(H::Damage),
        1 => Just(H::DropIndex),
        1 => (0..6000_u16).prop_map(H::Quota),
        1 => (0..6_u8).prop_map(H::Puts),
        1 => (0..2000_u16).prop_map(H::Cut),
        1 => Just(H::Block),
        4 => Just(H::Heal),
    ]
}

/// What must be there: every document's last saved state and every damaged text.
#[derive(Default)]
struct Ledger {
    /// By id: the note that its last saved state bears.
    notes: BTreeMap<String, String>,
    /// Notes of deleted documents.
    binned: Vec<String>,
    /// Texts that must be there as they are.
    texts: Vec<String>,
    /// Revisions that each of two tabs believes in.
    revs: [BTreeMap<String, u32>; 2],
    count: u32,
}

impl Ledger {
    fn next(&mut self) -> Model {
        self.count += 1;
        let mut model = named(&format!("name {}", self.count));
        model.about.note = format!("note {}", self.count);
        model
    }

    fn happen(&mut self, store: &Shaky, happening: &Happening, now: u64) {
        let shelf = Shelf::of(store);
        let id = |id: &u8| char::from(b'a' + id).to_string();
        match happening {
            Happening::Create(at) => {
                let model = self.next();
                if let Ok(saved) = shelf.create(&id(at), &model, now) {
                    self.notes.insert(saved.id, model.about.note);
                }
            }
            Happening::Save(at, tab) => self.save(shelf, &id(at), usize::from(*tab), now),
            Happening::Load(at) => self.load(shelf, &id(at), now),
            Happening::List => drop(shelf.list(now)),
            Happening::Rename(at) => drop(shelf.rename(&id(at), "renamed", now)),
            Happening::Duplicate(at, new) => {
                let source = shelf.load(&id(at), now).map(|loaded| loaded.model.about.note);
                if let (Ok(note), Ok(saved)) = (source, shelf.duplicate(&id(at), &id(new), "copy", now)) {
                    self.notes.insert(saved.id, note);
                }
            }
            Happening::Delete(at) => {
                let text = store.inner.get(&format!("ue/m/{}", id(at))).unwrap();
                if let Ok(deleted) = shelf.delete(&id(at), now) {
                    // Somebody wanted it gone, and there was no room to keep it all the same.
                    self.texts.retain(|own| deleted == Deleted::Binned || Some(own) != text.as_ref());
                    let note = self.notes.remove(&id(at));
                    self.binned.extend(note.filter(|_| deleted == Deleted::Binned));
                }
            }
            Happening::Restore(at) => self.restore(shelf, usize::from(*at)),
            Happening::Export => drop(shelf.export_all(now)),
            Happening::Damage(at) => self.damage(store, &id(at)),
            Happening::DropIndex => drop(store.inner.remove("ue/index")),
            // One disease at a time: a full store that also cuts leaves no place for a copy.
            Happening::Quota(_) | Happening::Puts(_) if store.cut.get().is_some() => {}
            Happening::Quota(room) => store.quota.set(Some(store.used() + usize::from(*room))),
            Happening::Puts(puts) => store.puts.set(Some((*puts).into())),
            Happening::Cut(cut) => {
                store.heal();
                store.cut.set(Some((*cut).into()));
            }
            Happening::Block => store.blocked.set(true),
            Happening::Heal => store.heal(),
        }
    }

    fn load(&mut self, shelf: Shelf<'_>, id: &str, now: u64) {
        if let Ok(loaded) = shelf.load(id, now) {
            self.revs[0].insert(id.to_owned(), loaded.edition.rev);
        }
    }

    fn save(&mut self, shelf: Shelf<'_>, id: &str, tab: usize, now: u64) {
        let model = self.next();
        let rev = self.revs[tab].get(id).copied().unwrap_or(1);
        if let Ok(saved) = shelf.save(id, &model, rev, SPARE, now) {
            self.revs[tab].insert(saved.id.clone(), saved.edition.rev);
            self.notes.insert(saved.id, model.about.note);
        }
    }

    fn restore(&mut self, shelf: Shelf<'_>, at: usize) {
        let Some(binned) = shelf.bin().ok().and_then(|bin| bin.into_iter().nth(at)) else {
            return;
        };
        let note = shelf.aside_text(&binned.key).ok().flatten().and_then(|text| note(&text));
        if let (Ok(saved), Some(note)) = (shelf.restore(&binned.key), note) {
            self.binned.retain(|known| *known != note);
            self.notes.insert(saved.id, note);
        }
    }

    /// From now on the damaged text must stay, and the document is what its copy says.
    fn damage(&mut self, store: &Shaky, id: &str) {
        let key = format!("ue/m/{id}");
        let Some(text) = store.inner.get(&key).unwrap() else {
            return;
        };
        self.texts.retain(|known| *known != text);
        let cut = text[..text.len() / 2].to_owned();
        store.inner.put(&key, &cut).unwrap();
        self.texts.push(cut);
        let copy = store.inner.get(&format!("ue/p/{id}")).unwrap();
        match copy.as_deref().and_then(note) {
            Some(note) => self.notes.insert(id.to_owned(), note),
            None => self.notes.remove(id),
        };
    }

    fn check(&self, store: &Shaky) -> Result<(), TestCaseError> {
        let keys = store.inner.keys().unwrap();
        let texts = keys.iter().filter_map(|key| store.inner.get(key).unwrap());
        let notes: Vec<_> = texts.filter_map(|text| note(&text)).collect();
        for expected in self.notes.values().chain(&self.binned) {
            prop_assert!(notes.contains(expected), "{expected} is gone");
        }
        for text in &self.texts {
            prop_assert!(store.has(text), "a damaged text is gone");
        }
        Ok(())
    }

    /// In a sound store again, every document opens under its id.
    fn check_open(&self, shelf: Shelf<'_>) -> Result<(), TestCaseError> {
        let listed = shelf.list(1 << 40).unwrap();
        for (id, note) in &self.notes {
            let loaded = shelf.load(id, 1 << 40).map(|loaded| loaded.model.about.note);
            prop_assert!(loaded.as_ref() == Ok(note), "{id}: {loaded:?}, not {note}");
            prop_assert!(listed.iter().any(|entry| entry.id == *id), "{id} is not listed");
        }
        Ok(())
    }
}

fn note(text: &str) -> Option<String> {
    read_file(text).ok().map(|opened| opened.model.about.note).filter(|note| !note.is_empty())
}

/// The copy is all that is left, and the store spoils what it is given.
#[test]
fn a_store_that_cuts_does_not_get_the_last_copy() {
    use Happening::{Cut, Damage, Rename, Save};
    let (store, mut ledger) = (Shaky::default(), Ledger::default());
    let happenings = [Save(0, false), Rename(0), Cut(0), Damage(0), Rename(0)];
    for (happening, now) in happenings.iter().zip(1000..) {
        ledger.happen(&store, happening, now);
        ledger.check(&store).unwrap();
    }
    store.heal();
    ledger.check_open(Shelf::of(&store)).unwrap();
}

proptest! {
    #[test]
    fn no_document_is_ever_lost(happenings in proptest::collection::vec(any_happening(), 1..40)) {
        let (store, mut ledger) = (Shaky::default(), Ledger::default());
        for (happening, now) in happenings.iter().zip(1000..) {
            ledger.happen(&store, happening, now);
            ledger.check(&store)?;
        }
        store.heal();
        ledger.check_open(Shelf::of(&store))?;
        ledger.check(&store)?;
    }

    #[test]
    fn nothing_stored_breaks_the_shelf(texts in proptest::collection::vec((0..8_usize, ".{0,40}"), 0..12)) {
        let store = MemoryStore::default();
        let keys = ["ue/m/a", "ue/p/a", "ue/index", "ue/prefs", "ue/boot", "ue/bin/x/", "ue/lost/", "ue/bin/7/a"];
        for (at, text) in texts {
            store.put(keys[at], &text).unwrap();
        }
        let shelf = Shelf::of(&store);
        let _ = (shelf.load("a", 1), shelf.list(2), shelf.bin(), shelf.lost(), shelf.pref("theme"));
        let _ = (shelf.begin_boot(), shelf.delete("a", 3), shelf.purge(u64::MAX), shelf.export_all(4));
        prop_assert!(shelf.create("a", &named("a"), u64::MAX).is_ok());
        prop_assert!(shelf.load("a", 5).is_ok());
    }
}
