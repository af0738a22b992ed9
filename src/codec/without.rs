//! A document without what is nobody else's business: what is left out is not in the bytes, and the document says
//! that it was left out.

use super::frozen::{frozen, thawed};
use crate::model::{
    Estimate, Facts, Frozen, LeftOut, Model, Opening, Payroll, PayrollMonth, Record, SlotMut, nth_id,
};
use crate::plan::{evaluate, payroll_of};

/// The document without what is to be left out. It tells of what there was to leave out. Kept plans are treated alike;
/// one that cannot be read goes, since what it holds is not known.
///
/// ```
/// use obkatka::codec::without;
/// use obkatka::model::{LeftOut, Model};
/// let mut model = Model::default();
/// model.about.name = "Coffee".into();
/// let sent = without(&model, &LeftOut { names: true, facts: true, ..LeftOut::NOTHING });
/// assert_eq!(sent.about.name, "");
/// // No facts were there.
/// assert_eq!(sent.left_out, LeftOut { names: true, ..LeftOut::NOTHING });
/// ```
pub fn without(model: &Model, what: &LeftOut) -> Model {
    let mut sent = model.clone();
    let mut left_out = LeftOut::NOTHING;
    if what.facts && sent.facts != Facts::default() {
        sent.facts = Facts::default();
        left_out.facts = true;
    }
    if what.opening_cash {
        left_out.opening_cash = take_cash(&mut sent);
    }
    if what.pay {
        left_out.pay = take_pay(&mut sent);
    }
    if what.names {
        left_out.names = clear_texts(&mut sent, TextKind::Name);
    }
    if what.notes {
        left_out.notes = clear_texts(&mut sent, TextKind::Note);
    }
    if what.versions {
        left_out.versions = !std::mem::take(&mut sent.versions).is_empty();
    }
    let kept = sent.facts.snapshots.iter_mut().map(|kept| &mut kept.plan);
    for plan in kept.chain(sent.versions.iter_mut().map(|version| &mut version.plan)) {
        *plan = thawed(plan).map_or_else(Frozen::default, |plan| frozen(&without(&plan, what)));
    }
    sent.left_out = model.left_out.or(&left_out);
    sent
}

/// Puts the pay of all as one sum in the place of pay by role; says whether anybody is paid.
fn take_pay(model: &mut Model) -> bool {
    let payroll = payroll_of(&evaluate(model).people);
    let nobody = Payroll {
        months: vec![PayrollMonth { id: nth_id(0), ..PayrollMonth::default() }],
        ..Payroll::default()
    };
    let mut is_paid = payroll != nobody;
    for person in &mut model.people {
        let unpaid = person.without_pay();
        is_paid |= unpaid != *person;
        *person = unpaid;
    }
    // Scores move pay, and are between people.
    model.team.handovers.iter_mut().for_each(|link| link.scores.clear());
    if is_paid {
        model.payroll = payroll;
    }
    is_paid
}

/// Takes out what money there is; says whether there was any.
fn take_cash(model: &mut Model) -> bool {
    let opening = std::mem::take(&mut model.terms.opening_cash);
    let owed = take_debts(&mut model.opening);
    let mut months = model.facts.months.iter_mut();
    let recorded = months.by_ref().filter_map(|month| month.cash.take()).count();
    opening != Estimate::default() || owed || recorded > 0
}

/// Takes out what is owed at the beginning and what was earned before; says whether there was any.
fn take_debts(opening: &mut Opening) -> bool {
    let debts = [&mut opening.receivables, &mut opening.payables];
    let owed: usize = debts.into_iter().map(|debts| debts.drain(..).count()).sum();
    let sums = [&mut opening.income_this_year, &mut opening.payroll_this_year, &mut opening.income_last_year];
    let known = sums.into_iter().filter_map(Option::take).count();
    owed + known > 0
}

/// What a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum TextKind {
    Name,
    Note,
}

impl TextKind {
    /// What the text of a field is; none where it is no words of the sender.
    fn of(key: &str) -> Option<Self> {
        match key {
            // Ids, a row's own and those of the roles that a link of the chain names; a date.
            "id" | "executor" | "customer" | "kept_at" => None,
            "name" | "role" => Some(Self::Name),
            _ => Some(Self::Note),
        }
    }
}

/// Empties all texts of a kind; says whether there was any. Sources of estimates are notes.
fn clear_texts(record: &mut dyn Record, kind: TextKind) -> bool {
    let mut found = false;
    for (field, slot) in record.fields().iter().zip(record.slots_mut()) {
        found |= match slot {
            SlotMut::Text(text) if TextKind::of(field.key) == Some(kind) => clear(text),
            SlotMut::Estimate(estimate) | SlotMut::Optional(Some(estimate)) if kind == TextKind::Note => {
                clear(&mut estimate.source)
            }
            SlotMut::Record(inner) => clear_texts(inner, kind),
            SlotMut::Rows(rows) => {
                let count = rows.len();
                let any = |found, at| rows.row_mut(at).is_some_and(|row| clear_texts(row, kind)) || found;
                (0..count).fold(false, any)
            }
            _ => false,
        };
    }
    found
}

fn clear(text: &mut String) -> bool {
    let had_any = !text.is_empty();
    text.clear();
    had_any
}
