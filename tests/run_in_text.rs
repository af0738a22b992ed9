//! The sentences of a run-in: whole, in both languages, never without their count, never a number that is none.

#[path = "common/arbitrary.rs"]
mod arbitrary;
#[path = "common/one_channel.rs"]
mod one_channel;

use arbitrary::any_model;
use obkatka::evidence::{Finding, Indicator, Judgement, Measured, RunIn, Verdict, Window, run_in};
use obkatka::judge::{Tone, verdict_tone};
use obkatka::model::*;
use obkatka::plan::evaluate;
use obkatka::text::run_in::*;
use obkatka::text::{Language, Show};
use one_channel::{one_channel, recorded};
use proptest::prelude::*;

const LANGUAGES: [Language; 2] = [Language::Russian, Language::English];

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
    plain(&evidence_text(&Show::standard(language), model, finding(&run_of(model), measured)))
}

#[test]
fn the_evidence_is_told_with_its_count() {
    let model = recorded(business(), &[[70_000, 70, 5], [70_000, 70, 4], [70_000, 70, 5]]);
    assert_eq!(
        told(&model, Measured::Conversion, Language::Russian),
        "14 новых клиентов из 210 заявок; план 8 %. С поправкой на случай, в 8 случаях из 10, это от 5,3 % до 9 %."
    );
    assert_eq!(
        told(&model, Measured::Conversion, Language::English),
        "14 new customers out of 210 leads; plan 8 %. Allowing for chance it is between 5.3 % and 9 %, in 8 cases of 10."
    );
    let cost = told(&model, Measured::CostPerLead, Language::Russian);
    assert!(
        cost.starts_with("210 заявок за 210 000 RUB, в среднем по 1 000 RUB; план 1 000 RUB. С поправкой"),
        "{cost}"
    );
    let leads = told(&model, Measured::Leads, Language::English);
    assert!(leads.starts_with("210 leads; plan 210. Allowing for chance it is between "), "{leads}");
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
    assert!(text.starts_with("2 new customers out of 22 leads; plan"), "{text}");
}

#[test]
fn money_that_brought_nobody_has_no_price() {
    let model = recorded(business(), &[[70_000, 0, 0]]);
    let text = told(&model, Measured::CostPerLead, Language::Russian);
    assert!(text.starts_with("Ни одной заявки за 70 000 RUB; план 1 000 RUB. С поправкой"), "{text}");
    let run = run_of(&model);
    assert_eq!(finding(&run, Measured::CostPerLead).observed(), None);
    assert_eq!(
        difference_text(&Show::standard(Language::Russian), finding(&run, Measured::CostPerLead)),
        None
    );
}

/// A business that sells once and pays so much rent.
fn with_rent(rent: i64) -> Model {
    let mut model = business();
    model.offer.retention.kind = RetentionKind::Once;
    model.costs = vec![FixedCost { id: "a".into(), amount: Estimate::guess(rent), ..FixedCost::default() }];
    model
}

/// Why the verdict is what it is, and what it takes.
fn reasons(model: &Model, measured: Measured, language: Language) -> [String; 2] {
    let (run, show) = (run_of(model), Show::standard(language));
    let own = finding(&run, measured);
    let outlook = outlook_text(&show, model, own, &run).unwrap_or_default();
    [reason_text(&show, own).unwrap_or_default(), outlook].map(|text| plain(&text))
}

#[test]
fn what_is_needed_and_what_it_takes_are_told() {
    // 280 000 of revenue a month by the plan, of which 70 000 go into leads and 175 000 are rent: 87.5 % of it are needed.
    let facts = [[70_000, 70, 5], [70_000, 70, 4], [70_000, 70, 5]];
    let model = recorded(with_rent(175_000), &facts);
    let [reason, outlook] = reasons(&model, Measured::Conversion, Language::English);
    assert!(
        reason.starts_with(
            "It has to be 7 % or more: otherwise the plan as a whole makes a loss. Chance that it is: 4"
        ),
        "{reason}"
    );
    assert!(
        reason
            .ends_with("For the range and the forecast the plan itself counts as much as 101 observations."),
        "{reason}"
    );
    assert!(
        outlook.starts_with("It takes about ") && outlook.ends_with(" months at this pace."),
        "{outlook}"
    );
    let [_, outlook] = reasons(&model, Measured::Conversion, Language::Russian);
    assert!(
        outlook.starts_with("Чтобы сказать, нужно ещё около ") && outlook.contains("заявок"),
        "{outlook}"
    );
    // With more rent there is no margin; with a loss no figure alone can be what is needed.
    let [_, outlook] =
        reasons(&recorded(with_rent(210_000), &facts), Measured::Conversion, Language::English);
    assert!(outlook.starts_with("What is needed is no less than the plan"), "{outlook}");
    let [reason, _] = reasons(&recorded(with_rent(300_000), &facts), Measured::Conversion, Language::English);
    assert!(reason.contains("the plan makes a loss and has no break-even level"), "{reason}");
    // Half a year of it is said, too.
    let half_a_year = [facts, facts].concat();
    let [_, outlook] =
        reasons(&recorded(with_rent(190_000), &half_a_year), Measured::Conversion, Language::English);
    assert!(outlook.starts_with("6 months are recorded, and that is still too few. It takes"), "{outlook}");
    let [_, outlook] =
        reasons(&recorded(with_rent(175_000), &facts[..2]), Measured::Conversion, Language::English);
    assert!(outlook.starts_with("The quarter is not over"), "{outlook}");
}

