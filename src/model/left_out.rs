//! What a document was sent without, so that whoever has it knows.

use super::record::{Record, Slot, SlotMut, record};

record! {
    /// What a document was sent without.
    pub struct LeftOut {
        /// Names: of the business, its channels, stages, roles, costs.
        1 names: bool = Kind::Flag, false;
        /// Notes, hypotheses and sources.
        2 notes: bool = Kind::Flag, false;
        /// What has really been, month by month, and the plans kept beside it.
        3 facts: bool = Kind::Flag, false;
        /// The money there is before the first month, what is owed then, and what there was at the end of each.
        4 opening_cash: bool = Kind::Flag, false;
        /// The plan as it stood, under names.
        5 versions: bool = Kind::Flag, false;
        /// Who is paid what: of the pay of all only the sum is there.
        6 pay: bool = Kind::Flag, false;
    }
}

impl LeftOut {
    /// Nothing.
    pub const NOTHING: Self =
        Self { names: false, notes: false, facts: false, opening_cash: false, versions: false, pay: false };

    /// Everything that can be left out.
    pub const EVERYTHING: Self =
        Self { names: true, notes: true, facts: true, opening_cash: true, versions: true, pay: true };

    /// The keys of what is left out, in their order.
    pub fn keys(&self) -> Vec<&'static str> {
        let slots = self.fields().iter().zip(self.slots());
        slots.filter(|(_, slot)| matches!(slot, Slot::Flag(true))).map(|(field, _)| field.key).collect()
    }

    /// This, and one more or one less.
    pub fn with(mut self, key: &str, is_left_out: bool) -> Self {
        for (field, slot) in self.fields().iter().zip(self.slots_mut()) {
            if let (true, SlotMut::Flag(own)) = (field.key == key, slot) {
                *own = is_left_out;
            }
        }
        self
    }

    /// What either leaves out.
    pub fn or(&self, other: &Self) -> Self {
        other.keys().into_iter().fold(self.clone(), |all, key| all.with(key, true))
    }

    /// What both leave out.
    pub fn and(&self, other: &Self) -> Self {
        let theirs = other.keys();
        let both = self.keys().into_iter().filter(|key| theirs.contains(key));
        both.fold(Self::NOTHING, |all, key| all.with(key, true))
    }
}
