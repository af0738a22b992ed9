//! Scripts and style sheets made small, by esbuild.

use crate::project;
use crate::step::{self, Done};
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
