//! Why a value does not exist.

use crate::variants::variants;

variants! {
    /// Why a value does not exist. It flows through arithmetic and is shown in place of a number.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
    pub enum Undefined {
        /// Divided by nothing: a cost per client without clients.
        DivisionByZero = "division_by_zero",
        /// Larger than 28 digits hold.
        Overflow = "overflow",
        /// Grows beyond every bound: what a client brings who never leaves.
        Unbounded = "unbounded",
        /// Cannot be reached at any size: break-even where each order loses money.
        Impossible = "impossible",
        /// The model says too little to answer.
        NoData = "no_data",
        /// A float that is no number; it keeps no reason.
        NotANumber = "not_a_number",
    }
}
