//! Every released form of a document still opens, as what it was. A fixture is never changed or
//! deleted; a new schema adds its own.

#[path = "common/agency.rs"]
mod agency;

use obkatka::codec::{SCHEMA, Without, read_file, read_link, write_file, write_link};
use obkatka::model::{AddOnKind, Basis, Model, Place, Regime, RetentionKind, Status, YearMonth};
use obkatka::number::Decimal;

/// A file and a link of one document, which says all its defaults in the file and none in the link:
/// they are equal only while no default has changed without a step of migration.
fn check(file: &str, link: &str) -> Model {
    let (file, link) = (read_file(file).unwrap(), read_link(link).unwrap());
    assert_eq!((file.faults, link.faults), (vec![], vec![]));
    assert_eq!(file.model, link.model);
    assert_eq!(link.receipt, ["1 240 000 ₽", "14 мес."]);
    file.model
}

#[test]
fn schema_1_opens() {
    let model = check(include_str!("documents/v1.json"), include_str!("documents/v1.link"));
    assert_eq!(model.about.name, "Digital-агентство: сайты и реклама");
    assert_eq!(model.about.start, YearMonth::new(2027, 2));
    assert_eq!(model.offer.retention.kind, RetentionKind::TwoStage);
    assert_eq!(model.offer.retention.later_rate.value, Decimal::new(9836, 4));
    assert_eq!(model.offer.vat_rate.value, Decimal::new(22, 2));
    assert_eq!(model.offer.add_ons[1].kind, AddOnKind::CrossSell);
    let channel = &model.channels[1];
    assert_eq!((channel.status, channel.place), (Status::RunIn, Place::Partner));
    assert_eq!(channel.cost_per_lead.basis, Basis::Benchmark);
    assert_eq!(model.tax.regime, Regime::RevenueShare);
}

/// Makes the fixture of a new schema, before its release: `cargo test --test documents -- --ignored`.
#[test]
#[ignore = "writes files"]
fn make_the_fixture_of_this_schema() {
    let path = |kind| format!("{}/tests/documents/v{SCHEMA}.{kind}", env!("CARGO_MANIFEST_DIR"));
    let model = agency::agency();
    let receipt = ["1 240 000 ₽".into(), "14 мес.".into()];
    assert!(!std::fs::exists(path("json")).unwrap(), "a fixture is never changed");
    std::fs::write(path("json"), write_file(&model)).unwrap();
    std::fs::write(path("link"), write_link(&model, &receipt, Without::Nothing).unwrap()).unwrap();
}
