//! The pay slip of one person in one month, as the employee would get it.

use super::picker::pickers;
use super::view::View;
use crate::browser::page;
use crate::model::Model;
use crate::number::{Exact, Number};
use crate::pay_review;
use crate::plan::{GroupOutcome, Outcome};
use crate::text::{Filling, PayslipLine, PayslipPage, PayslipRow, Show, Word, payslip_page, row_name};
use crate::ui::icon::icon;
use crate::ui::state::Desk;
use leptos::prelude::*;

/// A slip with its heading.
#[derive(Clone, PartialEq)]
struct Sheet {
    role: String,
    month: String,
    company: String,
    /// Whose of several people it is; none where there is one.
    one_of: Option<String>,
    page: PayslipPage,
}

/// Whose slip there is to show.
#[derive(Clone, PartialEq)]
enum Shown {
    /// There are no roles.
    NoPeople,
    /// Nobody of the group works in the month.
    Nobody,
    Slip(Box<Sheet>),
}

/// The section.
pub fn payslip(desk: Desk, view: View) -> AnyView {
    let group = RwSignal::new(0);
    let groups = Memo::new(move |_| groups(desk, view));
    let shown = Memo::new(move |_| shown(desk, view, group.get()));
    let with_employer = RwSignal::new(false);
    let body = move || match shown.get() {
        Shown::NoPeople => nothing(desk.word(Word::SLIP_NO_PEOPLE)),
        Shown::Nobody => nothing(desk.word(Word::SLIP_NOBODY)),
        Shown::Slip(sheet) => sheet_view(desk, *sheet, with_employer),
    };
    let has_people = Memo::new(move |_| desk.model.with(|model| !model.people.is_empty()));
    let choice =
        move || has_people.get().then(|| view! { {pickers(desk, view)} {group_picker(desk, groups, group)} });
    view! { {choice}<div class="flow">{body}</div> }.into_any()
}

fn nothing(text: String) -> AnyView {
    view! { <div class="empty"><p>{text}</p></div> }.into_any()
}

/// What the groups of the role looked at are called, if there are several.
fn groups(desk: Desk, view: View) -> Vec<String> {
    let Some(at) = desk.model.with(|model| view.role_at(model)) else { return Vec::new() };
    let name = |show: &Show<'_>, group: &GroupOutcome<Exact>| {
        let (month, heads) = (show.month(group.first), show.count(group.heads.0));
        let whole = group.heads.0.decimal().ok().filter(|heads| heads.is_integer());
        let whole = whole.and_then(|heads| u64::try_from(heads).ok());
        let fillings = [("month", Filling::Text(&month)), ("n", Filling::Number(&heads, whole))];
        show.phrase(Word::SLIP_GROUP_NAME, &fillings)
    };
    desk.outcome.with(|outcome| {
        let groups = outcome.people.roles.get(at).map(|role| role.groups.as_slice()).unwrap_or_default();
        desk.show(|show| groups.iter().map(|group| name(show, group)).collect())
    })
}

fn group_picker(desk: Desk, groups: Memo<Vec<String>>, group: RwSignal<usize>) -> AnyView {
    let put =
        move |event: leptos::ev::Event| group.set(event_target_value(&event).parse().unwrap_or_default());
    let options = move || {
        let (names, chosen) = (groups.get(), group.get());
        // Of a role with fewer people the first are shown.
        let chosen = if chosen < names.len() { chosen } else { 0 };
        let option = |(at, name): (usize, String)| {
            view! { <option value=at.to_string() prop:selected=at == chosen>{name}</option> }.into_any()
        };
        names.into_iter().enumerate().map(option).collect::<Vec<_>>()
    };
    let several = Memo::new(move |_| groups.with(|groups| groups.len() > 1));
    let picker = move || {
        several.get().then(|| {
            view! {
                <label class="line soft looked no-print">
                    {move || desk.word(Word::SLIP_GROUP)}
                    <select on:change=put>{options}</select>
                </label>
            }
        })
    };
    picker.into_any()
}

