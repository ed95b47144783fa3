"""Refunds of reservations: RES of the rulebook, and PAY-1 to PAY-6, PAY-8 of monthly.md."""
from dataclasses import dataclass
from datetime import date

from days import TERM_YEARS, days_of, term_end, utc_day
from inputs import InputError, only_fields
from money import DIGITS, decimal, divide, fits, in_cents, minor_units, most_that_fits, rate_per_unit, ratio
from payments import Payments, payments, quantities
from policies import policy_of, product_key, published, version_asked


@dataclass(slots=True)
class Facts:
    currency: str
    digits: int
    term: str
    purchased: int
    end: int
    day: int                    # of the cancellation, or of the exchange
    product: str | None
    quantity: int
    returned: int
    payments: Payments
    current_price: int | None
    used: bool | None = None
    eligible: bool | None = None    # whether savings plans cover the service, if that was said
    consumed: int = 0
    rate: tuple | None = None
    pricing_refund: int | None = None


WHAT_WAS_BOUGHT = frozenset(["paid", "currency", "term", "purchasedOn", "product", "billingPlan"])
PLAN_AND_QUANTITY = frozenset(["instalment", "quantity", "quantityToReturn", "completedTransactions", "paymentSchedule",
                               "currentPrice"])
LABELS = frozenset(["id", "customerId", "meta"])
REFUND_FIELDS = WHAT_WAS_BOUGHT | LABELS | {"canceledOn", "used", "consumedRefunds", "usdRate"}
MONTHLY_REFUND_FIELDS = REFUND_FIELDS | PLAN_AND_QUANTITY | {"pricingRefund"}


def day_fact(request, field):
    try:
        return utc_day(request[field])
    except (KeyError, TypeError, ValueError, OverflowError):
        raise InputError(field, "a day YYYY-MM-DD or an instant") from None


def currency_fact(request):
    currency = request.get("currency")
    if currency.__class__ is not str or currency not in DIGITS:
        raise InputError("currency", "a currency of ISO 4217")
    return currency


def term_fact(request):
    term = request.get("term")
    if term.__class__ is not str or term not in TERM_YEARS:
        raise InputError("term", "P1Y, P3Y or P5Y")
    return term


def current_price_fact(request, currency, digits):
    """OPEN-27: an amount, or {amount, currency}, without which no currency could be another."""
    value = request.get("currentPrice")
    if value is None:
        return None
    if isinstance(value, dict):
        if value.get("currency") != currency:
            raise InputError("currentPrice", currency, "other-currency")
        value = value.get("amount")
    return minor_units(value, digits, "currentPrice")


def returned_facts(request, day, day_field):
    """The facts that a refund and a returned item of an exchange share."""
    currency, term = currency_fact(request), term_fact(request)
    digits = DIGITS[currency]
    purchased = day_fact(request, "purchasedOn")
    if day < purchased:
        raise InputError(day_field, "a day not before the purchase day (R-ENDED)")
    end = term_end(purchased, term)
    product = request.get("product")
    if product is not None:
        product = product_key(product)
    quantity, returned = quantities(request)
    made = payments(request, currency, digits, term, purchased, end, day, product)
    current = current_price_fact(request, currency, digits)
    return Facts(currency, digits, term, purchased, end, day, product, quantity, returned, made, current)


def refund_facts(request, fields=REFUND_FIELDS):
    only_fields(request, fields)
    facts = returned_facts(request, day_fact(request, "canceledOn"), "canceledOn")
    used = request.get("used")
    if used is not True and used is not False:
        raise InputError("used", "true or false: required, never inferred", "missing-field" if used is None else None)
    facts.used = used
    consumed, rate, pricing_refund = request.get("consumedRefunds"), request.get("usdRate"), request.get("pricingRefund")
    if consumed is not None:
        facts.consumed = minor_units(consumed, 2, "consumedRefunds")
    if rate is not None:
        facts.rate = rate_per_unit(rate, facts.currency)
    elif facts.currency == "USD":
        facts.rate = (1, 1)
    if pricing_refund is not None:
        facts.pricing_refund = minor_units(pricing_refund, 2, "pricingRefund")
    return facts


