//! Documents at the limits: none of those that are kept here as the heaviest that were found holds the page up for long.

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
