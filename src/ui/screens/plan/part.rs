//! The parts of the plan: their order, their names, the way between them.

use crate::browser::focus;
use crate::judge::urgent_field;
use crate::model::Issue;
use crate::text::summaries::{
    Summary, about_summary, channels_summary, costs_summary, funnel_summary, offer_summary, team_summary,
    terms_summary, versions_summary,
};
use crate::text::{Word, field_short};
use crate::ui::screens::fold::Fold;
use crate::ui::screens::section::section;
use crate::ui::state::Desk;
use leptos::prelude::*;

/// A part of the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Currency, calendar, horizon.
    About,
    /// Where leads come from.
    Channels,
    /// From a lead to a client.
    Funnel,
    /// What is sold, how clients stay, what is sold beside.
    Offer,
    /// Who works.
    People,
    /// Costs that do not hang on sales.
    Costs,
    /// When money moves, and tax.
    Terms,
    /// The plan as it stood.
    Versions,
}

impl Part {
    const ALL: [Part; 8] = [
        Part::About,
        Part::Channels,
        Part::Funnel,
        Part::Offer,
        Part::People,
        Part::Costs,
        Part::Terms,
        Part::Versions,
    ];

    /// What it is called.
    pub fn name(self) -> Word {
        match self {
            Part::About => Word::PLAN_PART_ABOUT,
            Part::Channels => Word::PLAN_PART_CHANNELS,
            Part::Funnel => Word::PLAN_PART_FUNNEL,
            Part::Offer => Word::PLAN_PART_OFFER,
            Part::People => Word::PLAN_PART_PEOPLE,
            Part::Costs => Word::PLAN_PART_COSTS,
            Part::Terms => Word::PLAN_PART_TERMS,
            Part::Versions => Word::PLAN_PART_VERSIONS,
        }
    }

    /// The part in which a field stands.
    pub fn of(path: &str) -> Part {
        match path.split('/').next().unwrap_or_default() {
            "channels" | "market" | "with_ideas" => Part::Channels,
            "funnel" => Part::Funnel,
            "offer" | "opening" => Part::Offer,
            "people" | "team" => Part::People,
            "costs" | "investments" => Part::Costs,
            "terms" | "tax" => Part::Terms,
            "versions" => Part::Versions,
            _ => Part::About,
        }
    }

    /// What it says while it is folded.
    fn summary(self) -> Summary {
        match self {
            Part::About => about_summary,
            Part::Channels => channels_summary,
            Part::Funnel => funnel_summary,
            Part::Offer => offer_summary,
            Part::People => team_summary,
            Part::Costs => costs_summary,
            Part::Terms => terms_summary,
            Part::Versions => versions_summary,
        }
    }

    /// The id of its heading.
    pub fn heading(self) -> &'static str {
        match self {
            Part::About => "part-about",
            Part::Channels => "part-channels",
            Part::Funnel => "part-funnel",
            Part::Offer => "part-offer",
            Part::People => "part-people",
            Part::Costs => "part-costs",
            Part::Terms => "part-terms",
            Part::Versions => "part-versions",
        }
    }
}

/// The way to each part, with the number of its issues.
pub fn navigation(desk: Desk, here: RwSignal<Part>, issues: Memo<Vec<Issue>>) -> AnyView {
    let button = move |part: Part| {
        let go = move |_| {
            here.set(part);
            focus::heading(part.heading());
        };
        let found = Memo::new(move |_| issues.with(|issues| count(issues, part)));
        view! {
            <button type="button" aria-current=move || (here.get() == part).then_some("true") on:click=go>
                {move || desk.word(part.name())}
                {move || counter(desk, found.get())}
            </button>
        }
        .into_any()
    };
    view! {
        <nav class="parts" aria-label=move || desk.word(Word::PLAN_PARTS)>
            {Part::ALL.map(button).into_iter().collect::<Vec<_>>()}
        </nav>
    }
    .into_any()
}

fn count(issues: &[Issue], part: Part) -> usize {
    issues.iter().filter(|issue| Part::of(&issue.path) == part).count()
}

fn counter(desk: Desk, count: usize) -> Option<AnyView> {
    (count > 0).then(|| {
        view! {
            <span class="count">
                <span class="vh">{desk.word(Word::PLAN_PART_ISSUES)}" "</span>
                <span class="tag">{count.to_string()}</span>
            </span>
        }
        .into_any()
    })
}

/// A part with its heading; what stands above everything in it, and what under that.
pub fn part(desk: Desk, here: RwSignal<Part>, part: Part, above: Option<AnyView>, body: AnyView) -> AnyView {
    let arrive = move || {
        if here.get_untracked() != part {
            here.set(part);
        }
    };
    let urgent =
        desk.issues.with_untracked(|issues| desk.model.with_untracked(|model| urgent_field(model, issues)));
    let next = Part::ALL.iter().skip_while(|own| **own != part).nth(1);
    let own = Fold {
        name: part.name(),
        heading: part.heading(),
        summary: part.summary(),
        is_urgent: urgent.is_some_and(|path| Part::of(&path) == part),
        next: next.map(|next| (next.name(), next.heading())),
    };
    section(desk, own, arrive, above, body)
}

/// The heading of what stands at a path within a part.
pub fn title(desk: Desk, path: &'static str) -> AnyView {
    view! { <h3>{move || desk.show(|show| field_short(show, path))}</h3> }.into_any()
}
