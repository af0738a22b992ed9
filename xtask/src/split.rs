//! The page's program in parts: what the first answer needs, and files that are loaded later.
//!
//! Trunk compiles and calls `wasm-bindgen`; the parts have to be taken out between the two. So Trunk
//! is given a `wasm-bindgen` that is this very program: it splits, then calls the real one.

use crate::assets::{hashed, minify, saved};
use crate::html::{self, Tag};
use crate::project::{self, read, save};
use crate::sizes;
use crate::step::{self, Done};
use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;
use std::thread;

/// The name under which this program stands in.
const STAND_IN: &str = "wasm-bindgen";
/// Where the stand-in finds the real program, the splitter and the place for the parts.
const REAL: &str = "OBKATKA_BINDGEN";
const SPLITTER: &str = "OBKATKA_SPLITTER";
const PARTS: &str = "OBKATKA_PARTS";
/// The script that loads parts, as the splitter names it.
const LOADER: &str = "__wasm_split.js";
/// What fetches a part in the loader and makes it a program, and what does so in its place: see the script.
const FETCH: (&str, &str) = ("fetch(new URL(", "part(");
const FETCH_END: (&str, &str) = (", import.meta.url));", ");");
const INSTANTIATE: (&str, &str) =
    ("WebAssembly.instantiateStreaming(src, imports)", "WebAssembly.instantiate(await src, imports)");
const CHECKED: &str = include_str!("../pages/part.js");
/// The program, as Trunk and the splitter name it before Trunk adds a hash.
const PROGRAM: &str = "obkatka";

/// Whether this process was called as `wasm-bindgen`.
pub fn is_stand_in() -> bool {
    let called = env::args_os().next().map(PathBuf::from);
    called.as_deref().and_then(Path::file_stem).is_some_and(|stem| stem == STAND_IN)
}

/// Does what `wasm-bindgen` does, after the parts have been taken out.
pub fn stand_in() -> Done {
    let mut arguments: Vec<OsString> = env::args_os().skip(1).collect();
    let is_wasm =
        |argument: &&mut OsString| Path::new(argument).extension().is_some_and(|ending| ending == "wasm");
    if let Some(input) = arguments.iter_mut().find(is_wasm) {
        let parts = PathBuf::from(told(PARTS)?);
        let _ = fs::remove_dir_all(&parts);
        fs::create_dir_all(&parts).map_err(|error| format!("{}: {error}", parts.display()))?;
        let mut split = Command::new(told(SPLITTER)?);
        step::run(split.arg(&input).arg(&parts).args(["--out-name", PROGRAM]))?;
        *input = parts.join(format!("{PROGRAM}.wasm")).into();
        // The parts call each other and the program through its table of functions.
        arguments.push("--keep-lld-exports".into());
    }
    step::run(Command::new(told(REAL)?).args(arguments))
}

fn told(name: &str) -> Done<OsString> {
    env::var_os(name)
        .ok_or_else(|| format!("{STAND_IN}: {name} is not set; this is a part of cargo xtask build"))
}

/// Puts the stand-in into a folder of its own, to go before all others on Trunk's `PATH`. Early: a run of Cargo meanwhile may
/// replace this very program.
pub fn put_stand_in() -> Done<PathBuf> {
    let folder = project::target().join("stand-in");
    let program = folder.join(format!("{STAND_IN}{}", env::consts::EXE_SUFFIX));
    // Under another name first: the program may be running from a call before.
    let fresh = folder.join(format!(".fresh-{}", std::process::id()));
    let put = fs::create_dir_all(&folder)
        .and_then(|()| fs::copy(env::current_exe()?, &fresh))
        .and_then(|_| fs::rename(&fresh, &program));
    put.map(|()| folder).map_err(|error| format!("{}: {error}", program.display()))
}

/// Tells the stand-in, by way of Trunk, where the real program, the splitter and the place for the parts are.
pub fn tell(trunk: &mut Command, bindgen: &Path, splitter: &Path) {
    trunk.env(REAL, bindgen).env(SPLITTER, splitter).env(PARTS, parts());
}

fn parts() -> PathBuf {
    project::target().join("parts")
}

/// Puts the parts into `dist` under names made of their content; returns the page with what it loads at first brought
/// up to date.
pub fn finish(dist: &Path, page: &str, is_small: bool) -> Done<String> {
    let mut loader = checked(&read(&parts().join(LOADER))?)?;
    let program = program(dist)?;
    loader = loader.replace(&format!("./{PROGRAM}.js"), &format!("./{program}"));
    let name = |part: &PathBuf| part.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let mut loaded = project::files(&parts());
    loaded.retain(|part| loader.contains(&format!("./{}", name(part))));
    place(&loaded, dist, if is_small { shrink } else { copy })?;
    for name in loaded.iter().map(name) {
        let (hashed, _) = hashed(dist, &name)?;
        loader = loader.replace(&format!("./{name}"), &format!("./{hashed}"));
    }
    let (loader, loader_digest) = saved(dist, "parts.js", &loader, is_small)?;
    // Only where it is imported from: the program itself asks for it by its old name.
    let [old, new] = [LOADER, &loader].map(|name| format!("from \"./{name}\""));
    let path = dist.join(&program);
    save(&path, &read(&path)?.replace(&old, &new))?;
    if is_small {
        minify(&path)?;
    }
    let digest = sizes::digest(&path)?;
    let page = html::changed(page, |tag| {
        let promises = tag.attribute("integrity").is_some();
        let is_program = promises && tag.loads().is_some_and(|address| address.ends_with(&program));
        Ok(is_program.then(|| tag.clone().with("integrity", &digest).written()))
    })?;
    let preload = [("rel", "modulepreload"), ("href", &format!("./{loader}")), ("integrity", &loader_digest)];
    html::with_in_head(&page, &Tag::new("link", &preload).written())
}

