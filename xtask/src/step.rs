//! How a command tells what it is doing, and how it runs other programs.

use std::fs::{self, File};
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// What every step returns: its result, or one sentence about what went wrong.
pub type Done<T = ()> = Result<T, String>;

/// Says `what` is being done and how long that `usually` takes, does it, says how long it took.
pub fn step<T>(what: &str, usually: &str, work: impl FnOnce() -> Done<T>) -> Done<T> {
    println!("{what} ({usually}) …");
    let _ = std::io::stdout().flush();
    let start = Instant::now();
    let done = work();
    println!("  {} in {}", if done.is_ok() { "done" } else { "FAILED" }, span(start.elapsed()));
    done
}

/// A duration as people say it: `0.4 s`, `12 s`, `5 min 27 s`.
pub fn span(duration: Duration) -> String {
    let seconds = duration.as_secs();
    match seconds {
        0..=9 => format!("{:.1} s", duration.as_secs_f32()),
        10..=89 => format!("{seconds} s"),
        _ => format!("{} min {:02} s", seconds / 60, seconds % 60),
    }
}

/// Runs a program with its output shown; an error unless it ends well.
pub fn run(command: &mut Command) -> Done {
    let status = command.stdin(Stdio::null()).status();
    let status = status.map_err(|error| not_started(command, &error))?;
    if status.success() {
        return Ok(());
    }
    Err(format!("{} failed ({status})", shown(command)))
}

/// Runs a program with all that it prints kept in `log`. If it fails, the error tells the program's own first
/// complaint, what to do (`remedy`, one line) and where the log is.
pub fn run_logged(command: &mut Command, log: &Path, remedy: &str) -> Done {
    if let Some(folder) = log.parent() {
        fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    let opened = File::create(log).and_then(|file| Ok((file.try_clone()?, file)));
    let (out, err) = opened.map_err(|error| format!("{}: {error}", log.display()))?;
    // Where the call came from is of use to the program's own authors alone.
    let logged = command.env_remove("RUST_BACKTRACE").stdout(out).stderr(err);
    run(logged).map_err(|problem| {
        let text = fs::read_to_string(log).unwrap_or_default();
        let complaint = complaint(&text).map(|line| format!(": {line}")).unwrap_or_default();
        format!("{problem}{complaint}\n  What to do: {remedy}\n  Log: {}", log.display())
    })
}

/// The line of a log that says what was wrong: the first that begins as errors do, else the last one.
fn complaint(log: &str) -> Option<&str> {
    let mut lines = log.lines().map(str::trim).filter(|line| !line.is_empty());
    let is_error = |line: &&str| {
        let line = line.to_ascii_lowercase();
        ["error", "npm error", "e: ", "fatal"].iter().any(|start| line.starts_with(start))
    };
    lines.clone().find(is_error).or_else(|| lines.next_back())
}

/// Runs a program and returns what it printed.
pub fn output(command: &mut Command) -> Done<String> {
    let result = command.stdin(Stdio::null()).stderr(Stdio::inherit()).output();
    let result = result.map_err(|error| not_started(command, &error))?;
    if !result.status.success() {
        return Err(format!("{} failed ({})", shown(command), result.status));
    }
    Ok(String::from_utf8_lossy(&result.stdout).into_owned())
}

/// Whether a program starts and ends well; what it prints is thrown away.
pub fn works(command: &mut Command) -> bool {
    let quiet = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    quiet.status().is_ok_and(|status| status.success())
}

/// As [`works`], but gives up after `limit`, for programs that wait for an unreachable network.
pub fn works_within(command: &mut Command, limit: Duration) -> bool {
    let quiet = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let Ok(mut child) = quiet.spawn() else {
        return false;
    };
    let start = Instant::now();
    while start.elapsed() < limit {
        match child.try_wait() {
            Ok(Some(status)) => return status.success(),
            Ok(None) => std::thread::sleep(Duration::from_millis(50)),
            Err(_) => break,
        }
    }
    let _ = child.kill();
    let _ = child.wait();
    false
}

/// The program and its arguments, as one would type them.
pub fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    let words: Vec<_> = words.map(|word| word.to_string_lossy()).collect();
    words.join(" ")
}

fn not_started(command: &Command, error: &std::io::Error) -> String {
    format!("{} could not be started: {error}", command.get_program().to_string_lossy())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_read_like_speech() {
        assert_eq!(span(Duration::from_millis(430)), "0.4 s");
        assert_eq!(span(Duration::from_secs(42)), "42 s");
        assert_eq!(span(Duration::from_secs(327)), "5 min 27 s");
    }

    #[test]
    fn a_failed_program_says_what_to_do_and_where_its_log_is() {
        let log = std::env::temp_dir().join(format!("xtask-step-{}.log", std::process::id()));
        let mut node = Command::new("node");
        node.args(["-e", "console.log('a line'); console.error('error: no crate'); process.exit(3)"]);
        let problem = run_logged(&mut node, &log, "look at it.").unwrap_err();
        assert!(problem.contains("(exit status: 3): error: no crate\n"), "{problem}");
        assert!(
            problem.ends_with(&format!("\n  What to do: look at it.\n  Log: {}", log.display())),
            "{problem}"
        );
        assert_eq!(fs::read_to_string(&log).unwrap(), "a line\nerror: no crate\n");
        fs::remove_file(log).unwrap();
        assert_eq!(complaint("one\ntwo\n\n"), Some("two"));
        assert_eq!(complaint(""), None);
    }

    #[test]
    fn a_program_that_waits_is_given_up() {
        let mut sleeper = Command::new("sleep");
        assert!(!works_within(sleeper.arg("30"), Duration::from_millis(100)));
    }
}
