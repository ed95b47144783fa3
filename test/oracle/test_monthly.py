"""Every worked example and every recorded answer of monthly.md, its input errors, and the arithmetic against `fractions`.

    python3 -m unittest -v test_monthly
"""
import json
import unittest
from collections import Counter
from fractions import Fraction
from math import floor

import cases
import oracle
from days import due_day, payments_due, utc_day
from draw import text
from money import DIGITS, decimal
from policies import EVERY_POLICY, LATER_POLICIES, POLICIES, SERVICE, policy_of

AZURE = "azure-2024-12"


def ask(kind, policy, request):
    return oracle.answer_to(json.dumps({"ask": kind, "policy": policy, "request": request}))


def refund(bought, returned, policy=SERVICE, /, **changes):
    request = {"billingPlan": "Monthly", "instalment": "100.00", "currency": "USD", "term": "P1Y", "purchasedOn": bought,
               "canceledOn": returned, "used": False, **changes}
    return ask("monthly-refund", policy, request)


def upfront(bought, returned, policy=SERVICE, /, **changes):
    request = {"currency": "USD", "term": "P1Y", "purchasedOn": bought, "canceledOn": returned, "used": False, **changes}
    return ask("monthly-refund", policy, request)


def exchange(day, items, purchases, policy=SERVICE):
    return ask("exchange-of-several", policy,
               {"exchangedOn": day, "reservationsToExchange": items, "reservationsToPurchase": purchases})


def item(instalment, bought, term="P1Y", currency="USD", **changes):
    return {"billingPlan": "Monthly", "instalment": instalment, "currency": currency, "term": term, "purchasedOn": bought,
            "used": False, **changes}


def refunded(answer):
    return answer["credit"], answer["fee"], answer["refund"], answer["remainingCommitment"]


def fault(answer):
    return answer["path"], answer.get("code")


