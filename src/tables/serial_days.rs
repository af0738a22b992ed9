//! Days as spreadsheets number them.

/// Days from the first of March of the year nothing to the day that numbers count from, in both systems.
const FROM_1900: u32 = 693_899;
const FROM_1904: u32 = 695_361;

/// Year, month and day of a number that counts from 1900, or from 1904.
///
/// Years are taken to begin in March here: the day that not all of them have is then their last.
pub(super) fn day_of_serial(serial: u32, is_1904: bool) -> Option<(u32, u32, u32)> {
    let days = serial.checked_add(if is_1904 { FROM_1904 } else { FROM_1900 })?;
    let (era, of_era) = (days / 146_097, days % 146_097);
    let leaps = (of_era / 1_460).checked_sub(of_era / 36_524)?.checked_add(of_era / 146_096)?;
    let year = of_era.checked_sub(leaps)? / 365;
    let before = year.checked_mul(365)?.checked_add(year / 4)?.checked_sub(year / 100)?;
    let of_year = of_era.checked_sub(before)?;
    let march = of_year.checked_mul(5)?.checked_add(2)? / 153;
    let day = of_year.checked_sub(march.checked_mul(153)?.checked_add(2)? / 5)?.checked_add(1)?;
    let month = if march < 10 { march.checked_add(3)? } else { march.checked_sub(9)? };
    let year = year.checked_add(era.checked_mul(400)?)?.checked_add(u32::from(month <= 2))?;
    Some((year, month, day))
}

#[cfg(test)]
mod tests {
    use super::day_of_serial;

    #[test]
    fn numbers_of_days() {
        let cases = [
            (25_569, false, (1970, 1, 1)),
            (24_107, true, (1970, 1, 1)),
            (36_585, false, (2000, 2, 29)),
            (46_388, false, (2027, 1, 1)),
            (44_926, true, (2027, 1, 1)),
            (46_812, false, (2028, 2, 29)),
            (73_109, false, (2100, 2, 28)),
            (73_110, false, (2100, 3, 1)),
        ];
        for (serial, is_1904, day) in cases {
            assert_eq!(day_of_serial(serial, is_1904), Some(day), "{serial}");
        }
        // Day after day no date is left out, and none comes twice.
        let mut last = (1899, 12, 30);
        for serial in 1..100_000 {
            let day = day_of_serial(serial, false).unwrap();
            assert!(day > last && (day.2 == last.2 + 1 || day.2 == 1), "{serial}: {last:?}, {day:?}");
            last = day;
        }
        assert_eq!(last, (2173, 10, 13));
    }
}
