"""Random cases for the oracle, with the hard ones made on purpose and often; the same seed gives the same bytes.

    python3 cases.py --seed 1 --count 100000                  # a mix of every question
    python3 cases.py --seed 1 --count 100000 --only refund    # one kind (refund, exchange, settle, software, link, market, access)
    python3 cases.py --seed 1 --count 100000 --errors 2       # 2 % of the refunds and exchanges are malformed on purpose
"""
import argparse
import json
import sys
from datetime import date
from math import gcd
from random import Random

import oracle

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
PUBLISHED = [name for name in oracle.POLICIES if name != "partner-center-2018-05"]
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
        if (oracle.term_end(day, term) - day) % 2 == 0]

encode = json.JSONEncoder(separators=(",", ":")).encode


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
    full = oracle.decimal(units, digits)
    return full.rstrip("0").rstrip(".") if digits and full[-1] == "0" and draw.chance(0.2) else full


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
    window = policy.get("windowDays", oracle.POLICIES[base].window_days)
    if draw.chance(0.15):
        policy["dayWithoutRow"] = draw.one_of((None, 1, 2)) if window is None else window + draw.below(2) + 1
    elif oracle.POLICIES[base].day_without_row is not None and "windowDays" in policy:
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
        return oracle.DEFAULT_POLICY
    if kind < 0.65:
        return draw.one_of(PUBLISHED)
    if kind < 0.72:
        return {"base": "partner-center-2018-05", "feeRate": draw.one_of(FEE_RATES)}    # it states no fee
    return changed_policy(draw)


# ------------------------------------------------------------------------------------------------ refunds