class WorkedExamples(unittest.TestCase):
    def test_w1_to_w9(self):
        table = """
            W1  2025-01-15 2025-01-15 1  2025-01-15 2025-02-15 31/31 100.00 1100.00
            W2  2025-01-15 2025-01-20 1  2025-01-15 2025-02-15 26/31 100.00 1100.00
            W3  2025-01-15 2025-01-21 1  2025-01-15 2025-02-15 25/31 80.65  1100.00
            W4  2025-01-15 2025-02-14 1  2025-01-15 2025-02-15 1/31  3.23   1100.00
            W5  2025-01-15 2025-02-15 2  2025-02-15 2025-03-15 28/28 100.00 1000.00
            W6  2025-01-15 2025-02-17 2  2025-02-15 2025-03-15 26/28 92.86  1000.00
            W7  2025-01-31 2025-03-15 2  2025-02-28 2025-03-31 16/31 51.61  1000.00
            W7b 2025-01-31 2025-04-29 3  2025-03-31 2025-04-30 1/30  3.33   900.00
            W7c 2025-01-31 2025-04-30 4  2025-04-30 2025-05-31 31/31 100.00 800.00
            W9  2025-01-15 2026-01-14 12 2025-12-15 2026-01-15 1/31  3.23   0.00"""
        for line in table.split("\n")[1:]:
            name, bought, returned, made, since, until, share, credit, commitment = line.split()
            remaining, days = map(int, share.split("/"))
            with self.subTest(name):
                answer = refund(bought, returned)
                self.assertEqual(answer["completedTransactions"], int(made))
                self.assertEqual(answer["period"], {"from": since, "to": until, "days": days, "used": days - remaining,
                                                    "remaining": remaining})
                self.assertEqual(refunded(answer), (credit, "0.00", credit, commitment))
                self.assertEqual(answer["paid"], decimal(int(made) * 100_00, 2))
                self.assertEqual(answer["row"], "full-credit" if name in ("W1", "W2") else
                                 "pro-rated-less-fee")
                self.assertEqual(answer["consumedAfter"], credit)       # the service counts the refund alone

    def test_w2b_azure_has_no_window(self):
        answer = refund("2025-01-15", "2025-01-20", AZURE)
        self.assertEqual(refunded(answer), ("83.87", "0.00", "83.87", "1100.00"))
        self.assertEqual((answer["canceledCommitment"], answer["consumedAfter"]), ("1183.87", "1183.87"))

    def test_w5b_a_payment_that_was_due_and_not_made(self):
        answer = refund("2025-01-15", "2025-02-15", completedTransactions=1)
        self.assertEqual(refunded(answer), ("0.00", "0.00", "0.00", "1100.00"))
        self.assertEqual(answer["period"], {"from": "2025-01-15", "to": "2025-02-15", "days": 31, "used": 31, "remaining": 0})
        self.assertEqual(refund("2025-01-15", "2025-03-01", completedTransactions=1)["period"], answer["period"])

    def test_w8_a_leap_day(self):
        answer = refund("2024-02-29", "2025-02-28", term="P3Y")
        self.assertEqual((answer["completedTransactions"], answer["period"]["from"], answer["period"]["to"]),
                         (13, "2025-02-28", "2025-03-29"))
        self.assertEqual(answer["period"]["days"], 29)
        self.assertEqual(refunded(answer), ("100.00", "0.00", "100.00", "2300.00"))

    def test_w9b_the_term_end(self):
        self.assertEqual(refund("2025-01-15", "2026-01-15")["obstacles"], ["term-ended"])

    def test_w10_three_of_ten(self):
        answer = refund("2025-01-15", "2025-03-25", instalment="199.90", quantity=10, quantityToReturn=3)
        self.assertEqual((answer["completedTransactions"], answer["period"]["remaining"], answer["period"]["days"]), (3, 21, 31))
        self.assertEqual(refunded(answer), ("40.62", "0.00", "40.62", "539.73"))
        self.assertEqual(answer["canceledCommitment"], "580.35")
        self.assertEqual((answer["instalment"], answer["paid"]), ("199.90", "599.70"))

    def test_w11_the_commitment_counts(self):
        facts = dict(term="P3Y", instalment="3000.00")
        answer = refund("2025-01-01", "2026-08-11", AZURE, **facts)
        self.assertEqual(answer["obstacles"], ["limit-exceeded"])
        self.assertEqual((answer["remainingCommitment"], answer["canceledCommitment"]), ("48000.00", "50032.26"))
        answer = refund("2025-01-01", "2026-08-12", AZURE, **facts)
        self.assertEqual((answer["refund"], answer["consumedAfter"], answer["completedTransactions"]),
                         ("1935.48", "49935.48", 20))
        self.assertEqual(refund("2025-01-01", "2026-08-11", SERVICE, **facts)["refund"], "2032.26")

    def test_w12(self):
        answer = refund("2025-01-01", "2025-12-31", AZURE, term="P3Y")
        self.assertEqual((answer["refund"], answer["remainingCommitment"], answer["consumedAfter"]),
                         ("3.23", "2400.00", "2403.23"))

    def test_w13_the_partners_fee(self):
        answer = refund("2025-01-15", "2025-01-21", "partner-center-2020-08")
        self.assertEqual(refunded(answer), ("80.65", "9.68", "70.97", "1100.00"))
        self.assertEqual(answer["notes"], ["plan-not-in-text"])
        self.assertEqual(refund("2025-01-15", "2025-01-21")["notes"], [])

    def test_w14_upfront_in_parts(self):
        answer = upfront("2025-01-01", "2025-07-02", AZURE, paid="12000.00", quantity=10, quantityToReturn=3)
        self.assertEqual((answer["days"], answer["period"]), ([182, 365, 183], None))
        self.assertEqual(refunded(answer), ("1804.93", "0.00", "1804.93", "0.00"))
        self.assertEqual(answer["canceledCommitment"], "1804.93")

    def test_w15_a_unit_price_is_never_rounded(self):
        answer = refund("2025-01-15", "2025-01-26", AZURE, instalment="10.00", quantity=3, quantityToReturn=1)
        self.assertEqual(refunded(answer), ("2.15", "0.00", "2.15", "36.67"))

    def test_x1(self):
        answer = exchange("2022-07-01", [item("196.63", "2022-06-14", "P3Y", "GBP")], [{"price": "11328.00"}])
        self.assertEqual([(one["credit"], one["remainingCommitment"]) for one in answer["returned"]], [("85.21", "6882.05")])
        self.assertEqual((answer["refundsTotal"], answer["purchasesTotal"], answer["netPayable"]),
                         ("6967.26", "11328.00", "4360.74"))

    def test_x2(self):
        items = [item("45.00", "2023-03-04", currency="GBP", quantity=3, quantityToReturn=1),
                 item("11.25", "2023-03-04", currency="GBP", quantity=3, quantityToReturn=1)]
        answer = exchange("2023-03-06", items, [{"price": "120.00"}, {"instalment": "39.75", "term": "P1Y", "currency": "GBP"}])
        self.assertEqual([(one["credit"], one["remainingCommitment"]) for one in answer["returned"]],
                         [("15.00", "165.00"), ("3.75", "41.25")])
        self.assertEqual(answer["purchases"], ["120.00", "477.00"])
        self.assertEqual((answer["refundsTotal"], answer["purchasesTotal"], answer["netPayable"]), ("225.00", "597.00", "372.00"))

    def test_x3_equal_passes(self):
        items = [item("100.00", "2025-01-01", "P3Y")]
        for policy in (AZURE, SERVICE):
            for price, reason in (("1803.32", "purchase-below-credit"), ("1803.33", None), ("1803.34", None)):
                self.assertEqual(exchange("2026-06-30", items, [{"price": price}], policy)["reason"], reason)
        answer = exchange("2026-06-30", items, [{"price": "1803.33"}])
        self.assertEqual((answer["returned"][0]["completedTransactions"], answer["returned"][0]["credit"]), (18, "3.33"))


