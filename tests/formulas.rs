//! The formulas that the page shows are those that were computed: each is evaluated as it is written,
//! and compared with the value of its figure.

#[path = "common/agency.rs"]
mod agency;

use obkatka::codec::read_file;
use obkatka::model::*;
use obkatka::number::{Decimal, Exact, Number};
use obkatka::plan::{FIGURES, Figure, Outcome, Piece, Place, Reached, Scope, evaluate, explain, figure};
use obkatka::text::*;
use std::path::Path;

fn reader(language: Language) -> Show<'static> {
    let start = YearMonth::new(2027, 1);
    Show { language, currency: Currency::Rub, unit: Unit::Client, start, digits: &PlainDigits }
}

#[test]
fn formulas_are_shown_in_words_and_numbers() {
    let mut model = agency::agency();
    model.offer.add_ons.clear();
    let outcome = evaluate::<Exact>(&model);
    let figure = figure("ltv_to_cac").unwrap();
    let show = reader(Language::Russian);
    assert_eq!(formula_in_words(&show, figure), "LTV / рекламный CAC = LTV ÷ рекламный CAC");
    let numbers = formula_in_numbers(&show, &explain(&model, &outcome, figure, Place::Whole));
    assert!(numbers.contains(" ÷ ") && numbers.contains(" = "), "{numbers}");
    let bridge = obkatka::plan::figure("bridge").unwrap();
    assert_eq!(
        formula_in_words(&show, bridge),
        "Не хватает денег = большее из (0; −наименьший остаток денег)"
    );
    let orders = obkatka::plan::figure("break_even_orders").unwrap();
    assert_eq!(
        formula_in_words(&reader(Language::English), orders),
        "Orders to break even = round up ((fixed costs + salaries with contributions + marketing) ÷ contribution per order after tax)"
    );
}

#[test]
fn the_page_of_formulas_is_current() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/formulas.md");
    let page = formulas_page();
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &page).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(kept == page, "docs/formulas.md is old: run with UPDATE=1");
}

#[test]
fn the_page_of_thresholds_is_current() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/thresholds.md");
    let page = obkatka::judge::thresholds_page();
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &page).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(kept == page, "docs/thresholds.md is old: run with UPDATE=1");
}

/// Businesses of every kind that formulas tell apart.
fn models() -> Vec<Model> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates");
    let files = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|file| file.path());
    let mut models: Vec<_> = files
        .filter(|path| path.extension().is_some_and(|ending| ending == "json"))
        .map(|path| read_file(&std::fs::read_to_string(path).unwrap()).unwrap().model)
        .collect();
    models.push(Model::default());
    let agency = agency::agency();
    for (vat, kind) in Vat::ALL.iter().copied().cycle().zip(RetentionKind::ALL.iter().copied()) {
        let mut model = agency.clone();
        model.offer.vat = vat;
        model.offer.retention.kind = kind;
        model.offer.retention.table = vec![Observed { id: "a".into(), ..Observed::default() }];
        model.offer.service_cost = Estimate::guess(Decimal::new(12_345, 1));
        model.offer.unit_cost = Estimate::guess(777);
        model.offer.commission = Estimate::share(3);
        model.terms.supplier_days = Estimate::guess(20);
        model.terms.refund_days = Estimate::guess(40);
        model.with_ideas = vat == Vat::Inside;
        model.tax.regime = if vat == Vat::OnTop { Regime::ProfitShare } else { Regime::RevenueShare };
        models.push(model);
    }
    models
}

fn places(figure: &Figure, model: &Model) -> Vec<Place> {
    match figure.scope {
        Scope::Whole => vec![Place::Whole],
        Scope::Month => (0..model.about.horizon).map(Place::Month).collect(),
        Scope::Channel => (0..model.channels.len()).map(Place::Channel).chain([Place::Whole]).collect(),
    }
}

