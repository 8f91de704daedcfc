"""Codes as they stand in records: one that this program does not know yet is kept, shown as it is, and means nothing.

Stations of one center are not upgraded on one day. A newer program may write a kind of appointment or a state of which
this one has never heard; reading it strictly would make every list fail in which it stands.
"""

from enum import StrEnum
from functools import cache
from typing import TypeVar

Code = TypeVar("Code", bound=StrEnum)


def coded(kind: type[Code], value: object) -> Code:
    """Return the member of a stored code; for one that is not listed, one that carries it and equals no member.

    For what was stored only. What a person or a file says is read strictly, by the kind itself.
    """
    try:
        return kind(value)
    except ValueError:
        return _unlisted(kind, str(value))


@cache
def _unlisted(kind: type[Code], code: str) -> Code:
    one = str.__new__(kind, code)
    vars(one).update(_name_=code, _value_=code)
    return one