class Recordings(unittest.TestCase):
    """The answers of the vendor's service. Prices are those of one unit, as the service's own facts have them."""

    def test_refunds(self):
        # R01's start is inferred; R16 asks R13's question again.
        table = """
            R01 Monthly P1Y 2 2.58  2022-04-29 2022-09-20 USD 0.75  18.06 5
            R04 Upfront P1Y 3 31.00 2022-09-23 2022-09-24 USD 31.00 0.00  -
            R06 Monthly P1Y 1 2.66  2022-12-01 2023-02-10 USD 1.80  23.94 3
            R07 Monthly P1Y 3 1.83  2023-03-04 2023-03-06 GBP 1.83  20.13 1
            R10 Monthly P1Y 3 1.91  2023-03-10 2023-03-10 GBP 1.91  21.01 1
            R13 Monthly P3Y 2 2.41  2023-03-08 2023-03-10 GBP 2.41  84.35 1
            R15 Monthly P1Y 3 1.83  2023-03-04 2023-03-10 GBP 1.48  20.13 1
            R16 Monthly P3Y 2 2.41  2023-03-08 2023-03-10 GBP 2.41  84.35 1"""
        for line in table.split("\n")[1:]:
            name, plan, term, quantity, unit, bought, day, currency, paid_out, commitment, made = line.split()
            price = decimal(int(quantity) * int(unit.replace(".", "")), 2)
            facts = {"billingPlan": plan, "instalment" if plan == "Monthly" else "paid": price, "quantity": int(quantity),
                     "quantityToReturn": 1, "term": term, "currency": currency, "usdRate": "1" if currency == "USD" else "1.19"}
            with self.subTest(name):
                answer = upfront(bought, day, SERVICE, **facts)
                self.assertEqual((answer["refund"], answer["remainingCommitment"]), (paid_out, commitment))
                self.assertEqual(answer["completedTransactions"], None if made == "-" else int(made))
                if quantity == "1" or made in ("1", "-"):       # kept, where the order had no unit back before
                    paid = Fraction(answer["paid"])
                    kept = {"R04": "62.00", "R06": "6.18", "R07": "3.66", "R10": "3.82", "R13": "2.41", "R15": "4.01",
                            "R16": "2.41"}[name]
                    self.assertEqual(paid - Fraction(answer["refund"]), Fraction(kept))

    def test_the_service_counts_its_own_dollars(self):
        # R10 after R07's kind of refunds: consumed before, the pricing refund, consumed after.
        answer = upfront("2023-03-10", "2023-03-10", SERVICE, billingPlan="Monthly", instalment="5.73", quantity=3,
                         quantityToReturn=1, currency="GBP", usdRate="1.19", pricingRefund="2.28", consumedRefunds="526.56")
        self.assertEqual((answer["refund"], answer["consumedAfter"]), ("1.91", "528.84"))
        # The rounded refund x 1.19 is 2.27.
        self.assertEqual(refund("2023-03-10", "2023-03-10", SERVICE, instalment="1.91", currency="GBP",
                                usdRate="1.19")["consumedAfter"], "2.27")

    def test_exchanges(self):
        # E06 has no start day: any day inside of the window gives the same.
        for bought in ("2023-02-05", "2023-02-08", "2023-02-10"):
            answer = exchange("2023-02-10", [item("1.19", bought, "P3Y", "GBP")], [{"price": "11328.0"}])
            self.assertEqual([(one["credit"], one["remainingCommitment"]) for one in answer["returned"]], [("1.19", "41.65")])
            self.assertEqual((answer["refundsTotal"], answer["purchasesTotal"], answer["netPayable"]),
                             ("42.84", "11328.00", "11285.16"))
        # E02 and E08 are X1 and X2.

    def test_price_quotes(self):
        # P01 to P03: the first payment is due on the day of purchase, and twelve of them are the total.
        for name, day, instalment, total in (("P01", "2019-11-15", "5.32", "63.84"), ("P02", "2023-03-06", "4.00", "48.00"),
                                             ("P03", "2023-03-07", "7.74", "92.88")):
            with self.subTest(name):
                answer = refund(day, day, instalment=instalment)
                self.assertEqual(answer["completedTransactions"], 1)
                self.assertEqual(answer["canceledCommitment"], total)
                bought = exchange(day, [item("0.01", day)], [{"instalment": instalment, "term": "P1Y"}])
                self.assertEqual(bought["purchases"], [total])


