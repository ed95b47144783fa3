"""An oracle for the reservation, software, market and role rules, written from the rulebook alone.

NDJSON in, NDJSON out, one answer per line and in order:  python3 oracle.py < cases.ndjson > answers.ndjson
Standard library only. Money is whole minor units, days are ordinals of `datetime.date`; no float is used.
It reads in the order of the rulebook. "OPEN-n" marks a choice that the rulebook does not make.
"""
import gc
import json
import re
import sys
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import NamedTuple


decode = json.JSONDecoder().decode
encode = json.JSONEncoder(separators=(",", ":"), check_circular=False).encode


class InputError(Exception):
    """Malformed facts. OPEN-1: answered as {"error": "input", "path": …}; wins over every lawful refusal."""

    def __init__(self, path, expected):
        super().__init__(expected)
        self.path = path


# ------------------------------------------------------------------------------------------------ days (R-DAYS)

INSTANT = re.compile(
    r"(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.(\d{1,9}))?(?:(Z)|([+-])([01]\d|2[0-3]):([0-5]\d))",
    re.ASCII,
)
DAY_NS = 86_400 * 10**9


def calendar_day(text):
    if len(text) != 10 or text[4] != "-" or text[7] != "-":
        raise ValueError(text)
    return date.fromisoformat(text).toordinal()


def instant(text):
    """Nanoseconds since day ordinal 0, in UTC."""
    found = INSTANT.fullmatch(text)
    if not found:
        raise ValueError(text)
    day, hour, minute, second, fraction, _, sign, off_hour, off_minute = found.groups()
    seconds = int(hour) * 3600 + int(minute) * 60 + int(second)
    if sign:
        offset = int(off_hour) * 3600 + int(off_minute) * 60
        seconds += offset if sign == "-" else -offset
    return calendar_day(day) * DAY_NS + seconds * 10**9 + int((fraction or "0").ljust(9, "0"))


@cache
def utc_day(text):
    """R-DAYS: a calendar day as it is; an instant is first turned into its UTC date."""
    day = calendar_day(text) if len(text) == 10 else instant(text) // DAY_NS
    date.fromordinal(day)  # raises outside of the years 0001-9999
    return day


def day_fact(request, field):
    try:
        return utc_day(request[field])
    except (KeyError, TypeError, ValueError, OverflowError):
        raise InputError(field, "a day YYYY-MM-DD or an instant") from None


TERM_YEARS = {"P1Y": 1, "P3Y": 3, "P5Y": 5}


@cache
def term_end(purchased, term):
    """R-PRORATE: the purchase day + 12, 36 or 60 months; whole years, so only 29 February can be lacking."""
    day = date.fromordinal(purchased)
    try:
        return day.replace(year=day.year + TERM_YEARS[term]).toordinal()
    except ValueError:
        if (day.month, day.day) != (2, 29):
            raise InputError("purchasedOn", "a term that ends by year 9999") from None
        return date(day.year + TERM_YEARS[term], 2, 28).toordinal()


# ------------------------------------------------------------------------------------------------ money (R-ROUND)

# The currency's minor unit. OPEN-2: as in ISO 4217 (not CLDR: IQD has 3, HUF has 2).
DIGITS = dict.fromkeys(
    """AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP
    CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR
    KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN
    PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD
    TZS UAH USD UYU UZS VES WST XCD YER ZAR ZMW""".split(), 2)
DIGITS.update(dict.fromkeys("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF".split(), 0))
DIGITS.update(dict.fromkeys("BHD IQD JOD KWD LYD OMR TND".split(), 3))


AMOUNT = re.compile(r"(0|[1-9][0-9]{0,14})(?:\.([0-9]+))?").fullmatch
TEN = [10**power for power in range(20)]


def minor_units(text, digits, path):
    """OPEN-3: an amount with more decimals than the currency has is an input error."""
    if text.__class__ is not str:
        raise InputError(path, "a decimal string")
    found = AMOUNT(text)
    if not found:
        raise InputError(path, "a decimal string")
    whole, fraction = found.groups()
    if fraction is None:
        return int(whole) * TEN[digits]
    missing = digits - len(fraction)
    if missing < 0:
        raise InputError(path, "no more decimals than the currency has")
    return int(whole + fraction) * TEN[missing]