/// Brings parts into `dist`, the largest first, by as many hands as there are cores: the optimiser uses but one.
fn place(parts: &[PathBuf], dist: &Path, bring: fn(&Path, &Path) -> Done) -> Done {
    let mut waiting = parts.to_vec();
    waiting.sort_by_key(|part| fs::metadata(part).map_or(0, |about| about.len()));
    let waiting = Mutex::new(waiting);
    let next = || waiting.lock().map_or(None, |mut waiting| waiting.pop());
    let hand = || -> Done {
        while let Some(part) = next() {
            bring(&part, &dist.join(part.file_name().unwrap_or_default()))?;
        }
        Ok(())
    };
    let hands = thread::available_parallelism().map_or(2, usize::from);
    thread::scope(|scope| {
        let hands: Vec<_> = (0..hands).map(|_| scope.spawn(hand)).collect();
        let broke = |_| Err("placing a part broke down".to_owned());
        hands.into_iter().try_for_each(|hand| hand.join().unwrap_or_else(broke))
    })
}

/// The loader that runs no part whose content is another than its name says.
fn checked(loader: &str) -> Done<String> {
    let mut text = loader.to_owned();
    for (old, new) in [FETCH, FETCH_END, INSTANTIATE] {
        if !text.contains(old) {
            return Err(format!(
                "the splitter's {LOADER} has no `{old}`: it is another than this build knows"
            ));
        }
        text = text.replace(old, new);
    }
    Ok(text + CHECKED)
}

/// The bindings' file in `dist`, hash and all.
fn program(dist: &Path) -> Done<String> {
    let files = project::files(dist);
    let names = files.iter().filter_map(|file| file.file_name()?.to_str());
    let mut bindings = names.filter(|name| name.starts_with(PROGRAM) && name.ends_with(".js"));
    bindings.next().map(str::to_owned).ok_or_else(|| "dist holds no bindings".into())
}

fn copy(from: &Path, to: &Path) -> Done {
    fs::copy(from, to).map(drop).map_err(|error| format!("{}: {error}", from.display()))
}

/// The very optimisation that Trunk gives the program itself, in index.html. Low memory is the far end of the stack, so no
/// data lie there; after brotli, `-Os` is smaller than `-Oz`, and so are functions in the order of their use.
const OPTIMISE: &str =
    "-Os --low-memory-unused --reorder-functions --strip-debug --strip-producers --strip-target-features";

/// Optimises a part as Trunk optimises the program.
fn shrink(from: &Path, to: &Path) -> Done {
    optimise(from, to, OPTIMISE)
}

/// The same, with the names of functions kept: for a look at what a program consists of.
pub fn shrink_named(from: &Path, to: &Path) -> Done {
    optimise(from, to, &OPTIMISE.replace("--strip-debug", "--debuginfo"))
}

fn optimise(from: &Path, to: &Path, how: &str) -> Done {
    let mut optimise = Command::new(project::root().join("node_modules").join(".bin").join("wasm-opt"));
    optimise.args(how.split(' '));
    optimise.args(
        ["bulk-memory", "bulk-memory-opt", "sign-ext", "nontrapping-float-to-int", "mutable-globals"]
            .map(|feature| format!("--enable-{feature}")),
    );
    optimise.args(["--enable-reference-types", "--enable-multivalue"]);
    let log = format!("wasm-opt-{}", from.file_stem().unwrap_or_default().to_string_lossy());
    // Into a log, since it warns of every part that the splitter gave it an empty list of the names of labels.
    let remedy =
        "look at the log; docs/build.md tells what breaks with another Rust, wasm-split or wasm-opt.";
    step::run_logged(optimise.arg(from).arg("-o").arg(to), &project::log(&log), remedy)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_fetched_by_what_checks_them() {
        let loader = "const src = fetch(new URL(\"./a.wasm\", import.meta.url));\n\
            return async (imports) => f(WebAssembly.instantiateStreaming(src, imports));";
        let checked = checked(loader).unwrap();
        assert!(checked.starts_with("const src = part(\"./a.wasm\");\n"), "{checked}");
        assert!(checked.contains("f(WebAssembly.instantiate(await src, imports))"), "{checked}");
        assert!(super::checked("another loader").is_err());
    }

    #[test]
    fn parts_are_optimised_as_the_program_is() {
        let page = include_str!("../../index.html");
        let (level, rest) = OPTIMISE.split_once(' ').unwrap();
        let asked =
            format!("data-wasm-opt=\"{}\" data-wasm-opt-params=\"{rest}\"", level.trim_start_matches("-O"));
        assert!(page.contains(&asked), "{asked}");
    }
}