class Schedules(unittest.TestCase):
    def entries(self, count=12, made=3, amounts="100.00", bought="2025-01-31"):
        return [{"dueDate": text(due_day(utc_day(bought), number)), "status": "Succeeded" if number < made else "Scheduled",
                 "billingCurrencyTotal": {"currencyCode": "USD",
                                          "amount": amounts if isinstance(amounts, str) else amounts[number]}}
                for number in range(count)]

    def refund(self, entries, day="2025-04-10", **changes):
        return upfront("2025-01-31", day, SERVICE, billingPlan="Monthly", paymentSchedule=entries, **changes)

    def test_a_regular_one_is_as_its_instalment(self):
        self.assertEqual(self.refund(self.entries()), refund("2025-01-31", "2025-04-10"))

    def test_amounts_that_change_by_month(self):
        amounts = [f"10{number % 10}.00" for number in range(12)]
        answer = self.refund(self.entries(amounts=amounts), quantity=2, quantityToReturn=1)
        self.assertEqual((answer["instalment"], answer["paid"]), ("102.00", "303.00"))
        self.assertEqual(answer["credit"], "34.00")                     # 102.00 x 20 / (2 x 30)
        self.assertEqual(answer["remainingCommitment"], "471.50")       # 103 to 109, 100 and 101: 943.00 for two
        self.assertEqual(answer["notes"], [])

    def test_an_unknown_amount_is_the_last_known(self):
        entries = self.entries(amounts=["100.00", "100.00", "90.00", "95.00"] + ["80.00"] * 8)
        for entry in entries[4:]:
            del entry["billingCurrencyTotal"]
        answer = self.refund(entries)
        self.assertEqual((answer["remainingCommitment"], answer["notes"]), ("855.00", ["commitment-estimated"]))
        del entries[3]["billingCurrencyTotal"]
        self.assertEqual(self.refund(entries)["remainingCommitment"], "810.00")
        del entries[2]["billingCurrencyTotal"]
        self.assertEqual(fault(self.refund(entries)), ("paymentSchedule[2].billingCurrencyTotal", "missing-field"))

    def test_a_failed_payment_that_was_repeated(self):
        entries = self.entries()
        failed = [{**entries[1], "status": "Failed"}, {**entries[1], "status": "Cancelled"}]
        answer = self.refund(entries[:1] + failed + entries[1:])
        self.assertEqual(answer, self.refund(entries))

    def test_a_failed_payment_that_was_not_repeated(self):
        entries = self.entries()
        entries[2]["status"] = "Failed"
        answer = self.refund(entries)
        self.assertEqual((answer["completedTransactions"], answer["credit"], answer["remainingCommitment"]),
                         (2, "0.00", "1000.00"))
        entries[1]["status"], entries[2]["status"] = "Failed", "Succeeded"
        answer = self.refund(entries)
        self.assertEqual((answer["completedTransactions"], answer["credit"], answer["remainingCommitment"]),
                         (2, "66.67", "1000.00"))

    def test_a_payment_after_the_cancellation_was_not_made_by_then(self):
        self.assertEqual(self.refund(self.entries(made=5)), self.refund(self.entries(made=3)))

    def test_its_own_due_days_win(self):
        entries = self.entries()
        entries[2]["dueDate"] = "2025-04-01"
        answer = self.refund(entries)
        self.assertEqual(answer["period"], {"from": "2025-04-01", "to": "2025-04-30", "days": 29, "used": 9, "remaining": 20})

    def test_faults(self):
        def fails(change, path="paymentSchedule", code="contradiction"):
            entries = self.entries()
            change(entries)
            self.assertEqual(fault(self.refund(entries)), (path, code))
        fails(lambda entries: entries.pop())
        fails(lambda entries: entries.append(entries[-1]))
        fails(lambda entries: entries.insert(1, {**entries[3], "status": "Failed"}) or entries.pop())
        fails(lambda entries: entries.reverse())
        fails(lambda entries: entries[0].update(dueDate="2025-02-01"), "paymentSchedule[0].dueDate")
        fails(lambda entries: [entry.update(status="Scheduled") for entry in entries])
        fails(lambda entries: [entry.update(status="Failed") for entry in entries])
        fails(lambda entries: entries[4].update(status="Paid"), "paymentSchedule[4].status", None)
        fails(lambda entries: entries[4].update(billingCurrencyTotal={"currencyCode": "EUR", "amount": "1"}),
              "paymentSchedule[4].billingCurrencyTotal.currencyCode", "other-currency")
        self.assertEqual(fault(self.refund(self.entries(), instalment="1")), ("instalment", "contradiction"))
        self.assertEqual(fault(self.refund(self.entries(), completedTransactions=3)), ("completedTransactions", "contradiction"))


