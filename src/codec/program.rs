//! What the program says of itself in everything it makes.

/// The name by which files and scripts know whose document it is.
pub const APP: &str = "obkatka";

/// The version of the program, written into everything it makes.
pub const ENGINE: &str = env!("CARGO_PKG_VERSION");
