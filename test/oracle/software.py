"""Software cancellations of every version (today.md 3 and 8, R-HOURS, R-TODAY, R-UNIT, R-WHEN, R-ENDED).

"OPEN-n" marks a choice that the specifications do not make.
"""
from datetime import date
from typing import NamedTuple

from days import DAY_NS, due_day, instant, utc_day
from inputs import InputError, only_fields
from money import DIGITS, decimal, divide, minor_units

HOUR_NS = 3_600 * 10**9
MONTHS = {"P1M": 1, "P1Y": 12, "P3Y": 36}
CYCLES = {"monthly": 1, "annual": 12, "triennial": 36}
PLANS = ("suse-linux-plan", "red-hat-plan")
KINDS = ("perpetual", "subscription", *PLANS)


class Policy(NamedTuple):
    name: str
    first_day: str
    perpetual_days: int = 60
    subscription_days: int = 60
    credit_stated: bool = True
    plans_excluded: bool = True
    charge_cycle: bool = False
    full_hours: int | None = None
    named_by_subscription: bool = False
    sales_agents_from: str | None = None
    rounding: str = "half-even"
    charges_today: bool = False
    counts_hours: bool = False


NEW_COMMERCE = {"charge_cycle": True, "rounding": "unit-down", "perpetual_days": 30}
POLICIES = {policy.name: policy for policy in (
    Policy("software-2018-09", "2018-09-04", credit_stated=False, plans_excluded=False),
    Policy("software-2019-12", "2019-12-19", plans_excluded=False),
    Policy("software-2020-01", "2020-01-31"),
    Policy("software-2020-06", "2020-06-18"),
    Policy("software-2021-02", "2021-02-08"),
    Policy("software-2021-06", "2021-06-01", subscription_days=30, **NEW_COMMERCE),
    Policy("software-2022", "2022-07-11", subscription_days=7, **NEW_COMMERCE),
    Policy("software-2023-01", "2023-01-11", subscription_days=7, full_hours=24, **NEW_COMMERCE),
    Policy("software-2023-06", "2023-06-30", subscription_days=7, full_hours=24, named_by_subscription=True,
           sales_agents_from="2023-07-27", **NEW_COMMERCE),
)}
CHOICES = {"rounding": "rounding", "cancellationDay": "charges_today", "windowEnd": "counts_hours"}
TRUE_WORDS = {"charged": True, "not-charged": False, "hours": True, "days": False}


def in_force(day):
    """today.md 1: by the day of the purchase."""
    text = date.fromordinal(day).isoformat()
    found = [policy for policy in POLICIES.values() if policy.first_day <= text]
    return found[-1] if found else None


def policy_asked(asked, purchased):
    """The policy, and the later version that was in force on the day of the purchase."""
    newest = in_force(purchased)
    if asked == "software":
        if newest is None:
            raise InputError("purchasedOn", "a day on which a version is in force")
        return newest, None
    if isinstance(asked, dict):
        changes = {CHOICES[name]: TRUE_WORDS.get(word, word) for name, word in asked.items() if name != "base"}
        return POLICIES[asked["base"]]._replace(**changes), None    # a policy of one's own is not superseded
    policy = POLICIES[asked or "software-2020-06"]
    later = newest is not None and newest.first_day > policy.first_day
    return policy, newest.name if later else None


class Event(NamedTuple):
    """A purchase or a cancellation: its UTC day, and its instant where that is known."""
    day: int
    at: int | None


def event(request, day_name, instant_name):
    text = request.get(day_name)
    try:
        day, at = utc_day(text), None if len(text) == 10 else instant(text)
    except (TypeError, ValueError, OverflowError):
        raise InputError(day_name, "a day YYYY-MM-DD or an instant") from None
    if request.get(instant_name) is None:
        return Event(day, at)
    try:
        own = instant(request[instant_name])
    except (TypeError, ValueError):
        raise InputError(instant_name, "an instant") from None
    if own // DAY_NS != day or at not in (None, own):
        raise InputError(instant_name, "an instant of that day")
    return Event(day, own)


def within_hours(bought, canceled, hours):
    """R-HOURS: over at the instant at which they end; days alone where every instant of them says the same."""
    if bought.at is not None and canceled.at is not None:
        return canceled.at < bought.at + hours * HOUR_NS
    days, boundary = canceled.day - bought.day, hours // 24
    if days == boundary:
        raise InputError("purchasedAt" if bought.at is None else "canceledAt", "an instant", "missing-field")
    return days < boundary