class Faults(unittest.TestCase):
    """monthly.md 7"""

    def test_plans(self):
        self.assertEqual(fault(upfront("2025-01-15", "2025-01-15", instalment="1")), ("instalment", "contradiction"))
        self.assertEqual(fault(refund("2025-01-15", "2025-01-15", paid="1")), ("paid", "contradiction"))
        self.assertEqual(fault(upfront("2025-01-15", "2025-01-15")), ("paid", "missing-field"))
        self.assertEqual(fault(refund("2025-01-15", "2025-01-15", instalment=None)), ("instalment", "missing-field"))
        self.assertEqual(fault(refund("2025-01-15", "2025-01-15", billingPlan="monthly"))[0], "billingPlan")
        self.assertEqual(fault(refund("2025-01-15", "2025-01-15", totalTransactions=12))[0], "totalTransactions")
        for product in ("SUSE", "Red Hat", "Azure Red Hat OpenShift", "Databricks", "Defender pre-purchase"):
            self.assertEqual(fault(refund("2025-01-15", "2025-01-15", product=product)), ("billingPlan", "contradiction"))
        self.assertTrue(refund("2025-01-15", "2025-01-15", product="Virtual machines")["allowed"])

    def test_counts(self):
        for field in ("quantity", "quantityToReturn", "completedTransactions"):
            for value in (0, -1, 1.5, "3", 2**53, True, [1]):
                self.assertEqual(fault(refund("2025-01-15", "2025-01-15", **{field: value})), (field, "malformed-count"))
            self.assertTrue(refund("2025-01-15", "2025-01-15", **{field: 1.0})["allowed"])
        self.assertTrue(refund("2025-01-15", "2025-01-15", quantity=2**53 - 1)["allowed"])
        for quantities in ({"quantityToReturn": 2}, {"quantity": 3, "quantityToReturn": 4}):
            self.assertEqual(fault(refund("2025-01-15", "2025-01-15", **quantities)), ("quantityToReturn", "contradiction"))

    def test_more_payments_than_were_due(self):
        for day, made, expected in (("2025-02-14", 2, True), ("2025-02-15", 2, False), ("2025-02-15", 3, True),
                                    ("2027-01-01", 13, True), ("2027-01-01", 12, False)):
            answer = refund("2025-01-15", day, completedTransactions=made)
            self.assertEqual(fault(answer) if "error" in answer else None,
                             ("completedTransactions", "contradiction") if expected else None)

    def test_the_current_price_of_another_currency(self):
        price = {"amount": "1.00", "currency": "EUR"}
        self.assertEqual(fault(refund("2025-01-15", "2025-01-15", currentPrice=price)), ("currentPrice", "other-currency"))

    def test_exchanges(self):
        good = item("1.00", "2025-01-15")
        price = [{"price": "20.00"}]
        self.assertEqual(fault(exchange("2025-01-15", [good, item("1.00", "2025-01-15", currency="EUR")], price)),
                         ("reservationsToExchange[1].currency", "other-currency"))
        self.assertEqual(fault(exchange("2025-01-15", [good], price + [{"price": "1.00", "currency": "EUR"}])),
                         ("reservationsToPurchase[1].currency", "other-currency"))
        self.assertEqual(fault(exchange("2025-01-15", [good] * 101, price)), ("reservationsToExchange", "too-long"))
        self.assertEqual(fault(exchange("2025-01-15", [good], price * 101)), ("reservationsToPurchase", "too-long"))
        self.assertEqual(exchange("2025-01-15", [good] * 100, [{"price": "1200.00"}] + [{"price": "0"}] * 99)["reason"], None)
        self.assertEqual(fault(exchange("2025-01-15", [good], None)), ("reservationsToPurchase", "missing-field"))
        self.assertEqual(fault(exchange("2025-01-15", [good, {**good, "quantity": 0}], price)),
                         ("reservationsToExchange[1].quantity", "malformed-count"))

    def test_used_is_asked_for_where_a_window_needs_it(self):
        unsaid = {**item("1.00", "2025-01-15"), "used": None}
        for day, policy, missing in (("2025-01-20", SERVICE, True), ("2025-01-21", SERVICE, False), ("2025-01-20", AZURE, False),
                                     ("2025-01-20", "partner-center-2020-08", False)):
            answer = exchange(day, [unsaid], [{"price": "20.00"}], policy)
            self.assertEqual(fault(answer) if "error" in answer else None,
                             ("reservationsToExchange[0].used", "missing-field") if missing else None)


