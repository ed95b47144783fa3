"""Money (R-ROUND, R-FX): whole minor units. No float is used, and every line is rounded once."""
import re
from functools import cache

from inputs import InputError

# The currency's minor unit. OPEN-2: as in ISO 4217 (not CLDR: IQD has 3, HUF has 2).
DIGITS = dict.fromkeys(
    """AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP
    CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR
    KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN
    PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD
    TZS UAH USD UYU UZS VES WST XCD YER ZAR ZMW""".split(), 2)
DIGITS.update(dict.fromkeys("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF".split(), 0))
DIGITS.update(dict.fromkeys("BHD IQD JOD KWD LYD OMR TND".split(), 3))


AMOUNT = re.compile(r"(0|[1-9][0-9]{0,14})(?:\.([0-9]+))?").fullmatch
TEN = [10**power for power in range(20)]


def minor_units(text, digits, path):
    """OPEN-3: an amount with more decimals than the currency has is an input error."""
    if text.__class__ is not str:
        raise InputError(path, "a decimal string")
    found = AMOUNT(text)
    if not found:
        raise InputError(path, "a decimal string")
    whole, fraction = found.groups()
    if fraction is None:
        return int(whole) * TEN[digits]
    missing = digits - len(fraction)
    if missing < 0:
        raise InputError(path, "no more decimals than the currency has")
    return int(whole + fraction) * TEN[missing]


def decimal(units, digits):
    """Exactly the currency's digits."""
    if units < 0:
        return "-" + decimal(-units, digits)
    text = str(units)
    if digits == 0:
        return text
    text = text.zfill(digits + 1)
    return f"{text[:-digits]}.{text[-digits:]}"


RATIO = re.compile(r"(0|[1-9][0-9]{0,5})(\.[0-9]{1,12})?")


@cache
def ratio(text):
    """'0.12' -> (12, 100)"""
    if not isinstance(text, str) or not RATIO.fullmatch(text):
        raise InputError("", "a decimal string of at most 12 decimals")
    whole, _, fraction = text.partition(".")
    return int(whole + fraction), 10 ** len(fraction)


def divide(top, bottom, rounding):
    """top / bottom, neither of them negative, rounded once to a whole number."""
    units, rest = divmod(top, bottom)
    if rounding == "down":
        return units
    twice = 2 * rest
    if twice > bottom or (twice == bottom and (rounding == "half-up" or units & 1)):
        return units + 1
    return units


@cache
def rate_per_unit(text, currency):
    """R-FX: the caller's rate, USD per unit, as (number, power of ten); for USD itself only 1."""
    number, ten = ratio(text)
    if number == 0:
        raise InputError("usdRate", "USD per unit, more than 0")
    if currency == "USD" and number != ten:
        raise InputError("usdRate", "1 for USD")
    return number, ten


def fits(units, digits, rate, left):
    """R-FX, R-OVER: is units x rate at most what is left? Exactly, in cents, before any rounding (OPEN-12)."""
    number, ten = rate
    return units * number * 100 <= left * ten * 10**digits


def most_that_fits(digits, rate, left):
    """R-FX: what is left / rate, rounded down to the currency's minor unit."""
    number, ten = rate
    return left * ten * 10**digits // (number * 100)


def in_cents(units, digits, rate):
    """R-FX: the exact product, rounded half-even to the cent, whatever the policy's rounding of lines (OPEN-13)."""
    number, ten = rate
    return divide(units * number * 100, ten * 10**digits, "half-even")