def until(canceled, end):
    """R-HOURS: the vendor's instants are inclusive, and 23:59 or later stands for the end of the UTC day."""
    day = end // DAY_NS
    if canceled.day != day:
        return canceled.day < day
    if end % DAY_NS >= DAY_NS - 60 * 10**9:
        return True
    if canceled.at is None:
        raise InputError("canceledAt", "an instant", "missing-field")
    return canceled.at <= end


FIELDS = frozenset("""kind purchasedOn purchasedAt canceledOn canceledAt roles qualifies quantity paid currency term billingCycle
    customer productName orderId messageRead friendlyName subscriptionId cancellationAllowedUntilDate refundOptions
    refundableQuantity""".split())


def ask_software_version(asked):
    request = asked["request"]
    only_fields(request, FIELDS)
    kind = request.get("kind")
    if kind not in KINDS:
        raise InputError("kind", "a kind of software")
    bought, canceled = event(request, "purchasedOn", "purchasedAt"), event(request, "canceledOn", "canceledAt")
    if canceled.day < bought.day or (None not in (bought.at, canceled.at) and canceled.at < bought.at):
        raise InputError("canceledAt" if request.get("canceledAt") and canceled.day >= bought.day else "canceledOn",
                         "not before the purchase")
    policy, superseded_by = policy_asked(asked.get("policy"), bought.day)
    term, cycle = request.get("term"), request.get("billingCycle")
    paid = None
    if request.get("paid") is not None:
        digits = DIGITS[request["currency"]]
        paid = minor_units(request["paid"], digits, "paid")
        if kind == "subscription" and term is None:
            raise InputError("term", "a term", "missing-field")
    if cycle is not None and (term is None or CYCLES[cycle] > MONTHS[term]):
        raise InputError("term" if term is None else "billingCycle", "a cycle within a term")

    days = policy.perpetual_days if kind == "perpetual" else policy.subscription_days
    end = vendor_end(request)
    differs = False
    if end is not None:
        is_open = end == NO_END or (end >= 0 and until(canceled, end))
        last = None if end in (NO_END, -1) else end // DAY_NS
        own_last = bought.day + days
        differs = is_open != (canceled.day <= own_last) or last != own_last
    else:
        is_open = within_hours(bought, canceled, 24 * days) if policy.counts_hours else canceled.day <= bought.day + days
        last = bought.day + days

    reasons = []
    if not may_cancel(policy, request.get("roles", []), canceled.day):
        reasons.append("not-granted")                   # SOF-4
    if policy.plans_excluded and kind in PLANS:
        reasons.append("not-cancellable")               # SOF-3
    if request.get("qualifies") is False:
        reasons.append("not-eligible")                  # SOF-1
    if not is_open:
        # OPEN-33: what has ended too is refused for the window alone.
        reasons.append("window-passed")                 # SOF-1, SOF-17, SOF-19, SOF-22, SOF-25
    elif kind == "subscription" and term is not None and canceled.day >= due_day(bought.day, MONTHS[term]):
        reasons.append("term-ended")                    # R-ENDED
    missing = particulars_missing(policy, kind, request)
    if not reasons and missing:
        reasons.append("support-required")              # SOF-6
    # OPEN-31: a no has no amount, so that nothing is asked for one.
    credit = None if reasons else credit_of(policy, kind, request, bought, canceled, paid)
    if credit is not None and not differs and request.get("refundOptions"):
        differs = differs_in_credit(policy, kind, request, bought, canceled, credit["basis"])
    answer = {"allowed": not reasons, "obstacles": sorted(reasons), "missing": sorted(missing), "policy": policy.name,
              "supersededBy": superseded_by, "lastDay": date.fromordinal(last).isoformat() if last is not None else None,
              "daysLeft": max(0, last - canceled.day) if last is not None else None,
              "daysSincePurchase": canceled.day - bought.day}
    return {**answer, "credit": credit, "vendorDiffers": differs}


def differs_in_credit(policy, kind, request, bought, canceled, basis):
    """None where the rule needs an instant that the vendor's own figures do not need."""
    own = {**request, "paid": None, "refundOptions": None}
    try:
        rule = ours_of(policy, kind, own, bought, canceled, None)
    except InputError:
        return None
    return rule["basis"] != basis


NO_END = 10**30


def vendor_end(request):
    """SOF-25: the last instant at which the vendor takes all units back; None: it states none; -1: at no time.

    OPEN-32: where the vendor states several ends, each of them has to allow it.
    """
    ends = []
    if request.get("cancellationAllowedUntilDate") is not None:
        ends.append(instant(request["cancellationAllowedUntilDate"]))
    if request.get("refundOptions"):
        ends.append(last_offer(request["refundOptions"]))
    units = request.get("refundableQuantity")
    if units is not None:
        if request.get("quantity") is None:
            raise InputError("quantity", "the units of the purchase", "missing-field")
        ends.append(end_of_units(units, request["quantity"]))
    return min(ends, default=None)


