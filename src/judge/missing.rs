//! The inputs that an answer cannot do without and that nobody has entered: what rests on them is not known, which is
//! another thing than nothing.

use crate::model::{Channel, Estimate, Model, RetentionEntry, RetentionKind};
use crate::plan::counts;

/// Paths of fields left blank.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MissingInputs {
    /// What every answer needs: how clients are won, what they pay and what their orders cost.
    pub of_clients: Vec<String>,
    /// What profit and money need besides: costs that come whatever is sold.
    pub of_business: Vec<String>,
}

impl MissingInputs {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.of_clients.len() + self.of_business.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// All of them, in the order in which they are asked for.
    pub fn paths(&self) -> impl Iterator<Item = &String> {
        self.of_clients.iter().chain(&self.of_business)
    }
}

/// What a document leaves blank. Of several channels or costs those count that somebody has begun to fill in: a row that was
/// only added takes no answer away. A zero that was said is not blank.
pub fn missing_inputs(model: &Model) -> MissingInputs {
    let mut missing = MissingInputs::default();
    let counted = model.channels.iter().filter(|own| counts(own, model.with_ideas));
    let mut untouched = None;
    let mut is_begun = false;
    for channel in counted {
        if is_untouched(channel) {
            untouched = untouched.or(Some(channel));
        } else {
            is_begun = true;
            of_channel(channel, &mut missing.of_clients);
        }
    }
    if let Some(channel) = untouched.filter(|_| !is_begun) {
        of_channel(channel, &mut missing.of_clients);
    }
    for stage in &model.funnel.stages {
        need(&stage.conversion, &["funnel/stages/", &stage.id, "/conversion"], &mut missing.of_clients);
    }
    of_offer(model, &mut missing.of_clients);
    let is_staffed = !model.people.is_empty() || !model.payroll.months.is_empty();
    if let Some(first) = model.costs.first().filter(|_| !is_staffed)
        && model.costs.iter().all(|cost| cost.amount.is_blank())
    {
        need(&first.amount, &["costs/", &first.id, "/amount"], &mut missing.of_business);
    }
    missing
}

fn need(estimate: &Estimate, path: &[&str], missing: &mut Vec<String>) {
    if estimate.is_blank() {
        missing.push(path.concat());
    }
}

fn is_untouched(channel: &Channel) -> bool {
    if channel.is_free() {
        return channel.free_leads.is_blank();
    }
    channel.budget.is_blank() && channel.cost_per_lead.is_blank() && channel.most_leads.is_none()
}

/// Leads that come for nothing need no budget and no price, if it is said how many there are.
fn of_channel(channel: &Channel, missing: &mut Vec<String>) {
    if channel.is_free() {
        return need(&channel.free_leads, &["channels/", &channel.id, "/free_leads"], missing);
    }
    let comes_free = channel.budget.value.is_zero()
        && channel.cost_per_lead.value.is_zero()
        && channel.most_leads.is_some();
    // Without a budget there is nothing to buy leads for.
    let is_unpaid = channel.budget.said_zero;
    if comes_free || is_unpaid {
        return;
    }
    need(&channel.budget, &["channels/", &channel.id, "/budget"], missing);
    need(&channel.cost_per_lead, &["channels/", &channel.id, "/cost_per_lead"], missing);
}

fn of_offer(model: &Model, missing: &mut Vec<String>) {
    let offer = &model.offer;
    need(&offer.price, &["offer/price"], missing);
    // What orders cost may stand in any of these, or in the pay of people.
    let costs = [
        &offer.unit_cost,
        &offer.first_order_cost,
        &offer.payment_fee,
        &offer.commission,
        &offer.service_cost,
        &offer.delivery_cost,
    ];
    if model.people.is_empty() && costs.iter().all(|cost| cost.is_blank()) {
        need(&offer.cost_share, &["offer/cost_share"], missing);
    }
    if offer.uses_frequency() {
        need(&offer.frequency, &["offer/frequency"], missing);
    }
    let retention = &offer.retention;
    if retention.kind == RetentionKind::Constant && retention.entry == RetentionEntry::Month {
        need(&retention.rate, &["offer/retention/rate"], missing);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{QuickNames, Status, find, quick_model, quick_paths};

    fn quick() -> Model {
        quick_model(QuickNames::default())
    }

    fn fill(model: &mut Model, path: &str, value: Estimate) {
        if let Some((_, crate::model::SlotMut::Estimate(own))) = crate::model::find_mut(model, path) {
            *own = value;
        }
    }

    #[test]
    fn all_eight_numbers_are_missing_at_first_and_each_goes_when_it_is_said() {
        let mut model = quick();
        let paths = quick_paths(&model).unwrap();
        let mut left = 8;
        for path in &paths {
            assert_eq!(missing_inputs(&model).len(), left);
            assert!(missing_inputs(&model).paths().any(|own| own == path), "{path}");
            // A zero that was said is as good as any number.
            let value = if path == "offer/cost_share" { 0 } else { 1 };
            fill(&mut model, path, Estimate::guess(value));
            left -= 1;
        }
        assert!(missing_inputs(&model).is_empty());
    }

    #[test]
    fn what_is_missing_is_a_field_of_the_document() {
        let model = quick();
        for path in missing_inputs(&model).paths() {
            assert!(find(&model, path).is_some(), "{path}");
        }
    }

    #[test]
    fn fixed_costs_are_no_matter_of_a_client() {
        let mut model = quick();
        for path in &quick_paths(&model).unwrap()[..7] {
            fill(&mut model, path, Estimate::guess(1));
        }
        let missing = missing_inputs(&model);
        assert_eq!((missing.of_clients.len(), missing.of_business), (0, vec!["costs/a/amount".to_owned()]));
    }

    #[test]
    fn leads_may_come_for_nothing_and_a_row_only_added_takes_nothing_away() {
        let mut model = super::super::tests::business(500, 100, 1000, 100);
        assert!(missing_inputs(&model).is_empty());
        let added = Channel { id: "b".into(), status: Status::Test, ..Channel::default() };
        model.channels.push(added);
        assert!(missing_inputs(&model).is_empty());
        model.channels[1].most_leads = Some(Estimate::guess(20));
        assert!(missing_inputs(&model).is_empty());
        model.channels[1].budget = Estimate::guess(500);
        assert_eq!(missing_inputs(&model).of_clients, ["channels/b/cost_per_lead"]);
        model.channels[1].budget = Estimate::guess(0);
        assert!(missing_inputs(&model).is_empty());
    }
}
