//! The sentences of a run-in: whole, in both languages, never without their count, never a number that is none.

#[path = "common/arbitrary.rs"]
mod arbitrary;
#[path = "common/one_channel.rs"]
mod one_channel;

use arbitrary::any_model;
use obkatka::evidence::{Finding, Indicator, Judgement, Measured, RunIn, ToDecide, Verdict, Window, run_in};
use obkatka::judge::{Tone, verdict_tone};
use obkatka::model::*;
use obkatka::plan::evaluate;
use obkatka::text::run_in::*;
use obkatka::text::{Language, PlainDigits, Show};
use one_channel::{one_channel, recorded};
use proptest::prelude::*;

const LANGUAGES: [Language; 2] = [Language::Russian, Language::English];

fn reader(language: Language) -> Show<'static> {
    let start = YearMonth::new(2027, 1);
    Show { language, currency: Currency::Rub, unit: Unit::Client, start, digits: &PlainDigits }
}

/// Spaces that do not break, as plain ones.
fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

/// One channel of 70 leads a month for 70 000, of whom 8 % buy at once.
fn business() -> Model {
    let mut model = one_channel(70_000);
    let conversion = Estimate { basis: Basis::Benchmark, ..Estimate::share(8) };
    model.funnel.stages[0] =
        Stage { id: "a".into(), name: "Договор".into(), conversion, ..Stage::default() };
    model.channels[0].name = "Поиск".into();
    model
}

fn run_of(model: &Model) -> RunIn {
    run_in(model, &evaluate(model), &model.facts, Window::of_run_in(model).unwrap())
}

fn finding(run: &RunIn, measured: Measured) -> &Finding {
    run.findings.iter().find(|own| own.measured == measured && own.channel == Some(0)).unwrap()
}

fn told(model: &Model, measured: Measured, language: Language) -> String {
    plain(&evidence_text(&reader(language), model, finding(&run_of(model), measured)))
}

#[test]
fn the_evidence_is_told_with_its_count() {
    let model = recorded(business(), &[[70_000, 70, 5], [70_000, 70, 4], [70_000, 70, 5]]);
    assert_eq!(
        told(&model, Measured::Conversion, Language::Russian),
        "14 новых клиентов из 210 заявок; план 8 %; шанс, что на деле не меньше 7,6 %: 30 %."
    );
    assert_eq!(
        told(&model, Measured::Conversion, Language::English),
        "14 new clients out of 210 leads; plan 8 %; chance that it is really at least 7.6 %: 30 %."
    );
    let cost = told(&model, Measured::CostPerLead, Language::Russian);
    assert!(
        cost.starts_with("210 заявок за 210 000 RUB, в среднем по 1 000 RUB; план 1 000 RUB; шанс"),
        "{cost}"
    );
    let leads = told(&model, Measured::Leads, Language::English);
    assert!(leads.starts_with("210 leads; plan 210; chance that it is really at least 200: "), "{leads}");
}

#[test]
fn words_go_with_their_numbers() {
    let model = recorded(business(), &[[21_000, 21, 1]]);
    let text = told(&model, Measured::Conversion, Language::Russian);
    assert!(text.starts_with("1 новый клиент из 21 заявки; план"), "{text}");
    let model = recorded(business(), &[[22_000, 22, 2]]);
    let text = told(&model, Measured::Conversion, Language::Russian);
    assert!(text.starts_with("2 новых клиента из 22 заявок; план"), "{text}");
    let text = told(&model, Measured::Conversion, Language::English);
    assert!(text.starts_with("2 new clients out of 22 leads; plan"), "{text}");
}

#[test]
fn money_that_brought_nobody_has_no_price() {
    let model = recorded(business(), &[[70_000, 0, 0]]);
    let text = told(&model, Measured::CostPerLead, Language::Russian);
    assert!(text.starts_with("Ни одной заявки за 70 000 RUB; план 1 000 RUB; шанс"), "{text}");
    let run = run_of(&model);
    assert_eq!(finding(&run, Measured::CostPerLead).observed(), None);
    assert_eq!(difference_text(&reader(Language::Russian), finding(&run, Measured::CostPerLead)), None);
}

#[test]
fn what_would_decide_has_its_date_or_says_that_there_is_none() {
    let model = recorded(business(), &[[70_000, 70, 5], [70_000, 70, 4], [70_000, 70, 5]]);
    let run = run_of(&model);
    let own = finding(&run, Measured::Conversion);
    let show = reader(Language::Russian);
    let text = outlook_text(&show, &model, own, 2).unwrap();
    assert_eq!(
        plain(&text),
        "Для вывода не хватает 1 237 заявок. Если пойдёт так же, выйдет «не подтвердилось»: при нынешнем темпе это 2028-09."
    );
    let with = |to_decide: Option<ToDecide>, until| {
        let judgement = Judgement { to_decide, ..own.judgement };
        outlook_text(&show, &model, &Finding { judgement, until, ..own.clone() }, 2).unwrap()
    };
    assert!(with(None, None).contains("Столько данных не набрать"));
    assert!(with(own.judgement.to_decide, Some(63)).contains("больше пяти лет"));
    assert!(with(own.judgement.to_decide, None).contains("больше пяти лет"));
    let judgement = Judgement { verdict: Verdict::Proved, ..own.judgement };
    assert_eq!(outlook_text(&show, &model, &Finding { judgement, ..own.clone() }, 2), None);
}

