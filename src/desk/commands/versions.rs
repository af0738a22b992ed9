//! What is done with versions of the plan: keeping it under a name, returning to one.

use crate::codec::{frozen, thawed};
use crate::desk::{Command, Manner};
use crate::model::{EditFault, Model, Version, free_id};

/// As many versions as the document holds.
const MOST_VERSIONS: u16 = 40;

/// Keeps the plan as it stands under a name, before the versions there are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeepVersion {
    /// Its name.
    pub name: String,
    /// When it is kept: date and time of day by ISO 8601, in UTC.
    pub kept_at: String,
}

impl Command for KeepVersion {
    fn name(&self) -> &'static str {
        "keep_version"
    }

    /// # Errors
    /// *Too many rows* where the document has no room for one more.
    fn applied(&self, model: &Model) -> Result<Model, EditFault> {
        if model.versions.len() >= usize::from(MOST_VERSIONS) {
            return Err(EditFault::TooManyRows { most: MOST_VERSIONS });
        }
        let mut after = model.clone();
        let id = free_id(&after.versions);
        let (name, kept_at) = (self.name.trim().to_owned(), self.kept_at.clone());
        after.versions.insert(0, Version { id, name, kept_at, plan: frozen(model) });
        Ok(after)
    }
}

/// Takes a version in place of today's plan; facts, kept plans and versions stay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReturnToVersion {
    /// The version's id.
    pub id: String,
}

impl Command for ReturnToVersion {
    fn name(&self) -> &'static str {
        "return_to_version"
    }

    /// # Errors
    /// *No such place* where there is no such version or it cannot be read.
    fn applied(&self, model: &Model) -> Result<Model, EditFault> {
        let version = model.versions.iter().find(|version| version.id == self.id);
        let plan = version.and_then(|version| thawed(&version.plan)).ok_or(EditFault::NoSuchPlace)?;
        Ok(in_place_of(model, plan))
    }

    fn manner(&self) -> Manner<'_> {
        Manner::Replacement
    }
}

/// A plan that was kept, with everything that is no part of a plan as it is today.
pub(super) fn in_place_of(model: &Model, plan: Model) -> Model {
    let Model { facts, versions, left_out, .. } = model.clone();
    Model { facts, versions, left_out, ..plan }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codec::{read_file, read_link, write_file, write_link};
    use crate::model::{Datum, Edit, Estimate, LeftOut, MonthFacts, differences};

    fn kept(name: &str, model: &Model) -> Model {
        KeepVersion { name: name.into(), kept_at: "2026-11-27T10:00Z".into() }.applied(model).unwrap()
    }

    fn priced(price: i64, model: &Model) -> Model {
        Edit::put("offer/price", Datum::Estimate(Estimate::guess(price))).applied(model).unwrap()
    }

    #[test]
    fn versions_stand_newest_first_each_as_it_was_and_one_returns_without_the_others_going() {
        let first = kept(" agreed ", &priced(100, &Model::default()));
        let mut second = kept("dearer", &priced(150, &first));
        second.facts.months = vec![MonthFacts { id: "202701".into(), ..MonthFacts::default() }];
        let names: Vec<_> = second.versions.iter().map(|version| (&*version.name, &*version.id)).collect();
        assert_eq!(names, [("dearer", "b"), ("agreed", "a")]);
        let back = ReturnToVersion { id: "a".into() }.applied(&second).unwrap();
        assert_eq!(back.offer.price, Estimate::guess(100));
        assert_eq!((&back.versions, &back.facts), (&second.versions, &second.facts));
        let plan = thawed(&second.versions[0].plan).unwrap();
        assert!(plan.versions.is_empty(), "a version holds no versions");
        assert_eq!(differences(&plan, &second), []);
    }

    #[test]
    fn what_is_not_there_or_cannot_be_read_is_not_returned_to_and_there_is_an_end_of_room() {
        let mut model = kept("one", &Model::default());
        model.versions[0].plan.0 = "?".into();
        for id in ["a", "none"] {
            assert_eq!(ReturnToVersion { id: id.into() }.applied(&model), Err(EditFault::NoSuchPlace));
        }
        let full = (1..MOST_VERSIONS).fold(model, |model, _| kept("more", &model));
        let one_more = KeepVersion { name: "no".into(), kept_at: String::new() };
        assert!(one_more.applied(&full).is_err());
    }

    #[test]
    fn versions_travel_in_files_and_links_and_can_be_left_out_of_both() {
        let model = kept("Secret name", &priced(777_123, &Model::default()));
        let model = priced(5, &model);
        assert_eq!(read_file(&write_file(&model)).unwrap().model, model);
        assert_eq!(read_link(&write_link(&model, &[]).unwrap()).unwrap().model, model);
        let sent = crate::codec::without(&model, &LeftOut::NOTHING.with("versions", true));
        assert!(sent.versions.is_empty() && sent.left_out.versions);
        assert!(!write_file(&sent).contains("777123"));
    }
}
