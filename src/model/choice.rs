//! One of a list of names.

/// A value that is one of a list of names.
pub trait Choice {
    /// The names in files, in order.
    fn names(&self) -> &'static [&'static str];
    /// Which one it is.
    fn index(&self) -> usize;
    /// Takes another; without effect where there is no such place.
    fn choose(&mut self, index: usize);
    /// The name of the one it is.
    fn name(&self) -> &'static str {
        self.names().get(self.index()).copied().unwrap_or_default()
    }
}

/// Declares a list of names one of which is chosen; the first is the default.
macro_rules! choice {
    ($(#[doc = $about:literal])+ pub enum $name:ident {
        $( $(#[doc = $doc:literal])+ $variant:ident = $text:literal, )+
    }) => {
        $(#[doc = $about])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name { $( $(#[doc = $doc])+ $variant, )+ }

        impl $name {
            /// The names in files.
            pub const NAMES: &'static [&'static str] = &[$( $text, )+];
            /// All of them, in order.
            pub const ALL: &'static [Self] = &[$( Self::$variant, )+];
        }
        impl Default for $name {
            #[allow(clippy::indexing_slicing, reason = "a list of names has a first")]
            fn default() -> Self { Self::ALL[0] }
        }
        impl $crate::model::choice::Choice for $name {
            fn names(&self) -> &'static [&'static str] { Self::NAMES }
            fn index(&self) -> usize { *self as usize }
            fn choose(&mut self, index: usize) {
                if let Some(choice) = Self::ALL.get(index) { *self = *choice; }
            }
        }
    };
}

pub(super) use choice;
