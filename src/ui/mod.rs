//! The screen: the only room that knows Leptos.
//!
//! **Never:** no formula, no word, no storage format of its own: it places what the other rooms make.

mod announcer;
mod answers;
mod app;
mod charts;
mod document;
mod errands;
mod explain;
mod fields;
mod icon;
mod keeper;
mod keeping;
mod later;
mod notice;
mod notices;
mod received;
mod refusals;
mod screen;
mod screens;
mod scripting;
mod shell;
mod show_settings;
mod sight;
mod state;
mod theme;
mod when_free;
mod whole_page;
mod wording;

pub use whole_page::open;
