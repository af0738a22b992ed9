//! Every chart of the program as plain data: what it says, its marks, what its shapes mean, its numbers as a table; and
//! the tables of the plan by month.
//!
//! A chart is declared once, as a [`Chart`] in a file of its own, and named in the list below. The page draws it, tests
//! draw all of them over many documents, and [`svg`] writes one as text.
//!
//! **Never:** Leptos, the browser, colours (classes say what a mark means); changes a document; no float is printed.

mod attainment;
mod axes;
mod cash;
mod chain;
mod client_scale;
mod declaration;
mod forecast;
mod funnel;
mod funnel_pair;
mod indicators;
mod lanes;
mod load;
pub mod mark;
mod money;
mod offer;
mod order;
mod payback;
mod ratio_bar;
mod road_map;
mod run_map;
mod sides;
mod statement;
mod svg;
mod variance;
mod waterfall;

pub use client_scale::{SCALE_WIDTH, scale_length};
pub use declaration::{AnyChart, Chart, Context, Finding, Form, Key, Shown, Table};
pub use forecast::Forecast;
pub use funnel_pair::FunnelPair;
pub use indicators::Indicators;
pub use mark::{Mark, Pattern, Picture, Zone};
pub use offer::Offer;
pub use ratio_bar::{RATIO_WIDTH, best_ratio, ratio_length};
pub use run_map::RunMap;
pub use sides::RoleSides;
pub use statement::{
    CASH_BY_MONTH, STATEMENT, StatementCell, StatementRow, StatementTable, StatementYear, reads_in_thousands,
    statement_rows, statement_years,
};
pub use svg::svg;

/// Names every chart of the program; from here on tests, and whoever draws all charts, know it.
macro_rules! charts {
    ($($file:ident::$name:ident,)*) => {
        $(pub use $file::$name;)*

        /// Every chart of the program.
        pub static CHARTS: &[&dyn AnyChart] = &[$(&$name),*];
    };
}

charts! {
    money::MONEY,
    cash::CASH,
    payback::PAYBACK,
    funnel::FUNNEL,
    order::ORDER,
    road_map::ROAD_MAP,
    load::LOAD,
    sides::SIDES,
    offer::OFFER,
    chain::CHAIN,
    indicators::INDICATORS,
    run_map::RUN_MAP,
    funnel_pair::FUNNEL_PLANNED,
    funnel_pair::FUNNEL_RECORDED,
    variance::VARIANCE,
    forecast::FORECAST_CASH,
    forecast::FORECAST_PROFIT,
}