class Rules(unittest.TestCase):
    def test_r_anniversary(self):
        days = [text(due_day(utc_day("2024-01-31"), number)) for number in range(14)]
        self.assertEqual(days, ["2024-01-31", "2024-02-29", "2024-03-31", "2024-04-30", "2024-05-31", "2024-06-30", "2024-07-31",
                                "2024-08-31", "2024-09-30", "2024-10-31", "2024-11-30", "2024-12-31", "2025-01-31", "2025-02-28"])

    def test_payments_due_by_counting(self):
        for bought in range(utc_day("2024-01-25"), utc_day("2024-03-03")):
            due = [due_day(bought, number) for number in range(36)]
            self.assertEqual(due, sorted(set(due)))
            for day in range(bought, due[-1] + 40):
                self.assertEqual(payments_due(bought, day, 36), sum(one <= day for one in due))

    def test_pay_4_used_in_the_window(self):
        self.assertEqual(refund("2025-01-15", "2025-01-20", used=True)["credit"], "83.87")
        self.assertEqual(refund("2025-01-15", "2025-01-15", used=True)["credit"], "100.00")

    def test_pay_7_the_window_of_exchanges(self):
        for policy, used, credit in ((SERVICE, False, "100.00"), (SERVICE, True, "83.87"), (AZURE, False, "83.87"),
                                     ("partner-center-2020-08", False, "83.87")):
            answer = exchange("2025-01-20", [item("100.00", "2025-01-15", used=used)], [{"price": "2000.00"}], policy)
            self.assertEqual((answer["returned"][0]["credit"], answer["returned"][0]["remainingCommitment"]), (credit, "1100.00"))

    def test_pay_7_the_single_form(self):
        request = {**item("100.00", "2025-01-15"), "exchangedOn": "2025-01-21", "newPrice": "1180.65"}
        answer = ask("monthly-exchange", SERVICE, request)
        self.assertEqual((answer["credit"], answer["refundsTotal"], answer["netPayable"]), ("80.65", "1180.65", "0.00"))
        self.assertEqual(ask("monthly-exchange", SERVICE, {**request, "newPrice": "1180.64"})["reason"], "purchase-below-credit")

    def test_pay_8(self):
        for policy, current, credit in ((AZURE, "50.00", "40.32"), (AZURE, "150.00", "80.65"), (SERVICE, "50.00", "80.65"),
                                        ("partner-center-2020-08", "50.00", "80.65"), ("azure-2020-01", "50.00", "40.32")):
            answer = refund("2025-01-15", "2025-01-21", policy, currentPrice=current)
            self.assertEqual((answer["credit"], answer["remainingCommitment"]), (credit, "1100.00"))
            self.assertFalse(answer["currentPriceAssumed"])
            self.assertEqual(refund("2025-01-15", "2025-01-21", policy)["currentPriceAssumed"], policy.startswith("azure-20"))
        answer = exchange("2025-01-21", [item("100.00", "2025-01-15", currentPrice="1.00")], [{"price": "2000.00"}], AZURE)
        self.assertEqual(answer["returned"][0]["credit"], "80.65")

    def test_refusals_name_the_position(self):
        items = [item("1.00", "2025-01-15"), item("1.00", "2024-01-15"), {**item("1.00", "2025-01-15"), "billingPlan": None,
                 "instalment": None, "paid": "1.00", "product": "SUSE"}]
        answer = exchange("2025-01-20", items, [{"price": "2000.00"}], "azure-2026-01")
        self.assertEqual(answer["obstacles"], [{"position": 1, "reason": "term-ended"}, {"position": 2, "reason": "not-returnable"}])
        self.assertEqual(exchange("2025-01-20", items[::2], [{"price": "2000.00"}], AZURE)["reason"], None)

    def test_the_later_policies(self):
        def denied(policy, product):
            return upfront("2025-01-15", "2025-01-15", policy, paid="1.00", product=product)["reason"]
        table = {"azure-2022-10": "YYYYYNN", "azure-2024-12": "YYYYYYY", "azure-2026-01": "YNNYYYY", SERVICE: "YYYYYNN"}
        products = ["Databricks", "CloudSimple", "Azure Red Hat OpenShift", "Red Hat", "SUSE", "Defender pre-purchase",
                    "Sentinel pre-purchase"]
        for policy, expected in table.items():
            self.assertEqual("".join("Y" if denied(policy, product) else "N" for product in products), expected, policy)
        for day, version in (("2023-07", "2022-10"), ("2024-12", "2024-12"), ("2026-01", "2026-01"), ("2027-02", "2027-02")):
            self.assertEqual(EVERY_POLICY["partner-center-" + day], EVERY_POLICY["azure-" + version])
        service = EVERY_POLICY[SERVICE]
        self.assertEqual((service.window_days, service.full_credit_when_unused, service.fee_rate, service.limit,
                          service.limit_window, service.limit_counts, service.over_limit, service.rounding,
                          service.exchange_minimum, service.price_basis, service.exchange_window),
                         (5, True, "0", 50_000_00, "365-days", "refund", "refuse", "half-even", "credit", "paid", "full"))

    def test_settling_counts_what_the_policy_counts(self):
        request = {"customerId": "c1", "billingPlan": "Monthly", "instalment": "3000.00", "currency": "USD", "term": "P3Y",
                   "purchasedOn": "2025-01-01", "canceledOn": "2026-08-12", "used": False}
        for policy, before in ((AZURE, "49935.48"), (SERVICE, "1935.48")):
            asked = {"ask": "monthly-settle", "policy": policy, "requests": [request, {**request, "instalment": "1.00"}]}
            self.assertEqual(oracle.answer_to(json.dumps(asked))["refunds"][1]["consumedBefore"], before)


