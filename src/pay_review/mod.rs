//! Pay looked at in a plan that is worked out: the pay slip of a month, today's pay beside the proposed, what
//! people and owner have of either, and what is wrong with it.
//!
//! **Never:** holds a formula that the plan itself needs, words no message, knows no screen.

mod bargain;
mod compare;
mod extra_pay;
mod growth;
mod job_offer;
mod month;
mod payslip;
mod quota;
mod quota_pay;
mod rated;
mod remark;
mod remarks;
mod sides;

pub use bargain::{ATTAINMENT_STEP, Bargain, MOST_ATTAINMENT, PaySplit, bargain};
pub use compare::{Compared, Lost, compared, lost_to_overload, with_pay};
pub use extra_pay::{ExtraPay, extra_pay};
pub use growth::{RevenuePart, SharedPart, revenue_shared};
pub use job_offer::{Bonus, JobOffer, Needed, OfferLook, after_tax};
pub use month::{PayOfOne, planned_pay};
pub use payslip::{Payslip, Withheld, payslip};
pub use quota::{PayMeasure, Quota};
pub use quota_pay::{QuotaPay, quota_pay};
pub use rated::{Idle, Rated, RatedQuarter, RatingEffect, rated, rated_quarters};
pub use remark::{Deal, Remark};
pub use remarks::{remarks, remarks_on_other_pay};
pub use sides::{Difference, SidePoint, Sides};
