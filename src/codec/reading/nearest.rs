//! Which of the known keys one that is not known was meant to be.

use crate::model::Field;
use strsim::osa_distance;

/// The key of the field that is spelt most alike; none where all are too different.
pub(super) fn nearest_key(key: &str, known: &[Field]) -> Option<&'static str> {
    // One letter in three may be wrong, and one always.
    let most = (key.chars().count() / 3).max(1);
    let distances = known.iter().map(|field| (osa_distance(key, field.key), field.key));
    distances
        .filter(|(distance, _)| *distance <= most)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, key)| key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Model, Record};

    #[test]
    fn a_slip_of_the_finger_finds_its_field() {
        let known = Model::default().fields();
        assert_eq!(nearest_key("chanels", known), Some("channels"));
        assert_eq!(nearest_key("abuot", known), Some("about"));
        assert_eq!(nearest_key("price", known), None);
    }
}
