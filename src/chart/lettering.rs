//! How wide a text will be, near enough to keep labels apart before the browser has set them.

/// Widest text the estimate tells apart; longer ones fit nowhere anyway.
const WIDTH_LIMIT: i32 = 100_000;

/// Estimated width in pixels of `text` set in an ordinary sans-serif at `font` pixels, rounded up.
///
/// By average widths of Latin and Cyrillic letters and digits; rather a little too wide than too narrow.
pub fn text_width(text: &str, font: i32) -> i32 {
    let hundredths = text.chars().fold(0i32, |sum, letter| sum.saturating_add(advance(letter)));
    let pixels = (i64::from(hundredths) * i64::from(font_size(font)) + 99) / 100;
    pixels.min(i64::from(WIDTH_LIMIT)) as i32
}

/// A font size that arithmetic can rely on: 1..=200 pixels.
pub(super) fn font_size(font: i32) -> i32 {
    font.clamp(1, 200)
}

/// From baseline to the top of a capital with its accent.
pub(super) fn ascent(font: i32) -> i32 {
    font * 4 / 5
}

/// Baseline of a text that looks centred on `y`.
pub(super) fn centred(y: i32, font: i32) -> i32 {
    y + font * 7 / 20
}

/// Width of one letter in hundredths of the font size.
fn advance(letter: char) -> i32 {
    match letter {
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' => 0,
        'i' | 'j' | 'l' | 'I' | '|' | '!' | '.' | ',' | ':' | ';' | '\'' | '’' | '·' | 'і' | 'ї' | 'І' => {
            28
        }
        ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' => 28,
        'f' | 't' | 'r' | 's' | '(' | ')' | '[' | ']' | '-' | '/' | '"' | '“' | '”' | '°' => 40,
        '0'..='9' | 'г' | 'т' | 'c' | 'z' | 'k' | 'с' | 'з' | 'х' | 'э' => 56,
        'm' | 'w' | 'M' | 'W' | '%' | '@' | '—' | 'Ж' | 'М' | 'Ф' | 'Ш' | 'Щ' | 'Ю' | 'Ы' => 90,
        'ж' | 'м' | 'ш' | 'щ' | 'ю' | 'ы' | 'ф' | '…' => 80,
        'A'..='Z' | 'А'..='Я' | 'Ё' | '₽' | '€' | '$' | '+' | '−' | '–' | '×' | '→' | '≈' => {
            68
        }
        '\u{2e80}'.. => 105,
        _ => 60,
    }
}

#[cfg(test)]
mod tests {
    use super::text_width;

    #[test]
    fn wider_letters_make_wider_texts() {
        assert_eq!(text_width("", 14), 0);
        assert!(text_width("iii", 14) < text_width("nnn", 14));
        assert!(text_width("nnn", 14) < text_width("шшш", 14));
        assert_eq!(text_width("1234567890", 10), 56);
    }

    #[test]
    fn odd_fonts_and_endless_texts_stay_in_bounds() {
        assert!(text_width("а", -5) >= 1);
        assert_eq!(text_width(&"Щ".repeat(100_000), i32::MAX), 100_000);
    }
}
