//! What a reload of the page would lose, as a text: the steps of undo, what was changed in a link, and what could not be
//! saved.

use super::{StepName, Unsaved};
use crate::codec::shelf::Edition;
use crate::codec::{brief, read_brief};
use crate::model::Model;

/// Characters of the longest text; older steps go first.
const MOST: usize = 1_500_000;

/// What a reload of the page would lose.
#[derive(Clone, Debug, PartialEq)]
pub struct Remembered {
    /// The document's id on the shelf; empty where it is not kept.
    pub id: String,
    /// The link that it came by; empty where it came by none.
    pub link: String,
    /// The document as it is.
    pub now: Model,
    /// What undo leads back to, the oldest first, and what each step did.
    pub past: Vec<(StepName, Model)>,
    /// What redo leads on to, the last first.
    pub future: Vec<(StepName, Model)>,
    /// Documents that are not stored as they are, and which of their texts they were before.
    pub unsaved: Vec<(Unsaved, Edition)>,
}

/// What begins the line of a step.
const PAST: &str = "past";
const FUTURE: &str = "future";
const UNSAVED: &str = "unsaved";

impl Remembered {
    /// As lines: id, link, document, then a line for each step. None where there is nothing that would be lost.
    pub fn text(&self) -> Option<String> {
        let is_needed = !self.unsaved.is_empty()
            || !self.link.is_empty()
            || (!self.id.is_empty() && self.past.len() + self.future.len() > 0);
        let head = || [&*self.id, &*self.link, &*brief(&self.now)].join("\n");
        is_needed.then(head).map(|mut text| {
            let line = |kind: &str, (name, model): &(StepName, Model)| {
                ["\n", kind, "\t", &name.command, "\t", &name.place, "\t", &brief(model)].concat()
            };
            // The latest first: what is too long loses its oldest steps.
            let future = self.future.iter().rev().map(|step| line(FUTURE, step));
            let past = self.past.iter().rev().map(|step| line(PAST, step));
            let unsaved = self.unsaved.iter().map(unsaved_line);
            for line in unsaved.chain(future).chain(past) {
                if text.len() + line.len() > MOST {
                    break;
                }
                text.push_str(&line);
            }
            text
        })
    }

    /// Reads such a text; none where it is none. Steps that cannot be read end it.
    pub fn read(text: &str) -> Option<Self> {
        let mut lines = text.split('\n');
        let (id, link, now) =
            (lines.next()?.to_owned(), lines.next()?.to_owned(), read_brief(lines.next()?)?);
        let ([mut past, mut future], mut unsaved) = ([Vec::new(), Vec::new()], Vec::new());
        for line in lines {
            let Some((kind, step)) = read_step(line) else { break };
            match kind {
                PAST => past.push(step),
                UNSAVED => unsaved.extend(unsaved_of(step)),
                _ => future.push(step),
            }
        }
        past.reverse();
        future.reverse();
        Some(Self { id, link, now, past, future, unsaved })
    }
}

fn unsaved_line((unsaved, edition): &(Unsaved, Edition)) -> String {
    let edition = [edition.rev.to_string(), edition.sum.to_string()].join(".");
    ["\n", UNSAVED, "\t", &unsaved.id, "\t", &edition, "\t", &brief(&unsaved.model)].concat()
}

/// What lies in the places of a step: id, and count and checksum of the text before.
fn unsaved_of((name, model): (StepName, Model)) -> Option<(Unsaved, Edition)> {
    let (rev, sum) = name.place.split_once('.')?;
    let edition = Edition { rev: rev.parse().ok()?, sum: sum.parse().ok()?, is_clean: false };
    Some((Unsaved { id: name.command.to_string(), model }, edition))
}

fn read_step(line: &str) -> Option<(&str, (StepName, Model))> {
    let mut parts = line.splitn(4, '\t');
    let (kind, command, place) = (parts.next()?, parts.next()?, parts.next()?);
    let name = StepName { command: command.to_owned().into(), place: place.to_owned() };
    Some((kind, (name, read_brief(parts.next()?)?)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Estimate;

    fn priced(price: i64) -> Model {
        let mut model = Model::default();
        model.offer.price = Estimate::guess(price);
        model.about.note = "two\nlines".into();
        model
    }

    fn step(place: &str, price: i64) -> (StepName, Model) {
        (StepName { command: "put".into(), place: place.into() }, priced(price))
    }

    fn remembered() -> Remembered {
        Remembered {
            id: "k3".into(),
            link: String::new(),
            now: priced(3),
            past: vec![step("offer/price", 1), step("", 2)],
            future: vec![step("offer/price", 5), step("offer/price", 4)],
            unsaved: vec![(
                Unsaved { id: "k9".into(), model: priced(7) },
                Edition { rev: 3, sum: 77, is_clean: false },
            )],
        }
    }

    #[test]
    fn what_is_remembered_is_read_again() {
        let of_link = Remembered { id: String::new(), link: "m1.xyz".into(), ..remembered() };
        for all in [remembered(), of_link] {
            assert_eq!(Remembered::read(&all.text().unwrap()), Some(all));
        }
    }

    #[test]
    fn nothing_is_remembered_of_what_cannot_be_lost() {
        let steps = Remembered { past: Vec::new(), future: Vec::new(), unsaved: Vec::new(), ..remembered() };
        assert_eq!(steps.text(), None);
        assert_eq!(Remembered { id: String::new(), unsaved: Vec::new(), ..remembered() }.text(), None);
    }

    #[test]
    fn a_text_that_was_cut_loses_steps_and_one_that_is_none_is_none() {
        let text = remembered().text().unwrap();
        for end in (0..text.len()).filter(|end| text.is_char_boundary(*end)) {
            if let Some(read) = Remembered::read(&text[..end]) {
                assert!(read.now == priced(3) && read.past.len() <= 2 && read.future.len() <= 2);
            }
        }
        for none in ["", "\n", "k3\n\n[2]", "k3\n\n\u{0}"] {
            assert_eq!(Remembered::read(none), None);
        }
    }

    #[test]
    fn too_much_loses_its_oldest_steps() {
        let long = |price: i64| Model {
            about: crate::model::About { note: "я".repeat(4000), ..priced(price).about },
            ..priced(price)
        };
        let past = (0..300).map(|at| (StepName::default(), long(at))).collect();
        let all = Remembered { past, future: Vec::new(), ..remembered() };
        let text = all.text().unwrap();
        let read = Remembered::read(&text).unwrap();
        assert!(text.len() <= MOST && (20..300).contains(&read.past.len()), "{}", read.past.len());
        assert_eq!(read.past.last(), all.past.last());
    }
}
