"""The recovery passphrase: what is printed, kept in a safe for years, and typed by hand on a bad day.

Eight groups of four signs of Crockford's base 32 (no I, L, O, U; small letters and look-alikes are taken as meant).
Seven groups carry 140 random bits; the eighth is a checksum, so that a typing error is found before anything is tried.
"""

import hashlib
import os
import re
import unicodedata

from app.models.key_errors import RecoveryIncomplete, RecoveryLetterWrong, RecoveryMistyped

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
GROUP = 4
GROUPS = 8
_LETTERS = GROUP * GROUPS
_RANDOM = GROUP * (GROUPS - 1)
_MEANT = {"O": "0", "I": "1", "L": "1"}
_FIELD = "recovery"
_NUMBER = re.compile(r"\b[1-8]:")


def new_passphrase() -> str:
    """A fresh recovery passphrase, grouped by hyphens, from the operating system's random source."""
    number = int.from_bytes(os.urandom(_RANDOM * 5 // 8 + 1))
    return grouped(with_checksum(_letters(number, _RANDOM)))


def with_checksum(letters: str) -> str:
    """The 28 random letters followed by their checksum of four (one wrong text in a million passes)."""
    digest = hashlib.sha256(b"onewindow recovery passphrase\n" + letters.encode()).digest()
    return letters + _letters(int.from_bytes(digest), GROUP)


def grouped(letters: str) -> str:
    """The letters in groups of four with hyphens between."""
    return "-".join(letters[start : start + GROUP] for start in range(0, len(letters), GROUP))


def normalized(typed: str) -> str:
    """The passphrase as it was made, from what somebody typed: any case, spaces, full-width letters, O for 0, l for 1,
    the numbers before the groups as they stand on the sheet (``1:45WX``).

    Raises RecoveryLetterWrong, RecoveryIncomplete or RecoveryMistyped.
    """
    letters = ""
    for sign in _NUMBER.sub(" ", unicodedata.normalize("NFKC", typed)).upper():
        if sign.isspace() or unicodedata.category(sign) in ("Pd", "Cf", "Po"):
            continue
        sign = _MEANT.get(sign, sign)
        if sign not in SIGNS:
            raise RecoveryLetterWrong(field=_FIELD, letter=sign, group=len(letters) // GROUP + 1)
        letters += sign
    if len(letters) != _LETTERS:
        raise RecoveryIncomplete(field=_FIELD, found=len(letters), wanted=_LETTERS)
    if with_checksum(letters[:_RANDOM]) != letters:
        raise RecoveryMistyped(field=_FIELD)
    return grouped(letters)


def _letters(number: int, count: int) -> str:
    """The lowest ``5 * count`` bits of ``number``."""
    return "".join(SIGNS[number >> (5 * place) & 31] for place in reversed(range(count)))
