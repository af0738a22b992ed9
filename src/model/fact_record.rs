//! Rows of facts: one list of fields gives the record and a name for each fact in it.

/// Declares a row of facts: the record, as `record!` does, and an enum with a variant for each fact in it.
///
/// A line `3 delivered => Delivered, Count;` is a fact, `Delivered`, that is measured as a `Measure::Count`. A line of rows that ends
/// in `=> Stage(S)` is one fact for each of these rows; `S`, a type parameter of the enum, says which.
macro_rules! fact_record {
    ($(#[doc = $about:literal])+ pub struct $row:ident of $fact:ident $(<$per:ident>)? { $($lines:tt)+ }) => {
        fact_record! { @sort [$(#[doc = $about])+ $row $fact $($per)?] [] [] $($lines)+ }
    };

    // A fact.
    (@sort [$($head:tt)+] [$($fields:tt)*] [$($facts:tt)*]
        $(#[doc = $doc:literal])+ $number:literal $field:ident => $name:ident, $measure:ident; $($rest:tt)*
    ) => {
        fact_record! { @sort [$($head)+]
            [$($fields)* $(#[doc = $doc])+ $number $field: Option<Decimal> = Kind::Fact(Measure::$measure), None;]
            [$($facts)* { $($doc)+, $name [] $field $measure }]
            $($rest)*
        }
    };
    // A fact for each row below.
    (@sort [$($head:tt)+] [$($fields:tt)*] [$($facts:tt)*]
        $(#[doc = $doc:literal])+ $number:literal $field:ident: $type:ty = $kind:expr, $default:expr
        => $name:ident($of_row:ident); $($rest:tt)*
    ) => {
        fact_record! { @sort [$($head)+]
            [$($fields)* $(#[doc = $doc])+ $number $field: $type = $kind, $default;]
            [$($facts)* { $($doc)+, $name [$of_row] $field Count }]
            $($rest)*
        }
    };
    // Any other field.
    (@sort [$($head:tt)+] [$($fields:tt)*] [$($facts:tt)*]
        $(#[doc = $doc:literal])+ $number:literal $field:ident: $type:ty = $kind:expr, $default:expr;
        $($rest:tt)*
    ) => {
        fact_record! { @sort [$($head)+]
            [$($fields)* $(#[doc = $doc])+ $number $field: $type = $kind, $default;]
            [$($facts)*]
            $($rest)*
        }
    };
    // All lines are sorted.
    (@sort [$(#[doc = $about:literal])+ $row:ident $fact:ident $($per:ident)?] [$($fields:tt)+]
        [$({ $($doc:literal)+, $name:ident [$($of_row:ident)?] $field:ident $measure:ident })+]
    ) => {
        record! { $(#[doc = $about])+ pub struct $row { $($fields)+ } }

        #[doc = concat!("One of the facts of a row of [`", stringify!($row), "`].")]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $fact $(<$per>)? { $( $(#[doc = $doc])+ $name $(($of_row))?, )+ }

        impl $(<$per>)? $fact $(<$per>)? {
            /// The name of its field in the row.
            pub const fn field(&self) -> &'static str {
                match self { $( Self::$name { .. } => stringify!($field), )+ }
            }

            /// What it measures.
            pub const fn measure(&self) -> Measure {
                match self { $( Self::$name { .. } => Measure::$measure, )+ }
            }

            /// Its value in the row; that of a row below is not found here.
            pub fn in_row(&self, row: &$row) -> Option<Decimal> {
                match self { $( Self::$name { .. } => fact_record!(@value row $field $($of_row)?), )+ }
            }
        }

        fact_record! { @all $fact [$($per)?] $([$name $($of_row)?])+ }
    };

    (@value $row:ident $field:ident) => { $row.$field };
    (@value $row:ident $field:ident $of_row:ident) => { None };

    (@all $fact:ident [] $([$name:ident])+) => {
        impl $fact {
            /// All of them, in the order of the row.
            pub const ALL: &'static [Self] = &[$( Self::$name, )+];
        }
    };
    (@all $fact:ident [$per:ident] $([$($name:ident)+])+) => {
        impl<$per> $fact<$per> {
            /// All of them, in the order of the row, with one for each of the rows below.
            pub fn all(rows: impl Iterator<Item = $per>) -> Vec<Self> {
                let (mut all, mut rows) = (Vec::new(), rows);
                $( fact_record!(@push all rows $($name)+); )+
                all
            }

            /// The same fact, its row named in another way; none, where that row has no such name.
            pub fn with_row<T>(self, row: impl FnOnce($per) -> Option<T>) -> Option<$fact<T>> {
                Some(match self { $( fact_record!(@pattern $($name)+ value) => fact_record!(@with row value $($name)+ $fact), )+ })
            }
        }
    };
    (@pattern $name:ident $value:ident) => { Self::$name };
    (@pattern $name:ident $of_row:ident $value:ident) => { Self::$name($value) };
    (@with $row:ident $value:ident $name:ident $fact:ident) => { $fact::$name };
    (@with $row:ident $value:ident $name:ident $of_row:ident $fact:ident) => { $fact::$name($row($value)?) };
    (@push $all:ident $rows:ident $name:ident) => { $all.push(Self::$name) };
    (@push $all:ident $rows:ident $name:ident $of_row:ident) => { $all.extend($rows.by_ref().map(Self::$name)) };
}

pub(super) use fact_record;
