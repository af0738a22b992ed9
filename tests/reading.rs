//! Numbers as people type them: a table with reasons, places of faults, and properties over arbitrary text.

use core::ops::Range;
use core::str::FromStr;

use obkatka::number::reading::{Expected, LARGEST, Language, NumberFault, Reading, edit_text, read};
use proptest::prelude::*;
use rust_decimal::Decimal;

use Expected::{Amount, Share, Whole};
use Language::{English, Russian};

const BOTH: &[Language] = &[Russian, English];
const RU: &[Language] = &[Russian];
const EN: &[Language] = &[English];

/// Sure, or to be shown.
const SURE: bool = false;
const DOUBTFUL: bool = true;

fn decimal(text: &str) -> Decimal {
    Decimal::from_str(text).unwrap()
}

/// `5` or `5 7 9`: low, value, high.
fn reading(outcome: &str, doubtful: bool) -> Reading {
    let parts: Vec<_> = outcome.split(' ').map(decimal).collect();
    match *parts.as_slice() {
        [value] => Reading { value, range: None, doubtful },
        [low, value, high] => Reading { value, range: Some((low, high)), doubtful },
        _ => panic!("a case gives one number or three: {outcome}"),
    }
}

type Case<'c> = (&'c str, &'c [Language], Expected, &'c str, bool, &'c str);

fn check(cases: &[Case]) {
    for &(text, languages, expected, outcome, doubtful, why) in cases {
        for &language in languages {
            let got = read(text, language, expected);
            assert_eq!(got, Ok(reading(outcome, doubtful)), "{text:?} {language:?} {expected:?}: {why}");
        }
    }
}

#[test]
fn plain_numbers() {
    check(&[
        ("0", BOTH, Amount, "0", SURE, "zero"),
        ("-0", BOTH, Amount, "0", SURE, "zero has no sign"),
        ("007", BOTH, Amount, "7", SURE, "leading zeros are harmless"),
        ("  42\t", BOTH, Amount, "42", SURE, "blanks around"),
        ("\u{feff}42\r\n", BOTH, Amount, "42", SURE, "a pasted cell with its mark and line end"),
        ("\u{200e}-5", BOTH, Amount, "-5", SURE, "an invisible mark of direction"),
        ("0,5", BOTH, Amount, "0.5", SURE, "the comma is decimal in both languages"),
        ("0.5", BOTH, Amount, "0.5", SURE, "so is the point"),
        (".5", BOTH, Amount, "0.5", SURE, "zero left out"),
        (",5", BOTH, Amount, "0.5", SURE, "zero left out"),
        ("5,", BOTH, Amount, "5", SURE, "on the way to 5,5"),
        ("5.", BOTH, Amount, "5", SURE, "on the way to 5.5"),
        ("1234.5", BOTH, Amount, "1234.5", SURE, "not a group: four digits before"),
        ("1234,567", BOTH, Amount, "1234.567", SURE, "not a group: four digits before"),
        ("1.50", BOTH, Amount, "1.5", SURE, "not a group: two digits after"),
        ("1,2345", BOTH, Amount, "1.2345", SURE, "not a group: four digits after"),
        ("0,123", BOTH, Amount, "0.123", SURE, "no group begins with zero"),
        ("0.123", BOTH, Amount, "0.123", SURE, "no group begins with zero"),
        ("+5", BOTH, Amount, "5", SURE, "plus"),
        ("-5", BOTH, Amount, "-5", SURE, "hyphen"),
        ("−5", BOTH, Amount, "-5", SURE, "true minus"),
        ("–5", BOTH, Amount, "-5", SURE, "en dash"),
        ("—5", BOTH, Amount, "-5", SURE, "em dash"),
        ("- 5", BOTH, Amount, "-5", SURE, "accounting style, sign apart"),
        (
            "0.1234567890123456789012345678",
            BOTH,
            Amount,
            "0.1234567890123456789012345678",
            SURE,
            "28 decimals",
        ),
        ("0.5000000000000000000000000000000000000000", BOTH, Amount, "0.5", SURE, "zeros hold nothing"),
        ("1000000000000000", BOTH, Amount, "1000000000000000", SURE, "the largest"),
    ]);
}