def decimal(units, digits):
    """Exactly the currency's digits."""
    if units < 0:
        return "-" + decimal(-units, digits)
    text = str(units)
    if digits == 0:
        return text
    text = text.zfill(digits + 1)
    return f"{text[:-digits]}.{text[-digits:]}"


RATIO = re.compile(r"(0|[1-9][0-9]{0,5})(\.[0-9]{1,12})?")


@cache
def ratio(text):
    """'0.12' -> (12, 100)"""
    if not isinstance(text, str) or not RATIO.fullmatch(text):
        raise InputError("", "a decimal string of at most 12 decimals")
    whole, _, fraction = text.partition(".")
    return int(whole + fraction), 10 ** len(fraction)


def divide(top, bottom, rounding):
    """top / bottom, neither of them negative, rounded once to a whole number."""
    units, rest = divmod(top, bottom)
    if rounding == "down":
        return units
    twice = 2 * rest
    if twice > bottom or (twice == bottom and (rounding == "half-up" or units & 1)):
        return units + 1
    return units


# ------------------------------------------------------------------------------------------------ policies


class Policy(NamedTuple):
    window_days: int | None = 5             # RES-1, R-FIVE: day 0 to day 5 inclusive
    full_credit_when_unused: bool = True    # RES-1
    fee_rate: str | None = "0.12"           # RES-3, RES-4; None: not stated, the caller must give it
    limit: int | None = 50_000_00           # RES-5, in cents of USD
    limit_window: str = "365-days"          # R-YEAR
    limit_counts: str = "refund"            # R-COUNTS
    over_limit: str = "clip"                # R-OVER
    rounding: str = "half-even"             # R-ROUND
    day_without_row: int | None = None
    non_returnable: frozenset = frozenset()
    exchange_minimum: str = "credit"        # R-SWAP


@cache
def product_key(name):
    """OPEN-4: the rulebook names products, but no ids: case and punctuation are ignored, 'SUSE Linux' is 'SUSE'."""
    if not isinstance(name, str):
        raise InputError("product", "a name")
    key = re.sub("[^a-z0-9]", "", name.lower())
    return re.sub("(software)?plan$", "", key).replace("suselinux", "suse")


SUSE_AND_RED_HAT = frozenset(["suse", "redhat"])  # RES-11, SOF-3
AZURE_2020_07 = frozenset(["databricks", "cloudsimple", "azureredhatopenshift", "redhat", "suse"])

# Published versions, cumulative within a vendor's page.
# OPEN-5: RES-11 is first seen in software 2020-01, so the partner-center policies of 2018 do not have it, nor azure 2020-01/02.
# OPEN-6: R-COUNTS, R-OVER, R-ROUND and R-SWAP hold for every version that does not say otherwise.
POLICIES = {
    "partner-center-2018-05": Policy(window_days=None, fee_rate=None),                  # RES-13
    "partner-center-2018-10": Policy(window_days=4, day_without_row=5),                 # "fewer than 5", "more than 5"
    "partner-center-2018-11": Policy(),
    "partner-center-2020-08": Policy(non_returnable=SUSE_AND_RED_HAT),                  # the default
    "azure-2020-01": Policy(window_days=None),
    "azure-2020-02": Policy(window_days=None, fee_rate="0"),                            # the fee is not charged
    "azure-2020-07": Policy(window_days=None, fee_rate="0", limit_counts="canceled-commitment", over_limit="refuse",
                            non_returnable=AZURE_2020_07),
    # OPEN-7: its later additions (2024-12 Defender and Sentinel, 2026 all pre-purchase plans) are not in it.
    "azure-2022-10": Policy(window_days=None, fee_rate="0", limit_counts="canceled-commitment", over_limit="refuse",
                            non_returnable=AZURE_2020_07 | {"synapseprepurchase"}),
}
DEFAULT_POLICY = "partner-center-2020-08"

CHOICES = {
    "limitWindow": ("365-days", "calendar-year", "none"),
    "limitCounts": ("refund", "canceled-commitment"),
    "overLimit": ("clip", "refuse"),
    "rounding": ("half-even", "half-up", "down"),
    "exchangeMinimum": ("credit", "none"),
}
FIELDS = {
    "base": "base", "id": "base",
    "windowDays": "window_days", "fullCreditWhenUnused": "full_credit_when_unused", "feeRate": "fee_rate",
    "limitUsd": "limit", "limitWindow": "limit_window", "limitCounts": "limit_counts", "overLimit": "over_limit",
    "rounding": "rounding", "dayWithoutRow": "day_without_row", "nonReturnable": "non_returnable",
    "exchangeMinimum": "exchange_minimum",
}


