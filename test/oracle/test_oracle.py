"""Every worked number of the rulebook, its boundaries at -1, 0, +1, and the arithmetic against `fractions`.

    python3 -m unittest -v test_oracle
"""
import json
import subprocess
import sys
import unittest
from calendar import monthrange
from collections import Counter
from datetime import date
from fractions import Fraction
from math import floor
from pathlib import Path

import cases
import oracle
from days import term_end
from money import DIGITS, minor_units
from policies import DEFAULT_POLICY, POLICIES, policy_of
from refunds import refund_facts

HERE = Path(__file__).parent


def ask(kind, policy=DEFAULT_POLICY, /, **request):
    return oracle.answer_to(json.dumps({"ask": kind, "policy": policy, "request": request}))


def refund(canceled, used=True, policy=DEFAULT_POLICY, **changes):
    request = {"paid": "12000.00", "currency": "USD", "term": "P1Y", "purchasedOn": "2025-01-01", "canceledOn": canceled,
               "used": used, **changes}
    return ask("refund", policy, **request)


def exchange(day, new_price, policy=DEFAULT_POLICY, **changes):
    return ask("exchange", policy, **{"paid": "12000.00", "currency": "USD", "term": "P1Y", "purchasedOn": "2025-01-01",
                                      "exchangedOn": day, "newPrice": new_price, **changes})


def software(**changes):
    return ask("software", None, **{"kind": "subscription", "paid": "1200.00", "currency": "USD", "term": "P1Y",
                                    "purchasedOn": "2025-03-01", "canceledOn": "2025-04-30", **changes})


def link(as_of, downloads, **changes):
    return ask("link", None, issuedAt="2025-03-01T10:00:00Z", asOf=as_of, downloads=downloads, **changes)


def money(answer):
    return tuple(answer[field] for field in ("credit", "fee", "refundable", "refund", "withheld"))


def settle(requests, policy=DEFAULT_POLICY, customers=None):
    asked = {"ask": "settle", "policy": policy, "customers": customers, "requests": requests}
    return oracle.answer_to(json.dumps(asked))["refunds"]


def full_refund(day, paid, customer="c1", **changes):
    """Bought and cancelled unused on the same day: the refund is the price."""
    return {"customerId": customer, "paid": paid, "currency": "USD", "term": "P1Y", "purchasedOn": day, "canceledOn": day,
            "used": False, **changes}


class WorkedRefunds(unittest.TestCase):
    def test_the_table(self):
        table = """
            2025-01-01 no   0   365 12000.00 0.00    12000.00 full-credit
            2025-01-06 no   5   360 12000.00 0.00    12000.00 full-credit
            2025-01-06 yes  5   360 11835.62 0.00    11835.62 pro-rated
            2025-01-07 no   6   359 11802.74 1416.33 10386.41 pro-rated-less-fee
            2025-07-02 yes  182 183 6016.44  721.97  5294.47  pro-rated-less-fee
            2025-12-31 yes  364 1   32.88    3.95    28.93    pro-rated-less-fee"""
        for line in table.split("\n")[1:]:
            canceled, used, since, remaining, credit, fee, paid_out, row = line.split()
            with self.subTest(canceled=canceled, used=used):
                answer = refund(canceled, used == "yes")
                self.assertEqual(answer["days"], [int(since), 365, int(remaining)])
                self.assertEqual(money(answer), (credit, fee, paid_out, paid_out, "0.00"))
                self.assertEqual((answer["allowed"], answer["reason"], answer["row"]), (True, None, row))
                self.assertEqual(answer["consumedAfter"], paid_out)

    def test_the_term_end_is_refused(self):
        answer = refund("2026-01-01")
        self.assertEqual((answer["allowed"], answer["reason"], answer["days"]), (False, "term-ended", [365, 365, 0]))
        self.assertEqual(money(answer), (None,) * 5)

    def test_clipped_at_the_limit(self):
        answer = refund("2025-07-02", paid="120000.00")
        self.assertEqual(money(answer), ("60164.38", "7219.73", "52944.65", "50000.00", "2944.65"))
        self.assertEqual(answer["consumedAfter"], "50000.00")

    def test_clipped_at_what_is_left(self):
        answer = refund("2025-07-02", paid="120000.00", consumedRefunds="48000.00")
        self.assertEqual(money(answer)[3:], ("2000.00", "50944.65"))

    def test_the_vendors_day_count(self):
        answer = refund("2025-07-09", purchasedOn="2024-07-10")
        self.assertEqual(answer["days"][2], 1)

    def test_days_and_not_whole_months(self):
        by_months = refund("2025-07-02", paid="10000.00")
        self.assertNotEqual(by_months["credit"], "5000.00")
        self.assertEqual(by_months["credit"], "5013.70")

    def test_the_vendors_commitment_counts(self):
        answer = refund("2025-01-01", paid="1800.00", policy="azure-2020-07")
        self.assertEqual((answer["refund"], answer["consumedAfter"]), ("1800.00", "1800.00"))


