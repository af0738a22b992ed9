//! How a row of the catalogue finds its value in an outcome, in either number system.

use super::super::outcome::{Acquisition, ChannelOutcome, GroupOutcome, Outcome, RoleOutcome};
use super::super::reached::Reached;
use super::row::Place;
use crate::number::{Count, Money, Months, Number, Share, Undefined};
use crate::pay::{MonthPay, PartPay};

/// A number as an answer.
pub(super) trait Answering<N> {
    fn answer(self) -> Reached<N>;
}

macro_rules! answering {
    ($($unit:ident),+) => { $(
        impl<N: Number> Answering<N> for $unit<N> {
            fn answer(self) -> Reached<N> {
                self.0.reason().map_or(Reached::At(self.0), Reached::Unknown)
            }
        }
        impl<N: Number> Answering<N> for Reached<$unit<N>> {
            fn answer(self) -> Reached<N> { self.map(|amount| amount.0) }
        }
    )+ };
}
answering!(Money, Share, Count, Months);

impl<N: Number> Answering<N> for Reached<u32> {
    fn answer(self) -> Reached<N> {
        self.map(N::whole)
    }
}

impl<N: Number> Answering<N> for u32 {
    fn answer(self) -> Reached<N> {
        Reached::At(N::whole(self))
    }
}

/// None is never.
impl<N: Number> Answering<N> for Option<u32> {
    fn answer(self) -> Reached<N> {
        self.map_or(Reached::Never, |month| Reached::At(N::whole(month)))
    }
}

/// There is no such place.
pub(super) const fn no_data<N>() -> Reached<N> {
    Reached::Unknown(Undefined::NoData)
}

pub(super) fn at<N, T: Answering<N> + Copy>(line: &[T], place: usize) -> Reached<N> {
    line.get(place).map_or(no_data(), |value| value.answer())
}

/// That of one channel, or of all together.
pub(super) fn acquisition<N>(outcome: &Outcome<N>, place: Place) -> Option<&Acquisition<N>> {
    match place {
        Place::Channel(at) => outcome.channels.get(at).map(|channel| &channel.acquisition),
        _ => Some(&outcome.total),
    }
}

/// Of one channel in one month.
pub(super) fn of_channel<N, T: Answering<N> + Copy>(
    outcome: &Outcome<N>,
    place: Place,
    line: fn(&ChannelOutcome<N>) -> &[T],
) -> Reached<N> {
    let Place::ChannelMonth(channel, t) = place else { return no_data() };
    outcome.channels.get(channel).map_or(no_data(), |channel| at(line(channel), t as usize))
}

/// Of one role in one month.
pub(super) fn of_role<N, T: Answering<N> + Copy>(
    outcome: &Outcome<N>,
    place: Place,
    line: fn(&RoleOutcome<N>) -> &[T],
) -> Reached<N> {
    let Place::RoleMonth(role, t) = place else { return no_data() };
    outcome.people.roles.get(role).map_or(no_data(), |role| at(line(role), t as usize))
}

/// Of one group; nothing in months in which they are not there.
pub(super) fn of_group<N: Number, T: Answering<N>>(
    outcome: &Outcome<N>,
    place: Place,
    value: fn(&GroupOutcome<N>, &MonthPay<N>) -> T,
) -> Reached<N> {
    let Place::GroupMonth(role, group, t) = place else { return no_data() };
    let group = outcome.people.roles.get(role).and_then(|role| role.groups.get(group));
    group.map_or(no_data(), |group| {
        group.pay_in(t).map_or(Reached::At(N::ZERO), |slip| value(group, slip).answer())
    })
}

/// Of a part of one's pay; nothing in months in which they are not there.
pub(super) fn of_part<N: Number, T: Answering<N>>(
    outcome: &Outcome<N>,
    place: Place,
    value: fn(&PartPay<N>) -> T,
) -> Reached<N> {
    let Place::PartMonth((role, group), part, t) = place else { return no_data() };
    part_of(outcome, (role, group), part, t).map_or(Reached::At(N::ZERO), |part| value(part).answer())
}

/// Of a KPI of a part; nothing in months in which they are not there.
pub(super) fn of_kpi<N: Number>(
    outcome: &Outcome<N>,
    place: Place,
    line: fn(&PartPay<N>) -> &[Share<N>],
) -> Reached<N> {
    let Place::KpiMonth((role, group), part, kpi, t) = place else { return no_data() };
    part_of(outcome, (role, group), part, t).map_or(Reached::At(N::ZERO), |part| at(line(part), kpi))
}

