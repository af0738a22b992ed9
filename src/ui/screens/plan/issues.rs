//! What is the matter with the plan, in one list that leads to the fields.

use crate::judge::severity_tone;
use crate::model::{Issue, Model, Regime, RetentionKind, Severity, Vat};
use crate::text::{Filling, Word, field_label, issue_text, severity_text};
use crate::ui::icon::{mark, tone_mark};
use crate::ui::screens::jump;
use crate::ui::state::Desk;
use leptos::prelude::*;

/// The issues of fields that are on the screen, the gravest first.
pub fn shown(desk: Desk) -> Memo<Vec<Issue>> {
    Memo::new(move |_| {
        let mut issues = desk.issues.get();
        desk.model.with(|model| issues.retain(|issue| is_shown(model, &issue.path)));
        let of = |severity| issues.iter().filter(move |issue| issue.severity == severity).cloned();
        // Three passes: a sort of its own for this one list would be larger than all of this file.
        [Severity::Problem, Severity::Warning, Severity::Note].into_iter().flat_map(of).collect()
    })
}

/// Whether the field at a path is on the screen: only those of the chosen rules are.
fn is_shown(model: &Model, path: &str) -> bool {
    use RetentionKind::{Constant, Sbg, Table, TwoStage};
    let kind = model.offer.retention.kind;
    match path {
        "offer/vat_rate" => model.offer.vat != Vat::None,
        "tax/rate" => model.tax.regime != Regime::None,
        "market/from" => model.market.awareness,
        "offer/retention/rate" => kind == Constant,
        "offer/retention/early_rate" | "offer/retention/later_rate" => kind == TwoStage,
        "offer/retention/alpha" | "offer/retention/beta" => kind == Sbg,
        path if path.starts_with("offer/retention/table") => matches!(kind, Table | Sbg),
        _ => true,
    }
}

/// The list of issues; nothing where there is none.
pub fn summary(desk: Desk, issues: Memo<Vec<Issue>>) -> AnyView {
    let any = Memo::new(move |_| issues.with(|issues| !issues.is_empty()));
    let tone = move || issues.with(|issues| issues.first().map(|issue| severity_tone(issue.severity).name()));
    let title = move || {
        let count = issues.with(Vec::len);
        let shown = count.to_string();
        let n = Filling::Number(&shown, u64::try_from(count).ok());
        desk.show(|show| show.phrase(Word::PLAN_ISSUES, &[("n", n)]))
    };
    let items = move || issues.get().into_iter().map(|issue| item(desk, issue)).collect::<Vec<_>>();
    let list = move || {
        view! {
            <details class="issues" data-tone=tone open>
                <summary>
                    {move || issues.with(|issues| issues.first().map(|issue| picture(issue.severity)))}
                    {title}
                </summary>
                <ul>{items}</ul>
            </details>
        }
        .into_any()
    };
    (move || any.get().then(list)).into_any()
}

fn item(desk: Desk, issue: Issue) -> AnyView {
    let place = desk.model.with_untracked(|model| desk.show(|show| field_label(show, model, &issue.path)));
    let (severity, text) = desk.show(|show| (severity_text(show, issue.severity), issue_text(show, &issue)));
    let (path, people) = (issue.path, expect_context());
    view! {
        <li data-tone=severity_tone(issue.severity).name()>
            {picture(issue.severity)}
            <div>
                <span class="vh">{severity}": "</span>
                <button type="button" class="link" on:click=move |_| jump(desk, people, &path)>{place}</button>
                <p>{text}</p>
            </div>
        </li>
    }
    .into_any()
}

fn picture(severity: Severity) -> AnyView {
    mark(tone_mark(severity_tone(severity)))
}
