//! One style sheet instead of seven: it is smaller, and the page waits for one file.

use crate::html::{self, Tag};
use crate::project::{read, save};
use crate::split::hashed;
use crate::step::Done;
use std::fs;
use std::path::Path;

/// Joins the style sheets of the screen in their order; those for other media stay by themselves.
pub fn joined(dist: &Path, mut page: String) -> Done<String> {
    let tags = html::tags(&page);
    let sheets: Vec<&Tag> = tags.iter().filter(|tag| is_sheet(tag)).collect();
    let Some(first) = sheets.first() else { return Ok(page) };
    let place = first.span.start;
    let mut all = String::new();
    for sheet in &sheets {
        let file = dist.join(sheet.attribute("href").unwrap_or_default().trim_start_matches("./"));
        all += &read(&file)?;
        all.push('\n');
        fs::remove_file(&file).map_err(|error| format!("{}: {error}", file.display()))?;
    }
    save(&dist.join("style.css"), &all)?;
    let (name, digest) = hashed(dist, "style.css")?;
    for sheet in sheets.iter().rev() {
        page.replace_range(sheet.span.clone(), "");
    }
    page.insert_str(place, &format!("<link rel=\"stylesheet\" href=\"./{name}\" integrity=\"{digest}\">"));
    Ok(page)
}

fn is_sheet(tag: &Tag) -> bool {
    tag.name == "link" && tag.attribute("rel") == Some("stylesheet") && tag.attribute("media").is_none()
}