class Readings(unittest.TestCase):
    def test_r_days_an_instant_becomes_its_utc_date(self):
        self.assertEqual(refund("2025-01-06T23:59:59.999999999Z")["days"][0], 5)
        self.assertEqual(refund("2025-01-06T23:30:00-05:00")["days"][0], 6)
        self.assertEqual(refund("2025-01-07T01:00:00+01:30")["days"][0], 5)

    def test_r_five(self):
        rows = [refund(f"2025-01-0{day}", False)["row"] for day in (5, 6, 7)]
        self.assertEqual(rows, ["full-credit", "full-credit", "pro-rated-less-fee"])

    def test_r_prorate_a_day_that_the_month_lacks(self):
        self.assertEqual(refund("2024-02-29", purchasedOn="2024-02-29")["days"], [0, 365, 365])
        self.assertEqual(refund("2024-02-28", purchasedOn="2024-02-28")["days"], [0, 366, 366])
        self.assertEqual(refund("2024-02-29", purchasedOn="2024-02-29", term="P3Y")["days"], [0, 1095, 1095])
        self.assertEqual(refund("2024-02-29", purchasedOn="2024-02-29", term="P5Y")["days"], [0, 1826, 1826])
        self.assertEqual(refund("1896-02-29", purchasedOn="1896-02-29", term="P5Y")["days"], [0, 1825, 1825])

    def test_r_prorate_the_term_end_by_months(self):
        for year in (1896, 1899, 1900, 2000, 2023, 2024, 2096):
            for day in range(date(year, 1, 1).toordinal(), date(year + 1, 1, 1).toordinal()):
                bought = date.fromordinal(day)
                for term, months in (("P1Y", 12), ("P3Y", 36), ("P5Y", 60)):
                    whole_years, month = divmod(bought.month - 1 + months, 12)
                    last = monthrange(bought.year + whole_years, month + 1)[1]
                    end = date(bought.year + whole_years, month + 1, min(bought.day, last))
                    self.assertEqual(term_end(day, term), end.toordinal())

    def test_r_round_half_even_on_the_credit(self):
        for paid, credit in (("0.01", "0.00"), ("0.03", "0.02"), ("0.05", "0.02"), ("0.07", "0.04")):
            answer = refund("2023-09-01", paid=paid, purchasedOn="2023-03-02")      # 183 of 366 days
            self.assertEqual((answer["days"], answer["credit"]), ([183, 366, 183], credit))

    def test_r_round_of_a_policy(self):
        for rounding, credit in (("half-even", "0.02"), ("half-up", "0.03"), ("down", "0.02")):
            answer = refund("2023-09-01", paid="0.05", purchasedOn="2023-03-02", policy={"rounding": rounding})
            self.assertEqual(answer["credit"], credit)

    def test_r_over_exactly_the_limit_fits(self):
        for consumed, refused in (("0.01", True), ("0.00", False)):
            for policy in ("azure-2020-07", {"overLimit": "refuse"}):
                answer = refund("2025-01-01", False, policy, paid="50000.00", consumedRefunds=consumed)
                self.assertEqual(answer["reason"], "limit-exceeded" if refused else None)

    def test_r_over_nothing_left(self):
        for consumed in ("50000", "50000.01"):
            answer = refund("2025-07-02", consumedRefunds=consumed)
            self.assertEqual((answer["allowed"], answer["refund"], answer["withheld"]), (True, "0.00", "5294.47"))

    def test_r_over_clipping_commitments_is_malformed(self):
        self.assertEqual(refund("2025-01-01", policy={"limitCounts": "canceled-commitment"})["error"], "input")

    def test_r_counts_the_commitment_and_not_the_refund(self):
        policy = {"base": "azure-2020-07", "feeRate": "0.12"}
        answer = refund("2025-07-02", policy=policy)
        self.assertEqual((answer["refund"], answer["consumedAfter"]), ("5294.47", "6016.44"))
        for consumed, reason in (("43983.56", None), ("43983.57", "limit-exceeded")):
            self.assertEqual(refund("2025-07-02", policy=policy, consumedRefunds=consumed)["reason"], reason)

    def test_r_fx(self):
        krw = dict(paid="100000000", currency="KRW")
        self.assertEqual(refund("2025-01-01", False, **krw)["error"], "input")
        answer = refund("2025-01-01", False, **krw, usdRate="0.0007")
        self.assertEqual(money(answer), ("100000000", "0", "100000000", "71428571", "28571429"))
        self.assertEqual(answer["consumedAfter"], "50000.00")          # 71428571 x 0.0007 = 49999.9997
        answer = refund("2025-01-01", False, paid="0.010", currency="KWD", usdRate="3.25")
        self.assertEqual((answer["refund"], answer["consumedAfter"]), ("0.010", "0.03"))
        for paid, used in (("1", "0.00"), ("3", "0.02"), ("5", "0.02")):
            self.assertEqual(refund("2025-01-01", False, paid=paid, currency="JPY", usdRate="0.005")["consumedAfter"], used)
        self.assertEqual(refund("2025-01-01", usdRate="1.0")["allowed"], True)
        self.assertEqual(refund("2025-01-01", usdRate="1.1")["error"], "input")

    def test_r_ended(self):
        self.assertEqual(refund("2025-12-31")["reason"], None)
        self.assertEqual(refund("2026-01-02")["reason"], "term-ended")
        self.assertEqual(refund("2024-12-31")["error"], "input")

    def test_res_11(self):
        for product in ("SUSE", "SUSE Linux", "Red Hat", "red-hat"):
            self.assertEqual(refund("2025-01-01", product=product)["reason"], "not-returnable")
        self.assertEqual(refund("2025-01-01", product="Databricks")["allowed"], True)
        self.assertEqual(refund("2025-01-01", product="Databricks", policy="azure-2020-07")["reason"], "not-returnable")

    def test_r_swap(self):
        self.assertEqual(exchange("2025-01-01", "12000.00")["netPayable"], "0.00")
        self.assertEqual(exchange("2025-01-06", "12000.00")["credit"], "11835.62")      # pro-rated inside of the window too
        for price, reason in (("6016.43", "purchase-below-credit"), ("6016.44", None), ("6016.45", None)):
            self.assertEqual(exchange("2025-07-02", price)["reason"], reason)
        self.assertEqual(exchange("2025-07-02", "200000.00", paid="120000.00")["credit"], "60164.38")   # no limit, no fee
        self.assertEqual(exchange("2025-07-02", "7000", product="SUSE")["reason"], "not-returnable")
        self.assertEqual(exchange("2026-01-01", "7000")["reason"], "term-ended")
        self.assertEqual(exchange("2025-07-02", "7000", newCurrency="EUR")["error"], "input")
        self.assertEqual(exchange("2025-07-02", "6000.00", policy={"exchangeMinimum": "none"})["netPayable"], "-16.44")


