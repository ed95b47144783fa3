"""Software cancellations of today.md 3, and the exchanges of today.md 2 by SKU, region and family."""
import json
import unittest
from collections import Counter
from datetime import date, timedelta

import cases
import oracle
from software import POLICIES

FACTS = {"kind": "subscription", "term": "P1Y", "billingCycle": "monthly", "quantity": 1, "paid": "31.00", "currency": "USD",
         "roles": ["admin-agent"], "customer": {"domain": "contoso.com"}, "productName": "P", "orderId": "O",
         "messageRead": True, "friendlyName": "F"}


def ask(policy, bought, canceled, **facts):
    request = {**FACTS, "purchasedOn": bought, "canceledOn": canceled, **facts}
    given = {name: value for name, value in request.items() if value is not None}
    return oracle.answer_to(json.dumps({"ask": "software-version", "policy": policy, "request": given}))


def credit(policy, bought, canceled, **facts):
    return ask(policy, bought, canceled, **facts)["credit"]


class Windows(unittest.TestCase):
    def test_end_with_their_last_day(self):
        for name, policy in POLICIES.items():
            for kind, days in (("perpetual", policy.perpetual_days), ("subscription", policy.subscription_days)):
                bought = date(2024, 1, 31)
                for step, expected in ((-1, True), (0, True), (1, False)):
                    canceled = (bought + timedelta(days=days + step)).isoformat()
                    facts = {"term": None, "billingCycle": None, "paid": None, "currency": None, "kind": kind}
                    with self.subTest(policy=name, kind=kind, canceled=canceled):
                        self.assertEqual(ask(name, bought.isoformat(), canceled, **facts)["allowed"], expected)

    def test_change_with_the_purchase_on_the_first_day_of_a_version(self):
        names = list(POLICIES)
        for before, name in zip(names, names[1:]):
            first = date.fromisoformat(POLICIES[name].first_day)
            for step, expected in ((-1, before), (0, name), (1, name)):
                day = (first + timedelta(days=step)).isoformat()
                self.assertEqual(ask("software", day, day)["policy"], expected)

    def test_name_the_version_that_supersedes_another(self):
        self.assertIsNone(ask(None, "2021-02-07", "2021-02-08")["supersededBy"])
        self.assertEqual(ask(None, "2021-02-08", "2021-02-08")["supersededBy"], "software-2021-02")
        self.assertEqual(ask(None, "2025-03-01", "2025-03-02")["supersededBy"], "software-2023-06")


class Credits(unittest.TestCase):
    def test_are_for_the_rest_of_the_charge_cycle(self):
        facts = {"term": "P3Y", "billingCycle": "annual", "paid": "1000.00"}
        self.assertEqual(credit("software-2023-01", "2023-05-01", "2023-05-03", **facts)["amount"], "994.53")
        for bought, canceled, days, length in (("2025-01-31", "2025-01-31", 28, 28), ("2025-01-31", "2025-02-27", 1, 28),
                                               ("2025-01-31", "2025-02-28", 31, 31)):
            found = credit("software-2021-06", bought, canceled)
            self.assertEqual((found["days"], found["termDays"]), (days, length))

    def test_reproduce_printed_figures_by_some_rounding(self):
        for units, price, canceled, printed, rounding in (
                (10, "100.80", "2025-03-03", "94.20", "unit-down"), (300, "3024.00", "2025-04-08", "2316.00", "unit-down"),
                (10, "120.00", "2025-03-03", "112.25", "total-down"), (25, "300.00", "2025-03-06", "251.61", "half-even")):
            bought = canceled[:8] + "01"
            policy = {"base": "software-2022", "rounding": rounding}
            facts = {"quantity": units, "paid": price, "billingCycle": "monthly"}
            self.assertEqual(credit(policy, bought, canceled, **facts)["amount"], printed)

    def test_are_in_full_within_24_hours(self):
        def basis(canceled):
            return credit("software-2023-06", "2025-03-01T10:00:00Z", canceled)["basis"]

        self.assertEqual(basis("2025-03-02T09:59:59.999999999Z"), "full")
        self.assertEqual(basis("2025-03-02T10:00:00Z"), "pro-rated")
        self.assertEqual(ask("software-2023-06", "2025-03-01", "2025-03-02")["path"], "purchasedAt")
        self.assertEqual(credit("software-2023-06", "2025-03-01", "2025-03-01")["basis"], "full")
        self.assertEqual(credit("software-2023-06", "2025-03-01", "2025-03-03")["basis"], "pro-rated")

    def test_of_2020_are_for_a_whole_term(self):
        self.assertEqual(credit(None, "2020-07-01", "2020-07-03")["basis"], "unstated")
        whole = credit(None, "2025-03-01", "2025-04-30", billingCycle=None, paid="1200.00")
        self.assertEqual(whole["amount"], "1002.74")


