//! What a heading, or the name of a row, means.

use super::context::{ImportContext, Overrides};
use super::mapping::{ChannelMatch, Skipped};
use super::name_matching::Names;
use super::synonyms::{
    COUNTED, DEAL_NOISE, DEAL_ROLES, HeadingRole, NEUTRAL, OPEN_COUNTS, PLANS, RATIOS, ROLES, SCALES, TIMES,
    TOTALS, fit, fits, synonyms,
};
use super::words::words;
use crate::model::{BusinessFact, ChannelFact, Fact};

/// What was understood of a heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Heading {
    /// What the cells of the column name.
    Role(HeadingRole),
    /// A figure, perhaps of one channel.
    Figure { fact: Fact, channel: Option<ChannelMatch> },
    /// A channel: what is counted stands elsewhere.
    Channel(ChannelMatch),
    /// Nothing to take.
    Skipped(Skipped),
}

/// The plan's own names, against which headings are read.
pub(super) struct Lexicon<'o> {
    pub channels: Names<'o>,
    pub stages: Names<'o>,
    /// The id of the stage that makes the client, where the plan names one.
    client_stage: Option<&'o str>,
    /// What each fact is called.
    facts: Vec<(Fact, &'static str)>,
}

impl<'o> Lexicon<'o> {
    /// Of a plan, and of what the reader has decided.
    pub fn new(context: &'o ImportContext, overrides: &'o Overrides) -> Self {
        Self {
            channels: Names::new(&context.channels, &overrides.channels),
            stages: Names::new(&context.stages, &overrides.stages),
            client_stage: context.client_stage.as_deref(),
            facts: synonyms(),
        }
    }

    /// What a heading of a table by months means. «Дата оплаты» is a date and «Расход за месяц» a figure.
    pub fn heading(&self, text: &str) -> Heading {
        let words = words(text);
        let label = self.label(text);
        match (&label, role(&words)) {
            (Heading::Figure { .. }, Some(role)) if !self.is_figure(&words) => Heading::Role(role),
            (Heading::Skipped(Skipped::Unknown), Some(role)) => Heading::Role(role),
            _ => label,
        }
    }

    /// Whether every word of a heading belongs to its figure.
    fn is_figure(&self, words: &[String]) -> bool {
        let rest = best(&self.facts, words).map(|(_, rest)| rest);
        self.stages.exact(words).is_some()
            || self.channels.within(words).is_some()
            || rest.is_some_and(|rest| are_neutral(&rest))
    }

    /// What the name of a row means: a figure, a channel, or both in any order.
    pub fn label(&self, text: &str) -> Heading {
        let words = words(text);
        if words.is_empty() {
            return Heading::Skipped(Skipped::Empty);
        }
        if let Some(id) = self.stages.exact(&words) {
            return Heading::Figure { fact: Fact::Channel(ChannelFact::Stage(id)), channel: None };
        }
        if let Some(id) = self.channels.exact(&words) {
            return Heading::Channel(ChannelMatch::Known(id));
        }
        if is_total(&words) {
            return Heading::Skipped(Skipped::Total);
        }
        if self.is_ratio(text, &words) {
            return Heading::Skipped(Skipped::Ratio);
        }
        self.of_channel(text, &words).unwrap_or_else(|| self.alone(&words))
    }

    /// Whether a heading puts one thing over another: `Cost / conv.`, cost per result, «расход за лид».
    fn is_ratio(&self, text: &str, words: &[String]) -> bool {
        let after = |link: &str| {
            words.iter().position(|word| word == link).and_then(|at| words.get(at.saturating_add(1)..))
        };
        let is_per = after("per").is_some_and(|rest| !are_neutral(rest) && !fits(TIMES, rest));
        let is_for = after("за").is_some_and(|rest| fits(COUNTED, rest) && !fits(TIMES, rest));
        is_per || is_for || text.split_once('/').is_some_and(|(one, other)| self.is_quotient(one, other))
    }

    /// Whether what stands around a slash is one figure over another, and not a figure of a channel.
    fn is_quotient(&self, one: &str, other: &str) -> bool {
        let (one, other) = (words(one), words(other));
        let names_channel = |side: &[String]| self.channels.within(side).is_some();
        if names_channel(&one) || names_channel(&other) || fits(TIMES, &other) || are_neutral(&other) {
            return false;
        }
        let fact = |side: &[String]| best(&self.facts, side).map(|(fact, _)| fact);
        if fact(&one).is_some() && fact(&one) == fact(&other) {
            return false;
        }
        let is_money = fact(&one).is_some_and(|fact| !fact.is_count());
        let is_figure = |side: &[String]| fits(COUNTED, side) || fact(side).is_some();
        is_money || (is_figure(&one) && is_figure(&other))
    }

    /// «Контекст: лиды», «Лиды (Контекст)»; before a colon also a channel that is new.
    fn of_channel(&self, text: &str, words: &[String]) -> Option<Heading> {
        if let Some((id, rest)) = self.channels.within(words) {
            return match self.alone(&rest) {
                Heading::Figure { fact, .. } => {
                    Some(Heading::Figure { fact, channel: Some(ChannelMatch::Known(id)) })
                }
                other => (!are_neutral(&rest)).then_some(other),
            };
        }
        let (one, other) =
            [": ", ":", " — ", " – ", " / ", " | "].iter().find_map(|mark| text.split_once(mark))?;
        self.pair(one, other).or_else(|| self.pair(other, one))
    }

