"""Random cases for the oracle, with the hard ones made on purpose and often; the same seed gives the same bytes.

    python3 cases.py --seed 1 --count 100000                          # a mix of every kind that the library of 0.1.0 answers
    python3 cases.py --seed 1 --count 100000 --kinds refund,settle    # these kinds only
    python3 cases.py --seed 1 --count 100000 --kinds monthly          # monthly payment, quantities, exchanges of several
    python3 cases.py --seed 1 --count 100000 --errors 2               # 2 % of refunds and exchanges are malformed on purpose
"""
import argparse
import json
import sys

import monthly_cases
import oracle
import software_cases
from days import DAY_NS, days_of, term_end
from draw import (CURRENCIES, EVEN, FIRST, LAST, PRODUCTS, RATES, TERMS, YEAR_ENDS, Draw, amount, instant_on,
                  later_day, nearest, policy_for, purchase_day, text, tied, written)
from money import DIGITS, decimal, divide, ratio
from policies import EVERY_POLICY, FIRST_DAYS, policy_of
from refunds import refund_facts, row_credit_fee

encode = json.JSONEncoder(separators=(",", ":")).encode

# ------------------------------------------------------------------------------------------------ refunds


def refund_case(draw):
    asked = policy_for(draw)
    policy = policy_of(asked)
    currency = draw.one_of(CURRENCIES)
    digits = DIGITS[currency]
    rate = None if currency == "USD" else draw.one_of(RATES[digits])
    aim = draw.random()                                 # which hard thing this case is about

    if aim < 0.20:                                      # a credit of exactly half a minor unit
        purchased, term = draw.one_of(EVEN)
        end = term_end(purchased, term)
        canceled = end - (draw.below((end - purchased) // 2) * 2 + 1)
        if draw.chance(0.15):
            canceled = purchased + draw.one_of((1, 3, 5, 7))    # the term is even, so an odd number of days remains
    else:
        purchased, term = purchase_day(draw), draw.one_of(TERMS)
        end = term_end(purchased, term)
        canceled = later_day(draw, purchased, end)
    used = draw.chance(0.5)
    days = [canceled - purchased, end - purchased, max(0, end - canceled)]

    if aim < 0.20:
        paid = tied(draw, days[2], days[1])
    elif aim < 0.32 and days[2]:                        # a fee of exactly half a minor unit, from a credit made for it
        number, ten = ratio(policy.fee_rate)
        paid = nearest(tied(draw, number, ten) * days[1], days[2])
    elif aim < 0.40 and rate:                           # exactly half a cent of the limit, on a full credit
        number, ten = ratio(rate)
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
        consumed = consumed_before(draw, policy, request)
        if consumed:
            request["consumedRefunds"] = decimal(consumed, 2)
    if draw.chance(0.06):
        request["product"] = draw.one_of(PRODUCTS)
    if draw.chance(0.04):
        request["canceledOn"] = instant_on(draw, canceled)
    if draw.chance(0.02):
        request["purchasedOn"] = instant_on(draw, purchased)
    return {"ask": "refund", "policy": asked, "request": request}


def consumed_before(draw, policy, request):
    """Nothing, something, all, more than all; or what leaves just the room that this cancellation needs, a cent more or less."""
    kind = draw.random()
    if kind < 0.30:
        return 0
    if kind < 0.45:
        return draw.below(policy.limit + 1)
    if kind < 0.55:
        return max(0, policy.limit + draw.between(-2, 2))
    facts = refund_facts(request)
    _, credit, fee = row_credit_fee(policy, facts)
    counted = credit if policy.limit_counts == "canceled-commitment" else credit - fee
    number, ten = facts.rate
    room = counted * number * 100 // (ten * 10**facts.digits) + draw.between(-1, 2)
    if 0 <= room <= policy.limit:
        return policy.limit - room
    return draw.below(policy.limit + 1)


# ------------------------------------------------------------------------------------------------ exchanges


def exchange_case(draw):
    asked = policy_for(draw)
    policy = policy_of(asked)
    currency = draw.one_of(CURRENCIES)
    digits = DIGITS[currency]
    if draw.chance(0.3):
        purchased, term = draw.one_of(EVEN)
    else:
        purchased, term = purchase_day(draw), draw.one_of(TERMS)
    end = term_end(purchased, term)
    day = later_day(draw, purchased, end)
    days = days_of(purchased, end, day)
    paid = tied(draw, days[2], days[1]) if days[1] % 2 == 0 else amount(draw)
    credit = divide(paid * days[2], days[1], policy.rounding)
    price = max(0, credit + draw.between(-1, 1)) if draw.chance(0.6) else amount(draw)
    request = {"paid": written(draw, paid, digits), "currency": currency, "term": term, "purchasedOn": text(purchased),
               "exchangedOn": text(day), "newPrice": written(draw, price, digits)}
    if draw.chance(0.1):
        request["product"] = draw.one_of(PRODUCTS)
    return {"ask": "exchange", "policy": asked, "request": request}


# ------------------------------------------------------------------------------------------------ versions

VERSION_NAMES = [None] + [name for name in EVERY_POLICY if name != "partner-center-2018-05"] + list(FIRST_DAYS) * 6
BOUNDARIES = sorted({first for versions in FIRST_DAYS.values() for first, _ in versions})
END = BOUNDARIES[-1]                                    # of exchanges: 2027-02-01
SERVICES = PRODUCTS + ["App Service", "SQL databases", "AVS", "Defender pre-purchase", "Sentinel pre-purchase"]


def version_days(draw):
    """A day at the boundary of a version or a day off it, and a purchase before it."""
    day = draw.one_of(BOUNDARIES) + draw.between(-1, 1) if draw.chance(0.6) else draw.between(BOUNDARIES[0] - 30, END + 700)
    purchased = day - draw.one_of((0, 1, 4, 5, 6, 30, 182, 364))
    return (purchased, day) if purchased >= FIRST else (FIRST, day)


def version_refund_case(draw):
    purchased, day = version_days(draw)
    request = {"paid": written(draw, amount(draw), 2), "currency": "USD", "term": draw.one_of(TERMS),
               "purchasedOn": text(purchased), "canceledOn": text(day), "used": draw.chance(0.5)}
    if draw.chance(0.3):
        request["product"] = draw.one_of(SERVICES)
    return {"ask": "version-refund", "policy": draw.one_of(VERSION_NAMES), "request": request}


def version_exchange_case(draw):
    """Half of them around the end of exchanges for what savings plans cover."""
    purchased, day = version_days(draw)
    kind = draw.random()
    if kind < 0.5:
        purchased = END + draw.between(-2, 2)
        day = purchased + draw.one_of((0, 1, 2, 90, 200))
    elif kind < 0.6:
        day = END - draw.one_of((0, 1, 2, 89, 90, 91))  # the rule is announced 90 days before
        purchased = day - draw.below(90)
    request = {"paid": written(draw, amount(draw), 2), "currency": "USD", "term": draw.one_of(TERMS),
               "purchasedOn": text(purchased), "exchangedOn": text(day), "newPrice": written(draw, amount(draw), 2),
               "used": draw.chance(0.5)}
    if draw.chance(0.6):
        request["product"] = draw.one_of(SERVICES)
    if draw.chance(0.4):
        request["newProduct"] = request.get("product") if draw.chance(0.4) and "product" in request else draw.one_of(SERVICES)
    if draw.chance(0.5):
        request["savingsPlanEligible"] = draw.chance(0.5)
    if draw.chance(0.5):
        sku_and_region(draw, request)
    return {"ask": "version-exchange", "policy": draw.one_of(VERSION_NAMES), "request": request}


SKUS = ("Standard_D2s_v3", "standard_d2s_v3", " Standard_D2s_v3 ", "Standard_D4s_v3")
REGIONS = ("koreacentral", "KoreaCentral", "Korea Central", "eastus")


def sku_and_region(draw, request):
    """The same reservation in another spelling, one that differs in one of the three, or one of which not all is said."""
    for name, choices in (("sku", SKUS), ("newSku", SKUS), ("region", REGIONS), ("newRegion", REGIONS),
                          ("newTerm", (request["term"],) * 3 + tuple(TERMS))):
        if draw.chance(0.92):
            request[name] = draw.one_of(choices)


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
        digits = DIGITS[currency]
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
    digits = DIGITS[currency]
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
    made = draw.between(FIRST, LAST) * DAY_NS + draw.below(86_400_000) * 10**6
    passed = draw.one_of((0, 1, oracle.LINK_NS - 10**6, oracle.LINK_NS - 1, oracle.LINK_NS, oracle.LINK_NS + 1))
    if draw.chance(0.4):
        passed = draw.below(20 * 86_400_000) * 10**6
    downloads = draw.one_of((0, 1, 48, 49, 49, 50, 50, 51)) if draw.chance(0.6) else draw.below(50)
    return {"ask": "link", "request": {"issuedAt": oracle.utc_instant(made), "downloads": downloads,
                                       "asOf": oracle.utc_instant(made + passed)}}


CODES = sorted(oracle.MARKET_CODES)
ACTIONS = sorted(oracle.MATRIX)


MARKET_DAYS = ("2018-09-03", "2018-09-04", "2019-04-02", "2019-04-03", "2019-07-24", "2019-07-25", "2019-12-18", "2019-12-19",
               "2022-06-28")


def market_case(draw):
    case = {"ask": "market", "code": draw.one_of(CODES)}
    if draw.chance(0.5):
        case["asOf"] = draw.one_of(MARKET_DAYS)
    return case


ROLE_DAYS = ("2020-08-05", "2020-08-06", "2022-11-21", "2022-11-22", "2023-07-26", "2023-07-27", "2023-08-22", "2023-08-23",
             "2023-09-14", "2023-09-15", "2026-11-29")


def dated_access_case(draw):
    names = oracle.ROLES + ("Azure hero", "Owner")
    case = {"ask": "dated-access", "action": draw.one_of(ACTIONS),
            "roles": [draw.one_of(names) for _ in range(draw.one_of((0, 1, 1, 2, 3)))]}
    if draw.chance(0.7):
        case["asOf"] = draw.one_of(ROLE_DAYS)
    if draw.chance(0.3):
        case["guest"] = draw.chance(0.5)
    return case


def savings_plan_case(draw):
    subscription = None if draw.chance(0.1) else {
        "offer": draw.one_of(("azure-plan", "azure-plan", "azure-global", "other")),
        "boughtBy": draw.one_of(("partner", "partner", "other")), "userRole": draw.one_of(("owner", "owner", "other"))}
    case = {"ask": "savings-plan", "subscription": subscription, "permission": draw.one_of(("on", "on", "off"))}
    if draw.chance(0.7):
        case["asOf"] = draw.one_of(("2022-10-12", "2022-10-13", "2022-10-14"))
    return case


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
       ("link", link_case, 2), ("market", market_case, 1), ("access", access_case, 1),
       ("dated-access", dated_access_case, 1), ("savings-plan", savings_plan_case, 1),
       ("version-refund", version_refund_case, 8), ("version-exchange", version_exchange_case, 8)]
SPOIL = {"refund": spoiled, "exchange": spoiled, **monthly_cases.SPOIL}
# Names for several kinds.
GROUPS = {"upfront": [name for name, _, _ in MIX], "monthly": [name for name, _, _ in monthly_cases.MIX],
          "software-versions": [name for name, _, _ in software_cases.MIX]}
KINDS = GROUPS["upfront"] + GROUPS["monthly"] + GROUPS["software-versions"]
GROUPS["default"] = KINDS


def kinds_of(names):
    """'monthly,refund' -> the kinds that it names."""
    kinds = [kind for name in names.split(",") for kind in GROUPS.get(name, [name])]
    if not set(kinds) <= set(KINDS):
        raise ValueError(f"kinds are {', '.join(KINDS)}, and the groups {', '.join(GROUPS)}")
    return kinds


def cases(seed, count, kinds="default", errors=0):
    draw = Draw(seed)
    asked = kinds_of(kinds)
    makers = [make for name, make, share in MIX + monthly_cases.MIX + software_cases.MIX for _ in range(share) if name in asked]
    for _ in range(count):
        case = draw.one_of(makers)(draw)
        if errors and case["ask"] in SPOIL and draw.random() * 100 < errors:
            case = SPOIL[case["ask"]](draw, case)
        yield case


def main():
    options = argparse.ArgumentParser(description="Random cases for the oracle, one a line.")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--count", type=int, default=1000)
    options.add_argument("--kinds", default="default", help=f"of {', '.join(KINDS)}; 'upfront', 'monthly' and 'default' (all) name several")
    options.add_argument("--errors", type=float, default=0, help="per cent of refunds and exchanges malformed on purpose")
    asked = options.parse_args()
    write = sys.stdout.write
    for case in cases(asked.seed, asked.count, asked.kinds, asked.errors):
        write(encode(case) + "\n")


if __name__ == "__main__":
    main()
