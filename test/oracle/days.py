"""Days and terms (R-DAYS, R-PRORATE, R-ANNIVERSARY). Days are ordinals of `datetime.date`."""
import re
from calendar import monthrange
from datetime import date
from functools import cache

from inputs import InputError

INSTANT = re.compile(
    r"(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.(\d{1,9}))?(?:(Z)|([+-])([01]\d|2[0-3]):([0-5]\d))",
    re.ASCII,
)
DAY_NS = 86_400 * 10**9


def calendar_day(text):
    if len(text) != 10 or text[4] != "-" or text[7] != "-":
        raise ValueError(text)
    return date.fromisoformat(text).toordinal()


def instant(text):
    """Nanoseconds since day ordinal 0, in UTC."""
    found = INSTANT.fullmatch(text)
    if not found:
        raise ValueError(text)
    day, hour, minute, second, fraction, _, sign, off_hour, off_minute = found.groups()
    seconds = int(hour) * 3600 + int(minute) * 60 + int(second)
    if sign:
        offset = int(off_hour) * 3600 + int(off_minute) * 60
        seconds += offset if sign == "-" else -offset
    return calendar_day(day) * DAY_NS + seconds * 10**9 + int((fraction or "0").ljust(9, "0"))


@cache
def utc_day(text):
    """R-DAYS: a calendar day as it is; an instant is first turned into its UTC date."""
    day = calendar_day(text) if len(text) == 10 else instant(text) // DAY_NS
    date.fromordinal(day)  # raises outside of the years 0001-9999
    return day


def day_fact(request, field):
    try:
        return utc_day(request[field])
    except (KeyError, TypeError, ValueError, OverflowError):
        raise InputError(field, "a day YYYY-MM-DD or an instant") from None


TERM_YEARS = {"P1Y": 1, "P3Y": 3, "P5Y": 5}


@cache
def term_end(purchased, term):
    """R-PRORATE: the purchase day + 12, 36 or 60 months; whole years, so only 29 February can be lacking."""
    day = date.fromordinal(purchased)
    try:
        return day.replace(year=day.year + TERM_YEARS[term]).toordinal()
    except ValueError:
        if (day.month, day.day) != (2, 29):
            raise InputError("purchasedOn", "a term that ends by year 9999") from None
        return date(day.year + TERM_YEARS[term], 2, 28).toordinal()


TERM_MONTHS = {term: 12 * years for term, years in TERM_YEARS.items()}


@cache
def due_day(purchased, months):
    """PAY-1, R-ANNIVERSARY: so many months after the purchase day, or the last day of a month that lacks it; never drifting."""
    day = date.fromordinal(purchased)
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1])).toordinal()


def payments_due(purchased, day, months):
    """PAY-1, R-DUE: how many of a term's payments are due up to and with the day, which is not before the purchase."""
    bought, on = date.fromordinal(purchased), date.fromordinal(day)
    passed = min(months - 1, 12 * (on.year - bought.year) + on.month - bought.month)
    return passed + 1 if due_day(purchased, passed) <= day else passed


def days_of(purchased, end, day):
    """R-DAYS, R-PRORATE: days since the purchase, of the term, and remaining.

    OPEN-9: after the term end 0 days remain (the bare difference would be negative).
    """
    return [day - purchased, end - purchased, max(0, end - day)]
