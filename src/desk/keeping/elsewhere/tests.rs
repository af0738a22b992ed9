//! What others do with the document on the desk reaches it, and nothing of both is lost.

use crate::codec::read_file;
use crate::codec::shelf::{Shelf, Store};
use crate::desk::SaveState;
use crate::desk::keeping::Notice;
use crate::desk::keeping::tests::{Fragile, Tab, named, word};
use crate::text::Word;

/// A tab with a document on its desk and in the store, and another that has opened it too.
fn two(store: &Fragile) -> (Tab<'_>, Tab<'_>) {
    let (mut one, mut two) = (Tab::new(store, 'a'), Tab::new(store, 'b'));
    one.keep(|keeping| keeping.create(named("Shared")));
    two.keep(|keeping| keeping.open("a1"));
    (one, two)
}

fn text(store: &Fragile) -> String {
    store.get("ue/m/a1").unwrap().unwrap()
}

#[test]
fn what_another_tab_has_stored_is_shown() {
    let store = Fragile::default();
    let (mut one, mut two) = two(&store);
    two.call("Theirs");
    two.keep(|keeping| keeping.flush());
    let (news, turn) = (text(&store), one.work.turn());
    let kept = one.keep(|keeping| keeping.look(Some(&news)));
    assert_eq!(
        (one.name(), one.work.saved(), kept.notice),
        ("Theirs", SaveState::Kept, word(Word::SAVED_FOLLOWED))
    );
    assert!(one.work.turn() != turn && one.work.steps() == [None, None]);
    // And it goes on from there, without a copy.
    one.call("Mine");
    assert_eq!(one.keep(|keeping| keeping.flush()).notice, None);
    two.keep(|keeping| keeping.look(None));
    assert_eq!((two.name(), two.shelf()), ("Mine", vec!["Mine".to_owned()]));
}

#[test]
fn what_was_stored_over_in_the_same_moment_stands_beside() {
    let store = Fragile::default();
    let (mut one, mut two) = two(&store);
    let before = text(&store);
    one.call("Mine");
    one.keep(|keeping| keeping.flush());
    // The other has not seen it: its browser process still has the text before.
    store.put("ue/m/a1", &before).unwrap();
    two.call("Theirs");
    two.keep(|keeping| keeping.flush());
    let news = text(&store);
    let kept = one.keep(|keeping| keeping.look(Some(&news)));
    assert_eq!(kept.notice, Some(Notice::OtherTab("Mine (from another tab)".into())));
    let mut names = one.shelf();
    names.sort();
    assert_eq!(names, ["Mine (from another tab)", "Theirs"]);
    // News of what is no longer stored is no news.
    let kept = two.keep(|keeping| keeping.look(Some(&before)));
    assert_eq!((kept.notice, two.name(), two.shelf().len()), (None, "Theirs", 2));
}

#[test]
fn only_who_has_stored_what_was_stored_over_keeps_it() {
    let store = Fragile::default();
    let (mut one, mut two) = two(&store);
    two.keep(|keeping| keeping.look(None));
    let before = text(&store);
    one.call("Mine");
    one.keep(|keeping| keeping.flush());
    two.keep(|keeping| keeping.look(None));
    let mut three = Tab::new(&store, 'c');
    let mine = text(&store);
    store.put("ue/m/a1", &before).unwrap();
    three.keep(|keeping| keeping.open("a1"));
    three.call("Third");
    three.keep(|keeping| keeping.flush());
    let news = text(&store);
    assert_ne!(news, mine);
    two.keep(|keeping| keeping.look(Some(&news)));
    assert_eq!((two.name(), two.shelf().len()), ("Third", 1));
    one.keep(|keeping| keeping.look(Some(&news)));
    assert_eq!(one.shelf().len(), 2);
}