#[test]
fn those_without_time_are_not_lost() {
    let mut model = business();
    model.funnel.stages[0].days = Estimate::guess(20);
    model.funnel.stages[0].delay = DelayKind::Fixed;
    let model = recorded(model, &[[70_000, 70, 2], [70_000, 70, 5]]);
    let run = run_of(&model);
    let own = finding(&run, Measured::Conversion);
    let text = waiting_text(&reader(Language::Russian), &model, own).unwrap();
    assert_eq!(text, "46 заявок ещё без исхода: времени дойти до этапа не было. Потерянными не считаются.");
    assert_eq!(waiting_text(&reader(Language::Russian), &model, finding(&run, Measured::Leads)), None);
}

#[test]
fn the_period_and_the_tally_are_told() {
    let show = reader(Language::Russian);
    let period = |end| period_text(&show, Window { first: 0, end });
    assert_eq!(period(2), "Обкатка с 2027-01: месяц 2 из 3.");
    assert_eq!(period(3), "Обкатка 2027-01 – 2027-03: все три месяца позади.");
    assert_eq!(period(5), "С начала обкатки 5 месяцев: 2027-01 – 2027-05.");
    assert_eq!(fact_source(&show, Window { first: 0, end: 1 }), "факты 2027-01");
    let run = run_of(&recorded(business(), &[[70_000, 70, 0], [70_000, 70, 0], [70_000, 70, 0]]));
    let count = |verdict| Indicator::ALL.into_iter().filter(|own| run.verdict(*own) == verdict).count();
    let text = tally_text(&show, &run);
    assert!(text.starts_with("Показатели: ") && text.ends_with('.'), "{text}");
    assert!(text.contains(&format!("{} не подтвердилось", count(Verdict::Disproved))), "{text}");
    assert!(!text.contains("0 "), "{text}");
}

#[test]
fn every_verdict_has_a_word_and_a_shape_of_its_own() {
    let verdicts = [Verdict::Proved, Verdict::NotYet, Verdict::Disproved, Verdict::NoData];
    for language in LANGUAGES {
        let texts: std::collections::BTreeSet<_> =
            verdicts.into_iter().map(|own| verdict_text(&reader(language), own)).collect();
        assert_eq!(texts.len(), 4, "{texts:?}");
    }
    assert_eq!(verdicts.map(verdict_tone), [Tone::Good, Tone::Watch, Tone::Bad, Tone::Unknown]);
}

/// Everything that is said of a figure.
fn all_said(show: &Show<'_>, plan: &Model, finding: &Finding, last: u32) -> Vec<String> {
    let value = |value| value_text(show, finding.measured, value);
    let mut said = vec![
        measured_name(show, plan, finding),
        finding_name(show, plan, finding),
        evidence_text(show, plan, finding),
        value(finding.planned()),
        value(finding.expected()),
    ];
    said.extend(finding.observed().map(value));
    said.extend(difference_text(show, finding));
    said.extend(outlook_text(show, plan, finding, last));
    said.extend(waiting_text(show, plan, finding));
    said
}

fn assert_well_said(said: &[String]) {
    for text in said {
        assert!(!text.is_empty(), "{said:#?}");
        assert!(!text.contains("NaN") && !text.contains("inf") && !text.contains(['{', '}']), "{text}");
        assert!(!text.contains("board.") && !text.contains("  ") && !text.contains(" ;"), "{text}");
    }
}

#[test]
fn every_figure_has_its_sentences() {
    let model = recorded(business(), &[[70_000, 70, 5]]);
    let own = finding(&run_of(&model), Measured::Conversion).clone();
    for (language, measured) in
        LANGUAGES.into_iter().flat_map(|own| Measured::ALL.map(|measured| (own, measured)))
    {
        let stage = (measured == Measured::Conversion).then_some(0);
        for verdict in [Verdict::Proved, Verdict::NotYet, Verdict::NoData] {
            for trials in [0.0, 1.5, 21.0, f64::NAN, f64::INFINITY, 1e300] {
                let judgement = Judgement { verdict, trials, hits: trials, ..own.judgement };
                let own = Finding { measured, stage, judgement, waiting: trials, ..own.clone() };
                let said = all_said(&reader(language), &model, &own, 0);
                assert_well_said(&said);
                assert!(said[2].ends_with('.'), "{}", said[2]);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_document_is_told_without_a_slip(model in any_model()) {
        let Some(window) = Window::of_run_in(&model) else { return Ok(()) };
        let run = run_in(&model, &evaluate(&model), &model.facts, window);
        for show in LANGUAGES.map(reader) {
            for own in &run.findings {
                let said = [evidence_text(&show, &model, own), measured_name(&show, &model, own)];
                prop_assert!(said.iter().all(|text| !text.contains("NaN") && !text.contains("board.")), "{said:?}");
            }
            let tally = tally_text(&show, &run);
            prop_assert!(tally.ends_with('.'), "{tally}");
        }
    }
}
