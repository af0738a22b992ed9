#!/usr/bin/env python3
"""Ten small businesses, client by client: what the formulas of orders are held against.

Knows nothing of the program: leads come at any moment of their month, become clients with some chance, some days
later; each client orders at its own moments and leaves at its own. Prints `businesses.json`, documents beside what was
counted:

    python3 tests/simulated/simulate.py > tests/simulated/businesses.json

Only the standard library; the same numbers each time.
"""

import json
import math
import random

CLIENTS = 250_000
MONTHS = 36
MONTH_DAYS = 365.25 / 12
COST_SHARE = 0.4


def return_rate(frequency, share):
    """How fast clients leave of whom `share` buy again within a year, by bisection."""
    low, high = 0.0, 60.0
    for _ in range(200):
        mu = (low + high) / 2
        both = frequency + mu
        if frequency / both * (1 - math.exp(-12 * both)) > share:
            low = mu
        else:
            high = mu
    return mu


def first_year(q, p):
    """Frequency and leaving rate of a cohort whose first year has Q orders per client and P of them back."""
    low, high = 1e-9, 60.0
    for _ in range(200):
        mu = (low + high) / 2
        frequency = (q - 1) * mu / (1 - math.exp(-12 * mu))
        both = frequency + mu
        if frequency / both * (1 - math.exp(-12 * both)) > p:
            low = mu
        else:
            high = mu
    return frequency, mu


def rate(monthly):
    return -math.log(monthly)


SHOP = first_year(2.02, 0.559)

# Of a hundred orders 45 are bought out; the rest comes back, costs 70 each, and can be sold again.
MARKETPLACE = {"unit_cost": 945, "commission": 0.2, "refund_share": 0.55, "recovered_share": 1, "return_cost": 70}

# Name, price, months between orders or None, orders a month or None, leaving rate or None for "once", leads,
# conversion, days of the funnel, and what the document says.
BUSINESSES = [
    ("agency", 90_000, 1, None, rate(0.97), 40, 0.075, 45,
     {"frequency": 1, "retention": {"rate": 0.97}}),
    ("coffee", 350, None, 8, rate(0.8), 900, 0.5, 0,
     {"frequency": 8, "retention": {"rate": 0.8}}),
    ("clinic", 9_500, 6, None, rate(0.6) / 6, 150, 0.4, 7,
     {"frequency": 6, "frequency_unit": "every_months", "retention": {"entry": "bought_again", "return_share": 0.6}}),
    ("shop", 3_000, None, SHOP[0], SHOP[1], 700, 0.03, 0,
     {"retention": {"entry": "first_year", "return_share": 0.559, "orders_per_client": 2.02}}),
    ("b2b", 250_000, 3, None, rate(0.8) / 12, 20, 0.1, 75,
     {"frequency": 1, "frequency_unit": "per_quarter", "retention": {"entry": "yearly", "year_rate": 0.8}}),
    ("car_service", 12_000, None, 2.5 / 12, return_rate(2.5 / 12, 0.55), 200, 0.3, 3,
     {"frequency": 2.5, "frequency_unit": "per_year", "rhythm": "random",
      "retention": {"entry": "bought_again", "return_share": 0.55}}),
    ("school", 45_000, None, None, None, 300, 0.04, 21,
     {"retention": {"kind": "once"}}),
    ("barber", 2_000, 35 / MONTH_DAYS, None, rate(0.94), 120, 0.6, 0,
     {"frequency": 5, "frequency_unit": "every_weeks", "retention": {"rate": 0.94}}),
    ("marketplace", 2_500, None, None, None, 4_000, 0.05, 0,
     {"retention": {"kind": "once"}, "cost_share": 0, **MARKETPLACE}),
    ("cleaning", 160, None, 2.17, rate(0.93), 60, 0.25, 4,
     {"frequency": 2.17, "retention": {"rate": 0.93}}),
]


