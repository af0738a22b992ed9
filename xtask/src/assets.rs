//! Files of the page: scripts and style sheets made small by esbuild, names made of content.

use crate::project::{self, save};
use crate::sizes;
use crate::step::{self, Done};
use std::fs;
use std::path::Path;
use std::process::Command;

/// Makes a script or a style sheet small where it lies; its ending tells which it is.
pub fn minify(file: &Path) -> Done {
    let mut esbuild = Command::new("node");
    esbuild.arg(project::root().join("node_modules").join("esbuild").join("bin").join("esbuild"));
    // The format of a module, or the names at its top would stay long; a script that is none has no such names to lose.
    esbuild.arg(file).args(["--minify", "--target=es2022", "--log-level=error", "--allow-overwrite"]);
    if imports_or_exports(&project::read(file)?) {
        esbuild.arg("--format=esm");
    }
    let mut place = std::ffi::OsString::from("--outfile=");
    place.push(file);
    let remedy = "look at the log; a script that esbuild does not take is no valid one.";
    step::run_logged(esbuild.arg(place), &project::log("esbuild"), remedy)
}

/// What a text is that stands in a page.
#[derive(Clone, Copy)]
pub enum Ending {
    /// A script.
    Script,
    /// A style sheet.
    Style,
}

/// A script or a style sheet made small.
pub fn small(dist: &Path, ending: Ending, text: &str) -> Done<String> {
    let file = dist.join(match ending {
        Ending::Script => "in-page.js",
        Ending::Style => "in-page.css",
    });
    save(&file, text)?;
    minify(&file)?;
    let small = project::read(&file)?;
    fs::remove_file(&file).map_err(|error| format!("{}: {error}", file.display()))?;
    Ok(small)
}

/// Saves a script or a style sheet, small for users, under a name made of its content; returns its name and its digest.
pub fn saved(dist: &Path, name: &str, text: &str, is_small: bool) -> Done<(String, String)> {
    save(&dist.join(name), text)?;
    if is_small {
        minify(&dist.join(name))?;
    }
    hashed(dist, name)
}

/// Renames a file of `dist` after its content; returns its name and its digest.
pub fn hashed(dist: &Path, name: &str) -> Done<(String, String)> {
    let digest = sizes::digest(&dist.join(name))?;
    let letters = digest.trim_start_matches("sha384-").chars().filter(char::is_ascii_alphanumeric);
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let hashed =
        format!("{}-{}.{ending}", stem.trim_start_matches("split_"), letters.take(12).collect::<String>());
    fs::rename(dist.join(name), dist.join(&hashed)).map_err(|error| error.to_string())?;
    Ok((hashed, digest))
}

/// Whether a script is a module.
fn imports_or_exports(script: &str) -> bool {
    script.lines().any(|line| line.starts_with("import ") || line.starts_with("export "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_module_is_known_by_what_it_says() {
        assert!(imports_or_exports("const a = 1;\nexport { a };"));
        assert!(!imports_or_exports("// No import here.\nlet exported = 1;"));
    }
}
