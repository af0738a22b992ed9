//! Every chart of the program over templates and odd documents, in both languages: reviewed once and kept as snapshots,
//! whole in whatever document, and in the places that it names.
//!
//! `cargo test --test pictures` leaves all of them as a page to look at, `target/tmp/pictures.html`.

#[path = "common/agency.rs"]
mod agency;
#[path = "common/arbitrary.rs"]
mod arbitrary;
#[path = "common/business.rs"]
mod business;
#[path = "common/labels.rs"]
mod labels;
#[path = "common/marks.rs"]
mod marks;
#[path = "common/odd.rs"]
mod odd;

use obkatka::chart::{Anchor, Point, Rect};
use obkatka::codec::TEMPLATES;
use obkatka::model::{Datum, Edit, Estimate, Model, with_usual_chain};
use obkatka::number::Decimal;
use obkatka::picture::{CHARTS, Context, Form, Mark, Pattern, Picture, Shown, Table, svg};
use obkatka::plan::evaluate;
use obkatka::text::{Language, Show};
use proptest::prelude::*;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// Pictures as wide as on a phone, in Russian, and as in a column of a wide page, in English.
const LOOKS: [(Language, &str, i32); 2] = [(Language::Russian, "ru", 328), (Language::English, "en", 640)];

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// All charts of a document.
fn shown(model: &Model, language: Language, width: i32) -> Vec<(&'static str, Shown)> {
    let outcome = evaluate(model);
    let show = Show::standard(language).of(&model.about);
    let context = Context { model, outcome: &outcome, show: &show, width };
    CHARTS.iter().map(|chart| (chart.id(), chart.shown(&context))).collect()
}

/// Three months of facts, orders of the last an estimate; a chain with scores, a proposal for the first role.
fn with_everything(mut model: Model) -> Model {
    model = with_usual_chain(&model);
    if let Some(person) = model.people.first_mut() {
        person.has_proposal = true;
        person.proposed_salary = Some(Estimate::guess(40_000));
    }
    for person in &mut model.people {
        person.capacity = Some(Estimate::guess(10));
    }
    let channels: Vec<_> = model.channels.iter().take(2).map(|channel| channel.id.clone()).collect();
    let sales_at = model.funnel.stages.last().map(|stage| format!("stages/{}/count", stage.id));
    for (t, orders) in [4, 6].into_iter().enumerate() {
        let month = model.about.start.later(t as u32).key();
        let datum = Datum::Fact(Some(Decimal::from(orders)));
        model = Edit::put(format!("facts/months/{month}/delivered"), datum).applied(&model).unwrap();
    }
    model.facts.estimates_orders = true;
    for (t, [spend, leads, sales]) in (0..).zip([[90_000, 31, 2], [110_000, 40, 3], [100_000, 22, 1]]) {
        for id in &channels {
            let sales = sales_at.as_deref().map(|place| (place, sales));
            let places = [("spend", spend), ("leads", leads)].into_iter().chain(sales);
            for (place, value) in places {
                let month = model.about.start.later(t).key();
                let datum = Datum::Fact(Some(Decimal::from(value)));
                let path = format!("facts/months/{month}/channels/{id}/{place}");
                model = Edit::put(path, datum).applied(&model).unwrap();
            }
        }
    }
    let last = model.about.start.later(2).key();
    for channel in model.channels.clone() {
        let path = format!("facts/months/{last}/channels/{}/revenue", channel.id);
        model = Edit::put(path, Datum::Fact(Some(Decimal::from(70_000)))).applied(&model).unwrap();
    }
    model
}

/// Documents to look at, with their names.
fn documents(language: Language) -> Vec<(String, Model)> {
    let odd = ["odd_nothing_filled_in", "odd_zero_price", "odd_numbers_of_28_digits"];
    let odd = odd::businesses().into_iter().filter(|(name, _)| odd.contains(name));
    let mut documents: Vec<_> = odd.map(|(name, model)| (name.to_owned(), model)).collect();
    // One country's are enough to look at.
    for template in TEMPLATES.iter().filter(|template| template.readers == Language::Russian) {
        documents.push((template.id.to_owned(), template.model(language)));
    }
    let agency = with_everything(agency::agency());
    let mut one_month = agency.clone();
    one_month.about.horizon = 1;
    let mut no_clients = TEMPLATES[1].model(language);
    no_clients.channels.clear();
    documents.extend([
        ("everything".to_owned(), agency),
        ("odd_one_month".to_owned(), one_month),
        ("odd_no_clients".to_owned(), no_clients),
    ]);
    documents
}

