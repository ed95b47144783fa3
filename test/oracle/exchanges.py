"""Exchanges: RES-9 and R-SWAP of the rulebook, PAY-7 and `exchangeWindow` of monthly.md, the rule of 2027 of today.md 2."""

from datetime import date

from days import TERM_MONTHS, days_of
from inputs import InputError, only_fields
from money import DIGITS, decimal, minor_units
from payments import amount
from policies import policy_of, product_key, published, version_asked
from refunds import (LABELS, PLAN_AND_QUANTITY, WHAT_WAS_BOUGHT, currency_fact, day_fact, in_window, part, plan_and_quantity,
                     pro_rated, remaining_commitment, returned_facts, term_fact)

ITEM_FIELDS = WHAT_WAS_BOUGHT | PLAN_AND_QUANTITY | {"used", "savingsPlanEligible", "id", "meta"}
SINGLE_FIELDS = WHAT_WAS_BOUGHT | LABELS | {"exchangedOn", "newPrice", "newCurrency", "newProduct", "savingsPlanEligible"}
MONTHLY_SINGLE_FIELDS = SINGLE_FIELDS | PLAN_AND_QUANTITY | {"used"}
SEVERAL_FIELDS = LABELS | {"exchangedOn", "reservationsToExchange", "reservationsToPurchase"}
PURCHASE_FIELDS = frozenset(["price", "instalment", "term", "currency", "product"])
VERSION_FIELDS = MONTHLY_SINGLE_FIELDS | {"sku", "region", "newSku", "newRegion", "newTerm"}
MOST_ITEMS = 100
EXCHANGE_END = date(2027, 2, 1).toordinal()
# today.md 2: what is known of the services that savings plans cover.
COVERED = {"virtualmachines": True, "appservice": True, "sqldatabases": True, "avs": False}


def exchanged_facts(request, day, policy):
    """A returned item. It needs `used` only where a window asks for it (monthly.md 11)."""
    facts = returned_facts(request, day, "purchasedOn" if "exchangedOn" not in request else "exchangedOn")
    used = request.get("used")
    if used is not None and used.__class__ is not bool:
        raise InputError("used", "true or false")
    if used is None and policy.exchange_window == "full" and in_window(policy, facts):
        raise InputError("used", "true or false", "missing-field")
    facts.used = used
    facts.eligible = request.get("savingsPlanEligible")
    if facts.eligible is not None and facts.eligible.__class__ is not bool:
        raise InputError("savingsPlanEligible", "true or false")
    return facts


def covered(facts):
    """today.md 2: the caller says so, or else the library as far as it knows."""
    return COVERED.get(facts.product) if facts.eligible is None else facts.eligible


def bought_after_end(policy, facts):
    return policy.exchange_end is not None and facts.purchased >= policy.exchange_end


def need_coverage(policy, facts):
    """OPEN-30: asked for whenever the rule concerns the reservation, also where something else refuses the exchange."""
    if bought_after_end(policy, facts) and covered(facts) is None:
        raise InputError("savingsPlanEligible", "true or false", "missing-field")


def family_refusal(returned, bought):
    """today.md 2: the same product family, where both products are given."""
    families = {facts.product for facts in returned}
    if None in families or all(product is None or product in families for product in bought):
        return []
    return ["other-product-family"]


def credit_of(policy, facts):
    """R-SWAP: pro-rated on every day, unless the policy has its window for exchanges too. No fee, no limit, no current price."""
    unused = facts.used is False and policy.full_credit_when_unused
    if policy.exchange_window == "full" and unused and in_window(policy, facts):
        return part(facts, facts.payments.first, policy.rounding)
    return pro_rated(facts, facts.payments.last, policy.rounding)


def obstacles_to_exchange(facts, policy):
    found, barred = [], policy.non_exchangeable
    if facts.day >= facts.end:
        found.append("term-ended")                      # R-ENDED
    if facts.product is not None and facts.product in barred:
        found.append("not-returnable")                  # RES-11
    if bought_after_end(policy, facts) and covered(facts):
        found.append("covered-by-savings-plans")        # today.md 2
    return found


