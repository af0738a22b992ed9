//! What lies in a packed file, and unpacking it a window at a time.

use super::contents::WorkbookFault;
use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::{DecompressorOxide, decompress};

/// A file inside of a packed one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry<'b> {
    pub name: &'b str,
    packed: &'b [u8],
    is_stored: bool,
}

/// The most files that are looked at.
const MOST_ENTRIES: usize = 5_000;
/// Marks of the list of files, of its end, and of a file.
const END: u32 = 0x0605_4B50;
const LISTED: u32 = 0x0201_4B50;
const LOCAL: u32 = 0x0403_4B50;
/// Bytes of the end without its comment, and of the longest comment.
const END_BYTES: usize = 22;
const COMMENT: usize = 65_535;
/// What deflate refers back to.
const WINDOW: usize = 32 * 1024;

fn short(bytes: &[u8], at: usize) -> Option<usize> {
    let bytes = bytes.get(at..)?.first_chunk::<2>()?;
    Some(usize::from(u16::from_le_bytes(*bytes)))
}

fn long(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(*bytes.get(at..)?.first_chunk::<4>()?))
}

/// A place or a length. What does not fit says `u32::MAX`, and is beyond any file that is read.
fn size(bytes: &[u8], at: usize) -> Option<usize> {
    usize::try_from(long(bytes, at)?).ok()
}

/// The files in a packed file, by the list at its end.
pub(super) fn entries(bytes: &[u8]) -> Result<Vec<Entry<'_>>, WorkbookFault> {
    let last = bytes.len().checked_sub(END_BYTES).ok_or(WorkbookFault::Damaged)?;
    let mut places = (last.saturating_sub(COMMENT)..=last).rev();
    let end = places.find(|&at| long(bytes, at) == Some(END)).ok_or(WorkbookFault::Damaged)?;
    let end = bytes.get(end..).unwrap_or_default();
    let (count, start) = (short(end, 10), size(end, 16));
    let (Some(count), Some(mut at)) = (count, start) else { return Err(WorkbookFault::Damaged) };
    let mut entries = Vec::new();
    for _ in 0..count.min(MOST_ENTRIES) {
        let (entry, next) = entry(bytes, at)?;
        entries.extend(entry);
        at = next;
    }
    Ok(entries)
}

/// An entry of the list, and where the next begins.
fn entry(bytes: &[u8], at: usize) -> Result<(Option<Entry<'_>>, usize), WorkbookFault> {
    let listed = bytes.get(at..).filter(|rest| long(rest, 0) == Some(LISTED));
    let listed = listed.ok_or(WorkbookFault::Damaged)?;
    let lengths = [28, 30, 32].map(|at| short(listed, at).unwrap_or(0));
    let [name, ..] = lengths;
    let next = lengths.iter().fold(at.saturating_add(46), |sum, length| sum.saturating_add(*length));
    let name = listed.get(46..46_usize.saturating_add(name)).and_then(|name| core::str::from_utf8(name).ok());
    if short(listed, 8).is_some_and(|flags| flags & 1 == 1) {
        return Err(WorkbookFault::Password);
    }
    let is_stored = match short(listed, 10) {
        Some(0) => true,
        Some(8) => false,
        _ => return Ok((None, next)),
    };
    let local = size(listed, 42).and_then(|at| bytes.get(at..)).filter(|rest| long(rest, 0) == Some(LOCAL));
    let packed = local.zip(size(listed, 20)).and_then(|(local, length)| {
        let start = short(local, 26)?.saturating_add(short(local, 28)?).saturating_add(30);
        local.get(start..start.saturating_add(length))
    });
    let packed = packed.ok_or(WorkbookFault::Damaged)?;
    Ok((name.map(|name| Entry { name, packed, is_stored }), next))
}

/// Bytes as they come: of a packed file, or all at once.
pub(super) struct Stream<'b> {
    rest: &'b [u8],
    all: usize,
    /// None where nothing is packed.
    inflater: Option<Inflater>,
}

struct Inflater {
    state: Box<DecompressorOxide>,
    window: Vec<u8>,
    at: usize,
    is_done: bool,
}

impl<'b> Stream<'b> {
    /// What is not packed.
    pub const fn plain(bytes: &'b [u8]) -> Self {
        Self { rest: bytes, all: bytes.len(), inflater: None }
    }

    /// A file inside of a packed one.
    pub fn of(entry: Entry<'b>) -> Self {
        let inflater = (!entry.is_stored).then(|| Inflater {
            state: Box::new(DecompressorOxide::new()),
            window: vec![0; WINDOW],
            at: 0,
            is_done: false,
        });
        Self { rest: entry.packed, all: entry.packed.len(), inflater }
    }

    /// How many bytes are taken, and of how many.
    pub const fn progress(&self) -> (usize, usize) {
        (self.all.saturating_sub(self.rest.len()), self.all)
    }

    /// Adds what comes next to a buffer; how much that was, none at the end.
    pub fn take(&mut self, buffer: &mut Vec<u8>) -> Result<usize, WorkbookFault> {
        let Some(inflater) = &mut self.inflater else {
            let (now, later) = self.rest.split_at_checked(WINDOW).unwrap_or((self.rest, &[]));
            buffer.extend_from_slice(now);
            self.rest = later;
            return Ok(now.len());
        };
        if inflater.is_done {
            return Ok(0);
        }
        let (status, taken, written) =
            decompress(&mut inflater.state, self.rest, &mut inflater.window, inflater.at, 0);
        self.rest = self.rest.get(taken..).unwrap_or_default();
        let end = inflater.at.saturating_add(written);
        buffer.extend_from_slice(inflater.window.get(inflater.at..end).unwrap_or_default());
        inflater.at = if end >= WINDOW { 0 } else { end };
        match status {
            TINFLStatus::Done => inflater.is_done = true,
            TINFLStatus::HasMoreOutput => {}
            _ => return Err(WorkbookFault::Damaged),
        }
        Ok(written)
    }
}
