"""An oracle for the reservation, software, market and role rules, written from the specifications alone.

NDJSON in, NDJSON out, one answer per line and in order:  python3 oracle.py < cases.ndjson > answers.ndjson
Standard library only. Money is whole minor units, days are ordinals of `datetime.date`; no float is used.
"OPEN-n" marks a choice that the specifications do not make. Reservations are in modules of their own:
`refunds`, `exchanges` and `settling`, from `payments`, `policies`, `money` and `days`.
"""
import gc
import json
import sys
from datetime import date

from days import DAY_NS, days_of, instant, term_end
from exchanges import ask_exchange, ask_exchange_of_several, ask_monthly_exchange, ask_version_exchange
from inputs import InputError
from money import DIGITS, decimal, divide, minor_units
from policies import SUSE_AND_RED_HAT, product_key
from refunds import ask_monthly_refund, ask_refund, ask_version_refund, currency_fact, day_fact
from settling import ask_monthly_settle, ask_settle
from software import ask_software_version

decode = json.JSONDecoder().decode
encode = json.JSONEncoder(separators=(",", ":"), check_circular=False).encode


# ------------------------------------------------------------------------------------------------ SOF: software

# (window days, credit rule stated, SUSE and Red Hat excluded). OPEN-19: software 2021-06 (do older orders keep 60 days?) and
# 2022 (sources disagree) are not defined without doubt, and refused as input.
SOFTWARE_POLICIES = {
    "software-2018-09": (60, False, False),
    "software-2019-12": (60, True, False),
    "software-2020-01": (60, True, True),
    "software-2020-06": (60, True, True),
    "software-2021-02": (60, True, True),
}


def ask_software(asked):
    """OPEN-20: request = {kind: 'perpetual' | 'subscription', paid, currency, term (subscription), purchasedOn, canceledOn,
    qualifies? (true), product?, roles?, order?: {customerName | tenantId | domain, productName, orderId, acknowledged}}.
    Without `roles` or `order` their check is left out. Reasons that the rulebook does not name: role-not-allowed, not-returnable.
    """
    request = asked["request"]
    name = asked.get("policy") or "software-2020-06"
    if name not in SOFTWARE_POLICIES:
        raise InputError("policy", "a software policy that is defined without doubt")
    window, credit_stated, plans_excluded = SOFTWARE_POLICIES[name]
    kind = request.get("kind")
    if kind not in ("perpetual", "subscription"):
        raise InputError("kind", "perpetual or subscription")
    term = request.get("term", "P1Y" if kind == "perpetual" else None)
    if term not in ("P1Y", "P3Y"):
        raise InputError("term", "P1Y or P3Y")
    digits = DIGITS[currency_fact(request)]
    paid = minor_units(request.get("paid"), digits, "paid")
    purchased, canceled = day_fact(request, "purchasedOn"), day_fact(request, "canceledOn")
    if canceled < purchased:
        raise InputError("canceledOn", "a day not before the purchase day")
    product = request.get("product") and product_key(request["product"])

    last_day = purchased + window                       # SOF-1: day 60 counts
    passed = canceled > last_day
    reasons = []
    if "roles" in request and not granted(request["roles"], "software.cancel"):
        reasons.append("role-not-allowed")              # SOF-4, ROL-7
    if plans_excluded and product in SUSE_AND_RED_HAT:
        reasons.append("not-returnable")                # SOF-3
    if not request.get("qualifies", True):
        reasons.append("not-eligible")                  # SOF-1
    if passed:
        reasons.append("window-passed")                 # SOF-1
    if not reasons and "order" in request and not order_complete(request["order"]):
        reasons.append("support-required")              # SOF-6: only where role and window are fine
    credit = None
    if not reasons and credit_stated:                   # SOF-2: no fee, no limit
        _, days, remaining = days_of(purchased, term_end(purchased, term), canceled)
        units = paid if kind == "perpetual" else divide(paid * remaining, days, "half-even")
        credit = decimal(units, digits)
    return {"allowed": not reasons, "reason": reasons[0] if reasons else None,
            "lastDay": date.fromordinal(last_day).isoformat(),
            "daysLeft": None if passed else last_day - canceled,   # OPEN-21: null once the window has passed
            "credit": credit, "obstacles": reasons}


