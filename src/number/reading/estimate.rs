//! A number or a range, with what may accompany it: sign, scale, money, percent.

use core::ops::Range;

use super::language::Language;
use super::lexing::{Cursor, Dash, Token, TokenKind};
use super::literal::{Magnitude, Separators, literal};
use super::result::{Expected, NumberError, NumberFault, Reading};
use super::words::{KnownWord, Scale};

/// A number as it stands in the text, before its neighbours have lent it their scale and percent.
pub(super) struct Quantity {
    pub magnitude: Magnitude,
    pub negative: bool,
    pub scale: Option<i32>,
    pub percent: Option<Range<usize>>,
    pub at: Range<usize>,
}

/// What the numbers of a text, in their order, are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// `7`
    One,
    /// `5..9`: low, high.
    Ends,
    /// `5..7..9`: low, value, high.
    Points,
    /// `7 (5..9)`: value, low, high.
    Aside,
    /// `7 ± 2`: value, margin.
    Margin,
    /// «1 из 20»: part, whole.
    PartOf,
}

/// Reads a number or a range.
pub(super) fn read(cursor: Cursor, language: Language, expected: Expected) -> Result<Reading, NumberError> {
    let mut estimate = EstimateReader { cursor, language, expected, doubtful: false, list: Vec::new() };
    let form = estimate.form()?;
    let rest = estimate.cursor.peek();
    if rest.kind != TokenKind::End {
        return Err(unexpected(rest));
    }
    estimate.settle(form)
}

/// The text on its way to a reading.
pub(super) struct EstimateReader<'t> {
    pub cursor: Cursor<'t>,
    language: Language,
    pub expected: Expected,
    pub doubtful: bool,
    pub list: Vec<Quantity>,
}

