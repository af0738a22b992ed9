"""Prints tests/evidence/posteriors.csv by SciPy (1.17.1): python3 tests/evidence/posteriors.py > tests/evidence/posteriors.csv

Beliefs are made here afresh from the rule in docs/adr/0025, and their figures come from scipy.stats; nothing is taken from the program.
"""

from math import exp, log, log1p, sqrt

from scipy.stats import beta, binom, gamma, lognorm, norm, poisson

print("kind,better,plan,prior_sd,hits,trials,extra,mark,sf,low,high,mean,sd,verdict_sf,worse")


def line(kind, better, plan, sd, hits, trials, extra, mark, belief, verdict, worse, median=False):
    mean = belief.median() if median else belief.mean()
    figures = [belief.sf(mark), belief.ppf(0.1), belief.ppf(0.9), mean, belief.std(), verdict.sf(plan), worse]
    given = [kind, better, plan, sd, hits, trials, extra, mark]
    print(",".join([str(own) for own in given] + [f"{float(own):.12g}" for own in figures]))


SHARES = [
    ("more", 0.08, 0.4, 14, 210), ("more", 0.08, 0.43, 0, 1), ("more", 0.08, 0.43, 3, 20), ("more", 0.08, 0.1, 200, 2000),
    ("more", 0.25, 0.4, 0, 0), ("more", 0.5, 0.43, 35, 70), ("more", 0.5, 0.1, 7, 20), ("more", 0.9, 0.43, 20, 20),
    ("more", 0.9, 0.4, 150, 200), ("more", 0.08, 0.4, 0, 40), ("more", 0.05, 0.541, 6, 180), ("more", 0.3, 0.541, 70, 180),
    ("more", 0.001, 0.43, 3, 5000), ("more", 0.08, 0.37, 800, 10000), ("more", 0.03, 0.05, 3100, 100000),
    ("less", 0.05, 0.43, 4, 30), ("less", 0.05, 0.43, 0, 30), ("less", 0.02, 0.43, 40, 1000), ("less", 0.3, 0.43, 30, 30),
]
for better, plan, sd, hits, trials in SHARES:
    weight = 1 / (sd * sd * plan * (1 - plan))
    one = 1 / min(plan, 1 - plan)
    after = lambda n: beta(plan * n + hits, (1 - plan) * n + trials - hits)
    worse = binom.cdf(hits, trials, plan) if better == "more" else binom.sf(hits - 1, trials, plan)
    line("share", better, plan, sd, hits, trials, 0, plan * 0.9, after(weight), after(one), worse)

# The last but one is how many times more than dice the counts vary: so many fewer are counted.
PACES = [
    ("more", 0.01, 0.43, 95, 12000, 1), ("more", 0.001, 0.43, 0, 100, 1), ("more", 20, 0.43, 14, 1, 1), ("more", 20, 0.18, 55, 3, 1),
    ("more", 70, 0.07, 230, 3, 1), ("more", 1, 0.43, 150, 180, 4.75), ("more", 1, 0.43, 240, 180, 4.75), ("more", 0.5, 0.4, 100000, 200200, 1),
    ("less", 2, 0.43, 5, 1, 1), ("less", 0.01, 0.43, 20, 1000, 1), ("less", 2, 0.43, 0, 1, 1),
]
for better, plan, sd, count, exposure, dispersion in PACES:
    hits, trials = count / dispersion, exposure / dispersion
    after = lambda n: gamma(n + hits, scale=1 / (n / plan + trials))
    # Of fractions the tail of Poisson is the gamma function's.
    if dispersion == 1:
        worse = poisson.cdf(count, plan * exposure) if better == "more" else poisson.sf(count - 1, plan * exposure)
    else:
        worse = gamma(hits + 1).sf(plan * trials)
    line("pace", better, plan, sd, count, exposure, dispersion, plan * 0.9, after(1 / (sd * sd)), after(1), worse)

# The last but one is how far one observation strays, as a part of the average.
AVERAGES = [
    ("more", 50000, 0.43, 42000, 8, 0.8), ("more", 50000, 0.1, 42000, 60, 0.8), ("less", 14, 0.37, 19, 40, 0.5),
    ("more", 1000, 0.43, 1100, 1, 0.8), ("less", 14, 0.43, 12, 4000, 0.5), ("more", 3000, 0.43, 9000, 20, 2.3),
]
for better, plan, sd, mean, count, cv in AVERAGES:
    seen = log1p(cv * cv / count)

    def after(variance):
        precision = 1 / variance + 1 / seen
        middle = (log(plan) / variance + log(mean) / seen) / precision
        return lognorm(s=sqrt(1 / precision), scale=exp(middle))

    deviations = log(mean / plan) / sqrt(seen)
    worse = norm.cdf(deviations) if better == "more" else norm.sf(deviations)
    # Its expected value is its median; the deviation is said of that.
    belief = after(sd * sd)
    line("average", better, plan, sd, mean, count, cv, plan * 0.9, belief, after(log1p(cv * cv)), worse, median=True)
