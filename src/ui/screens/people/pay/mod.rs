//! The pay plan of a role, today's and the one proposed.

mod part;
mod ready;
mod slips;

use crate::browser::focus;
use crate::desk::commands::{PayPlan, ProposePay, WithdrawProposal};
use crate::model::{Datum, Edit, Guarantee};
use crate::text::{Word, hint};
use crate::ui::fields::{AddRow, ChoiceField, FlagField, NumberField, Rows, WholeField, when_empty};
use crate::ui::screens::people::picker::{month_picker, role_picker};
use crate::ui::screens::people::view::View;
use crate::ui::state::Desk;
use leptos::prelude::*;
use part::part;
use ready::ready_plans;
use slips::{month_line, preview};

/// The section.
pub fn pay(desk: Desk, view: View) -> AnyView {
    let anybody = Memo::new(move |_| desk.model.with(|model| !model.people.is_empty()));
    (move || if anybody.get() { plans(desk, view) } else { nobody(desk) }).into_any()
}

/// Nobody works yet: the way to the first role.
fn nobody(desk: Desk) -> AnyView {
    let add = move |_| {
        desk.perform(&Edit::Add { rows: "people".into(), id: None });
        focus::heading("people-team");
    };
    view! {
        <div class="empty">
            <p>{move || desk.word(Word::ROLES_NOBODY)}</p>
            <button type="button" on:click=add>{move || desk.key("add.people")}</button>
        </div>
    }
    .into_any()
}

/// Which of the two plans of which role is looked at, and that plan.
fn plans(desk: Desk, view: View) -> AnyView {
    let proposed = view.proposed;
    // One memo, not one on another: an effect that reads both misses the change of the first.
    let looked = Memo::new(move |_| {
        let plan = PayPlan { role: view.role_id(desk), proposed: proposed.get() };
        let is_missing = plan.proposed && !desk.model.with(|model| plan.has_proposal(model));
        (plan, is_missing)
    });
    let body = move || match looked.get() {
        (plan, true) => no_proposal(desk, plan),
        (plan, false) => editor(desk, view, plan),
    };
    view! {
        <div class="line no-print">
            {role_picker(desk, view)} {which(desk, proposed)} {month_picker(desk, view)}
        </div>
        {body}
    }
    .into_any()
}

fn which(desk: Desk, proposed: RwSignal<bool>) -> AnyView {
    let button = move |own: bool, name: Word| {
        let pressed = move || (proposed.get() == own).to_string();
        view! {
            <button type="button" aria-pressed=pressed on:click=move |_| proposed.set(own)>
                {move || desk.word(name)}
            </button>
        }
        .into_any()
    };
    view! {
        <div class="choice" role="group" aria-label=move || desk.word(Word::ROLES_WHICH)>
            {button(false, Word::ROLES_TODAY)} {button(true, Word::ROLES_PROPOSED)}
        </div>
    }
    .into_any()
}

/// Nothing is proposed: what it would be good for, and the way to it.
fn no_proposal(desk: Desk, plan: PayPlan) -> AnyView {
    let propose = move |_| desk.perform(&ProposePay { role: &plan.role });
    view! {
        <div class="empty">
            <p>{move || desk.word(Word::ROLES_NO_PROPOSAL)}</p>
            <button type="button" class="primary" on:click=propose>
                {move || desk.word(Word::ROLES_PROPOSE)}
            </button>
        </div>
    }
    .into_any()
}

/// One plan: salary, parts, what is guaranteed, and what it comes to.
fn editor(desk: Desk, view: View, plan: PayPlan) -> AnyView {
    let pay = plan.path();
    let parts = format!("{pay}/parts");
    let preview = preview(desk, view, plan.clone());
    let row = {
        let plan = plan.clone();
        move |path: String| part(desk, &plan, preview, path)
    };
    view! {
        {force(desk, plan.clone())}
        {ready_plans(desk, view, plan.clone())}
        <div class="fields">{salary(desk, &plan)}</div>
        {no_parts(desk, plan.clone())}
        <ol class="pay-parts"><Rows path=parts.clone() row /></ol>
        <p><AddRow path=parts /></p>
        {conditions(desk, plan)}
        {month_line(desk, preview)}
    }
    .into_any()
}

fn salary(desk: Desk, plan: &PayPlan) -> AnyView {
    let path = plan.salary();
    let placeholder = when_empty(desk, &path);
    // The table of the team has today's salary too.
    view! { <NumberField path again=true placeholder /> }.into_any()
}

fn no_parts(desk: Desk, plan: PayPlan) -> AnyView {
    let parts = format!("{}/parts", plan.path());
    let empty = Memo::new(move |_| desk.model.with(|model| plan.parts(model)) == 0);
    (move || {
        empty.get().then(|| view! { <p class="hint">{desk.show(|show| hint(show, &parts))}</p> }.into_any())
    })
    .into_any()
}

/// Whether the plan of the company counts with this pay; the switch, and the way to take a proposal back.
fn force(desk: Desk, plan: PayPlan) -> AnyView {
    let (proposed, role) = (plan.proposed, plan.role.clone());
    let own = plan.clone();
    let has_two = Memo::new(move |_| desk.model.with(|model| own.has_proposal(model)));
    let counts = Memo::new(move |_| desk.model.with(|model| plan.is_in_force(model)));
    let switch = move |_| {
        desk.perform(&Edit::put("team/proposed", Datum::Flag(proposed)));
    };
    let told = move || desk.word(if counts.get() { Word::ROLES_COUNTS } else { Word::ROLES_COUNTS_NOT });
    let count = move || {
        (!counts.get()).then(|| {
            view! { <button type="button" on:click=switch>{move || desk.word(Word::ROLES_COUNT)}</button> }
        })
    };
    let line = move || {
        let role = role.clone();
        let withdraw = move |_| {
            if desk.run(&WithdrawProposal { role: &role }).is_ok() {
                desk.tell_done(desk.show_untracked(|show| show.word(Word::ROLES_DROPPED)));
            }
        };
        let drop = proposed.then(|| {
            view! {
                <button type="button" class="quiet push" on:click=withdraw>
                    {move || desk.word(Word::ROLES_DROP)}
                </button>
            }
        });
        view! { <div class="line no-print"><span class="hint">{told}</span>{count}{drop}</div> }.into_any()
    };
    (move || has_two.get().then(&line)).into_any()
}

/// What moves the parts together, what is guaranteed, what is promised.
fn conditions(desk: Desk, plan: PayPlan) -> AnyView {
    let pay = StoredValue::new(plan.path());
    let at = move |key: &str| pay.with_value(|pay| [pay, "/", key].concat());
    let (own, parted) = (plan.clone(), plan);
    let has_parts = Memo::new(move |_| desk.model.with(|model| parted.parts(model)) > 0);
    let guarantee = Memo::new(move |_| {
        desk.model.with(|model| own.pay(model).map_or(Guarantee::None, |pay| pay.guarantee))
    });
    let is_guaranteed = Memo::new(move |_| guarantee.get() != Guarantee::None);
    let rated = move || has_parts.get().then(|| view! { <NumberField path=at("rating_share") /> });
    let guaranteed = move || {
        is_guaranteed.get().then(|| {
            view! { <NumberField path=at("guaranteed") /><WholeField path=at("guarantee_months") /> }
        })
    };
    view! {
        <div class="fields">
            {rated}
            <ChoiceField path=at("guarantee") />
            {guaranteed}
            <NumberField path=at("promised") placeholder=when_empty(desk, &at("promised")) />
            <div class="full"><FlagField path=at("at_will") /></div>
        </div>
    }
    .into_any()
}
