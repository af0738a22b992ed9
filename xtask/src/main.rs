//! The project's own commands, run as `cargo xtask <command>`.
//!
//! A command installs what it needs and is missing, says in one line what it is doing and how long
//! that usually takes, and leaves with a non-zero code when anything failed.

mod assets;
mod bench;
mod browsers;
mod bundle;
mod check;
mod fresh;
mod guard;
mod html;
mod page;
mod project;
mod serve;
mod sizes;
mod split;
mod step;
mod study;
mod styles;
mod test;
mod tools;
mod visit;
mod weigh;

use std::process::ExitCode;
use step::Done;

/// One row of the command table.
struct Command {
    name: &'static str,
    options: &'static str,
    about: &'static str,
    run: fn(&[String]) -> Done,
}

const COMMANDS: &[Command] = &[
    Command {
        name: "serve",
        options: "[--port N] [--dev]",
        about: "build the page and serve it on loopback (--dev: quick build, not optimised)",
        run: serve::command,
    },
    Command {
        name: "build",
        options: "[--dev|--plain]",
        about: "build the release into dist/, ready for any static host (--plain: by stable Rust alone, into dist-plain/)",
        run: bundle::command,
    },
    Command {
        name: "test",
        options: "[--quick|--ci]",
        about: "all tests: native, then in Chromium (--quick: native only; --ci: on the page of `fresh`)",
        run: test::command,
    },
    Command {
        name: "first-screen",
        options: "",
        about: "keep the first screen as the quick build draws it in src/first_screen/, from where index.html has it",
        run: visit::first_screen,
    },
    Command {
        name: "e2e",
        options: "[--dev|--plain] [--busy N|--firefox] [filter]",
        about: "only the tests in Chromium; a filter picks files or tests by name (--dev: on the quick build; \
                --busy: so many times, with all cores busy; --firefox: those that hang on the browser, in Firefox)",
        run: test::e2e,
    },
    Command {
        name: "monkey",
        options: "[--dev] [seconds [seed]]",
        about: "a visitor without a plan clicks and types through the page by dice, and what it was told is saved is there",
        run: test::monkey,
    },
    Command {
        name: "fresh",
        options: "[--plain]",
        about: "build the release as on a new machine: a clean clone, no crate, no npm package",
        run: fresh::command,
    },
    Command {
        name: "check",
        options: "[--ci]",
        about: "format, lints, licences and advisories of dependencies, house rules (--ci: without the lints of the page, \
                which `test --ci` does)",
        run: check::command,
    },
    Command {
        name: "weigh",
        options: "",
        about: "what the program of the first load consists of, by crate and room (after a release build)",
        run: weigh::command,
    },
    Command {
        name: "structure",
        options: "",
        about: "circles of files, lines of each room, how much of the screen only draws",
        run: check::structure,
    },
    Command {
        name: "bench",
        options: "[--dev] [filter]",
        about: "measure the release build in Chromium and print a table",
        run: bench::command,
    },
    Command {
        name: "study",
        options: "[quarters]",
        about: "live thousands of quarters with dice and print how often verdicts are wrong",
        run: study::command,
    },
    Command {
        name: "stress",
        options: "[--dev] tabs|kills [runs]",
        about: "type in 2 to 5 tabs at once, or while the page is killed, 200 times, and count what is lost",
        run: bench::stress,
    },
    Command {
        name: "picture",
        options: "[filter]",
        about: "take the screenshots of README and docs into docs/pictures/",
        run: bench::picture,
    },
    Command {
        name: "screens",
        options: "[--dev] [folder]",
        about: "print how long every screen is on a phone; with a folder, write pictures of all of them into it",
        run: bench::screens,
    },
    Command {
        name: "tools",
        options: "",
        about: "install every tool that the other commands need, and stop",
        run: tools::command,
    },
];

fn main() -> ExitCode {
    if split::is_stand_in() {
        return ended("build", split::stand_in());
    }
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some((name, rest)) = arguments.split_first() else {
        print!("{}", help());
        return ExitCode::SUCCESS;
    };
    let Some(command) = COMMANDS.iter().find(|command| command.name == name) else {
        eprintln!("There is no command `{name}`.\n\n{}", help());
        return ExitCode::from(2);
    };
    ended(name, (command.run)(rest))
}

fn ended(name: &str, done: Done) -> ExitCode {
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("cargo xtask {name}: {problem}");
            ExitCode::FAILURE
        }
    }
}

fn help() -> String {
    let usages = COMMANDS.iter().map(|command| format!("{} {}", command.name, command.options));
    let usages: Vec<String> = usages.collect();
    let width = usages.iter().map(String::len).max().unwrap_or(0);
    let rows = COMMANDS.iter().zip(usages);
    let rows = rows.map(|(command, usage)| format!("  {usage:<width$}  {}\n", command.about));
    format!("cargo xtask <command>\n\n{}", rows.collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_readme_tells_of_every_command() {
        let readme = project::read(&project::root().join("README.md")).unwrap();
        for command in COMMANDS {
            assert!(
                readme.contains(&format!("`cargo xtask {}", command.name)),
                "README.md: {}",
                command.name
            );
        }
    }
}