def published(name):
    policy = POLICIES.get(name if isinstance(name, str) else None)
    if policy is None:
        raise InputError("policy", "a published policy")
    return policy


def policy_of(asked):
    """A published id (R-WHICH: the one named; the default otherwise), or an object: `base` (or `id`) with fields changed."""
    if asked.__class__ is str:
        return POLICIES.get(asked) or published(asked)
    if asked is None:
        return POLICIES[DEFAULT_POLICY]
    if not isinstance(asked, dict):
        raise InputError("policy", "a published policy or an object")
    changes = {}
    for field, value in asked.items():
        if field in CHOICES:
            if value not in CHOICES[field]:
                raise InputError("policy." + field, "one of " + ", ".join(CHOICES[field]))
        elif field == "limitUsd":
            value = None if value is None else minor_units(value, 2, "policy.limitUsd")
        elif field in ("windowDays", "dayWithoutRow"):
            if value is not None and (value.__class__ is not int or value < 0):
                raise InputError("policy." + field, "a number of days, or null")
        elif field == "fullCreditWhenUnused":
            if value.__class__ is not bool:
                raise InputError("policy." + field, "true or false")
        elif field == "nonReturnable":
            value = frozenset(map(product_key, value))
        elif field == "feeRate":
            if value is not None and ratio(value)[0] > ratio(value)[1]:
                raise InputError("policy.feeRate", "a rate from 0 to 1")
        elif field not in FIELDS:
            raise InputError("policy." + field, "a known field")
        changes[FIELDS[field]] = value
    base = changes.pop("base", DEFAULT_POLICY)
    policy = (POLICIES.get(base) or published(base))._replace(**changes)
    if policy.over_limit == "clip" and policy.limit_counts == "canceled-commitment":
        raise InputError("policy", "clipping while counting commitments has no meaning (R-OVER)")
    if policy.limit_window == "none" and policy.limit is not None:
        # OPEN-8: the rulebook knows no limit without a year; 'none' goes with limitUsd null.
        raise InputError("policy.limitWindow", "a window, for a policy that has a limit")
    return policy


# ------------------------------------------------------------------------------------------------ RES: refunds


@dataclass(slots=True)
class Facts:
    paid: int
    currency: str
    digits: int
    term: str
    purchased: int
    end: int
    canceled: int
    used: bool | None
    consumed: int
    rate: tuple | None
    product: str | None


REFUND_FIELDS = frozenset(["paid", "currency", "term", "purchasedOn", "canceledOn", "used", "consumedRefunds", "usdRate",
                           "product", "billingPlan", "id", "customerId", "meta"])


@cache
def rate_per_unit(text, currency):
    """R-FX: the caller's rate, USD per unit, as (number, power of ten); for USD itself only 1."""
    number, ten = ratio(text)
    if number == 0:
        raise InputError("usdRate", "USD per unit, more than 0")
    if currency == "USD" and number != ten:
        raise InputError("usdRate", "1 for USD")
    return number, ten


def price_and_term(request, day_field):
    """The facts that a refund and an exchange share."""
    currency = request.get("currency")
    digits = DIGITS.get(currency) if currency.__class__ is str else None
    if digits is None:
        raise InputError("currency", "a currency of ISO 4217")
    term = request.get("term")
    if term.__class__ is not str or term not in TERM_YEARS:
        raise InputError("term", "P1Y, P3Y or P5Y")
    if request.get("billingPlan", "Upfront") != "Upfront":
        raise InputError("billingPlan", "Upfront; no other plan is supported yet")
    paid = minor_units(request.get("paid"), digits, "paid")
    purchased = day_fact(request, "purchasedOn")
    day = day_fact(request, day_field)
    if day < purchased:
        raise InputError(day_field, "a day not before the purchase day (R-ENDED)")
    product = request.get("product")
    return paid, currency, digits, term, purchased, term_end(purchased, term), day, product and product_key(product)


