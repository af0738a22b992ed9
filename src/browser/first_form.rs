//! The form that stands in the page before the program: what is typed into it, and where its answers go.

use super::{elements, listen};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement};

/// Where the form stands until the page is there.
pub(super) const PLACE: &str = "app";

/// The id of a field and the text in it.
pub type FieldText = (String, String);

/// Calls `handler` with the ids and texts of fields that were typed into: of all that hold any now, if there are some, and
/// from then on of each with every keystroke.
pub fn on_typing(mut handler: impl FnMut(&[FieldText]) + 'static) {
    let Some(place) = elements::element(PLACE) else { return };
    let known = texts(&place);
    if !known.is_empty() {
        handler(&known);
    }
    let typed = move |event: Event| {
        let field = event.target().and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
        if let Some(field) = field {
            handler(&[(field.id(), field.value())]);
        }
    };
    listen(&place, "input", Box::new(typed));
}

/// The fields that hold a text.
pub(super) fn texts(place: &Element) -> Vec<FieldText> {
    let typed = elements::all(place, "input[id^=in-], #model-name").into_iter().filter_map(|field| {
        let field = field.dyn_into::<HtmlInputElement>().ok()?;
        Some((field.id(), field.value()))
    });
    typed.filter(|(_, text)| !text.is_empty()).collect()
}

/// Writes the unit of a field and what stands in it while it is empty; whether they were others before.
pub fn label(id: &str, unit: &str, example: &str) -> bool {
    let Some(field) = elements::element(id) else { return false };
    let Some(own) = field.next_element_sibling() else { return false };
    let is_other = own.text_content().as_deref() != Some(unit);
    if is_other {
        let _ = field.set_attribute("placeholder", example);
        own.set_text_content(Some(unit));
    }
    is_other
}

/// Says that what was typed is not saved yet.
pub fn say_saving(text: &str) {
    let Some(page) = elements::element(PLACE) else { return };
    if let Some(place) = elements::all(&page, ".saved").first() {
        let _ = place.set_attribute("data-state", "saving");
        place.set_text_content(Some(text));
    }
}

/// An answer in words.
pub struct AnswerText {
    /// The name of its tone.
    pub tone: &'static str,
    /// The tone for who hears the page.
    pub spoken_tone: String,
    /// The answer.
    pub value: String,
    /// What stands under it.
    pub detail: String,
    /// What it means.
    pub meaning: String,
}

/// Writes answers into their cards, and how all of them sound.
pub fn write_answers(tone: &str, answers: &[AnswerText]) {
    let Some(page) = elements::element(PLACE) else { return };
    if let Some(bar) = elements::all(&page, ".answers").first() {
        let _ = bar.set_attribute("data-tone", tone);
    }
    for (card, answer) in elements::all(&page, ".answers .answer").iter().zip(answers) {
        put_tone(card, answer.tone);
        for (place, text) in [
            ("dt .vh", &answer.spoken_tone),
            (".value", &answer.value),
            (".detail", &answer.detail),
            (".meaning", &answer.meaning),
        ] {
            put(card, place, text);
        }
    }
}

/// A bar and the sum at its end.
pub struct BarText {
    /// How long the bar is.
    pub length: i32,
    /// Where the sum stands.
    pub place: i32,
    /// How it is drawn.
    pub class: &'static str,
    /// The sum.
    pub sum: String,
}

/// The first answer in words.
pub struct FirstAnswerText {
    /// Whether some of its numbers are an example's.
    pub is_example: bool,
    /// What stands over it.
    pub heading: String,
    /// How much of it is an example's.
    pub note: String,
    /// The name of the verdict's tone.
    pub tone: &'static str,
    /// The verdict's sentence.
    pub sentence: String,
    /// What a client brings and costs.
    pub bars: [BarText; 2],
    /// The figures under it.
    pub figures: [String; 4],
}

/// Writes the first answer beside the form.
pub fn write_first(first: &FirstAnswerText) {
    let Some(page) = elements::element(PLACE) else { return };
    let Some(card) = elements::all(&page, "#first-answer-card").pop() else { return };
    let _ = match first.is_example {
        true => card.set_attribute("data-example", ""),
        false => card.remove_attribute("data-example"),
    };
    put(&card, "h2", &first.heading);
    put(&card, ".whose", &first.note);
    if let Some(verdict) = elements::all(&card, ".verdict").first() {
        put_tone(verdict, first.tone);
        put(verdict, ".say", &first.sentence);
    }
    for (place, text) in elements::all(&card, ".pairs dd").iter().zip(&first.figures) {
        place.set_text_content(Some(text));
    }
    let bars = elements::all(&card, ".plot rect").into_iter().zip(elements::all(&card, ".plot .say"));
    for ((bar, label), text) in bars.zip(&first.bars) {
        let _ = bar.set_attribute("width", &text.length.to_string());
        let _ = label.set_attribute("x", &text.place.to_string());
        let _ = label.set_attribute("class", text.class);
        label.set_text_content(Some(&text.sum));
    }
}

fn put_tone(place: &Element, tone: &str) {
    let _ = place.set_attribute("data-tone", tone);
    if let Some(mark) = elements::all(place, ".mark use").first() {
        let _ = mark.set_attribute("href", &["#m-", tone].concat());
    }
}

fn put(place: &Element, selector: &str, text: &str) {
    if let Some(place) = elements::all(place, selector).first() {
        place.set_text_content(Some(text));
    }
}
