//! Runs a script of `tests/e2e` against the built page, served under a folder, in a real browser.

use crate::browsers::{Browser, CHROMIUM};
use crate::bundle::{self, Profile};
use crate::project;
use crate::serve;
use crate::step::{self, Done};
use crate::tools;
use std::process::Command;

/// Not the root of the host: that proves every path of the page to be relative.
const FOLDER: &str = "some/folder";

/// The command that runs a script of `tests/e2e` in Chromium, with all that it needs prepared and the page built so.
pub fn script(name: &str, profile: Profile, arguments: &[String]) -> Done<Command> {
    script_in(&CHROMIUM, name, profile, arguments)
}

/// The same in another browser.
pub fn script_in(browser: &Browser, name: &str, profile: Profile, arguments: &[String]) -> Done<Command> {
    tools::packages()?;
    let program = browser.find_or_install()?;
    bundle::fresh(profile)?;
    let mut node = Command::new("node");
    node.arg(project::root().join("tests").join("e2e").join(name)).args(arguments);
    node.env("OBKATKA_URL", serve::start(profile.dist(), FOLDER, 0)?);
    // A second origin with the same page, for tests of pages that embed it.
    node.env("OBKATKA_OTHER_URL", serve::start(profile.dist(), "", 0)?);
    node.env(browser.variable, program).current_dir(project::root());
    Ok(node)
}

/// Has the quick build draw the first screen and keeps what it has drawn: run it whenever a view, a word or a figure of it
/// has changed. A journey compares the two.
pub fn first_screen(arguments: &[String]) -> Done {
    step::run(&mut script("first_screen.mjs", Profile::Dev, arguments)?)
}