def refund_facts(request):
    if not REFUND_FIELDS.issuperset(request):
        raise InputError(next(field for field in request if field not in REFUND_FIELDS), "a known field")
    paid, currency, digits, term, purchased, end, canceled, product = price_and_term(request, "canceledOn")
    used = request.get("used")
    if used is not True and used is not False:
        raise InputError("used", "true or false: required, never inferred")
    consumed = request.get("consumedRefunds")
    consumed = 0 if consumed is None else minor_units(consumed, 2, "consumedRefunds")
    rate = request.get("usdRate")
    if rate is not None:
        rate = rate_per_unit(rate, currency)
    elif currency == "USD":
        rate = (1, 1)
    return Facts(paid, currency, digits, term, purchased, end, canceled, used, consumed, rate, product)


def days_of(purchased, end, day):
    """R-DAYS, R-PRORATE: days since the purchase, of the term, and remaining.

    OPEN-9: after the term end 0 days remain (the bare difference would be negative).
    """
    return [day - purchased, end - purchased, max(0, end - day)]


def pro_rated(paid, days, rounding):
    """R-PRORATE, R-BASIS, R-ROUND: credit = price paid x remaining days / term days, rounded once."""
    return divide(paid * days[2], days[1], rounding)


def row_credit_fee(policy, paid, days, used):
    """RES-1 to RES-4: the row of the table, and its credit and fee."""
    if policy.window_days is not None and days[0] <= policy.window_days:
        if policy.full_credit_when_unused and not used:
            return "full-credit", paid, 0                                               # RES-1
        return "pro-rated", pro_rated(paid, days, policy.rounding), 0                   # RES-2
    # RES-3, RES-4. OPEN-10: a rate of 0 (azure 2020-02 and later) stays this row.
    credit = pro_rated(paid, days, policy.rounding)
    number, ten = ratio(policy.fee_rate)
    return "pro-rated-less-fee", credit, divide(credit * number, ten, policy.rounding)  # R-FEE, R-ROUND


def obstacles_to_refund(policy, facts, days):
    """OPEN-11: where several hold, the reason is the first of this order; `obstacles` lists all of them."""
    found = []
    if facts.canceled >= facts.end:
        found.append("term-ended")                                                      # R-ENDED
    if facts.product is not None and facts.product in policy.non_returnable:
        found.append("not-returnable")                                                  # RES-11
    if days[0] == policy.day_without_row:
        found.append("undefined-by-text")                                               # partner-center 2018-10
    return found


def denied_refund(reasons, days):
    return {"allowed": False, "reason": reasons[0], "row": None, "days": days, "credit": None, "fee": None,
            "refundable": None, "refund": None, "withheld": None, "consumedAfter": None, "obstacles": reasons}


def fits(units, digits, rate, left):
    """R-FX, R-OVER: is units x rate at most what is left? Exactly, in cents, before any rounding (OPEN-12)."""
    number, ten = rate
    return units * number * 100 <= left * ten * 10**digits


def most_that_fits(digits, rate, left):
    """R-FX: what is left / rate, rounded down to the currency's minor unit."""
    number, ten = rate
    return left * ten * 10**digits // (number * 100)


def in_cents(units, digits, rate):
    """R-FX: the exact product, rounded half-even to the cent, whatever the policy's rounding of lines (OPEN-13)."""
    number, ten = rate
    return divide(units * number * 100, ten * 10**digits, "half-even")


def quote(policy, facts, consumed):
    """One cancellation -> (answer, what it uses of the limit in cents)."""
    if policy.fee_rate is None:
        raise InputError("policy.feeRate", "a rate: this text leaves the fee unstated")  # OPEN-14: for every row
    if policy.limit is not None and facts.rate is None:
        raise InputError("usdRate", "USD per unit")                                     # R-FX: never a guess
    days = days_of(facts.purchased, facts.end, facts.canceled)
    reasons = obstacles_to_refund(policy, facts, days)
    if reasons:
        return denied_refund(reasons, days), 0
    row, credit, fee = row_credit_fee(policy, facts.paid, days, facts.used)
    refundable = refund = credit - fee                                                  # RES-6
    digits = facts.digits
    uses = 0
    consumed_after = None                                                               # OPEN-15: null without a limit
    if policy.limit is not None:                                                        # RES-5, on every row
        left = max(0, policy.limit - consumed)
        counted = credit if policy.limit_counts == "canceled-commitment" else refundable  # R-COUNTS
        if not fits(counted, digits, facts.rate, left):                                 # R-OVER
            if policy.over_limit == "refuse":
                return denied_refund(["limit-exceeded"], days), 0
            counted = refund = most_that_fits(digits, facts.rate, left)
        uses = in_cents(counted, digits, facts.rate)
        consumed_after = decimal(consumed + uses, 2)
    return {
        "allowed": True, "reason": None, "row": row, "days": days,
        "credit": decimal(credit, digits), "fee": decimal(fee, digits), "refundable": decimal(refundable, digits),
        "refund": decimal(refund, digits), "withheld": decimal(refundable - refund, digits),
        "consumedAfter": consumed_after,
    }, uses