impl EstimateReader<'_> {
    fn form(&mut self) -> Result<Form, NumberError> {
        self.cursor.take(TokenKind::KnownWord(KnownWord::About));
        if let Some(open) = self.cursor.take(TokenKind::Open) {
            return self.bracketed(open);
        }
        let opening = self.opening();
        self.quantity()?;
        let token = self.cursor.peek();
        match token.kind {
            TokenKind::KnownWord(word) if joins(opening, word) => self.second(Form::Ends),
            _ if opening.is_some() => Err(self.join_expected(token)),
            TokenKind::Dots => self.points(),
            TokenKind::Dash(Dash::Hyphen | Dash::Long) => self.dash(token),
            TokenKind::KnownWord(KnownWord::OutOf) if self.expected == Expected::Share => {
                self.second(Form::PartOf)
            }
            TokenKind::PlusMinus => self.second(Form::Margin),
            TokenKind::Open => self.aside(),
            _ => Ok(Form::One),
        }
    }

    /// A figure in brackets is less than nothing, as accountants write it. Anything else in brackets is arithmetic.
    fn bracketed(&mut self, open: Token) -> Result<Form, NumberError> {
        let is_figure =
            matches!(self.cursor.peek().kind, TokenKind::Number | TokenKind::KnownWord(KnownWord::Currency))
                && self.quantity().is_ok();
        if !is_figure || self.cursor.peek().kind != TokenKind::Close {
            return Err(NumberError::new(NumberFault::ArithmeticUnmarked, open.at()));
        }
        self.close(open)?;
        self.money();
        if self.cursor.peek().kind != TokenKind::End {
            return Err(NumberError::new(NumberFault::ArithmeticUnmarked, open.at()));
        }
        self.doubtful = true;
        self.list.iter_mut().for_each(|quantity| quantity.negative = true);
        Ok(Form::One)
    }

    /// The word that opens a range: «от», between.
    fn opening(&mut self) -> Option<KnownWord> {
        let opens = |kind| matches!(kind, TokenKind::KnownWord(KnownWord::From | KnownWord::Between));
        match self.cursor.take_if(opens)?.kind {
            TokenKind::KnownWord(word) => Some(word),
            _ => None,
        }
    }

    /// Steps over what announces a second number, and reads it.
    fn second(&mut self, form: Form) -> Result<Form, NumberError> {
        self.cursor.take_if(|_| true);
        self.quantity()?;
        Ok(form)
    }

    /// After the first number of `5..9` or `5..7..9`.
    fn points(&mut self) -> Result<Form, NumberError> {
        self.second(Form::Ends)?;
        if self.cursor.peek().kind == TokenKind::Dots { self.second(Form::Points) } else { Ok(Form::Ends) }
    }

    /// After the first number of `5-9`. Beside a minus it would be a riddle, and a hyphen may have been one.
    fn dash(&mut self, dash: Token) -> Result<Form, NumberError> {
        let form = self.second(Form::Ends)?;
        if self.list.iter().any(|quantity| quantity.negative) {
            return Err(NumberError::new(NumberFault::UnexpectedText, dash.at()));
        }
        self.doubtful |= dash.kind == TokenKind::Dash(Dash::Hyphen);
        Ok(form)
    }

    /// After the value of `7 (5..9)`.
    fn aside(&mut self) -> Result<Form, NumberError> {
        let Some(open) = self.cursor.take(TokenKind::Open) else { return Ok(Form::One) };
        let opening = self.opening();
        self.quantity()?;
        let token = self.cursor.peek();
        match token.kind {
            TokenKind::KnownWord(word) if joins(opening, word) => self.second(Form::Ends)?,
            TokenKind::Dots if opening.is_none() => self.second(Form::Ends)?,
            TokenKind::Dash(Dash::Hyphen | Dash::Long) if opening.is_none() => self.dash(token)?,
            _ => return Err(self.join_expected(token)),
        };
        self.close(open)?;
        Ok(Form::Aside)
    }

    /// The closing bracket, and the scale and percent of `7 (5..9) %`.
    fn close(&mut self, open: Token) -> Result<(), NumberError> {
        match (self.cursor.take(TokenKind::Close), self.cursor.peek()) {
            (Some(_), _) => {}
            (None, Token { kind: TokenKind::End, .. }) => {
                return Err(NumberError::new(NumberFault::Unbalanced, open.at()));
            }
            (None, token) => return Err(unexpected(token)),
        }
        let (scale, percent) = self.units(false);
        if let Some(last) = self.list.last_mut() {
            last.scale = last.scale.or(scale);
            last.percent = last.percent.take().or(percent);
        }
        Ok(())
    }

    /// One number: money and sign in either order, digits, scale, money, percent.
    fn quantity(&mut self) -> Result<(), NumberError> {
        let start = self.cursor.peek().start;
        let before = self.money();
        let negative = self.cursor.sign() == Some(true);
        let money = self.money() || before;
        let Some(token) = self.cursor.take(TokenKind::Number) else { return Err(self.number_expected()) };
        let read = literal(self.cursor.text(token), Separators::Ordinary(self.language));
        let read = read.map_err(|fault| NumberError::new(fault, token.at()))?;
        let (scale, percent) = self.units(money);
        self.period()?;
        // A comma before three digits is what the English write; next to a scale or percent it deserves a look.
        let telling = read.grouped && scale.is_none() && self.expected != Expected::Share;
        self.doubtful |= read.scientific || (read.ambiguous && !telling);
        let at = self.cursor.since(start);
        self.list.push(Quantity { magnitude: read.magnitude, negative, scale, percent, at });
        Ok(())
    }

    /// What may follow digits: scale, money, or percent.
    fn units(&mut self, money: bool) -> (Option<i32>, Option<Range<usize>>) {
        let scale = self.scale();
        let money = self.money() || money;
        // «12 т.р.» and $5m can only be thousands and millions.
        self.doubtful |= !money && scale.is_some_and(|scale| scale.vague);
        let bare = scale.is_none() && !money;
        let percent = if bare { self.cursor.take(TokenKind::Percent) } else { None };
        (scale.map(|scale| scale.power), percent.map(Token::at))
    }

    /// Steps over «/мес» and `per month`: plans count in months. Of another period it would be another number.
    fn period(&mut self) -> Result<(), NumberError> {
        let leads = |kind| matches!(kind, TokenKind::Over | TokenKind::KnownWord(KnownWord::Per));
        let period = match self.cursor.after_next() {
            TokenKind::KnownWord(period @ (KnownWord::Month | KnownWord::Period)) => period,
            _ => return Ok(()),
        };
        if self.cursor.take_if(leads).is_none() {
            return Ok(());
        }
        let token = self.cursor.peek();
        self.cursor.take(token.kind);
        match period {
            KnownWord::Month => Ok(()),
            _ => Err(NumberError::new(NumberFault::OtherPeriod, token.at())),
        }
    }

    fn money(&mut self) -> bool {
        self.expected == Expected::Amount
            && self.cursor.take(TokenKind::KnownWord(KnownWord::Currency)).is_some()
    }

    fn scale(&mut self) -> Option<Scale> {
        let kind = self.cursor.peek().kind;
        let TokenKind::KnownWord(KnownWord::Scale(scale)) = kind else { return None };
        let fits = self.expected != Expected::Share;
        fits.then(|| self.cursor.take(kind)).map(|_| scale)
    }

    /// The error of something standing where the second number of a range should be announced.
    fn join_expected(&self, token: Token) -> NumberError {
        if token.kind == TokenKind::End { self.cursor.number_expected() } else { unexpected(token) }
    }

    /// The error of something else standing where a number should.
    pub(super) fn number_expected(&self) -> NumberError {
        let token = self.cursor.peek();
        match token.kind {
            TokenKind::Open => NumberError::new(NumberFault::ArithmeticUnmarked, token.at()),
            _ => self.cursor.number_expected(),
        }
    }
}

/// The error of something standing after a number where nothing should.
fn unexpected(token: Token) -> NumberError {
    let fault = match token.kind {
        TokenKind::Plus | TokenKind::Times | TokenKind::Over | TokenKind::Dash(Dash::Minus) => {
            NumberFault::ArithmeticUnmarked
        }
        TokenKind::Close => NumberFault::Unbalanced,
        _ => NumberFault::UnexpectedText,
    };
    NumberError::new(fault, token.at())
}

/// Whether a word joins the ends of a range that was opened by a word or by none: «5 по 9» is five pieces at nine,
/// and «5 и 9» two numbers.
fn joins(opening: Option<KnownWord>, word: KnownWord) -> bool {
    match word {
        KnownWord::To => true,
        KnownWord::Through => opening == Some(KnownWord::From),
        KnownWord::And => opening == Some(KnownWord::Between),
        _ => false,
    }
}