def order_complete(order):
    """SOF-5: any one of three names the customer."""
    named = order.get("customerName") or order.get("tenantId") or order.get("domain")
    return bool(named and order.get("productName") and order.get("orderId") and order.get("acknowledged") is True)


LINK_NS = 14 * DAY_NS   # two weeks: 14 x 24 h from the instant the link was made
LINK_DOWNLOADS = 50


def ask_link(asked):
    """SOF-9. OPEN-22: more than 50 downloads are as 50. expiresAt is in UTC with at least milliseconds."""
    request = asked["request"]
    made, now = instant_fact(request, "issuedAt"), instant_fact(request, "asOf")
    downloads = request.get("downloads")
    if downloads.__class__ is not int or downloads < 0:
        raise InputError("downloads", "a count")
    if now < made:
        raise InputError("asOf", "an instant not before the link was made")
    expires = made + LINK_NS
    if request.get("revoked"):
        state = "revoked"                               # whatever its age
    elif now >= expires or downloads >= LINK_DOWNLOADS:
        state = "expired"
    else:
        state = "active"
    return {"state": state, "expiresAt": utc_instant(expires), "downloadsLeft": max(0, LINK_DOWNLOADS - downloads)}


def instant_fact(request, field):
    try:
        return instant(request[field])
    except (KeyError, TypeError, ValueError):
        raise InputError(field, "an instant") from None


def utc_instant(ns):
    day, ns = divmod(ns, DAY_NS)
    seconds, ns = divmod(ns, 10**9)
    fraction = f"{ns:09d}".rstrip("0").ljust(3, "0")
    return (f"{date.fromordinal(day).isoformat()}T{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
            f".{fraction}Z")


# ------------------------------------------------------------------------------------------------ MKT: markets

# MKT-1: the 109 names of the document, column by column, with their codes.
UNAVAILABLE = {
    "Aland Islands": "AX", "American Samoa": "AS", "Andorra": "AD", "Anguilla": "AI", "Antarctica": "AQ",
    "Antigua and Barbuda": "AG", "Aruba": "AW", "Azerbaijan": "AZ", "Benin": "BJ", "Bhutan": "BT", "Bonaire": "BQ",
    "Bouvet Island": "BV", "British Indian Ocean Territory": "IO", "British Virgin Islands": "VG", "Burkina Faso": "BF",
    "Burundi": "BI", "Cambodia": "KH", "Central African Republic": "CF", "Chad": "TD", "China": "CN",
    "Christmas Island": "CX", "Cocos (Keeling) Islands": "CC", "Comoros": "KM", "Congo": "CG", "Congo (DRC)": "CD",
    "Cook Islands": "CK", "Djibouti": "DJ", "Dominica": "DM", "Equatorial Guinea": "GQ", "Eritrea": "ER",
    "Falkland Islands": "FK", "French Guiana": "GF", "French Polynesia": "PF", "French Southern Territories": "TF",
    "Gabon": "GA", "Gambia": "GM", "Gibraltar": "GI",
    "Greenland": "GL", "Grenada": "GD", "Guadeloupe": "GP", "Guam": "GU", "Guernsey": "GG", "Guinea": "GN",
    "Guinea-Bissau": "GW", "Guyana": "GY", "Haiti": "HT", "Heard Island and McDonald Islands": "HM", "Isle of Man": "IM",
    "Jan Mayen": "SJ", "Jersey": "JE", "Kiribati": "KI", "Kosovo": "XK", "Laos": "LA", "Lesotho": "LS", "Liberia": "LR",
    "Madagascar": "MG", "Malawi": "MW", "Maldives": "MV", "Mali": "ML", "Marshall Islands": "MH", "Martinique": "MQ",
    "Mauritania": "MR", "Mayotte": "YT", "Micronesia": "FM", "Montserrat": "MS", "Mozambique": "MZ", "Myanmar": "MM",
    "Nauru": "NR", "New Caledonia": "NC", "Niger": "NE", "Niue": "NU", "Norfolk Island": "NF",
    "Northern Mariana Islands": "MP", "Palau": "PW",
    "Papua New Guinea": "PG", "Pitcairn Islands": "PN", "Reunion": "RE", "Saba": "BQ", "Saint Barthélemy": "BL",
    "Saint Lucia": "LC", "Saint Martin": "MF", "Saint Pierre and Miquelon": "PM", "Saint Vincent and the Grenadines": "VC",
    "Samoa": "WS", "San Marino": "SM", "São Tomé and Príncipe": "ST", "Seychelles": "SC", "Sierra Leone": "SL",
    "Sint Eustatius": "BQ", "Sint Maarten": "SX", "Solomon Islands": "SB", "Somalia": "SO",
    "South Georgia and South Sandwich Islands": "GS", "South Sudan": "SS", "St Helena, Ascension, Tristan da Cunha": "SH",
    "Suriname": "SR", "Svalbard": "SJ", "Swaziland": "SZ", "Timor-Leste": "TL", "Togo": "TG", "Tokelau": "TK", "Tonga": "TO",
    "Turks and Caicos Islands": "TC", "Tuvalu": "TV", "U.S. Outlying Islands": "UM", "Vanuatu": "VU", "Vatican City": "VA",
    "Wallis and Futuna": "WF", "Yemen": "YE",
}
UNAVAILABLE_CODES = frozenset(UNAVAILABLE.values())

