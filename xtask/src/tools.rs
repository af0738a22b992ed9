//! The tools that build and test the page: each pinned, installed when missing, kept outside the tree.

use crate::browsers::CHROMIUM;
use crate::bundle::Profile;
use crate::project;
use crate::step::{self, Done, step};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A program of crates.io, built from source.
struct Tool {
    /// What people call it; also the name of its folder.
    name: &'static str,
    package: &'static str,
    program: &'static str,
    version: &'static str,
    /// Features without which its program is not built.
    features: &'static str,
    /// How long it takes to build on two cores.
    usually: &'static str,
}

const TRUNK: Tool = Tool {
    name: "trunk",
    package: "trunk",
    program: "trunk",
    version: "0.21.14",
    features: "",
    usually: "about 6 minutes on 2 cores",
};

/// Its version must be the library's: it is read from `Cargo.lock`.
const BINDGEN: Tool = Tool {
    name: "wasm-bindgen",
    package: "wasm-bindgen-cli",
    program: "wasm-bindgen",
    version: "",
    features: "",
    usually: "about 3 minutes on 2 cores",
};

/// Takes the parts that are loaded later out of the program.
const SPLIT: Tool = Tool {
    name: "wasm-split",
    package: "wasm_split_cli_support",
    program: "wasm-split-cli",
    version: "0.2.4",
    features: "build-binary",
    usually: "about 2 minutes on 2 cores",
};

const DENY: Tool = Tool {
    name: "cargo-deny",
    package: "cargo-deny",
    program: "cargo-deny",
    version: "0.20.2",
    features: "",
    usually: "about 3 minutes on 2 cores",
};

/// What the page is compiled for.
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

const RUSTUP_REMEDY: &str =
    "Rust must come from rustup.rs, and its downloads must be reachable; then run the same command again.";

/// npm is a script on Windows, which must be named with its ending.
const NPM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };

/// `cargo xtask tools`: everything at once, for a machine that will be offline later.
pub fn command(_: &[String]) -> Done {
    builders(Profile::Release)?;
    deny()?;
    CHROMIUM.find_or_install()?;
    println!("All tools are in {}", project::tools()?.display());
    Ok(())
}

/// What a build needs.
pub struct Builders {
    /// Folders to put first on the `PATH`.
    pub folders: Vec<PathBuf>,
    /// The real `wasm-bindgen`.
    pub bindgen: PathBuf,
    /// The program that takes the parts out; none where the page stays in one.
    pub splitter: Option<PathBuf>,
}

/// Installs what a build needs and is missing.
pub fn builders(profile: Profile) -> Done<Builders> {
    wasm_target()?;
    if profile == Profile::Release {
        library_source()?;
    }
    let trunk = installed(&TRUNK)?.join("bin");
    let bindgen = program(&BINDGEN)?;
    let splitter = if profile == Profile::Plain { None } else { Some(program(&SPLIT)?) };
    Ok(Builders { folders: vec![trunk, packages()?.join(".bin")], bindgen, splitter })
}

/// The program that checks licences and advisories.
pub fn deny() -> Done<PathBuf> {
    program(&DENY)
}

/// The development packages of npm, exactly as locked: wasm-opt, esbuild, Playwright, Puppeteer, axe. Returns their folder.
pub fn packages() -> Done<PathBuf> {
    let root = project::root();
    let folder = root.join("node_modules");
    let lock = project::read(&root.join("package-lock.json"))?;
    // Written last, so that an interrupted installation is not taken for a whole one.
    let stamp = folder.join(".installed");
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(folder);
    }
    node()?;
    step("Installing wasm-opt, esbuild, Playwright, Puppeteer and axe from npm", "about 10 seconds", || {
        let mut npm = Command::new(NPM);
        npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"]);
        let remedy = "check that the npm registry can be reached, then run the same command again.";
        step::run_logged(npm.current_dir(&root), &log("npm")?, remedy)?;
        project::save(&stamp, &lock)
    })?;
    Ok(folder)
}

/// Checks that Node.js is there and new enough.
fn node() -> Done {
    let missing = "Node.js 20 or newer is needed: install it from your system's packages or nodejs.org";
    let version = step::output(Command::new("node").arg("--version")).map_err(|_| missing)?;
    let major = version.trim().trim_start_matches('v').split('.').next();
    let major: u32 = major.and_then(|digits| digits.parse().ok()).unwrap_or(0);
    if major < 20 {
        return Err(format!("{missing} (found {})", version.trim()));
    }
    Ok(())
}

/// Adds the WebAssembly target to the toolchain, if it lacks it.
pub fn wasm_target() -> Done {
    let place = ["--print", "target-libdir", "--target", WASM_TARGET];
    let place = step::output(Command::new("rustc").args(place))?;
    if Path::new(place.trim()).is_dir() {
        return Ok(());
    }
    step("Adding the WebAssembly target to Rust", "a few seconds", || {
        let mut rustup = Command::new("rustup");
        step::run_logged(rustup.args(["target", "add", WASM_TARGET]), &log("rustup")?, RUSTUP_REMEDY)
    })
}

