"""Random days, amounts and policies, with the hard ones made on purpose and often."""
from datetime import date
from math import gcd
from random import Random

from days import term_end
from money import decimal
from policies import DEFAULT_POLICY, POLICIES

# ------------------------------------------------------------------------------------------------ what is drawn from

# Minor digits are ISO 4217's. Rates: USD per unit, short ones (that make exact half cents) and long ones.
CURRENCIES = ["USD"] * 12 + ["EUR", "GBP", "AUD", "BRL", "CHF", "MXN", "KRW", "KRW", "JPY", "JPY", "CLP", "VND",
                             "KWD", "KWD", "BHD", "TND", "OMR", "JOD"]
RATES = {
    0: ["0.005", "0.0075", "0.00075", "0.000725", "0.0067215", "0.000000000001", "0.015", "1.5", "0.00721550385"],
    2: ["1.125", "0.125", "1.0845", "0.5", "1.085", "0.1875", "1.2345678901", "1", "0.333333333333", "1.105", "999999.999999999999"],
    3: ["3.25", "3.245", "2.6525", "0.3205", "3.2573289902", "0.5", "1.4104", "2.65", "3"],
}
FEE_RATES = ["0.12", "0.12", "0.125", "0.15", "0.105", "0.5", "0.1", "0", "1", "0.0625", "0.119999999999"]
PUBLISHED = [name for name in POLICIES if name != "partner-center-2018-05"]
PRODUCTS = ["SUSE", "Red Hat", "Databricks", "CloudSimple", "Azure Red Hat OpenShift", "Virtual machines"]
TERMS = ["P1Y", "P1Y", "P3Y", "P3Y", "P5Y"]
LIMIT_CENTS = 50_000_00


def ordinal(year, month, day):
    return date(year, month, day).toordinal()


FIRST, LAST = ordinal(2016, 1, 1), ordinal(2034, 12, 31)
TEXT = {day: date.fromordinal(day).isoformat() for day in range(ordinal(1890, 1, 1), ordinal(2110, 1, 1))}
MONTH_ENDS = [day - 1 for day in range(FIRST, LAST) if TEXT[day].endswith("-01")]
LEAP_YEARS = [1896, 1904, 1996, 2000, 2004, 2016, 2020, 2024, 2028, 2032, 2096, 2104]
LEAP_DAYS = [ordinal(year, 2, 28) + step for year in LEAP_YEARS for step in (-1, 0, 0, 1, 1, 1, 2)]
CENTURIES = [ordinal(year, month, day) for year in (1899, 1900, 1999, 2000, 2099, 2100) for month, day in ((2, 28), (3, 1))]
YEAR_ENDS = [ordinal(year, 12, 31) + step for year in range(2017, 2034) for step in (0, 1)]
FAR = [ordinal(1, 1, 1), ordinal(4, 2, 29), ordinal(1582, 10, 10), ordinal(9993, 12, 31), ordinal(9988, 2, 29)]
# Purchases whose term has an even number of days: only these can make an exact half of a minor unit.
EVEN = [(day, term) for day in range(FIRST, LAST, 7) for term in ("P1Y", "P3Y", "P5Y")
        if (term_end(day, term) - day) % 2 == 0]


def text(day):
    return TEXT.get(day) or date.fromordinal(day).isoformat()


class Draw:
    """Random choices; `Random.random` alone, because it is by far the fastest."""

    def __init__(self, seed):
        self.random = Random(seed).random

    def below(self, end):
        return int(self.random() * end)

    def between(self, first, last):
        return first + int(self.random() * (last - first + 1))

    def one_of(self, choices):
        return choices[int(self.random() * len(choices))]

    def chance(self, share):
        return self.random() < share


# ------------------------------------------------------------------------------------------------ days


def purchase_day(draw):
    kind = draw.random()
    if kind < 0.45:
        return draw.between(FIRST, LAST)
    if kind < 0.65:
        return draw.one_of(MONTH_ENDS)
    if kind < 0.90:
        return draw.one_of(LEAP_DAYS)
    if kind < 0.95:
        return draw.one_of(YEAR_ENDS)
    return draw.one_of(CENTURIES) if kind < 0.99 else draw.one_of(FAR)