#[test]
fn how_rare_bad_facts_are_is_told_of_a_hundred_firms() {
    let facts = [[70_000, 70, 2], [70_000, 70, 1], [70_000, 70, 2]];
    let [reason, outlook] = reasons(&recorded(business(), &facts), Measured::Conversion, Language::English);
    assert!(
        reason.starts_with("Of 100 firms like this that are exactly on plan, not one would look this bad."),
        "{reason}"
    );
    assert_eq!(outlook, "");
    let facts = [[70_000, 70, 3], [70_000, 70, 2], [70_000, 70, 3]];
    let [reason, _] = reasons(&recorded(business(), &facts), Measured::Conversion, Language::Russian);
    assert!(
        reason.starts_with("Из 100 таких же фирм, идущих точно по плану, настолько плохо смотрелась бы 1."),
        "{reason}"
    );
    let [reason, outlook] = reasons(&recorded(business(), &facts), Measured::Leads, Language::English);
    assert!(reason.starts_with("No verdict of its own"), "{reason}");
    assert_eq!(outlook, "");
}

#[test]
fn what_to_do_next_is_told_with_its_chance() {
    let facts = [[70_000, 70, 5], [70_000, 70, 4], [70_000, 70, 5]];
    let told = |model: Model, open: &str| {
        let run = run_of(&recorded(model, &facts));
        plain(&next_text(&Show::standard(Language::English), &run.channels[0], false, open))
    };
    assert!(
        told(business(), "")
            .ends_with("the chance that its customers bring more than they cost is over 99 %.")
    );
    let mut dear = with_rent(0);
    dear.offer.price = Estimate::guess(15_000);
    let text = told(dear, "Leads → Договор");
    assert!(
        text.starts_with(
            "Nothing is below plan. But the chance that its customers bring more than they cost is "
        ),
        "{text}"
    );
    assert!(text.ends_with("Keep testing. Cannot be told yet: Leads → Договор."), "{text}");
}

#[test]
fn odd_facts_are_answered_in_place() {
    let show = Show::standard(Language::English);
    // Nobody came and nothing was spent: that is recorded, and nothing to judge by.
    let run = run_of(&recorded(business(), &[[0, 0, 0]; 3]));
    let text = evidence_text(&show, &business(), finding(&run, Measured::Conversion));
    assert_eq!(text, "What is recorded is zero: there is nothing to judge by yet.");
    // One deal as large as all others of a quarter.
    let put = |model: &Model, path: String, value: i64| {
        Edit::put(path, Datum::Fact(Some(value.into()))).applied(model).unwrap()
    };
    let deals = |revenues: [i64; 3]| {
        let mut model = recorded(business(), &[[70_000, 70, 5], [70_000, 70, 4], [70_000, 70, 5]]);
        for (month, revenue) in ["202701", "202702", "202703"].into_iter().zip(revenues) {
            model = put(&model, format!("facts/months/{month}/delivered"), 10);
            model = put(&model, format!("facts/months/{month}/channels/a/revenue"), revenue);
        }
        let run = run_of(&model);
        let deal = run.findings.iter().find(|own| own.measured == Measured::Deal).unwrap().clone();
        (reason_text(&show, &deal).unwrap(), deal.judgement.verdict)
    };
    let (alike, _) = deals([500_000, 450_000, 550_000]);
    assert!(!alike.contains("The months differ a lot"), "{alike}");
    let (scattered, verdict) = deals([500_000, 450_000, 3_500_000]);
    assert!(scattered.contains("The months differ a lot"), "{scattered}");
    assert_ne!(verdict, Verdict::Above);
    // Facts of months before the channel begins.
    let mut later = business();
    later.channels[0].first = 2;
    let run = run_of(&recorded(later, &[[70_000, 70, 5]; 3]));
    let text = next_text(&show, &run.channels[0], false, "");
    assert!(run.channels[0].is_early && text.contains("before its planned start count too"), "{text}");
}

