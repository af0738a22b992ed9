//! The files of the program, for tests that read the sources.

use std::fs;
use std::path::{Path, PathBuf};

/// All Rust files below a folder, in order of their paths; files of tests alone are not among them.
pub fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut paths = Vec::new();
    collect(folder, &mut paths);
    paths.sort();
    paths
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, paths);
        } else if path.extension().is_some_and(|ending| ending == "rs") && !path.ends_with("tests.rs") {
            paths.push(path);
        }
    }
}
