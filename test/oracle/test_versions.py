"""The versions in force of today.md 1, and its rule of 2027-02-01 for exchanges."""
import json
import unittest
from collections import Counter
from datetime import date, timedelta

import cases
import oracle
from policies import VERSIONS


def ask(kind, policy, **request):
    facts = {"paid": "12000.00", "currency": "USD", "term": "P1Y", **request}
    return oracle.answer_to(json.dumps({"ask": kind, "policy": policy, "request": facts}))


def exchange(bought, exchanged, policy="azure-2027-02", **facts):
    return ask("version-exchange", policy, purchasedOn=bought, exchangedOn=exchanged, newPrice="12000.00",
               **{"savingsPlanEligible": True, **facts})


class InForce(unittest.TestCase):
    def test_changes_on_the_first_day_of_each_version(self):
        for source, versions in VERSIONS.items():
            for (_, before), (first, name) in zip(versions, versions[1:]):
                for step, expected in ((-1, before), (0, name), (1, name)):
                    day = (date.fromisoformat(first) + timedelta(days=step)).isoformat()
                    with self.subTest(source=source, day=day):
                        answer = ask("version-exchange", source, purchasedOn=day, exchangedOn=day, newPrice="12000.00", product="AVS")
                        self.assertEqual(answer["policy"], f"{source}-{expected}")
                        self.assertIsNone(answer["supersededBy"])

    def test_names_the_version_that_supersedes_another(self):
        facts = {"purchasedOn": "2023-07-01", "used": True}
        self.assertIsNone(ask("version-refund", None, canceledOn="2023-07-30", **facts)["supersededBy"])
        self.assertEqual(ask("version-refund", None, canceledOn="2023-07-31", **facts)["supersededBy"], "partner-center-2023-07")
        late = ask("version-refund", "azure-2020-02", canceledOn="2023-08-01", **facts)
        self.assertEqual(late["supersededBy"], "azure-2022-10")

    def test_answers_the_reservation_of_the_readme(self):
        facts = {"purchasedOn": "2026-01-01", "canceledOn": "2026-07-02", "used": True}
        self.assertEqual(ask("version-refund", None, **facts)["refund"], "5294.47")
        self.assertEqual(ask("version-refund", "partner-center", **facts)["refund"], "6016.44")

    def test_knows_no_version_before_the_first(self):
        self.assertIn("error", ask("version-refund", "azure", purchasedOn="2020-01-01", canceledOn="2020-01-23", used=True))


class ExchangesFrom2027(unittest.TestCase):
    def test_allows_what_was_bought_before_and_refuses_its_result(self):
        self.assertTrue(exchange("2026-05-01", "2027-03-01")["allowed"])
        self.assertEqual(exchange("2027-03-01", "2027-04-01")["obstacles"], ["covered-by-savings-plans"])

    def test_refuses_what_is_bought_or_renewed_after(self):
        self.assertTrue(exchange("2027-01-31", "2027-02-01")["allowed"])
        for bought in ("2027-02-01", "2027-02-02"):
            self.assertFalse(exchange(bought, "2027-03-01")["allowed"])

    def test_leaves_services_without_savings_plans_alone(self):
        self.assertTrue(exchange("2027-03-01", "2027-04-01", savingsPlanEligible=False)["allowed"])
        self.assertTrue(exchange("2027-03-01", "2027-04-01", savingsPlanEligible=None, product="AVS")["allowed"])
        self.assertFalse(exchange("2027-03-01", "2027-04-01", savingsPlanEligible=None, product="App Service")["allowed"])
        self.assertEqual(exchange("2027-03-01", "2027-04-01", savingsPlanEligible=None)["path"], "savingsPlanEligible")

    def test_refuses_another_family(self):
        facts = {"product": "AVS", "newProduct": "App Service"}
        self.assertEqual(exchange("2026-05-01", "2026-06-01", **facts)["obstacles"], ["other-product-family"])
        self.assertTrue(exchange("2026-05-01", "2026-06-01", product="AVS")["allowed"])


class Generator(unittest.TestCase):
    def test_meets_every_outcome(self):
        seen = Counter()
        for case in cases.cases(seed=3, count=4_000, kinds="version-refund,version-exchange"):
            answer = oracle.answer_to(json.dumps(case))
            seen[answer.get("path") or answer["reason"]] += 1
            seen["superseded"] += answer.get("supersededBy") is not None
        for outcome in (None, "covered-by-savings-plans", "other-product-family", "savingsPlanEligible", "policy", "superseded"):
            self.assertGreater(seen[outcome], 40, outcome)


if __name__ == "__main__":
    unittest.main()
