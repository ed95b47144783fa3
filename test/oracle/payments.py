"""What was paid for a reservation: at once, or month by month (monthly.md 1, 2, 4 and 7)."""
from typing import NamedTuple

from days import TERM_MONTHS, due_day, payments_due, utc_day
from inputs import InputError
from money import minor_units
from policies import NEVER_MONTHLY


class Payments(NamedTuple):
    """Amounts are minor units for all units that were bought. An upfront payment pays for the whole term."""
    monthly: bool
    first: int          # PAY-4: what full credit covers
    last: int           # PAY-2, PAY-5: what is shared by days
    made: int           # how many were made
    paid: int           # their sum
    unpaid: int         # PAY-3: the sum of all others
    since: int          # the days that `last` pays for: from this one
    until: int          # up to the day before this one
    estimated: bool = False


LARGEST_COUNT = 2**53 - 1
ONLY_MONTHLY = ("instalment", "paymentSchedule", "completedTransactions")


def count(request, field, default):
    """A whole number of at least 1. JSON writes 3 and 3.0, and JavaScript reads both alike."""
    value = request.get(field)
    if value is None:
        return default
    if value.__class__ is float and value.is_integer():
        value = int(value)
    if value.__class__ is not int or not 1 <= value <= LARGEST_COUNT:
        raise InputError(field, "a whole number of at least 1", "malformed-count")
    return value


def quantities(request):
    """PAY-5: the units that were bought, and those that are given back."""
    quantity = count(request, "quantity", 1)
    returned = count(request, "quantityToReturn", quantity)
    if returned > quantity:
        raise InputError("quantityToReturn", f"at most {quantity}, which were bought", "contradiction")
    return quantity, returned


def amount(request, field, digits):
    if request.get(field) is None:
        raise InputError(field, "an amount", "missing-field")
    return minor_units(request[field], digits, field)


def payments(request, currency, digits, term, purchased, end, day, product):
    plan = request.get("billingPlan")
    if plan is None or plan == "Upfront":
        for field in ONLY_MONTHLY:
            if request.get(field) is not None:
                raise InputError(field, "nothing: the billing plan is Upfront", "contradiction")
        paid = amount(request, "paid", digits)
        return Payments(False, paid, paid, 1, paid, 0, purchased, end)
    if plan != "Monthly":
        raise InputError("billingPlan", "Upfront or Monthly")
    if product in NEVER_MONTHLY:
        raise InputError("billingPlan", "Upfront: this product is never sold by the month", "contradiction")
    if request.get("paid") is not None:
        raise InputError("paid", "nothing: the billing plan is Monthly", "contradiction")
    if request.get("paymentSchedule") is not None:
        for field in ("instalment", "completedTransactions"):
            if request.get(field) is not None:
                raise InputError(field, "nothing: the schedule has it", "contradiction")
        return scheduled(request["paymentSchedule"], currency, digits, term, purchased, end, day)
    return regular(request, digits, term, purchased, day)


def regular(request, digits, term, purchased, day):
    """PAY-1 to PAY-3: the same instalment every month."""
    instalment = amount(request, "instalment", digits)
    months = TERM_MONTHS[term]
    due = payments_due(purchased, day, months)
    made = count(request, "completedTransactions", due)
    if made > due:
        raise InputError("completedTransactions", f"at most {due}, which were due so far", "contradiction")
    return Payments(True, instalment, instalment, made, made * instalment, (months - made) * instalment,
                    due_day(purchased, made - 1), due_day(purchased, made))


# ------------------------------------------------------------------------------------------------ a payment schedule

FAILED = ("Failed", "Cancelled")
STATUSES = ("Succeeded", "Scheduled", *FAILED)


class Entry(NamedTuple):
    place: str
    due: int
    amount: int | None
    status: str


def entry_of(entry, place, currency, digits):
    if not isinstance(entry, dict):
        raise InputError(place, "an object")
    for field in ("dueDate", "status"):
        if entry.get(field) is None:
            raise InputError(f"{place}.{field}", "a value", "missing-field")
    try:
        due = utc_day(entry["dueDate"])
    except (TypeError, ValueError, OverflowError):
        raise InputError(f"{place}.dueDate", "a day YYYY-MM-DD or an instant") from None
    if entry["status"] not in STATUSES:
        raise InputError(f"{place}.status", "one of " + ", ".join(STATUSES))
    total = entry.get("billingCurrencyTotal")
    if total is None:
        return Entry(place, due, None, entry["status"])
    if not isinstance(total, dict):
        raise InputError(f"{place}.billingCurrencyTotal", "an amount with its currency")
    if total.get("currencyCode") != currency:
        raise InputError(f"{place}.billingCurrencyTotal.currencyCode", currency, "other-currency")
    units = minor_units(total.get("amount"), digits, f"{place}.billingCurrencyTotal.amount")
    return Entry(place, due, units, entry["status"])


def scheduled(entries, currency, digits, term, purchased, end, day):
    """R-RATE: each payment has its own amount. A schedule's due days win over R-ANNIVERSARY."""
    if not isinstance(entries, list):
        raise InputError("paymentSchedule", "a list")
    read = [entry_of(entry, f"paymentSchedule[{index}]", currency, digits) for index, entry in enumerate(entries)]
    # OPEN-24: an entry is repeated by a later one of the same due day; and, if there are too many, by the next one if it is due
    # within a month (a recorded order has a payment that failed on 30 October and was made on the 31st).
    kept = [entry for index, entry in enumerate(read) if entry.status not in FAILED
            or all(later.due != entry.due for later in read[index + 1:])]
    months = TERM_MONTHS[term]
    if len(kept) > months:
        kept = [entry for entry, later in zip(kept, kept[1:] + [None]) if entry.status not in FAILED
                or later is None or later.due >= due_day(entry.due, 1)]
    if len(kept) != months:
        raise InputError("paymentSchedule", f"{months} payments", "contradiction")
    if any(later.due <= entry.due for entry, later in zip(kept, kept[1:])):
        raise InputError("paymentSchedule", "ascending due days", "contradiction")
    if kept[0].due != purchased:
        raise InputError(f"{kept[0].place}.dueDate", "the day of purchase", "contradiction")
    if kept[-1].due >= end:     # OPEN-25: else its last month would end before it began
        raise InputError(f"{kept[-1].place}.dueDate", "a day before the term's end", "contradiction")

    made = [entry.status == "Succeeded" and entry.due <= day for entry in kept]
    if not any(made):
        raise InputError("paymentSchedule", "a payment that was made by the day of cancellation", "contradiction")
    amounts, known, estimated = [], None, False
    for entry, was_made in zip(kept, made):
        if entry.amount is None and (was_made or known is None):
            raise InputError(f"{entry.place}.billingCurrencyTotal", "the amount that was paid", "missing-field")
        estimated = estimated or entry.amount is None
        known = known if entry.amount is None else entry.amount     # OPEN-26: "the last known": of the entry before
        amounts.append(known)
    paid = [units for units, was_made in zip(amounts, made) if was_made]
    last = max(index for index, was_made in enumerate(made) if was_made)
    until = kept[last + 1].due if last + 1 < months else end
    return Payments(True, paid[0], amounts[last], len(paid), sum(paid), sum(amounts) - sum(paid), kept[last].due, until,
                    estimated)
