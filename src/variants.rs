//! Lists of variants, made from the declaration of the type: nothing is listed twice, so nothing can be missing.

/// Declares an enum and, from the same lines, `ALL` of its variants in order. Where each variant has a name
/// (`Variant = "name",`), also `name`, by which files and scripts know it.
macro_rules! variants {
    ($(#[$about:meta])+ $vis:vis enum $enum:ident { $( $(#[$doc:meta])+ $variant:ident = $name:literal, )+ }) => {
        $crate::variants::variants! { $(#[$about])+ $vis enum $enum { $( $(#[$doc])+ $variant, )+ } }

        impl $enum {
            /// The name that files and scripts see.
            $vis fn name(self) -> &'static str {
                match self { $( $enum::$variant => $name, )+ }
            }
        }
    };
    ($(#[$about:meta])+ $vis:vis enum $enum:ident { $( $(#[$doc:meta])+ $variant:ident, )+ }) => {
        $(#[$about])+
        $vis enum $enum { $( $(#[$doc])+ $variant, )+ }

        impl $enum {
            /// All of them, in order.
            $vis const ALL: [$enum; [$( stringify!($variant) ),+].len()] = [$( $enum::$variant, )+];
        }
    };
}

pub(crate) use variants;
