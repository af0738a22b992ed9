//! Files: out as downloads, in by a dialog or dropped onto the page.

use super::{document, elements, listen, timers};
use js_sys::futures::{JsFuture, spawn_local};
use js_sys::{Array, Uint8Array};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{
    Blob, BlobPropertyBag, DragEvent, Event, File, FileList, HtmlAnchorElement, HtmlInputElement, Url,
};

/// Why a file was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PickFault {
    /// More bytes than allowed.
    TooLarge,
    /// The browser could not read it.
    Unreadable,
}

/// A name that every system takes for a file, out of any text: `extension` without its dot.
pub fn file_name(name: &str, extension: &str) -> String {
    let safe = |c: char| if c.is_control() || r#"<>:"/\|?*#%"#.contains(c) { '-' } else { c };
    let name: String = name.chars().take(80).map(safe).collect();
    let name = name.trim_matches(['.', ' ', '-']);
    [if name.is_empty() { "obkatka" } else { name }, ".", extension].concat()
}

/// Offers a text as a file to keep; `kind` is its media type. Says whether that was possible.
pub fn download(name: &str, kind: &str, text: &str) -> bool {
    saved(name, kind, text).is_some()
}

fn saved(name: &str, kind: &str, text: &str) -> Option<()> {
    let bag = BlobPropertyBag::new();
    bag.set_type(kind);
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &bag).ok()?;
    let address = Url::create_object_url_with_blob(&blob).ok()?;
    let anchor: HtmlAnchorElement = document()?.create_element("a").ok()?.dyn_into().ok()?;
    anchor.set_href(&address);
    anchor.set_download(name);
    anchor.click();
    // The browser needs the address for as long as it may ask where to put the file.
    timers::later(60_000, Box::new(move || drop(Url::revoke_object_url(&address))));
    Some(())
}

/// The page's own way to choose a file. What is dropped anywhere onto the page counts as chosen: the page's
/// script sees to it, for a file may come before the program.
const CHOOSER: &str = "open-file";

fn chooser() -> Option<HtmlInputElement> {
    elements::element(CHOOSER)?.dyn_into().ok()
}

/// Asks for a file; nothing happens if none is chosen. Only as an answer to a tap or a key.
pub fn choose() {
    if let Some(input) = chooser() {
        input.click();
    }
}

/// Calls `handler` whenever a file was chosen or dropped.
pub fn on_chosen(handler: Box<dyn Fn()>) {
    if let Some(input) = chooser() {
        listen(&input, "change", Box::new(move |_| handler()));
    }
}

/// Reads the files that were chosen and not taken yet, one after the other, each if it has at most `most` bytes.
pub fn take_chosen(most: u32, done: &DoneBytes) {
    let Some(input) = chooser() else { return };
    let Some(files) = input.files() else { return };
    let all: Vec<File> = (0..files.length()).filter_map(|at| files.get(at)).collect();
    // The same file can be chosen again.
    input.set_value("");
    let done = Rc::clone(done);
    spawn_local(async move {
        for file in all {
            done(bytes(&file, most).await);
        }
    });
}

/// What is done with the bytes of a file.
pub type DoneBytes = Rc<dyn Fn(Result<Vec<u8>, PickFault>)>;

/// Asks for a file and reads it, if it has at most `most` bytes.
pub fn pick_bytes(accept: &str, most: u32, done: DoneBytes) {
    let input = document().and_then(|document| document.create_element("input").ok());
    let Some(input) = input.and_then(|input| input.dyn_into::<HtmlInputElement>().ok()) else {
        return;
    };
    input.set_type("file");
    input.set_accept(accept);
    let chosen = input.clone();
    listen(&input, "change", Box::new(move |_| first_bytes(chosen.files(), most, &done)));
    input.click();
}

/// Takes a file that is dropped, so that nothing else on the page does; whether there was one.
pub fn take_dropped(event: &Event, most: u32, done: &DoneBytes) -> bool {
    let Some(drop) = dropped(event) else { return false };
    event.prevent_default();
    event.stop_propagation();
    first_bytes(drop.files(), most, done);
    true
}

fn first_bytes(files: Option<FileList>, most: u32, done: &DoneBytes) {
    let Some(file) = files.and_then(|files| files.get(0)) else {
        return;
    };
    let done = Rc::clone(done);
    spawn_local(async move { done(bytes(&file, most).await) });
}

async fn bytes(file: &File, most: u32) -> Result<Vec<u8>, PickFault> {
    if file.size() > f64::from(most) {
        return Err(PickFault::TooLarge);
    }
    let buffer = JsFuture::from(file.array_buffer()).await;
    buffer.map(|buffer| Uint8Array::new(&buffer).to_vec()).map_err(|_| PickFault::Unreadable)
}

/// What a drag carries, if files are among it.
fn dropped(event: &Event) -> Option<web_sys::DataTransfer> {
    let carried = event.dyn_ref::<DragEvent>()?.data_transfer()?;
    carried.types().iter().any(|kind| kind.as_string().as_deref() == Some("Files")).then_some(carried)
}