def ask_refund(asked):
    facts = refund_facts(asked["request"])
    return quote(policy_of(asked.get("policy")), facts, facts.consumed)[0]


# ------------------------------------------------------------------------------------------------ RES-9, R-SWAP: exchanges

EXCHANGE_FIELDS = frozenset(["paid", "currency", "term", "purchasedOn", "exchangedOn", "newPrice", "newCurrency", "product",
                             "billingPlan", "id", "customerId", "meta"])


def ask_exchange(asked):
    policy = policy_of(asked.get("policy"))
    request = asked["request"]
    if not EXCHANGE_FIELDS.issuperset(request):
        raise InputError(next(field for field in request if field not in EXCHANGE_FIELDS), "a known field")
    paid, currency, digits, term, purchased, end, day, product = price_and_term(request, "exchangedOn")
    if request.get("newCurrency", currency) != currency:
        raise InputError("newCurrency", "the same currency")
    new_price = minor_units(request.get("newPrice"), digits, "newPrice")
    days = days_of(purchased, end, day)
    credit = pro_rated(paid, days, policy.rounding)     # on every day; no fee, no limit, no row of the table
    reasons = []
    if day >= end:
        reasons.append("term-ended")                    # R-ENDED
    if product is not None and product in policy.non_returnable:
        reasons.append("not-returnable")                # RES-11; OPEN-16: azure's "not refundable" products too
    if not reasons and policy.exchange_minimum == "credit" and new_price < credit:
        reasons.append("purchase-below-credit")         # equal passes
    if reasons:
        return {"allowed": False, "reason": reasons[0], "days": days, "credit": None, "netPayable": None,
                "obstacles": reasons}
    # OPEN-17: with exchangeMinimum 'none' the difference may be negative.
    return {"allowed": True, "reason": None, "days": days, "credit": decimal(credit, digits),
            "netPayable": decimal(new_price - credit, digits)}


# ------------------------------------------------------------------------------------------------ R-YEAR, R-WHOSE: settling


def consumed_on(policy, ledger, day):
    """R-YEAR: what counts on day x are the refunds of days x-364 … x; or those of the same UTC calendar year."""
    if policy.limit_window == "calendar-year":
        year = date.fromordinal(day).year
        return sum(cents for on, cents in ledger if date.fromordinal(on).year == year)
    return sum(cents for on, cents in ledger if day - 364 <= on <= day)


def ask_settle(asked):
    """Cancellations in order of days, one after the other, each against its own customer's limit (R-WHOSE).

    `customers`: nothing, a list of names, or {customerId: [{"on": day, "usd": amount}, …]} already consumed.
    """
    policy = policy_of(asked.get("policy"))
    opened = asked.get("customers")
    ledgers = {}
    if isinstance(opened, dict):
        for customer, entries in opened.items():
            ledgers[customer] = [(day_fact(entry, "on"), minor_units(entry["usd"], 2, "usd")) for entry in entries]
    answered = {}
    last_day = {customer: max((on for on, _ in ledger), default=0) for customer, ledger in ledgers.items()}
    refunds = []
    for request in asked["requests"]:
        try:
            if request.__class__ is not dict:
                raise InputError("requests", "an object")
            refunds.append(settle_one(policy, request, ledgers, answered, last_day))
        except InputError as error:
            refunds.append(input_error(error))
    return {"refunds": refunds}