class Vendor(unittest.TestCase):
    def test_decides_until_its_instant_or_the_end_of_its_day(self):
        def allowed(end, canceled):
            return ask("software-2023-06", "2025-03-01", canceled, cancellationAllowedUntilDate=end).get("allowed")

        self.assertTrue(allowed("2025-03-20T10:00:00Z", "2025-03-20T10:00:00Z"))
        self.assertFalse(allowed("2025-03-20T10:00:00Z", "2025-03-20T10:00:00.000000001Z"))
        self.assertTrue(allowed("2025-03-20T23:59:00Z", "2025-03-20T23:59:59.999Z"))
        self.assertFalse(allowed("2025-03-05T10:00:00Z", "2025-03-06"))
        self.assertIsNone(allowed("2025-03-20T10:00:00Z", "2025-03-20"))

    def test_takes_all_units_back_together(self):
        units = {"totalQuantity": 5, "details": [{"quantity": 3, "allowedUntilDateTime": "2025-03-08T10:00:00Z"},
                                                 {"quantity": 2, "allowedUntilDateTime": "2025-03-12T10:00:00Z"}]}
        for needed, last in ((5, "2025-03-08"), (2, "2025-03-12"), (6, None)):
            answer = ask("software-2023-06", "2025-03-01", "2025-03-07", quantity=needed, refundableQuantity=units)
            self.assertEqual((answer["lastDay"], answer["allowed"]), (last, last is not None))


class Exchanges(unittest.TestCase):
    def test_are_for_another_reservation(self):
        def reasons(**facts):
            request = {"paid": "1.00", "currency": "USD", "term": "P1Y", "purchasedOn": "2026-01-01", "exchangedOn": "2026-02-01",
                       "newPrice": "2.00", "sku": "D2", "region": "koreacentral", "newSku": "d2", "newRegion": "Korea Central",
                       "newTerm": "P1Y", **facts}
            asked = {"ask": "version-exchange", "policy": "azure", "request": request}
            return oracle.answer_to(json.dumps(asked)).get("obstacles", [])

        self.assertEqual(reasons(), ["same-reservation"])
        for facts in ({"newSku": "d4"}, {"newRegion": "eastus"}, {"newTerm": "P3Y"}, {"newTerm": None}, {"sku": None}):
            self.assertEqual(reasons(**facts), [])


class Generator(unittest.TestCase):
    def test_meets_every_outcome(self):
        seen = Counter()
        for case in cases.cases(seed=3, count=10_000, kinds="software-versions"):
            answer = oracle.answer_to(json.dumps(case))
            if "error" in answer:
                seen[answer["path"]] += 1
                continue
            seen.update(answer["obstacles"])
            seen["vendor-differs"] += answer["vendorDiffers"] is True
            seen["superseded"] += answer["supersededBy"] is not None
            found = answer["credit"] or {}
            seen[found.get("basis")] += 1
            seen["of a cycle"] += found.get("amount") is not None and found["basis"] == "pro-rated"
        for outcome in ("full", "pro-rated", "unstated", "of a cycle", "superseded", "vendor-differs", "window-passed",
                        "term-ended", "not-cancellable", "not-eligible", "not-granted", "support-required", "canceledAt",
                        "purchasedAt", "quantity", "billingCycle"):
            self.assertGreater(seen[outcome], 20, outcome)


if __name__ == "__main__":
    unittest.main()
