//! How people are paid: today's plan and the one proposed.

use crate::desk::{Command, Manner};
use crate::model::{EditFault, Model, Pay, Payroll, Person, Ready, ReadyNames, with_ready};
use crate::number::Decimal;

/// One of the two pay plans of a role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PayPlan {
    /// The id of the role.
    pub role: String,
    /// Whether it is the one proposed; today's otherwise.
    pub proposed: bool,
}

impl PayPlan {
    /// Path of what is paid beside the salary.
    pub fn path(&self) -> String {
        ["people/", &self.role, if self.proposed { "/proposed" } else { "/pay" }].concat()
    }

    /// Path of the salary.
    pub fn salary(&self) -> String {
        ["people/", &self.role, if self.proposed { "/proposed_salary" } else { "/salary" }].concat()
    }

    /// Whose pay it is; none where the role has gone.
    pub fn person<'m>(&self, model: &'m Model) -> Option<&'m Person> {
        model.people.iter().find(|person| person.id == self.role)
    }

    /// The place of the role among the people; after the last where it has gone.
    pub fn place(&self, model: &Model) -> usize {
        model.people.iter().position(|person| person.id == self.role).unwrap_or(model.people.len())
    }

    /// What is paid beside the salary.
    pub fn pay<'m>(&self, model: &'m Model) -> Option<&'m Pay> {
        self.person(model).map(|person| if self.proposed { &person.proposed } else { &person.pay })
    }

    /// How many parts it has.
    pub fn parts(&self, model: &Model) -> usize {
        self.pay(model).map_or(0, |pay| pay.parts.len())
    }

    /// Whether anything is proposed for the role.
    pub fn has_proposal(&self, model: &Model) -> bool {
        self.person(model).is_some_and(|person| person.has_proposal)
    }

    /// Whether the plan of the company counts with it.
    pub fn is_in_force(&self, model: &Model) -> bool {
        (model.team.proposed && self.has_proposal(model)) == self.proposed
    }
}

/// Proposes another pay: today's, to be changed.
#[derive(Clone, Debug)]
pub struct ProposePay<'a> {
    /// The id of the role.
    pub role: &'a str,
}

impl Command for ProposePay<'_> {
    fn name(&self) -> &'static str {
        "propose_pay"
    }

    fn applied(&self, model: &Model) -> Result<Model, EditFault> {
        with_person(model, self.role, |person| {
            person.has_proposal = true;
            person.proposed_salary = None;
            person.proposed = person.pay.clone();
        })
    }

    fn manner(&self) -> Manner<'_> {
        Manner::Replacement
    }
}

/// Takes a proposal back; with the last one the plan counts with today's pay again.
#[derive(Clone, Debug)]
pub struct WithdrawProposal<'a> {
    /// The id of the role.
    pub role: &'a str,
}

impl Command for WithdrawProposal<'_> {
    fn name(&self) -> &'static str {
        "withdraw_proposal"
    }

    fn applied(&self, model: &Model) -> Result<Model, EditFault> {
        with_person(model, self.role, |person| {
            person.has_proposal = false;
            person.proposed_salary = None;
            person.proposed = Pay::default();
        })
    }

    fn manner(&self) -> Manner<'_> {
        Manner::Replacement
    }
}

fn with_person(model: &Model, role: &str, change: impl FnOnce(&mut Person)) -> Result<Model, EditFault> {
    let mut model = model.clone();
    let person = model.people.iter_mut().find(|person| person.id == role);
    change(person.ok_or(EditFault::NoSuchPlace)?);
    model.team.proposed &= model.people.iter().any(|person| person.has_proposal);
    Ok(model)
}

/// What the KPIs of a ready plan are called, in the user's language.
#[derive(Clone, Debug, Default)]
pub struct ReadyWords {
    /// A KPI on new clients.
    pub clients: String,
    /// A KPI on new sales.
    pub sales: String,
    /// A KPI on calls and meetings that are recorded.
    pub records: String,
}

/// Puts a ready plan in place of one of a role's two.
#[derive(Clone, Debug)]
pub struct TakeReadyPay<'a> {
    /// The plan that makes way.
    pub plan: &'a PayPlan,
    /// The one that comes.
    pub ready: Ready,
    /// What its KPIs are called.
    pub words: ReadyWords,
    /// What one person is paid today at plan, where that is known: a proposed sum by KPIs costs no more.
    pub today: Option<Decimal>,
}