# ISO 3166-1 (249) and XK.
MARKET_CODES = frozenset("""
AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG
CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL
GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA
LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP
NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV
SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW XK
""".split())


def ask_market(asked):
    """MKT-1. Two-letter codes only; one that no one knows is an input error, never "available"."""
    code = str(asked.get("code")).upper()
    if code not in MARKET_CODES:
        raise InputError("code", "an ISO 3166-1 code or XK")
    by_day = asked.get("asOf")
    if by_day is None:
        return {"available": code not in UNAVAILABLE_CODES, "newest": code not in API_CODES}
    return {"available": code not in codes_on(by_day)}


EIGHTEEN = set("AR AZ BY BR CN IN ID KZ LI MY MX RU SA ZA KR TW TR UA".split())
ELEVEN = EIGHTEEN - set("AZ BY IN KZ KR TW UA".split())
API_CODES = (UNAVAILABLE_CODES - {"AZ"}) | {"BR", "RU"}


def codes_on(day):
    """The list of the partners' page on a day: 18, 11, 12 and 109 names."""
    if day < "2018-09-04":
        raise InputError("asOf", "2018-09-04 or later")
    if day < "2019-04-03":
        return EIGHTEEN
    if day < "2019-07-25":
        return ELEVEN
    return ELEVEN | {"JE"} if day < "2019-12-19" else UNAVAILABLE_CODES


# ------------------------------------------------------------------------------------------------ ROL: roles

ROLES = ("admin-agent", "sales-agent", "helpdesk-agent", "global-admin", "user-management-admin", "account-admin",
         "referral-admin", "marketing-content-admin")
READERS = {"admin-agent", "sales-agent", "helpdesk-agent"}
RESERVATION_ROLES = {"admin-agent", "global-admin", "helpdesk-agent", "sales-agent", "user-management-admin"}
MATRIX = {
    "customer-permissions.view": READERS,                                                    # ROL-1
    "customer-permissions.change": {"admin-agent"},                                          # ROL-2
    "reservations.view": RESERVATION_ROLES,                                                  # ROL-3
    "reservations.refund": RESERVATION_ROLES,
    "reservations.exchange": RESERVATION_ROLES,
    "reservations.manage-access": RESERVATION_ROLES,
    "reservations.configure": RESERVATION_ROLES,
    "reservations.view-properties": RESERVATION_ROLES,
    "reservations.request-support": RESERVATION_ROLES,
    "reservations.buy": {"admin-agent", "global-admin"},                                     # ROL-4
    "software.buy": {"admin-agent", "global-admin"},                                         # ROL-5
    "software.view": {"admin-agent", "global-admin"},
    "software.download": {"admin-agent"},                                                    # ROL-6
    "software.get-keys": {"admin-agent"},
    "software.copy-link": {"admin-agent"},
    "software.cancel": {"admin-agent"},                                                      # ROL-7
    "software-activity.view": {"global-admin", "account-admin", "referral-admin", "marketing-content-admin"},  # ROL-8
    "customer-purchases.view": READERS,                                                      # ROL-9
}


