//! The currency that somebody types beside an amount, where that is not the document's.

use super::currency_sign;
use crate::model::{Choice, Currency};
use crate::tables::currency_codes;

/// The ISO code of another currency that the text of an amount names. A sign that is the document's own too, as `$` is of
/// Canadian dollars, names no other.
///
/// ```
/// use obkatka::model::Currency;
/// use obkatka::text::other_currency;
/// assert_eq!(other_currency("$1,500", Currency::Rub), Some("USD"));
/// assert_eq!(other_currency("85 руб.", Currency::Usd), Some("RUB"));
/// assert_eq!(other_currency("$85", Currency::Cad), None);
/// assert_eq!(other_currency("1.2k..3k", Currency::Eur), None);
/// ```
pub fn other_currency(text: &str, own: Currency) -> Option<&'static str> {
    let other = currency_codes(text).find(|code| *code != own.name())?;
    (!text.contains(currency_sign(own))).then_some(other)
}