#[test]
fn charts_look_as_they_were_reviewed() {
    let mut gallery = String::new();
    for (language, code, width) in LOOKS {
        for (name, model) in documents(language) {
            let all = shown(&model, language, width);
            let mut settings = insta::Settings::clone_current();
            settings.set_snapshot_path(folder("tests/pictures"));
            settings.set_prepend_module_to_snapshot(false);
            settings.set_omit_expression(true);
            settings.bind(|| insta::assert_snapshot!(format!("{name}_{code}"), page(&all)));
            let _ = write!(gallery, "<h1>{name}, {code}</h1>{}", all.iter().map(figure).collect::<String>());
        }
    }
    let styles =
        ["tokens", "base", "charts", "people"].map(|name| read(&format!("style/{name}.css"))).concat();
    let index = read("index.html");
    let sprite = index.find("<defs>").and_then(|from| Some(&index[from..index.find("</defs>")?]));
    let sprite = format!(r#"<svg width="0" height="0">{}</defs></svg>"#, sprite.unwrap());
    let styles = format!("<style>{styles} figure {{ width: 40rem; margin: 2rem; }}</style>");
    let page = format!("<!doctype html><meta charset=utf-8>{styles}{sprite}{gallery}");
    fs::write(Path::new(env!("CARGO_TARGET_TMPDIR")).join("pictures.html"), page).unwrap();
}

fn figure((_, chart): &(&str, Shown)) -> String {
    let picture = chart.picture.as_ref().map_or_else(String::new, |picture| svg(picture, &chart.title));
    format!(
        r#"<figure class="chart card"><h3>{}</h3><p>{}</p>{picture}</figure>"#,
        chart.title, chart.finding.text
    )
}

fn read(path: &str) -> String {
    fs::read_to_string(folder(path)).unwrap()
}

/// All charts of a document as a page to review.
fn page(charts: &[(&str, Shown)]) -> String {
    let mut page = String::new();
    for (id, chart) in charts {
        let _ = writeln!(page, "# {id}: {}\n{}", chart.title, chart.finding.text);
        let Some(picture) = &chart.picture else { continue };
        page.push_str(&svg(picture, &chart.title));
        for key in &chart.keys {
            let _ = writeln!(page, "- {:?} {}: {}", key.form, key.class, key.text);
        }
        page.push_str(&rows(&chart.table));
    }
    page
}

/// The head, the first rows and the last.
fn rows(Table { head, rows }: &Table) -> String {
    let last = rows.len().saturating_sub(1);
    let told = rows.iter().enumerate().filter(|(at, _)| *at < 3 || *at == last).map(|(_, row)| row);
    std::iter::once(head).chain(told).map(|row| format!("| {}\n", row.join(" | "))).collect()
}

#[test]
fn every_class_and_pattern_has_its_look() {
    let names: Vec<_> = fs::read_dir(folder("style")).unwrap().map(|entry| entry.unwrap().path()).collect();
    let styles: String = names
        .iter()
        .filter(|path| path.extension().is_some_and(|ending| ending == "css"))
        .map(|path| fs::read_to_string(path).unwrap())
        .collect();
    let is_known = |name: &str| {
        let rule = format!(".{name}");
        let ends = |at: usize| {
            !styles[at + rule.len()..].starts_with(|sign: char| sign.is_alphanumeric() || sign == '-')
        };
        styles.match_indices(&rule).any(|(at, _)| ends(at))
    };
    for (document, model) in documents(Language::English) {
        for (id, chart) in shown(&model, Language::English, 640) {
            let marks = chart.picture.iter().flat_map(marks::all).map(marks::class);
            for name in marks.chain(chart.keys.iter().map(|key| key.class)).flat_map(str::split_whitespace) {
                assert!(is_known(name), "{document}, {id}: no style sheet knows .{name}");
            }
        }
    }
    let index = read("index.html");
    for pattern in Pattern::ALL {
        let id = pattern.url().trim_start_matches("url(#").trim_end_matches(')');
        assert!(index.contains(&format!(r#"<pattern id="{id}""#)), "{id} is not drawn in index.html");
    }
}

#[test]
fn every_chart_stands_where_it_says() {
    for chart in CHARTS {
        let name = chart.id().to_uppercase();
        assert_eq!(CHARTS.iter().filter(|own| own.id() == chart.id()).count(), 1, "{name} is there twice");
        assert!(!chart.screens().is_empty(), "{name} names no screen");
        for screen in chart.screens() {
            let code = sources(&folder("src/ui/screens").join(screen));
            assert!(code.contains(&format!("&{name}")), "src/ui/screens/{screen} does not show {name}");
        }
    }
}

fn sources(folder: &Path) -> String {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let each = |path: PathBuf| if path.is_dir() { sources(&path) } else { fs::read_to_string(path).unwrap() };
    entries.map(|entry| each(entry.unwrap().path())).collect()
}

#[test]
fn a_document_with_everything_draws_every_chart() {
    for (id, chart) in shown(&with_everything(agency::agency()), Language::English, 640) {
        assert!(chart.picture.is_some(), "{id}: {}", chart.finding.text);
    }
}

#[test]
fn a_place_in_a_chart_answers_with_the_numbers_that_it_shows() {
    let charts = shown(&with_everything(agency::agency()), Language::English, 640);
    for (id, chart) in &charts {
        let picture = chart.picture.as_ref().unwrap();
        let rows: Vec<usize> = picture.zones.iter().map(|zone| zone.row).collect();
        let all = if *id == "payback" { rows.len() } else { chart.table.rows.len() };
        assert_eq!(rows, (0..all).collect::<Vec<_>>(), "{id}: every row has its place");
    }
    let (_, cash) = charts.iter().find(|(id, _)| *id == "cash").unwrap();
    let picture = cash.picture.as_ref().unwrap();
    let right = Point { x: picture.view.width, y: 40 };
    let row = Picture::row_at(&picture.zones, right).unwrap();
    let text = cash.table.row_text(row).unwrap();
    let last = cash.table.rows.last().unwrap();
    let (begins, ends) = (format!("Month {} — ", last[0]), format!(": {}", last.last().unwrap()));
    assert!(text.starts_with(&begins) && text.ends_with(&ends), "{text}");
    let (_, payback) = charts.iter().find(|(id, _)| *id == "payback").unwrap();
    assert!(payback.table.row_text(3).unwrap().starts_with("Month 3 — "), "{:?}", payback.table.row_text(3));
}

/// What must hold of a chart in any document.
fn assert_sound(id: &str, chart: &Shown) {
    let Table { head, rows } = &chart.table;
    assert!(rows.iter().all(|row| row.len() == head.len()), "{id}: {:?}", chart.table);
    let Some(picture) = &chart.picture else { return };
    let sheet = marks::sheet(picture.view);
    if let Some(last) = picture.zones.iter().map(|zone| zone.row).max() {
        assert!(chart.table.row_text(last).is_some(), "{id}: row {last} is past {} rows", rows.len());
    }
    for zone in &picture.zones {
        assert!(sheet.holds(zone.rect), "{id}: {zone:?} is not within {sheet:?}");
    }
    for mark in marks::all(picture) {
        let points = marks::points(mark);
        assert!(points.iter().all(|point| sheet.touches(*point)), "{id}: {mark:?} is not within {sheet:?}");
    }
    // Charts over rows explain what some rows have, drawn or not.
    for key in chart.keys.iter().filter(|key| key.form != Form::Ring && BY_MONTH.contains(&id)) {
        let means = key.class.split(' ').nth(1);
        let is_drawn = marks::all(picture)
            .into_iter()
            .any(|mark| marks::class(mark).split(' ').any(|own| Some(own) == means));
        assert!(is_drawn, "{id} explains {key:?} and does not draw it");
    }
}

/// Labels that the geometry keeps apart: those of months beside one another, and those on the ground of a chart by month.
fn assert_apart(id: &str, picture: &Picture, is_label: impl Fn(&str, Anchor) -> bool) {
    let mut spaces: Vec<(Rect, &str)> = Vec::new();
    for mark in marks::all(picture) {
        let Mark::Text { class, place, text } = mark else { continue };
        if is_label(class, place.anchor) && !text.is_empty() {
            spaces.push((place.space(text, marks::FONT), text));
        }
    }
    for (at, (one, text)) in spaces.iter().enumerate() {
        let other = spaces[..at].iter().find(|(other, _)| other.overlaps(*one));
        assert!(other.is_none(), "{id}: {text} covers {other:?}");
    }
}

const BY_MONTH: [&str; 5] = ["money", "cash", "payback", "forecast_cash", "forecast_profit"];

fn assert_all(model: &Model, width: i32) {
    for language in [Language::Russian, Language::English] {
        for (id, chart) in shown(model, language, width) {
            assert_sound(id, &chart);
            if let Some(picture) = chart.picture.as_ref().filter(|_| BY_MONTH.contains(&id)) {
                assert_apart(id, picture, |class, _| class.starts_with("say"));
                assert_apart(id, picture, |class, anchor| class.is_empty() && anchor == Anchor::Middle);
            }
        }
    }
}

#[test]
fn charts_of_odd_businesses_are_sound() {
    let everything = with_everything(agency::agency());
    let odd = odd::businesses().into_iter().map(|(_, model)| model);
    for model in odd.chain([everything]) {
        for width in [240, 328, 479, 480, 640, 1200] {
            assert_all(&model, width);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn charts_of_any_document_are_sound(model in business::wild(), width in 200..1_200i32) {
        assert_all(&model, width);
    }

    #[test]
    fn charts_of_plausible_businesses_are_sound(model in business::sane(), width in 200..1_200i32) {
        assert_all(&with_everything(model), width);
    }
}

/// No label runs over another, over the edge of a bar or an area, or over a line of data. Over grids, reference lines and
/// the ties of a waterfall it may: those are thin, and labels have a ground of their own there. A sum may lie
/// over the one curve that it is about, where there is no free place near its point.
#[test]
fn no_label_runs_over_what_is_drawn() {
    const DATA: [&str; 6] = ["label", "curve", "area", "edge", "bar", "mark"];
    const BY_CURVE: [&str; 4] = ["cash", "payback", "forecast_cash", "forecast_profit"];
    let mut found = Vec::new();
    for language in [Language::Russian, Language::English] {
        let templates = TEMPLATES.iter().filter(|template| template.readers == language);
        for template in templates {
            let plain = template.model(language);
            let mut loss = plain.clone();
            loss.offer.price = Estimate::guess(1);
            let mut long = with_everything(plain.clone());
            long.channels.truncate(1);
            let name = "Рекомендации прежних клиентов и партнёров по всей области и соседним городам";
            long.channels.iter_mut().for_each(|channel| channel.name = name.into());
            long.funnel.stages.iter_mut().for_each(|stage| stage.name = name.into());
            for (model, width) in [plain, loss, long].iter().flat_map(|model| [(model, 296), (model, 600)]) {
                for (id, chart) in shown(model, language, width) {
                    let is_by_curve = BY_CURVE.contains(&id);
                    for own in chart.picture.iter().flat_map(labels::crossings) {
                        let is_data = DATA.iter().any(|class| own.over.starts_with(class));
                        let is_let =
                            is_by_curve && own.class.contains("halo") && !own.over.starts_with("label");
                        if is_data && !is_let {
                            found.push(format!(
                                "{}, {id}, {width}: “{}” ({}) over {}",
                                template.id, own.text, own.class, own.over
                            ));
                        }
                    }
                }
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}