class Properties(unittest.TestCase):
    def test_payments_made_and_the_commitment_are_the_lifetime_total(self):
        for case in cases.cases(seed=21, count=3000, kinds="monthly-refund"):
            answer = oracle.answer_to(json.dumps(case))
            if answer.get("billingPlan") == "Monthly" and answer["quantity"] == answer["quantityToReturn"] \
                    and "instalment" in case["request"]:
                months = {"P1Y": 12, "P3Y": 36, "P5Y": 60}[case["request"]["term"]]
                self.assertEqual(Fraction(answer["paid"]) + Fraction(answer["remainingCommitment"]),
                                 Fraction(answer["instalment"]) * months)

    def test_a_later_day_of_the_same_month_never_refunds_more(self):
        for bought in ("2025-01-31", "2024-02-29", "2025-01-15"):
            answers = [refund(bought, text(utc_day(bought) + day)) for day in range(365)]
            for earlier, later in zip(answers, answers[1:]):
                if earlier["period"]["from"] == later["period"]["from"]:
                    self.assertLessEqual(Fraction(later["refund"]), Fraction(earlier["refund"]))


class AgainstFractions(unittest.TestCase):
    """The same credits and commitments once more, from the days of a calendar and rational numbers."""

    ROUND = {"half-even": round, "half-up": lambda x: floor(x + Fraction(1, 2)), "down": floor}

    def test_refunds(self):
        compared = 0
        for case in cases.cases(seed=8, count=8_000, kinds="monthly-refund"):
            answer, request = oracle.answer_to(json.dumps(case)), case["request"]
            if not answer["allowed"] or "paymentSchedule" in request:
                continue
            compared += 1
            policy, whole = policy_of(case["policy"]), self.ROUND[policy_of(case["policy"]).rounding]
            unit = Fraction(1, 10 ** DIGITS[request["currency"]])
            share = Fraction(request.get("quantityToReturn", request.get("quantity", 1)), request.get("quantity", 1))
            since, _, left = answer["days"]
            months = {"P1Y": 12, "P3Y": 36, "P5Y": 60}[request["term"]]
            bought, day = utc_day(request["purchasedOn"]), utc_day(request["canceledOn"])
            if "instalment" in request:
                due = [due_day(bought, number) for number in range(months + 1)]
                made = request.get("completedTransactions", sum(one <= day for one in due))
                days = Fraction(max(0, due[made] - day), due[made] - due[made - 1])
                price, commitment = Fraction(request["instalment"]), Fraction(request["instalment"]) * (months - made)
            else:
                days, price, commitment = Fraction(left, since + left), Fraction(request["paid"]), 0
            if policy.price_basis == "lower":
                price = min(price, Fraction(request.get("currentPrice", price)))
            window = policy.window_days is not None and since <= policy.window_days
            full = window and policy.full_credit_when_unused and not request["used"]
            credit = whole(price * share * (1 if full else days) / unit) * unit
            fee = 0 if window else whole(credit * Fraction(policy.fee_rate) / unit) * unit
            self.assertEqual([Fraction(answer[field]) for field in ("credit", "fee", "refundable", "remainingCommitment")],
                             [credit, fee, credit - fee, whole(commitment * share / unit) * unit], case)
        self.assertGreater(compared, 3_000)


