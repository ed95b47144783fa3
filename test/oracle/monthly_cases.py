"""Random cases of monthly.md: plans, quantities, payment schedules, exchanges of several; see cases.py."""
from days import TERM_MONTHS, due_day, payments_due, term_end, utc_day
from draw import (CURRENCIES, EVEN, FEE_RATES, FIRST, LAST, PRODUCTS, RATES, TERMS, YEAR_ENDS, amount, purchase_day, text, tied,
                  written)
from exchanges import MOST_ITEMS, credit_of, exchanged_facts
from money import DIGITS, decimal, divide
from payments import LARGEST_COUNT
from policies import DEFAULT_POLICY, EVERY_POLICY, NEVER_MONTHLY, SERVICE, policy_of, product_key
from refunds import MONTHLY_REFUND_FIELDS, refund_facts, remaining_commitment, row_credit_fee

# ------------------------------------------------------------------------------------------------ what is drawn from

LATE_DAYS = [day for day in range(FIRST, LAST) if text(day)[8:] >= "29"]
STATED = [name for name, policy in EVERY_POLICY.items() if policy.fee_rate is not None]
# The exchange rule of 2027-02 (savings plans) is another question.
EXCHANGING = [name for name in STATED if not name.endswith("2027-02")]
AZURE = [name for name in EXCHANGING if name.startswith("azure-20")]
QUANTITIES = [1] * 8 + [2, 2, 3, 3, 3, 4, 5, 6, 7, 8, 9, 10, 10, 12, 32, 64, 99, 100, 1000, 999_983]
PAID_MONTHLY = [product for product in PRODUCTS if product_key(product) not in NEVER_MONTHLY]


def policy_for(draw, published):
    kind = draw.random()
    if kind < 0.30:
        return SERVICE
    if kind < 0.40:
        return DEFAULT_POLICY
    if kind < 0.60:
        return draw.one_of(AZURE)
    if kind < 0.75:
        return draw.one_of(published)
    return changed_policy(draw, published)


def changed_policy(draw, published):
    base = draw.one_of(published)
    window = EVERY_POLICY[base].window_days
    policy = {"base": base, "rounding": draw.one_of(("half-even", "half-up", "down")),
              "priceBasis": draw.one_of(("paid", "lower"))}
    if draw.chance(0.5):
        window = draw.one_of((None, 0, 1, 4, 5, 6, 7, 27))          # no second payment is due before day 28
        policy |= {"windowDays": window, "fullCreditWhenUnused": draw.chance(0.6), "dayWithoutRow": None}
    policy["exchangeWindow"] = "pro-rated" if window is None else draw.one_of(("pro-rated", "full"))
    if draw.chance(0.5):
        policy["feeRate"] = draw.one_of(FEE_RATES)
    if draw.chance(0.3):
        policy |= {"nonReturnable": [draw.one_of(PRODUCTS)], "nonExchangeable": [draw.one_of(PRODUCTS)]}
    if draw.chance(0.2):
        policy["exchangeMinimum"] = "none"
    if draw.chance(0.1):
        policy["limitUsd"], policy["limitWindow"] = None, "none"
    else:
        policy["limitUsd"] = draw.one_of(("50000", "50000.00", "1000", "0.01", "0", "123456.78"))
        policy["limitWindow"] = draw.one_of(("365-days", "calendar-year"))
    policy["limitCounts"], policy["overLimit"] = draw.one_of(
        (("refund", "clip"), ("refund", "refuse"), ("canceled-commitment", "refuse")))
    return policy


# ------------------------------------------------------------------------------------------------ days


def bought(draw):
    """(purchase day, term), month ends very often."""
    if draw.chance(0.15):
        return draw.one_of(EVEN)
    return draw.one_of(LATE_DAYS) if draw.chance(0.5) else purchase_day(draw), draw.one_of(TERMS)


def day_in_term(draw, purchased, term):
    """In the window, around a due day, around the term's end, or anywhere."""
    end, kind = term_end(purchased, term), draw.random()
    if kind < 0.20:
        return purchased + draw.between(0, 8)
    if kind < 0.60:
        return max(purchased, due_day(purchased, draw.below(TERM_MONTHS[term])) + draw.between(-1, 1))
    if kind < 0.70:
        return end + draw.between(-2, 1)
    return draw.between(purchased, end - 1)


