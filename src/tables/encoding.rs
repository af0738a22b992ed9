//! Bytes of a file into text.

/// Text of a file as spreadsheets and CRMs write them: UTF-8 and UTF-16 by their marks or without one,
/// and else Windows-1251, in which Russian programs save CSV.
///
/// ```
/// use obkatka::tables::decode;
/// assert_eq!(decode("Лиды".as_bytes()), "Лиды");
/// assert_eq!(decode(&[0xCB, 0xE8, 0xE4, 0xFB]), "Лиды");
/// assert_eq!(decode(&[0xFF, 0xFE, 0x1B, 0x04]), "Л");
/// assert_eq!(decode(&[0x1B, 0x04, b'\t', 0, b'7', 0]), "Л\t7");
/// ```
#[must_use]
pub fn decode(bytes: &[u8]) -> String {
    match bytes {
        [0xFF, 0xFE, rest @ ..] => wide(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => wide(rest, u16::from_be_bytes),
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => match (unmarked(bytes), core::str::from_utf8(bytes)) {
            (Some(unit), _) => wide(bytes, unit),
            (None, Ok(text)) => text.to_owned(),
            (None, Err(_)) => {
                let upper: Vec<char> = UPPER.chars().collect();
                bytes.iter().map(|&byte| windows_1251(&upper, byte)).collect()
            }
        },
    }
}

/// Pairs of bytes that are looked at for a UTF-16 without its mark.
const LOOK: usize = 500;

/// How to put pairs of bytes together, where they are UTF-16 that does not say so: no other text has bytes of nothing, and
/// in tables nearly all higher bytes are nothing (Latin, digits) or 4 (Cyrillic).
fn unmarked(bytes: &[u8]) -> Option<fn([u8; 2]) -> u16> {
    let (pairs, _) = bytes.as_chunks::<2>();
    let pairs = pairs.get(..LOOK).unwrap_or(pairs);
    if !pairs.as_flattened().contains(&0) {
        return None;
    }
    let is_higher = |place: fn(&[u8; 2]) -> u8| {
        let fitting = pairs.iter().filter(|pair| matches!(place(pair), 0 | 4)).count();
        fitting.saturating_mul(10) >= pairs.len().saturating_mul(9)
    };
    match (is_higher(|pair| pair[1]), is_higher(|pair| pair[0])) {
        (true, false) => Some(u16::from_le_bytes),
        (false, true) => Some(u16::from_be_bytes),
        _ => None,
    }
}

fn wide(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let (pairs, _) = bytes.as_chunks();
    char::decode_utf16(pairs.iter().map(|&pair| unit(pair)))
        .map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect()
}

/// The characters 0x80..=0xBF of Windows-1251; the alphabet follows in the order of Unicode.
const UPPER: &str = "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u{FFFD}™љ›њќћџ\
    \u{A0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{AD}®Ї°±Ііґµ¶·ё№є»јЅѕї";

fn windows_1251(upper: &[char], byte: u8) -> char {
    match byte {
        0..=0x7F => char::from(byte),
        0x80..=0xBF => {
            let place = usize::from(byte.saturating_sub(0x80));
            upper.get(place).copied().unwrap_or(char::REPLACEMENT_CHARACTER)
        }
        _ => char::from_u32(u32::from(byte).saturating_add(0x350)).unwrap_or(char::REPLACEMENT_CHARACTER),
    }
}

#[cfg(test)]
mod tests {
    use super::{UPPER, decode, windows_1251};

    #[test]
    fn utf_16_is_known_without_its_mark() {
        for text in ["Месяц;Лиды\r\n2027-01;12\r\n", "Month,Leads\n2027-01,12\n"] {
            let units = || text.encode_utf16();
            assert_eq!(decode(&units().flat_map(u16::to_le_bytes).collect::<Vec<_>>()), text);
            assert_eq!(decode(&units().flat_map(u16::to_be_bytes).collect::<Vec<_>>()), text);
            assert_eq!(decode(text.as_bytes()), text);
        }
        // A stray byte of nothing makes no UTF-16 of a text.
        assert_eq!(decode(b"a\0b;c;d;e;f;g"), "a\0b;c;d;e;f;g");
    }

    #[test]
    fn the_table_is_whole() {
        let upper: Vec<char> = UPPER.chars().collect();
        assert_eq!(upper.len(), 64);
        let some = [(0xA8, 'Ё'), (0xB8, 'ё'), (0xB9, '№'), (0x88, '€'), (0x97, '—'), (0xA0, '\u{A0}')];
        for (byte, letter) in some.into_iter().chain([(0xC0, 'А'), (0xDF, 'Я'), (0xE0, 'а'), (0xFF, 'я')])
        {
            assert_eq!(windows_1251(&upper, byte), letter);
        }
    }
}