#[test]
fn groups() {
    check(&[
        ("1 234,56", BOTH, Amount, "1234.56", SURE, "Russian, typed"),
        ("1\u{a0}234,56", BOTH, Amount, "1234.56", SURE, "Russian, pasted from a sheet"),
        ("1\u{202f}234,56", BOTH, Amount, "1234.56", SURE, "French"),
        ("1\u{2009}234,56", BOTH, Amount, "1234.56", SURE, "typeset"),
        ("1 234\u{a0}567", BOTH, Amount, "1234567", SURE, "spaces of two kinds"),
        ("1 234.567", BOTH, Amount, "1234.567", SURE, "two separators: the last is decimal"),
        ("1,234.56", BOTH, Amount, "1234.56", SURE, "English"),
        ("1.234,56", BOTH, Amount, "1234.56", SURE, "German"),
        ("1'234.50", BOTH, Amount, "1234.5", SURE, "Swiss"),
        ("1’234’567", BOTH, Amount, "1234567", SURE, "Swiss, curly"),
        ("1,234,567", BOTH, Amount, "1234567", SURE, "two equal separators can only group"),
        ("1.234.567", BOTH, Amount, "1234567", SURE, "two equal separators can only group"),
        ("1.234.567,8", BOTH, Amount, "1234567.8", SURE, "German"),
        ("1 234,", BOTH, Amount, "1234", SURE, "on the way to 1 234,5"),
        ("12 345", BOTH, Whole, "12345", SURE, "grouped whole"),
        ("1,234", EN, Amount, "1234", SURE, "how the English write"),
        ("-1,234", EN, Amount, "-1234", SURE, "the sign changes nothing"),
        ("1,234", RU, Amount, "1.234", DOUBTFUL, "decimal in Russian, but pasted from English sheets"),
        ("1.234", BOTH, Amount, "1.234", DOUBTFUL, "groups in German"),
        ("1,234 million", EN, Amount, "1234000000", DOUBTFUL, "who says a thousand millions?"),
        ("12,345", EN, Share, "123.45", DOUBTFUL, "12 345 % is no usual share"),
        ("12,345 %", RU, Share, "0.12345", DOUBTFUL, "as in amounts"),
        ("2,000", RU, Whole, "2", DOUBTFUL, "a whole number all the same"),
    ]);
}

#[test]
fn scale_and_money() {
    check(&[
        ("12 тыс", BOTH, Amount, "12000", SURE, "words of both languages in both"),
        ("12 тыс.", BOTH, Amount, "12000", SURE, "abbreviation with its stop"),
        ("12 ТЫС. РУБ.", BOTH, Amount, "12000", SURE, "capitals"),
        ("12тыс.руб.", BOTH, Amount, "12000", SURE, "no spaces"),
        ("12 т.р.", BOTH, Amount, "12000", SURE, "usual in small businesses"),
        ("12 т", BOTH, Amount, "12000", DOUBTFUL, "or tonnes"),
        ("12k", BOTH, Amount, "12000", SURE, "Latin"),
        ("12К", BOTH, Amount, "12000", SURE, "Cyrillic"),
        ("1,5 млн", BOTH, Amount, "1500000", SURE, "a decimal times a scale"),
        ("1.5 million", BOTH, Amount, "1500000", SURE, "English"),
        ("1.5m", BOTH, Amount, "1500000", DOUBTFUL, "or metres, or months"),
        ("$1.5m", BOTH, Amount, "1500000", SURE, "money is not measured in metres"),
        ("2 млрд ₽", BOTH, Amount, "2000000000", SURE, "scale, then money"),
        ("3bn", BOTH, Amount, "3000000000", SURE, "billion"),
        ("1,5 тыс", BOTH, Whole, "1500", SURE, "whole once scaled"),
        ("1 200 ₽", BOTH, Amount, "1200", SURE, "sign after"),
        ("$5", BOTH, Amount, "5", SURE, "sign before"),
        ("-$5", BOTH, Amount, "-5", SURE, "minus before the sign"),
        ("$-5", BOTH, Amount, "-5", SURE, "minus after the sign"),
        ("5р", BOTH, Amount, "5", SURE, "one letter"),
        ("100 EUR", BOTH, Amount, "100", SURE, "code"),
        ("500\u{a0}₸", BOTH, Amount, "500", SURE, "tenge"),
        ("1,5E+05", BOTH, Amount, "150000", DOUBTFUL, "a narrow column of a sheet"),
        ("1e5", BOTH, Amount, "100000", DOUBTFUL, "short"),
        ("25E-1", BOTH, Amount, "2.5", DOUBTFUL, "negative exponent"),
        ("1,234E+03", EN, Amount, "1234", DOUBTFUL, "before an exponent the comma is decimal"),
    ]);
}

