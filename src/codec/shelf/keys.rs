//! Where things lie in the store. Every key of this program begins with `ue/`; the others belong to
//! other programs and are left alone.

use super::store::Moment;

/// Documents as they are now, by their id.
pub(super) const CURRENT: &str = "ue/m/";
/// The last good copy of each before that.
pub(super) const PREVIOUS: &str = "ue/p/";
/// Deleted documents: the time, a slash, the id.
pub(super) const BIN: &str = "ue/bin/";
/// Texts that could not be read: the time, a slash, the key at which they lay.
pub(super) const LOST: &str = "ue/lost/";
/// The list of documents, to be had without reading each.
pub(super) const INDEX: &str = "ue/index";
/// What the user prefers.
pub(super) const PREFS: &str = "ue/prefs";
/// The days on which the page was used.
pub(super) const DAYS: &str = "ue/days";
/// Where it is tried how much room there is; nothing stays there.
pub(super) const TRIAL: &str = "ue/trial";
/// How many starts in a row have died.
pub(super) const BOOT: &str = "ue/boot";

pub(super) fn current(id: &str) -> String {
    [CURRENT, id].concat()
}

pub(super) fn previous(id: &str) -> String {
    [PREVIOUS, id].concat()
}

/// The key of something put aside at a time.
pub(super) fn timed(room: &str, time: Moment, rest: &str) -> String {
    [room, &time.to_string(), "/", rest].concat()
}

/// Time and rest of such a key.
pub(super) fn split_timed<'a>(room: &str, key: &'a str) -> Option<(Moment, &'a str)> {
    let (time, rest) = key.strip_prefix(room)?.split_once('/')?;
    Some((time.parse().ok()?, rest))
}

/// The id of the document that lies at a key, for those who watch the store. `None` for all other
/// keys.
///
/// ```
/// use obkatka::codec::shelf::document_at;
/// assert_eq!(document_at("ue/m/k3"), Some("k3"));
/// assert_eq!(document_at("ue/index"), None);
/// ```
pub fn document_at(key: &str) -> Option<&str> {
    key.strip_prefix(CURRENT)
}
