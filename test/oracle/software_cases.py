"""Random software cancellations around the first days of versions, the ends of windows, 24 hours and charge cycles."""
from datetime import date

from days import DAY_NS, due_day, instant
from draw import CURRENCIES, LEAP_DAYS, MONTH_ENDS, amount, text, tied, written
from money import DIGITS
from oracle import utc_instant
from software import CYCLES, HOUR_NS, KINDS, MONTHS, POLICIES

FIRST_DAYS = [date.fromisoformat(policy.first_day).toordinal() for policy in POLICIES.values()]
SALES_DAY = date(2023, 7, 27).toordinal()
LATER = [name for name in POLICIES if name >= "software-2021-06"]
NAMES = [None] + list(POLICIES) + LATER + ["software"] * 10
WINDOWS = (0, 1, 2, 6, 7, 8, 29, 30, 31, 59, 60, 61)
SPAN = (FIRST_DAYS[0] - 40, date(2028, 12, 31).toordinal())


def policy_for(draw):
    if draw.chance(0.7):
        return draw.one_of(NAMES)
    policy = {"base": draw.one_of(list(POLICIES))}
    if draw.chance(0.7):
        policy["rounding"] = draw.one_of(("unit-down", "total-down", "half-even"))
    if draw.chance(0.4):
        policy["cancellationDay"] = draw.one_of(("charged", "not-charged"))
    if draw.chance(0.3):
        policy["windowEnd"] = draw.one_of(("hours", "days"))
    return policy


def purchase_day(draw):
    kind = draw.random()
    if kind < 0.35:
        return draw.one_of(FIRST_DAYS) + draw.between(-1, 1)
    if kind < 0.55:
        return draw.one_of([day for day in MONTH_ENDS if SPAN[0] <= day <= SPAN[1]])
    if kind < 0.65:
        return draw.one_of([day for day in LEAP_DAYS if SPAN[0] <= day <= SPAN[1]])
    if kind < 0.72:
        return SALES_DAY - draw.one_of((0, 1, 2, 6, 7, 8))
    return draw.between(*SPAN)


def days_later(draw, purchased, months):
    kind = draw.random()
    if kind < 0.55:
        return draw.one_of(WINDOWS)
    if kind < 0.70:
        return due_day(purchased, months * draw.one_of((1, 1, 2))) - purchased + draw.between(-1, 1)
    return draw.below(9) if kind < 0.85 else draw.below(70)


def moments(draw, request, purchased, canceled):
    """Days, or instants: of the same time of day often, as hours decide there."""
    request["purchasedOn"], request["canceledOn"] = text(purchased), text(canceled)
    kind = draw.random()
    if kind < 0.45:
        return
    since = draw.one_of((0, draw.below(24), 23)) * HOUR_NS + draw.one_of((0, 1, HOUR_NS - 1))
    step = draw.one_of((-1, 0, 0, 1, HOUR_NS, -HOUR_NS))
    bought, ended = purchased * DAY_NS + since, canceled * DAY_NS + min(max(since + step, 0), DAY_NS - 1)
    if canceled == purchased:
        ended = max(bought, ended)
    if draw.chance(0.5):
        request["purchasedOn"] = utc_instant(bought)
    else:
        request["purchasedAt"] = utc_instant(bought)
    if draw.chance(0.15):
        return
    if draw.chance(0.5):
        request["canceledOn"] = utc_instant(ended)
    else:
        request["canceledAt"] = utc_instant(ended)


def price(draw, request, cycle_days):
    request["currency"] = draw.one_of(CURRENCIES)
    digits = DIGITS[request["currency"]]
    units = draw.one_of((1, 1, 2, 3, 7, 10, 25, 300, draw.between(1, 9_999)))
    each = tied(draw, draw.between(1, 30), cycle_days) if draw.chance(0.4) else amount(draw)
    whole = each * units if draw.chance(0.6) and each * units < 10 ** (15 + digits) else each
    request["paid"] = written(draw, whole if whole < 10 ** (15 + digits) else 1_000, digits)
    if draw.chance(0.96):
        request["quantity"] = units


def software_case(draw):
    kind = draw.one_of(("subscription",) * 7 + KINDS)
    request = {"kind": kind, "roles": [draw.one_of(("admin-agent",) * 8 + ("sales-agent", "sales-agent", "global-admin"))]}
    purchased, months = purchase_day(draw), 12
    if kind == "subscription" and draw.chance(0.93):
        request["term"] = draw.one_of(tuple(MONTHS))
        months = MONTHS[request["term"]]
        if draw.chance(0.9):
            request["billingCycle"] = draw.one_of([name for name in CYCLES if CYCLES[name] <= months])
            months = CYCLES[request["billingCycle"]]
    canceled = purchased + max(0, days_later(draw, purchased, months))
    moments(draw, request, purchased, canceled)
    if draw.chance(0.8) and (kind != "subscription" or "term" in request):
        price(draw, request, due_day(purchased, months) - purchased)
    if draw.chance(0.1):
        request["qualifies"] = draw.chance(0.5)
    particulars(draw, request)
    return {"ask": "software-version", "policy": policy_for(draw), "request": request}


def particulars(draw, request):
    for name, value in (("customer", {draw.one_of(("name", "tenantId", "domain")): "contoso.com"}), ("productName", "SQL Server"),
                        ("orderId", "O-1"), ("messageRead", True), ("friendlyName", "Ours"), ("subscriptionId", "S-1")):
        if draw.chance(0.93):
            request[name] = value
    if draw.chance(0.04):
        request["messageRead"] = False


# ------------------------------------------------------------------------------------------------ the vendor's own instants


def end_on(draw, canceled_at, day):
    """An instant at the cancellation or a nanosecond off it, at the end of its day, or some days off."""
    kind = draw.random()
    if kind < 0.3 and canceled_at is not None:
        return canceled_at + draw.between(-1, 1)
    if kind < 0.6:
        return (day + draw.between(-1, 1)) * DAY_NS + DAY_NS - draw.one_of((60 * 10**9 + 1, 60 * 10**9, 1, 30 * 10**9))
    return (day + draw.between(-8, 30)) * DAY_NS + draw.below(24) * HOUR_NS


def vendor_case(draw):
    """The same with instants of the vendor, of one kind or of several."""
    case = {**software_case(draw), "ask": "software-vendor"}
    request = case["request"]
    at = request.get("canceledAt") or (request["canceledOn"] if len(request["canceledOn"]) > 10 else None)
    canceled_at = None if at is None else instant(at)
    day = date.fromisoformat(request["canceledOn"][:10]).toordinal()
    stated = draw.below(7) + 1
    if stated & 1:
        request["cancellationAllowedUntilDate"] = utc_instant(end_on(draw, canceled_at, day))
    if stated & 2:
        types = draw.one_of((("Full",), ("Partial",), ("Full", "Partial")))
        request["refundOptions"] = [{"type": name} if draw.chance(0.1) else
                                    {"type": name, "expiresAt": utc_instant(end_on(draw, canceled_at, day))} for name in types]
    if stated & 4:
        units = request.get("quantity", 1)
        batches = [{"quantity": draw.one_of((units, units, 1, max(0, units - 1))),
                    "allowedUntilDateTime": utc_instant(end_on(draw, canceled_at, day))} for _ in range(draw.one_of((1, 1, 2)))]
        request["refundableQuantity"] = {"totalQuantity": sum(batch["quantity"] for batch in batches)}
        if draw.chance(0.8):
            request["refundableQuantity"]["details"] = batches
    return case


MIX = [("software-version", software_case, 8), ("software-vendor", vendor_case, 4)]
