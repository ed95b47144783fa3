"""Runs the partner-rules command line and returns its results (Python 3.9 or later; Node 20 or later)."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

Record = Mapping[str, Any]
Result = dict[str, Any]

# Exit statuses with a result for every record: all answered, some rejected, an answer is no.
ANSWERED = (0, 1, 4)


class PartnerRulesError(Exception):
    """The command answered nothing. The message says why and what to do."""


def run(command: str, *arguments: str, records: Iterable[Record] | None = None) -> list[Result]:
    """Returns the results of a command, in the order of `records` or of the files in `arguments`.

    A rejected record has `ok` False and `issues`. The command is `partner-rules`, or PARTNER_RULES
    of the environment. Raises PartnerRulesError if the command, a file or a value cannot be used.
    """
    lines = None if records is None else "".join(f"{_line(record)}\n" for record in records)
    program = shlex.split(os.environ.get("PARTNER_RULES", "partner-rules"))
    done = subprocess.run(
        [*program, command, *arguments], input=lines, capture_output=True, encoding="utf-8", check=False
    )
    if done.returncode not in ANSWERED:
        raise PartnerRulesError(done.stderr.strip() or f"exit status {done.returncode}")
    return [json.loads(line) for line in done.stdout.splitlines() if line]


def _line(record: Record) -> str:
    return json.dumps({name: _plain(name, value) for name, value in record.items()}, ensure_ascii=False)


def _plain(name: str, value: Any) -> Any:
    """Returns a value as JSON can hold it; what pandas has for "not given" is null."""
    if type(value).__name__ in ("NaTType", "NAType") or (isinstance(value, float) and value != value):
        return None
    if isinstance(value, datetime) and value.tzinfo is None:
        if value != datetime(value.year, value.month, value.day):
            raise PartnerRulesError(f"{name}: expected a day or an instant with a time zone, got {value}")
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return format(value, "f")
    return value.item() if type(value).__module__ == "numpy" else value
