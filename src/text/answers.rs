//! The answers that never leave the screen: value, detail and one sentence for the owner, each with
//! the figure it stands on.

use super::{Filling, Show, Word};
use crate::number::{Count, Exact, Money, Number};
use crate::plan::{FigureUnit, Outcome, Reached};

/// How an answer sounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// As one would want it.
    Good,
    /// Not lost, not safe.
    Watch,
    /// As one would not want it.
    Bad,
    /// Cannot be told yet.
    Unknown,
}

impl Tone {
    /// Its name in the style sheets and among the marks.
    pub fn name(self) -> &'static str {
        match self {
            Tone::Good => "good",
            Tone::Watch => "watch",
            Tone::Bad => "bad",
            Tone::Unknown => "unknown",
        }
    }

    /// Its word.
    pub fn word(self) -> Word {
        match self {
            Tone::Good => Word::TONE_GOOD,
            Tone::Watch => Word::TONE_WATCH,
            Tone::Bad => Word::TONE_BAD,
            Tone::Unknown => Word::TONE_UNKNOWN,
        }
    }
}

/// One answer.
#[derive(Clone, Debug, PartialEq)]
pub struct AnswerCard {
    /// What it answers, in full.
    pub name: String,
    /// The same in few letters.
    pub short: String,
    /// Id of the figure of the whole plan on which it stands.
    pub figure: &'static str,
    /// How it sounds.
    pub tone: Tone,
    /// The answer.
    pub value: String,
    /// What stands under it.
    pub detail: String,
    /// What it means for the owner.
    pub meaning: String,
}

/// The four answers.
pub fn answers(show: &Show<'_>, outcome: &Outcome) -> [AnswerCard; 4] {
    [earn(show, outcome), payback(show, outcome), break_even(show, outcome), lowest_cash(show, outcome)]
}

/// From how many times its cost on a client is held to be safe. A convention of the trade (D. Skok).
const SAFE_RATIO: u32 = 3;

fn earn(show: &Show<'_>, outcome: &Outcome) -> AnswerCard {
    let (ltv, cac, ratio) = (outcome.client.ltv, outcome.total.cac_loaded, outcome.total.ltv_to_cac_loaded);
    let at_least = |bar: u32| !(ratio.0 - Exact::whole(bar)).is_negative();
    let sums = (show.money(ltv.0), show.money(cac.0));
    let shown = show.plain(ratio.0, 1);
    let loss = show.money((Money::ZERO - outcome.total.earn_per_client).0);
    let fill = |word| show.phrase(word, &[("ratio", Filling::Text(&shown)), ("loss", Filling::Text(&loss))]);
    let free = cac == Money::ZERO && outcome.total.clients.is_positive();
    let (tone, value, meaning) = match ratio.0.reason() {
        _ if free && ltv.is_positive() => (Tone::Good, show.money(ltv.0), fill(Word::ANSWER_EARN_FREE)),
        _ if free => (Tone::Bad, show.money(ltv.0), fill(Word::ANSWER_EARN_BAD)),
        Some(reason) => (Tone::Unknown, show.reason(reason), fill(Word::ANSWER_EARN_UNKNOWN)),
        None if at_least(SAFE_RATIO) => (Tone::Good, format!("{shown}×"), fill(Word::ANSWER_EARN_GOOD)),
        None if at_least(1) => (Tone::Watch, format!("{shown}×"), fill(Word::ANSWER_EARN_WATCH)),
        None => (Tone::Bad, format!("{shown}×"), fill(Word::ANSWER_EARN_BAD)),
    };
    let detail = [("ltv", Filling::Text(&sums.0)), ("cac", Filling::Text(&sums.1))];
    AnswerCard {
        name: show.word(Word::ANSWER_EARN),
        short: show.word(Word::ANSWER_EARN_SHORT),
        figure: if free { "earn_per_client" } else { "ltv_to_cac_loaded" },
        tone,
        value,
        detail: match tone {
            Tone::Unknown => String::new(),
            _ => show.phrase(Word::ANSWER_EARN_DETAIL, &detail),
        },
        meaning,
    }
}