class PublishedVersions(unittest.TestCase):
    def test_2018_05_leaves_the_fee_to_the_caller(self):
        self.assertEqual(refund("2025-01-01", policy="partner-center 2018-05")["error"], "input")
        answer = refund("2025-01-01", False, {"base": "partner-center-2018-05", "feeRate": "0.12"})
        self.assertEqual((answer["row"], answer["fee"]), ("pro-rated-less-fee", "1440.00"))

    def test_2018_10_says_nothing_of_day_5(self):
        reasons = [refund(f"2025-01-0{day}", False, "partner-center-2018-10") for day in (5, 6, 7)]
        self.assertEqual([answer["row"] for answer in reasons], ["full-credit", None, "pro-rated-less-fee"])
        self.assertEqual([answer["reason"] for answer in reasons], [None, "undefined-by-text", None])

    def test_2018_11_has_5_or_fewer(self):
        self.assertEqual(refund("2025-01-06", False, "partner-center-2018-11")["row"], "full-credit")

    def test_azure_has_no_window_and_later_no_fee(self):
        self.assertEqual(refund("2025-01-01", False, "azure-2020-01")["refund"], "10560.00")
        self.assertEqual(refund("2025-01-01", False, "azure-2020-02")["refund"], "12000.00")

    def test_azure_2022_10(self):
        for policy, reason in (("azure-2020-07", None), ("azure-2022-10", "not-returnable")):
            self.assertEqual(refund("2025-01-01", policy=policy, product="Synapse pre-purchase")["reason"], reason)