#[test]
fn as_people_write_them() {
    check(&[
        ("~500", BOTH, Amount, "500", SURE, "a guess"),
        ("≈ 1 200", BOTH, Amount, "1200", SURE, "a guess"),
        ("около 500", BOTH, Amount, "500", SURE, "a guess in words"),
        ("примерно 40 тыс", BOTH, Amount, "40000", SURE, "a guess with its scale"),
        ("approx. 500", BOTH, Amount, "500", SURE, "a guess in English"),
        ("about 5..9", BOTH, Whole, "5 7 9", SURE, "a guess of a range"),
        ("(1 200)", BOTH, Amount, "-1200", DOUBTFUL, "brackets of an accountant"),
        ("(1,200.50)", BOTH, Amount, "-1200.5", DOUBTFUL, "the same"),
        ("($1,200.50)", BOTH, Amount, "-1200.5", DOUBTFUL, "money in them"),
        ("(1 200) ₽", BOTH, Amount, "-1200", DOUBTFUL, "money after them"),
        ("1200 руб/мес", BOTH, Amount, "1200", SURE, "the period that plans count in"),
        ("1 200 ₽ в месяц", BOTH, Amount, "1200", SURE, "the same in words"),
        ("$50/mo", BOTH, Amount, "50", SURE, "the same in English"),
        ("$50 per month", BOTH, Amount, "50", SURE, "the same in words"),
        ("5 %/мес", BOTH, Share, "0.05", SURE, "of a share"),
        ("40 тыс. руб./мес.", BOTH, Amount, "40000", SURE, "with its scale"),
        ("1 из 20", BOTH, Share, "0.05", DOUBTFUL, "part of a whole"),
        ("3 of 40", BOTH, Share, "0.075", DOUBTFUL, "the same in English"),
        ("1 in 8", BOTH, Share, "0.125", DOUBTFUL, "the same"),
        ("0 из 20", BOTH, Share, "0", DOUBTFUL, "none of them"),
        ("½", BOTH, Amount, "0.5", SURE, "a half"),
        ("1½", BOTH, Amount, "1.5", SURE, "one and a half"),
        ("2 ¾", BOTH, Amount, "2.75", SURE, "with a space"),
        ("½ %", BOTH, Share, "0.005", SURE, "half a percent"),
        ("12,34,567.00", BOTH, Amount, "1234567", SURE, "lakhs"),
        ("12,34,567", BOTH, Amount, "1234567", SURE, "lakhs"),
        ("1,00,00,000", BOTH, Amount, "10000000", SURE, "a crore"),
    ]);
}

#[test]
fn shares() {
    check(&[
        ("8", BOTH, Share, "0.08", SURE, "bare percent"),
        ("8 %", BOTH, Share, "0.08", SURE, "with the sign"),
        ("8\u{a0}%", BOTH, Share, "0.08", SURE, "no-break space"),
        ("12,5%", BOTH, Share, "0.125", SURE, "decimal"),
        ("100", BOTH, Share, "1", SURE, "all"),
        ("0", BOTH, Share, "0", SURE, "zero is zero either way"),
        ("0,3", BOTH, Share, "0.003", DOUBTFUL, "30 % may have been meant"),
        ("0,3 %", BOTH, Share, "0.003", SURE, "said in full"),
        ("=30%", BOTH, Share, "0.3", DOUBTFUL, "arithmetic is in plain numbers"),
        ("=12/340*10", BOTH, Share, "0.352941176471", DOUBTFUL, "a ratio is the share itself, as in a sheet"),
        ("5..9 %", BOTH, Share, "0.05 0.07 0.09", SURE, "percent for both"),
        ("5 %..9 %", BOTH, Share, "0.05 0.07 0.09", SURE, "percent on each"),
        ("5 %..9", BOTH, Share, "0.05 0.07 0.09", SURE, "percent on one"),
        ("0,5..2", BOTH, Share, "0.005 0.0125 0.02", DOUBTFUL, "below one percent"),
        ("0,5..2%", BOTH, Share, "0.005 0.0125 0.02", SURE, "said in full"),
        ("7 (5..9) %", BOTH, Share, "0.05 0.07 0.09", SURE, "percent for all three"),
        ("7 ± 2 %", BOTH, Share, "0.05 0.07 0.09", DOUBTFUL, "points; or percent of seven"),
    ]);
}