def last_offer(options):
    return max(NO_END if option.get("expiresAt") is None else instant(option["expiresAt"]) for option in options)


def end_of_units(units, needed):
    """A software subscription goes back only as a whole (today.md 3): the last instant at which enough units are open."""
    batches = units.get("details") or [{"quantity": units["totalQuantity"]}]
    ends = [NO_END if "allowedUntilDateTime" not in batch else instant(batch["allowedUntilDateTime"]) for batch in batches]
    enough = [end for end in ends
              if sum(batch["quantity"] for batch, other in zip(batches, ends) if other >= end) >= needed]
    return max(enough, default=-1) if units["totalQuantity"] >= needed else -1


def may_cancel(policy, roles, day):
    """ROL-7, today.md 3: sales agents too, on later pages. OPEN-35: from their day on, if the policy is the one of those pages."""
    sales = policy.sales_agents_from is not None and date.fromordinal(day).isoformat() >= policy.sales_agents_from
    return "admin-agent" in roles or (sales and "sales-agent" in roles)


def particulars_missing(policy, kind, request):
    """SOF-5; since 2023-06 a subscription is named by its own name or ID, and has no tick."""
    customer = request.get("customer") or {}
    missing = [] if any(customer.get(name) for name in ("name", "tenantId", "domain")) else ["customer"]
    if policy.named_by_subscription and kind == "subscription":
        return missing if request.get("friendlyName") or request.get("subscriptionId") else [*missing, "subscription"]
    missing += [name for name in ("productName", "orderId") if not request.get(name)]
    return missing if request.get("messageRead") is True else [*missing, "messageRead"]


NO_FIGURES = {"amount": None, "currency": None, "days": None, "termDays": None}
UNSTATED = {**NO_FIGURES, "basis": "unstated"}


def credit_of(policy, kind, request, bought, canceled, paid):
    options = request.get("refundOptions") or []
    if not options:
        return ours_of(policy, kind, request, bought, canceled, paid)
    full = [option for option in options if option["type"] == "Full"]
    if full and (last_offer(full) == NO_END or until(canceled, last_offer(full))):
        return full_credit(request, paid)               # the vendor's own instants win
    if kind != "subscription" or not policy.credit_stated:
        return UNSTATED                                 # OPEN-34: a part of which no text says how large it is
    return pro_rated(policy, request, bought, canceled, paid)


def ours_of(policy, kind, request, bought, canceled, paid):
    if kind in PLANS or not policy.credit_stated:
        return UNSTATED
    if kind == "perpetual":
        return full_credit(request, paid)               # SOF-2
    if policy.full_hours is not None and within_hours(bought, canceled, policy.full_hours):
        return full_credit(request, paid)               # SOF-21
    return pro_rated(policy, request, bought, canceled, paid)


def full_credit(request, paid):
    amount = None if paid is None else decimal(paid, DIGITS[request["currency"]])
    return {**NO_FIGURES, "basis": "full", "currency": request.get("currency"), "amount": amount}


def pro_rated(policy, request, bought, canceled, paid):
    term, cycle = request.get("term"), request.get("billingCycle")
    currency = request.get("currency")
    if policy.charge_cycle:
        months = CYCLES.get(cycle) or (1 if term == "P1M" else None)
        if months is None and paid is not None:
            raise InputError("billingCycle", "a charge cycle", "missing-field")
    else:
        months = MONTHS.get(term)
        if cycle is not None and CYCLES[cycle] != months:
            return UNSTATED     # a text of 2020 knows the price of a whole term only
    if months is None:
        return {**NO_FIGURES, "basis": "pro-rated"}
    # SOF-20: from the purchase day to the day before the same day of the next period.
    at = 0
    while due_day(bought.day, (at + 1) * months) <= canceled.day:
        at += 1
    start, end = due_day(bought.day, at * months), due_day(bought.day, (at + 1) * months)
    remaining, length = end - canceled.day - (1 if policy.charges_today else 0), end - start
    figures = {"basis": "pro-rated", "currency": currency, "days": remaining, "termDays": length, "amount": None}
    if paid is None:
        return figures
    if policy.rounding == "unit-down":
        units = request.get("quantity")
        if units is None:
            raise InputError("quantity", "the units of the purchase", "missing-field")
        amount = paid * remaining // (length * units) * units
    else:
        amount = divide(paid * remaining, length, "down" if policy.rounding == "total-down" else "half-even")
    return {**figures, "amount": decimal(amount, DIGITS[currency])}
