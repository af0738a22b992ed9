//! The page of the outcome, as scripts get it: every key, out of the same catalogue of figures that is written
//! there and the same words that the screen shows.

use super::{Language, Show, figure_name, issue_text};
use crate::model::{Issue, Reason, Severity};
use crate::plan::{FIGURES, Figure, FigureUnit, Scope};

const HEAD: &str = "\
`cargo run --release --example evaluate -- model.json` and the page's `await wasmBindings.evaluate(json)` take a document
as a file holds it, with or without its envelope, and give one JSON object as text; the page's function gives a promise of it,
which fails only where that part of the program cannot be loaded. Nothing in it is rounded but at the
28 digits that a number has. Keys are never renamed; new ones may come.

### Values of the outcome

- **Number**: text, as `\"1200.5\"`: an exact decimal without trailing zeros, up to 28 digits.
- **`{\"undefined\": reason}`**: there is no such number. Reasons:
";

const UNDEFINED: [(&str, &str); 6] = [
    ("division_by_zero", "Divided by nothing: a cost per client without clients."),
    ("overflow", "Larger than 28 digits hold."),
    ("unbounded", "Grows beyond every bound: what a client brings in who never leaves."),
    ("impossible", "Cannot be reached at any size."),
    ("no_data", "The document says too little to answer."),
    ("not_a_number", "Of floats only; never in this outcome."),
];

const ANSWER: &str = "\
- **`{\"answer\": \"never\"}`**, **`{\"answer\": \"not_within_horizon\"}`**: it was worked out, and the answer is no number: it does not
  happen however long one waits, or not as far as the plan looks. Only these figures answer so:
";

/// Figures that may be an answer in place of a number, and what *never* means there.
const ANSWERING: [(&str, &str); 12] = [
    ("payback", "even a life without a horizon brings less than the CAC"),
    ("payback_loaded", "likewise"),
    ("payback_spent", "likewise"),
    ("break_even_month", "no month's contribution is above zero, so no volume helps"),
    ("break_even_lasting", "likewise"),
    ("project_payback", "likewise"),
    ("break_even_orders", "one order leaves nothing, so no volume pays the month"),
    ("break_even_clients", "likewise"),
    ("break_even_revenue", "revenue leaves nothing, so no volume pays the month"),
    ("begin", "nothing is sold or spent in any month"),
    ("gap_first", "no month ends below zero"),
    ("runway", "the month and the two before lose no money together; no data before the third"),
];

const UNITS: &str = "
Units of numbers: **money** of the document's currency; **share**, parts of one (5 % is `\"0.05\"`); **ratio**; **count**,
an expectation and so not always whole; **months**, a length of time; **month**, a month of the plan, `\"0\"` the first.
What each figure is made of stands in [formulas.md](formulas.md).
";

/// An object of the outcome: its place, what it is, its keys.
type Part = (&'static str, &'static str, &'static [(&'static str, &'static str, &'static str)]);

const WHOLE: Part = (
    "outcome",
    "The whole outcome. Whatever `issues` and `faults` say, the rest is computed all the same.",
    &[
        ("app", "text", "`obkatka`."),
        ("engine", "text", "Version of the program that worked it out."),
        ("currency", "text", "Currency of every amount, ISO 4217."),
        ("start", "`YYYY-MM`", "The plan's first month."),
        ("figures", "object", "Figures of the whole plan, and of all channels together."),
        ("channels", "list", "Channels in the document's order, also those that do not count."),
        ("months", "list", "Months of the plan, the first first."),
        ("stages", "list", "Stages of the funnel in the document's order, all channels together."),
        ("client", "object", "One client over its life."),
        ("issues", "list", "What contradicts itself or deserves a second look."),
        ("faults", "list", "Fields that could not be read as they stood."),
    ],
);

const CHANNEL: Part = (
    "channels[]",
    "One channel over the whole plan.",
    &[
        ("id", "text", "Id of the channel."),
        ("counts", "`true` or `false`", "Dropped channels and unasked ideas do not, and are zero."),
        ("spend_by_month", "list: money", "Money spent on it."),
        ("leads_by_month", "list: count", "Leads."),
        ("new_clients_by_month", "list: count", "Clients, in the month in which they become so."),
    ],
);

const STAGE: Part = (
    "stages[]",
    "One stage of the funnel.",
    &[
        ("id", "text", "Id of the stage."),
        ("reached", "count", "How many of all the plan's leads reach it, be it behind the last month."),
        ("reached_by_month", "list: count", "How many reach it within each month of the plan."),
    ],
);

const CLIENT: Part = (
    "client",
    "One client over the months that LTV counts; the first entry is the month of the first order.",
    &[
        ("survival", "list: share", "Share of clients still there at each age."),
        ("brought_by_age", "list: money", "What it has brought by the end of each month, undiscounted."),
    ],
);

