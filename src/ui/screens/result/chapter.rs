//! The sections of the screen, each of which folds into one line.

use crate::picture::{CASH_BY_MONTH, STATEMENT};
use crate::text::Word;
use crate::text::summaries::{
    Summary, break_even_summary, cash_summary, channels_summary, charts_summary, client_summary,
    main_summary, statement_summary,
};
use crate::ui::screens::fold::{Fold, fold};
use crate::ui::state::Desk;
use leptos::prelude::*;

/// A section of the screen.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Chapter {
    /// The main figures.
    Main,
    /// Every channel.
    Channels,
    /// One order, one client.
    Client,
    /// The charts.
    Charts,
    /// How much must be sold, and when it pays back.
    BreakEven,
    /// The statement by month.
    Statement,
    /// Money by month.
    Cash,
}

impl Chapter {
    const ALL: [Chapter; 7] = [
        Chapter::Main,
        Chapter::Channels,
        Chapter::Client,
        Chapter::Charts,
        Chapter::BreakEven,
        Chapter::Statement,
        Chapter::Cash,
    ];

    fn name(self) -> Word {
        match self {
            Chapter::Main => Word::RESULT_MAIN,
            Chapter::Channels => Word::RESULT_CHANNELS,
            Chapter::Client => Word::RESULT_ORDER_AND_CLIENT,
            Chapter::Charts => Word::RESULT_PICTURES,
            Chapter::BreakEven => Word::RESULT_EVEN,
            Chapter::Statement => STATEMENT.heading,
            Chapter::Cash => CASH_BY_MONTH.heading,
        }
    }

    /// The id of its heading.
    fn heading(self) -> &'static str {
        match self {
            Chapter::Main => "figures",
            Chapter::Channels => "channels-title",
            Chapter::Client => "client-title",
            Chapter::Charts => "pictures",
            Chapter::BreakEven => "even",
            Chapter::Statement => STATEMENT.id,
            Chapter::Cash => CASH_BY_MONTH.id,
        }
    }

    fn summary(self) -> Summary {
        match self {
            Chapter::Main => main_summary,
            Chapter::Channels => channels_summary,
            Chapter::Client => client_summary,
            Chapter::Charts => charts_summary,
            Chapter::BreakEven => break_even_summary,
            Chapter::Statement => statement_summary,
            Chapter::Cash => cash_summary,
        }
    }
}

/// A section with its heading. On a phone the main figures alone are open.
pub fn drawn(desk: Desk, chapter: Chapter, body: AnyView) -> AnyView {
    let next = Chapter::ALL.iter().skip_while(|own| **own != chapter).nth(1);
    let own = Fold {
        name: chapter.name(),
        heading: chapter.heading(),
        summary: chapter.summary(),
        is_urgent: chapter == Chapter::Main,
        next: next.map(|next| (next.name(), next.heading())),
    };
    view! { <section class="chapter" aria-labelledby=own.heading>{fold(desk, own, None, body)}</section> }
        .into_any()
}
