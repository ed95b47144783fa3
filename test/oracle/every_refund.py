"""Every day of every term, used and unused, under every published policy that states a fee, for prices that make ties.

    python3 every_refund.py | wc -l                           # more than a million
"""
from days import calendar_day, term_end
from cases import encode
from draw import text
from policies import POLICIES

PURCHASES = ["2024-02-29", "2025-01-01"]    # the first term ends early, on 28 February; the second is of 365 days
PRICES = ["0.00", "0.01", "0.05", "0.10", "1.00", "3.65", "182.50", "365.25", "12000.00", "54787.50", "99999.99", "999999999999.99"]

for policy in POLICIES:
    if POLICIES[policy].fee_rate is None:
        continue
    for purchased in PURCHASES:
        first = calendar_day(purchased)
        for term in ("P1Y", "P3Y", "P5Y"):
            for day in range(first, term_end(first, term) + 1):
                for used in (False, True):
                    for paid in PRICES:
                        request = {"paid": paid, "currency": "USD", "term": term, "purchasedOn": purchased,
                                   "canceledOn": text(day), "used": used}
                        print(encode({"ask": "refund", "policy": policy, "request": request}))
