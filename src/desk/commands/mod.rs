//! The commands, a file for each part of the document that they change.

mod chain;
mod estimates;
mod facts;
mod pay;
mod retention;
mod rows;
mod salaries;
mod start_earlier;
mod table;
mod versions;

pub use chain::{AddLink, AddQuarters, FillUsualChain};
pub use estimates::{ChangeBasis, EnterNumber, NameSource, Refused, TryOut, read_entry, refusal};
pub use facts::{AdoptFigures, KeepPlan, ReturnToPlan, SetStatus, WriteFacts, is_kept, last_quarter};
pub use pay::{DropSentPayroll, PayPlan, ProposePay, ReadyWords, TakeReadyPay, WithdrawProposal};
pub use retention::{ColumnFault, FitRetention, TakeObserved, observed_column};
pub use rows::AddRow;
pub use salaries::{DoubledSalaries, SettleSalaries, doubled_salaries};
pub use start_earlier::StartEarlier;
pub use table::TakeTable;
pub use versions::{KeepVersion, ReturnToVersion};
