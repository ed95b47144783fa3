"""Settling one cancellation after the other (R-YEAR, R-WHOSE)."""
from datetime import date

from inputs import InputError
from money import decimal, minor_units
from policies import policy_of
from refunds import MONTHLY_REFUND_FIELDS, REFUND_FIELDS, as_in_0_1, day_fact, quote, refund_facts


def consumed_on(policy, ledger, day):
    """R-YEAR: what counts on day x are the refunds of days x-364 … x; or those of the same UTC calendar year."""
    if policy.limit_window == "calendar-year":
        year = date.fromordinal(day).year
        return sum(cents for on, cents in ledger if date.fromordinal(on).year == year)
    return sum(cents for on, cents in ledger if day - 364 <= on <= day)


def settled(asked, fields):
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
            refunds.append(settle_one(policy, request, fields, ledgers, answered, last_day))
        except InputError as error:
            refunds.append(error.answer())
    return refunds


def settle_one(policy, request, fields, ledgers, answered, last_day):
    if "consumedRefunds" in request:
        raise InputError("consumedRefunds", "nothing: the ledger knows it")
    customer = request.get("customerId")
    if not isinstance(customer, str):
        raise InputError("customerId", "a customer")
    facts = refund_facts(request, fields)
    key = (customer, request.get("id"))                 # OPEN-18: ids are the customer's own
    if key[1] is not None and key in answered:
        earlier, answer = answered[key]
        if earlier != facts:
            raise InputError("id", "the same facts as before")
        return answer                                   # as before, and counting nothing
    if facts.day < last_day.get(customer, 0):
        raise InputError("canceledOn", "a day not before the customer's last one")
    ledger = ledgers.setdefault(customer, [])
    consumed = consumed_on(policy, ledger, facts.day)
    answer, uses = quote(policy, facts, consumed)
    answer["consumedBefore"] = None if policy.limit is None else decimal(consumed, 2)
    if answer["allowed"]:                               # a lawful refusal moves nothing
        ledger.append((facts.day, uses))
        last_day[customer] = facts.day
    answered[key] = (facts, answer)
    return answer


def ask_settle(asked):
    answers = settled(asked, REFUND_FIELDS)
    kept = [answer if "error" in answer else as_in_0_1(answer) | {"consumedBefore": answer["consumedBefore"]} for answer in answers]
    return {"refunds": kept}


def ask_monthly_settle(asked):
    return {"refunds": settled(asked, MONTHLY_REFUND_FIELDS)}
