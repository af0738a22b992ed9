//! Finds Chromium, or has the system's package manager install it.

use crate::step::{self, Done, step};
use crate::tools;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Programs to look for; the first that starts is taken.
const NAMES: &[&str] = &[
    "chromium",
    "chromium-browser",
    "google-chrome-stable",
    "google-chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/// A package manager: the program that shows it is there, and the commands that install Chromium.
struct Manager {
    program: &'static str,
    commands: &'static [&'static [&'static str]],
    /// Whether it must run as root.
    root: bool,
}

const MANAGERS: &[Manager] = &[
    Manager {
        program: "apt-get",
        commands: &[
            &["apt-get", "update"],
            &["apt-get", "install", "-y", "--no-install-recommends", "chromium", "fonts-liberation"],
        ],
        root: true,
    },
    Manager { program: "dnf", commands: &[&["dnf", "install", "-y", "chromium"]], root: true },
    Manager { program: "pacman", commands: &[&["pacman", "-Sy", "--noconfirm", "chromium"]], root: true },
    Manager { program: "brew", commands: &[&["brew", "install", "--cask", "chromium"]], root: false },
];

/// The path of a Chromium to test with: `$CHROMIUM`, one of the usual names, or a newly installed one.
pub fn find_or_install() -> Done<PathBuf> {
    if let Some(path) = std::env::var_os("CHROMIUM") {
        let path = PathBuf::from(path);
        return if starts(&path) { Ok(path) } else { Err(format!("CHROMIUM={path:?} does not start")) };
    }
    if let Some(path) = find() {
        return Ok(path);
    }
    step("Installing Chromium by the system's package manager", "about 2 minutes", install)?;
    find().ok_or_else(|| advice("it was installed, yet does not start"))
}

fn find() -> Option<PathBuf> {
    let folders = std::env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = std::env::split_paths(&folders).collect();
    let places = NAMES.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    places.filter(|path| path.is_file()).find(|path| starts(path))
}

fn starts(program: &Path) -> bool {
    step::works(Command::new(program).arg("--version"))
}

fn install() -> Done {
    let manager = MANAGERS.iter().find(|manager| starts(Path::new(manager.program)));
    let manager = manager.ok_or_else(|| advice("no known package manager"))?;
    let sudo = manager.root && !is_root();
    let log = tools::log("chromium")?;
    for words in manager.commands {
        let mut command = command(words, sudo);
        step::run_logged(&mut command, &log, "install Chromium yourself, or set CHROMIUM to its path.")?;
    }
    Ok(())
}

fn command(words: &[&str], sudo: bool) -> Command {
    let before: &[&str] = if sudo { &["sudo", "-n"] } else { &[] };
    let mut all = before.iter().chain(words);
    let mut command = Command::new(all.next().unwrap_or(&"true"));
    command.args(all).env("DEBIAN_FRONTEND", "noninteractive");
    command
}

fn is_root() -> bool {
    step::output(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}

fn advice(problem: &str) -> String {
    format!(
        "Chromium is needed for the tests in a browser: install it, or set CHROMIUM to its path ({problem})"
    )
}
