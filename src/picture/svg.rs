//! A picture as a text of SVG, for whoever has no page to draw it on.

use super::mark::{Mark, Pattern, Picture};
use crate::chart::{Point, Rect, TextPlace};
use std::fmt::Write as _;

/// The picture as one SVG element under a name; its colours come from the style sheet of whoever shows it.
pub fn svg(picture: &Picture, name: &str) -> String {
    let Picture { view, marks, .. } = picture;
    let mut text = String::with_capacity(4096);
    // Writing into a String cannot fail.
    let _ = write!(
        text,
        r#"<svg xmlns="http://www.w3.org/2000/svg" class="plot" viewBox="0 0 {} {}" role="img" aria-label="{}">"#,
        view.width,
        view.height,
        escaped(name)
    );
    text.push('\n');
    marks.iter().for_each(|mark| write_mark(&mut text, mark));
    text.push_str("</svg>\n");
    text
}

fn write_mark(svg: &mut String, mark: &Mark) {
    // Writing into a String cannot fail.
    let _ = match mark {
        Mark::Path { class, fill, path } => {
            writeln!(svg, r#"<path class="{class}"{} d="{path}"/>"#, filled(*fill))
        }
        Mark::Bar { class, fill, rect: Rect { x, y, width, height }, corner } => writeln!(
            svg,
            r#"<rect class="{class}"{} x="{x}" y="{y}" width="{width}" height="{height}" rx="{corner}"/>"#,
            filled(*fill)
        ),
        Mark::Text { class, place: TextPlace { x, y, anchor }, text } => writeln!(
            svg,
            r#"<text class="{class}" x="{x}" y="{y}" text-anchor="{}">{}</text>"#,
            anchor.name(),
            escaped(text)
        ),
        Mark::Ring(Point { x, y }) => writeln!(svg, r#"<circle class="ring" cx="{x}" cy="{y}" r="5"/>"#),
        Mark::Sign { tone, rect: Rect { x, y, width, height } } => writeln!(
            svg,
            r##"<use class="mark" href="#m-{}" x="{x}" y="{y}" width="{width}" height="{height}"/>"##,
            tone.name()
        ),
        Mark::Toned(tone, marks) => {
            let _ = writeln!(svg, r#"<g data-tone="{}">"#, tone.name());
            marks.iter().for_each(|mark| write_mark(svg, mark));
            writeln!(svg, "</g>")
        }
    };
}

fn filled(fill: Option<Pattern>) -> String {
    fill.map_or_else(String::new, |fill| [r#" fill=""#, fill.url(), r#"""#].concat())
}

/// A text in which nothing is markup.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            // XML has no way to write these.
            '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {
                safe.push('\u{fffd}');
            }
            letter => safe.push(letter),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::{Anchor, ViewBox};
    use crate::picture::mark;

    #[test]
    fn names_typed_by_people_are_never_markup() {
        let place = TextPlace { x: 1, y: 2, anchor: Anchor::Start };
        let marks = mark::text("say", Some(place), "<b>\"R&D\"\u{1}</b>".into()).into_iter().collect();
        let picture = Picture { view: ViewBox { width: 10, height: 10 }, marks, zones: Vec::new() };
        let text = svg(&picture, "\"><script>");
        assert!(text.contains("&lt;b&gt;&quot;R&amp;D&quot;\u{fffd}&lt;/b&gt;"), "{text}");
        assert!(text.contains(r#"aria-label="&quot;&gt;&lt;script&gt;""#), "{text}");
    }
}