def bought_before(draw, day):
    """(purchase day, term) of a reservation that is given back on the day."""
    term, kind = draw.one_of(TERMS), draw.random()
    months = draw.below(TERM_MONTHS[term])
    if kind < 0.35:
        return day - draw.between(0, 8), term
    if kind < 0.75:
        purchased = min(day, due_day(day, -months) + draw.between(-1, 3))
        return purchased, term
    if kind < 0.80:
        return due_day(day, -TERM_MONTHS[term]) + draw.between(-1, 2), term
    return day - draw.below(364), term


# ------------------------------------------------------------------------------------------------ what was paid


def reservation(draw, currency, purchased, term, day):
    """A returned reservation, as a request states it."""
    digits, months, end = DIGITS[currency], TERM_MONTHS[term], term_end(purchased, term)
    quantity = draw.one_of(QUANTITIES) if draw.chance(0.99) else LARGEST_COUNT - draw.below(5)
    returned = quantity if draw.chance(0.25) else draw.between(1, quantity)
    request = {"currency": currency, "term": term, "purchasedOn": text(purchased)}
    if quantity > 1 or draw.chance(0.1):
        request["quantity"] = quantity
    if returned < quantity or draw.chance(0.3):
        request["quantityToReturn"] = returned

    monthly = draw.chance(0.75)
    if monthly:
        due = payments_due(purchased, day, months)
        made = draw.between(1, due) if draw.chance(0.25) else due
        since, until, unpaid = due_day(purchased, made - 1), due_day(purchased, made), months - made
    else:
        since, until, unpaid = purchased, end, 0
    if draw.chance(0.15):
        price = tied(draw, returned * unpaid, quantity)             # a commitment of exactly half a minor unit
    elif draw.chance(0.5):
        price = tied(draw, returned * max(0, until - day), quantity * (until - since))
    else:
        price = amount(draw)
    if price >= 10 ** (14 + digits):
        price = draw.between(1, 10**8)
    price = written(draw, price, digits)

    if not monthly:
        request["paid"] = price
        if draw.chance(0.3):
            request["billingPlan"] = "Upfront"
    else:
        request["billingPlan"] = "Monthly"
        if draw.chance(0.25):
            request["paymentSchedule"] = schedule(draw, currency, price, purchased, term, day)
        else:
            request["instalment"] = price
            if made < due or draw.chance(0.2):
                request["completedTransactions"] = made
    if draw.chance(0.3):
        current = int(price.replace(".", "")) + draw.between(-2, 2)
        request["currentPrice"] = draw.one_of((price, "0", decimal(max(0, current), digits), written(draw, amount(draw), digits)))
    if draw.chance(0.2):
        request["product"] = draw.one_of(PAID_MONTHLY if monthly else PRODUCTS)
    return request


def schedule(draw, currency, price, purchased, term, day):
    """One entry a payment, and more where a payment failed and was made again."""
    digits, months, end = DIGITS[currency], TERM_MONTHS[term], term_end(purchased, term)
    due = [due_day(purchased, number) for number in range(months)]
    shift = draw.between(1, 2) if draw.chance(0.15) else 0      # the vendor's own due days win
    if shift:
        due = [purchased] + [day_due + shift for day_due in due[1:]]
    varies, known_only, one_unknown = draw.chance(0.4), draw.chance(0.2), draw.chance(0.1)
    unmade = draw.random()
    entries = []
    for number, day_due in enumerate(due):
        status = "Succeeded" if day_due <= day else "Scheduled"
        last_due = day_due <= day and (number == months - 1 or due[number + 1] > day)
        if number and last_due and unmade < 0.15:
            status = draw.one_of(("Scheduled", "Failed", "Cancelled"))
        elif number and day_due <= day and draw.chance(0.03):
            status = "Failed"
        elif status == "Scheduled" and draw.chance(0.02):
            status = draw.one_of(("Succeeded", "Cancelled"))
        if number and status != "Succeeded" and (known_only or one_unknown and draw.chance(0.2)):
            units = None
        elif varies:
            units = decimal(max(0, int(price.replace(".", "")) + draw.between(-50, 50)), digits)
        else:
            units = price
        if draw.chance(0.04):
            for _ in range(draw.between(1, 2)):
                entries.append(entry(currency, None if draw.chance(0.5) else units, day_due, draw.one_of(("Failed", "Cancelled"))))
        elif number and not shift and status == "Succeeded" and day_due <= day and draw.chance(0.03):
            # Made some days after it failed.
            entries.append(entry(currency, units, day_due, "Failed"))
            day_due = min(day, day_due + draw.between(1, 5))
        entries.append(entry(currency, units, day_due, status))
    return entries


