//! A pay slip in words and amounts that add up as they are shown.

mod tiers;

use self::tiers::calculation;
use super::{Filling, Show, Word, kpi_name, part_name, rate_text, signed_money};
use crate::model::{Guarantee, Model, Pay, PayPart, Person};
use crate::number::{Decimal, Exact, Money, RoundedTotal, Share};
use crate::pay::{KpiTerms, PartPay, PartTerms, pay_in_force};
use crate::pay_review::{Payslip, Withheld};

/// A pay slip as it is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PayslipPage {
    /// From the salary to what is left in hand.
    pub rows: Vec<PayslipRow>,
    /// What it rests on.
    pub notes: Vec<String>,
    /// What the employer pays on top: nothing that the person gets.
    pub employer: String,
}

/// One line of a pay slip.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PayslipRow {
    /// How it stands among the others.
    pub kind: PayslipLine,
    /// What is paid for.
    pub name: String,
    /// How it is calculated, a line each.
    pub how: Vec<String>,
    /// The amount; empty for the name of a group of lines.
    pub amount: String,
}

/// How a line of a pay slip stands among the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PayslipLine {
    /// By itself.
    Plain,
    /// One of those that the name above belongs to.
    Within,
    /// What all lines above come to.
    Sum,
}

/// A pay slip of a person as it is read.
pub fn payslip_page(show: &Show<'_>, model: &Model, person: &Person, payslip: &Payslip) -> PayslipPage {
    let (_, pay) = pay_in_force(person, &model.team);
    let text = PayslipText { show, pay, payslip };
    PayslipPage {
        rows: shown(show, text.lines(), payslip),
        notes: text.notes(model, person),
        employer: text.contributions(),
    }
}

/// A line before its amount is rounded.
struct Line {
    kind: PayslipLine,
    name: String,
    how: Vec<String>,
    amount: Option<Money<Exact>>,
    /// Whether it is shown with its sign.
    signed: bool,
}

impl Line {
    fn plain(name: String, how: Vec<String>, amount: Money<Exact>) -> Self {
        Line { kind: PayslipLine::Plain, name, how, amount: Some(amount), signed: false }
    }

    fn signed(self) -> Self {
        Line { signed: true, ..self }
    }

    fn sum(name: String) -> Self {
        Line { kind: PayslipLine::Sum, name, how: Vec::new(), amount: None, signed: false }
    }
}

struct PayslipText<'a> {
    show: &'a Show<'a>,
    pay: &'a Pay,
    payslip: &'a Payslip,
}

