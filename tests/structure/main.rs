//! The structure of the code: no circles of files, and how much of the screen stands
//! outside `view!`. `cargo xtask structure` prints both with what is behind them.

#[path = "../common/rust_files.rs"]
mod files;

mod circles;
mod lines;
mod paths;
mod sources;

use circles::{circles, ways};
use sources::{Source, sources};

/// Every circle with the ways within it, then the lines of each room.
fn report(sources: &[Source]) -> String {
    let found = circles(sources);
    let ways = ways(sources);
    let mut report = format!("{} circles of files\n", found.len());
    for circle in &found {
        report.push_str(&format!("{:3}: {}\n", circle.len(), circle.join(", ")));
        let within = ways.iter().filter(|(from, to)| circle.contains(from) && circle.contains(to));
        within.for_each(|(from, to)| report.push_str(&format!("       {from} -> {to}\n")));
    }
    report.push_str("\nlines without blank ones, comments and tests; of them inside `view!`\n");
    for (room, lines) in lines::by_room(sources) {
        report.push_str(&format!("{room:12} {:6} {:6}\n", lines.all, lines.in_view));
    }
    report
}

#[test]
#[ignore = "prints; cargo xtask structure"]
fn printed() {
    println!("{}", report(&sources()));
}

#[test]
fn no_files_lead_round_in_a_circle() {
    let sources = sources();
    assert!(
        circles(&sources).is_empty(),
        "a circle of files: what they share belongs into a file of its own\n{}",
        report(&sources)
    );
}