fn shown(desk: Desk, view: View, group: usize) -> Shown {
    desk.model.with(|model| {
        desk.outcome.with(|outcome| {
            let Some(role) = view.role_at(model) else { return Shown::NoPeople };
            let month = view.month_of(outcome);
            match desk.show(|show| sheet(show, model, outcome, (role, group, month))) {
                Some(sheet) => Shown::Slip(Box::new(sheet)),
                None => Shown::Nobody,
            }
        })
    })
}

/// The slip of a role, a group and a month.
fn sheet(
    show: &Show<'_>,
    model: &Model,
    outcome: &Outcome,
    (role, group, month): (usize, usize, u32),
) -> Option<Sheet> {
    let person = model.people.get(role)?;
    let groups = &outcome.people.roles.get(role)?.groups;
    let group = if group < groups.len() { group } else { 0 };
    let heads = groups.get(group)?.heads.0;
    let slip = pay_review::payslip(model, outcome, role, group, month)?;
    Some(Sheet {
        role: row_name(show, model, &["people/", &person.id].concat()),
        month: show.month(month),
        company: model.about.name.trim().to_owned(),
        one_of: (heads - Exact::ONE).is_positive().then(|| one_of(show, heads)),
        page: payslip_page(show, model, person, &slip),
    })
}

fn one_of(show: &Show<'_>, heads: Exact) -> String {
    show.phrase(Word::SLIP_ONE_OF, &[("n", Filling::Text(&show.count(heads)))])
}

fn sheet_view(desk: Desk, sheet: Sheet, with_employer: RwSignal<bool>) -> AnyView {
    let company = if sheet.company.is_empty() { desk.word(Word::MODEL_UNNAMED) } else { sheet.company };
    let of = [&sheet.role, ", ", &sheet.month].concat();
    let rows: Vec<_> = sheet.page.rows.into_iter().map(row_view).collect();
    let notes: Vec<_> = sheet.page.notes.into_iter().map(|note| view! { <p>{note}</p> }.into_any()).collect();
    view! {
        <article class="payslip" aria-labelledby="payslip-of">
            <div class="head">
                <h3 id="payslip-of">{desk.word(Word::SLIP_TITLE)}": "{of.clone()}</h3>
                <p class="soft">{company}{sheet.one_of.map(|one_of| [", ", &one_of].concat())}</p>
                {blank(desk.word(Word::SLIP_EMPLOYEE))}
            </div>
            <table class="data" aria-label=of>
                <thead>
                    <tr>
                        <th scope="col">{desk.word(Word::SLIP_WHAT)}</th>
                        <th scope="col">{desk.word(Word::SLIP_AMOUNT)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
            <div class="notes">
                <p class:no-print=move || !with_employer.get()>{sheet.page.employer}</p>
                {notes}
            </div>
            {blank(desk.word(Word::SLIP_SIGNATURE))}
        </article>
        {printing(desk, with_employer)}
    }
    .into_any()
}

/// A line to fill in by hand: there is nothing to write on a screen.
fn blank(name: String) -> AnyView {
    view! { <p class="blank only-print">{name}":"<span></span></p> }.into_any()
}

/// The button that prints the slip, and whether what the employer pays goes with it.
fn printing(desk: Desk, with_employer: RwSignal<bool>) -> AnyView {
    let print = move |_| {
        page::print_only("payslip");
    };
    let put = move |event| with_employer.set(event_target_checked(&event));
    view! {
        <div class="line no-print">
            <button type="button" on:click=print>{icon("i-print")}{desk.word(Word::SLIP_PRINT)}</button>
            <label class="check">
                <input type="checkbox" prop:checked=move || with_employer.get() on:change=put />
                <span>{desk.word(Word::SLIP_WITH_EMPLOYER)}</span>
            </label>
        </div>
    }
    .into_any()
}

fn row_view(row: PayslipRow) -> AnyView {
    let class = match row.kind {
        PayslipLine::Plain => "",
        PayslipLine::Within => "sub",
        PayslipLine::Sum => "sum",
    };
    let how: Vec<_> =
        row.how.into_iter().map(|line| view! { <small class="soft">{line}</small> }.into_any()).collect();
    view! { <tr class=class><th scope="row">{row.name}{how}</th><td>{row.amount}</td></tr> }.into_any()
}
