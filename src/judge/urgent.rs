//! What of a plan needs attention first.

use crate::model::{Issue, Model, Severity};
use crate::number::Decimal;

/// The field to look at first: of the gravest issue, else of what a plan cannot do without; none where all is there.
pub fn urgent_field(model: &Model, issues: &[Issue]) -> Option<String> {
    let of =
        |severity| issues.iter().find(|issue| issue.severity == severity).map(|issue| issue.path.clone());
    let missing = || {
        [
            ("channels", model.channels.is_empty()),
            ("funnel/stages", model.funnel.stages.is_empty()),
            ("offer/price", model.offer.price.value == Decimal::ZERO),
        ]
        .into_iter()
        .find_map(|(path, is_missing)| is_missing.then(|| path.to_owned()))
    };
    of(Severity::Problem).or_else(missing).or_else(|| of(Severity::Warning))
}

#[cfg(test)]
mod tests {
    use super::super::tests::business;
    use super::*;
    use crate::model::{Stage, check};

    #[test]
    fn what_is_wrong_comes_before_what_is_missing() {
        let mut model = Model::default();
        let first = |model: &Model| urgent_field(model, &check(model));
        assert_eq!(first(&model).as_deref(), Some("channels"));
        model.channels = business(300, 100, 500, 1000).channels;
        assert_eq!(first(&model).as_deref(), Some("funnel/stages"));
        model.funnel.stages = vec![Stage { id: "a".into(), ..Stage::default() }];
        assert_eq!(first(&model).as_deref(), Some("offer/price"));
        model.offer.price.value = Decimal::from(300);
        assert_eq!(first(&model), None);
    }
}