def entry(currency, units, day_due, status):
    written_entry = {"dueDate": text(day_due), "status": status}
    if units is not None:
        written_entry["billingCurrencyTotal"] = {"currencyCode": currency, "amount": units}
    return written_entry


# ------------------------------------------------------------------------------------------------ refunds


def refund_case(draw):
    asked = policy_for(draw, STATED)
    purchased, term = bought(draw)
    day = day_in_term(draw, purchased, term)
    request = refund_request(draw, policy_of(asked), purchased, term, day)
    return {"ask": "monthly-refund", "policy": asked, "request": request}


def refund_request(draw, policy, purchased, term, day):
    currency = draw.one_of(CURRENCIES)
    request = reservation(draw, currency, purchased, term, day)
    request |= {"canceledOn": text(day), "used": draw.chance(0.5)}
    if currency != "USD":
        request["usdRate"] = draw.one_of(RATES[DIGITS[currency]])
    if policy.limit is not None:
        consumed = consumed_and_counted(draw, policy, request)
        if consumed:
            request["consumedRefunds"] = decimal(consumed, 2)
    return request


def consumed_and_counted(draw, policy, request):
    """Nothing, something, all; or what leaves just the room that this cancellation needs, a cent more or less."""
    facts = refund_facts(request, MONTHLY_REFUND_FIELDS)
    if facts.day >= facts.end:
        return 0
    _, credit, fee = row_credit_fee(policy, facts)
    commitment = policy.limit_counts == "canceled-commitment"
    counted = credit + remaining_commitment(policy, facts) if commitment else credit - fee
    number, ten = facts.rate
    cents = divide(counted * number * 100, ten * 10**facts.digits, "half-even")
    if facts.currency != "USD" and not commitment and cents < 10**15 and draw.chance(0.3):
        cents = max(0, cents + draw.between(-1, 1))     # R-PRICING: up to 0.01 apart
        request["pricingRefund"] = decimal(cents, 2)
    kind = draw.random()
    if kind < 0.30:
        return 0
    if kind < 0.45:
        return draw.below(policy.limit + 1)
    if kind < 0.50:
        return max(0, policy.limit + draw.between(-2, 2))
    room = cents + draw.between(-1, 1)
    return policy.limit - room if 0 <= room <= policy.limit else draw.below(policy.limit + 1)


GAPS = [0, 0, 1, 30, 182, 183, 363, 364, 364, 365, 365, 366]


def settle_case(draw):
    """Up to ten cancellations of up to two customers, at distances around the 365 days of the limit, some asked again."""
    asked = policy_for(draw, STATED)
    if isinstance(asked, dict) and asked.get("limitUsd") is not None:
        asked["limitUsd"] = "50000"                     # a smaller limit would be used up at once
    customers = ["c1", "c2"][:draw.between(1, 2)]
    day = draw.one_of(YEAR_ENDS) if draw.chance(0.4) else draw.between(FIRST, LAST)
    policy, requests = policy_of(asked), []
    for number in range(draw.between(2, 10)):
        if requests and draw.chance(0.15):
            requests.append(draw.one_of([request for request in requests if request["canceledOn"] >= text(day - 364)]))
            continue
        day += draw.one_of(GAPS)
        request = refund_request(draw, policy, *bought_before(draw, day), day)
        request.pop("consumedRefunds", None)
        requests.append({"id": f"r{number}", "customerId": draw.one_of(customers), **request})
    return {"ask": "monthly-settle", "policy": asked, "customers": customers, "requests": requests}


# ------------------------------------------------------------------------------------------------ exchanges


