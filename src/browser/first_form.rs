//! The form that stands in the page before the program: what is typed into it, and where its answers go.

use super::{document, elements, focus, listen, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventInit, FocusOptions, HtmlElement, HtmlInputElement, Node};

/// Where the form stands until the page is there.
const PLACE: &str = "app";

/// The id of a field and the text in it.
pub type FieldText = (String, String);

/// Calls `handler` with the ids and texts of all fields that hold any, now if there are some and whenever one is typed
/// into, for as long as the form is there.
pub fn on_typing(mut handler: impl FnMut(Vec<FieldText>) + 'static) {
    let Some(place) = elements::element(PLACE) else { return };
    let own = place.clone();
    let mut known = Vec::new();
    let mut look = move || {
        let texts = texts(&own);
        // What was emptied is told too: as an empty text.
        known.retain(|(id, _)| texts.iter().all(|(own, _): &FieldText| own != id));
        let emptied = known.drain(..).map(|(id, _)| (id, String::new()));
        handler(emptied.chain(texts.iter().cloned()).collect());
        known = texts;
    };
    if !texts(&place).is_empty() {
        look();
    }
    listen(&place, "input", Box::new(move |_| look()));
}

fn texts(place: &Element) -> Vec<FieldText> {
    let typed = elements::all(place, "input[id^=in-]").into_iter().filter_map(|field| {
        let field = field.dyn_into::<HtmlInputElement>().ok()?;
        Some((field.id(), field.value()))
    });
    typed.filter(|(_, text)| !text.is_empty()).collect()
}

/// Writes the unit of a field and what stands in it while it is empty.
pub fn label(id: &str, unit: &str, example: &str) {
    let Some(field) = elements::element(id) else { return };
    let _ = field.set_attribute("placeholder", example);
    if let Some(own) = field.next_element_sibling() {
        own.set_text_content(Some(unit));
    }
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

/// Where somebody is in the form.
struct Hand {
    /// The id of the field or place that has the focus, and what is selected in it.
    focus: Option<(String, Option<(u32, u32)>)>,
    texts: Vec<FieldText>,
    /// Which of the folded places are open.
    open: Vec<bool>,
    scrolled: f64,
}

/// Has the page drawn in the place of the form: what was typed, unfolded and scrolled to, the focus and the caret are as
/// they were.
/// `untold` are the ids of fields of whose text there is something to say.
pub fn replace(untold: Vec<String>, draw: impl FnOnce(HtmlElement)) {
    let Some(place) = elements::element(PLACE) else { return };
    let hand = hand(&place);
    let before = children(&place);
    draw(place.clone());
    // Before the field in which somebody is typing goes away: a phone would put its keys away.
    give_focus(&place, &hand);
    for own in before {
        let _ = place.remove_child(&own);
    }
    if let Some(window) = window().filter(|window| window.scroll_y() != Ok(hand.scrolled)) {
        window.scroll_to_with_x_and_y(0.0, hand.scrolled);
    }
    // Fields get their texts once all is drawn.
    focus::soon(Box::new(move || {
        give_texts(&place, &hand, &untold);
        let _ = place.remove_attribute("data-loading");
    }));
}

fn children(place: &Element) -> Vec<Node> {
    let list = place.child_nodes();
    (0..list.length()).filter_map(|at| list.item(at)).collect()
}

fn hand(place: &Element) -> Hand {
    let focused = document().and_then(|document| document.active_element());
    let focus = focused.filter(|element| place.contains(Some(element))).map(|element| {
        let selected = element
            .dyn_ref::<HtmlInputElement>()
            .and_then(|field| Some((field.selection_start().ok()??, field.selection_end().ok()??)));
        (element.id(), selected)
    });
    let open = elements::all(place, "details").iter().map(|details| details.has_attribute("open")).collect();
    let scrolled = window().and_then(|window| window.scroll_y().ok()).unwrap_or_default();
    Hand { focus, texts: texts(place), open, scrolled }
}

/// The element of an id that was drawn last.
fn drawn<T: JsCast>(place: &Element, id: &str) -> Option<T> {
    // Without one it would be any.
    let named = if id.is_empty() { None } else { elements::all(place, &["[id='", id, "']"].concat()).pop() };
    named?.dyn_into().ok()
}

fn give_focus(place: &Element, hand: &Hand) {
    let folded = elements::all(place, "details").into_iter().skip(hand.open.len());
    for (details, _) in folded.zip(&hand.open).filter(|(_, is_open)| **is_open) {
        let _ = details.set_attribute("open", "");
    }
    let focused = hand.focus.as_ref().and_then(|(id, _)| drawn::<HtmlElement>(place, id));
    if let Some(element) = focused {
        let staying = FocusOptions::new();
        staying.set_prevent_scroll(true);
        let _ = element.focus_with_options(&staying);
    }
}

fn give_texts(place: &Element, hand: &Hand, untold: &[String]) {
    for (id, text) in &hand.texts {
        let Some(field) = drawn::<HtmlInputElement>(place, id) else { continue };
        let has_focus = hand.focus.as_ref().is_some_and(|(own, _)| own == id);
        // What was taken stands there as a number already; the others say what is the matter, once they are typed again.
        if has_focus || untold.contains(id) {
            field.set_value(text);
            let bubbling = EventInit::new();
            bubbling.set_bubbles(true);
            let _ =
                Event::new_with_event_init_dict("input", &bubbling).map(|event| field.dispatch_event(&event));
        }
    }
    let selected =
        hand.focus.as_ref().and_then(|(id, selected)| drawn::<HtmlInputElement>(place, id).zip(*selected));
    if let Some((field, (start, end))) = selected {
        let _ = field.set_selection_range(start, end);
    }
}
