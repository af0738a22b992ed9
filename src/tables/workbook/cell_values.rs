//! Values of cells as text that can be read one way only.

use super::super::serial_days::day_of_serial;
use super::cell_formats::CellFormat;
use crate::number::Decimal;
use core::str::FromStr;

/// Digits that a spreadsheet counts with: what it stores beyond them is noise of its arithmetic.
const DIGITS: u32 = 15;
/// Minutes of a day.
const MINUTES: u32 = 1440;

/// A number of a cell: a date as `2027-01-31`, a month as `2027-01`, and a number with a point.
pub(super) fn number_text(raw: &str, format: CellFormat, is_1904: bool) -> String {
    let value = Decimal::from_str(raw).or_else(|_| Decimal::from_scientific(raw)).ok();
    let Some(value) = value.and_then(|value| value.round_sf(DIGITS)) else { return raw.to_owned() };
    match format {
        CellFormat::Number => plain(value),
        CellFormat::Percent => {
            value.checked_mul(Decimal::ONE_HUNDRED).map_or(raw.to_owned(), |share| plain(share) + "%")
        }
        CellFormat::Day | CellFormat::Month => date(value, format, is_1904).unwrap_or_else(|| plain(value)),
    }
}

/// Three digits after the point could be a group of thousands: a fourth says that they are not.
fn plain(value: Decimal) -> String {
    let value = value.normalize();
    let text = value.to_string();
    if value.scale() == 3 { text + "0" } else { text }
}

fn date(value: Decimal, format: CellFormat, is_1904: bool) -> Option<String> {
    let days = u32::try_from(value.floor()).ok().filter(|days| (1..=2_958_465).contains(days))?;
    let (year, month, day) = day_of_serial(days, is_1904)?;
    let minutes = value.fract().checked_mul(Decimal::from(MINUTES))?.round();
    let minutes = u32::try_from(minutes).unwrap_or(0);
    Some(match format {
        CellFormat::Month => format!("{year}-{month:02}"),
        _ if minutes == 0 || minutes >= MINUTES => format!("{year}-{month:02}-{day:02}"),
        _ => format!("{year}-{month:02}-{day:02} {:02}:{:02}", minutes / 60, minutes % 60),
    })
}

#[cfg(test)]
mod tests {
    use super::super::cell_formats::CellFormat::{Day, Month, Number, Percent};
    use super::number_text;

    #[test]
    fn numbers_and_dates() {
        let cases = [
            ("46388", Day, false, "2027-01-01"),
            ("46418", Day, false, "2027-01-31"),
            ("46446", Day, false, "2027-02-28"),
            ("47177", Day, false, "2029-02-28"),
            ("46812", Day, false, "2028-02-29"),
            ("46388.4375", Day, false, "2027-01-01 10:30"),
            ("44926", Day, true, "2027-01-01"),
            ("46388", Month, false, "2027-01"),
            ("46388", Number, false, "46388"),
            ("1488.6900000000001", Number, false, "1488.69"),
            ("0.30000000000000004", Number, false, "0.3"),
            ("1.234", Number, false, "1.2340"),
            ("-3000", Number, false, "-3000"),
            ("1.25E-2", Percent, false, "1.25%"),
            ("1E+300", Number, false, "1E+300"),
            ("-5", Day, false, "-5"),
            ("no", Number, false, "no"),
        ];
        for (raw, format, is_1904, text) in cases {
            assert_eq!(number_text(raw, format, is_1904), text, "{raw}");
        }
    }
}