def returned_item(draw, policy, currency, purchased, term, day):
    item = reservation(draw, currency, purchased, term, day)
    if policy.exchange_window == "full" or draw.chance(0.3):
        item["used"] = draw.chance(0.4)
    facts = exchanged_facts(item, day, policy)
    return item, credit_of(policy, facts) + remaining_commitment(policy, facts)


def exchange_case(draw):
    """One reservation for one price."""
    asked = policy_for(draw, EXCHANGING)
    purchased, term = bought(draw)
    day, currency = day_in_term(draw, purchased, term), draw.one_of(CURRENCIES)
    request, refund = returned_item(draw, policy_of(asked), currency, purchased, term, day)
    price = max(0, refund + draw.between(-1, 1)) if draw.chance(0.6) else amount(draw)
    if price >= 10 ** (15 + DIGITS[currency]):
        price = amount(draw)
    request |= {"exchangedOn": text(day), "newPrice": written(draw, price, DIGITS[currency])}
    return {"ask": "monthly-exchange", "policy": asked, "request": request}


def several_case(draw):
    asked = policy_for(draw, EXCHANGING)
    policy, currency, day = policy_of(asked), draw.one_of(CURRENCIES), draw.between(FIRST, LAST)
    if draw.chance(0.4):
        day = draw.one_of(LATE_DAYS)
    items = [returned_item(draw, policy, currency, *bought_before(draw, day), day) for _ in range(how_many(draw))]
    refund = sum(part for _, part in items)
    purchases = [purchase(draw, currency) for _ in range(max(0, how_many(draw) - 2))]
    rest = refund - sum(total for _, total in purchases) + draw.between(-1, 1)
    if 0 <= rest < 10 ** (15 + DIGITS[currency]) and draw.chance(0.6):
        purchases.append(({"price": written(draw, rest, DIGITS[currency])}, rest))      # equal, or a minor unit apart
    if not purchases or draw.chance(0.5):
        purchases.append(purchase(draw, currency))
    request = {"exchangedOn": text(day), "reservationsToExchange": [item for item, _ in items],
               "reservationsToPurchase": [item for item, _ in purchases]}
    return {"ask": "exchange-of-several", "policy": asked, "request": request}


def how_many(draw):
    return draw.one_of((1, 1, 2, 2, 2, 3, 3, 4, 5)) if draw.chance(0.99) else MOST_ITEMS


def purchase(draw, currency):
    """(what is bought, its lifetime total)"""
    digits, units = DIGITS[currency], draw.between(0, 10**7)
    item = {"currency": currency} if draw.chance(0.3) else {}
    if draw.chance(0.5):
        return {"price": written(draw, units, digits), **item}, units
    term = draw.one_of(TERMS)
    return {"instalment": written(draw, units, digits), "term": term, **item}, units * TERM_MONTHS[term]


# ------------------------------------------------------------------------------------------------ malformed on purpose

NOT_COUNTS = (0, -1, 1.5, "3", 2**53, True)
SOLD_UPFRONT_ONLY = [product for product in PRODUCTS if product_key(product) in NEVER_MONTHLY]


def price_of(request):
    for field in ("paid", "instalment"):
        if field in request:
            return request[field]
    return next(one["billingCurrencyTotal"]["amount"] for one in request["paymentSchedule"] if "billingCurrencyTotal" in one)


def made_upfront(request):
    price = price_of(request)
    for field in ("billingPlan", "instalment", "paymentSchedule", "completedTransactions"):
        request.pop(field, None)
    request["paid"] = price


def made_monthly(request):
    price = price_of(request)
    for field in ("paid", "paymentSchedule", "completedTransactions", "product"):
        request.pop(field, None)
    request |= {"billingPlan": "Monthly", "instalment": price}


def made_scheduled(draw, request, day):
    made_monthly(request)
    purchased = utc_day(request["purchasedOn"])
    request["paymentSchedule"] = schedule(draw, request["currency"], request.pop("instalment"), purchased, request["term"], day)
    return request["paymentSchedule"]




