//! Everything that can be said of the sources without running them.

use crate::guard;
use crate::project;
use crate::step::{self, Done, step};
use crate::tools;
use std::process::Command;
use std::time::Duration;

/// `cargo xtask check`: goes on after a failure, so that one run shows all. With `--ci` without what is said of the page:
/// `test --ci` does that while a core is idle.
pub fn command(options: &[String]) -> Done {
    tools::linters()?;
    let mut results = vec![
        ("format", step("Checking the format", "2 seconds", format)),
        ("lints", step("Linting all but the screen", "20 seconds, a minute the first time", lints)),
        ("house rules", step("Checking house rules", "a moment", guard::check)),
        ("dependencies", dependencies()),
    ];
    if !options.iter().any(|option| option == "--ci") {
        results.push(("the page", page()));
    }
    told_of(&results)
}

/// All that can be said of the page's sources without building it.
pub fn page() -> Done {
    tools::linters()?;
    told_of(&[
        ("lints of the page", step("Linting the page", "30 seconds, 2 minutes the first time", page_lints)),
        ("the page in one program", step("Type-checking the page without parts", "30 seconds", one_program)),
    ])
}

fn told_of(results: &[(&'static str, Done)]) -> Done {
    let failed = results.iter().filter_map(|(name, result)| Some((*name, result.as_ref().err()?)));
    let failed: Vec<&str> = failed.map(told).collect();
    if failed.is_empty() { Ok(()) } else { Err(format!("failed: {}", failed.join(", "))) }
}

fn told<'a>((name, problem): (&'a str, &String)) -> &'a str {
    eprintln!("{name}: {problem}");
    name
}

fn format() -> Done {
    cargo(&["fmt", "--all", "--check"])
}

fn lints() -> Done {
    cargo(&["clippy", "--quiet", "--workspace", "--all-targets", "--", "-D", "warnings"])
}

fn page_lints() -> Done {
    tools::wasm_target()?;
    let what =
        ["clippy", "--quiet", "--package", "obkatka", "--features", "ui", "--target", tools::WASM_TARGET];
    cargo(&[&what[..], &["--", "-D", "warnings"]].concat())
}

/// What `build --plain` compiles: the release goes without it, so nothing else would notice.
fn one_program() -> Done {
    let what = ["rustc", "--quiet", "--profile", "check", "--lib", "--features", "ui"];
    cargo(
        &[&what[..], &["--target", tools::WASM_TARGET, "--", "--cfg", "one_program", "-D", "warnings"]]
            .concat(),
    )
}

/// `cargo xtask structure`: circles of files, lines of each room, how much of the screen only draws.
pub fn structure(_: &[String]) -> Done {
    cargo(&["test", "--quiet", "--test", "structure", "--", "--ignored", "--nocapture"])
}

fn cargo(arguments: &[&str]) -> Done {
    step::run(Command::new("cargo").args(arguments).current_dir(project::root()))
}

/// Licences, sources and bans always; advisories wherever their database can be reached.
fn dependencies() -> Done {
    tools::deny()?;
    step("Checking licences and sources of dependencies", "a few seconds", || {
        cargo(&["fetch", "--quiet"])?;
        deny(&["--offline"], &["licenses", "bans", "sources"])
    })?;
    if !fetched_advisories()? {
        println!("Advisories were NOT checked: their database (rustsec/advisory-db) could not be reached.");
        return Ok(());
    }
    step("Checking advisories", "a few seconds", || deny(&["--offline"], &["advisories"]))
}

fn deny(options: &[&str], checks: &[&str]) -> Done {
    let mut deny = Command::new(tools::deny()?);
    deny.args(["--log-level", "warn"]).args(options).arg("check").args(checks);
    step::run(deny.current_dir(project::root()))
}

fn fetched_advisories() -> Done<bool> {
    let mut deny = Command::new(tools::deny()?);
    deny.args(["fetch", "db"]).current_dir(project::root()).env("GIT_TERMINAL_PROMPT", "0");
    Ok(step::works_within(&mut deny, Duration::from_secs(90)))
}
