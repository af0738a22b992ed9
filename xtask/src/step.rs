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

/// Runs a program with its output kept in `log`; the end of the log is shown only if it fails.
pub fn run_logged(command: &mut Command, log: &Path) -> Done {
    let opened = File::create(log).and_then(|file| Ok((file.try_clone()?, file)));
    let (out, err) = opened.map_err(|error| format!("{}: {error}", log.display()))?;
    run(command.stdout(out).stderr(err)).map_err(|problem| {
        let text = fs::read_to_string(log).unwrap_or_default();
        let lines: Vec<&str> = text.lines().collect();
        let end = lines[lines.len().saturating_sub(40)..].join("\n");
        format!("{problem}; the end of {}:\n{end}", log.display())
    })
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
    fn a_program_that_waits_is_given_up() {
        let mut sleeper = Command::new("sleep");
        assert!(!works_within(sleeper.arg("30"), Duration::from_millis(100)));
    }
}
