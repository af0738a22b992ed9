use super::*;
use crate::model::{Datum, Edit};

fn workspace() -> Workspace {
    Workspace::new(Model::default(), SaveState::Kept)
}

/// A name typed into its field.
fn named(name: &str) -> Edit {
    Edit::put("about/name", Datum::Text(name.into()))
}

fn with_name(name: &str) -> Model {
    named(name).applied(&Model::default()).unwrap()
}

/// Whether there is a step back and a step forth.
fn has_steps(workspace: &Workspace) -> (bool, bool) {
    let [back, forth] = workspace.steps().map(|step| step.is_some());
    (back, forth)
}

fn name(workspace: &Workspace) -> &str {
    &workspace.model().about.name
}

#[test]
fn typing_on_in_a_field_is_one_step() {
    let mut work = workspace();
    for (text, now) in [("a", 0), ("ab", 300), ("abc", 600), ("abcd", 2_000)] {
        work.run(&named(text), now).unwrap();
        assert!(work.is_typing());
    }
    work.undo();
    assert_eq!((name(&work), work.is_typing(), has_steps(&work)), ("abc", false, (true, true)));
    work.undo();
    assert_eq!((name(&work), has_steps(&work)), ("", (false, true)));
    work.undo();
    work.redo();
    work.redo();
    work.redo();
    assert_eq!((name(&work), has_steps(&work)), ("abcd", (true, false)));
}

#[test]
fn decisions_are_steps_of_their_own_however_quick() {
    let mut work = workspace();
    let add = Edit::Add { rows: "channels".into(), id: None };
    work.run(&add, 0).unwrap();
    work.run(&add, 0).unwrap();
    assert!(!work.is_typing());
    work.undo();
    assert_eq!(work.model().channels.len(), 1);
}

#[test]
fn what_changes_nothing_leaves_no_trace() {
    let mut work = workspace();
    work.run(&named(""), 0).unwrap();
    assert_eq!(work.run(&Edit::put("nowhere", Datum::Flag(true)), 0), Err(EditFault::NoSuchPlace));
    assert_eq!((work.version(), work.turn(), work.edits(), has_steps(&work)), (0, 0, 0, (false, false)));
    assert_eq!(work.saved(), SaveState::Kept);
}

#[test]
fn fields_drop_their_text_when_the_document_is_exchanged_only() {
    let mut work = workspace();
    work.run(&named("a"), 0).unwrap();
    work.run(&Edit::Add { rows: "channels".into(), id: None }, 0).unwrap();
    assert_eq!((work.version(), work.turn(), work.edits()), (2, 0, 2));
    work.run(&Edit::Whole(Box::new(with_name("b"))), 0).unwrap();
    assert_eq!((work.version(), work.turn(), work.edits()), (3, 1, 3));
    work.undo();
    assert_eq!((work.version(), work.turn(), work.edits()), (4, 2, 4));
    work.open(Model::default(), None, SaveState::Kept);
    assert_eq!((work.version(), work.turn(), work.edits()), (5, 3, 4));
}

#[test]
fn a_change_waits_to_be_written_where_it_may_be_written() {
    for (before, after) in [
        (SaveState::Kept, SaveState::Waiting),
        (SaveState::Waiting, SaveState::Waiting),
        (SaveState::MemoryOnly, SaveState::Waiting),
        (SaveState::Full, SaveState::Waiting),
        (SaveState::Newer, SaveState::Waiting),
        (SaveState::Gone, SaveState::Waiting),
        (SaveState::View, SaveState::View),
    ] {
        let mut work = Workspace::new(Model::default(), before);
        work.run(&named("a"), 0).unwrap();
        assert_eq!(work.saved(), after);
        work.mark(before);
        work.undo();
        assert_eq!(work.saved(), after);
    }
}

/// All is stored as it is.
fn store(work: &mut Workspace) {
    work.note_stored();
    work.rest(SaveState::Kept);
}

#[test]
fn undo_leads_from_a_new_document_to_the_one_before_and_its_id() {
    let mut work = workspace();
    work.open(with_name("first"), Some("one".into()), SaveState::Kept);
    work.run(&named("first!"), 0).unwrap();
    store(&mut work);
    work.begin(with_name("second"), SaveState::Waiting, 0);
    assert_eq!((work.id(), work.saved()), (None, SaveState::Waiting));
    work.name_as("two".into());
    store(&mut work);
    work.run(&named("second!"), 0).unwrap();
    store(&mut work);
    let edits = work.edits();
    work.undo();
    assert_eq!((name(&work), work.id(), work.edits()), ("second", Some("two"), edits + 1));
    store(&mut work);
    work.undo();
    // The first is on the shelf as it was left: to come back to it is nothing to be saved.
    assert_eq!((name(&work), work.id(), work.edits()), ("first!", Some("one"), edits + 1));
    assert_eq!(work.saved(), SaveState::Kept);
    work.undo();
    assert_eq!((name(&work), work.id(), work.edits()), ("first", Some("one"), edits + 2));
    work.redo();
    work.redo();
    assert_eq!((name(&work), work.id()), ("second", Some("two")));
}

#[test]
fn an_opened_document_has_a_history_of_its_own() {
    let mut work = workspace();
    work.run(&named("a"), 0).unwrap();
    work.open(with_name("b"), Some("b".into()), SaveState::View);
    work.undo();
    assert_eq!((name(&work), work.id(), has_steps(&work)), ("b", Some("b"), (false, false)));
}

#[test]
fn a_name_given_by_the_shelf_is_no_step() {
    let mut work = workspace();
    work.run(&named("a"), 0).unwrap();
    work.mark(SaveState::Kept);
    work.rename("a (from another tab)".into());
    assert_eq!((name(&work), work.version(), work.edits(), work.turn()), ("a (from another tab)", 2, 1, 0));
    assert_eq!(work.saved(), SaveState::Kept);
    work.undo();
    assert_eq!(name(&work), "");
}

#[test]
fn undo_and_redo_say_what_they_would_do() {
    let mut work = workspace();
    let told = |work: &Workspace| {
        work.steps().map(|step| step.map(|own| (own.command.to_string(), own.place.clone())))
    };
    work.run(&named("a"), 0).unwrap();
    work.run(&Edit::Add { rows: "channels".into(), id: None }, 0).unwrap();
    let (typed, added) = (("put".to_owned(), "about/name".to_owned()), ("add_row".to_owned(), String::new()));
    assert_eq!(told(&work), [Some(added.clone()), None]);
    work.undo();
    assert_eq!(told(&work), [Some(typed), Some(added)]);
}