#[test]
fn when_verdicts_come_is_told() {
    let show = Show::standard(Language::English);
    let facts = [[70_000, 70, 5]; 5];
    let told = |months: usize| judged_text(&show, &run_of(&recorded(business(), &facts[..months])));
    assert_eq!(told(2), "The first verdicts come after 2027-03.");
    assert_eq!(told(5), "Verdicts cover 2027-01 – 2027-03; the next ones come after 2027-06.");
}

#[test]
fn those_without_time_are_not_lost() {
    let mut model = business();
    model.funnel.stages[0].days = Estimate::guess(20);
    model.funnel.stages[0].delay = DelayKind::Fixed;
    let model = recorded(model, &[[70_000, 70, 2], [70_000, 70, 5]]);
    let run = run_of(&model);
    let own = finding(&run, Measured::Conversion);
    let text = waiting_text(&Show::standard(Language::Russian), &model, own).unwrap();
    assert_eq!(text, "46 заявок ещё без исхода: времени дойти до этапа не было. Потерянными не считаются.");
    assert_eq!(
        waiting_text(&Show::standard(Language::Russian), &model, finding(&run, Measured::Leads)),
        None
    );
}

#[test]
fn the_period_and_the_tally_are_told() {
    let show = Show::standard(Language::Russian);
    let period = |end| period_text(&show, Window { first: 0, end });
    assert_eq!(period(2), "Обкатка идёт, начало — 2027-01: месяц 2 из 3.");
    assert_eq!(period(3), "Обкатка 2027-01 – 2027-03: все три месяца позади.");
    assert_eq!(period(5), "С начала обкатки 5 месяцев: 2027-01 – 2027-05.");
    assert_eq!(fact_source(&show, Window { first: 0, end: 1 }), "факты 2027-01");
    let run = run_of(&recorded(business(), &[[70_000, 70, 0], [70_000, 70, 0], [70_000, 70, 0]]));
    let count = |verdict| Indicator::ALL.into_iter().filter(|own| run.verdict(*own) == verdict).count();
    let text = tally_text(&show, &run);
    assert!(text.starts_with("Из шести направлений: ") && text.ends_with('.'), "{text}");
    assert!(text.contains(&format!("{} ниже плана", count(Verdict::Below))), "{text}");
    assert!(!text.contains("0 "), "{text}");
}

#[test]
fn every_verdict_has_a_word_and_a_shape_of_its_own() {
    let verdicts = [Verdict::Holds, Verdict::Above, Verdict::Open, Verdict::Below, Verdict::NoData];
    for language in LANGUAGES {
        let texts: std::collections::BTreeSet<_> =
            verdicts.into_iter().map(|own| verdict_text(&Show::standard(language), own)).collect();
        assert_eq!(texts.len(), 5, "{texts:?}");
    }
    let tones = [Tone::Good, Tone::Good, Tone::Watch, Tone::Bad, Tone::Unknown];
    assert_eq!(verdicts.map(verdict_tone), tones);
}

/// Everything that is said of a figure.
fn all_said(show: &Show<'_>, plan: &Model, finding: &Finding, run: &RunIn) -> Vec<String> {
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
    said.extend(outlook_text(show, plan, finding, run));
    said.extend(waiting_text(show, plan, finding));
    said.extend(reason_text(show, finding));
    said.push(judged_text(show, run));
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
    let run = run_of(&model);
    let own = finding(&run, Measured::Conversion).clone();
    for (language, measured) in
        LANGUAGES.into_iter().flat_map(|own| Measured::ALL.map(|measured| (own, measured)))
    {
        let stage = (measured == Measured::Conversion).then_some(0);
        for verdict in [Verdict::Holds, Verdict::Open, Verdict::Below, Verdict::NoData] {
            for trials in [0.0, 1.5, 21.0, f64::NAN, f64::INFINITY, 1e300] {
                let judgement = Judgement { verdict, trials, hits: trials, ..own.judgement };
                let own = Finding { measured, stage, judgement, waiting: trials, ..own.clone() };
                let said = all_said(&Show::standard(language), &model, &own, &run);
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
        for show in LANGUAGES.map(Show::standard) {
            for own in &run.findings {
                let said = [evidence_text(&show, &model, own), measured_name(&show, &model, own)];
                prop_assert!(said.iter().all(|text| !text.contains("NaN") && !text.contains("board.")), "{said:?}");
            }
            let tally = tally_text(&show, &run);
            prop_assert!(tally.ends_with('.'), "{tally}");
        }
    }
}
