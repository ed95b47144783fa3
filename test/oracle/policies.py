"""The published policies, and policies that change some of their fields."""
import re
from datetime import date
from functools import cache
from typing import NamedTuple

from inputs import InputError
from money import minor_units, ratio


class Policy(NamedTuple):
    window_days: int | None = 5             # RES-1, R-FIVE: day 0 to day 5 inclusive
    full_credit_when_unused: bool = True    # RES-1
    fee_rate: str | None = "0.12"           # RES-3, RES-4; None: not stated, the caller must give it
    limit: int | None = 50_000_00           # RES-5, in cents of USD
    limit_window: str = "365-days"          # R-YEAR
    limit_counts: str = "refund"            # R-COUNTS
    over_limit: str = "clip"                # R-OVER
    rounding: str = "half-even"             # R-ROUND
    day_without_row: int | None = None
    non_returnable: frozenset = frozenset()
    exchange_minimum: str = "credit"        # R-SWAP
    price_basis: str = "paid"               # R-BASIS, PAY-8
    exchange_window: str = "pro-rated"      # R-SWAP; "full": the window is also for exchanges
    non_exchangeable: frozenset = frozenset()
    knows_monthly: bool = True              # R-MONTHLY-FEE: the partners' own texts do not
    exchange_end: int | None = None         # today.md 2: what is bought from this day on, and savings plans cover, is not exchanged


@cache
def product_key(name):
    """OPEN-4: the rulebook names products, but no ids: case and punctuation are ignored, 'SUSE Linux' is 'SUSE'."""
    if not isinstance(name, str):
        raise InputError("product", "a name")
    key = re.sub("[^a-z0-9]", "", name.lower())
    key = re.sub("(software)?plan$", "", key).replace("suselinux", "suse")
    return "databricks" if key == "databricksprepurchase" else key


SUSE_AND_RED_HAT = frozenset(["suse", "redhat"])  # RES-11, SOF-3
AZURE_2020_07 = frozenset(["databricks", "cloudsimple", "azureredhatopenshift", "redhat", "suse"])

PRE_PURCHASE_2022 = frozenset(["synapseprepurchase"])
PRE_PURCHASE_2024 = PRE_PURCHASE_2022 | {"defenderprepurchase", "sentinelprepurchase"}
AZURE_2026_01 = PRE_PURCHASE_2024 | {"databricks", "redhat", "suse"}
NEVER_MONTHLY = AZURE_2026_01 | {"azureredhatopenshift"}  # monthly.md 7

# Published versions, cumulative within a vendor's page.
# OPEN-5: RES-11 is first seen in software 2020-01, so the partner-center policies of 2018 do not have it, nor azure 2020-01/02.
# OPEN-6: R-COUNTS, R-OVER, R-ROUND and R-SWAP hold for every version that does not say otherwise.
POLICIES = {
    "partner-center-2018-05": Policy(window_days=None, fee_rate=None, knows_monthly=False),                   # RES-13
    "partner-center-2018-10": Policy(window_days=4, day_without_row=5, knows_monthly=False),  # "fewer than 5", "more than 5"
    "partner-center-2018-11": Policy(knows_monthly=False),
    "partner-center-2020-08": Policy(non_returnable=SUSE_AND_RED_HAT, non_exchangeable=SUSE_AND_RED_HAT,      # the default
                                     knows_monthly=False),
    "azure-2020-01": Policy(window_days=None, price_basis="lower"),
    "azure-2020-02": Policy(window_days=None, fee_rate="0", price_basis="lower"),       # the fee is not charged
    "azure-2020-07": Policy(window_days=None, fee_rate="0", limit_counts="canceled-commitment", over_limit="refuse",
                            non_returnable=AZURE_2020_07, price_basis="lower"),
}
POLICIES["azure-2022-10"] = POLICIES["azure-2020-07"]._replace(non_returnable=AZURE_2020_07 | PRE_PURCHASE_2022)

# today.md 2 and monthly.md 3. The kinds of questions of 0.1.0 know none of these.
SERVICE = "azure-service-2023"
LATER_POLICIES = {SERVICE: Policy(fee_rate="0", over_limit="refuse", exchange_window="full",
                                  non_returnable=POLICIES["azure-2022-10"].non_returnable)}
LATER_POLICIES["azure-2024-12"] = POLICIES["azure-2020-07"]._replace(non_returnable=AZURE_2020_07 | PRE_PURCHASE_2024)
LATER_POLICIES["azure-2026-01"] = POLICIES["azure-2020-07"]._replace(non_returnable=AZURE_2026_01, non_exchangeable=AZURE_2026_01)
LATER_POLICIES["azure-2027-02"] = LATER_POLICIES["azure-2026-01"]._replace(exchange_end=date(2027, 2, 1).toordinal())
# today.md 8: each is the Azure version in force on its first day, its priceBasis too (OPEN-23).
LATER_POLICIES["partner-center-2023-07"] = POLICIES["azure-2022-10"]
for day in ("2024-12", "2026-01", "2027-02"):
    LATER_POLICIES["partner-center-" + day] = LATER_POLICIES["azure-" + day]