class Generator(unittest.TestCase):
    def test_the_same_seed_gives_the_same_cases(self):
        self.assertEqual(list(cases.cases(3, 300, "monthly")), list(cases.cases(3, 300, "monthly")))

    def test_the_default_asks_every_kind(self):
        self.assertEqual({case["ask"] for case in cases.cases(3, 3000)}, set(cases.KINDS))

    def test_an_unknown_kind(self):
        with self.assertRaises(ValueError):
            next(cases.cases(1, 1, "refunds"))

    def test_well_formed_unless_told(self):
        for case in cases.cases(seed=5, count=5_000, kinds="monthly"):
            answer = oracle.answer_to(json.dumps(case))
            for one in answer.get("refunds", [answer]):
                self.assertNotIn("error", one, case)

    def test_malformed_when_told(self):
        for case in cases.cases(seed=5, count=3_000, kinds="monthly-refund,monthly-exchange,exchange-of-several", errors=100):
            self.assertIn("error", oracle.answer_to(json.dumps(case)), case)

    def test_the_hard_cases_are_often_there(self):
        seen = Counter()
        for case in cases.cases(seed=11, count=10_000, kinds="monthly-refund"):
            request, policy = case["request"], policy_of(case["policy"])
            answer = oracle.answer_to(json.dumps(case))
            since, _, left = answer["days"]
            seen[answer["reason"]] += 1
            seen[f"day {since}"] += since < 8
            seen["term end", left] += left < 3
            seen[case["policy"] if isinstance(case["policy"], str) else "changed"] += 1
            seen["schedule"] += "paymentSchedule" in request
            seen["current price"] += "currentPrice" in request and policy.price_basis == "lower"
            seen["pricing refund"] += "pricingRefund" in request
            seen["units"] += request.get("quantityToReturn", 1) != request.get("quantity", 1)
            seen["29th to 31st"] += request["purchasedOn"][8:10] >= "29"
            if not answer["allowed"]:
                continue
            for note in answer["notes"]:
                seen[note] += 1
            seen[answer["row"]] += 1
            seen["withheld"] += Fraction(answer["withheld"]) > 0
            if policy.limit is not None:
                seen["limit just met"] += Fraction(answer["consumedAfter"]) * 100 == policy.limit
            if period := answer["period"]:
                seen["due day", period["used"]] += period["used"] in (0, 1)
                seen["due tomorrow"] += period["remaining"] == 1
                seen["month over"] += period["remaining"] == 0
                units = 10 ** DIGITS[request["currency"]]
                share = Fraction(answer["quantityToReturn"], answer["quantity"])
                if "instalment" in request and answer["row"] != "full-credit" and "currentPrice" not in request:
                    exact = Fraction(answer["instalment"]) * units * share * period["remaining"] / period["days"]
                    seen["credit tie"] += 2 * exact % 2 == 1
                if "instalment" in request:
                    months = {"P1Y": 12, "P3Y": 36, "P5Y": 60}[request["term"]] - answer["completedTransactions"]
                    seen["commitment tie"] += 2 * Fraction(answer["instalment"]) * units * share * months % 2 == 1
        names = [None, "term-ended", "not-returnable", "limit-exceeded", "changed", "schedule", "current price", "pricing refund",
                 "units", "29th to 31st", "plan-not-in-text", "commitment-estimated", "full-credit", "pro-rated",
                 "pro-rated-less-fee", "withheld", "limit just met", "due tomorrow", "month over", "credit tie", "commitment tie",
                 ("due day", 0), ("due day", 1), ("term end", 0), ("term end", 1)] + [f"day {day}" for day in range(8)]
        names += [name for name in EVERY_POLICY if EVERY_POLICY[name].fee_rate is not None]
        for name in names:
            with self.subTest(name):
                self.assertGreater(seen[name], 40)      # of 10,000

    def test_exchanges_meet_their_minimum_and_miss_it(self):
        seen = Counter()
        for case in cases.cases(seed=12, count=10_000, kinds="monthly-exchange,exchange-of-several"):
            answer = oracle.answer_to(json.dumps(case))
            seen[case["ask"], answer["reason"]] += 1
            seen["equal"] += answer["allowed"] and Fraction(answer["netPayable"]) == 0
        for kind in ("monthly-exchange", "exchange-of-several"):
            for reason in (None, "term-ended", "purchase-below-credit", "not-returnable"):
                self.assertGreater(seen[kind, reason], 10)
        self.assertGreater(seen["equal"], 100)


if __name__ == "__main__":
    unittest.main()