def settle_one(policy, request, ledgers, answered, last_day):
    if "consumedRefunds" in request:
        raise InputError("consumedRefunds", "nothing: the ledger knows it")
    customer = request.get("customerId")
    if not isinstance(customer, str):
        raise InputError("customerId", "a customer")
    facts = refund_facts(request)
    key = (customer, request.get("id"))                 # OPEN-18: ids are the customer's own
    if key[1] is not None and key in answered:
        earlier, answer = answered[key]
        if earlier != facts:
            raise InputError("id", "the same facts as before")
        return answer                                   # as before, and counting nothing
    if facts.canceled < last_day.get(customer, 0):
        raise InputError("canceledOn", "a day not before the customer's last one")
    ledger = ledgers.setdefault(customer, [])
    consumed = consumed_on(policy, ledger, facts.canceled)
    answer, uses = quote(policy, facts, consumed)
    answer["consumedBefore"] = None if policy.limit is None else decimal(consumed, 2)
    if answer["allowed"]:                               # a lawful refusal moves nothing
        ledger.append((facts.canceled, uses))
        last_day[customer] = facts.canceled
    answered[key] = (facts, answer)
    return answer


# ------------------------------------------------------------------------------------------------ SOF: software

# (window days, credit rule stated, SUSE and Red Hat excluded). OPEN-19: software 2021-06 (do older orders keep 60 days?) and
# 2022 (sources disagree) are not defined without doubt, and refused as input.
SOFTWARE_POLICIES = {
    "software-2018-09": (60, False, False),
    "software-2019-12": (60, True, False),
    "software-2020-01": (60, True, True),
    "software-2020-06": (60, True, True),
    "software-2021-02": (60, True, True),
}


def ask_software(asked):
    """OPEN-20: request = {kind: 'perpetual' | 'subscription', paid, currency, term (subscription), purchasedOn, canceledOn,
    qualifies? (true), product?, roles?, order?: {customerName | tenantId | domain, productName, orderId, acknowledged}}.
    Without `roles` or `order` their check is left out. Reasons that the rulebook does not name: role-not-allowed, not-returnable.
    """
    request = asked["request"]
    name = asked.get("policy") or "software-2020-06"
    if name not in SOFTWARE_POLICIES:
        raise InputError("policy", "a software policy that is defined without doubt")
    window, credit_stated, plans_excluded = SOFTWARE_POLICIES[name]
    kind = request.get("kind")
    if kind not in ("perpetual", "subscription"):
        raise InputError("kind", "perpetual or subscription")
    term = request.get("term", "P1Y" if kind == "perpetual" else None)
    if term not in ("P1Y", "P3Y"):
        raise InputError("term", "P1Y or P3Y")
    paid, _, digits, _, purchased, end, canceled, product = price_and_term({**request, "term": term}, "canceledOn")

    last_day = purchased + window                       # SOF-1: day 60 counts
    passed = canceled > last_day
    reasons = []
    if "roles" in request and not granted(request["roles"], "software.cancel"):
        reasons.append("role-not-allowed")              # SOF-4, ROL-7
    if plans_excluded and product in SUSE_AND_RED_HAT:
        reasons.append("not-returnable")                # SOF-3
    if not request.get("qualifies", True):
        reasons.append("not-eligible")                  # SOF-1
    if passed:
        reasons.append("window-passed")                 # SOF-1
    if not reasons and "order" in request and not order_complete(request["order"]):
        reasons.append("support-required")              # SOF-6: only where role and window are fine
    credit = None
    if not reasons and credit_stated:                   # SOF-2: no fee, no limit
        units = paid if kind == "perpetual" else pro_rated(paid, days_of(purchased, end, canceled), "half-even")
        credit = decimal(units, digits)
    return {"allowed": not reasons, "reason": reasons[0] if reasons else None,
            "lastDay": date.fromordinal(last_day).isoformat(),
            "daysLeft": None if passed else last_day - canceled,   # OPEN-21: null once the window has passed
            "credit": credit, "obstacles": reasons}


def order_complete(order):
    """SOF-5: any one of three names the customer."""
    named = order.get("customerName") or order.get("tenantId") or order.get("domain")
    return bool(named and order.get("productName") and order.get("orderId") and order.get("acknowledged") is True)


LINK_NS = 14 * DAY_NS   # two weeks: 14 x 24 h from the instant the link was made
LINK_DOWNLOADS = 50