class Settling(unittest.TestCase):
    def test_r_year_given_back_on_day_365(self):
        for later, paid_out in (("2025-12-31", "0.00"), ("2026-01-01", "10.00"), ("2026-01-02", "10.00")):
            answers = settle([full_refund("2025-01-01", "50000.00"), full_refund(later, "10.00")])
            self.assertEqual([answer["refund"] for answer in answers], ["50000.00", paid_out])

    def test_r_year_by_calendar_year(self):
        answers = settle([full_refund("2025-12-31", "50000.00"), full_refund("2025-12-31", "1.00"),
                          full_refund("2026-01-01", "2.00")], {"limitWindow": "calendar-year"})
        self.assertEqual([answer["refund"] for answer in answers], ["50000.00", "0.00", "2.00"])

    def test_r_whose(self):
        answers = settle([full_refund("2025-01-01", "40000"), full_refund("2025-01-01", "40000", "c2"),
                          full_refund("2025-01-02", "40000")])
        self.assertEqual([answer["refund"] for answer in answers], ["40000.00", "40000.00", "10000.00"])
        self.assertEqual([answer["consumedBefore"] for answer in answers], ["0.00", "0.00", "40000.00"])

    def test_a_repeat_counts_nothing(self):
        first = full_refund("2025-01-01", "30000", id="r1")
        answers = settle([first, full_refund("2025-02-01", "15000", id="r2"), first, full_refund("2025-02-01", "9000")])
        self.assertEqual(answers[0], answers[2])
        self.assertEqual([answer["refund"] for answer in answers], ["30000.00", "15000.00", "30000.00", "5000.00"])
        self.assertEqual(settle([first, {**first, "paid": "1"}])[1]["error"], "input")

    def test_a_refusal_moves_nothing(self):
        ended = full_refund("2026-01-01", "30000", purchasedOn="2025-01-01")
        answers = settle([ended, full_refund("2026-01-01", "50000")])
        self.assertEqual([answer["reason"] for answer in answers], ["term-ended", None])
        self.assertEqual(answers[1]["refund"], "50000.00")

    def test_an_opened_ledger(self):
        opened = {"c1": [{"on": "2024-12-31", "usd": "49000"}]}
        self.assertEqual(settle([full_refund("2025-01-01", "5000")], customers=opened)[0]["refund"], "1000.00")


class Software(unittest.TestCase):
    def test_worked(self):
        answer = software()
        self.assertEqual((answer["allowed"], answer["lastDay"], answer["daysLeft"], answer["credit"]),
                         (True, "2025-04-30", 0, "1002.74"))
        self.assertEqual(software(canceledOn="2025-05-01")["reason"], "window-passed")
        self.assertEqual(software(canceledOn="2025-04-29")["daysLeft"], 1)

    def test_perpetual_is_credited_whole(self):
        self.assertEqual(software(kind="perpetual")["credit"], "1200.00")

    def test_refusals(self):
        order = {"domain": "example.com", "productName": "Windows Server", "orderId": "1", "acknowledged": True}
        self.assertEqual(software(product="SUSE Linux")["allowed"], False)
        self.assertEqual(software(qualifies=False)["reason"], "not-eligible")
        self.assertEqual(software(roles=["global-admin"])["allowed"], False)
        self.assertEqual(software(roles=["admin-agent"], order=order)["allowed"], True)
        self.assertEqual(software(order={**order, "acknowledged": False})["reason"], "support-required")
        self.assertEqual(software(canceledOn="2025-02-28")["error"], "input")

    def test_links(self):
        self.assertEqual(link("2025-03-15T09:59:59.999Z", 49)["state"], "active")
        self.assertEqual(link("2025-03-15T10:00:00.000Z", 49)["state"], "expired")
        self.assertEqual(link("2025-03-01T10:00:00Z", 50)["state"], "expired")
        self.assertEqual(link("2025-03-01T10:00:00Z", 49), {"state": "active", "expiresAt": "2025-03-15T10:00:00.000Z",
                                                            "downloadsLeft": 1})
        self.assertEqual(link("2025-03-01T09:59:59.999999999Z", 0)["error"], "input")
        self.assertEqual(link("2025-03-02T10:00:00Z", 0, revoked=True)["state"], "revoked")


