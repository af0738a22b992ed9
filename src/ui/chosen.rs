//! A signal of one of a few values. It is kept as a number, so that all of them share the code of one signal:
//! each kind of signal weighs two kilobytes.

use super::state::{Screen, Theme};
use crate::desk::Saved;
use crate::text::Language;
use core::marker::PhantomData;
use leptos::prelude::*;

/// One of a few values.
pub trait Few: Copy + PartialEq + 'static {
    /// All of them, the usual one first.
    const ALL: &'static [Self];
}

impl Few for Screen {
    const ALL: &'static [Self] = &Screen::ALL;
}

impl Few for Theme {
    const ALL: &'static [Self] = &[Theme::Auto, Theme::Light, Theme::Dark];
}

impl Few for Language {
    const ALL: &'static [Self] = &[Language::Russian, Language::English];
}

impl Few for Saved {
    const ALL: &'static [Self] =
        &[Saved::Kept, Saved::Waiting, Saved::MemoryOnly, Saved::Full, Saved::Newer, Saved::View];
}

/// Which of a few it is.
pub struct Chosen<T> {
    place: RwSignal<u32>,
    kind: PhantomData<fn() -> T>,
}

impl<T> Clone for Chosen<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Chosen<T> {}

impl<T: Few> Chosen<T> {
    /// With a value to begin with.
    pub fn new(value: T) -> Self {
        Self { place: RwSignal::new(place(value)), kind: PhantomData }
    }

    /// The value; who asks follows it.
    pub fn get(self) -> T {
        at(self.place.get())
    }

    /// The value at this moment.
    pub fn get_untracked(self) -> T {
        at(self.place.get_untracked())
    }

    /// Takes another value.
    pub fn set(self, value: T) {
        self.place.set(place(value));
    }
}

fn place<T: Few>(value: T) -> u32 {
    (0..).zip(T::ALL).find(|(_, one)| **one == value).map_or(0, |(place, _)| place)
}

fn at<T: Few>(place: u32) -> T {
    T::ALL.get(place as usize).copied().unwrap_or(T::ALL[0])
}
