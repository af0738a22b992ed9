//! A sender's document, and what a reload of the page would lose.

use crate::codec::{LinkError, SCHEMA, seal, write_link, write_link_in};
use crate::desk::keeping::tests::{Fragile, Tab, named};
use crate::desk::{Notice, Received, SaveState};
use crate::model::Currency;
use crate::number::reading::Language;

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
fn a_link_says_in_which_language_its_sender_reads() {
    let store = Fragile::default();
    let mut tab = Tab::new(&store, 'a');
    let link = write_link_in(&named("Theirs"), &[], Language::Russian).unwrap();
    tab.keep(|keeping| keeping.show_link(&link));
    let theirs = Some(Language::Russian);
    assert!(matches!(tab.work.received(), Received::Link { language, .. } if *language == theirs));
}

#[test]
fn a_link_in_a_currency_that_is_no_more_opens_and_says_so() {
    let store = Fragile::default();
    let mut tab = Tab::new(&store, 'a');
    for (language, currency) in [("tlh-\u{202e}", 250), ("", 255)] {
        let text = format!("{{\"s\":{SCHEMA},\"m\":[1,[1,\"Theirs\",3,{currency}]],\"l\":\"{language}\"}}");
        let kept = tab.keep(|keeping| keeping.show_link(&seal(&text)));
        assert_eq!((tab.name(), tab.work.model().about.currency), ("Theirs", Currency::Rub));
        let Some(Notice::Faults { faults, .. }) = kept.notice else { panic!("untold") };
        assert_eq!(faults.iter().map(|fault| &*fault.path).collect::<Vec<_>>(), ["about/currency"]);
        assert!(matches!(tab.work.received(), Received::Link { language: None, .. }));
    }
}