#[test]
fn ranges() {
    check(&[
        ("5..9", BOTH, Amount, "5 7 9", SURE, "two points"),
        ("5...9", BOTH, Amount, "5 7 9", SURE, "three points"),
        ("5…9", BOTH, Amount, "5 7 9", SURE, "one sign"),
        ("5 .. 9", BOTH, Amount, "5 7 9", SURE, "spaces"),
        ("1.5..2.5", BOTH, Amount, "1.5 2 2.5", SURE, "decimal points beside range points"),
        ("-9..-5", BOTH, Amount, "-9 -7 -5", SURE, "negative ends"),
        ("5–9", BOTH, Amount, "5 7 9", SURE, "en dash"),
        ("5 — 9", BOTH, Amount, "5 7 9", SURE, "em dash"),
        ("5-9", BOTH, Amount, "5 7 9", DOUBTFUL, "a hyphen may be a minus"),
        ("5 - 9", BOTH, Amount, "5 7 9", DOUBTFUL, "a hyphen may be a minus"),
        ("1 200-1 500 ₽", BOTH, Amount, "1200 1350 1500", DOUBTFUL, "groups and money"),
        ("5k-9k", BOTH, Amount, "5000 7000 9000", DOUBTFUL, "scale on each"),
        ("от 5 до 9", BOTH, Amount, "5 7 9", SURE, "Russian"),
        ("От5до9", BOTH, Amount, "5 7 9", SURE, "no spaces"),
        ("5 до 9", BOTH, Amount, "5 7 9", SURE, "half of it"),
        ("с 5 по 9", BOTH, Amount, "5 7 9", SURE, "Russian"),
        ("между 5 и 9", BOTH, Amount, "5 7 9", SURE, "Russian"),
        ("from 5 to 9", BOTH, Amount, "5 7 9", SURE, "English"),
        ("between 5 and 9", BOTH, Amount, "5 7 9", SURE, "English"),
        ("5 to 9", BOTH, Amount, "5 7 9", SURE, "English"),
        ("от -5 до 9", BOTH, Amount, "-5 2 9", SURE, "with words a minus is a minus"),
        ("5..7..9", BOTH, Amount, "5 7 9", SURE, "the value in the middle"),
        ("5..6..9", BOTH, Amount, "5 6 9", SURE, "the value is not the midpoint"),
        ("5..5..9", BOTH, Amount, "5 5 9", SURE, "the value on an end"),
        ("7 (5..9)", BOTH, Amount, "5 7 9", SURE, "the range aside"),
        ("7 (5-9)", BOTH, Amount, "5 7 9", DOUBTFUL, "a hyphen may be a minus"),
        ("7 (от 5 до 9)", BOTH, Amount, "5 7 9", SURE, "words aside"),
        ("7 ± 2", BOTH, Amount, "5 7 9", SURE, "margin"),
        ("7 +/- 2", BOTH, Amount, "5 7 9", SURE, "margin from the keyboard"),
        ("1200 ± 10%", BOTH, Amount, "1080 1200 1320", DOUBTFUL, "margin in percent of the value"),
        ("1,5 млн ± 200 тыс", BOTH, Amount, "1300000 1500000 1700000", SURE, "scale on each"),
        ("5..9 тыс", BOTH, Amount, "5000 7000 9000", DOUBTFUL, "the scale of the last for both, likely"),
        ("5 тыс..9 тыс", BOTH, Amount, "5000 7000 9000", SURE, "scale on each"),
        ("5 тыс...9 тыс.", BOTH, Amount, "5000 7000 9000", SURE, "stop or range"),
        ("7 (5..9) тыс", BOTH, Amount, "5000 7000 9000", DOUBTFUL, "the scale for all three, likely"),
        ("900 тыс..1,5 млн", BOTH, Amount, "900000 1200000 1500000", SURE, "two scales"),
        ("5..5", BOTH, Amount, "5", SURE, "no width, no range"),
        ("7 ± 0", BOTH, Amount, "7", SURE, "no width, no range"),
        ("5..8", BOTH, Whole, "5 6 8", SURE, "midpoint rounded to even"),
        ("5..8", BOTH, Amount, "5 6.5 8", SURE, "midpoint"),
        ("1e2..1e3", BOTH, Amount, "100 550 1000", DOUBTFUL, "exponents"),
    ]);
}

