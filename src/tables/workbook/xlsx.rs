//! A workbook of Excel since 2007, and of all that writes the same form.

use super::super::pace::Pace;
use super::cell_formats::CellFormats;
use super::contents::{Workbook, WorkbookFault};
use super::markup::{Markup, Piece};
use super::package::{Package, Relation};
use super::sheet_cells::{Shared, rows, tidy};
use super::split_tables::add_tables;

/// The most sheets that are read, and that are looked at.
const MOST_SHEETS: usize = 50;
const MOST_LISTED: usize = 1000;
/// The most text that cells refer to, in bytes.
const MOST_SHARED: usize = 40 << 20;
/// Which hundredths of all reading the texts are that cells refer to, and the sheets.
const TEXTS: (usize, usize) = (0, 30);

/// A sheet as the workbook names it.
struct SheetName {
    name: String,
    file: String,
}

/// The sheets of a workbook that can be seen.
struct Names {
    sheets: Vec<SheetName>,
    hidden: usize,
    is_1904: bool,
}

/// Reads a workbook.
pub(super) async fn workbook(pace: &Pace, bytes: &[u8]) -> Result<Workbook, WorkbookFault> {
    let package = Package::open(bytes)?;
    let main = package.relations("")?.into_iter().find(|relation| relation.kind == "officeDocument");
    let main = main.map_or_else(|| "xl/workbook.xml".to_owned(), |relation| relation.target);
    let Some(markup) = package.markup(&main).filter(|_| !main.ends_with(".bin")) else {
        let is_other =
            ["content.xml", ".bin", ".iwa", ".xml"].iter().any(|ending| package.has_ending(ending));
        return Err(if is_other { WorkbookFault::OtherFormat } else { WorkbookFault::Damaged });
    };
    let relations = package.relations(&main)?;
    let names = names(markup.small(), &relations)?;
    let file = |kind: &str| {
        relations.iter().find(|relation| relation.kind == kind).map(|relation| &*relation.target)
    };
    let markup_of = |kind| file(kind).and_then(|name| package.markup(name));
    let mut formats =
        markup_of("styles").map_or_else(|| Ok(CellFormats::default()), |markup| styles(markup.small()))?;
    formats.is_1904 = names.is_1904;
    let texts = match markup_of("sharedStrings") {
        Some(markup) => texts(pace, markup).await?,
        None => Vec::new(),
    };
    let shared = Shared { texts, formats };
    let count = names.sheets.len().clamp(1, MOST_SHEETS);
    let sheets_beyond = names.sheets.len().saturating_sub(count);
    let mut workbook = Workbook { tables: Vec::new(), hidden_sheets: names.hidden, sheets_beyond };
    for (at, SheetName { name, file }) in names.sheets.into_iter().enumerate().take(MOST_SHEETS) {
        let Some(mut markup) = package.markup(&file) else { continue };
        let part = |at: usize| at.saturating_mul(70).checked_div(count).unwrap_or(0).saturating_add(30);
        let share = (part(at), part(at.saturating_add(1)));
        add_tables(&mut workbook.tables, &name, rows(pace, &mut markup, &shared, share).await?);
    }
    Ok(workbook)
}

fn names(mut markup: Markup<'_>, relations: &[Relation]) -> Result<Names, WorkbookFault> {
    let mut names = Names { sheets: Vec::new(), hidden: 0, is_1904: false };
    while let Some(piece) = markup.next()? {
        match piece {
            Piece::Open("workbookPr", attributes, _) => {
                names.is_1904 = matches!(attributes.value("date1904").as_deref(), Some("1" | "true"));
            }
            Piece::Open("sheet", attributes, _)
                if names.sheets.len().saturating_add(names.hidden) < MOST_LISTED =>
            {
                let id = attributes.value("id").unwrap_or_default();
                let sheet =
                    relations.iter().find(|relation| relation.id == id && relation.kind == "worksheet");
                let Some(file) = sheet.map(|relation| relation.target.clone()) else { continue };
                if matches!(attributes.value("state").as_deref(), Some("hidden" | "veryHidden")) {
                    names.hidden = names.hidden.saturating_add(1);
                    continue;
                }
                names.sheets.push(SheetName { name: attributes.value("name").unwrap_or_default(), file });
            }
            _ => {}
        }
    }
    Ok(names)
}

fn styles(mut markup: Markup<'_>) -> Result<CellFormats, WorkbookFault> {
    let mut formats = CellFormats::default();
    let mut is_in_cells = false;
    while let Some(piece) = markup.next()? {
        match piece {
            Piece::Open("cellXfs", _, is_closed) => is_in_cells = !is_closed,
            Piece::Close("cellXfs") => is_in_cells = false,
            Piece::Open("numFmt", attributes, _) => {
                if let Some((number, code)) =
                    attributes.number("numFmtId").zip(attributes.value("formatCode"))
                {
                    formats.codes.insert(number, code);
                }
            }
            Piece::Open("xf", attributes, _) if is_in_cells => {
                formats.styles.push(attributes.number("numFmtId").unwrap_or(0));
            }
            _ => {}
        }
    }
    Ok(formats)
}

/// The texts that cells refer to by their number.
async fn texts(pace: &Pace, mut markup: Markup<'_>) -> Result<Vec<String>, WorkbookFault> {
    let (mut texts, mut text, mut bytes) = (Vec::new(), String::new(), 0_usize);
    let (mut is_in_text, mut is_aside) = (false, false);
    loop {
        pace.cell().await;
        let (at, all) = markup.progress();
        pace.reach(TEXTS, at, all);
        let Some(piece) = markup.next()? else { return Ok(texts) };
        match piece {
            Piece::Open("si", _, true) => texts.push(String::new()),
            // How a text is read aloud stands beside it in some scripts.
            Piece::Open("rPh", _, is_closed) => is_aside = !is_closed,
            Piece::Close("rPh") => is_aside = false,
            Piece::Open("t", _, is_closed) => is_in_text = !is_closed && !is_aside,
            Piece::Close("t") => is_in_text = false,
            Piece::Text(part) if is_in_text => {
                bytes = bytes.saturating_add(part.len());
                text.push_str(&part);
            }
            Piece::Close("si") => texts.push(tidy(&core::mem::take(&mut text))),
            _ => {}
        }
        if bytes > MOST_SHARED {
            return Err(WorkbookFault::TooLarge);
        }
    }
}
