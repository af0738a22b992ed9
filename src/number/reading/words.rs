//! The words that may accompany a number.

use crate::number::lower_case;

/// What a word means to a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum KnownWord {
    /// A multiplier.
    Scale(Scale),
    /// Money. Which money does not matter: a model has one currency.
    Currency,
    /// Opens a range: from.
    From,
    /// Opens a range: between.
    Between,
    /// Joins the ends of a range, opened or not.
    To,
    /// Joins the ends of a range opened by from: «с 5 по 9».
    Through,
    /// Joins the ends of a range opened by between.
    And,
    /// Says that the number is a guess: «около 500».
    About,
    /// Leads to a period of time: `$50 per month`.
    Per,
    /// The period that plans count in.
    Month,
    /// Any other period.
    Period,
    /// Stands between a part and the whole: «1 из 20».
    OutOf,
    /// Nothing known.
    Other,
}

/// A power of ten that has a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Scale {
    pub power: i32,
    /// The word is so short that it may mean something else.
    pub vague: bool,
}

/// Every known word, in lower case. A table takes half the place of a `match` in the compiled page.
const WORDS: &[(KnownWord, &str)] = &[
    (scale(3), "k к тыс тысяч тысяча тысячи тысячу thousand thousands"),
    (scale(6), "mln mio million millions млн миллион миллиона миллионов kk кк"),
    (scale(9), "bn bln billion billions млрд миллиард миллиарда миллиардов"),
    (scale(12), "tn trillion trillions трлн триллион триллиона триллионов"),
    // Or tonnes; metres, months; bytes.
    (vague(3), "т"),
    (vague(6), "m м"),
    (vague(9), "b"),
    (KnownWord::From, "от с from"),
    (KnownWord::Between, "между between"),
    (KnownWord::To, "до to"),
    (KnownWord::Through, "по"),
    (KnownWord::And, "и and"),
    (KnownWord::About, "около примерно ок прим about approx circa ca"),
    (KnownWord::Per, "в за per a"),
    (KnownWord::Month, "мес месяц mo mth month"),
    (KnownWord::Period, "год г кв квартал нед неделю день сутки час year yr y quarter week wk day hour hr"),
    (KnownWord::OutOf, "из of in"),
    (KnownWord::Currency, "р руб рубль рубля рублей ruble rubles rouble roubles евро euro euros тенге"),
    (KnownWord::Currency, "доллар доллара долларов dollar dollars rub rur usd eur gbp kzt byn uah amd gel"),
    (
        KnownWord::Currency,
        "azn uzs kgs tjs mdl try cny aed inr jpy chf pln cad aud nzd brl sek nok dkk czk huf ron rsd ils krw sgd",
    ),
    (KnownWord::Currency, "hkd mxn zar thb vnd idr myr php sar qar kwd egp ngn грн гривна гривны гривен"),
];

/// Recognises a word; letter case and one full stop at the end do not matter.
pub(super) fn word(text: &str) -> KnownWord {
    let lower: String = text.trim_end_matches('.').chars().map(lower_case).collect();
    let found = WORDS.iter().find(|(_, words)| words.split(' ').any(|known| known == lower));
    found.map_or(KnownWord::Other, |&(word, _)| word)
}

const fn scale(power: i32) -> KnownWord {
    KnownWord::Scale(Scale { power, vague: false })
}

const fn vague(power: i32) -> KnownWord {
    KnownWord::Scale(Scale { power, vague: true })
}

/// Whether a character is the sign of a currency.
pub(super) fn is_currency_sign(mark: char) -> bool {
    matches!(mark, '$' | '£' | '¥' | '֏' | '\u{20A0}'..='\u{20CF}')
}

/// Whether a character can be part of a known word: Latin or Cyrillic.
pub(super) fn is_letter(letter: char) -> bool {
    letter.is_ascii_alphabetic() || matches!(letter, '\u{400}'..='\u{4FF}')
}