ROLES += ("billing-admin",)
# Later pages: the first day, the action, and who may from then on. Before, nobody may what no text names.
LATER = (
    ("2022-11-22", "billing.view", {"admin-agent", "global-admin", "billing-admin"}),
    ("2023-07-27", "licenses.cancel", {"admin-agent", "sales-agent", "global-admin"}),
    ("2023-08-23", "reservations.buy", {"admin-agent", "sales-agent"}),
    ("2023-09-15", "indirect-resellers.manage", {"global-admin", "sales-agent"}),
)
for _, later_action, _ in LATER:
    MATRIX.setdefault(later_action, set())
GUEST_MAY_NOT = {"reservations.refund", "reservations.exchange"}


def may(roles, action, day, guest):
    who = MATRIX[action]
    for first, changed, since in LATER:
        if changed == action and day >= first:
            who = since
    return any(role in who for role in roles) and not (guest and action in GUEST_MAY_NOT)


def ask_dated_access(asked):
    """Unknown names are ignored unless there is no known one; without a day the newest text is named too."""
    names, action, day = asked["roles"], asked["action"], asked.get("asOf")
    guest = asked.get("guest", False)
    known = [name for name in names if name in ROLES]
    if action not in MATRIX or (names and not known) or (day is not None and day < "2020-08-06"):
        raise InputError("roles", "a known role, action and day")
    answer = {"allowed": may(known, action, day or "2020-08-06", guest),
              "ignored": [name for at, name in enumerate(names) if name not in ROLES and name not in names[:at]]}
    if day is None:
        answer["newest"] = may(known, action, "2023-09-15", guest)
    return answer


def ask_savings_plan(asked):
    """The conditions of a purchase, an Azure plan, and the first day of the permission."""
    day, subscription = asked.get("asOf"), asked["subscription"]
    is_plan = subscription is not None and subscription["offer"] == "azure-plan" and subscription["boughtBy"] == "partner"
    return {"allowed": bool(is_plan and subscription["userRole"] == "owner" and asked["permission"] == "on"
                            and (day is None or day >= "2022-10-13"))}


def granted(roles, action):
    """What any role grants is granted; what no document grants is denied; an unknown role or action is an input error."""
    if not isinstance(action, str) or action not in MATRIX:
        raise InputError("action", "a known action")
    if not isinstance(roles, list) or any(role not in ROLES for role in roles):
        raise InputError("roles", "known roles")
    return any(role in MATRIX[action] for role in roles)


def ask_access(asked):
    return {"allowed": granted(asked.get("roles"), asked.get("action"))}


# ------------------------------------------------------------------------------------------------ lines in, lines out

ASKS = {"refund": ask_refund, "exchange": ask_exchange, "settle": ask_settle, "software": ask_software,
        "software-version": ask_software_version, "software-vendor": ask_software_version, "link": ask_link,
        "market": ask_market, "access": ask_access, "dated-access": ask_dated_access,
        "savings-plan": ask_savings_plan, "monthly-refund": ask_monthly_refund,
        "monthly-exchange": ask_monthly_exchange, "exchange-of-several": ask_exchange_of_several,
        "monthly-settle": ask_monthly_settle, "version-refund": ask_version_refund,
        "version-exchange": ask_version_exchange}


def answer_to(line):
    try:
        asked = decode(line)
    except ValueError:
        return {"error": "input", "path": "", "expected": "JSON"}
    try:
        if asked.__class__ is not dict or asked.get("ask") not in ASKS:
            raise InputError("ask", "one of " + ", ".join(ASKS))
        if "request" in asked and asked["request"].__class__ is not dict:
            raise InputError("request", "an object")
        return ASKS[asked["ask"]](asked)
    except InputError as error:
        return error.answer()


def main():
    gc.disable()    # nothing here makes cycles
    write = sys.stdout.write
    for line in sys.stdin:
        write(encode(answer_to(line)) + "\n")


if __name__ == "__main__":
    main()