EVERY_POLICY = POLICIES | LATER_POLICIES
# today.md 1 and 8: the version in force is the newest of its source whose first day has come.
VERSIONS = {
    "partner-center": (("2018-05-11", "2018-05"), ("2018-10-12", "2018-10"), ("2018-11-16", "2018-11"), ("2020-08-06", "2020-08"),
                       ("2023-07-31", "2023-07"), ("2024-12-05", "2024-12"), ("2026-01-15", "2026-01"), ("2027-02-01", "2027-02")),
    "azure": (("2020-01-24", "2020-01"), ("2020-02-12", "2020-02"), ("2020-07-24", "2020-07"), ("2022-10-10", "2022-10"),
              ("2024-12-05", "2024-12"), ("2026-01-15", "2026-01"), ("2027-02-01", "2027-02")),
}
FIRST_DAYS = {source: tuple((date.fromisoformat(first).toordinal(), f"{source}-{name}") for first, name in versions)
              for source, versions in VERSIONS.items()}


def version_in_force(source, day):
    found = [version for first, version in FIRST_DAYS[source] if first <= day]
    if not found:
        raise InputError("policy", "a day on which a version is known")
    return found[-1]


def version_asked(asked, day):
    """today.md 1: the version that answers on a day, and the one that supersedes it, if it was named in full or is the default."""
    if asked in FIRST_DAYS:
        return version_in_force(asked, day), None
    version = DEFAULT_POLICY if asked is None else asked
    published(version)
    source = version.rsplit("-", 2)[0]
    if source not in FIRST_DAYS:
        return version, None                        # the service has one version
    until = [first for first, other in FIRST_DAYS[source] if other > version]
    if not until or day < until[0]:
        return version, None                        # today.md 8: superseded from the first day of the next one
    return version, version_in_force(source, day)


DEFAULT_POLICY = "partner-center-2020-08"

CHOICES = {
    "limitWindow": ("365-days", "calendar-year", "none"),
    "limitCounts": ("refund", "canceled-commitment"),
    "overLimit": ("clip", "refuse"),
    "rounding": ("half-even", "half-up", "down"),
    "exchangeMinimum": ("credit", "none"),
    "priceBasis": ("paid", "lower"),
    "exchangeWindow": ("pro-rated", "full"),
}
FIELDS = {
    "base": "base", "id": "base",
    "windowDays": "window_days", "fullCreditWhenUnused": "full_credit_when_unused", "feeRate": "fee_rate",
    "limitUsd": "limit", "limitWindow": "limit_window", "limitCounts": "limit_counts", "overLimit": "over_limit",
    "rounding": "rounding", "dayWithoutRow": "day_without_row", "nonReturnable": "non_returnable",
    "exchangeMinimum": "exchange_minimum", "priceBasis": "price_basis", "exchangeWindow": "exchange_window",
    "nonExchangeable": "non_exchangeable",
}


def published(name):
    policy = EVERY_POLICY.get(name if isinstance(name, str) else None)
    if policy is None:
        raise InputError("policy", "a published policy")
    return policy


def policy_of(asked):
    """A published id (R-WHICH: the one named; the default otherwise), or an object: `base` (or `id`) with fields changed."""
    if asked.__class__ is str:
        return EVERY_POLICY.get(asked) or published(asked)
    if asked is None:
        return POLICIES[DEFAULT_POLICY]
    if not isinstance(asked, dict):
        raise InputError("policy", "a published policy or an object")
    changes = {}
    for field, value in asked.items():
        if field in CHOICES:
            if value not in CHOICES[field]:
                raise InputError("policy." + field, "one of " + ", ".join(CHOICES[field]))
        elif field == "limitUsd":
            value = None if value is None else minor_units(value, 2, "policy.limitUsd")
        elif field in ("windowDays", "dayWithoutRow"):
            if value is not None and (value.__class__ is not int or value < 0):
                raise InputError("policy." + field, "a number of days, or null")
        elif field == "fullCreditWhenUnused":
            if value.__class__ is not bool:
                raise InputError("policy." + field, "true or false")
        elif field in ("nonReturnable", "nonExchangeable"):
            value = frozenset(map(product_key, value))
        elif field == "feeRate":
            if value is not None and ratio(value)[0] > ratio(value)[1]:
                raise InputError("policy.feeRate", "a rate from 0 to 1")
        elif field not in FIELDS:
            raise InputError("policy." + field, "a known field")
        changes[FIELDS[field]] = value
    if "non_returnable" in changes:
        # OPEN-16: 0.1.0 had one list for both; a policy that gives one list means both.
        changes.setdefault("non_exchangeable", changes["non_returnable"])
    base = changes.pop("base", DEFAULT_POLICY)
    policy = (EVERY_POLICY.get(base) or published(base))._replace(**changes)
    if policy.over_limit == "clip" and policy.limit_counts == "canceled-commitment":
        raise InputError("policy", "clipping while counting commitments has no meaning (R-OVER)")
    if policy.limit_window == "none" and policy.limit is not None:
        # OPEN-8: the rulebook knows no limit without a year; 'none' goes with limitUsd null.
        raise InputError("policy.limitWindow", "a window, for a policy that has a limit")
    return policy
