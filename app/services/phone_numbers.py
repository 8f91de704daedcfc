"""Numbers in any format: understood with phonenumbers, kept in E.164, shown as people of the country read them.

What has no E.164 (service numbers such as 12320, numbers without their area code, extensions of the house) is kept,
matched and shown as it was typed: a country code before it would make another number of it.
"""

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from app.models.accounts import Permission
from app.models.callers import PhoneNumber

if TYPE_CHECKING:
    from app.services.office import View

#: An extension as Chinese writes it; the library knows the other ways.
_EXTENSION = re.compile("\\s*(?:转|轉|分机|分機)\\s*[:号]*\\s*(?=\\d{1,7}$)")
#: The mark before an extension, as it is typed or as the library writes it.
_SHOWN_EXTENSION = re.compile(r"(?:ext\.?|x|转|轉|分机|分機)\s*[:号]*\s*(?=\d{1,7}$)", re.IGNORECASE)
_SEPARATORS = re.compile(r"[\s\-‐-―−().·/]+")
#: Longest text that is understood as a number, as in the library; what is longer was pasted by mistake.
_LONGEST = 250
#: Digits of a whole national number where the library does not know the number itself (new ranges, North America).
_WHOLE, _WHOLE_NANP = 11, 10


@lru_cache(maxsize=4096)
def understood(typed: str, country: str) -> PhoneNumber:
    """Return the number as typed, its E.164 form (None where it has none), and how it is shown.

    ``country`` is the region in which a number without a country code is read. Full-width digits, spaces, brackets,
    dashes, a leading 00 and extensions (``x123``, ``转123``) are understood.
    """
    import phonenumbers as library

    text = typed.strip()
    plain = unicodedata.normalize("NFKC", text).strip()
    if len(plain) > _LONGEST:
        return PhoneNumber(typed, None, text, local=_local(plain))
    known = re.sub(r"^00(?=\d)", "+", plain) if country != "US" else plain
    known = _EXTENSION.sub(" x", known) if known[:1].isdigit() or known[:1] in "+(" else known
    try:
        number = library.parse(known, country)
    except library.NumberParseException:
        return PhoneNumber(typed, None, text, local=_local(plain))
    if not _whole(number, known):
        return PhoneNumber(typed, None, text, local=_local(plain))
    e164 = library.format_number(number, library.PhoneNumberFormat.E164)
    national = number.country_code == library.country_code_for_region(country)
    style = library.PhoneNumberFormat.NATIONAL if national else library.PhoneNumberFormat.INTERNATIONAL
    return PhoneNumber(typed, e164, library.format_number(number, style), number.extension or None)


def _whole(number: Any, known: str) -> bool:
    """Say whether a parsed number is whole: not only the end of one, as people of one town dial it."""
    import phonenumbers as library

    if library.is_possible_number_with_reason(number) != library.ValidationResult.IS_POSSIBLE:
        return False
    if library.is_valid_number(number) or known.startswith("+"):
        return True
    least = _WHOLE_NANP if number.country_code == 1 else _WHOLE
    return len(library.national_significant_number(number)) >= least


def _local(plain: str) -> str | None:
    """Return what a number without E.164 is known by, None where no digit is in it."""
    return _SEPARATORS.sub("", plain).casefold() or None if any(one.isdigit() for one in plain) else None


def are_hidden(view: "View") -> bool:
    """Say whether numbers on records are shown with their middle hidden to who asks.

    They are where the center wants so, and for everybody whose role may not see whole numbers for a reason either.
    """
    return view.settings.mask_numbers or view.by is None or not view.by.may(Permission.REVEAL_NUMBERS)


def told(view: "View", number: str) -> str:
    """Return a number as who asks may see it on records: whole, or with its middle hidden."""
    shown = understood(number, view.settings.country).shown if number else ""
    return masked(shown) if are_hidden(view) else shown


def masked(shown: str) -> str:
    """Return a number with its middle hidden, as it stands on a locked window: 138****5678.

    Of what is no number, such as a name or the address of a softphone, only the first letter is left.
    """
    digits = [at for at, one in enumerate(shown) if one.isdigit()]
    hidden = set(digits[3:-4]) if len(digits) > 7 else set(digits[:-2])
    if any(one.isalpha() for one in _SHOWN_EXTENSION.sub("", shown)):
        hidden = set([at for at, one in enumerate(shown) if one.isalnum()][1:])
    return "".join("*" if at in hidden else one for at, one in enumerate(shown))
