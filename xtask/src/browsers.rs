//! Finds the browsers to test with, or has the system's package manager install them.

use crate::step::{self, Done, step};
use crate::tools;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A browser to test with.
pub struct Browser {
    /// What people call it.
    name: &'static str,
    /// The variable of the environment that may hold its path, and hands it to scripts.
    pub variable: &'static str,
    /// Programs to look for; the first that starts is taken.
    programs: &'static [&'static str],
    /// What each package manager calls it, with what it needs besides.
    packages: &'static [(&'static str, &'static [&'static str])],
    /// How long it takes to install.
    usually: &'static str,
}

/// The browser of all journeys, and of what is measured: as people have it. Chromium without windows would take a quarter less,
/// but shares storage with the frames of strangers and knows no size of text.
pub const CHROMIUM: Browser = Browser {
    name: "Chromium",
    variable: "CHROMIUM",
    programs: &[
        "chromium",
        "chromium-browser",
        "google-chrome-stable",
        "google-chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ],
    packages: &[
        ("apt-get", &["chromium", "fonts-liberation"]),
        ("dnf", &["chromium"]),
        ("pacman", &["chromium"]),
        ("brew", &["chromium"]),
    ],
    usually: "about 2 minutes",
};

/// The browser of the journeys that hang on the browser: storage, links, tabs, files.
pub const FIREFOX: Browser = Browser {
    name: "Firefox",
    variable: "FIREFOX",
    programs: &["firefox-esr", "firefox", "/Applications/Firefox.app/Contents/MacOS/firefox"],
    packages: &[
        ("apt-get", &["firefox-esr"]),
        ("dnf", &["firefox"]),
        ("pacman", &["firefox"]),
        ("brew", &["firefox"]),
    ],
    usually: "about a minute",
};

/// A package manager: the program that shows it is there, and the commands that install what is named after the last.
struct Manager {
    program: &'static str,
    commands: &'static [&'static [&'static str]],
    /// Whether it must run as root.
    root: bool,
}

const MANAGERS: &[Manager] = &[
    Manager {
        program: "apt-get",
        commands: &[&["apt-get", "update"], &["apt-get", "install", "-y", "--no-install-recommends"]],
        root: true,
    },
    Manager { program: "dnf", commands: &[&["dnf", "install", "-y"]], root: true },
    Manager { program: "pacman", commands: &[&["pacman", "-Sy", "--noconfirm"]], root: true },
    Manager { program: "brew", commands: &[&["brew", "install", "--cask"]], root: false },
];

impl Browser {
    /// Its path: by its variable, by one of the usual names, or of one newly installed.
    pub fn find_or_install(&self) -> Done<PathBuf> {
        if let Some(path) = std::env::var_os(self.variable) {
            let path = PathBuf::from(path);
            return if starts(&path) {
                Ok(path)
            } else {
                Err(format!("{}={path:?} does not start", self.variable))
            };
        }
        if let Some(path) = self.find() {
            return Ok(path);
        }
        let what = format!("Installing {} by the system's package manager", self.name);
        step(&what, self.usually, || self.install())?;
        self.find().ok_or_else(|| self.advice("it was installed, yet does not start"))
    }

    fn find(&self) -> Option<PathBuf> {
        let folders = std::env::var_os("PATH").unwrap_or_default();
        let folders: Vec<PathBuf> = std::env::split_paths(&folders).collect();
        let places =
            self.programs.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
        places.filter(|path| path.is_file()).find(|path| starts(path))
    }

    fn install(&self) -> Done {
        let manager = MANAGERS.iter().find(|manager| starts(Path::new(manager.program)));
        let manager = manager.ok_or_else(|| self.advice("no known package manager"))?;
        let packages = self.packages.iter().find(|(program, _)| *program == manager.program);
        let packages = packages.map_or(&[][..], |(_, packages)| packages);
        let log = tools::log(&self.name.to_lowercase())?;
        let remedy = format!("install {} yourself, or set {} to its path.", self.name, self.variable);
        let last = manager.commands.len().saturating_sub(1);
        for (at, words) in manager.commands.iter().enumerate() {
            let mut command = command(words, manager.root && !is_root());
            command.args(if at == last { packages } else { &[] });
            step::run_logged(&mut command, &log, &remedy)?;
        }
        Ok(())
    }

    fn advice(&self, problem: &str) -> String {
        let Browser { name, variable, .. } = self;
        format!("{name} is needed for these tests: install it, or set {variable} to its path ({problem})")
    }
}

fn starts(program: &Path) -> bool {
    step::works(Command::new(program).arg("--version"))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_package_manager_has_a_name_for_every_browser() {
        for browser in [&CHROMIUM, &FIREFOX] {
            let has =
                |manager: &Manager| browser.packages.iter().any(|(program, _)| *program == manager.program);
            assert!(MANAGERS.iter().all(has), "{}", browser.name);
        }
    }
}