#[test]
fn arithmetic() {
    check(&[
        ("=1200/12", BOTH, Amount, "100", DOUBTFUL, "division"),
        ("= 1 200 / 12", BOTH, Whole, "100", DOUBTFUL, "spaces"),
        ("=(1500-300)*12", BOTH, Amount, "14400", DOUBTFUL, "brackets"),
        ("=30%*1200", BOTH, Amount, "360", DOUBTFUL, "percent"),
        ("=(5+3)%", BOTH, Amount, "0.08", DOUBTFUL, "percent of a bracket"),
        ("=1200*(1+10%)", BOTH, Amount, "1320", DOUBTFUL, "to 1 percent may be added"),
        ("=100%-30%", BOTH, Share, "0.7", DOUBTFUL, "percent to percent too"),
        ("=2+3*4", BOTH, Amount, "14", DOUBTFUL, "order of operations"),
        ("=10-4-3", BOTH, Amount, "3", DOUBTFUL, "from the left"),
        ("=100/10/5", BOTH, Amount, "2", DOUBTFUL, "from the left"),
        ("=-5*-2", BOTH, Amount, "10", DOUBTFUL, "signs"),
        ("=−(5–7)", BOTH, Amount, "2", DOUBTFUL, "any dash is a minus"),
        ("=6÷2×3·1", BOTH, Amount, "9", DOUBTFUL, "printed signs"),
        ("=12:4", BOTH, Amount, "3", DOUBTFUL, "school"),
        ("=1,234*2", BOTH, Amount, "2.468", DOUBTFUL, "a comma is a decimal only"),
        ("=1.234*2", BOTH, Amount, "2.468", DOUBTFUL, "so is a point"),
        ("=12 тыс. ₽ / 4", BOTH, Amount, "3000", DOUBTFUL, "scale and money"),
        ("=1/3*3", BOTH, Whole, "1", DOUBTFUL, "rounded at the end only"),
        ("=100/3", BOTH, Amount, "33.333333333333", DOUBTFUL, "12 decimals"),
        ("=((((((((((((((((((((7))))))))))))))))))))", BOTH, Amount, "7", DOUBTFUL, "20 brackets"),
    ]);
}