fn part_of<N: Number>(
    outcome: &Outcome<N>,
    (role, group): (usize, usize),
    part: usize,
    t: u32,
) -> Option<&PartPay<N>> {
    outcome.people.roles.get(role)?.groups.get(group)?.pay_in(t)?.lines.get(part)
}

/// The value of a row, by its scope, in a number system.
macro_rules! value {
    (Whole, $n:ty, $value:expr) => {
        |outcome: &Outcome<$n>, _: Place| -> Reached<$n> {
            ($value as fn(&Outcome<$n>) -> _)(outcome).answer()
        }
    };
    (Channel, $n:ty, $value:expr) => {
        |outcome: &Outcome<$n>, place: Place| -> Reached<$n> {
            acquisition(outcome, place)
                .map_or(no_data(), |of| ($value as fn(&Acquisition<$n>) -> _)(of).answer())
        }
    };
    (Month, $n:ty, $value:expr) => {
        |outcome: &Outcome<$n>, place: Place| -> Reached<$n> {
            match place {
                Place::Month(t) => at(($value as fn(&Outcome<$n>) -> &[_])(outcome), t as usize),
                _ => no_data(),
            }
        }
    };
    (Age, $n:ty, $value:expr) => {
        |outcome: &Outcome<$n>, place: Place| -> Reached<$n> {
            match place {
                Place::Age(age) => at(($value as fn(&Outcome<$n>) -> &[_])(outcome), age as usize),
                _ => no_data(),
            }
        }
    };
    (Stage, $n:ty, $value:expr) => {
        |outcome: &Outcome<$n>, place: Place| -> Reached<$n> {
            match place {
                Place::Stage(stage) => at(($value as fn(&Outcome<$n>) -> &[_])(outcome), stage),
                _ => no_data(),
            }
        }
    };
    (StageMonth, $n:ty, $value:expr) => {
        |outcome: &Outcome<$n>, place: Place| -> Reached<$n> {
            match place {
                Place::StageMonth(stage, t) => ($value as fn(&Outcome<$n>) -> &[Vec<_>])(outcome)
                    .get(stage)
                    .map_or(no_data(), |line| at(line, t as usize)),
                _ => no_data(),
            }
        }
    };
    // A share of each month, the whole where there is no line.
    (Handled, $n:ty, $value:expr) => {
        |outcome: &Outcome<$n>, place: Place| -> Reached<$n> {
            match (($value as fn(&Outcome<$n>) -> &[Share<$n>])(outcome), place) {
                ([], Place::Month(t)) if t < outcome.months() => Share::ONE.answer(),
                (line, Place::Month(t)) => at(line, t as usize),
                _ => no_data(),
            }
        }
    };
    (ChannelMonth, $n:ty, $value:expr) => {
        |outcome: &Outcome<$n>, place: Place| -> Reached<$n> { of_channel(outcome, place, $value) }
    };
    (RoleMonth, $n:ty, $value:expr) => {
        |outcome: &Outcome<$n>, place: Place| -> Reached<$n> { of_role(outcome, place, $value) }
    };
    (GroupMonth, $n:ty, $value:expr) => {
        |outcome: &Outcome<$n>, place: Place| -> Reached<$n> { of_group(outcome, place, $value) }
    };
    (PartMonth, $n:ty, $value:expr) => {
        |outcome: &Outcome<$n>, place: Place| -> Reached<$n> { of_part(outcome, place, $value) }
    };
    (KpiMonth, $n:ty, $value:expr) => {
        |outcome: &Outcome<$n>, place: Place| -> Reached<$n> { of_kpi(outcome, place, $value) }
    };
    (DerivedAge, $n:ty, $value:expr) => {
        value!(Derived, $n)
    };
    (DerivedWhole, $n:ty, $value:expr) => {
        value!(Derived, $n)
    };
    (DerivedMonth, $n:ty, $value:expr) => {
        value!(Derived, $n)
    };
    (DerivedChannelMonth, $n:ty, $value:expr) => {
        value!(Derived, $n)
    };
    (DerivedGroupMonth, $n:ty, $value:expr) => {
        value!(Derived, $n)
    };
    (DerivedPartMonth, $n:ty, $value:expr) => {
        value!(Derived, $n)
    };
    (Derived, $n:ty) => {
        |_: &Outcome<$n>, _: Place| -> Reached<$n> { no_data() }
    };
    // Of a month, but no line of the outcome.
    (InMonth, $n:ty, $value:expr) => {
        |outcome: &Outcome<$n>, place: Place| -> Reached<$n> {
            match place {
                Place::Month(t) => ($value as fn(&Outcome<$n>, usize) -> Reached<$n>)(outcome, t as usize),
                _ => no_data(),
            }
        }
    };
}
pub(super) use value;
