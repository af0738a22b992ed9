//! The page of formulas, out of the same catalogue and the same words that the screen shows.

use super::{Language, Show, figure_about, figure_name, formula_in_words};
use crate::plan::{FIGURES, Figure, FigureUnit, Scope};

const HEAD: &str = "# Formulas\n\nMade from the catalogue of figures and the words of the page by \
`cargo test --test formulas` with `UPDATE=1`; do not edit. Values are exact decimals and are rounded only when shown.\n";

const SCOPES: [(Scope, &str); 11] = [
    (Scope::Whole, "Of the whole plan · За весь план"),
    (Scope::Channel, "Of a channel, or of all together · По каналу или всем вместе"),
    (Scope::Month, "Of a month · За месяц"),
    (Scope::ChannelMonth, "Of a channel in a month · По каналу за месяц"),
    (Scope::Stage, "Of a step of the funnel · По шагу воронки"),
    (Scope::StageMonth, "Of a step of the funnel in a month · По шагу воронки за месяц"),
    (Scope::Age, "Of a month of a client's life · За месяц жизни клиента"),
    (Scope::RoleMonth, "Of a role in a month · По роли за месяц"),
    (Scope::GroupMonth, "Of one person of a role in a month · На одного человека роли за месяц"),
    (Scope::PartMonth, "Of a part of one's pay in a month · По части оплаты за месяц"),
    (Scope::KpiMonth, "Of a KPI in a month · По KPI за месяц"),
];

/// Every figure in Markdown, in both languages: name, formula, what it is, the formula as it is evaluated, source.
pub fn formulas_page() -> String {
    let mut page = HEAD.to_owned();
    for (scope, heading) in SCOPES {
        page += &format!("\n## {heading}\n");
        FIGURES.iter().filter(|figure| figure.scope == scope).for_each(|figure| page += &entry(figure));
    }
    page
}

fn entry(figure: &Figure) -> String {
    let (en, ru) = (Show::standard(Language::English), Show::standard(Language::Russian));
    let mut entry = format!("\n### `{}`: {}\n\n", figure.id, figure_name(&en, figure));
    entry += &format!("{}. In {}.\n\n", figure_name(&ru, figure), unit_text(figure.unit));
    for show in [&en, &ru] {
        entry += &format!("> {}\n>\n", formula_in_words(show, figure));
        entry += &format!("> {}\n", figure_about(show, figure));
        entry += if show.language == Language::English { ">\n" } else { "" };
    }
    entry += &format!("\n`{}`\n", figure.formula);
    entry += &format!("\nSource: {}.\n", figure.source.trim_end_matches('.'));
    entry
}

fn unit_text(unit: FigureUnit) -> &'static str {
    match unit {
        FigureUnit::Money => "money",
        FigureUnit::Share => "per cent",
        FigureUnit::Ratio => "a plain ratio",
        FigureUnit::Count => "pieces",
        FigureUnit::Months => "months",
        FigureUnit::Month => "a month of the plan",
    }
}
