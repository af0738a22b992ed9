//! Works out a document from the command line:
//! `cargo run --release --example evaluate -- model.json` prints the whole outcome as JSON; without a file, or with `-`,
//! the document comes from standard input.

use std::io::{Read, Write};
use std::process::ExitCode;

fn main() -> ExitCode {
    // As other tools have it, a dash is standard input.
    let document = match std::env::args().nth(1).filter(|path| path != "-") {
        Some(path) => std::fs::read_to_string(&path).map_err(|error| format!("{path}: {error}")),
        None => standard_input(),
    };
    match document {
        Ok(document) => {
            let outcome = obkatka::codec::evaluate_text(&document);
            let failed = outcome.contains("\n  \"error\":");
            // A closed pipe ends the printing, not with an alarm.
            let _ = std::io::stdout().write_all(outcome.as_bytes());
            if failed { ExitCode::from(2) } else { ExitCode::SUCCESS }
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn standard_input() -> Result<String, String> {
    let mut document = String::new();
    std::io::stdin().read_to_string(&mut document).map_err(|error| error.to_string())?;
    Ok(document)
}
