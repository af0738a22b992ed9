//! Formats of a workbook's cells: whether a number is a date, and how much of it is shown.

use std::collections::BTreeMap;

/// What a number in a cell is, by its format.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum CellFormat {
    #[default]
    Number,
    Percent,
    /// A day, perhaps with its time.
    Day,
    /// A month: no day is shown.
    Month,
}

/// The formats of a workbook: each by its own number, and which of them each style of cells has.
#[derive(Debug, Default)]
pub(super) struct CellFormats {
    pub codes: BTreeMap<usize, String>,
    pub styles: Vec<usize>,
    /// Whether days count from 1904.
    pub is_1904: bool,
}

impl CellFormats {
    /// The format of cells of a style.
    pub fn of_style(&self, style: usize) -> CellFormat {
        let Some(number) = self.styles.get(style) else { return CellFormat::Number };
        match (self.codes.get(number), number) {
            (Some(code), _) => of_code(code),
            (None, 9 | 10) => CellFormat::Percent,
            (None, 17 | 27..=36 | 50..=58) if *number == 17 => CellFormat::Month,
            (None, 14..=16 | 22 | 27..=31 | 34..=36 | 50..=54 | 57 | 58) => CellFormat::Day,
            _ => CellFormat::Number,
        }
    }
}

/// The format that a code means: `dd.mm.yyyy`, `mmm\ yy`, `0.0%`. Only the part for positive numbers counts.
pub(super) fn of_code(code: &str) -> CellFormat {
    let bare = bare(code);
    let has = |letters: &[char]| bare.contains(letters);
    match () {
        () if bare == "general" => CellFormat::Number,
        () if has(&['%']) => CellFormat::Percent,
        // A duration: hours beyond a day, or nothing but a time.
        () if has(&['[']) || (has(&['h', 's']) && !has(&['d', 'y'])) => CellFormat::Number,
        () if has(&['d']) => CellFormat::Day,
        () if has(&['m', 'y']) => CellFormat::Month,
        () => CellFormat::Number,
    }
}

/// A code in small letters without what is printed as it stands; `[` is left of a duration.
fn bare(code: &str) -> String {
    let mut bare = String::new();
    let mut letters = code.chars();
    while let Some(letter) = letters.next() {
        match letter {
            ';' => break,
            '\\' | '_' | '*' => drop(letters.next()),
            '"' => drop(letters.by_ref().find(|&mark| mark == '"')),
            '[' => {
                let inner: String = letters.by_ref().take_while(|&mark| mark != ']').collect();
                let is_duration =
                    inner.chars().all(|mark| matches!(mark.to_ascii_lowercase(), 'h' | 'm' | 's'));
                bare.extend(is_duration.then_some('['));
            }
            _ => bare.push(letter.to_ascii_lowercase()),
        }
    }
    bare.replace("am/pm", "").replace("a/p", "")
}

#[cfg(test)]
mod tests {
    use super::{CellFormat, of_code};

    #[test]
    fn codes() {
        for code in ["dd.mm.yyyy", "[$-419]d mmm yyyy;@", "yyyy\\-mm\\-dd hh:mm", "m/d/yy h:mm AM/PM", "ДД.d"]
        {
            assert_eq!(of_code(code), CellFormat::Day, "{code}");
        }
        for code in ["mmm yy", "[$-419]mmmm\\ yyyy;@", "mmmm", "yyyy"] {
            assert_eq!(of_code(code), CellFormat::Month, "{code}");
        }
        for code in
            ["General", "0.00", "# ##0\\ \"дней\"", "[h]:mm", "hh:mm:ss", "[Red]0", "_-* #,##0.00\\ _d", ""]
        {
            assert_eq!(of_code(code), CellFormat::Number, "{code}");
        }
        assert_eq!(of_code("0.0%"), CellFormat::Percent);
    }
}