#[test]
fn what_is_deleted_elsewhere_is_never_said_to_be_saved() {
    let store = Fragile::default();
    let (mut one, mut two) = two(&store);
    two.keep(|keeping| keeping.delete());
    let kept = one.keep(|keeping| keeping.look(None));
    assert_eq!((kept.notice, one.work.saved()), (word(Word::SAVED_DELETED_ELSEWHERE), SaveState::Gone));
    one.keep(|keeping| keeping.flush());
    assert_eq!((one.work.saved(), one.shelf().len()), (SaveState::Gone, 0));
    assert_eq!(one.keep(|keeping| keeping.look(None)).notice, None, "said once");
    // Restored there, it is saved here; changed here, it is stored again.
    let key = Shelf::of(&store).bin().unwrap().remove(0).key;
    two.keep(|keeping| keeping.restore(&key));
    one.keep(|keeping| keeping.look(None));
    assert_eq!(one.work.saved(), SaveState::Kept);
    two.keep(|keeping| keeping.delete());
    one.keep(|keeping| keeping.look(None));
    one.call("Wanted");
    one.keep(|keeping| keeping.flush());
    assert_eq!((one.work.saved(), one.shelf()), (SaveState::Kept, vec!["Wanted".to_owned()]));
}

#[test]
fn what_was_cleared_is_noticed_without_an_edit_and_stored_anew() {
    let store = Fragile::default();
    let (mut one, mut two) = two(&store);
    two.call("Shared!");
    two.call("Shared");
    two.keep(|keeping| keeping.flush());
    two.call("Shared!");
    two.keep(|keeping| keeping.flush());
    two.call("Shared");
    two.keep(|keeping| keeping.flush());
    one.keep(|keeping| keeping.look(None));
    for key in store.keys().unwrap() {
        store.remove(&key).unwrap();
    }
    let kept = one.keep(|keeping| keeping.look(None));
    assert_eq!((kept.notice, one.shelf()), (word(Word::SAVED_ANEW), vec!["Shared".to_owned()]));
    // To another tab that is no news: it is the same model.
    let news = text(&store);
    two.keep(|keeping| keeping.look(Some(&news)));
    assert_eq!((two.shelf().len(), two.work.saved()), (1, SaveState::Kept));
    store.put("ue/m/a1", "damaged behind its back").unwrap();
    one.keep(|keeping| keeping.look(None));
    assert_eq!((one.shelf(), Shelf::of(&store).lost().unwrap().len()), (vec!["Shared".to_owned()], 1));
}

#[test]
fn over_what_a_newer_version_has_stored_the_screen_is_said_to_be_older() {
    let store = Fragile::default();
    let (mut one, _) = two(&store);
    let newer = r#"{"app":"obkatka","schema":900,"engine":"9.1.0","rev":2,"model":{"x":1}}"#;
    store.put("ue/m/a1", newer).unwrap();
    let kept = one.keep(|keeping| keeping.look(Some(newer)));
    assert_eq!((kept.notice, one.work.saved()), (word(Word::SAVED_NEWER), SaveState::Newer));
    one.call("Mine");
    one.keep(|keeping| keeping.flush());
    assert_eq!((one.work.saved(), text(&store)), (SaveState::Kept, newer.to_owned()));
    assert_eq!(one.name(), "Mine (from another tab)");
}

/// 8 seconds for 200.
const RUNS: usize = 24;

/// What a tab has stored or removed, in the order in which the browser hears of it.
struct Message {
    from: usize,
    key: String,
    value: Option<String>,
}

/// Tabs in processes of their own, as a browser runs them: each sees what the others have stored only later.
struct Processes<'s> {
    tabs: Vec<Tab<'s>>,
    log: Vec<Message>,
    /// How far in the log each has come.
    heard: Vec<usize>,
    /// Names that were typed and that nobody has typed over who saw them.
    live: Vec<String>,
}

fn texts(store: &Fragile) -> Vec<(String, Option<String>)> {
    let keys = store.keys().unwrap();
    keys.into_iter().map(|key| (key.clone(), store.get(&key).unwrap())).collect()
}

/// The names of the documents as they are stored, whatever the list says.
fn names(store: &Fragile) -> Vec<String> {
    let stored = texts(store).into_iter().filter(|(key, _)| key.starts_with("ue/m/"));
    stored.filter_map(|(_, text)| Some(read_file(&text?).ok()?.model.about.name)).collect()
}

