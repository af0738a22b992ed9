//! All tests: native ones by cargo, journeys in Chromium by Node.

use crate::browsers::FIREFOX;
use crate::bundle::{self, Profile};
use crate::check;
use crate::fresh;
use crate::project;
use crate::step::{self, Done};
use crate::visit;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Instant;

/// How many tests passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Tally {
    passed: usize,
    failed: usize,
}

impl Tally {
    fn with(self, other: Self) -> Self {
        Self { passed: self.passed + other.passed, failed: self.failed + other.failed }
    }
}

/// `cargo xtask test`: everything; the native tests alone with `--quick`; with `--ci` everything on a page that was built as
/// on a new machine.
pub fn command(options: &[String]) -> Done {
    let has = |name: &str| options.iter().any(|option| option == name);
    let (tallies, besides) = match (has("--quick"), has("--ci")) {
        (true, _) => (vec![natively()?], Ok(())),
        (_, true) => beside_native(|| fresh::command(&[]), check::page)?,
        _ => beside_native(|| bundle::fresh(Profile::Release), || Ok(()))?,
    };
    conclude(tallies.into_iter().fold(Tally::default(), Tally::with)).and(besides)
}

/// `cargo xtask e2e [--dev|--plain] [--busy N|--firefox] [filter]`: the tests in Chromium alone; with `--busy` so many times,
/// with every core kept busy by something else, as on the machine of somebody who does more than look at this page; with
/// `--firefox` those that hang on the browser, in Firefox.
pub fn e2e(options: &[String]) -> Done {
    let (busy, options) = busy(options)?;
    let filter: Vec<String> = options.iter().filter(|option| !option.starts_with("--")).cloned().collect();
    let profile = Profile::asked(&options);
    if options.iter().any(|option| option == "--firefox") {
        let mut node = visit::script_in(&FIREFOX, "firefox.mjs", profile, &filter)?;
        return conclude(counted("Tests in Firefox", "about a minute", &mut node)?);
    }
    let Some(times) = busy else { return conclude(journeys(profile, &filter)?) };
    // Before the cores are taken: building is not what is tried.
    bundle::fresh(profile)?;
    let mut sum = Tally::default();
    for _ in 0..times {
        let one = beside_others(|| journeys(profile, &filter))?;
        sum = sum.with(one);
    }
    conclude(sum)
}

/// `cargo xtask monkey [--dev] [seconds [seed]]`: a visitor without a plan, for two minutes where nobody says how long.
pub fn monkey(options: &[String]) -> Done {
    let numbers: Vec<&String> = options.iter().filter(|option| !option.starts_with("--")).collect();
    let number = |at: usize, usual: &str| numbers.get(at).map_or(usual.to_owned(), |text| text.to_string());
    let mut node = visit::script("run.mjs", Profile::asked(options), &["monkey".to_owned()])?;
    node.env("OBKATKA_MONKEY_SECONDS", number(0, "120")).env("OBKATKA_MONKEY_SEED", number(1, "1"));
    let usually = format!("{} s", number(0, "120"));
    step::step("A monkey plays", &usually, || step::run(&mut node))
}

/// The number behind `--busy`, if it is there, and the other options.
fn busy(options: &[String]) -> Done<(Option<u32>, Vec<String>)> {
    let Some(at) = options.iter().position(|option| option == "--busy") else {
        return Ok((None, options.to_vec()));
    };
    let times = options.get(at + 1).and_then(|text| text.parse().ok()).filter(|times| *times > 0);
    let times = times.ok_or("--busy needs the number of runs")?;
    Ok((Some(times), [&options[..at], &options[at + 2..]].concat()))
}

/// Does something while as many threads as there are cores do nothing but turn.
fn beside_others<T>(work: impl FnOnce() -> T) -> T {
    let over = AtomicBool::new(false);
    thread::scope(|scope| {
        let cores = thread::available_parallelism().map_or(2, usize::from);
        for _ in 0..cores {
            scope.spawn(|| {
                while !over.load(Ordering::Relaxed) {
                    std::hint::spin_loop();
                }
            });
        }
        let done = work();
        over.store(true, Ordering::Relaxed);
        done
    })
}

/// The native tests while the page is being built, for most of that keeps one core busy alone, and after them whatever else
/// there is to do; then the journeys.
fn beside_native(
    build: impl FnOnce() -> Done + Send,
    besides: impl FnOnce() -> Done,
) -> Done<(Vec<Tally>, Done)> {
    thread::scope(|scope| {
        let page = scope.spawn(build);
        let native = natively();
        let besides = besides();
        page.join().map_err(|_| "building the page broke down")??;
        // What failed besides is said at the end, so that it hides no test.
        Ok((vec![native?, journeys(Profile::Release, &[])?], besides))
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
    counted("Tests in Chromium", "about 15 minutes on two cores", &mut node)
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
    fn the_number_of_busy_runs_is_read_and_taken_out() {
        let options = ["--dev", "--busy", "3", "facts"].map(str::to_owned);
        let rest = ["--dev", "facts"].map(str::to_owned).to_vec();
        assert_eq!(busy(&options), Ok((Some(3), rest)));
        assert!(busy(&options[..2]).is_err() && busy(&["--busy".into(), "0".into()]).is_err());
    }

    #[test]
    fn results_are_read_from_both_kinds_of_lines() {
        let cargo = "test result: ok. 12 passed; 3 failed; 0 ignored; 0 measured; finished in 0.01s";
        assert_eq!((before(cargo, " passed"), before(cargo, " failed")), (12, 3));
        let node = "7 passed, 0 failed";
        assert_eq!((before(node, " passed"), before(node, " failed")), (7, 0));
        assert_eq!(before("a test about 5 passed exams", " passed"), 0);
    }
}