def ask_link(asked):
    """SOF-9. OPEN-22: more than 50 downloads are as 50. expiresAt is in UTC with at least milliseconds."""
    request = asked["request"]
    made, now = instant_fact(request, "issuedAt"), instant_fact(request, "asOf")
    downloads = request.get("downloads")
    if downloads.__class__ is not int or downloads < 0:
        raise InputError("downloads", "a count")
    if now < made:
        raise InputError("asOf", "an instant not before the link was made")
    expires = made + LINK_NS
    if request.get("revoked"):
        state = "revoked"                               # whatever its age
    elif now >= expires or downloads >= LINK_DOWNLOADS:
        state = "expired"
    else:
        state = "active"
    return {"state": state, "expiresAt": utc_instant(expires), "downloadsLeft": max(0, LINK_DOWNLOADS - downloads)}


def instant_fact(request, field):
    try:
        return instant(request[field])
    except (KeyError, TypeError, ValueError):
        raise InputError(field, "an instant") from None


def utc_instant(ns):
    day, ns = divmod(ns, DAY_NS)
    seconds, ns = divmod(ns, 10**9)
    fraction = f"{ns:09d}".rstrip("0").ljust(3, "0")
    return (f"{date.fromordinal(day).isoformat()}T{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
            f".{fraction}Z")


# ------------------------------------------------------------------------------------------------ MKT: markets

# MKT-1: the 109 names of the document, column by column, with their codes.
UNAVAILABLE = {
    "Aland Islands": "AX", "American Samoa": "AS", "Andorra": "AD", "Anguilla": "AI", "Antarctica": "AQ",
    "Antigua and Barbuda": "AG", "Aruba": "AW", "Azerbaijan": "AZ", "Benin": "BJ", "Bhutan": "BT", "Bonaire": "BQ",
    "Bouvet Island": "BV", "British Indian Ocean Territory": "IO", "British Virgin Islands": "VG", "Burkina Faso": "BF",
    "Burundi": "BI", "Cambodia": "KH", "Central African Republic": "CF", "Chad": "TD", "China": "CN",
    "Christmas Island": "CX", "Cocos (Keeling) Islands": "CC", "Comoros": "KM", "Congo": "CG", "Congo (DRC)": "CD",
    "Cook Islands": "CK", "Djibouti": "DJ", "Dominica": "DM", "Equatorial Guinea": "GQ", "Eritrea": "ER",
    "Falkland Islands": "FK", "French Guiana": "GF", "French Polynesia": "PF", "French Southern Territories": "TF",
    "Gabon": "GA", "Gambia": "GM", "Gibraltar": "GI",
    "Greenland": "GL", "Grenada": "GD", "Guadeloupe": "GP", "Guam": "GU", "Guernsey": "GG", "Guinea": "GN",
    "Guinea-Bissau": "GW", "Guyana": "GY", "Haiti": "HT", "Heard Island and McDonald Islands": "HM", "Isle of Man": "IM",
    "Jan Mayen": "SJ", "Jersey": "JE", "Kiribati": "KI", "Kosovo": "XK", "Laos": "LA", "Lesotho": "LS", "Liberia": "LR",
    "Madagascar": "MG", "Malawi": "MW", "Maldives": "MV", "Mali": "ML", "Marshall Islands": "MH", "Martinique": "MQ",
    "Mauritania": "MR", "Mayotte": "YT", "Micronesia": "FM", "Montserrat": "MS", "Mozambique": "MZ", "Myanmar": "MM",
    "Nauru": "NR", "New Caledonia": "NC", "Niger": "NE", "Niue": "NU", "Norfolk Island": "NF",
    "Northern Mariana Islands": "MP", "Palau": "PW",
    "Papua New Guinea": "PG", "Pitcairn Islands": "PN", "Reunion": "RE", "Saba": "BQ", "Saint Barthélemy": "BL",
    "Saint Lucia": "LC", "Saint Martin": "MF", "Saint Pierre and Miquelon": "PM", "Saint Vincent and the Grenadines": "VC",
    "Samoa": "WS", "San Marino": "SM", "São Tomé and Príncipe": "ST", "Seychelles": "SC", "Sierra Leone": "SL",
    "Sint Eustatius": "BQ", "Sint Maarten": "SX", "Solomon Islands": "SB", "Somalia": "SO",
    "South Georgia and South Sandwich Islands": "GS", "South Sudan": "SS", "St Helena, Ascension, Tristan da Cunha": "SH",
    "Suriname": "SR", "Svalbard": "SJ", "Swaziland": "SZ", "Timor-Leste": "TL", "Togo": "TG", "Tokelau": "TK", "Tonga": "TO",
    "Turks and Caicos Islands": "TC", "Tuvalu": "TV", "U.S. Outlying Islands": "UM", "Vanuatu": "VU", "Vatican City": "VA",
    "Wallis and Futuna": "WF", "Yemen": "YE",
}
UNAVAILABLE_CODES = frozenset(UNAVAILABLE.values())

