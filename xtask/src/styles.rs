//! Two style sheets instead of ten: what the first answer needs, for which the page waits, and what comes after it.

use crate::html::{self, Tag};
use crate::project::{read, save};
use crate::split::hashed;
use crate::step::Done;
use std::fs;
use std::path::Path;

/// Joins the style sheets in their order: those without `media` into the first, the others into the later one, whose name
/// and digest the page's own script finds in a `meta`.
pub fn joined(dist: &Path, page: String) -> Done<String> {
    let (page, later) = join(dist, page, "later.css", |media| media.is_some())?;
    let (page, first) = join(dist, page, "style.css", |media| media.is_none())?;
    let place = html::tags(&page).into_iter().find(|tag| tag.attribute("name") == Some("later-sheet"));
    let mut page = page;
    if let (Some(tag), Some((name, digest))) = (place, later) {
        page.replace_range(tag.span, &format!("<meta name=\"later-sheet\" content=\"./{name} {digest}\">"));
    }
    if let (Some(end), Some((name, digest))) = (page.find("</head>"), first) {
        page.insert_str(end, &format!("<link rel=\"stylesheet\" href=\"./{name}\" integrity=\"{digest}\">"));
    }
    Ok(page)
}

/// A file's name and its digest.
type Named = (String, String);

/// Takes the style sheets of a kind out of the page and makes one file of them.
fn join(
    dist: &Path,
    mut page: String,
    name: &str,
    is_own: impl Fn(Option<&str>) -> bool,
) -> Done<(String, Option<Named>)> {
    let tags = html::tags(&page);
    let sheets: Vec<&Tag> =
        tags.iter().filter(|tag| is_sheet(tag) && is_own(tag.attribute("media"))).collect();
    if sheets.is_empty() {
        return Ok((page, None));
    }
    let mut all = String::new();
    for sheet in &sheets {
        let file = dist.join(sheet.attribute("href").unwrap_or_default().trim_start_matches("./"));
        all += &read(&file)?;
        all.push('\n');
        fs::remove_file(&file).map_err(|error| format!("{}: {error}", file.display()))?;
    }
    save(&dist.join(name), &all)?;
    let named = hashed(dist, name)?;
    for sheet in sheets.iter().rev() {
        page.replace_range(sheet.span.clone(), "");
    }
    Ok((page, Some(named)))
}

fn is_sheet(tag: &Tag) -> bool {
    tag.name == "link" && tag.attribute("rel") == Some("stylesheet")
}