# ------------------------------------------------------------------------------------------------ the credit


def in_window(policy, facts):
    """RES-1, RES-2, PAY-4: counted from the purchase, never from a payment's due day."""
    return policy.window_days is not None and facts.day - facts.purchased <= policy.window_days


def part(facts, units, rounding):
    """Of an amount for all units, the part of those that are given back."""
    return divide(units * facts.returned, facts.quantity, rounding)


def pro_rated(facts, units, rounding):
    """R-PRORATE, PAY-2, PAY-5, R-QUANTITY: the part of the units and of the days, rounded once."""
    since, until = facts.payments.since, facts.payments.until
    remaining = max(0, until - facts.day)           # R-DUE: nothing is left of a month that is over
    return divide(units * facts.returned * remaining, facts.quantity * (until - since), rounding)


def lower_price(policy, facts, units):
    """PAY-8"""
    if policy.price_basis == "lower" and facts.current_price is not None:
        return min(units, facts.current_price)
    return units


def row_credit_fee(policy, facts):
    """RES-1 to RES-4: the row of the table, and its credit and fee."""
    if in_window(policy, facts):
        if policy.full_credit_when_unused and not facts.used:
            return "full-credit", part(facts, lower_price(policy, facts, facts.payments.first), policy.rounding), 0     # RES-1
        return "pro-rated", pro_rated(facts, lower_price(policy, facts, facts.payments.last), policy.rounding), 0       # RES-2
    # RES-3, RES-4, R-MONTHLY-FEE. OPEN-10: a rate of 0 (azure 2020-02 and later) stays this row.
    credit = pro_rated(facts, lower_price(policy, facts, facts.payments.last), policy.rounding)
    number, ten = ratio(policy.fee_rate)
    return "pro-rated-less-fee", credit, divide(credit * number, ten, policy.rounding)  # R-FEE, R-ROUND


def remaining_commitment(policy, facts):
    """PAY-3"""
    return part(facts, facts.payments.unpaid, policy.rounding)


# ------------------------------------------------------------------------------------------------ the quote


def obstacles_to_refund(policy, facts):
    """OPEN-11: where several hold, the reason is the first of this order; `obstacles` lists all of them."""
    found = []
    if facts.day >= facts.end:
        found.append("term-ended")                                                      # R-ENDED
    if facts.product is not None and facts.product in policy.non_returnable:
        found.append("not-returnable")                                                  # RES-11
    if facts.day - facts.purchased == policy.day_without_row:
        found.append("undefined-by-text")                                               # partner-center 2018-10
    return found


def denied_refund(reasons, days):
    return {"allowed": False, "reason": reasons[0], "row": None, "days": days, "credit": None, "fee": None,
            "refundable": None, "refund": None, "withheld": None, "consumedAfter": None, "obstacles": reasons}