class MarketsAndRoles(unittest.TestCase):
    def test_the_counts(self):
        self.assertEqual(len(oracle.UNAVAILABLE), 109)
        self.assertEqual(len(oracle.UNAVAILABLE_CODES), 106)
        self.assertEqual(len(oracle.MARKET_CODES), 250)
        self.assertEqual(len(oracle.MARKET_CODES - oracle.UNAVAILABLE_CODES), 144)
        self.assertLess(oracle.UNAVAILABLE_CODES, oracle.MARKET_CODES)

    def test_markets(self):
        def market(code):
            return oracle.answer_to(json.dumps({"ask": "market", "code": code}))
        for code in ("CN", "XK", "SX", "MF", "CG", "CD", "SZ", "RE", "SH", "UM", "BQ", "SJ"):
            self.assertEqual(market(code), {"available": False, "newest": False})
        for code in ("KR", "HK", "MO", "TW", "us"):
            self.assertEqual(market(code), {"available": True, "newest": True})
        for code in ("UK", "ZZ", "", "constructor", None):
            self.assertEqual(market(code)["error"], "input")

    def test_roles(self):
        def access(roles, action):
            return oracle.answer_to(json.dumps({"ask": "access", "roles": roles, "action": action}))
        self.assertEqual(len(oracle.MATRIX) * len(oracle.ROLES), 189)
        self.assertEqual(sum(access([role], action)["allowed"] for role in oracle.ROLES for action in oracle.MATRIX), 56)
        self.assertEqual(access(["admin-agent"], "software-activity.view"), {"allowed": False})
        self.assertEqual(access(["global-admin"], "software.cancel"), {"allowed": False})
        self.assertEqual(access(["global-admin", "admin-agent"], "software.cancel"), {"allowed": True})
        self.assertEqual(access([], "software.buy"), {"allowed": False})
        self.assertEqual(access(["owner"], "software.buy")["error"], "input")
        self.assertEqual(access(["admin-agent"], "toString")["error"], "input")


class AgainstFractions(unittest.TestCase):
    """The same refunds once more, by rational numbers and nothing else, on generated cases."""

    ROUND = {"half-even": round, "half-up": lambda x: floor(x + Fraction(1, 2)), "down": floor}

    def test_the_arithmetic(self):
        compared = 0
        for case in cases.cases(seed=7, count=20_000, kinds="refund"):
            answer = oracle.answer_to(json.dumps(case))
            if not answer["allowed"] and answer["reason"] != "limit-exceeded":
                continue
            compared += 1
            policy, request = policy_of(case["policy"]), case["request"]
            whole = self.ROUND[policy.rounding]
            unit = Fraction(1, 10 ** DIGITS[request["currency"]])
            since, term, remaining = answer["days"]
            paid, rate = Fraction(request["paid"]), Fraction(request.get("usdRate", "1"))
            in_window = policy.window_days is not None and since <= policy.window_days
            credit = whole(paid * remaining / term / unit) * unit
            if in_window and policy.full_credit_when_unused and not request["used"]:
                credit = paid
            fee = 0 if in_window else whole(credit * Fraction(policy.fee_rate) / unit) * unit
            refundable = paid_out = credit - fee
            if policy.limit is not None:
                consumed = Fraction(request.get("consumedRefunds", "0"))
                left = max(Fraction(0), Fraction(policy.limit, 100) - consumed)
                commitment = policy.limit_counts == "canceled-commitment"
                over = (credit if commitment else refundable) * rate > left
                self.assertEqual(answer["reason"], "limit-exceeded" if over and policy.over_limit == "refuse" else None)
                if not answer["allowed"]:
                    continue
                paid_out = min(refundable, floor(left / rate / unit) * unit)
                used = Fraction(round((credit if commitment else paid_out) * rate * 100), 100)
                self.assertEqual(Fraction(answer["consumedAfter"]), consumed + used)
                self.assertLessEqual(used, left)
            got = [Fraction(amount) for amount in money(answer)]
            self.assertEqual(got, [credit, fee, refundable, paid_out, refundable - paid_out])
        self.assertGreater(compared, 15_000)


