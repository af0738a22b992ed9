//! The words of a text, in one format for comparing.

/// Longer texts are no word for "not recorded", in bytes.
const LONGEST_BLANK: usize = 24;

/// Whether a cell says that nothing was recorded.
pub(super) fn is_blank(text: &str) -> bool {
    const BLANKS: &str = "- – — -- .. … ? н/д нд #н/д нет нет_данных n/a na #n/a null none nan";
    let text = text.trim();
    if text.is_empty() || text.len() > LONGEST_BLANK || text.starts_with(|first: char| first.is_ascii_digit())
    {
        return text.is_empty();
    }
    let lower = lower(text).replace(' ', "_");
    BLANKS.split(' ').any(|blank| lower == blank)
}

/// Small letters, «е» for «ё».
pub(super) fn lower(text: &str) -> String {
    text.to_lowercase().replace('ё', "е")
}

/// The words of a text: letters and digits; signs of money and percent are words too.
pub(super) fn words(text: &str) -> Vec<String> {
    let mut spaced = String::with_capacity(text.len());
    for mark in lower(text).chars() {
        match mark {
            '₽' => spaced.push_str(" руб "),
            '%' | '$' | '€' => spaced.extend([' ', mark, ' ']),
            _ if mark.is_alphanumeric() => spaced.push(mark),
            _ => spaced.push(' '),
        }
    }
    spaced.split_whitespace().map(str::to_owned).collect()
}
