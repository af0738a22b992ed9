//! The chain of who works for whom, and the scores of its quarters.

use crate::desk::{Command, Manner};
use crate::model::{
    EditFault, Estimate, Handover, Kind, Model, Record, Score, Team, mend_ids, quarters_of, with_usual_chain,
};

/// Fills in the usual chain, the usual steps, or both, where there are none.
#[derive(Clone, Copy, Debug)]
pub struct FillUsualChain;

impl Command for FillUsualChain {
    fn name(&self) -> &'static str {
        "fill_usual_chain"
    }

    fn applied(&self, model: &Model) -> Result<Model, EditFault> {
        Ok(with_usual_chain(model))
    }

    fn manner(&self) -> Manner<'_> {
        Manner::Replacement
    }
}

/// Adds a link: the last role's work for the client, with room for as many scores as the others have.
#[derive(Clone, Copy, Debug)]
pub struct AddLink;

impl AddLink {
    /// Whether there is room for one more.
    pub fn has_room(model: &Model) -> bool {
        model.team.handovers.len() < usize::from(most_rows(&Team::default(), "handovers"))
    }
}

impl Command for AddLink {
    fn name(&self) -> &'static str {
        "add_link"
    }

    fn applied(&self, model: &Model) -> Result<Model, EditFault> {
        if !AddLink::has_room(model) {
            return Err(EditFault::TooManyRows { most: most_rows(&model.team, "handovers") });
        }
        let scores = vec![Score::default(); model.team.quarters()];
        let mut model = model.clone();
        let executor = model.people.last().map_or_else(String::new, |person| person.id.clone());
        let link = Handover { executor, weight: Estimate::guess(1), scores, ..Handover::default() };
        model.team.handovers.push(link);
        mend_ids(&mut model);
        Ok(model)
    }
}

/// As many rows as a record holds under a key.
fn most_rows(record: &dyn Record, key: &str) -> u16 {
    match record.fields().iter().find(|field| field.key == key).map(|field| field.kind) {
        Some(Kind::Rows { most }) => most,
        _ => 0,
    }
}

/// Makes room for the scores of so many quarters in every link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AddQuarters {
    /// How many quarters there are to be; links that have more keep them.
    pub quarters: usize,
}

impl AddQuarters {
    /// One quarter more than there are; none where a plan of so many months has no more, or a link no room.
    pub fn one_more(team: &Team, months: u32) -> Option<Self> {
        let most = quarters_of(months).min(most_rows(&Handover::default(), "scores").into());
        let quarters = team.quarters() + 1;
        (quarters <= most).then_some(Self { quarters })
    }
}

impl Command for AddQuarters {
    fn name(&self) -> &'static str {
        "add_quarters"
    }

    fn applied(&self, model: &Model) -> Result<Model, EditFault> {
        let mut model = model.clone();
        for link in &mut model.team.handovers {
            let room = self.quarters.max(link.scores.len());
            link.scores.resize(room, Score::default());
        }
        mend_ids(&mut model);
        Ok(model)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Person, Process};

    fn done(command: &dyn Command, model: &Model) -> Model {
        command.applied(model).unwrap()
    }

    fn with_people() -> Model {
        let person = |id: &str, process| Person { id: id.into(), process, ..Person::default() };
        let people = vec![person("a", Process::Acquisition), person("b", Process::Sales)];
        Model { people, ..Model::default() }
    }

    #[test]
    fn the_usual_chain_leads_to_the_client_and_is_filled_in_once() {
        let model = done(&FillUsualChain, &with_people());
        let links: Vec<_> = model
            .team
            .handovers
            .iter()
            .map(|link| (link.executor.as_str(), link.customer.as_str()))
            .collect();
        assert_eq!(links, [("a", "b"), ("b", "")]);
        assert_eq!((model.team.steps.len(), model.team.quarters()), (4, 4));
        assert_eq!(done(&FillUsualChain, &model), model);
    }

    #[test]
    fn a_link_is_the_last_roles_work_for_the_client_with_room_for_all_scores() {
        let model = done(&AddQuarters { quarters: 6 }, &done(&FillUsualChain, &with_people()));
        let model = done(&AddLink, &model);
        let link = model.team.handovers.last().unwrap();
        assert_eq!((link.executor.as_str(), link.customer.as_str(), link.scores.len()), ("b", "", 6));
        assert!(crate::model::ids_are_unique(&model));
    }

    #[test]
    fn there_are_no_more_links_than_the_document_holds() {
        let mut model = with_people();
        while AddLink::has_room(&model) {
            model = done(&AddLink, &model);
        }
        assert_eq!(model.team.handovers.len(), 60);
        assert_eq!(AddLink.applied(&model), Err(EditFault::TooManyRows { most: 60 }));
    }

    #[test]
    fn quarters_are_added_to_links_that_lack_them_and_taken_from_none() {
        let mut model = done(&AddLink, &done(&AddLink, &with_people()));
        model.team.handovers[0].scores.truncate(1);
        model.team.handovers[1].scores[3].score = Some(Estimate::guess(9));
        let filled = done(&AddQuarters { quarters: 3 }, &model);
        let scores: Vec<_> = filled.team.handovers.iter().map(|link| link.scores.len()).collect();
        assert_eq!(scores, [3, 4]);
        assert_eq!(filled.team.handovers[1].scores, model.team.handovers[1].scores);
        assert!(crate::model::ids_are_unique(&filled));
    }

    #[test]
    fn one_quarter_more_ends_with_the_plan() {
        let team = done(&AddLink, &with_people()).team;
        let more = |months| AddQuarters::one_more(&team, months).map(|add| add.quarters);
        assert_eq!((more(12), more(13), more(60)), (None, Some(5), Some(5)));
    }
}
