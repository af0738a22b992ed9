//! All tests: native ones by cargo, journeys in Chromium by Node.

use crate::bundle::{self, Profile};
use crate::fresh;
use crate::project;
use crate::step::{self, Done};
use crate::visit;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Instant;

/// How many tests passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Tally {
    passed: usize,
    failed: usize,
}

/// `cargo xtask test`: everything, or the native tests alone with `--quick`; with `--fresh` the page is built as on a new
/// machine.
pub fn command(options: &[String]) -> Done {
    let has = |name: &str| options.iter().any(|option| option == name);
    let build = || if has("--fresh") { fresh::command(&[]) } else { bundle::fresh(Profile::Release) };
    let (native, browser) = if has("--quick") { (natively()?, Tally::default()) } else { both(build)? };
    conclude(Tally { passed: native.passed + browser.passed, failed: native.failed + browser.failed })
}

/// `cargo xtask e2e [--dev|--plain] [filter]`: the tests in Chromium alone.
pub fn e2e(options: &[String]) -> Done {
    let filter: Vec<String> = options.iter().filter(|option| !option.starts_with("--")).cloned().collect();
    conclude(journeys(Profile::asked(options), &filter)?)
}

/// The native tests while the page is being built, for most of that keeps one core busy alone; then the journeys.
fn both(build: impl FnOnce() -> Done + Send) -> Done<(Tally, Tally)> {
    thread::scope(|scope| {
        let page = scope.spawn(build);
        let native = natively();
        page.join().map_err(|_| "building the page broke down")??;
        Ok((native?, journeys(Profile::Release, &[])?))
    })
}

fn natively() -> Done<Tally> {
    counted("Native tests", "a minute or two", &mut native())
}

fn native() -> Command {
    let mut cargo = Command::new("cargo");
    cargo.args(["test", "--workspace", "--no-fail-fast", "--quiet"]);
    cargo.current_dir(project::root());
    cargo
}

fn journeys(profile: Profile, filter: &[String]) -> Done<Tally> {
    let evaluate = evaluate()?;
    let mut node = visit::script("run.mjs", profile, filter)?;
    node.env("OBKATKA_EVALUATE", evaluate);
    counted("Tests in Chromium", "a minute or two", &mut node)
}

/// The native program that journeys hold the page against.
fn evaluate() -> Done<PathBuf> {
    let mut cargo = Command::new("cargo");
    // For the whole workspace, as the native tests are built: nothing is compiled twice.
    cargo.args(["build", "--quiet", "--workspace", "--example", "evaluate"]);
    step::run(cargo.current_dir(project::root()))?;
    let name = format!("evaluate{}", std::env::consts::EXE_SUFFIX);
    Ok(project::target().join("debug").join("examples").join(name))
}

/// Ends a command of tests: the closing line, and failure if any test failed.
fn conclude(tally: Tally) -> Done {
    println!("{} passed, {} failed", tally.passed, tally.failed);
    if tally.failed == 0 { Ok(()) } else { Err("some tests failed".to_owned()) }
}

/// Runs a program of tests, shows what it prints, and adds up the results among its lines.
fn counted(what: &str, usually: &str, command: &mut Command) -> Done<Tally> {
    println!("{what} ({usually}) …");
    let start = Instant::now();
    let child = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn();
    let mut child = child.map_err(|error| format!("{}: {error}", step::shown(command)))?;
    let mut tally = Tally::default();
    for line in child.stdout.take().into_iter().flat_map(|out| BufReader::new(out).lines()) {
        let line = line.map_err(|error| error.to_string())?;
        println!("{line}");
        tally.passed += before(&line, " passed");
        tally.failed += before(&line, " failed");
    }
    let status = child.wait().map_err(|error| error.to_string())?;
    println!("  {} in {}", if status.success() { "done" } else { "FAILED" }, step::span(start.elapsed()));
    match (status.success(), tally) {
        // It did not get as far as a failing test: it did not compile, or broke down.
        (false, Tally { failed: 0, .. }) => Err(format!("{} failed ({status})", step::shown(command))),
        (true, Tally { passed: 0, failed: 0 }) => Err(format!("{} ran no test", step::shown(command))),
        _ => Ok(tally),
    }
}

/// The number right before a word in a line of results, such as `3` in `ok. 3 passed; 0 failed`.
fn before(line: &str, word: &str) -> usize {
    let is_result = line.starts_with("test result: ") || line.ends_with(" failed");
    let text = line.split_once(word).filter(|_| is_result).map(|(text, _)| text);
    let digits = text.and_then(|text| text.rsplit(' ').next());
    digits.and_then(|digits| digits.parse().ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_are_read_from_both_kinds_of_lines() {
        let cargo = "test result: ok. 12 passed; 3 failed; 0 ignored; 0 measured; finished in 0.01s";
        assert_eq!((before(cargo, " passed"), before(cargo, " failed")), (12, 3));
        let node = "7 passed, 0 failed";
        assert_eq!((before(node, " passed"), before(node, " failed")), (7, 0));
        assert_eq!(before("a test about 5 passed exams", " passed"), 0);
    }
}