class Generator(unittest.TestCase):
    def test_the_same_seed_gives_the_same_cases_and_another_gives_others(self):
        self.assertEqual(list(cases.cases(3, 500)), list(cases.cases(3, 500)))
        self.assertNotEqual(list(cases.cases(3, 500)), list(cases.cases(4, 500)))

    def test_well_formed_unless_told(self):
        for case in cases.cases(seed=5, count=10_000):
            # Unknown names, days before the first version, and what is not known are drawn on purpose.
            if case["ask"] in ("market", "dated-access", "version-refund", "version-exchange", "software-version",
                               "software-vendor"):
                continue
            answer = oracle.answer_to(json.dumps(case))
            for one in answer.get("refunds", [answer]):
                self.assertNotIn("error", one, case)

    def test_malformed_when_told(self):
        for case in cases.cases(seed=5, count=2_000, kinds="refund", errors=100):
            self.assertIn("error", oracle.answer_to(json.dumps(case)), case)

    def test_the_hard_cases_are_often_there(self):
        seen = Counter()
        for case in cases.cases(seed=11, count=20_000, kinds="refund"):
            policy, request = policy_of(case["policy"]), case["request"]
            facts = refund_facts(request)
            answer = oracle.answer_to(json.dumps(case))
            since, term, remaining = answer["days"]
            seen[f"day {since}"] += since < 9
            seen[answer["reason"]] += 1
            seen["digits", facts.digits] += 1
            seen["leap day"] += "02-29" in request["purchasedOn"] or "02-29" in request["canceledOn"]
            seen["term end", facts.end - facts.day] += facts.end - facts.day in (1, 0)
            seen["15 digits"] += facts.payments.paid > 10**13
            seen[case["policy"] if isinstance(case["policy"], str) else case["policy"]["base"]] += 1
            if not answer["allowed"]:
                continue
            if answer["row"] != "full-credit":
                seen["credit tie"] += Fraction(2 * facts.payments.paid * remaining, term) % 2 == 1
            if answer["row"] == "pro-rated-less-fee":
                credit = minor_units(answer["credit"], facts.digits, "credit")
                seen["fee tie"] += 2 * credit * Fraction(policy.fee_rate) % 2 == 1
            if policy.limit is not None:
                refund = Fraction(answer["refund"]) * Fraction(request.get("usdRate", "1"))
                seen["cent tie"] += refund * 200 % 2 == 1
                seen["limit just met"] += Fraction(answer["consumedAfter"]) * 100 == policy.limit
                seen["withheld"] += Fraction(answer["withheld"]) > 0
        names = [f"day {day}" for day in (0, 4, 5, 6, 7)] + ["term-ended", "not-returnable", "undefined-by-text",
                 "limit-exceeded", "leap day", "15 digits", "credit tie", "fee tie", "cent tie", "limit just met", "withheld"]
        names += [("digits", digits) for digits in (0, 2, 3)] + [("term end", 1), ("term end", 0)] + list(POLICIES)
        for name in names:
            with self.subTest(name):
                self.assertGreater(seen[name], 100)     # of 20,000


class Lines(unittest.TestCase):
    def test_one_answer_a_line_in_order(self):
        lines = ['{"ask":"market","code":"KR"}', "not JSON", '{"ask":"market","code":"CN"}', '{"ask":"nothing"}']
        done = subprocess.run([sys.executable, HERE / "oracle.py"], input="\n".join(lines), capture_output=True, text=True,
                              check=True)
        answers = [json.loads(line) for line in done.stdout.splitlines()]
        self.assertEqual([answer.get("available") for answer in answers], [True, None, False, None])
        self.assertEqual([answer.get("error") for answer in answers], [None, "input", None, "input"])


if __name__ == "__main__":
    unittest.main()
