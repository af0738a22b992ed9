//! How heavy the built page is, against its budget.

use crate::html;
use crate::project;
use crate::step::{self, Done};
use std::path::Path;
use std::process::Command;

/// The most that a first visit may load: kilobytes (of 1,000 bytes) after brotli 11.
const BUDGET_KB: f64 = 150.0;
/// Growth since the last release that needs no word in the change log.
const SLACK_KB: f64 = 1.0;
/// Where a release leaves its first load.
const LAST_RELEASE: &str = "xtask/first_load.txt";

/// A file of the page, measured.
struct Measure {
    /// Path inside `dist`, with `/`.
    name: String,
    raw: usize,
    brotli: usize,
}

/// Measures every file of a folder.
fn measure(dist: &Path) -> Done<Vec<Measure>> {
    let files = project::files(dist);
    let mut node = Command::new("node");
    node.arg(project::root().join("xtask").join("measure.mjs")).args(&files);
    let text = step::output(&mut node)?;
    let rows = files.iter().zip(text.lines());
    rows.map(|(file, line)| row(dist, file, line)).collect()
}

/// `sha384-…` of a file, as an `integrity` attribute has it.
pub fn digest(file: &Path) -> Done<String> {
    let mut node = Command::new("node");
    node.arg(project::root().join("xtask").join("digest.mjs")).arg(file);
    Ok(step::output(&mut node)?.trim().to_owned())
}

/// The same of a text, by way of a file in `dist`.
pub fn digest_of(dist: &Path, text: &str) -> Done<String> {
    let file = dist.join("in-page.txt");
    project::save(&file, text)?;
    let digest = digest(&file);
    std::fs::remove_file(&file).map_err(|error| format!("{}: {error}", file.display()))?;
    digest
}

fn row(dist: &Path, file: &Path, line: &str) -> Done<Measure> {
    let name = file.strip_prefix(dist).unwrap_or(file).to_string_lossy().replace('\\', "/");
    let wrong = || format!("measure.mjs said `{line}` of {name}");
    let mut words = line.split(' ');
    let mut number = || words.next().and_then(|word| word.parse().ok()).ok_or_else(wrong);
    let (raw, brotli) = (number()?, number()?);
    Ok(Measure { name, raw, brotli })
}

/// Prints the table of sizes; returns the first load, in kilobytes after brotli.
pub fn report(dist: &Path) -> Done<f64> {
    let measures = measure(dist)?;
    let page = project::read(&dist.join("index.html"))?;
    let first = |measure: &&Measure| measure.name == "index.html" || is_loaded(&page, &measure.name);
    println!("\n  {:<44} {:>9} {:>9}", "first load", "raw KB", "brotli KB");
    let first_load: Vec<&Measure> = measures.iter().filter(first).collect();
    first_load.iter().for_each(|measure| print_row(measure));
    let total = kb(first_load.iter().map(|measure| measure.brotli).sum());
    println!("  {:<44} {:>9} {:>9.1}   budget {BUDGET_KB:.0}", "total", "", total);
    println!("  later, or never");
    measures.iter().filter(|measure| !first(measure)).for_each(print_row);
    println!();
    Ok(total)
}

/// As [`report`]; an error when the first load is above its budget, or has grown since the last release without a word.
pub fn report_release(dist: &Path) -> Done {
    let now = report(dist)?;
    let before = last_release(&project::read(&project::root().join(LAST_RELEASE))?)?;
    let told = told(&project::read(&project::root().join("CHANGELOG.md"))?);
    judge(now, before, told)
}

fn judge(now: f64, before: f64, told: Option<f64>) -> Done {
    println!("  The first load is {now:.1} KB; the last release had {before:.1}.\n");
    if now > BUDGET_KB {
        return Err(format!("the first load is {now:.1} KB, above its budget of {BUDGET_KB} KB"));
    }
    let is_told = told.is_some_and(|told| now <= told + SLACK_KB);
    if now <= before + SLACK_KB || is_told {
        return Ok(());
    }
    Err(format!(
        "the first load has grown from {before:.1} to {now:.1} KB\n  What to do: find what came into it (docs/build.md), \
         or say why in the newest part of CHANGELOG.md, with the words `First load: {now:.1} KB`."
    ))
}

/// The number in the file that a release leaves.
fn last_release(text: &str) -> Done<f64> {
    let mut lines = text.lines().filter(|line| !line.starts_with('#'));
    let number = lines.next().and_then(|line| line.trim().parse().ok());
    number.ok_or_else(|| format!("{LAST_RELEASE} holds no number"))
}

/// The first load that the newest part of the change log speaks of: `First load: 181.2 KB`.
fn told(changelog: &str) -> Option<f64> {
    let newest = changelog.split("\n## ").nth(1)?;
    let (_, rest) = newest.split_once("First load: ")?;
    rest.split_once(" KB")?.0.parse().ok()
}

fn print_row(measure: &Measure) {
    println!("  {:<44} {:>9.1} {:>9.1}", measure.name, kb(measure.raw), kb(measure.brotli));
}

fn is_loaded(page: &str, name: &str) -> bool {
    let tags = html::tags(page);
    let mut loaded = tags.iter().filter_map(html::Tag::loads);
    loaded.any(|address| address.trim_start_matches("./") == name)
}

fn kb(bytes: usize) -> f64 {
    bytes as f64 / 1000.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn growth_wants_a_word() {
        assert_eq!(judge(130.9, 130.0, None), Ok(()));
        assert!(judge(131.2, 130.0, None).unwrap_err().contains("from 130.0 to 131.2"));
        assert_eq!(judge(131.2, 130.0, Some(131.0)), Ok(()));
        assert!(judge(132.2, 130.0, Some(131.0)).is_err());
        let above = BUDGET_KB + 0.1;
        assert!(judge(above, 140.0, Some(above)).unwrap_err().contains("budget"));
    }

    #[test]
    fn the_newest_part_of_the_change_log_counts() {
        let log = "# Changelog\n\n## 2 - unreleased\n\n- First load: 171.2 KB, for x.\n\n## 1\n\nFirst load: 160 KB\n";
        assert_eq!(told(log), Some(171.2));
        assert_eq!(told("# Changelog\n\n## 2\n\n- Less.\n\n## 1\n\nFirst load: 160 KB\n"), None);
        assert_eq!(last_release("# KB\n179.7\n"), Ok(179.7));
        assert!(last_release("# 179.7\n").is_err());
    }
}