def refund_case(draw):
    asked = policy_for(draw)
    policy = oracle.policy_of(asked)
    currency = draw.one_of(CURRENCIES)
    digits = oracle.DIGITS[currency]
    rate = None if currency == "USD" else draw.one_of(RATES[digits])
    aim = draw.random()                                 # which hard thing this case is about

    if aim < 0.20:                                      # a credit of exactly half a minor unit
        purchased, term = draw.one_of(EVEN)
        end = oracle.term_end(purchased, term)
        canceled = end - (draw.below((end - purchased) // 2) * 2 + 1)
        if draw.chance(0.15):
            canceled = purchased + draw.one_of((1, 3, 5, 7))    # the term is even, so an odd number of days remains
    else:
        purchased, term = purchase_day(draw), draw.one_of(TERMS)
        end = oracle.term_end(purchased, term)
        canceled = later_day(draw, purchased, end)
    used = draw.chance(0.5)
    days = [canceled - purchased, end - purchased, max(0, end - canceled)]

    if aim < 0.20:
        paid = tied(draw, days[2], days[1])
    elif aim < 0.32 and days[2]:                        # a fee of exactly half a minor unit, from a credit made for it
        number, ten = oracle.ratio(policy.fee_rate)
        paid = nearest(tied(draw, number, ten) * days[1], days[2])
    elif aim < 0.40 and rate:                           # exactly half a cent of the limit, on a full credit
        number, ten = oracle.ratio(rate)
        paid = tied(draw, number * 100, ten * 10**digits)
    else:
        paid = amount(draw)
    if paid >= 10 ** (15 + digits):                     # an amount has at most 15 digits before the point
        paid = amount(draw)

    request = {"paid": written(draw, paid, digits), "currency": currency, "term": term, "purchasedOn": text(purchased),
               "canceledOn": text(canceled), "used": used}
    if rate:
        request["usdRate"] = rate
    if policy.limit is not None:
        consumed = consumed_before(draw, policy, paid, digits, rate, days, used)
        if consumed:
            request["consumedRefunds"] = oracle.decimal(consumed, 2)
    if draw.chance(0.06):
        request["product"] = draw.one_of(PRODUCTS)
    if draw.chance(0.04):
        request["canceledOn"] = instant_on(draw, canceled)
    if draw.chance(0.02):
        request["purchasedOn"] = instant_on(draw, purchased)
    return {"ask": "refund", "policy": asked, "request": request}


def nearest(top, bottom):
    return (2 * top + bottom) // (2 * bottom)


def consumed_before(draw, policy, paid, digits, rate, days, used):
    """Nothing, something, all, more than all; or what leaves just the room that this cancellation needs, a cent more or less."""
    kind = draw.random()
    if kind < 0.30:
        return 0
    if kind < 0.45:
        return draw.below(policy.limit + 1)
    if kind < 0.55:
        return max(0, policy.limit + draw.between(-2, 2))
    _, credit, fee = oracle.row_credit_fee(policy, paid, days, used)
    counted = credit if policy.limit_counts == "canceled-commitment" else credit - fee
    number, ten = oracle.ratio(rate or "1")
    room = counted * number * 100 // (ten * 10**digits) + draw.between(-1, 2)
    if 0 <= room <= policy.limit:
        return policy.limit - room
    return draw.below(policy.limit + 1)


# ------------------------------------------------------------------------------------------------ exchanges


def exchange_case(draw):
    asked = policy_for(draw)
    policy = oracle.policy_of(asked)
    currency = draw.one_of(CURRENCIES)
    digits = oracle.DIGITS[currency]
    if draw.chance(0.3):
        purchased, term = draw.one_of(EVEN)
    else:
        purchased, term = purchase_day(draw), draw.one_of(TERMS)
    end = oracle.term_end(purchased, term)
    day = later_day(draw, purchased, end)
    days = oracle.days_of(purchased, end, day)
    paid = tied(draw, days[2], days[1]) if days[1] % 2 == 0 else amount(draw)
    credit = oracle.pro_rated(paid, days, policy.rounding)
    price = max(0, credit + draw.between(-1, 1)) if draw.chance(0.6) else amount(draw)
    request = {"paid": written(draw, paid, digits), "currency": currency, "term": term, "purchasedOn": text(purchased),
               "exchangedOn": text(day), "newPrice": written(draw, price, digits)}
    if draw.chance(0.1):
        request["product"] = draw.one_of(PRODUCTS)
    return {"ask": "exchange", "policy": asked, "request": request}


# ------------------------------------------------------------------------------------------------ settling

GAPS = [0, 0, 0, 1, 30, 182, 183, 362, 363, 364, 364, 365, 365, 366]


def settle_case(draw):
    """Up to twelve cancellations of up to three customers, at distances around the 365 days of the limit, some asked again."""
    asked = policy_for(draw)
    if isinstance(asked, dict) and asked.get("limitUsd") is not None:
        asked["limitUsd"] = "50000"                     # a smaller limit would be used up at once
    customers = [f"c{number}" for number in range(1, draw.between(1, 3) + 1)]
    day = draw.one_of(YEAR_ENDS) if draw.chance(0.4) else draw.between(FIRST, LAST)
    requests = []
    for number in range(draw.between(2, 12)):
        if requests and draw.chance(0.15):
            # Asked again: the same bytes. Of an id that is older than the limit's year a ledger need not know.
            requests.append(draw.one_of([request for request in requests if request["canceledOn"] >= text(day - 364)]))
            continue
        day += draw.one_of(GAPS)
        currency = draw.one_of(CURRENCIES)
        digits = oracle.DIGITS[currency]
        term = draw.one_of(TERMS)
        paid = draw.between(1, 6000) * 10 ** (digits + 1) if draw.chance(0.7) else amount(draw)
        request = {"id": f"r{number}", "customerId": draw.one_of(customers), "paid": written(draw, paid, digits),
                   "currency": currency, "term": term, "purchasedOn": text(day - draw.one_of((0, 5, 6, 100, 300, 365))),
                   "canceledOn": text(day), "used": draw.chance(0.5)}
        if currency != "USD":
            request["usdRate"] = draw.one_of(RATES[digits])
        requests.append(request)
    return {"ask": "settle", "policy": asked, "customers": customers, "requests": requests}


# ------------------------------------------------------------------------------------------------ software, links, markets, roles


def software_case(draw):
    currency = draw.one_of(CURRENCIES)
    digits = oracle.DIGITS[currency]
    purchased = purchase_day(draw)
    canceled = purchased + (draw.between(58, 62) if draw.chance(0.4) else draw.below(70))
    kind = draw.one_of(("perpetual", "subscription", "subscription"))
    request = {"kind": kind, "paid": written(draw, amount(draw), digits), "currency": currency}
    if kind == "subscription":
        request["term"] = draw.one_of(("P1Y", "P3Y"))
    request["purchasedOn"], request["canceledOn"] = text(purchased), text(canceled)
    if draw.chance(0.05):
        request["qualifies"] = False
    if draw.chance(0.05):
        request["product"] = draw.one_of(PRODUCTS[:2])
    return {"ask": "software", "request": request}


def link_case(draw):
    made = draw.between(FIRST, LAST) * oracle.DAY_NS + draw.below(86_400_000) * 10**6
    passed = draw.one_of((0, 1, oracle.LINK_NS - 10**6, oracle.LINK_NS - 1, oracle.LINK_NS, oracle.LINK_NS + 1))
    if draw.chance(0.4):
        passed = draw.below(20 * 86_400_000) * 10**6
    downloads = draw.one_of((0, 1, 48, 49, 49, 50, 50, 51)) if draw.chance(0.6) else draw.below(50)
    return {"ask": "link", "request": {"issuedAt": oracle.utc_instant(made), "downloads": downloads,
                                       "asOf": oracle.utc_instant(made + passed)}}


CODES = sorted(oracle.MARKET_CODES)
ACTIONS = sorted(oracle.MATRIX)


def market_case(draw):
    return {"ask": "market", "code": draw.one_of(CODES)}


def access_case(draw):
    roles = [draw.one_of(oracle.ROLES) for _ in range(draw.one_of((0, 1, 1, 1, 2, 3)))]
    return {"ask": "access", "roles": roles, "action": draw.one_of(ACTIONS)}


# ------------------------------------------------------------------------------------------------ malformed on purpose


def spoiled(draw, case):
    """One fact made malformed: both sides have to answer with an input error."""
    request = case["request"]
    date_field = "canceledOn" if case["ask"] == "refund" else "exchangedOn"
    field, value = draw.one_of((
        ("paid", "-1"), ("paid", ""), ("paid", "1e3"), ("paid", "01"), ("paid", "NaN"), ("paid", "1.2.3"),
        ("currency", "ZZZ"), ("currency", "toString"), ("term", "P2Y"), ("term", "constructor"), ("billingPlan", "Monthly"),
        (date_field, "2023-02-29"), (date_field, "2023-2-1"), (date_field, "0000-01-01"), (date_field, "20230201"),
        (date_field, "2023-W01-1"), ("purchasedOn", "9999-12-31"), ("usedd", True),
    ))
    request[field] = value
    return case


# ------------------------------------------------------------------------------------------------ lines out

MIX = [("refund", refund_case, 80), ("exchange", exchange_case, 10), ("settle", settle_case, 3), ("software", software_case, 3),
       ("link", link_case, 2), ("market", market_case, 1), ("access", access_case, 1)]


def cases(seed, count, only=None, errors=0):
    draw = Draw(seed)
    makers = [make for name, make, share in MIX for _ in range(share) if only in (None, name)]
    for _ in range(count):
        case = draw.one_of(makers)(draw)
        if errors and case["ask"] in ("refund", "exchange") and draw.random() * 100 < errors:
            case = spoiled(draw, case)
        yield case


def main():
    options = argparse.ArgumentParser(description="Random cases for the oracle, one a line.")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--count", type=int, default=1000)
    options.add_argument("--only", choices=[name for name, _, _ in MIX])
    options.add_argument("--errors", type=float, default=0, help="per cent of refunds and exchanges malformed on purpose")
    asked = options.parse_args()
    write = sys.stdout.write
    for case in cases(asked.seed, asked.count, asked.only, asked.errors):
        write(encode(case) + "\n")


if __name__ == "__main__":
    main()