impl Command for TakeReadyPay<'_> {
    fn name(&self) -> &'static str {
        "take_ready_pay"
    }

    fn applied(&self, model: &Model) -> Result<Model, EditFault> {
        let ReadyWords { clients, sales, records } = &self.words;
        let PayPlan { role, proposed } = self.plan;
        self.plan.person(model).ok_or(EditFault::NoSuchPlace)?;
        let names = ReadyNames { clients, sales, records };
        Ok(with_ready(model, role, *proposed, self.ready, names, self.today))
    }

    fn manner(&self) -> Manner<'_> {
        Manner::Replacement
    }
}

/// Takes out everybody's pay as one sum, which came where pay by role was left out: to enter it by role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DropSentPayroll;

impl Command for DropSentPayroll {
    fn name(&self) -> &'static str {
        "drop_sent_payroll"
    }

    fn applied(&self, model: &Model) -> Result<Model, EditFault> {
        Ok(Model { payroll: Payroll::default(), ..model.clone() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Estimate, PayPart};

    fn role(id: &str) -> Person {
        let pay = Pay { parts: vec![PayPart { id: "a".into(), ..PayPart::default() }], ..Pay::default() };
        Person { id: id.into(), salary: Estimate::guess(60_000), pay, ..Person::default() }
    }

    fn two_roles() -> Model {
        Model { people: vec![role("a"), role("b")], ..Model::default() }
    }

    fn plan(role: &str, proposed: bool) -> PayPlan {
        PayPlan { role: role.into(), proposed }
    }

    #[test]
    fn a_proposal_begins_with_todays_pay() {
        let model = ProposePay { role: "b" }.applied(&two_roles()).unwrap();
        let proposed = &model.people[1];
        assert_eq!((proposed.has_proposal, &proposed.proposed), (true, &proposed.pay));
        assert_eq!(proposed.proposed_salary, None);
        assert!(!model.people[0].has_proposal);
        assert_eq!(ProposePay { role: "z" }.applied(&model), Err(EditFault::NoSuchPlace));
    }

    #[test]
    fn with_the_last_proposal_the_plan_counts_with_todays_pay_again() {
        let propose = |model: &Model, role| ProposePay { role }.applied(model).unwrap();
        let withdraw = |model: &Model, role| WithdrawProposal { role }.applied(model).unwrap();
        let mut model = propose(&propose(&two_roles(), "a"), "b");
        model.team.proposed = true;
        let one = withdraw(&model, "a");
        assert_eq!((one.people[0].proposed.parts.len(), one.team.proposed), (0, true));
        assert_eq!(withdraw(&one, "b"), two_roles());
    }

    #[test]
    fn a_plan_is_in_force_by_the_documents_switch_where_there_is_a_proposal() {
        let mut model = ProposePay { role: "a" }.applied(&two_roles()).unwrap();
        let in_force = |model: &Model| {
            [("a", false), ("a", true), ("b", false), ("b", true)]
                .map(|(role, proposed)| plan(role, proposed).is_in_force(model))
        };
        assert_eq!(in_force(&model), [true, false, true, false]);
        model.team.proposed = true;
        assert_eq!(in_force(&model), [false, true, true, false]);
    }

    #[test]
    fn paths_lead_to_what_they_name() {
        let model = ProposePay { role: "a" }.applied(&two_roles()).unwrap();
        for proposed in [false, true] {
            let plan = plan("a", proposed);
            assert!(crate::model::find(&model, &plan.path()).is_some());
            assert!(crate::model::find(&model, &plan.salary()).is_some());
            assert_eq!(plan.parts(&model), 1);
        }
        assert_eq!(plan("z", false).parts(&model), 0);
    }

    #[test]
    fn a_ready_plan_takes_the_place_of_one_of_the_two() {
        let own = plan("a", true);
        let words = ReadyWords { sales: "Sales".into(), ..ReadyWords::default() };
        let take = TakeReadyPay { plan: &own, ready: Ready::Kpi, words, today: None };
        let model = take.applied(&two_roles()).unwrap();
        assert_eq!(model.people[0].pay, role("a").pay);
        assert_eq!(model.people[0].proposed.parts[0].kpis[0].name, "Sales");
        assert_eq!(model.people[1], role("b"));
        assert_eq!(take.applied(&Model::default()), Err(EditFault::NoSuchPlace));
        assert_eq!(take.manner(), Manner::Replacement);
    }
}