def spelled(name):
    """R-SWAP: case and spaces do not matter."""
    return None if name is None else "".join(name.split()).lower()


def same_reservation(request, term):
    """today.md 2, R-SWAP: for a different one, where SKU, region and term are given for both."""
    pairs = [(spelled(request.get(a)), spelled(request.get(b))) for a, b in (("sku", "newSku"), ("region", "newRegion"))]
    pairs.append((term, request.get("newTerm")))
    if any(None in pair for pair in pairs) or any(old != new for old, new in pairs):
        return []
    return ["same-reservation"]


def single(request, fields, policy):
    only_fields(request, fields)
    facts = exchanged_facts(request, day_fact(request, "exchangedOn"), policy)
    if request.get("newCurrency", facts.currency) != facts.currency:
        raise InputError("newCurrency", "the same currency")
    purchases = minor_units(request.get("newPrice"), facts.digits, "newPrice")
    new_product = product_fact(request, "newProduct")
    need_coverage(policy, facts)
    credit, commitment = credit_of(policy, facts), remaining_commitment(policy, facts)
    reasons = obstacles_to_exchange(facts, policy) + family_refusal([facts], [new_product])
    reasons += same_reservation(request, request.get("term"))
    if not reasons and below(policy, purchases, credit + commitment):
        reasons.append("purchase-below-credit")
    days = days_of(facts.purchased, facts.end, facts.day)
    if reasons:
        return {"allowed": False, "reason": reasons[0], "days": days, "credit": None, "netPayable": None,
                "obstacles": reasons}
    return {"allowed": True, "reason": None, "days": days, "credit": decimal(credit, facts.digits),
            **totals(purchases, credit + commitment, facts.digits),
            "returned": [returned_answer(facts, credit, commitment)], "purchases": [decimal(purchases, facts.digits)]}


def product_fact(request, field):
    product = request.get(field)
    return None if product is None else product_key(product)


def below(policy, purchases, refunds):
    """R-SWAP, PAY-7: equal passes."""
    return policy.exchange_minimum == "credit" and purchases < refunds


def totals(purchases, refunds, digits):
    """PAY-7. OPEN-17: with exchangeMinimum 'none' the difference may be negative."""
    return {"refundsTotal": decimal(refunds, digits), "purchasesTotal": decimal(purchases, digits),
            "netPayable": decimal(purchases - refunds, digits)}


def returned_answer(facts, credit, commitment):
    return {"days": days_of(facts.purchased, facts.end, facts.day), "credit": decimal(credit, facts.digits),
            "remainingCommitment": decimal(commitment, facts.digits), **plan_and_quantity(facts)}


def ask_exchange(asked):
    return as_in_0_1(single(asked["request"], SINGLE_FIELDS, policy_of(asked.get("policy"))))


def as_in_0_1(answer):
    return {field: answer[field] for field in ("allowed", "reason", "days", "credit", "netPayable", "obstacles")
            if field in answer}


def ask_monthly_exchange(asked):
    """today.md 2: what cannot be exchanged is a list of its own."""
    return single(asked["request"], MONTHLY_SINGLE_FIELDS, policy_of(asked.get("policy")))


def ask_version_exchange(asked):
    """today.md 1 and 2: a version by its name, or the one of a source that is in force on the day of the exchange."""
    request = asked["request"]
    day = day_fact(request, "exchangedOn")
    version, superseded_by = version_asked(asked.get("policy"), day)
    policy = published(version)
    answer = as_in_0_1(single(request, VERSION_FIELDS, policy))
    return {**answer, "policy": version, "supersededBy": superseded_by, "lastExchange": is_last(request, policy, day, answer),
            "ruleChangesOn": rule_change(request, version, day)}


def is_last(request, policy, day, answer):
    """What an exchange from the first day on yields cannot be exchanged again, if savings plans cover it.

    OPEN-36: or if nobody knows whether they do. The new one is of the same family, so that of the old one decides.
    """
    if not answer["allowed"] or policy.exchange_end is None or day < policy.exchange_end:
        return False
    return may_be_covered(request)


