//! What the catalogue cites: where a formula is published, or where this program says why it calculates so.

/// Choices that the trade leaves open, made once.
pub(super) const CONVENTIONS: &str = "own convention, docs/adr/0004";
/// Choices about pay, made once.
pub(super) const PAY: &str = "own convention, docs/adr/0009";
/// What of pay and tax belongs to one client, and what to winning it.
pub(super) const PAY_OF_CLIENT: &str = "own convention, docs/adr/0020";
/// When a client's orders fall.
pub(super) const ORDERS: &str = "own convention, docs/adr/0017";
/// VAT inside a price: rate ÷ (100 + rate).
pub(super) const VAT: &str = "Tax Code of Russia, art. 164 (4)";
/// Price × number, costs added up: what the words themselves say.
pub(super) const DEFINITION: &str = "by definition";
/// Revenue − variable costs = contribution; − fixed costs = profit; break-even.
pub(super) const CONTRIBUTION: &str = "Contribution margin, Lumen Learning";
/// Break-even in units.
pub(super) const BREAK_EVEN: &str = "Break-even analysis, psu.pb.unizin.org/acctg211";
/// Balance = balance before + receipts − payments; a gap is a balance below zero.
pub(super) const CASH: &str = "darwinaward.ru, cash gaps";
/// Survival curves of contractual clients.
pub(super) const SURVIVAL: &str = "Fader & Hardie 2007, How to project customer retention";
/// Margin, retention, discount over a life.
pub(super) const LTV: &str = "Gupta & Lehmann 2003, Customers as assets";
/// Revenue over a life is not LTV.
pub(super) const LIFE_REVENUE: &str = "own convention, docs/adr/0004; by margin alone it is LTV";
/// Cost per lead.
pub(super) const CPL: &str = "gratum.agency, marketing unit economics";
/// Conversions of stages multiply.
pub(super) const FUNNEL: &str = "exceltut.ru, buyers = users × conversion";
/// Cost of a client, and its payback.
pub(super) const CAC: &str = "metrickittools.com, blended CAC guide";
/// Paid, blended and loaded costs of a client.
pub(super) const LOADED_CAC: &str = "twospouts.com, blended CAC";
/// LTV / CAC.
pub(super) const RATIO: &str = "D. Skok";
/// Return on marketing.
pub(super) const ROMI: &str = "moonlandingservices.com, ROMI";
/// A steady growth compounds.
pub(super) const GROWTH: &str = "compound growth";
/// Balance ÷ net burn.
pub(super) const RUNWAY: &str = "net burn: cash ÷ monthly loss of cash";
/// What new sales and a portfolio hold.
pub(super) const PAY_WORDS: &str = "own convention, docs/adr/0012";
/// Who takes one's work scores it.
pub(super) const RATING: &str = "Lityagin, lityagin.ru; steps and share: own convention, docs/adr/0009";