def spoil_reservation(draw, request, day):
    """One fact of a reservation made malformed, in the ways of monthly.md 7 and 11."""
    kind = draw.below(15)
    if kind == 0:
        request["quantity"] = draw.one_of(NOT_COUNTS)
        request.pop("quantityToReturn", None)
    elif kind == 1:
        request["quantityToReturn"] = draw.one_of(NOT_COUNTS)
    elif kind == 2:
        made_monthly(request)
        request["completedTransactions"] = draw.one_of(NOT_COUNTS)
    elif kind == 3:
        request["quantity"] = draw.between(1, 10)
        request["quantityToReturn"] = request["quantity"] + draw.between(1, 3)
    elif kind == 4:
        made_upfront(request)
        request["instalment"] = "1"
    elif kind == 5:
        made_monthly(request)
        request["paid"] = "1"
    elif kind == 6:
        made_upfront(request)
        del request["paid"]
    elif kind == 7:
        made_monthly(request)
        del request["instalment"]
    elif kind == 8:
        made_monthly(request)
        due = payments_due(utc_day(request["purchasedOn"]), day, TERM_MONTHS[request["term"]])
        request["completedTransactions"] = due + draw.one_of((1, 1, 2, 60))
    elif kind == 9:
        made_monthly(request)
        request["product"] = draw.one_of(SOLD_UPFRONT_ONLY)
    elif kind == 10:
        entries = made_scheduled(draw, request, day)
        if draw.chance(0.5):
            entries.append(entries[-1])
            entries[-2] |= {"status": "Scheduled"}
        else:
            request["paymentSchedule"] = entries[:len(entries) // 2]
    elif kind == 11:
        entries = made_scheduled(draw, request, day)
        entries[0], entries[-1] = entries[-1], entries[0]
    elif kind == 12:
        entries = made_scheduled(draw, request, day)
        first = entries[0]["dueDate"]
        for one in entries:
            if one["dueDate"] == first:
                one["dueDate"] = text(utc_day(first) + 1)
    elif kind == 13:
        entries = made_scheduled(draw, request, day)
        for one in entries:
            one["status"] = "Scheduled" if one["status"] == "Succeeded" else one["status"]
    else:
        entries = made_scheduled(draw, request, day)
        one = draw.one_of(entries)
        if draw.chance(0.3):
            one["status"] = draw.one_of(("succeeded", "Paid", ""))
        else:
            other = "EUR" if request["currency"] != "EUR" else "USD"
            one["billingCurrencyTotal"] = {"currencyCode": other, "amount": "1"}


def spoiled_refund(draw, case):
    spoil_reservation(draw, case["request"], utc_day(case["request"]["canceledOn"]))
    return case


def spoiled_exchange(draw, case):
    spoil_reservation(draw, case["request"], utc_day(case["request"]["exchangedOn"]))
    return case


def spoiled_several(draw, case):
    request, kind = case["request"], draw.below(8)
    items, purchases = request["reservationsToExchange"], request["reservationsToPurchase"]
    currency = items[0]["currency"]
    other = "EUR" if DIGITS[currency] == 2 and currency != "EUR" else {0: "XAF", 2: "NOK", 3: "LYD"}[DIGITS[currency]]
    if kind == 0:
        request["reservationsToExchange"] = [items[0]] * (MOST_ITEMS + 1)
    elif kind == 1:
        request["reservationsToPurchase"] = [purchases[0]] * (MOST_ITEMS + 1)
    elif kind == 2:
        del request[draw.one_of(("reservationsToExchange", "reservationsToPurchase"))]
    elif kind == 3:
        draw.one_of(purchases)["currency"] = other
    elif kind == 4:
        stranger = {"paid": "1", "currency": other, "term": "P1Y", "purchasedOn": request["exchangedOn"], "used": False}
        items.append(stranger) if len(items) < MOST_ITEMS else items.__setitem__(-1, stranger)
    else:
        spoil_reservation(draw, draw.one_of(items), utc_day(request["exchangedOn"]))
    return case


MIX = [("monthly-refund", refund_case, 70), ("monthly-exchange", exchange_case, 10), ("exchange-of-several", several_case, 15),
       ("monthly-settle", settle_case, 5)]
SPOIL = {"monthly-refund": spoiled_refund, "monthly-exchange": spoiled_exchange, "exchange-of-several": spoiled_several}
