//! Where things are: the project's folders, its tool cache, and what `Cargo.lock` says.

use crate::step::Done;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// The folder of the whole project.
pub fn root() -> PathBuf {
    let xtask = std::env::var("CARGO_MANIFEST_DIR");
    let xtask = PathBuf::from(xtask.unwrap_or_else(|_| env!("CARGO_MANIFEST_DIR").to_owned()));
    xtask.parent().map(Path::to_path_buf).unwrap_or(xtask)
}

/// The built page.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// Cargo's target folder.
pub fn target() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => root().join(folder),
        None => root().join("target"),
    }
}

/// The file that keeps what a step of a build printed.
pub fn log(name: &str) -> PathBuf {
    target().join("log").join(format!("{name}.log"))
}

/// Where installed tools are kept between clones: `$OBKATKA_TOOLS`, else the user's cache folder.
pub fn tools() -> Done<PathBuf> {
    if let Some(folder) = std::env::var_os("OBKATKA_TOOLS") {
        return Ok(root().join(folder));
    }
    let cache = std::env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
    let cache = cache.or_else(|| std::env::home_dir().map(|home| home.join(".cache")));
    let cache = cache.ok_or("no home folder: set OBKATKA_TOOLS to a folder for the tools")?;
    Ok(cache.join("obkatka").join("tools"))
}

/// The version of a crate in `Cargo.lock`.
pub fn locked_version(name: &str) -> Done<String> {
    let text = read(&root().join("Cargo.lock"))?;
    version_in(&text, name).ok_or_else(|| format!("Cargo.lock has no {name}"))
}

fn version_in(lock: &str, name: &str) -> Option<String> {
    let mut lines = lock.lines();
    lines.find(|line| *line == format!("name = \"{name}\""))?;
    let version = lines.next()?.strip_prefix("version = \"")?;
    Some(version.strip_suffix('"')?.to_owned())
}

/// A text file, with its path in the error.
pub fn read(path: &Path) -> Done<String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

/// Writes a file, with its path in the error.
pub fn save(path: &Path, text: &str) -> Done {
    fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))
}

/// All files below a folder, in order of their names.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    let below = |path: PathBuf| if path.is_dir() { files(&path) } else { vec![path] };
    paths.into_iter().flat_map(below).collect()
}

/// Entries of the project that the built page does not depend on.
const NOT_BUILT_FROM: &[&str] = &[
    "target",
    "dist",
    "dist-plain",
    "node_modules",
    "tests",
    "docs",
    "examples",
    "fuzz",
    "benches",
    "deny.toml",
];

/// When anything that the page is built from was last changed.
pub fn last_change() -> Option<SystemTime> {
    let entries = fs::read_dir(root()).ok()?.flatten();
    let built_from = entries.filter(|entry| {
        let name = entry.file_name().to_string_lossy().into_owned();
        let other = name.starts_with('.') || name.ends_with(".md");
        !other && !NOT_BUILT_FROM.contains(&name.as_str())
    });
    let paths = built_from.map(|entry| entry.path());
    let all = paths.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] });
    all.filter_map(|path| changed(&path)).max()
}

/// When a file was last changed.
pub fn changed(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).and_then(|meta| meta.modified()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_version_of_the_exact_name() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"9.9.9\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(version_in(lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(version_in(lock, "wasm"), None);
    }
}