fn without_suffix(name: &str) -> &str {
    name.split(" (").next().unwrap_or_default()
}

impl Processes<'_> {
    /// Does something in a tab, and tells the browser what it has stored.
    fn act(&mut self, at: usize, act: impl FnOnce(&mut Tab<'_>)) {
        let before = texts(self.tabs[at].store);
        act(&mut self.tabs[at]);
        let after = texts(self.tabs[at].store);
        let gone = before.iter().filter(|(key, _)| after.iter().all(|(own, _)| own != key));
        let news = after.iter().filter(|pair| !before.contains(pair)).cloned();
        let all: Vec<_> = gone.map(|(key, _)| (key.clone(), None)).chain(news).collect();
        self.log.extend(all.into_iter().map(|(key, value)| Message { from: at, key, value }));
    }

    fn type_in(&mut self, at: usize, name: String) {
        let shown = without_suffix(self.tabs[at].name()).to_owned();
        self.live.retain(|own| *own != shown);
        self.live.push(name.clone());
        self.act(at, |tab| {
            tab.call(&name);
            tab.keep(|keeping| keeping.flush());
        });
    }

    /// The next message reaches a tab: first its process, then its page.
    fn hear(&mut self, at: usize) -> bool {
        let Some(Message { from, key, value }) = self.log.get(self.heard[at]) else { return false };
        self.heard[at] += 1;
        let (is_own, key, value) = (*from == at, key.clone(), value.clone());
        // What it has itself stored since then stands.
        let is_older = self.log[self.heard[at]..].iter().any(|later| later.from == at && later.key == key);
        let store = self.tabs[at].store;
        match &value {
            _ if is_own || is_older => {}
            Some(value) => store.put(&key, value).unwrap(),
            None => store.remove(&key).unwrap(),
        }
        if !is_own && key.strip_prefix("ue/m/") == self.tabs[at].work.id() {
            self.act(at, |tab| drop(tab.keep(|keeping| keeping.look(value.as_deref()))));
        }
        true
    }
}

#[test]
fn whatever_tabs_do_at_once_every_edit_is_found() {
    let mut chance = 0x2545_f491_4f6c_dd1d_u64;
    let mut draw = |below: usize| {
        chance ^= chance << 13;
        chance ^= chance >> 7;
        chance ^= chance << 17;
        usize::try_from(chance % below as u64).unwrap()
    };
    let mut copies = 0;
    for run in 0..RUNS {
        let stores: Vec<_> = (0..2 + run % 4).map(|_| Fragile::default()).collect();
        let letters = ['a', 'b', 'c', 'd', 'e'];
        let tabs: Vec<_> = stores.iter().zip(letters).map(|(store, name)| Tab::new(store, name)).collect();
        let heard = vec![0; tabs.len()];
        let mut all = Processes { tabs, log: Vec::new(), heard, live: vec!["start".into()] };
        all.act(0, |tab| drop(tab.keep(|keeping| keeping.create(named("start")))));
        for at in 1..all.tabs.len() {
            while all.hear(at) {}
            all.act(at, |tab| drop(tab.keep(|keeping| keeping.open("a1"))));
        }
        for step in 0..30 {
            let at = draw(all.tabs.len());
            match draw(4) {
                0 => all.type_in(at, format!("{run}-{step}")),
                1 => all.act(at, |tab| drop(tab.keep(|keeping| keeping.look(None)))),
                _ => drop(all.hear(at)),
            }
        }
        while (0..all.tabs.len()).any(|at| all.hear(at)) {}
        let shelf = names(&stores[0]);
        copies += shelf.len() - 1;
        for name in &all.live {
            let is_there = shelf.iter().any(|own| without_suffix(own) == name);
            assert!(is_there, "run {run}: {name} is gone: {shelf:?}");
        }
        for tab in &all.tabs {
            assert_eq!((tab.work.saved(), shelf.contains(&tab.name().to_owned())), (SaveState::Kept, true));
        }
    }
    assert!(copies > RUNS / 2, "they have hardly met: {copies}");
}