def may_be_covered(request):
    eligible = request.get("savingsPlanEligible")
    return COVERED.get(product_fact(request, "product"), True) if eligible is None else eligible


def rule_change(request, version, day):
    """The first day of the rule for exchanges, at most 90 days ahead; nobody announced one for what the service did.

    OPEN-37: nor where savings plans do not cover what is returned, because nothing changes for it.
    """
    first = may_be_covered(request) and EXCHANGE_END - 90 <= day < EXCHANGE_END
    return date.fromordinal(EXCHANGE_END).isoformat() if first and not version.startswith("azure-service") else None


# ------------------------------------------------------------------------------------------------ several at once


def items(request, field):
    found = request.get(field)
    if found is None:
        raise InputError(field, "a list", "missing-field")
    if not isinstance(found, list) or not found:
        raise InputError(field, "a list of at least one")
    if len(found) > MOST_ITEMS:
        raise InputError(field, f"at most {MOST_ITEMS}", "too-long")
    return found


def each(request, field, read):
    """Reads every item, and names its place in a fault."""
    answers = []
    for index, item in enumerate(items(request, field)):
        place = f"{field}[{index}]"
        if not isinstance(item, dict):
            raise InputError(place, "an object")
        try:
            answers.append(read(item))
        except InputError as fault:
            raise fault.inside(place) from None
    return answers


def lifetime_total(item, currency):
    """PAY-7: what a purchase costs over its whole term."""
    only_fields(item, PURCHASE_FIELDS)
    if item.get("currency") not in (None, currency):
        raise InputError("currency", currency, "other-currency")
    if item.get("instalment") is None:
        return amount(item, "price", DIGITS[currency])
    if item.get("price") is not None:
        raise InputError("instalment", "nothing: there is a price", "contradiction")
    return amount(item, "instalment", DIGITS[currency]) * TERM_MONTHS[term_fact(item)]


def ask_exchange_of_several(asked):
    """OPEN-29: one day for all; every returned item has its own currency, which must be the same."""
    policy = policy_of(asked.get("policy"))
    request = asked["request"]
    for field in SINGLE_FIELDS - LABELS - {"exchangedOn"}:
        if "reservationsToExchange" in request and field in request:
            raise InputError("reservationsToExchange", "either this or one reservation", "contradiction")
    only_fields(request, SEVERAL_FIELDS)
    day = day_fact(request, "exchangedOn")
    currency = None

    def returned_item(item):
        nonlocal currency
        only_fields(item, ITEM_FIELDS)
        if currency is not None and currency_fact(item) != currency:
            raise InputError("currency", currency, "other-currency")
        facts = exchanged_facts(item, day, policy)
        currency = facts.currency
        return facts

    exchanged = each(request, "reservationsToExchange", returned_item)
    purchases = each(request, "reservationsToPurchase", lambda item: lifetime_total(item, currency))
    bought = [product_fact(item, "product") for item in items(request, "reservationsToPurchase")]
    for index, facts in enumerate(exchanged):
        try:
            need_coverage(policy, facts)
        except InputError as fault:
            raise fault.inside(f"reservationsToExchange[{index}]") from None
    digits = DIGITS[currency]
    obstacles = [{"position": position, "reason": reason} for position, facts in enumerate(exchanged)
                 for reason in obstacles_to_exchange(facts, policy)]
    obstacles += [{"position": None, "reason": reason} for reason in family_refusal(exchanged, bought)]
    parts = [(facts, credit_of(policy, facts), remaining_commitment(policy, facts)) for facts in exchanged]
    refunds = sum(credit + commitment for _, credit, commitment in parts)
    if not obstacles and below(policy, sum(purchases), refunds):
        obstacles = [{"position": None, "reason": "purchase-below-credit"}]
    if obstacles:
        return {"allowed": False, "reason": obstacles[0]["reason"], "obstacles": obstacles}
    return {"allowed": True, "reason": None, **totals(sum(purchases), refunds, digits),
            "returned": [returned_answer(*item) for item in parts],
            "purchases": [decimal(price, digits) for price in purchases]}
