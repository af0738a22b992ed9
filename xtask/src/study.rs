//! How often verdicts are wrong: thousands of simulated quarters.

use crate::project;
use crate::step::{self, Done};
use std::process::Command;

/// `cargo xtask study [quarters]`: prints the tables of `docs/verdict-study.md`, so many quarters for each figure of them.
pub fn command(quarters: &[String]) -> Done {
    let mut cargo = Command::new("cargo");
    cargo.args(["run", "--quiet", "--release", "--example", "verdict_study", "--"]).args(quarters);
    step::run(cargo.current_dir(project::root()))
}