#[test]
fn refusals() {
    let cases: &[(&str, Expected, NumberFault, Range<usize>, &str)] = &[
        ("", Amount, NumberFault::Empty, 0..0, "nothing"),
        (" \u{a0}", Amount, NumberFault::Empty, 0..3, "blanks"),
        ("abc", Amount, NumberFault::NotANumber, 0..3, "no digit"),
        (" руб ", Amount, NumberFault::NotANumber, 1..7, "money without a number"),
        ("-", Amount, NumberFault::NotANumber, 0..1, "on the way to -5"),
        ("１２", Amount, NumberFault::NotANumber, 0..6, "full-width digits"),
        ("5 штук", Amount, NumberFault::UnexpectedText, 2..10, "unknown word"),
        ("ровно 5", Amount, NumberFault::UnexpectedText, 0..10, "unknown word before"),
        ("5 ₽", Share, NumberFault::UnexpectedText, 2..5, "money is no share"),
        ("5 тыс", Share, NumberFault::UnexpectedText, 2..8, "nor are thousands"),
        ("5 ₽", Whole, NumberFault::UnexpectedText, 2..5, "nor are people"),
        ("5 %%", Share, NumberFault::UnexpectedText, 3..4, "percent of percent"),
        ("5 5,5", Amount, NumberFault::BadGroups, 0..5, "two numbers"),
        ("12 34", Amount, NumberFault::BadGroups, 0..5, "two numbers, or a slip"),
        ("1,23,4", Amount, NumberFault::BadGroups, 0..6, "not groups"),
        ("0 500", Amount, NumberFault::BadGroups, 0..5, "no group begins with zero"),
        ("1 234'567", Amount, NumberFault::BadGroups, 0..9, "groups of two kinds"),
        ("1.5.2024", Amount, NumberFault::BadGroups, 0..8, "a date"),
        ("192.168.1.1", Amount, NumberFault::BadGroups, 0..11, "an address"),
        ("1,2.3", Amount, NumberFault::TwoDecimals, 0..5, "two decimals"),
        ("1.234,56.7", Amount, NumberFault::TwoDecimals, 0..10, "two decimals"),
        ("1,234 567.5", Amount, NumberFault::TwoDecimals, 0..11, "which of them?"),
        ("10:30", Amount, NumberFault::ArithmeticUnmarked, 2..3, "a time, or a division"),
        ("1200/12", Amount, NumberFault::ArithmeticUnmarked, 4..5, "no equals sign"),
        ("1200/год", Amount, NumberFault::OtherPeriod, 5..11, "of a year: another number by month"),
        ("$50/yr", Amount, NumberFault::OtherPeriod, 4..6, "the same"),
        ("1 200 руб. в год", Amount, NumberFault::OtherPeriod, 17..23, "the same in words"),
        ("100 per week", Amount, NumberFault::OtherPeriod, 8..12, "the same"),
        ("1 из 20", Amount, NumberFault::UnexpectedText, 2..6, "no share is expected"),
        ("20 из 1", Share, NumberFault::UnexpectedText, 0..9, "more than all"),
        ("1 из 0", Share, NumberFault::UnexpectedText, 0..8, "of nothing"),
        ("(1 200", Amount, NumberFault::ArithmeticUnmarked, 0..1, "half a bracket"),
        ("(5..9)", Amount, NumberFault::ArithmeticUnmarked, 0..1, "a range has no sign"),
        ("1,23,4", Amount, NumberFault::BadGroups, 0..6, "no one groups like this"),
        ("1.5½", Amount, NumberFault::BadGroups, 0..5, "a half of a tenth"),
        ("(2+3)*4", Amount, NumberFault::ArithmeticUnmarked, 0..1, "no equals sign"),
        ("9−5", Amount, NumberFault::ArithmeticUnmarked, 1..4, "a true minus makes no range"),
        ("5 %", Amount, NumberFault::PercentNotExpected, 2..3, "an amount is not a share"),
        ("5..9 %", Whole, NumberFault::PercentNotExpected, 5..6, "nor are people"),
        ("5 % ± 1 %", Amount, NumberFault::PercentNotExpected, 2..3, "only a margin may have percent"),
        ("5..", Amount, NumberFault::NumberExpected, 3..3, "on the way to 5..9"),
        ("от 5", Amount, NumberFault::NumberExpected, 6..6, "on the way to «от 5 до 9»"),
        ("до 9", Amount, NumberFault::UnexpectedText, 0..4, "from where?"),
        ("5 по 9", Amount, NumberFault::UnexpectedText, 2..6, "five at nine"),
        ("5 и 9", Amount, NumberFault::UnexpectedText, 2..4, "two numbers"),
        ("5....9", Amount, NumberFault::UnexpectedText, 1..5, "too many points"),
        ("-9-5", Amount, NumberFault::UnexpectedText, 2..3, "minus or range?"),
        ("5--9", Amount, NumberFault::UnexpectedText, 1..2, "minus or range?"),
        ("5-7-9", Amount, NumberFault::UnexpectedText, 3..4, "a date"),
        ("9..5", Amount, NumberFault::RangeBackwards, 0..4, "never turned round in silence"),
        ("500..2 тыс", Amount, NumberFault::RangeBackwards, 0..13, "500 thousand to 2 thousand?"),
        ("7 ± -2", Amount, NumberFault::RangeBackwards, 0..7, "a negative margin"),
        ("5..10..9", Amount, NumberFault::ValueOutside, 0..8, "the value above its range"),
        ("4 (5..9)", Amount, NumberFault::ValueOutside, 0..8, "the value below its range"),
        ("7 (5..9", Amount, NumberFault::Unbalanced, 2..3, "never closed"),
        ("7)", Amount, NumberFault::Unbalanced, 1..2, "never opened"),
        ("5,5", Whole, NumberFault::NotWhole, 0..3, "half a person"),
        ("5..5,5", Whole, NumberFault::NotWhole, 3..6, "half a person at one end"),
        ("10 ± 15%", Whole, NumberFault::NotWhole, 0..9, "half a person of margin"),
        ("=7/2", Whole, NumberFault::NotWhole, 1..4, "half a person computed"),
        ("1000000000000000,1", Amount, NumberFault::TooLarge, 0..18, "just above the largest"),
        ("999999999999999999999999999999999999999999", Amount, NumberFault::TooLarge, 0..42, "42 digits"),
        ("5000 трлн", Amount, NumberFault::TooLarge, 0..13, "too large once scaled"),
        ("1e21", Amount, NumberFault::TooLarge, 0..4, "exponent too large"),
        ("1e99999999999", Amount, NumberFault::TooLarge, 0..13, "exponent far too large"),
        ("1e-21", Amount, NumberFault::TooManyDigits, 0..5, "exponent too small"),
        ("0.12345678901234567890123456789", Amount, NumberFault::TooManyDigits, 0..31, "29 decimals"),
        (
            "0.1234567890123456789012345678",
            Share,
            NumberFault::TooManyDigits,
            0..30,
            "30 decimals as a fraction",
        ),
        (
            "123456789012.12345678901234567890",
            Amount,
            NumberFault::TooManyDigits,
            0..33,
            "more than a decimal holds",
        ),
        ("=", Amount, NumberFault::NumberExpected, 1..1, "on the way to an expression"),
        ("=2*", Amount, NumberFault::NumberExpected, 3..3, "on the way to 2*3"),
        ("=*2", Amount, NumberFault::NumberExpected, 1..2, "nothing to multiply"),
        ("=--2", Amount, NumberFault::NumberExpected, 2..3, "one sign is enough"),
        ("=()", Amount, NumberFault::NumberExpected, 2..3, "empty brackets"),
        ("=(2+3", Amount, NumberFault::Unbalanced, 1..2, "never closed"),
        ("=2+3)", Amount, NumberFault::Unbalanced, 4..5, "never opened"),
        ("=2(3)", Amount, NumberFault::UnexpectedText, 2..3, "no silent multiplication"),
        ("=5..9", Amount, NumberFault::UnexpectedText, 2..4, "a range is not computed"),
        ("=2+x", Amount, NumberFault::UnexpectedText, 3..4, "no names"),
        ("=1,234.5", Amount, NumberFault::TwoDecimals, 1..8, "no groups of commas in arithmetic"),
        ("=1,234,567", Amount, NumberFault::TwoDecimals, 1..10, "no groups of commas in arithmetic"),
        ("=1200+10%", Amount, NumberFault::PercentAdded, 6..9, "1200.1 or 1320?"),
        ("=1200-(5%+5%)", Amount, NumberFault::PercentAdded, 6..13, "a bracket hides nothing"),
        ("=5/0", Amount, NumberFault::DivisionByZero, 3..4, "by zero"),
        ("=5/(2-2)", Amount, NumberFault::DivisionByZero, 3..8, "by a computed zero"),
        ("=999999999999*999999999999", Amount, NumberFault::TooLarge, 1..26, "beyond the largest on the way"),
    ];
    for (text, expected, fault, at, why) in cases {
        for &language in BOTH {
            let got = read(text, language, *expected).map_err(|error| (error.fault, error.at));
            assert_eq!(got, Err((*fault, at.clone())), "{text:?} {language:?} {expected:?}: {why}");
        }
    }
}