def orders_of(dice, interval, frequency, leaving):
    """Ages in months at which one client orders, up to the end of what is looked at."""
    yield 0.0
    if leaving is None:
        return
    stays = dice.expovariate(leaving)
    age = 0.0
    while True:
        age += interval if interval else dice.expovariate(frequency)
        if age >= min(stays, MONTHS + 1):
            return
        yield age


def arriving(moment, delay):
    """Months in which a lead of a moment becomes a client: what takes longer than two weeks differs from case to case."""
    if delay <= 14 / MONTH_DAYS:
        month = int(moment + delay)
        return [(month, 1.0)] if month < MONTHS else []
    left = lambda end: math.exp(-max(0.0, end - moment) / delay)
    return [(month, left(month) - left(month + 1)) for month in range(int(moment), MONTHS)]


def left_of_order(dice, price, said):
    """What an order leaves on average, each one bought or sent back by itself."""
    if "refund_share" not in said:
        return price * (1 - COST_SHARE)
    left = 0.0
    for _ in range(CLIENTS):
        if dice.random() < said["refund_share"]:
            left -= said["return_cost"]
        else:
            left += price - said["commission"] * price - said["unit_cost"]
    return left / CLIENTS


def simulated(dice, business):
    name, price, interval, frequency, leaving, leads, conversion, days, said = business
    by_age = [0] * (2 * MONTHS)
    ages = []
    once_more = 0
    in_year = 0
    for _ in range(CLIENTS):
        came = dice.random()
        own = list(orders_of(dice, interval, frequency, leaving))
        ages.extend(own)
        within = sum(1 for age in own if age < 12)
        in_year += within
        once_more += any(0 < age <= 12 + 1e-9 for age in own)
        for age in own:
            by_age[int(came + age)] += 1
    by_age = [count / CLIENTS for count in by_age[:MONTHS]]
    # Clients by month: of leads that come evenly, some days later; and the orders of the plan.
    new = [0.0] * MONTHS
    delay = days / MONTH_DAYS
    pieces = 400
    for t in range(MONTHS):
        for piece in range(pieces):
            moment = t + (piece + 0.5) / pieces
            for month, share in arriving(moment, delay):
                new[month] += leads * conversion / pieces * share
    orders = [sum(new[t - k] * by_age[k] for k in range(t + 1)) for t in range(MONTHS)]
    contribution = left_of_order(dice, price, said)
    # A cost that the first order does not cover.
    cac = contribution * (2.2 if leaving else 0.8)
    ages.sort()
    place = math.ceil(cac / contribution * CLIENTS) - 1
    counted = {
        "first_year_orders": in_year / CLIENTS,
        "bought_again": once_more / CLIENTS,
        "life_orders": sum(by_age),
        "ltv": sum(by_age) * contribution,
        "payback": round(ages[place], 4) if place < len(ages) else None,
        "orders": [sum(orders[:12]), sum(orders[12:24]), sum(orders[24:])],
        "clients": sum(new),
    }
    counted = {key: value if not isinstance(value, float) else round(value, 4) for key, value in counted.items()}
    counted["orders"] = [round(value, 2) for value in counted["orders"]]
    offer = {"price": price, "cost_share": COST_SHARE, **said}
    document = {
        "about": {"horizon": MONTHS, "ltv_horizon": MONTHS},
        "offer": offer,
        "funnel": {"stages": [{"id": "a", "conversion": conversion, "days": days}]},
        "channels": [{"id": "a", "budget": round(cac * conversion * leads, 6),
                      "cost_per_lead": round(cac * conversion, 6)}],
    }
    return {"name": name, "document": document, "counted": counted}


def main():
    businesses = []
    for number, business in enumerate(BUSINESSES):
        businesses.append(simulated(random.Random(1000 + number), business))
    print("[\n" + ",\n".join(json.dumps(business) for business in businesses) + "\n]")


main()
