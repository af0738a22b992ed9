//! The files of a workbook by their names, and what refers to what.

use super::contents::WorkbookFault;
use super::markup::{Markup, Piece};
use super::zip::{Entry, Stream, entries};

/// The most that a file may refer to.
const MOST_RELATIONS: usize = 5_000;

/// The files of a workbook.
pub(super) struct Package<'b> {
    entries: Vec<Entry<'b>>,
}

/// What a file refers to.
#[derive(Clone, Debug)]
pub(super) struct Relation {
    pub id: String,
    /// The last word of what it is: `worksheet`, `sharedStrings`.
    pub kind: String,
    /// The name of the file.
    pub target: String,
}

impl<'b> Package<'b> {
    /// Of the bytes of a packed file.
    pub fn open(bytes: &'b [u8]) -> Result<Self, WorkbookFault> {
        Ok(Self { entries: entries(bytes)? })
    }

    /// A file, to be read from its beginning.
    pub fn markup(&self, name: &str) -> Option<Markup<'b>> {
        let is_it = |entry: &&Entry<'b>| entry.name.replace('\\', "/").eq_ignore_ascii_case(name);
        self.entries.iter().find(is_it).map(|entry| Markup::new(Stream::of(*entry)))
    }

    /// Whether a file of this ending is there.
    pub fn has_ending(&self, ending: &str) -> bool {
        self.entries.iter().any(|entry| entry.name.ends_with(ending))
    }

    /// What a file refers to; of the whole, where its name is empty.
    pub fn relations(&self, name: &str) -> Result<Vec<Relation>, WorkbookFault> {
        let (folder, file) = name.rsplit_once('/').unwrap_or(("", name));
        let folder = if folder.is_empty() { String::new() } else { [folder, "/"].concat() };
        let Some(mut markup) = self.markup(&[&folder, "_rels/", file, ".rels"].concat()).map(Markup::small)
        else {
            return Ok(Vec::new());
        };
        let mut relations = Vec::new();
        while let Some(piece) = markup.next()?.filter(|_| relations.len() < MOST_RELATIONS) {
            let Piece::Open("Relationship", attributes, _) = piece else { continue };
            let value = |name| attributes.value(name).unwrap_or_default();
            let (target, kind) = (value("Target"), value("Type"));
            let target = target.strip_prefix('/').map_or_else(|| [&folder, &*target].concat(), str::to_owned);
            let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
            relations.push(Relation { id: value("Id"), kind, target });
        }
        Ok(relations)
    }
}
