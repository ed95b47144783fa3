"""Runs the helper against the built command: `python3 -m unittest discover -s test/notebooks`."""

import os
import sys
import tempfile
import unittest
from datetime import date, datetime, timezone
from decimal import Decimal
from pathlib import Path
from unittest import mock

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "docs" / "notebooks"))
os.environ["PARTNER_RULES"] = f"node '{ROOT / 'dist' / 'cli.js'}'"

from partner_rules import PartnerRulesError, run  # noqa: E402

RECORD = {
    "id": "CR-1",
    "paid": "12000.00",
    "currency": "USD",
    "term": "P1Y",
    "purchasedOn": "2025-01-01",
    "canceledOn": "2025-01-07",
    "used": False,
}


def refund(**changes):
    """The refund of the record with changes, or its issues."""
    [result] = run("quote", records=[{**RECORD, **changes}])
    return result["quote"]["refund"] if result["ok"] else [one["message"] for one in result["issues"]]


class Results(unittest.TestCase):
    def test_come_one_for_each_record_in_order(self):
        bad = {**RECORD, "id": "CR-2", "used": "no"}
        results = run("quote", records=(one for one in [RECORD, bad, {**RECORD, "id": "환불-3"}]))
        self.assertEqual([one["id"] for one in results], ["CR-1", "CR-2", "환불-3"])
        self.assertEqual([one["ok"] for one in results], [True, False, True])
        self.assertEqual(results[0]["quote"]["refund"], "10386.41")
        self.assertEqual(results[1]["issues"][0]["code"], "wrong-type")

    def test_are_none_for_no_records(self):
        self.assertEqual(run("settle", records=[]), [])

    def test_come_from_files_too(self):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "in.csv"
            path.write_text("id,paid,currency,term,purchasedOn,canceledOn,used\nA,1.00,USD,P1Y,2025-01-01,2025-01-01,true\n")
            [result] = run("quote", str(path))
        self.assertEqual((result["id"], result["quote"]["refund"]), ("A", "1.00"))

    def test_of_a_no_are_answers(self):
        [result] = run("can", "--exit-code", "-", records=[{"roles": ["helpdesk-agent"], "action": "software.buy"}])
        self.assertEqual((result["ok"], result["answer"]["allowed"]), (True, False))


class Problems(unittest.TestCase):
    def test_of_a_command_are_raised_with_its_message(self):
        with self.assertRaisesRegex(PartnerRulesError, r'unknown command "quot" \(did you mean "quote"\?\)'):
            run("quot", records=[RECORD])

    def test_of_a_missing_file_are_raised(self):
        with self.assertRaisesRegex(PartnerRulesError, "no-such.ndjson"):
            run("quote", "no-such.ndjson")

    def test_of_a_program_that_says_nothing_have_its_status(self):
        with mock.patch.dict(os.environ, {"PARTNER_RULES": "sh -c 'exit 70'"}):
            with self.assertRaisesRegex(PartnerRulesError, "exit status 70"):
                run("quote")


class Values(unittest.TestCase):
    def test_that_are_days_and_instants(self):
        for day in (date(2025, 1, 7), datetime(2025, 1, 7), datetime(2025, 1, 7, 12, tzinfo=timezone.utc)):
            self.assertEqual(refund(canceledOn=day), "10386.41")

    def test_that_are_times_without_a_zone_are_refused(self):
        with self.assertRaisesRegex(PartnerRulesError, "canceledOn: expected a day or an instant with a time zone"):
            refund(canceledOn=datetime(2025, 1, 7, 9))

    def test_that_are_decimals_keep_every_digit(self):
        self.assertEqual(refund(paid=Decimal("999999999999999.99"), used=True, canceledOn="2025-01-01"), "50000.00")
        self.assertEqual(refund(paid=Decimal("1.2E+4")), "10386.41")
        self.assertIn("paid: ", refund(paid=Decimal("0.005"))[0])

    def test_that_are_not_a_number_are_not_given(self):
        self.assertEqual(refund(quantity=float("nan")), "10386.41")
        self.assertIn("paid: ", refund(paid=float("nan"))[0])


class Pandas(unittest.TestCase):
    def setUp(self):
        try:
            import pandas
        except ImportError:
            self.skipTest("needs python3-pandas")
        self.pandas = pandas

    def test_frames_are_records(self):
        pandas = self.pandas
        frame = pandas.DataFrame([RECORD, {**RECORD, "id": "CR-2", "quantity": 2}])
        frame["purchasedOn"] = pandas.to_datetime(frame["purchasedOn"])
        frame["canceledOn"] = pandas.to_datetime(frame["canceledOn"], utc=True)
        results = run("quote", records=frame.to_dict("records"))
        self.assertEqual([one.get("quote", one)["refund"] for one in results], ["10386.41", "10386.41"])

    def test_missing_values_are_not_given(self):
        pandas = self.pandas
        for nothing in (pandas.NA, pandas.NaT, None):
            self.assertEqual(refund(quantity=nothing), "10386.41")

    def test_dates_as_pandas_writes_them_name_the_fix(self):
        frame = self.pandas.DataFrame([RECORD])
        frame["canceledOn"] = self.pandas.to_datetime(frame["canceledOn"])
        for form in ("epoch", "iso"):
            text = frame.to_json(orient="records", lines=True, date_format=form)
            with tempfile.NamedTemporaryFile("w", suffix=".ndjson") as file:
                file.write(text)
                file.flush()
                [result] = run("quote", file.name)
            [issue] = result["issues"]
            self.assertEqual(issue["path"], ["canceledOn"])
            self.assertIn('pandas: column.dt.strftime("%Y-%m-%d")', issue["message"])


if __name__ == "__main__":
    unittest.main()
