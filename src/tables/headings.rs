//! What a heading, or the name of a row, announces.

use super::names::{Names, words};
use super::report::{Left, Named, Target};
use super::synonyms::{
    DEAL_NOISE, DEAL_ROLES, FIGURES, NEUTRAL, PLANS, RATIOS, ROLES, Role, SCALES, TOTALS, fit, fits,
};

/// What was understood of a heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Heading {
    /// What the cells of the column name.
    Role(Role),
    /// A figure, perhaps of one channel.
    Figure { target: Target, channel: Option<Named> },
    /// A channel: what is counted stands elsewhere.
    Channel(Named),
    /// Nothing to take.
    Left(Left),
}

/// The plan's own names, against which headings are read.
pub(super) struct Lexicon<'o> {
    pub channels: Names<'o>,
    pub stages: Names<'o>,
}

impl Lexicon<'_> {
    /// What a heading of a table by months says. «Дата оплаты» is a date and «Расход за месяц» a figure.
    pub fn heading(&self, text: &str) -> Heading {
        let words = words(text);
        let label = self.label(text);
        match (&label, role(&words)) {
            (Heading::Figure { .. }, Some(role)) if !self.is_figure(&words) => Heading::Role(role),
            (Heading::Left(Left::Unknown), Some(role)) => Heading::Role(role),
            _ => label,
        }
    }

    /// Whether every word of a heading belongs to its figure.
    fn is_figure(&self, words: &[String]) -> bool {
        let rest = best(FIGURES, words).map(|(_, rest)| rest);
        self.stages.exact(words).is_some()
            || self.channels.within(words).is_some()
            || rest.is_some_and(|rest| are_neutral(&rest))
    }

    /// What the name of a row says: a figure, a channel, or both in any order.
    pub fn label(&self, text: &str) -> Heading {
        let words = words(text);
        if words.is_empty() {
            return Heading::Left(Left::Empty);
        }
        if let Some(id) = self.stages.exact(&words) {
            return Heading::Figure { target: Target::Stage(id), channel: None };
        }
        if let Some(id) = self.channels.exact(&words) {
            return Heading::Channel(Named::Known(id));
        }
        if is_total(&words) {
            return Heading::Left(Left::Total);
        }
        self.of_channel(text, &words).unwrap_or_else(|| self.alone(&words))
    }

    /// «Контекст: лиды», «Лиды (Контекст)»; before a colon also a channel that is new.
    fn of_channel(&self, text: &str, words: &[String]) -> Option<Heading> {
        if let Some((id, rest)) = self.channels.within(words) {
            return match self.alone(&rest) {
                Heading::Figure { target, .. } => {
                    Some(Heading::Figure { target, channel: Some(Named::Known(id)) })
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
        let Heading::Figure { target, .. } = self.alone(&words) else { return None };
        let is_name = !are_neutral(&name) && matches!(self.alone(&name), Heading::Left(Left::Unknown));
        let channel = Some(super::names::channel(&self.channels, channel));
        is_name.then_some(Heading::Figure { target, channel })
    }

    /// What words say that name no channel.
    fn alone(&self, words: &[String]) -> Heading {
        let left = |why| Heading::Left(why);
        let figure = |target| Heading::Figure { target, channel: None };
        if fits(PLANS, words) {
            return left(Left::Plan);
        }
        if let Some(id) = self.stages.exact(words) {
            return figure(Target::Stage(id));
        }
        let known = best(FIGURES, words);
        let is_whole = known.as_ref().is_some_and(|(_, rest)| are_neutral(rest));
        if !is_whole && fits(RATIOS, words) {
            return left(Left::Ratio);
        }
        match (known, self.stages.inflected(words)) {
            (Some((target, _)), _) if is_whole => figure(self.reached(target)),
            (_, Some(id)) => figure(Target::Stage(id)),
            (Some((target, rest)), None) if is_same(&target, &rest) => figure(self.reached(target)),
            _ => left(Left::Unknown),
        }
    }

    /// Clients are those who reach the last stage, if there is one.
    fn reached(&self, target: Target) -> Target {
        match (target, self.stages.last()) {
            (Target::Clients, Some(last)) => Target::Stage(last.to_owned()),
            (target, _) => target,
        }
    }
}

/// The role that a heading names with all its words, in the first of them, or in English in the last.
fn role(words: &[String]) -> Option<Role> {
    let within = |words: &[String]| best(ROLES, words);
    let whole = within(words).filter(|(_, rest)| are_neutral(rest));
    let first = || within(words.get(..1)?);
    let last = || within(words.last().filter(|word| word.is_ascii()).map(core::slice::from_ref)?);
    whole.or_else(first).or_else(last).map(|(role, _)| role)
}

/// What a heading of a list of deals says.
pub(super) fn deal_role(text: &str) -> Option<Role> {
    let words = words(text);
    let noise = fit(DEAL_NOISE, &words).is_some();
    best(DEAL_ROLES, &words).map(|(role, _)| role).filter(|&role| !noise || role == Role::Won)
}

/// Whether a closing is only expected.
pub(super) fn is_expected(text: &str) -> bool {
    fits("предпол, планир, план, ожид, expect, plan, estim", &words(text))
}

/// The power of ten that a heading tells: «тыс. руб.».
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
fn is_same(target: &Target, rest: &[String]) -> bool {
    !matches!(target, Target::Leads | Target::Clients | Target::Active | Target::Delivered)
        || are_neutral(rest)
}
