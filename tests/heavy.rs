//! Documents at the limits: none of those that are kept here as the heaviest that were found holds the page up for long.

#[path = "common/counted.rs"]
mod counted;
#[path = "../examples/common/heaviest.rs"]
#[allow(dead_code)]
mod heaviest;

use counted::{Counted, operations};
use obkatka::codec::{Misfit, read_link, thawed};
use obkatka::evidence::{Baseline, Engine, Study};
use obkatka::model::over_limit;
use obkatka::number::Exact;
use obkatka::plan::{Outcome, evaluate};
use std::time::{Duration, Instant};

/// What the whole of a plan may take here, without optimising and on a busy machine. In a release it takes a fiftieth.
/// Before rows of pay were bounded in all it took a minute.
const LONGEST: Duration = Duration::from_secs(10);

#[test]
fn the_heaviest_links_open_with_what_is_too_much_left_out() {
    for link in [include_str!("fixtures/heavy/heavy.link"), include_str!("fixtures/heavy/heavy-2.link")] {
        let link = read_link(link.trim()).unwrap();
        assert_eq!(over_limit(&link.model), None);
        let told = |fault: &obkatka::codec::Fault| {
            fault.path.ends_with("/hires") && matches!(fault.reason, Misfit::TooManyRows { most: 100 })
        };
        assert!(link.faults.iter().any(told), "{:?}", link.faults.first());
        assert_eq!(link.model.people.len(), 100);
        let begin = Instant::now();
        let outcome: Outcome<Exact> = evaluate(&link.model);
        assert!(begin.elapsed() < LONGEST, "{:?}", begin.elapsed());
        let study = Study::new(&link.model, Some(outcome), None, Engine::new(thawed));
        for step in Study::BOARD.iter().chain(Study::COMPARISON) {
            let begin = Instant::now();
            step(&study, Baseline::Current);
            assert!(begin.elapsed() < LONGEST, "{:?}", begin.elapsed());
        }
    }
}

/// Documents with as much as the limits let in, by their genes, and the millions of operations that a plan of theirs may take.
const KEPT: [(heaviest::Genes, u64); 3] = [
    ([2, 2, 1, 3, 2, 2, 1, 4, 2, 2, 6, 4, 1, 4, 2, 0, 1, 3, 2, 0, 2, 2, 1, 1, 2, 2, 3, 2, 1, 1, 2, 1, 1], 5),
    ([2, 2, 1, 3, 2, 2, 1, 3, 2, 2, 6, 4, 1, 4, 2, 3, 1, 3, 2, 3, 2, 2, 1, 1, 2, 2, 3, 1, 1, 1, 2, 1, 1], 5),
    ([2, 2, 1, 3, 2, 2, 1, 1, 2, 2, 4, 3, 1, 4, 2, 5, 1, 3, 2, 7, 2, 2, 1, 1, 2, 2, 3, 2, 1, 1, 2, 1, 1], 1),
];

#[test]
fn the_heaviest_documents_take_no_more_work_than_they_did() {
    for (genes, most) in KEPT {
        let model = heaviest::document(&genes);
        assert_eq!(over_limit(&model), None);
        let work = operations(|| evaluate::<Counted>(&model));
        assert!(work <= most * 1_000_000, "{work} operations of {genes:?}");
    }
}
