//! How old what lies in the bin is: by the days on which the page was used, for a clock may leap by years.

use super::{Moment, Shelf, StoreFault, keys, pairs};

/// Days of use that a deleted document stays in the bin.
pub const BIN_DAYS: u64 = 30;

const DAY: u64 = 24 * 60 * 60 * 1000;

/// The days on which the page was used.
#[derive(Default)]
struct Days {
    /// The last of them, counted from 1970.
    last: u64,
    /// How many there were.
    used: u64,
    /// What lies in the bin, and how many there had been when it was first seen there.
    since: Vec<(String, u64)>,
}

impl Shelf<'_> {
    /// Notes that the page is used today, and empties the bin of what has lain there for more than [`BIN_DAYS`] days of
    /// use. A leap of the clock is one day; where it cannot be noted, nothing grows older.
    ///
    /// # Errors
    /// Where the store may not be used.
    pub fn purge(self, now: Moment) -> Result<(), StoreFault> {
        let binned = self.names_in(keys::BIN)?;
        let mut days = Days::read(&self.store.get(keys::DAYS)?.unwrap_or_default());
        let today = now / DAY;
        if days.last != today {
            days.last = today;
            days.used = days.used.saturating_add(1);
        }
        days.since.retain(|(name, _)| binned.contains(name));
        for name in binned {
            let since = days.since.iter().find(|(own, _)| *own == name).map(|(_, since)| *since);
            match since {
                None => days.since.push((name, days.used)),
                Some(since) if days.used.saturating_sub(since) > BIN_DAYS => {
                    self.store.remove(&[keys::BIN, &name].concat())?;
                    days.since.retain(|(own, _)| *own != name);
                }
                Some(_) => {}
            }
        }
        // Not noted, today is counted the next time.
        let _ = self.put_sound(keys::DAYS, &days.text());
        Ok(())
    }
}

impl Days {
    fn read(text: &str) -> Self {
        let mut days = Self::default();
        for (name, count) in pairs::read(text) {
            match (name, count.parse().unwrap_or_default()) {
                ("last", last) => days.last = last,
                ("used", used) => days.used = used,
                (name, since) => days.since.push((name.to_owned(), since)),
            }
        }
        days
    }

    fn text(&self) -> String {
        let since = self.since.iter().map(|(name, since)| (name.as_str(), *since));
        let all = [("last", self.last), ("used", self.used)].into_iter().chain(since);
        let all: Vec<_> = all.map(|(name, count)| (name, count.to_string())).collect();
        pairs::write(all.iter().map(|(name, count)| (*name, count.as_str())))
    }
}
