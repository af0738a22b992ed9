use super::*;
use crate::evidence::MonthTotals;
use crate::model::{Channel, Estimate, Person, Status, Version};
use crate::plan::evaluate;
use crate::text::Language;

fn said(language: Language, summary: Summary, model: &Model) -> String {
    let show = Show::standard(language);
    summary(&show, model, &evaluate(model)).replace('\u{a0}', " ")
}

fn with_channels(count: usize) -> Model {
    let mut model = Model::default();
    let channel = |at: usize| Channel {
        id: at.to_string(),
        status: Status::Test,
        budget: Estimate::guess(55_000),
        cost_per_lead: Estimate::guess(5_000),
        ..Channel::default()
    };
    model.channels = (0..count).map(channel).collect();
    model
}

#[test]
fn a_section_says_what_is_in_it_in_the_right_plural() {
    let ru = |count| said(Language::Russian, channels_summary, &with_channels(count));
    assert_eq!(ru(1), "1 канал · в среднем 55 000 RUB в месяц · 11 заявок в месяц");
    assert_eq!(ru(3), "3 канала · в среднем 165 000 RUB в месяц · 33 заявки в месяц");
    assert_eq!(ru(5), "5 каналов · в среднем 275 000 RUB в месяц · 55 заявок в месяц");
    let en = |count| said(Language::English, channels_summary, &with_channels(count));
    assert_eq!(en(1), "1 channel · 55,000 RUB a month on average · 11 leads a month");
    assert_eq!(en(2), "2 channels · 110,000 RUB a month on average · 22 leads a month");
}

#[test]
fn what_is_empty_says_so_and_what_does_not_count_is_left_out() {
    let empty = Model::default();
    for summary in [channels_summary, team_summary, versions_summary, board_summary, recorded_summary] {
        assert_eq!(said(Language::Russian, summary, &empty), "пока пусто");
        assert_eq!(said(Language::English, summary, &empty), "nothing yet");
    }
    let mut ideas = with_channels(2);
    ideas.channels[1].status = Status::Idea;
    assert!(said(Language::English, channels_summary, &ideas).starts_with("1 channel ·"));
}

#[test]
fn people_and_versions_are_counted() {
    let mut model = Model::default();
    let person = |heads, salary| Person { heads, salary: Estimate::guess(salary), ..Person::default() };
    model.people = vec![person(Estimate::guess(2), 50_000), person(Estimate::guess(1), 100_000)];
    assert_eq!(said(Language::Russian, team_summary, &model), "2 роли · 3 человека · 260 000 RUB в месяц");
    assert_eq!(said(Language::English, pay_summary, &model), "salaries only");
    model.versions = vec![Version { name: "Март".into(), ..Version::default() }];
    assert_eq!(said(Language::Russian, versions_summary, &model), "1 версия · Март");
}

#[test]
fn a_recorded_month_says_what_is_in_it_and_what_is_missing() {
    let totals = |leads: Option<u32>, missing| MonthTotals {
        channels: 3,
        leads: leads.map(Exact::whole),
        clients: leads.map(|_| Exact::whole(1)),
        missing,
    };
    let said = |language, totals| month_summary(&Show::standard(language), &totals);
    assert_eq!(
        said(Language::Russian, totals(Some(41), 2)),
        "3 канала · 41 заявка · 1 новый клиент · не хватает 2 чисел"
    );
    assert_eq!(
        said(Language::English, totals(Some(41), 1)),
        "3 channels · 41 leads · 1 new customer · 1 figure missing"
    );
    assert_eq!(said(Language::English, totals(None, 0)), "3 channels · everything recorded");
}