fn payback(show: &Show<'_>, outcome: &Outcome) -> AnswerCard {
    let payback = outcome.total.payback_loaded;
    let horizon = show.months(Exact::whole(u32::try_from(outcome.client.survival.len()).unwrap_or(u32::MAX)));
    let (tone, word) = match payback {
        Reached::At(months) => {
            let within_a_year = !(months.0 - Exact::whole(12)).is_positive();
            (if within_a_year { Tone::Good } else { Tone::Watch }, Word::ANSWER_PAYBACK_AT)
        }
        Reached::NotWithinHorizon => (Tone::Watch, Word::ANSWER_PAYBACK_LATER),
        Reached::Never => (Tone::Bad, Word::ANSWER_PAYBACK_NEVER),
        Reached::Unknown(_) => (Tone::Unknown, Word::ANSWER_PAYBACK_UNKNOWN),
    };
    AnswerCard {
        name: show.word(Word::ANSWER_PAYBACK),
        short: show.word(Word::ANSWER_PAYBACK_SHORT),
        figure: "payback_loaded",
        tone,
        value: show.answer(payback.map(|months| months.0), FigureUnit::Months),
        detail: match payback {
            Reached::At(_) => show.word(Word::ANSWER_PAYBACK_DETAIL),
            _ => String::new(),
        },
        meaning: show.phrase(word, &[("horizon", Filling::Text(&horizon))]),
    }
}

fn break_even(show: &Show<'_>, outcome: &Outcome) -> AnswerCard {
    let (lasting, first) = (outcome.break_even.lasting, outcome.break_even.first);
    let (tone, word) = match (lasting, first) {
        (Reached::At(0), _) => (Tone::Good, Word::ANSWER_BREAK_EVEN_FIRST),
        (Reached::At(month), Reached::At(first)) if first < month => {
            (Tone::Watch, Word::ANSWER_BREAK_EVEN_BACK)
        }
        (Reached::At(month), _) => {
            (if month < 12 { Tone::Good } else { Tone::Watch }, Word::ANSWER_BREAK_EVEN_AT)
        }
        (Reached::NotWithinHorizon, _) => (Tone::Bad, Word::ANSWER_BREAK_EVEN_LATER),
        (Reached::Never, _) => (Tone::Bad, Word::ANSWER_BREAK_EVEN_NEVER),
        (Reached::Unknown(_), _) => (Tone::Unknown, Word::ANSWER_BREAK_EVEN_UNKNOWN),
    };
    let month = first.at().map(|month| show.month(month)).unwrap_or_default();
    let detail = lasting.at().map(|month| {
        let number = month.saturating_add(1).to_string();
        show.phrase(Word::ANSWER_BREAK_EVEN_DETAIL, &[("n", Filling::Text(&number))])
    });
    AnswerCard {
        name: show.word(Word::ANSWER_BREAK_EVEN),
        short: show.word(Word::ANSWER_BREAK_EVEN_SHORT),
        figure: "break_even_lasting",
        tone,
        value: show.answer(lasting.map(Exact::whole), FigureUnit::Month),
        detail: detail.unwrap_or_default(),
        meaning: show.phrase(word, &[("month", Filling::Text(&month))]),
    }
}

fn lowest_cash(show: &Show<'_>, outcome: &Outcome) -> AnswerCard {
    let gap = &outcome.gap;
    let idle = outcome.cash.balance.iter().all(|balance| *balance == Money::ZERO);
    let known = gap.lowest.0.reason().is_none() && !idle;
    let bridge = show.money(gap.bridge.0);
    let first = gap.first.map(|month| show.month(month)).unwrap_or_default();
    let months = show.count(Count(Exact::whole(gap.months)).0);
    let fillings = [
        ("bridge", Filling::Text(&bridge)),
        ("month", Filling::Text(&first)),
        ("n", Filling::Number(&months, Some(u64::from(gap.months)))),
    ];
    let (tone, word) = match gap.first {
        _ if !known => (Tone::Unknown, Word::ANSWER_CASH_UNKNOWN),
        Some(_) => (Tone::Bad, Word::ANSWER_CASH_BAD),
        None => (Tone::Good, Word::ANSWER_CASH_GOOD),
    };
    let month = show.month(gap.lowest_month);
    AnswerCard {
        name: show.word(Word::ANSWER_CASH),
        short: show.word(Word::ANSWER_CASH_SHORT),
        figure: "lowest_cash",
        tone,
        value: if idle { show.word(Word::ANSWER_NO_DATA) } else { show.money(gap.lowest.0) },
        detail: match known {
            true => show.phrase(Word::ANSWER_CASH_DETAIL, &[("month", Filling::Text(&month))]),
            false => String::new(),
        },
        meaning: show.phrase(word, &fillings),
    }
}
