//! Two style sheets instead of ten: what the first answer needs, which stands in the page, and what comes after it.

use crate::assets::{Ending, saved, small};
use crate::html::{self, Tag};
use crate::project::read;
use crate::step::Done;
use std::fs;
use std::path::Path;

/// Joins the style sheets in their order: those without `media` in the page itself, since a file would be one more way to the
/// host before the first field is seen; the others in the later one, whose name and digest the page's own script finds in a `meta`.
pub fn joined(dist: &Path, page: &str, is_small: bool) -> Done<String> {
    let sheets: Vec<Tag> = html::tags(page).into_iter().filter(is_sheet).collect();
    let (later, first): (Vec<&Tag>, Vec<&Tag>) = sheets.iter().partition(|sheet| is_later(sheet));
    let mut first = joint(dist, &first)?;
    if is_small {
        first = small(dist, Ending::Style, &first)?;
    }
    let (later, later_digest) = saved(dist, "later.css", &joint(dist, &later)?, is_small)?;
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
    html::with_in_head(&page, &format!("<style>{}</style>", first.trim()))
}

fn is_sheet(tag: &Tag) -> bool {
    tag.name == "link" && tag.attribute("rel") == Some("stylesheet")
}

fn is_later(sheet: &Tag) -> bool {
    sheet.attribute("media").is_some()
}

/// The text of the style sheets that some tags load; their files go.
fn joint(dist: &Path, sheets: &[&Tag]) -> Done<String> {
    let mut all = String::new();
    for sheet in sheets {
        let file = dist.join(sheet.attribute("href").unwrap_or_default().trim_start_matches("./"));
        all += &read(&file)?;
        all.push('\n');
        fs::remove_file(&file).map_err(|error| format!("{}: {error}", file.display()))?;
    }
    Ok(all)
}