const ISSUE: Part = (
    "issues[]",
    "One finding about the document.",
    &[
        ("path", "text", "Path of the field, as `channels/a/budget`."),
        ("severity", "`note`, `warning` or `problem`", "Worth knowing; probably not meant; cannot be."),
        ("reason", "text", "One of the reasons below."),
    ],
);

const FAULT: Part = (
    "faults[]",
    "One field that could not be read as it stood; unless told otherwise it has its default.",
    &[
        ("path", "text", "Path of the field, or of a part of it, as `offer/price/low`."),
        ("reason", "text", "One of the reasons below."),
    ],
);

const MISFITS: [(&str, &str); 12] = [
    ("wrong_type", "Another type of value belongs here."),
    ("not_a_number", "Text that is no number."),
    ("too_many_digits", "More than 28 digits: it could not be kept exactly."),
    ("out_of_bounds", "A whole number outside its bounds; the nearer bound was taken."),
    ("unknown_choice", "Not one of the names that the field knows."),
    ("no_month", "No month as `YYYY-MM`."),
    ("too_much_text", "The rest of the text was cut."),
    ("too_many_rows", "The rest of the rows was left out; of `models`, all but the first."),
    ("unfit_id", "A row's id is used twice or cannot stand in a path; the row has a new one."),
    ("half_range", "A range with one bound; it was left out."),
    ("missing", "Something that must be there is not."),
    (
        "unknown_key",
        "No field has this key, the last step of the path. `nearest` has the known one that is spelt most alike, if any is.",
    ),
];

const ERRORS: &str = "
### Errors

Where the text is no document at all, the object holds `error` and nothing of the above. The command then ends with
the code 2; it ends with 1 where the file could not be opened.

| error | further keys | meaning |
|---|---|---|
| `not_json` | `line`, `column` | Not JSON, or cut; damaged at this place, both counted from 1. |
| `other_program` | | JSON, but of another program. |
| `too_large` | | Larger than 2 MiB. |
| `too_new` | `schema`, `made_with` | Made by a newer version: its schema, and the version where the file says so. |
";

/// Every key of the outcome in Markdown tables, with units; reasons and errors too.
pub fn outcome_page() -> String {
    let mut page = HEAD.to_owned();
    page.extend(UNDEFINED.map(|(reason, about)| format!("  - `{reason}`: {about}\n")));
    page += ANSWER;
    page.extend(ANSWERING.map(|(id, about)| format!("  - `{id}`; *never*: {about}.\n")));
    page += UNITS;
    object(&mut page, WHOLE, &[]);
    object(
        &mut page,
        ("figures", "The whole plan, and all channels together.", &[]),
        &[Scope::Whole, Scope::Channel],
    );
    object(&mut page, CHANNEL, &[Scope::Channel]);
    let months = (
        "months[]",
        "One month. Break-even figures answer for that month alone; `months[11]` is the twelfth.",
        &[][..],
    );
    object(&mut page, months, &[Scope::Month]);
    object(&mut page, STAGE, &[]);
    object(&mut page, CLIENT, &[]);
    object(&mut page, ISSUE, &[]);
    reasons(&mut page, Reason::ALL.map(|reason| (reason.name(), issue_words(reason))));
    object(&mut page, FAULT, &[]);
    reasons(&mut page, MISFITS.map(|(reason, about)| (reason, about.to_owned())));
    page + ERRORS
}

/// One object: the keys that it has by itself, and the figures of its scopes.
fn object(page: &mut String, (place, about, keys): Part, scopes: &[Scope]) {
    *page += &format!("\n### `{place}`\n\n{about}\n\n| key | value | meaning |\n|---|---|---|\n");
    page.extend(keys.iter().map(|(key, value, meaning)| format!("| `{key}` | {value} | {meaning} |\n")));
    for scope in scopes {
        page.extend(FIGURES.iter().filter(|figure| figure.scope == *scope && !figure.is_derived()).map(row));
    }
}

fn row(figure: &Figure) -> String {
    format!(
        "| `{}` | {} | {} |\n",
        figure.id,
        unit(figure.unit),
        figure_name(&Show::standard(Language::English), figure)
    )
}

fn reasons<const N: usize>(page: &mut String, reasons: [(&str, String); N]) {
    *page += "\n| reason | meaning |\n|---|---|\n";
    page.extend(reasons.map(|(reason, about)| format!("| `{reason}` | {about} |\n")));
}

fn issue_words(reason: Reason) -> String {
    issue_text(
        &Show::standard(Language::English),
        &Issue { path: String::new(), reason, severity: Severity::Note, limits: None },
    )
}

fn unit(unit: FigureUnit) -> &'static str {
    match unit {
        FigureUnit::Money => "money",
        FigureUnit::Share => "share",
        FigureUnit::Ratio => "ratio",
        FigureUnit::Count => "count",
        FigureUnit::Months => "months",
        FigureUnit::Month => "month",
    }
}
