//! Names in a table: how they are compared with those of the plan.

use std::collections::BTreeMap;

use super::report::Named;

/// Longer texts are no word for "not recorded", in bytes.
const LONGEST_BLANK: usize = 24;

/// Whether a cell says that nothing was recorded.
pub(super) fn is_blank(text: &str) -> bool {
    const BLANKS: &str = "- – — -- .. … ? н/д нд #н/д нет нет_данных n/a na #n/a null none nan";
    let text = text.trim();
    if text.is_empty() || text.len() > LONGEST_BLANK || text.starts_with(|first: char| first.is_ascii_digit())
    {
        return text.is_empty();
    }
    let lower = lower(text).replace(' ', "_");
    BLANKS.split(' ').any(|blank| lower == blank)
}

/// Small letters, «е» for «ё».
pub(super) fn lower(text: &str) -> String {
    text.to_lowercase().replace('ё', "е")
}

/// The words of a text: letters and digits; signs of money and percent are words too.
pub(super) fn words(text: &str) -> Vec<String> {
    let mut spaced = String::with_capacity(text.len());
    for mark in lower(text).chars() {
        match mark {
            '₽' => spaced.push_str(" руб "),
            '%' | '$' | '€' => spaced.extend([' ', mark, ' ']),
            _ if mark.is_alphanumeric() => spaced.push(mark),
            _ => spaced.push(' '),
        }
    }
    spaced.split_whitespace().map(str::to_owned).collect()
}

/// A name of the plan with its words.
struct Known {
    id: String,
    words: Vec<String>,
}

/// The names of one kind in the plan: its channels or its stages.
pub(super) struct Names<'o> {
    known: Vec<Known>,
    asked: &'o BTreeMap<String, String>,
}

impl<'o> Names<'o> {
    /// From ids and names, and from what the reader has decided.
    pub fn new(list: &[(String, String)], asked: &'o BTreeMap<String, String>) -> Self {
        let known = list.iter().map(|(id, name)| Known { id: id.clone(), words: words(name) });
        Self { known: known.filter(|known| !known.words.is_empty()).collect(), asked }
    }

    /// The id of the only one there is.
    pub fn only(&self) -> Option<String> {
        match self.known.as_slice() {
            [one] => Some(one.id.clone()),
            _ => None,
        }
    }

    /// The id of the last.
    pub fn last(&self) -> Option<&str> {
        self.known.last().map(|known| known.id.as_str())
    }

    /// Whether the reader has said what a name means.
    pub fn is_asked(&self, name: &str) -> bool {
        self.asked.contains_key(name.trim())
    }

    /// The place of an id.
    pub fn place(&self, id: &str) -> Option<usize> {
        self.known.iter().position(|known| known.id == id)
    }

    /// Ids in their order.
    pub fn ids(&self) -> Vec<String> {
        self.known.iter().map(|known| known.id.clone()).collect()
    }

    /// The id that a name means: as the reader said; the same words; else the only one that begins as it does
    /// or that it begins with; else the only one within it or that it stands in, word by word.
    pub fn find(&self, name: &str) -> Option<String> {
        if let Some(id) = self.asked.get(name.trim()) {
            return self.place(id).map(|_| id.clone());
        }
        let name = words(name);
        if name.is_empty() {
            return None;
        }
        let by = |is_same: &dyn Fn(&Known) -> bool| self.one(is_same);
        self.exact(&name)
            .or_else(|| by(&|known| begins(&known.words, &name) || begins(&name, &known.words)))
            .or_else(|| by(&|known| at(&known.words, &name).is_some() || at(&name, &known.words).is_some()))
    }

    /// The id with these very words.
    pub fn exact(&self, name: &[String]) -> Option<String> {
        self.one(&|known| known.words == name)
    }

    /// The id with the same words in other endings: «годные заявки».
    pub fn inflected(&self, name: &[String]) -> Option<String> {
        self.one(&|known| known.words.len() == name.len() && known.words.iter().zip(name).all(is_inflected))
    }

    /// The longest name that stands in a text as a whole, and the other words of the text.
    pub fn within(&self, text: &[String]) -> Option<(String, Vec<String>)> {
        let found = self.known.iter().filter_map(|known| Some((known, at(text, &known.words)?)));
        let (known, start) = found.max_by_key(|(known, _)| known.words.len())?;
        let end = start.saturating_add(known.words.len());
        let rest = text.iter().take(start).chain(text.iter().skip(end)).cloned().collect();
        Some((known.id.clone(), rest))
    }

    fn one(&self, is_same: &dyn Fn(&Known) -> bool) -> Option<String> {
        let mut found = self.known.iter().filter(|known| is_same(known));
        let first = found.next()?;
        found.next().is_none().then(|| first.id.clone())
    }
}

/// A channel by its name in a table.
pub(super) fn channel(names: &Names, text: &str) -> Named {
    names.find(text).map_or_else(|| Named::New(text.trim().to_owned()), Named::Known)
}

/// Letters that a beginning must have: of two anything could be meant.
const BEGINNING: usize = 3;

fn begins(long: &[String], short: &[String]) -> bool {
    let (long, short) = (long.join(" "), short.join(" "));
    short.chars().count() >= BEGINNING && long.starts_with(&short)
}

/// Where words stand in others, one after the other.
fn at(text: &[String], part: &[String]) -> Option<usize> {
    text.windows(part.len().max(1)).position(|window| window == part)
}

/// Whether two words differ in their endings alone.
fn is_inflected((one, other): (&String, &String)) -> bool {
    let same = one.chars().zip(other.chars()).take_while(|(one, other)| one == other).count();
    let ending = |word: &String| word.chars().count().saturating_sub(same);
    one == other || (same >= 4 && ending(one) <= 3 && ending(other) <= 3)
}