#[test]
fn every_formula_gives_the_value_of_its_figure() {
    let mut proved = std::collections::BTreeMap::new();
    for model in models() {
        let outcome = evaluate::<Exact>(&model);
        for figure in FIGURES.iter().filter(|figure| !figure.formula.is_empty()) {
            for place in places(figure, &model) {
                *proved.entry(figure.id).or_insert(0) += prove(&model, &outcome, figure, place);
            }
        }
    }
    for (id, times) in proved {
        assert!(times >= 3, "{id} was proved {times} times only");
    }
}

/// Evaluates the formula as it is shown; 1 where both it and the figure have a value.
fn prove(model: &Model, outcome: &Outcome, of: &'static Figure, place: Place) -> u32 {
    let mut tokens = Vec::new();
    for piece in explain(model, outcome, of, place).formula {
        match piece {
            Piece::Sign(sign) => tokens.extend(signs(sign)),
            Piece::Figure { value, .. } => tokens.push(Token::Number(known(value))),
            Piece::Input { value, .. } => tokens.push(Token::Number(value)),
        }
    }
    let mut parser = Parser { tokens, at: 0 };
    let told = parser.sum();
    assert_eq!(parser.at, parser.tokens.len(), "{}: {}", of.id, of.formula);
    match (told, of.value(outcome, place)) {
        (Exact::Value(told), Reached::At(Exact::Value(computed))) => {
            let off = (told - computed).abs();
            let bound = computed.abs().max(Decimal::ONE) * Decimal::new(1, 15);
            assert!(off <= bound, "{} at {place:?}: {told} is told, {computed} computed", of.id);
            1
        }
        (Exact::Undefined(_), Reached::At(computed)) => {
            // Nothing to cover needs nothing, whatever an order leaves; without orders nothing leaves.
            assert_eq!(computed, Exact::ZERO, "{} at {place:?}", of.id);
            0
        }
        _ => 0,
    }
}

fn known(value: Reached<Exact>) -> Exact {
    value.at().unwrap_or(Exact::Undefined(obkatka::number::Undefined::NoData))
}

enum Token {
    Number(Exact),
    Sign(char),
}

/// `max` becomes its first letter; other letters stand nowhere.
fn signs(text: &str) -> Vec<Token> {
    let text = text.replace("max", "m");
    let sign = |letter: char| match letter.to_digit(10) {
        Some(digit) => Token::Number(Exact::whole(digit)),
        None => Token::Sign(letter),
    };
    text.chars().filter(|letter| *letter != ' ').map(sign).collect()
}

/// A sum of products of atoms, by recursive descent.
struct Parser {
    tokens: Vec<Token>,
    at: usize,
}

impl Parser {
    fn next_is(&mut self, signs: &[char]) -> Option<char> {
        match self.tokens.get(self.at) {
            Some(Token::Sign(sign)) if signs.contains(sign) => {
                self.at += 1;
                Some(*sign)
            }
            _ => None,
        }
    }

    fn expect(&mut self, sign: char) {
        assert_eq!(self.next_is(&[sign]), Some(sign));
    }

    fn sum(&mut self) -> Exact {
        let mut sum = self.product();
        while let Some(sign) = self.next_is(&['+', '−']) {
            let term = self.product();
            sum = if sign == '+' { sum + term } else { sum - term };
        }
        sum
    }

    fn product(&mut self) -> Exact {
        let mut product = self.atom();
        while let Some(sign) = self.next_is(&['×', '÷']) {
            let factor = self.atom();
            product = if sign == '×' { product * factor } else { product / factor };
        }
        product
    }

    fn atom(&mut self) -> Exact {
        if let Some(Token::Number(number)) = self.tokens.get(self.at) {
            self.at += 1;
            return *number;
        }
        match self.next_is(&['(', '⌈', '−', 'm']) {
            Some('−') => -self.atom(),
            Some('m') => self.largest(),
            Some('⌈') => self.inside('⌉').ceiling(),
            _ => self.inside(')'),
        }
    }

    fn inside(&mut self, end: char) -> Exact {
        let inside = self.sum();
        self.expect(end);
        inside
    }

    fn largest(&mut self) -> Exact {
        self.expect('(');
        let mut largest = self.sum();
        while self.next_is(&[';']).is_some() {
            largest = largest.most(self.sum());
        }
        self.expect(')');
        largest
    }
}
