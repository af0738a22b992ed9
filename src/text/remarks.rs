//! What is wrong with how people are paid and loaded, in words: each remark with its figures.

use super::{Filling, Show, Word, role_name};
use crate::model::Model;
use crate::number::{Exact, Money, Share};
use crate::pay_review::Remark;

/// What the matter is, in a few words.
pub fn remark_title(show: &Show<'_>, remark: &Remark) -> String {
    said(show, &[remark.name(), ".what"].concat(), &[])
}

/// One sentence with the figures that the remark rests on.
pub fn remark_text(show: &Show<'_>, model: &Model, remark: &Remark) -> String {
    let mut texts = figures(show, remark);
    if let Some(at) = remark.role() {
        texts.push(("role", role_name(show, model, at)));
    }
    said(show, &[remark.name(), variant(remark)].concat(), &texts)
}

/// What follows from it, or what can be done, in a sentence.
pub fn remark_reason(show: &Show<'_>, remark: &Remark) -> String {
    said(show, &[remark.name(), ".why"].concat(), &[])
}

/// Which of several sentences of one name says it.
fn variant(remark: &Remark) -> &'static str {
    match remark {
        Remark::SalaryBelowMinimum { law: None, .. } | Remark::PayBelowMinimum { law: None, .. } => ".own",
        _ => "",
    }
}

fn figures(show: &Show<'_>, remark: &Remark) -> Vec<(&'static str, String)> {
    let money = |amount: Money<Exact>| show.money(amount.0);
    let share = |share: Share<Exact>| show.percent(share.0);
    match *remark {
        Remark::DealAtLoss { at, deal, .. } => vec![
            ("at", share(at)),
            ("deal", money(deal.size)),
            ("cost", money(deal.cost)),
            ("brings", money(deal.brings)),
        ],
        Remark::PayFalls { attainment, before, after, .. } => {
            vec![("attainment", share(attainment)), ("before", money(before)), ("after", money(after))]
        }
        Remark::OwnerLoses { from, to, share: lost } => {
            vec![("from", share(from)), ("to", share(to)), ("share", share(lost))]
        }
        Remark::SalesPayHigh { share: taken, ceiling } => {
            vec![("share", share(taken)), ("ceiling", share(ceiling))]
        }
        Remark::PayBelowMinimum { month, pay, minimum, law, .. } => {
            let year = law.map_or_else(String::new, |law| law.valid_from.year().to_string());
            vec![
                ("month", show.month(month)),
                ("pay", money(pay)),
                ("minimum", money(minimum)),
                ("year", year),
            ]
        }
        Remark::SalaryBelowMinimum { salary, minimum, law, .. } => {
            let year = law.map_or_else(String::new, |law| law.valid_from.year().to_string());
            vec![("salary", money(salary)), ("minimum", money(minimum)), ("year", year)]
        }
        Remark::PromiseUnreachable { promised, best, .. } => {
            vec![("promised", money(promised)), ("best", money(best))]
        }
        Remark::PromiseUnknown { promised, .. } => vec![("promised", money(promised))],
        Remark::PromiseFar { promised, attainment, planned, .. } => {
            vec![
                ("promised", money(promised)),
                ("attainment", share(attainment)),
                ("planned", money(planned)),
            ]
        }
        Remark::Overload { month, share: load, .. } => {
            vec![("month", show.month(month)), ("share", share(load))]
        }
        Remark::DebtLeft { debt, .. } => vec![("debt", money(debt))],
        Remark::AtWill { .. } | Remark::DrawWithheld { .. } => Vec::new(),
    }
}

fn said(show: &Show<'_>, key: &str, texts: &[(&str, String)]) -> String {
    let fillings: Vec<_> = texts.iter().map(|(name, text)| (*name, Filling::Text(text.as_str()))).collect();
    let Some(word) = Word::find(&["remark.", key].concat()) else { return String::new() };
    show.phrase(word, &fillings)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::minimum_wage;
    use crate::model::{Person, YearMonth};
    use crate::number::Decimal;
    use crate::pay_review::Deal;
    use crate::text::Language;

    fn show(language: Language) -> Show<'static> {
        Show { start: YearMonth::new(2026, 1), ..Show::standard(language) }
    }

    fn model() -> Model {
        let person = Person { id: "a".into(), role: "Менеджер".into(), ..Person::default() };
        Model { people: vec![person], ..Model::default() }
    }

    fn all(model: &Model) -> Vec<Remark> {
        let money = |value: i64| Money(Exact::Value(Decimal::from(value)));
        let share = |percent: i64| Share(Exact::Value(Decimal::new(percent, 2)));
        let (role, law) = (0, minimum_wage(model.about.currency, YearMonth::new(2026, 1)));
        let deal = Deal { size: money(200_000), cost: money(91_000), brings: money(70_000) };
        let paid =
            |law| Remark::PayBelowMinimum { role, month: 2, pay: money(20_000), minimum: money(27_093), law };
        let below =
            |law| Remark::SalaryBelowMinimum { role, salary: money(20_000), minimum: money(27_093), law };
        vec![
            Remark::PayFalls { role, attainment: share(120), before: money(90_000), after: money(70_000) },
            Remark::OwnerLoses { from: share(110), to: share(150), share: share(15) },
            Remark::DealAtLoss { role, at: share(100), deal },
            paid(law),
            paid(None),
            Remark::DrawWithheld { role },
            Remark::SalesPayHigh { share: share(55), ceiling: share(40) },
            below(law),
            below(None),
            Remark::AtWill { role },
            Remark::PromiseUnreachable { role, promised: money(250_000), best: money(120_000) },
            Remark::PromiseUnknown { role, promised: money(250_000) },
            Remark::PromiseFar {
                role,
                promised: money(250_000),
                attainment: share(140),
                planned: money(80_000),
            },
            Remark::Overload { role, month: 2, share: share(187) },
            Remark::DebtLeft { role, debt: money(30_000) },
        ]
    }

    #[test]
    fn every_remark_is_a_whole_sentence_with_all_its_figures() {
        let model = model();
        for language in [Language::Russian, Language::English] {
            let show = show(language);
            for remark in all(&model) {
                let (title, text) = (remark_title(&show, &remark), remark_text(&show, &model, &remark));
                println!("{title}: {text}");
                assert!(!title.is_empty() && remark_reason(&show, &remark).ends_with('.'), "{title}");
                assert!(text.ends_with('.') && !text.ends_with(".."), "{text}");
                assert!(!text.contains("  ") && !text.contains(" ,") && !text.contains('{'), "{text}");
                let shown = figures(&show, &remark);
                let missing = shown.iter().find(|(_, figure)| !text.contains(figure.as_str()));
                assert_eq!(missing, None, "{text}");
            }
        }
    }

    #[test]
    fn the_role_is_named() {
        let model = model();
        for remark in all(&model).iter().filter(|remark| remark.role().is_some()) {
            assert!(remark_text(&show(Language::Russian), &model, remark).contains("Менеджер"), "{remark:?}");
        }
    }
}
