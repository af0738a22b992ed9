//! Names in a table: how they are compared with those of the plan.

use super::mapping::ChannelMatch;
use super::words::words;
use std::collections::BTreeMap;

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
pub(super) fn channel(names: &Names, text: &str) -> ChannelMatch {
    names.find(text).map_or_else(|| ChannelMatch::New(text.trim().to_owned()), ChannelMatch::Known)
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
