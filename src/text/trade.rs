//! What a trade calls those who buy, those who may, and what they buy. Words are written for any business; who treats
//! patients reads of patients. A trade's Russian words have the gender of those in whose place they stand.

use crate::model::Trade;
use crate::number::reading::Language;
use crate::number::{lower_case, upper_case};

/// Forms of a word, and the same forms of the word in its place.
type Pair = (&'static str, &'static str);

const CLIENT: &str = "клиент клиента клиенту клиентом клиенте клиенты клиентов клиентам клиентами клиентах";
const ORDER: &str = "заказ заказа заказу заказом заказе заказы заказов заказам заказами заказах";
const CUSTOMER: &str = "customer customers";
const LEAD: &str = "lead leads";

/// The pairs of a trade; none for any business.
fn pairs(trade: Trade, language: Language) -> &'static [Pair] {
    use Language::{English, Russian};
    match (trade, language) {
        (Trade::Any, _) | (Trade::Services, Russian) => &[],
        (Trade::Services, English) => &[(CUSTOMER, "client clients")],
        (Trade::Store, English) => &[(LEAD, "visitor visitors")],
        (Trade::Guests, English) => {
            &[(CUSTOMER, "guest guests"), (LEAD, "visitor visitors"), ("order orders", "visit visits")]
        }
        (Trade::Clinic, English) => {
            &[(CUSTOMER, "patient patients"), (LEAD, "inquiry inquiries"), ("order orders", "visit visits")]
        }
        (Trade::School, English) => {
            &[(CUSTOMER, "student students"), (LEAD, "sign-up sign-ups"), ("order orders", "course courses")]
        }
        (Trade::Store, Russian) => &[(
            CLIENT,
            "покупатель покупателя покупателю покупателем покупателе покупатели покупателей покупателям \
             покупателями покупателях",
        )],
        (Trade::Guests, Russian) => {
            &[(CLIENT, "гость гостя гостю гостем госте гости гостей гостям гостями гостях"), VISIT]
        }
        (Trade::Clinic, Russian) => &[
            (
                CLIENT,
                "пациент пациента пациенту пациентом пациенте пациенты пациентов пациентам пациентами пациентах",
            ),
            VISIT,
        ],
        (Trade::School, Russian) => &[
            (CLIENT, "ученик ученика ученику учеником ученике ученики учеников ученикам учениками учениках"),
            (ORDER, "курс курса курсу курсом курсе курсы курсов курсам курсами курсах"),
        ],
    }
}

const VISIT: Pair = (ORDER, "визит визита визиту визитом визите визиты визитов визитам визитами визитах");

/// The text with a trade's words in it; names of placeholders stay.
///
/// ```
/// use obkatka::model::Trade;
/// use obkatka::text::{Language, in_words_of};
/// let text = "Of {customers} leads {n} {n|is a customer|are customers}: a lead. Customers’ order.";
/// assert_eq!(
///     in_words_of(Trade::Clinic, text, Language::English),
///     "Of {customers} inquiries {n} {n|is a patient|are patients}: an inquiry. Patients’ visit.",
/// );
/// assert_eq!(in_words_of(Trade::Guests, "У {n} клиентов — заказы.", Language::Russian), "У {n} гостей — визиты.");
/// ```
pub fn in_words_of(trade: Trade, text: &str, language: Language) -> String {
    let pairs = pairs(trade, language);
    let mut worded = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some(mark) = rest.chars().next() {
        let is_name = mark == '{';
        let end = match is_name {
            // Up to the end of the placeholder's name: its forms are words again.
            true => rest.find(['|', '}']),
            false => rest.find(|letter: char| !is_letter(letter)),
        };
        let length = end.unwrap_or(rest.len()).max(mark.len_utf8());
        let (piece, behind) = rest.split_at_checked(length).unwrap_or((rest, ""));
        match (!is_name).then(|| in_place_of(pairs, piece)).flatten() {
            Some(other) => push(&mut worded, piece, other),
            None => worded.push_str(piece),
        }
        rest = behind;
    }
    worded
}

fn is_letter(letter: char) -> bool {
    lower_case(letter) != upper_case(letter)
}

/// The word in place of another.
fn in_place_of(pairs: &[Pair], word: &str) -> Option<&'static str> {
    let lower: String = word.chars().map(lower_case).collect();
    pairs.iter().find_map(|(from, to)| {
        let at = from.split(' ').position(|form| form == lower)?;
        to.split(' ').nth(at)
    })
}

/// Adds a word in place of another: as large as that, and behind the article that it takes.
fn push(worded: &mut String, word: &str, other: &str) {
    let is_open = |word: &str| word.starts_with(['a', 'e', 'i', 'o', 'A', 'E', 'I', 'O']);
    let (article, fitting) = match (is_open(word), is_open(other)) {
        (true, false) => ("n ", " "),
        (false, true) => (" ", "n "),
        _ => ("", ""),
    };
    let before = worded.strip_suffix(article).and_then(|before| before.strip_suffix(['a', 'A']));
    if !article.is_empty() && before.is_some_and(|before| !before.ends_with(is_letter)) {
        worded.truncate(worded.len().saturating_sub(article.len()));
        worded.push_str(fitting);
    }
    let mut letters = other.chars();
    match (word.chars().next().is_some_and(|first| lower_case(first) != first), letters.next()) {
        (true, Some(first)) => {
            worded.push(upper_case(first));
            worded.push_str(letters.as_str());
        }
        _ => worded.push_str(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Word;

    const LANGUAGES: [Language; 2] = [Language::Russian, Language::English];

    fn names(text: &str) -> Vec<&str> {
        let holes = text.split('{').skip(1).filter_map(|piece| piece.split_once('}'));
        holes.filter_map(|(hole, _)| hole.split('|').next()).collect()
    }

    #[test]
    fn each_form_has_one_in_its_place() {
        for trade in Trade::ALL {
            for (from, to) in LANGUAGES.iter().flat_map(|language| pairs(*trade, *language)) {
                assert_eq!(from.split(' ').count(), to.split(' ').count(), "{from}: {to}");
            }
        }
    }

    #[test]
    fn placeholders_and_plurals_stay_as_they_are() {
        for key in Word::keys() {
            let word = Word::find(key).unwrap();
            for (trade, language) in Trade::ALL.iter().flat_map(|trade| LANGUAGES.map(|own| (*trade, own))) {
                let (text, worded) = (word.text(language), in_words_of(trade, word.text(language), language));
                assert_eq!(names(text), names(&worded), "{key}");
                assert_eq!(text.matches('|').count(), worded.matches('|').count(), "{key}");
                assert!(!pairs(trade, language).is_empty() || text == worded, "{key}");
            }
        }
    }

    #[test]
    fn a_name_that_somebody_typed_stays() {
        let text = in_words_of(Trade::Store, "Most come from “{channel}”.", Language::English);
        assert_eq!(text, "Most come from “{channel}”.");
        // Words that only begin alike are others.
        let other = "Заказчик, клиентский, leadership";
        assert_eq!(in_words_of(Trade::Clinic, other, Language::Russian), other);
        assert_eq!(in_words_of(Trade::Clinic, other, Language::English), other);
    }
}
