//! Months within a sentence: Russian has the name of a month follow what stands before it.

use super::{Language, Show};

/// What stands before a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MonthCase {
    /// «с мая 2027 года», from May 2027.
    Since,
    /// «к маю 2027 года», by May 2027.
    By,
}

const NAMES: [&str; 12] = [
    "январь",
    "февраль",
    "март",
    "апрель",
    "май",
    "июнь",
    "июль",
    "август",
    "сентябрь",
    "октябрь",
    "ноябрь",
    "декабрь",
];

impl Show<'_> {
    /// A month of the plan in the form that goes with what stands before it.
    pub fn month_in(&self, month: u32, case: MonthCase) -> String {
        if self.language != Language::Russian {
            return self.month(month);
        }
        let at = self.start.later(month);
        let name = NAMES.get(at.month().saturating_sub(1) as usize).copied().unwrap_or_default();
        [&declined(name, case), " ", &at.year().to_string(), " года"].concat()
    }
}

/// Names in a soft sign or «й» change it, the others get an ending.
fn declined(name: &str, case: MonthCase) -> String {
    let stem = name.strip_suffix(['ь', 'й']);
    let ending = match (stem.is_some(), case) {
        (true, MonthCase::Since) => "я",
        (true, MonthCase::By) => "ю",
        (false, MonthCase::Since) => "а",
        (false, MonthCase::By) => "у",
    };
    [stem.unwrap_or(name), ending].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_follow_what_stands_before_them() {
        let show = |language| Show::standard(language);
        let ru = |month, case| show(Language::Russian).month_in(month, case);
        assert_eq!(ru(4, MonthCase::By), "маю 2027 года");
        assert_eq!(ru(14, MonthCase::By), "марту 2028 года");
        assert_eq!(ru(0, MonthCase::Since), "января 2027 года");
        assert_eq!(ru(7, MonthCase::Since), "августа 2027 года");
        assert_eq!(show(Language::English).month_in(4, MonthCase::By), show(Language::English).month(4));
    }
}
