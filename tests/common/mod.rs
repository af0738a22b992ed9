//! What several tests share.

pub mod agency;
pub mod arbitrary;
