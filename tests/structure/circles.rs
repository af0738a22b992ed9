//! Circles of files: files that all lead to one another. An import leads to the file that defines what is imported,
//! whoever hands it on.

use super::paths::{Import, defined, imports, named};
use super::sources::Source;
use std::collections::{BTreeMap, BTreeSet};

/// How many hands a name may go through.
const HANDS: usize = 12;

/// A module with its scope.
struct Module<'s> {
    source: &'s Source,
    imports: Vec<Import>,
    defined: BTreeSet<&'s str>,
}

/// All modules by their paths.
struct House<'s>(BTreeMap<&'s [String], Module<'s>>);

impl<'s> House<'s> {
    fn new(sources: &'s [Source]) -> Self {
        let module = |source: &'s Source| {
            let scope = Module {
                source,
                imports: imports(&source.code),
                defined: defined(&source.code).into_iter().collect(),
            };
            (source.module.as_slice(), scope)
        };
        Self(sources.iter().map(module).collect())
    }

    /// The module that defines what a path means in another; none for what is not of this crate.
    fn target(&self, from: &[String], path: &[String], hands: usize) -> Option<&'s Source> {
        let hands = hands.checked_sub(1)?;
        let (first, rest) = path.split_first()?;
        let module = self.0.get(from)?;
        match first.as_str() {
            "crate" => self.within(&[], rest, hands),
            "self" => self.within(from, rest, hands),
            "super" => self.within(from.split_last()?.1, rest, hands),
            // What is defined here needs no way; what `use` names is not looked for in itself.
            _ if self.child(from, first).is_some() => self.within(from, path, hands),
            _ => {
                let import = module.imports.iter().find(|own| own.name == *first && own.path != path)?;
                let whole: Vec<String> = import.path.iter().chain(rest).cloned().collect();
                self.target(from, &whole, hands)
            }
        }
    }

    /// The module that defines what a path means within one.
    fn within(&self, module: &[String], path: &[String], hands: usize) -> Option<&'s Source> {
        let own = self.0.get(module)?;
        let Some((first, rest)) = path.split_first() else { return Some(own.source) };
        if first == "super" {
            return self.within(module.split_last()?.1, rest, hands);
        }
        if let Some(child) = self.child(module, first) {
            return self.within(&child, rest, hands);
        }
        if own.defined.contains(first.as_str()) || first == "*" {
            return Some(own.source);
        }
        let named = own.imports.iter().find(|own| own.name == *first);
        let handed = named.and_then(|import| {
            let whole: Vec<String> = import.path.iter().chain(rest).cloned().collect();
            self.target(module, &whole, hands)
        });
        handed.or_else(|| self.by_star(own, module, path, hands))
    }

    /// The same through `use something::*`.
    fn by_star(
        &self,
        own: &Module<'s>,
        module: &[String],
        path: &[String],
        hands: usize,
    ) -> Option<&'s Source> {
        own.imports.iter().filter(|import| import.name == "*").find_map(|import| {
            let (_, all) = import.path.split_last()?;
            let whole: Vec<String> = all.iter().chain(path).cloned().collect();
            self.target(module, &whole, hands)
        })
    }

    fn child(&self, module: &[String], name: &str) -> Option<Vec<String>> {
        let child: Vec<String> = module.iter().cloned().chain([name.to_owned()]).collect();
        self.0.contains_key(child.as_slice()).then_some(child)
    }

    /// The files that each file leads to.
    fn ways(&self) -> BTreeMap<&'s str, BTreeSet<&'s str>> {
        let ways = self.0.iter().map(|(path, module)| {
            let used = module.imports.iter().map(|import| import.path.clone());
            let paths = used.chain(named(&module.source.code));
            let to = paths.filter_map(|own| self.target(path, &own, HANDS)).map(|to| to.path.as_str());
            let from = module.source.path.as_str();
            (from, to.filter(|to| *to != from).collect())
        });
        ways.collect()
    }
}

/// Every way between two files.
pub fn ways(sources: &[Source]) -> Vec<(&str, &str)> {
    let ways = House::new(sources).ways();
    ways.into_iter().flat_map(|(from, to)| to.into_iter().map(move |to| (from, to))).collect()
}

/// The circles, the largest first.
pub fn circles(sources: &[Source]) -> Vec<Vec<&str>> {
    let house = House::new(sources);
    let ways = house.ways();
    let reached: BTreeMap<&str, BTreeSet<&str>> =
        ways.keys().map(|from| (*from, reached(&ways, from))).collect();
    let mut circles: BTreeSet<Vec<&str>> = BTreeSet::new();
    for (from, to) in &reached {
        let circle: Vec<&str> = to
            .iter()
            .copied()
            .filter(|other| reached.get(other).is_some_and(|back| back.contains(from)))
            .collect();
        if circle.len() > 1 {
            circles.insert(circle);
        }
    }
    let mut circles: Vec<_> = circles.into_iter().collect();
    circles.sort_by_key(|circle| std::cmp::Reverse(circle.len()));
    circles
}

fn reached<'s>(ways: &BTreeMap<&'s str, BTreeSet<&'s str>>, from: &str) -> BTreeSet<&'s str> {
    let (mut found, mut open) = (BTreeSet::new(), vec![from]);
    while let Some(at) = open.pop() {
        for next in ways.get(at).into_iter().flatten() {
            if found.insert(*next) {
                open.push(next);
            }
        }
    }
    found
}

#[test]
fn circles_are_found_through_those_who_hand_names_on() {
    let source = |path: &str, code: &str| Source {
        path: path.into(),
        module: path
            .trim_end_matches(".rs")
            .split('/')
            .filter(|step| !matches!(*step, "mod" | "lib"))
            .map(str::to_owned)
            .collect(),
        code: code.into(),
    };
    let sources = [
        source("lib.rs", "pub mod a;"),
        source("a/mod.rs", "mod one;\nmod two;\npub use one::One;\npub use two::Two;"),
        source("a/one.rs", "use super::Two;\npub struct One(Two);"),
        source("a/two.rs", "pub struct Two;\nfn f() { crate::a::One::new() }"),
        source("b.rs", "use crate::a::{One, Two};\nfn g() {}"),
        source("c.rs", "use crate::b::g;"),
    ];
    assert_eq!(circles(&sources), [vec!["a/one.rs", "a/two.rs"]]);
}
