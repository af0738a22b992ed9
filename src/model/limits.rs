//! How many rows of people and their pay one document may hold in all: more would make a plan of which each change takes
//! seconds, and no business has them. Other rows are bounded list by list, where they are declared.

use super::document::Model;
use super::people::Person;

/// Later hires of all roles.
const MOST_HIRES: u16 = 100;
/// Parts of pay of all roles, proposed ones among them.
const MOST_PARTS: u16 = 200;
/// Indicators of all parts of pay.
const MOST_KPIS: u16 = 100;

/// People and channels of the largest light document.
const MOST_LIGHT: usize = 30;

/// Whether a document may be worked out many times over in a free moment without holding the page up.
pub fn is_light(model: &Model) -> bool {
    model.people.len() + model.channels.len() <= MOST_LIGHT
}

/// Rows that were too many: where, and how many there may be of their kind in all.
pub struct Shortened {
    /// Path of the rows that were cut.
    pub path: String,
    /// How many there may be in all.
    pub most: u16,
}

/// What is left to give out of a kind of rows.
struct Room {
    left: usize,
    most: u16,
}

impl Room {
    const fn new(most: u16) -> Self {
        Self { left: most as usize, most }
    }

    /// Cuts rows to what is left; how many there may be in all, where any were cut.
    fn cut<T>(&mut self, rows: &mut Vec<T>) -> Option<u16> {
        let is_over = rows.len() > self.left;
        rows.truncate(self.left);
        self.left -= rows.len();
        is_over.then_some(self.most)
    }
}

/// Leaves out the rows that are too many, and says which lists were cut.
///
/// ```
/// use obkatka::model::{Hire, Model, Person, shorten};
/// let role = Person { id: "a".into(), hires: vec![Hire::default(); 60], ..Person::default() };
/// let mut model = Model { people: vec![role; 2], ..Model::default() };
/// assert_eq!(shorten(&mut model)[0].most, 100);
/// assert_eq!(model.people[1].hires.len(), 40);
/// ```
pub fn shorten(model: &mut Model) -> Vec<Shortened> {
    let mut cut = Vec::new();
    let (mut hires, mut parts, mut kpis) =
        (Room::new(MOST_HIRES), Room::new(MOST_PARTS), Room::new(MOST_KPIS));
    for Person { id, hires: own, pay, proposed, .. } in &mut model.people {
        let mut note = |rows: &str, most: Option<u16>| {
            cut.extend(most.map(|most| Shortened { path: ["people/", id, rows].concat(), most }));
        };
        note("/hires", hires.cut(own));
        for (rows, pay) in [("/pay/parts", pay), ("/proposed/parts", proposed)] {
            note(rows, parts.cut(&mut pay.parts));
            for part in &mut pay.parts {
                let most = kpis.cut(&mut part.kpis);
                if most.is_some() {
                    note(&[rows, "/", &part.id, "/kpis"].concat(), most);
                }
            }
        }
    }
    cut
}

/// How many rows of a kind there may be in all, where a document has more.
pub fn over_limit(model: &Model) -> Option<u16> {
    let pays = || model.people.iter().flat_map(|person| [&person.pay, &person.proposed]);
    let hires: usize = model.people.iter().map(|person| person.hires.len()).sum();
    let parts: usize = pays().map(|pay| pay.parts.len()).sum();
    let kpis: usize = pays().flat_map(|pay| &pay.parts).map(|part| part.kpis.len()).sum();
    let all = [(hires, MOST_HIRES), (parts, MOST_PARTS), (kpis, MOST_KPIS)];
    all.into_iter().find(|(rows, most)| *rows > usize::from(*most)).map(|(_, most)| most)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Kpi, Pay, PayPart};

    #[test]
    fn of_each_kind_so_many_in_all() {
        let part = |kpis| PayPart { id: "b".into(), kpis: vec![Kpi::default(); kpis], ..PayPart::default() };
        let paid = |parts: Vec<PayPart>| Person {
            id: "a".into(),
            pay: Pay { parts, ..Pay::default() },
            ..Person::default()
        };
        let mut model = Model { people: vec![paid(vec![part(10); 8]); 5], ..Model::default() };
        assert_eq!(over_limit(&model), Some(MOST_KPIS));
        let cut = shorten(&mut model);
        assert_eq!((cut[0].path.as_str(), cut[0].most), ("people/a/pay/parts/b/kpis", MOST_KPIS));
        assert_eq!((over_limit(&model), shorten(&mut model).len()), (None, 0));
        let mut many = Model { people: vec![paid(vec![part(0); 8]); 26], ..Model::default() };
        assert_eq!(over_limit(&many), Some(MOST_PARTS));
        assert_eq!((shorten(&mut many).len(), many.people[25].pay.parts.len()), (1, 0));
    }
}