#[test]
fn bounds() {
    assert_eq!(LARGEST, decimal("1000000000000000"));
    let brackets = format!("={}1{}", "(".repeat(21), ")".repeat(21));
    assert_eq!(read(&brackets, English, Amount).unwrap_err().fault, NumberFault::TooDeep);
    assert_eq!(read(&"(".repeat(200), English, Amount).unwrap_err().fault, NumberFault::NotANumber);
    let long = "я".repeat(200) + "12";
    assert_eq!(
        read(&long, Russian, Amount).map_err(|error| (error.fault, error.at)),
        Err((NumberFault::TooLong, 400..402))
    );
}

#[test]
fn editing() {
    let cases: &[(&str, Language, Expected, &str)] = &[
        ("1234567.89", Russian, Amount, "1\u{a0}234\u{a0}567,89"),
        ("1234567.89", English, Amount, "1,234,567.89"),
        ("-1234", Russian, Whole, "-1\u{a0}234"),
        ("-123456", English, Whole, "-123,456"),
        ("0", English, Share, "0"),
        ("-0.0", English, Amount, "0"),
        ("1200.50", Russian, Amount, "1\u{a0}200,5"),
        ("1.234", Russian, Amount, "1,2340"),
        ("1.234", English, Amount, "1.2340"),
        ("0.234", English, Amount, "0.234"),
        ("0.08", Russian, Share, "8"),
        ("0.125", Russian, Share, "12,5"),
        ("12.5", English, Share, "1250"),
        ("-0.5", English, Share, "-50"),
        ("0.005", Russian, Share, "0,5\u{a0}%"),
        ("0.005", English, Share, "0.5%"),
        ("5 7 9", Russian, Amount, "5..7..9"),
        ("1000 1500.5 2000", English, Amount, "1,000..1,500.5..2,000"),
        ("0.005 0.01 0.02", Russian, Share, "0,5..1..2\u{a0}%"),
    ];
    for &(given, language, expected, text) in cases {
        let Reading { value, range, .. } = reading(given, SURE);
        assert_eq!(edit_text(value, range, language, expected), text);
        assert_eq!(read(text, language, expected), Ok(reading(given, SURE)), "{text:?}");
    }
}