    fn pair(&self, channel: &str, figure: &str) -> Option<Heading> {
        let (words, name) = (words(figure), words(channel));
        let Heading::Figure { fact, .. } = self.alone(&words) else { return None };
        let is_name = !are_neutral(&name) && matches!(self.alone(&name), Heading::Skipped(Skipped::Unknown));
        let channel = Some(super::name_matching::channel(&self.channels, channel));
        is_name.then_some(Heading::Figure { fact, channel })
    }

    /// What words say that name no channel.
    fn alone(&self, words: &[String]) -> Heading {
        let left = |why| Heading::Skipped(why);
        let figure = |fact| Heading::Figure { fact, channel: None };
        if fits(PLANS, words) {
            return left(Skipped::Plan);
        }
        if let Some(id) = self.stages.exact(words) {
            return figure(Fact::Channel(ChannelFact::Stage(id)));
        }
        let known = best(&self.facts, words);
        let is_whole = known.as_ref().is_some_and(|(_, rest)| are_neutral(rest));
        if !is_whole && fits(RATIOS, words) {
            return left(Skipped::Ratio);
        }
        match (known, self.stages.inflected(words)) {
            (Some((fact, _)), _) if is_whole => figure(self.reached(fact)),
            (_, Some(id)) => figure(Fact::Channel(ChannelFact::Stage(id))),
            (Some((fact, rest)), None) if is_same(&fact, &rest) => figure(self.reached(fact)),
            _ => left(Skipped::Unknown),
        }
    }

    /// Clients are those who reach the stage that makes them, if there is one.
    pub fn reached(&self, fact: Fact) -> Fact {
        match (fact, self.client_stage()) {
            (Fact::Channel(ChannelFact::Clients), Some(stage)) => {
                Fact::Channel(ChannelFact::Stage(stage.to_owned()))
            }
            (fact, _) => fact,
        }
    }

    /// The id of the stage that makes the client: the last, where the plan names none.
    pub fn client_stage(&self) -> Option<&str> {
        self.client_stage.or_else(|| self.stages.last())
    }
}

/// The role that a heading names with all its words, in the first of them, or in English in the last.
fn role(words: &[String]) -> Option<HeadingRole> {
    let within = |words: &[String]| best(ROLES, words);
    let whole = within(words).filter(|(_, rest)| are_neutral(rest));
    let first = || within(words.get(..1)?);
    let last = || within(words.last().filter(|word| word.is_ascii()).map(core::slice::from_ref)?);
    whole.or_else(first).or_else(last).map(|(role, _)| role)
}

/// What a heading of a list of deals means.
pub(super) fn deal_role(text: &str) -> Option<HeadingRole> {
    let words = words(text);
    let noise = fit(DEAL_NOISE, &words).is_some();
    best(DEAL_ROLES, &words).map(|(role, _)| role).filter(|&role| !noise || role == HeadingRole::Won)
}

/// Whether a closing is only expected.
pub(super) fn is_expected(text: &str) -> bool {
    fits("предпол, планир, план, ожид, expect, plan, estim", &words(text))
}

/// What a heading may count that leaves it open: its cells decide.
pub(super) fn open_count(text: &str) -> Option<ChannelFact<String>> {
    let words = words(text);
    best(&OPEN_COUNTS, &words).filter(|(_, rest)| are_neutral(rest)).map(|(fact, _)| fact)
}

/// The power of ten in a heading: «тыс. руб.».
pub(super) fn scale(text: &str) -> u32 {
    let words = words(text);
    SCALES.iter().find(|(pattern, _)| fits(pattern, &words)).map_or(0, |&(_, power)| power)
}

/// Whether a name is that of a total.
pub(super) fn is_total(words: &[String]) -> bool {
    let opens = words.first().is_some_and(|first| first.starts_with("итог"));
    let is_like = |word: &String| {
        let word = core::slice::from_ref(word);
        fits(TOTALS, word) || fits(NEUTRAL, word) || word.concat().parse::<u32>().is_ok()
    };
    opens || (fits(TOTALS, words) && words.iter().all(is_like))
}

/// What fits best, and the words that it leaves.
fn best<T: Clone>(list: &[(T, &str)], words: &[String]) -> Option<(T, Vec<String>)> {
    let fitting = list.iter().filter_map(|(what, patterns)| Some((what, fit(patterns, words)?)));
    // Of equals the first.
    let (what, (_, taken)) = fitting.rev().max_by_key(|(_, (letters, _))| *letters)?;
    let rest = words.iter().enumerate().filter(|(place, _)| !taken.contains(place));
    Some((what.clone(), rest.map(|(_, word)| word.clone()).collect()))
}

fn are_neutral(words: &[String]) -> bool {
    words.iter().all(|word| fits(NEUTRAL, core::slice::from_ref(word)))
}

/// «Годные заявки» are not the leads, nor are «повторные клиенты» the new ones: a word that picks some of them
/// out makes it another figure.
fn is_same(fact: &Fact, rest: &[String]) -> bool {
    !matches!(
        fact,
        Fact::Channel(ChannelFact::Leads)
            | Fact::Channel(ChannelFact::Clients)
            | Fact::Business(BusinessFact::Active)
            | Fact::Business(BusinessFact::Delivered)
    ) || are_neutral(rest)
}
