//! Two style sheets instead of ten: what the first answer needs, for which the page waits, and what comes after it.

use crate::assets::saved;
use crate::html::{self, Tag};
use crate::project::read;
use crate::step::Done;
use std::fs;
use std::path::Path;

/// Joins the style sheets in their order: those without `media` into the first, the others into the later one, whose name
/// and digest the page's own script finds in a `meta`.
pub fn joined(dist: &Path, page: &str, is_small: bool) -> Done<String> {
    let sheets: Vec<Tag> = html::tags(page).into_iter().filter(is_sheet).collect();
    let (later, first): (Vec<&Tag>, Vec<&Tag>) = sheets.iter().partition(|sheet| is_later(sheet));
    let (first, first_digest) = join(dist, &first, "style.css", is_small)?;
    let (later, later_digest) = join(dist, &later, "later.css", is_small)?;
    let mut places = 0;
    let page = html::changed(page, |tag| {
        if tag.attribute("name") == Some("later-sheet") {
            places += 1;
            return Ok(Some(tag.clone().with("content", &format!("./{later} {later_digest}")).written()));
        }
        Ok(is_sheet(tag).then(String::new))
    })?;
    if places != 1 {
        return Err(format!(
            "index.html has {places} places for the later style sheet, <meta name=later-sheet>"
        ));
    }
    let link = [("rel", "stylesheet"), ("href", &format!("./{first}")), ("integrity", &first_digest)];
    html::with_in_head(&page, &Tag::new("link", &link))
}

fn is_sheet(tag: &Tag) -> bool {
    tag.name == "link" && tag.attribute("rel") == Some("stylesheet")
}

fn is_later(sheet: &Tag) -> bool {
    sheet.attribute("media").is_some()
}

/// Makes one file of the style sheets that some tags load; returns its name and its digest.
fn join(dist: &Path, sheets: &[&Tag], name: &str, is_small: bool) -> Done<(String, String)> {
    let mut all = String::new();
    for sheet in sheets {
        let file = dist.join(sheet.attribute("href").unwrap_or_default().trim_start_matches("./"));
        all += &read(&file)?;
        all.push('\n');
        fs::remove_file(&file).map_err(|error| format!("{}: {error}", file.display()))?;
    }
    saved(dist, name, &all, is_small)
}