#[test]
fn editing_takes_any_decimal() {
    for value in [Decimal::MAX, Decimal::MIN, Decimal::from_i128_with_scale(1, 28)] {
        for (&language, expected) in BOTH.iter().zip([Amount, Share]) {
            assert!(!edit_text(value, Some((value, Decimal::ZERO)), language, expected).is_empty());
        }
    }
}

fn languages() -> impl Strategy<Value = Language> {
    prop_oneof![Just(Russian), Just(English)]
}

fn expectations() -> impl Strategy<Value = Expected> {
    prop_oneof![Just(Amount), Just(Share), Just(Whole)]
}

/// Pieces of numbers in any order.
fn nasty() -> impl Strategy<Value = String> {
    const PIECES: &[&str] = &[
        "0",
        "1",
        "5",
        "12",
        "123",
        "000",
        "999999999999999",
        ".",
        ",",
        "..",
        "…",
        " ",
        "\u{a0}",
        "\u{202f}",
        "'",
        "’",
        "-",
        "−",
        "–",
        "+",
        "±",
        "+/-",
        "*",
        "/",
        "(",
        ")",
        "%",
        "=",
        "e",
        "E+",
        "e-3",
        "k",
        "тыс",
        "млн.",
        "м",
        "т.",
        "₽",
        "р.",
        "$",
        "от ",
        " до ",
        "с",
        "по",
        "between ",
        " and ",
        "x",
        "１",
        "🦀",
        "\u{200b}",
        "\n",
    ];
    let pieces =
        prop::collection::vec(prop::sample::select(PIECES), 0..16).prop_map(|pieces| pieces.concat());
    (any::<bool>(), pieces).prop_map(|(computed, text)| if computed { format!("={text}") } else { text })
}

/// Values that are read, of all sizes and scales.
fn values(expected: Expected) -> impl Strategy<Value = Decimal> {
    let scales = if expected == Whole { 0..=0_u32 } else { 0..=28 };
    (any::<i128>(), 0..=100_u32, scales)
        .prop_map(|(mantissa, shift, scale)| {
            Decimal::from_i128_with_scale((mantissa >> 32) >> shift.min(95), scale)
        })
        .prop_map(|value| value % LARGEST)
}

fn check_bounds(text: &str, language: Language, expected: Expected) -> Result<(), TestCaseError> {
    match read(text, language, expected) {
        Err(error) => {
            prop_assert!(error.at.start <= error.at.end);
            prop_assert!(text.get(error.at.clone()).is_some(), "{error:?} is not on characters");
        }
        Ok(Reading { value, range, .. }) => {
            let (low, high) = range.unwrap_or((value, value));
            prop_assert!(-LARGEST <= low && low <= value && value <= high && high <= LARGEST);
            prop_assert!(range.is_none() || low < high);
            prop_assert!(expected != Whole || [low, value, high].iter().all(Decimal::is_integer));
            let edited = edit_text(value, range, language, expected);
            prop_assert_eq!(
                read(&edited, language, expected),
                Ok(Reading { value, range, doubtful: false }),
                "{}",
                edited
            );
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_or_refused(text in any::<String>(), language in languages(), expected in expectations()) {
        check_bounds(&text, language, expected)?;
    }

    #[test]
    fn any_pieces_are_read_or_refused(text in nasty(), language in languages(), expected in expectations()) {
        check_bounds(&text, language, expected)?;
    }

    #[test]
    fn what_is_edited_is_read_back(
        (expected, mut parts) in expectations().prop_flat_map(|expected| {
            (Just(expected), prop::collection::vec(values(expected), 3))
        }),
        ranged in any::<bool>(),
        language in languages(),
    ) {
        parts.sort();
        let (low, value, high) = (parts[0], parts[1], parts[2]);
        let range = (ranged && low != high).then_some((low, high));
        let text = edit_text(value, range, language, expected);
        prop_assert_eq!(read(&text, language, expected), Ok(Reading { value, range, doubtful: false }), "{}", text);
    }

    #[test]
    fn grouping_changes_nothing(whole in 0..=999_999_999_999_i64, cents in 0..100_i64, language in languages()) {
        let value = Decimal::new(whole * 100 + cents, 2);
        for style in [Russian, English] {
            let text = format!("{}{}{cents:02}", edit_text(Decimal::from(whole), None, style, Amount), ['.', ','][usize::from(style == Russian)]);
            prop_assert_eq!(read(&text, language, Amount).map(|reading| reading.value), Ok(value), "{}", text);
        }
    }
}