def later_day(draw, purchased, end):
    """The day of a cancellation or exchange: around day 5, around the term end, around month ends, or anywhere."""
    kind = draw.random()
    if kind < 0.08:
        return purchased + draw.below(5)
    if kind < 0.34:
        return purchased + draw.between(4, 7)
    if kind < 0.44:
        return end + draw.between(-2, 1)
    if kind < 0.50:
        near = draw.one_of(MONTH_ENDS) + draw.below(2)
        return near if purchased <= near < end else purchased + 30
    return draw.between(purchased, end - 1)


def instant_on(draw, day):
    """The same UTC day, written as an instant that may fall on another day where it was written."""
    if day < 3:
        return text(day)
    kind = draw.below(4)
    if kind == 0:
        return text(day) + "T00:00:00Z"
    if kind == 1:
        return text(day) + "T23:59:59.999999999Z"
    if kind == 2:
        return text(day - 1) + "T19:30:00-04:30"
    return text(day + 1) + "T08:59:59.999+09:00"


# ------------------------------------------------------------------------------------------------ amounts


def amount(draw):
    """Minor units, small to very large, round figures often."""
    kind = draw.random()
    if kind < 0.25:
        return draw.between(1, 1000) * 10 ** draw.between(2, 4)
    if kind < 0.90:
        return int(10 ** (draw.random() * 8))
    if kind < 0.94:
        return draw.below(20)
    if kind < 0.98:
        return draw.between(LIMIT_CENTS - 3, LIMIT_CENTS + 3)
    return draw.between(10**13, 10**15 - 1)             # 15 digits: more than a double holds once it is multiplied


def half(multiplier, modulus):
    """Whole x, and its period, such that x * multiplier / modulus ends in exactly one half; None where there is none."""
    shared = gcd(multiplier, modulus)
    if multiplier == 0 or modulus // shared % 2:
        return None
    period = modulus // shared
    return period // 2 * pow(multiplier // shared, -1, period) % period, period


def tied(draw, multiplier, modulus):
    found = half(multiplier, modulus)
    if found is None:
        return amount(draw)
    first, period = found
    return first + period * draw.below(max(1, 10 ** draw.between(2, 8) // period))


def written(draw, units, digits):
    """With all its decimals, or with the trailing zeros left off."""
    full = decimal(units, digits)
    return full.rstrip("0").rstrip(".") if digits and full[-1] == "0" and draw.chance(0.2) else full


def nearest(top, bottom):
    return (2 * top + bottom) // (2 * bottom)


# ------------------------------------------------------------------------------------------------ policies


def changed_policy(draw):
    """A published policy with some fields changed: only what the rulebook gives a meaning."""
    base = draw.one_of(PUBLISHED)
    policy = {"base": base, "rounding": draw.one_of(("half-even", "half-up", "down"))}
    if draw.chance(0.5):
        policy["windowDays"] = draw.one_of((None, 0, 1, 4, 5, 5, 6, 7, 30))
        policy["fullCreditWhenUnused"] = draw.chance(0.6)
    if draw.chance(0.6):
        policy["feeRate"] = draw.one_of(FEE_RATES)
    window = policy.get("windowDays", POLICIES[base].window_days)
    if draw.chance(0.15):
        policy["dayWithoutRow"] = draw.one_of((None, 1, 2)) if window is None else window + draw.below(2) + 1
    elif POLICIES[base].day_without_row is not None and "windowDays" in policy:
        policy["dayWithoutRow"] = None              # a day inside of the window has a row
    if draw.chance(0.15):
        policy["nonReturnable"] = [draw.one_of(PRODUCTS)] if draw.chance(0.7) else []
    if draw.chance(0.2):
        policy["exchangeMinimum"] = draw.one_of(("credit", "none"))
    if draw.chance(0.12):
        policy["limitUsd"], policy["limitWindow"] = None, "none"
    else:
        policy["limitUsd"] = draw.one_of(("50000", "50000.00", "1000", "0.01", "0", "123456.78"))
        policy["limitWindow"] = draw.one_of(("365-days", "calendar-year"))
    policy["limitCounts"], policy["overLimit"] = draw.one_of(
        (("refund", "clip"), ("refund", "refuse"), ("canceled-commitment", "refuse")))
    return policy


def policy_for(draw):
    kind = draw.random()
    if kind < 0.35:
        return DEFAULT_POLICY
    if kind < 0.65:
        return draw.one_of(PUBLISHED)
    if kind < 0.72:
        return {"base": "partner-center-2018-05", "feeRate": draw.one_of(FEE_RATES)}    # it states no fee
    return changed_policy(draw)
