//! Numbers and dates as a language writes them, by the browser's `Intl`. Decimals come as text and
//! keep every digit. What `Intl` cannot show is shown as it came.

use js_sys::{Array, Date, Function, Object, Reflect};
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};

use super::{call, member};

/// A number such as `1 234,5`, with `least` to `most` digits behind the point.
pub fn number(language: &str, decimal: &str, least: u8, most: u8) -> String {
    let (least, most) = (least.to_string(), most.to_string());
    let options = [SIGN, ("minimumFractionDigits", &*least), ("maximumFractionDigits", &*most)];
    shown_number(language, decimal, &options)
}

/// A share as percent, such as `12,5 %`: 0.125 is 12.5 %.
pub fn percent(language: &str, decimal: &str, most: u8) -> String {
    let options = [SIGN, ("style", "percent"), ("maximumFractionDigits", &*most.to_string())];
    shown_number(language, decimal, &options)
}

/// An amount such as `1 234 ₽`. A whole one has no digits behind the point, any other two or as few as
/// `most`; more only where there are more.
pub fn money(language: &str, currency: &str, decimal: &str, most: u8) -> String {
    let least = if most == 3 { most } else { most.min(2) };
    let (least, most) = (least.to_string(), most.to_string());
    let digits = [("minimumFractionDigits", &*least), ("maximumFractionDigits", &*most)];
    let [style, currency, sign] = currency_options(currency);
    let whole = ("trailingZeroDisplay", "stripIfInteger");
    shown_number(language, decimal, &[SIGN, style, currency, sign, digits[0], digits[1], whole])
}

/// How a month is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// `янв. 2027`
    Short,
    /// `январь 2027 г.`
    Long,
    /// `янв.`: where the year is seen elsewhere.
    Name,
    /// `Я`: where there is room for one letter.
    Narrow,
}

/// A calendar month, 1 = January.
pub fn month(language: &str, year: u32, month: u32, form: Form) -> String {
    const ZONE: (&str, &str) = ("timeZone", "UTC");
    let options: &[_] = match form {
        Form::Short => &[ZONE, ("month", "short"), ("year", "numeric")],
        Form::Long => &[ZONE, ("month", "long"), ("year", "numeric")],
        Form::Name => &[ZONE, ("month", "short")],
        Form::Narrow => &[ZONE, ("month", "narrow")],
    };
    let time = Date::utc(year.into(), month.saturating_sub(1).into());
    let shown = shown("DateTimeFormat", language, options, &time.into()).unwrap_or_else(|| {
        [&*year.to_string(), "-", if month < 10 { "0" } else { "" }, &month.to_string()].concat()
    });
    // A Russian year has its word behind it, which reads as the end of a sentence.
    match (form, shown.strip_suffix("г.")) {
        (Form::Short, Some(month)) => month.trim_end().to_owned(),
        _ => shown,
    }
}

/// English as the reader's region writes dates: "27 Nov" in Britain, "Nov 27" in the US.
fn regional(language: &str) -> String {
    let tags = if language == "en" { super::page::languages() } else { Vec::new() };
    tags.into_iter().find(|tag| tag.starts_with("en-") && knows(tag)).unwrap_or_else(|| language.to_owned())
}

/// The day of a moment, in milliseconds since 1970, such as `27 Nov`.
pub fn day(language: &str, moment: u64) -> String {
    let options = [("day", "numeric"), ("month", "short")];
    shown("DateTimeFormat", &regional(language), &options, &JsValue::from_f64(moment as f64))
        .unwrap_or_default()
}

/// A moment, in milliseconds since 1970, as date and time of day where the user is.
pub fn date_time(language: &str, moment: u64) -> String {
    let options = [("dateStyle", "medium"), ("timeStyle", "short")];
    shown("DateTimeFormat", &regional(language), &options, &JsValue::from_f64(moment as f64))
        .unwrap_or_default()
}

type Options<'a> = [(&'a str, &'a str)];

/// No minus before a zero.
const SIGN: (&str, &str) = ("signDisplay", "negative");

fn currency_options(currency: &str) -> [(&str, &str); 3] {
    [("style", "currency"), ("currency", currency), ("currencyDisplay", "narrowSymbol")]
}

fn shown_number(language: &str, decimal: &str, options: &Options<'_>) -> String {
    shown("NumberFormat", language, options, &decimal.into()).unwrap_or_else(|| decimal.to_owned())
}

fn shown(class: &str, language: &str, options: &Options<'_>, value: &JsValue) -> Option<String> {
    formatter(class, language, options)?.call1(&JsValue::UNDEFINED, value).ok()?.as_string()
}

thread_local! {
    /// Formatters by what they were made of: making one takes far longer than using it.
    static FORMATTERS: RefCell<Vec<(String, Function)>> = const { RefCell::new(Vec::new()) };
}

fn formatter(class: &str, language: &str, options: &Options<'_>) -> Option<Function> {
    let mut key = [class, language].join(" ");
    options.iter().for_each(|(name, value)| key.extend([" ", name, value]));
    FORMATTERS.with_borrow_mut(|known| {
        if let Some((_, formatter)) = known.iter().find(|(name, _)| *name == key) {
            return Some(formatter.clone());
        }
        // Browsers of before 2022 know one option less.
        let older: Vec<_> = options.iter().copied().filter(|option| *option != SIGN).collect();
        let made = made(class, language, options).or_else(|| made(class, language, &older))?;
        known.push((key, made.clone()));
        Some(made)
    })
}

fn made(class: &str, language: &str, options: &Options<'_>) -> Option<Function> {
    let class: Function = member(&member(&js_sys::global(), "Intl")?, class)?.dyn_into().ok()?;
    let bag = Object::new();
    for (name, value) in options {
        Reflect::set(&bag, &(*name).into(), &(*value).into()).ok()?;
    }
    let format = Reflect::construct(&class, &Array::of2(&language.into(), &bag)).ok()?;
    member(&format, "format")?.dyn_into().ok()
}

/// What a currency is called in a language: "Swiss franc"; its code where the browser does not know.
pub fn currency_name(language: &str, code: &str) -> String {
    let name = || {
        let class: Function = member(&member(&js_sys::global(), "Intl")?, "DisplayNames")?.dyn_into().ok()?;
        let bag = Object::new();
        Reflect::set(&bag, &"type".into(), &"currency".into()).ok()?;
        let names = Reflect::construct(&class, &Array::of2(&language.into(), &bag)).ok()?;
        call(&names, "of", &Array::of1(&code.into()))?.as_string()
    };
    name().unwrap_or_else(|| code.to_owned())
}

/// Whether the browser knows a language tag well enough to write numbers by it.
pub fn knows(language: &str) -> bool {
    let supported = || {
        let class = member(&member(&js_sys::global(), "Intl")?, "NumberFormat")?;
        call(&class, "supportedLocalesOf", &Array::of1(&language.into()))?.dyn_into::<Array>().ok()
    };
    supported().is_some_and(|list| list.length() > 0)
}