def quote(policy, facts, consumed):
    """One cancellation -> (answer, what it uses of the limit in cents)."""
    if policy.fee_rate is None:
        raise InputError("policy.feeRate", "a rate: this text leaves the fee unstated")  # OPEN-14: for every row
    if policy.limit is not None and facts.rate is None:
        raise InputError("usdRate", "USD per unit", "missing-field")                    # R-FX: never a guess
    days = days_of(facts.purchased, facts.end, facts.day)
    reasons = obstacles_to_refund(policy, facts)
    if reasons:
        return denied_refund(reasons, days), 0
    row, credit, fee = row_credit_fee(policy, facts)
    commitment = remaining_commitment(policy, facts)
    refundable = refund = credit - fee                                                  # RES-6
    digits = facts.digits
    cancelled = {"remainingCommitment": decimal(commitment, digits), "canceledCommitment": decimal(credit + commitment, digits)}
    uses = 0
    consumed_after = None                                                               # OPEN-15: null without a limit
    if policy.limit is not None:                                                        # RES-5, on every row
        left = max(0, policy.limit - consumed)
        counts_refund = policy.limit_counts == "refund"
        counted = refundable if counts_refund else credit + commitment                  # R-COUNTS, PAY-6, R-COMMIT
        if counts_refund and facts.pricing_refund is not None and fee == 0:             # R-PRICING: the service knows no fee
            fitting, uses = facts.pricing_refund <= left, facts.pricing_refund
        else:
            fitting, uses = fits(counted, digits, facts.rate, left), in_cents(counted, digits, facts.rate)
        if not fitting:                                                                 # R-OVER
            if policy.over_limit == "refuse":
                return {**denied_refund(["limit-exceeded"], days), **cancelled}, 0
            refund = min(refundable, most_that_fits(digits, facts.rate, left))
            uses = in_cents(refund, digits, facts.rate)
        consumed_after = decimal(consumed + uses, 2)
    return {
        "allowed": True, "reason": None, "row": row, "days": days,
        "credit": decimal(credit, digits), "fee": decimal(fee, digits), "refundable": decimal(refundable, digits),
        "refund": decimal(refund, digits), "withheld": decimal(refundable - refund, digits),
        "consumedAfter": consumed_after,
        **plan_and_quantity(facts), **cancelled,
        "notes": notes(policy, facts),
        "currentPriceAssumed": policy.price_basis == "lower" and facts.current_price is None,       # monthly.md 11
    }, uses


def plan_and_quantity(facts):
    """monthly.md 5. OPEN-28: an upfront payment has neither instalment nor count."""
    paid, digits = facts.payments, facts.digits
    answer = {"billingPlan": "Monthly" if paid.monthly else "Upfront", "quantity": facts.quantity,
              "quantityToReturn": facts.returned, "paid": decimal(paid.paid, digits), "instalment": None,
              "completedTransactions": None, "period": None}
    if paid.monthly:
        days, remaining = paid.until - paid.since, max(0, paid.until - facts.day)
        answer["instalment"] = decimal(paid.last, digits)
        answer["completedTransactions"] = paid.made
        answer["period"] = {"from": date.fromordinal(paid.since).isoformat(), "to": date.fromordinal(paid.until).isoformat(),
                            "days": days, "used": days - remaining, "remaining": remaining}
    return answer


def notes(policy, facts):
    found = []
    if facts.payments.monthly and not policy.knows_monthly:
        found.append("plan-not-in-text")                                                # R-MONTHLY-FEE
    if facts.payments.estimated:
        found.append("commitment-estimated")                                            # R-RATE
    return found


# ------------------------------------------------------------------------------------------------ questions

ANSWERED_IN_0_1 = ("allowed", "reason", "row", "days", "credit", "fee", "refundable", "refund", "withheld", "consumedAfter",
                   "obstacles")


def as_in_0_1(answer):
    """The fields that the library of 0.1.0 answers too."""
    return {field: answer[field] for field in ANSWERED_IN_0_1 if field in answer}


def ask_refund(asked):
    facts = refund_facts(asked["request"])
    return as_in_0_1(quote(policy_of(asked.get("policy")), facts, facts.consumed)[0])


def ask_monthly_refund(asked):
    facts = refund_facts(asked["request"], MONTHLY_REFUND_FIELDS)
    return quote(policy_of(asked.get("policy")), facts, facts.consumed)[0]


def ask_version_refund(asked):
    """today.md 1: a version by its name, or the one of a source that is in force on the day of cancellation."""
    facts = refund_facts(asked["request"])
    version, superseded_by = version_asked(asked.get("policy"), facts.day)
    answer = as_in_0_1(quote(published(version), facts, facts.consumed)[0])
    return {**answer, "policy": version, "supersededBy": superseded_by}
