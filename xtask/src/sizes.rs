//! How heavy the built page is, against its budget.

use crate::html;
use crate::project;
use crate::step::{self, Done};
use std::path::Path;
use std::process::Command;

/// The most that a first visit may load: kilobytes (of 1,000 bytes) after brotli 11.
const BUDGET_KB: f64 = 180.0;

/// A file of the page, measured.
pub struct Measure {
    /// Path inside `dist`, with `/`.
    pub name: String,
    raw: usize,
    brotli: usize,
    /// `sha384-…`, as an `integrity` attribute has it.
    pub digest: String,
}

/// Measures every file of a folder.
pub fn measure(dist: &Path) -> Done<Vec<Measure>> {
    let files = project::files(dist);
    let mut node = Command::new("node");
    node.arg(project::root().join("xtask").join("measure.mjs")).args(&files);
    let text = step::output(&mut node)?;
    let rows = files.iter().zip(text.lines());
    rows.map(|(file, line)| row(dist, file, line)).collect()
}

fn row(dist: &Path, file: &Path, line: &str) -> Done<Measure> {
    let name = file.strip_prefix(dist).unwrap_or(file).to_string_lossy().replace('\\', "/");
    let wrong = || format!("measure.mjs said `{line}` of {name}");
    let mut words = line.split(' ');
    let mut number = || words.next().and_then(|word| word.parse().ok()).ok_or_else(wrong);
    let (raw, brotli) = (number()?, number()?);
    let digest = words.next().ok_or_else(wrong)?.to_owned();
    Ok(Measure { name, raw, brotli, digest })
}

/// Prints the table of sizes; an error when the first load is above its budget.
pub fn report(dist: &Path) -> Done {
    let measures = measure(dist)?;
    let page = project::read(&dist.join("index.html"))?;
    let first = |measure: &&Measure| measure.name == "index.html" || is_loaded(&page, &measure.name);
    println!("\n  {:<44} {:>9} {:>9}", "first load", "raw KB", "brotli KB");
    let first_load: Vec<&Measure> = measures.iter().filter(first).collect();
    first_load.iter().for_each(|measure| print_row(measure));
    let total: usize = first_load.iter().map(|measure| measure.brotli).sum();
    println!("  {:<44} {:>9} {:>9.1}   budget {BUDGET_KB:.0}", "total", "", kb(total));
    println!("  later, or never");
    measures.iter().filter(|measure| !first(measure)).for_each(print_row);
    println!();
    if kb(total) > BUDGET_KB {
        return Err(format!("the first load is {:.1} KB, above its budget of {BUDGET_KB} KB", kb(total)));
    }
    Ok(())
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
