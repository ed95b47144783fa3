"""Asks the service (docs/examples/service) with Python's standard library alone: refund.py http://127.0.0.1:3000"""

import json
import sys
from urllib.error import HTTPError
from urllib.request import Request, urlopen


def ask(address: str, facts: dict) -> dict:
    """Returns the answer to the facts. Raises ValueError with every issue if the facts cannot be used."""
    request = Request(address, json.dumps(facts).encode(), {"content-type": "application/json"})
    try:
        with urlopen(request) as response:
            return json.load(response)
    except HTTPError as error:
        if error.code != 400:
            raise
        raise ValueError("; ".join(issue["message"] for issue in json.load(error))) from error


if __name__ == "__main__":
    facts = {
        "paid": "12000.00", "currency": "USD", "term": "P1Y", "used": False,
        "purchasedOn": "2025-01-01", "canceledOn": "2025-01-07",
    }
    print(ask(f"{sys.argv[1]}/refunds", facts)["refund"])
    try:
        ask(f"{sys.argv[1]}/refunds", {**facts, "used": "no"})
    except ValueError as error:
        print(error)
