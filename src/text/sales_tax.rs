//! What revenue is counted without, as it is called where a currency is used.

use super::Language;
use crate::model::Currency;

/// An English text in which VAT is what a currency's countries have in its place: sales tax, GST. Russian texts stay: whoever
/// reads them may count in dollars and owe VAT.
///
/// ```
/// use obkatka::model::Currency;
/// use obkatka::text::{Language, with_sales_tax_of};
/// let said = |currency| with_sales_tax_of(currency, Language::English, "Price, without VAT".into());
/// assert_eq!(said(Currency::Usd), "Price, without sales tax");
/// assert_eq!(said(Currency::Aud), "Price, without GST");
/// assert_eq!(said(Currency::Gbp), "Price, without VAT");
/// ```
pub fn with_sales_tax_of(currency: Currency, language: Language, text: String) -> String {
    let name = match currency {
        Currency::Usd => "sales tax",
        Currency::Cad | Currency::Aud | Currency::Inr => "GST",
        _ => return text,
    };
    if language == Language::English { text.replace("VAT", name) } else { text }
}