# ISO 3166-1 (249) and XK.
MARKET_CODES = frozenset("""
AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG
CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL
GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA
LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP
NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV
SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW XK
""".split())


def ask_market(asked):
    """MKT-1. Two-letter codes only; one that no one knows is an input error, never "available"."""
    code = str(asked.get("code")).upper()
    if code not in MARKET_CODES:
        raise InputError("code", "an ISO 3166-1 code or XK")
    return {"available": code not in UNAVAILABLE_CODES}


# ------------------------------------------------------------------------------------------------ ROL: roles

ROLES = ("admin-agent", "sales-agent", "helpdesk-agent", "global-admin", "user-management-admin", "account-admin",
         "referral-admin", "marketing-content-admin")
READERS = {"admin-agent", "sales-agent", "helpdesk-agent"}
RESERVATION_ROLES = {"admin-agent", "global-admin", "helpdesk-agent", "sales-agent", "user-management-admin"}
MATRIX = {
    "customer-permissions.view": READERS,                                                    # ROL-1
    "customer-permissions.change": {"admin-agent"},                                          # ROL-2
    "reservations.view": RESERVATION_ROLES,                                                  # ROL-3
    "reservations.refund": RESERVATION_ROLES,
    "reservations.exchange": RESERVATION_ROLES,
    "reservations.manage-access": RESERVATION_ROLES,
    "reservations.configure": RESERVATION_ROLES,
    "reservations.view-properties": RESERVATION_ROLES,
    "reservations.request-support": RESERVATION_ROLES,
    "reservations.buy": {"admin-agent", "global-admin"},                                     # ROL-4
    "software.buy": {"admin-agent", "global-admin"},                                         # ROL-5
    "software.view": {"admin-agent", "global-admin"},
    "software.download": {"admin-agent"},                                                    # ROL-6
    "software.get-keys": {"admin-agent"},
    "software.copy-link": {"admin-agent"},
    "software.cancel": {"admin-agent"},                                                      # ROL-7
    "software-activity.view": {"global-admin", "account-admin", "referral-admin", "marketing-content-admin"},  # ROL-8
    "customer-purchases.view": READERS,                                                      # ROL-9
}


def granted(roles, action):
    """What any role grants is granted; what no document grants is denied; an unknown role or action is an input error."""
    if not isinstance(action, str) or action not in MATRIX:
        raise InputError("action", "a known action")
    if not isinstance(roles, list) or any(role not in ROLES for role in roles):
        raise InputError("roles", "known roles")
    return any(role in MATRIX[action] for role in roles)


def ask_access(asked):
    return {"allowed": granted(asked.get("roles"), asked.get("action"))}


# ------------------------------------------------------------------------------------------------ lines in, lines out

ASKS = {"refund": ask_refund, "exchange": ask_exchange, "settle": ask_settle, "software": ask_software, "link": ask_link,
        "market": ask_market, "access": ask_access}
def input_error(error):
    return {"error": "input", "path": error.path, "expected": str(error)}


def answer_to(line):
    try:
        asked = decode(line)
    except ValueError:
        return {"error": "input", "path": "", "expected": "JSON"}
    try:
        if asked.__class__ is not dict or asked.get("ask") not in ASKS:
            raise InputError("ask", "one of " + ", ".join(ASKS))
        if "request" in asked and asked["request"].__class__ is not dict:
            raise InputError("request", "an object")
        return ASKS[asked["ask"]](asked)
    except InputError as error:
        return input_error(error)


def main():
    gc.disable()    # nothing here makes cycles
    write = sys.stdout.write
    for line in sys.stdin:
        write(encode(answer_to(line)) + "\n")


if __name__ == "__main__":
    main()
