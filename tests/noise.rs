//! The bodies of the fuzz targets over seeded noise: bytes of any kind, and documents, links and
//! numbers with a few bytes changed.

#[path = "common/agency.rs"]
mod agency;
#[path = "../fuzz/bodies.rs"]
mod bodies;

use agency::agency;
use obkatka::codec::{unseal, write_file, write_link};

/// How many inputs each body is given.
const ROUNDS: usize = if cfg!(debug_assertions) { 1500 } else { 30_000 };

/// A small generator (xorshift), so that a failure can be had again.
struct Noise(u64);

impl Noise {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, most: usize) -> usize {
        self.next() as usize % most.max(1)
    }

    fn bytes(&mut self) -> Vec<u8> {
        (0..self.below(60)).map(|_| (self.next() >> 32) as u8).collect()
    }

    /// One to four changes: a byte of the alphabet put in or over another, a part cut out or doubled.
    fn changed(&mut self, text: &[u8], alphabet: &[u8]) -> Vec<u8> {
        let mut bytes = text.to_vec();
        for _ in 0..=self.below(4) {
            let (at, byte) = (self.below(bytes.len()), alphabet[self.below(alphabet.len())]);
            let end = (at + self.below(9)).min(bytes.len());
            match self.below(4) {
                0 => bytes.insert(at, byte),
                1 => bytes.iter_mut().skip(at).take(1).for_each(|old| *old = byte),
                2 => drop(bytes.drain(at..end)),
                _ => bytes.extend_from_within(at..end),
            }
        }
        bytes
    }
}

fn check(body: fn(&[u8]), seeds: &[&[u8]], alphabet: &[u8]) {
    let mut noise = Noise(0x9e37_79b9_7f4a_7c15);
    for round in 0..ROUNDS {
        let bytes = match round % 8 {
            0 => noise.bytes(),
            _ => {
                let seed = seeds[noise.below(seeds.len())];
                noise.changed(seed, alphabet)
            }
        };
        body(&bytes);
    }
}

#[test]
fn links_from_noise() {
    let text = write_link(&agency(), &[]).unwrap();
    let payload = unseal(&text).unwrap();
    let small = br#"{"s":1,"m":[1,[5,48],4,[[2,"x",8,[5,1,"y",1,9]]]]}"#;
    check(bodies::link, &[text.as_bytes(), payload.as_bytes(), small], b"[]{},:\"0123456789-.eE%AZaz_");
}

#[test]
fn files_from_noise() {
    let file = write_file(&agency());
    let small = br#"{"channels":[{"id":"a","budget":{"value":"5","low":"1","high":"9","basis":"guess"}}]}"#;
    check(bodies::file, &[file.as_bytes(), small], b"[]{},:\"0123456789-.eE\\untf\xff");
}

#[test]
fn records_from_noise() {
    let record = write_file(&agency());
    let stored = r#"{"app":"obkatka","schema":2,"rev":3,"model":{"about":{"name":"x"}},"sum":"00000000"}"#;
    check(bodies::record, &[record.as_bytes(), stored.as_bytes()], b"[]{},:\"0123456789-.eE\\untf\xff");
}

#[test]
fn numbers_from_noise() {
    let seeds = ["1 234,56 ₽", "от 5 до 9 %", "=1200/12*(3-1)", "5..7..9 тыс", "7 ± 2", "1'234.50", "12 млн"];
    let seeds: Vec<_> = seeds.iter().map(|seed| seed.as_bytes()).collect();
    check(bodies::number, &seeds, "0123456789.,' =()+-*/%тысмлн±\u{a0}".as_bytes());
}

#[test]
fn tables_from_noise() {
    let seeds = [
        "Месяц\tКанал\tРасход, тыс.\tЛиды\nянв.27\tКонтекст\t1 234,5\t16\nИтого\t\t5\t7",
        "\"Дата создания\";\"Источник\";\"Этап\";\"Сумма\"\n\"15.01.2027\";\"Контекст\";\"Успешно\";\"70000.00\"",
        ",Jan-27,Feb-27\nКейсы: leads,5,\"1,234\"\nCash,(1.234),—",
        "1 234,5\t7\n\n—\t=1+2",
    ];
    let seeds: Vec<_> = seeds.iter().map(|seed| seed.as_bytes()).collect();
    check(bodies::import, &seeds, "\t\n;,.\"'/-—()= 0123456789тысянврИтогоJan\u{a0}\u{feff}".as_bytes());
}

#[test]
fn spreadsheets_from_noise() {
    let seeds: [&[u8]; 3] = [
        include_bytes!("fixtures/workbooks/openpyxl.xlsx"),
        include_bytes!("fixtures/workbooks/xlsxwriter.xlsx"),
        b"<html><table><tr><td colspan=2>Jan 2027</td><td>1,200</td></tr></table></html>",
    ];
    check(bodies::workbook, &seeds, b"<>&;=\"/PK\x00\x01\x03\x08\x7f\xff");
}
