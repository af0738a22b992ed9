//! A name within a box.

use crate::chart::lettering::text_width;

/// Lines of a name.
pub const LINES: usize = 2;

/// A name in at most two lines of a width.
pub fn wrapped(name: &str, room: i32, font: i32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in name.split_whitespace() {
        let longer = lines.last().map(|line| [line.as_str(), " ", word].concat());
        match (lines.last_mut(), longer) {
            (Some(line), Some(longer)) if text_width(&longer, font) <= room => *line = longer,
            _ => lines.push(word.to_owned()),
        }
    }
    if lines.len() > LINES {
        let rest = lines.split_off(LINES - 1).join(" ");
        lines.push(rest);
    }
    lines.into_iter().map(|line| cut(line, room, font)).collect()
}

/// A text that fits, with an ellipsis for what does not.
fn cut(mut text: String, room: i32, font: i32) -> String {
    if text_width(&text, font) <= room {
        return text;
    }
    while !text.is_empty() && text_width(&text, font) + text_width("…", font) > room {
        text.pop();
    }
    text.truncate(text.trim_end().len());
    text.push('…');
    text
}
