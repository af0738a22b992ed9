//! Mangles links by dice and holds what opens against what was sent: `cargo run --example mangle_links [-- COUNT [SEED]]`.
//!
//! A link goes through chats, mails and hands: letters are lost, doubled, changed, put into capitals, percent-encoded. What
//! opens has to be what was sent; all else has to be refused.

use obkatka::codec::{TEMPLATES, read_link, write_link};
use obkatka::model::Model;
use obkatka::number::reading::Language;
use rand_pcg::Pcg32;
use rand_pcg::rand_core::{Rng, SeedableRng};

/// Letters that are put in place of others.
const LETTERS: &[u8] = b"ABCXYZabcxyz0123456789-_.=%#/ \n";

fn main() {
    let mut arguments = std::env::args().skip(1);
    let count: u64 = arguments.next().and_then(|text| text.parse().ok()).unwrap_or(100_000);
    let seed = arguments.next().and_then(|text| text.parse().ok()).unwrap_or(1);
    let mut chance = Pcg32::seed_from_u64(seed);
    let sent = sent();
    let (mut refused, mut same) = (0_u64, 0_u64);
    for round in 1..=count {
        let Some((link, model)) = sent.get(below(&mut chance, sent.len())) else { continue };
        let mangled = mangled(&mut chance, link);
        match read_link(&mangled) {
            Err(_) => refused += 1,
            Ok(read) if read.model == *model => same += 1,
            Ok(_) => {
                eprintln!("another document has opened, in round {round} of seed {seed}: {mangled}");
                std::process::exit(1);
            }
        }
    }
    println!("{count} links: {refused} refused, {same} opened as they were sent, none as another");
}

/// Links as they are sent, with what they hold.
fn sent() -> Vec<(String, Model)> {
    let languages = [Language::Russian, Language::English];
    let models = languages.iter().flat_map(|language| TEMPLATES.iter().map(|own| own.model(*language)));
    models
        .filter_map(|model| {
            let link = write_link(&model, &[]).ok()?;
            let read = read_link(&link).ok()?.model;
            Some((link, read))
        })
        .collect()
}

/// One to four changes.
fn mangled(chance: &mut Pcg32, link: &str) -> String {
    let mut bytes = link.as_bytes().to_vec();
    for _ in 0..=below(chance, 4) {
        let at = below(chance, bytes.len());
        let end = (at + 1 + below(chance, 12)).min(bytes.len());
        let letter = LETTERS.get(below(chance, LETTERS.len())).copied().unwrap_or_default();
        match below(chance, 8) {
            0 => bytes.insert(at, letter),
            1 | 2 => bytes.iter_mut().skip(at).take(1).for_each(|own| *own = letter),
            3 => drop(bytes.drain(at..end)),
            4 => bytes.extend_from_within(at..end),
            5 => bytes.iter_mut().skip(at).take(1).for_each(u8::make_ascii_uppercase),
            6 if end < bytes.len() => bytes.swap(at, end),
            _ => drop(bytes.splice(at..at, b"%2D".iter().copied())),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn below(chance: &mut Pcg32, most: usize) -> usize {
    chance.next_u32() as usize % most.max(1)
}