/// Adds the source of the standard library to the toolchain, if it lacks it: the release compiles the
/// library anew, for size.
fn library_source() -> Done {
    component("rust-src", "lib/rustlib/src/rust/library", "the source of Rust's standard library")
}

/// Adds what formats and lints the sources to the toolchain, if it lacks them.
pub fn linters() -> Done {
    component("rustfmt", &format!("bin/{}", executable("cargo-fmt")), "rustfmt")?;
    component("clippy", &format!("bin/{}", executable("cargo-clippy")), "clippy")
}

/// Adds a part of the toolchain unless its place is there. rustup does so itself by `rust-toolchain.toml`, where nobody has
/// turned that off.
fn component(name: &str, place: &str, what: &str) -> Done {
    let toolchain = step::output(Command::new("rustc").args(["--print", "sysroot"]))?;
    if Path::new(toolchain.trim()).join(place).exists() {
        return Ok(());
    }
    step(&format!("Adding {what}"), "a few seconds", || {
        let mut rustup = Command::new("rustup");
        step::run_logged(rustup.args(["component", "add", name]), &log("rustup")?, RUSTUP_REMEDY)
    })
}

/// The program of a tool, installed first where it is missing.
fn program(tool: &Tool) -> Done<PathBuf> {
    Ok(installed(tool)?.join("bin").join(executable(tool.program)))
}

/// The folder of an installed tool; installs it first where it is missing.
fn installed(tool: &Tool) -> Done<PathBuf> {
    let version = match tool.version {
        "" => project::locked_version(tool.name)?,
        pinned => pinned.to_owned(),
    };
    let folder = project::tools()?.join(format!("{}-{version}", tool.name));
    let is_there = || folder.join("bin").join(executable(tool.program)).is_file();
    if is_there() {
        return Ok(folder);
    }
    let _alone = alone()?;
    // Whoever was installing meanwhile may have left it.
    if !is_there() {
        let what = format!("Installing {} {version} from source", tool.name);
        step(&what, &format!("once; {}", tool.usually), || install(tool, &version, &folder))?;
    }
    Ok(folder)
}

/// Held by the one who installs: all share the folder of tools, and what they compile in it. Given back when it is dropped.
fn alone() -> Done<fs::File> {
    let path = log("installing")?;
    let file = fs::File::create(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    if file.try_lock().is_err() {
        println!("Another command is installing tools: waiting for it …");
        file.lock().map_err(|error| format!("{}: {error}", path.display()))?;
    }
    Ok(file)
}

/// Builds a tool beside its place and moves it there when whole.
fn install(tool: &Tool, version: &str, folder: &Path) -> Done {
    let unfinished = folder.with_file_name(format!(".{}-{version}-{}", tool.name, std::process::id()));
    let log = log(tool.name)?;
    let remedy =
        "check that crates.io can be reached, then run the same command again: it goes on where it stopped.";
    let locked = step::run_logged(&mut cargo_install(tool, version, &unfinished, true)?, &log, remedy);
    // A lock file may name releases that a registry no longer offers; newer compatible ones will do.
    if locked.is_err() {
        step::run_logged(&mut cargo_install(tool, version, &unfinished, false)?, &log, remedy)?;
    }
    let _ = fs::remove_dir_all(folder);
    let _ = fs::remove_dir_all(scratch()?);
    fs::rename(&unfinished, folder).map_err(|error| format!("{}: {error}", folder.display()))
}

/// `cargo install` tuned for a short build: these tools are run for seconds at a time.
fn cargo_install(tool: &Tool, version: &str, into: &Path, locked: bool) -> Done<Command> {
    let mut cargo = Command::new("cargo");
    cargo.args(["install", "--no-default-features", "--force", "--bin", tool.program]);
    cargo.arg(format!("{}@{version}", tool.package));
    cargo.arg("--root").arg(into).arg("--target-dir").arg(scratch()?);
    if locked {
        cargo.arg("--locked");
    }
    if !tool.features.is_empty() {
        cargo.args(["--features", tool.features]);
    }
    cargo.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1");
    cargo.env("CARGO_PROFILE_RELEASE_LTO", "off");
    cargo.env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
    // Away from the project, whose own Cargo settings are not meant for tools.
    cargo.env_remove("RUSTFLAGS").current_dir(project::tools()?);
    Ok(cargo)
}

/// Where a tool is compiled; kept until it is whole, so that an interrupted installation goes on.
fn scratch() -> Done<PathBuf> {
    Ok(project::tools()?.join(".target"))
}

/// The file that keeps what an installer printed.
pub fn log(name: &str) -> Done<PathBuf> {
    let folder = project::tools()?;
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    Ok(folder.join(format!("{name}.log")))
}

fn executable(program: &str) -> String {
    format!("{program}{}", std::env::consts::EXE_SUFFIX)
}
