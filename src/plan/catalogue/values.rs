//! How a row of the catalogue finds its value in an outcome.

use super::super::outcome::{Acquisition, ChannelOutcome, GroupOutcome, Outcome};
use super::super::reached::Reached;
use super::row::{Answer, Place};
use crate::number::{Count, Exact, Money, Months, Number, Share, Undefined};
use crate::pay::MonthPay;

/// A number as an answer.
pub(super) trait Answering {
    fn answer(self) -> Answer;
}

macro_rules! answering {
    ($($unit:ident),+) => { $(
        impl Answering for $unit<Exact> {
            fn answer(self) -> Answer {
                self.0.reason().map_or(Reached::At(self.0), Reached::Unknown)
            }
        }
        impl Answering for Reached<$unit<Exact>> {
            fn answer(self) -> Answer { self.map(|amount| amount.0) }
        }
    )+ };
}
answering!(Money, Share, Count, Months);

impl Answering for Reached<u32> {
    fn answer(self) -> Answer {
        self.map(Exact::whole)
    }
}

pub(super) const NO_DATA: Answer = Reached::Unknown(Undefined::NoData);

pub(super) fn at<T: Answering + Copy>(line: &[T], place: usize) -> Answer {
    line.get(place).map_or(NO_DATA, |value| value.answer())
}

/// That of one channel, or of all together.
pub(super) fn acquisition(outcome: &Outcome, place: Place) -> Option<&Acquisition<Exact>> {
    match place {
        Place::Channel(at) => outcome.channels.get(at).map(|channel| &channel.acquisition),
        _ => Some(&outcome.total),
    }
}

/// Of one channel in one month.
pub(super) fn of_channel<T: Answering + Copy>(
    outcome: &Outcome,
    place: Place,
    line: fn(&ChannelOutcome<Exact>) -> &[T],
) -> Answer {
    let Place::ChannelMonth(channel, t) = place else { return NO_DATA };
    outcome.channels.get(channel).map_or(NO_DATA, |channel| at(line(channel), t as usize))
}

/// Of one group; nothing in months in which they are not there.
pub(super) fn of_group<T: Answering>(
    outcome: &Outcome,
    place: Place,
    value: fn(&GroupOutcome<Exact>, &MonthPay<Exact>) -> T,
) -> Answer {
    let Place::GroupMonth(role, group, t) = place else { return NO_DATA };
    let group = outcome.people.roles.get(role).and_then(|role| role.groups.get(group));
    group.map_or(NO_DATA, |group| {
        group.pay_in(t).map_or(Reached::At(Exact::ZERO), |slip| value(group, slip).answer())
    })
}

/// The value of a row, by its scope.
macro_rules! value {
    (Whole, $value:expr) => {
        |outcome: &Outcome, _: Place| ($value as fn(&Outcome) -> _)(outcome).answer()
    };
    (Channel, $value:expr) => {
        |outcome: &Outcome, place: Place| {
            acquisition(outcome, place)
                .map_or(NO_DATA, |of| ($value as fn(&Acquisition<Exact>) -> _)(of).answer())
        }
    };
    (Month, $value:expr) => {
        |outcome: &Outcome, place: Place| match place {
            Place::Month(t) => at(($value as fn(&Outcome) -> &[_])(outcome), t as usize),
            _ => NO_DATA,
        }
    };
    (Age, $value:expr) => {
        |outcome: &Outcome, place: Place| match place {
            Place::Age(age) => at(($value as fn(&Outcome) -> &[_])(outcome), age as usize),
            _ => NO_DATA,
        }
    };
    (ChannelMonth, $value:expr) => {
        |outcome: &Outcome, place: Place| of_channel(outcome, place, $value)
    };
    (GroupMonth, $value:expr) => {
        |outcome: &Outcome, place: Place| of_group(outcome, place, $value)
    };
    // Of a month, but no line of the outcome.
    (InMonth, $value:expr) => {
        |outcome: &Outcome, place: Place| match place {
            Place::Month(t) => ($value as fn(&Outcome, usize) -> Answer)(outcome, t as usize),
            _ => NO_DATA,
        }
    };
}
pub(super) use value;