impl PayslipText<'_> {
    fn word(&self, word: Word) -> String {
        self.show.word(word)
    }

    fn money(&self, amount: Money<Exact>) -> String {
        self.show.money(amount.0)
    }

    fn lines(&self) -> Vec<Line> {
        let pay = &self.payslip.pay;
        let mut lines = vec![Line::plain(self.word(Word::SLIP_SALARY), Vec::new(), pay.salary)];
        for ((part, terms), line) in self.pay.parts.iter().zip(&self.payslip.terms.parts).zip(&pay.lines) {
            match terms.kpis.is_empty() {
                true => lines.push(self.part(part, terms, line)),
                false => self.kpis(part, terms, line, &mut lines),
            }
        }
        lines.extend(self.rating());
        self.guarantee(&mut lines);
        lines.push(Line::sum(self.word(Word::SLIP_GROSS)));
        if let Some(withheld) = self.payslip.withheld {
            lines.push(self.tax(withheld));
            lines.push(Line::sum(self.word(Word::SLIP_ON_HAND)));
        }
        lines
    }

    fn part(&self, part: &PayPart, terms: &PartTerms<Exact>, line: &PartPay<Exact>) -> Line {
        let base = line.input.base;
        if base.is_negative() {
            let how = self.show.phrase(Word::SLIP_NOTHING, &[("base", Filling::Text(&self.money(base)))]);
            return Line::plain(part_name(self.show, part), vec![how], line.amount);
        }
        Line::plain(part_name(self.show, part), calculation(self.show, terms, line), line.amount)
    }

    /// The name of a KPI sum, and a line for each KPI.
    fn kpis(&self, part: &PayPart, terms: &PartTerms<Exact>, line: &PartPay<Exact>, lines: &mut Vec<Line>) {
        lines.push(Line { amount: None, ..Line::plain(part_name(self.show, part), Vec::new(), Money::ZERO) });
        let names = part.kpis.iter().enumerate().map(|(at, kpi)| kpi_name(self.show, kpi, at));
        let results = line.input.attainments.iter().zip(&line.coefficients);
        for ((name, kpi), (attainment, coefficient)) in names.zip(&terms.kpis).zip(results) {
            let amount = terms.pool * kpi.weight * *coefficient;
            let how = vec![self.kpi(kpi, *attainment, *coefficient)];
            lines.push(Line { kind: PayslipLine::Within, ..Line::plain(name, how, amount) });
        }
    }

    fn kpi(&self, kpi: &KpiTerms<Exact>, attainment: Share<Exact>, coefficient: Share<Exact>) -> String {
        let (weight, attainment) = (rate_text(self.show, kpi.weight), rate_text(self.show, attainment));
        let coefficient = self.show.plain(coefficient.0, 2);
        let fillings = [("weight", &weight), ("attainment", &attainment), ("coefficient", &coefficient)];
        self.show.phrase(Word::SLIP_KPI_LINE, &fillings.map(|(name, text)| (name, Filling::Text(text))))
    }

    fn rating(&self) -> Option<Line> {
        let pay = &self.payslip.pay;
        let rating = pay.rating?;
        let [score, coefficient] = [rating.score, rating.coefficient].map(|own| self.show.plain(own.0, 2));
        let share = rate_text(self.show, Share(self.pay.rating_share.number()));
        let variable = self.money(pay.variable);
        let fillings =
            [("score", &score), ("coefficient", &coefficient), ("share", &share), ("variable", &variable)];
        let how = self
            .show
            .phrase(Word::SLIP_RATING_LINE, &fillings.map(|(name, text)| (name, Filling::Text(text))));
        Some(Line::plain(self.word(Word::SLIP_RATING), vec![how], pay.rating_amount).signed())
    }

    /// What a guarantee adds or an advance takes, under what was earned.
    fn guarantee(&self, lines: &mut Vec<Line>) {
        let pay = &self.payslip.pay;
        let amount = pay.guarantee_amount();
        if amount == Money::ZERO {
            return;
        }
        let is_draw = self.pay.guarantee == Guarantee::Draw;
        let name = match amount.is_negative() {
            true => Word::SLIP_RECOVERED,
            false if is_draw => Word::SLIP_DRAW,
            false => Word::SLIP_TOP_UP,
        };
        let (before, after) = (self.money(self.payslip.debt_before), self.money(pay.debt));
        let fillings = [("before", Filling::Text(&before)), ("after", Filling::Text(&after))];
        let how = is_draw.then(|| self.show.phrase(Word::SLIP_DEBT, &fillings));
        lines.push(Line::sum(self.word(Word::SLIP_EARNED)));
        lines.push(Line::plain(self.word(name), how.into_iter().collect(), amount).signed());
    }

    fn tax(&self, withheld: Withheld) -> Line {
        let how = if withheld.is_named { Word::SLIP_TAX_NAMED } else { Word::SLIP_TAX_BY_LAW };
        Line::plain(self.word(Word::SLIP_TAX), vec![self.word(how)], -withheld.amount).signed()
    }

    fn notes(&self, model: &Model, person: &Person) -> Vec<String> {
        let in_force = if model.team.proposed { Word::SLIP_PLAN_PROPOSED } else { Word::SLIP_PLAN_TODAY };
        [
            person.has_proposal.then(|| self.word(in_force)),
            self.guaranteed(),
            self.owed(),
            Some(self.word(Word::SLIP_NOTE)),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    fn guaranteed(&self) -> Option<String> {
        let amount = self.show.money(self.pay.guaranteed.number());
        let months = self.pay.guarantee_months;
        let shown = months.to_string();
        let fillings =
            [("amount", Filling::Text(&amount)), ("n", Filling::Number(&shown, Some(u64::from(months))))];
        (self.pay.guarantee != Guarantee::None).then(|| self.show.phrase(Word::SLIP_GUARANTEED, &fillings))
    }

    /// What is owed, where no line says so.
    fn owed(&self) -> Option<String> {
        let pay = &self.payslip.pay;
        let debt = self.money(pay.debt);
        (pay.debt.is_positive() && pay.guarantee_amount() == Money::ZERO)
            .then(|| self.show.phrase(Word::SLIP_OWED, &[("debt", Filling::Text(&debt))]))
    }

    fn contributions(&self) -> String {
        let payslip = self.payslip;
        let amount = self.money(payslip.contributions);
        let rate = rate_text(self.show, payslip.terms.contributions);
        let cost = self.money(payslip.pay.paid + payslip.contributions);
        let fillings = [("amount", &amount), ("rate", &rate), ("cost", &cost)];
        self.show.phrase(Word::SLIP_CONTRIBUTIONS, &fillings.map(|(name, text)| (name, Filling::Text(text))))
    }
}

/// The lines with amounts that add up as they are shown.
fn shown(show: &Show<'_>, lines: Vec<Line>, payslip: &Payslip) -> Vec<PayslipRow> {
    let decimals = match payslip.pay.paid.0.decimal() {
        Ok(paid) if paid.abs() < Decimal::ONE_THOUSAND => 2,
        _ => 0,
    };
    let mut total = RoundedTotal::new(decimals);
    let mut row = |line: Line| {
        let amount = match (line.kind, line.amount) {
            (PayslipLine::Sum, _) => show.money(total.total().0),
            (_, None) => String::new(),
            (_, Some(amount)) if line.signed => signed_money(show, total.add(amount).0),
            (_, Some(amount)) => show.money(total.add(amount).0),
        };
        PayslipRow { kind: line.kind, name: line.name, how: line.how, amount }
    };
    lines.into_iter().map(&mut row).collect()
}

#[cfg(test)]
mod tests;
