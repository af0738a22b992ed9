//! Builds the page: Cargo compiles it, Trunk puts it together, `page` makes it fit for any host.

use crate::page::{self, Parts};
use crate::project::{self, save};
use crate::sizes;
use crate::split;
use crate::step::{self, Done, step};
use crate::tools::{self, Builders};
use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// How the page is built.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Profile {
    /// Small and fast; what users get.
    Release,
    /// Built in seconds, for a look while working.
    Dev,
    /// By nothing but stable Rust, and in one program: larger, for the day when the release cannot be built.
    Plain,
}

impl Profile {
    /// The profile that command-line options ask for.
    pub fn asked(options: &[String]) -> Self {
        let has = |name: &str| options.iter().any(|option| option == name);
        match (has("--dev"), has("--plain")) {
            (true, _) => Self::Dev,
            (_, true) => Self::Plain,
            _ => Self::Release,
        }
    }

    /// The folder that is built. The plain page has its own, so that nobody ships it by mistake.
    pub fn dist(self) -> PathBuf {
        match self {
            Self::Plain => project::root().join("dist-plain"),
            Self::Release | Self::Dev => project::dist(),
        }
    }

    fn what(self) -> (&'static str, &'static str) {
        match self {
            Self::Release => ("Compiling the page", "5 minutes the first time, 2 after a change"),
            Self::Dev => ("Compiling the page, not optimised", "2 minutes the first time, then seconds"),
            Self::Plain => ("Compiling the page without unstable flags", "4 minutes the first time"),
        }
    }

    fn parts(self) -> Parts {
        match self {
            Self::Release | Self::Dev => Parts::Apart,
            Self::Plain => Parts::One,
        }
    }

    /// A word for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Release => "release",
            Self::Dev => "dev",
            Self::Plain => "plain",
        }
    }

    /// Left by a whole build: its text tells how the folder was built, its time whether that is stale.
    pub fn stamp(self) -> PathBuf {
        project::target().join(if self == Self::Plain { "plain-page-built" } else { "page-built" })
    }
}

/// `cargo xtask build`.
pub fn command(options: &[String]) -> Done {
    build(Profile::asked(options))
}

/// Builds into the profile's folder.
pub fn build(profile: Profile) -> Done {
    let builders = tools::builders(profile)?;
    let _ = fs::remove_file(profile.stamp());
    download(profile)?;
    let stand_in = builders.splitter.is_some().then(split::put_stand_in).transpose()?;
    let (what, usually) = profile.what();
    step(what, usually, || compile(profile))?;
    step("Putting the page together", "half a minute", || {
        bundle(profile, builders, stand_in)?;
        page::finish(&profile.dist(), profile.parts(), profile != Profile::Dev)
    })?;
    match profile {
        Profile::Release => sizes::report_release(&profile.dist())?,
        Profile::Plain => sizes::report(&profile.dist()).map(drop)?,
        Profile::Dev => {}
    }
    save(&profile.stamp(), profile.name())
}

/// Builds unless the profile's folder holds just that already, newer than everything it is built from.
pub fn fresh(profile: Profile) -> Done {
    let built = project::changed(&profile.stamp());
    let same = fs::read_to_string(profile.stamp()).is_ok_and(|name| name == profile.name());
    let there = same && profile.dist().join("index.html").is_file();
    if there && built.is_some() && built > project::last_change() {
        return Ok(());
    }
    build(profile)
}

/// Downloads crates that are missing, so that all else can stay offline: those of `Cargo.lock`, of whatever system, since
/// Trunk has Cargo read all their manifests, and those that the standard library is made of.
fn download(profile: Profile) -> Done {
    let target: &[&str] = &["--target", tools::WASM_TARGET];
    let sets: &[&[&str]] = if profile == Profile::Release { &[&[], target] } else { &[&[]] };
    let fetch = |which: &[&str], how: &[&str]| {
        let mut cargo = Command::new("cargo");
        cargo.arg("fetch").args(which).args(how).current_dir(project::root());
        flags(&mut cargo, profile);
        cargo
    };
    if sets.iter().all(|which| step::works(&mut fetch(which, &["--offline", "--locked"]))) {
        return Ok(());
    }
    step("Downloading crates", "some seconds", || {
        let locked: &[&str] = if std::env::var_os("CI").is_some() { &["--locked"] } else { &[] };
        let remedy = "check that crates.io can be reached, then run the same command again.";
        sets.iter().try_for_each(|which| {
            step::run_logged(&mut fetch(which, locked), &project::log("download"), remedy)
        })
    })
}

/// Exactly what Trunk will ask Cargo for: it then finds all done, and what the compiler says of the page is seen as it is.
fn compile(profile: Profile) -> Done {
    let mut cargo = Command::new("cargo");
    cargo.args(["build", "--quiet", "--offline", "--locked", "--target", tools::WASM_TARGET]);
    cargo.args(["--bin", "obkatka", "--features", "ui"]);
    if profile != Profile::Dev {
        cargo.arg("--release");
    }
    flags(cargo.current_dir(project::root()), profile);
    step::run(&mut cargo).map_err(|problem| match profile {
        Profile::Release => format!(
            "{problem}\n  What to do: mend what the compiler says; if that is not in src/, docs/build.md tells of the \
             release's flags, and `cargo xtask build --plain` does without them."
        ),
        _ => problem,
    })
}

/// The compiler's flags. Each list stands for all of `.cargo/config.toml`'s, since it replaces them.
fn flags(cargo: &mut Command, profile: Profile) {
    // Reasons: docs/adr/0008 and docs/build.md.
    const RELEASE: &[&str] = &[
        "--cfg",
        "erase_components",
        "-Clink-args=--emit-relocs",
        "-Zunstable-options",
        "-Cpanic=immediate-abort",
        "-Zlocation-detail=none",
        "-Zfmt-debug=none",
    ];
    const PLAIN: &[&str] = &["--cfg", "erase_components", "--cfg", "one_program"];
    let flags = match profile {
        Profile::Dev => return,
        Profile::Plain => PLAIN,
        Profile::Release => {
            cargo.env("RUSTC_BOOTSTRAP", "1");
            cargo.env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort");
            cargo.env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size");
            RELEASE
        }
    };
    cargo.env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"));
}

fn bundle(profile: Profile, builders: Builders, stand_in: Option<PathBuf>) -> Done {
    let mut trunk = Command::new("trunk");
    trunk.args(["build", "--skip-version-check", "--log", "error", "--color", "never"]);
    if profile != Profile::Dev {
        trunk.arg("--release");
    }
    trunk.arg("--dist").arg(profile.dist());
    trunk.current_dir(project::root()).env("CARGO_TERM_QUIET", "true");
    // Some systems set this to `1`, which Trunk does not read as a yes.
    trunk.env_remove("NO_COLOR");
    flags(&mut trunk, profile);
    if let Some(splitter) = &builders.splitter {
        split::tell(&mut trunk, &builders.bindgen, splitter);
    }
    let mut path = vec![stand_in.unwrap_or_else(|| builders.bindgen.with_file_name(""))];
    path.extend(builders.folders);
    let remedy = "look at the log; after an update of Rust, Trunk, wasm-bindgen or wasm-split, docs/build.md tells what breaks.";
    step::run_logged(trunk.env("PATH", path_with(path)?), &project::log("page"), remedy)
}

fn path_with(folders: Vec<PathBuf>) -> Done<std::ffi::OsString> {
    let before = std::env::var_os("PATH").unwrap_or_default();
    let all = folders.into_iter().chain(std::env::split_paths(&before));
    std::env::join_paths(all).map_err(|error| error.to_string())
}
