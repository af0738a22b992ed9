//! What the first load's program consists of, by crate and room.

use crate::project;
use crate::split;
use crate::step::{self, Done};
use crate::tools;
use std::process::Command;

/// Where Trunk leaves the program of the last release build with the names of its functions.
const PROGRAM: &str = "wasm-bindgen/release/obkatka_bg.wasm";

/// Prints the table of the last release build.
pub fn command(_: &[String]) -> Done {
    let program = project::target().join(PROGRAM);
    if !program.exists() {
        return Err(format!("{} is not there\n  What to do: cargo xtask build", program.display()));
    }
    tools::packages()?;
    let named = project::target().join("named.wasm");
    split::shrink_named(&program, &named)?;
    step::run(Command::new("node").arg(project::root().join("xtask").join("weigh.mjs")).arg(named))
}
