"""Numbers in any format: understood with phonenumbers, kept in E.164, shown as people of the country read them."""

from functools import lru_cache

from app.models.callers import PhoneNumber

#: Digits of the longest service number that has no country code (12345, 101010).
_LONGEST_SHORT = 6


@lru_cache(maxsize=4096)
def understood(typed: str, country: str) -> PhoneNumber:
    """Return the number as typed, its E.164 form (None where it cannot be a number), and how it is shown.

    ``country`` is the region in which a number without a country code is read. Short service numbers (120, 12345) are
    kept as they are. Full-width digits, spaces, brackets, dashes and a leading 00 are understood.
    """
    import phonenumbers as library

    text = typed.strip()
    international = "+" + text[2:] if text.startswith("00") and country != "US" else text
    try:
        number = library.parse(international, country)
    except library.NumberParseException:
        return PhoneNumber(typed, None, text)
    digits = library.normalize_digits_only(text)
    if 3 <= len(digits) <= _LONGEST_SHORT and "+" not in text:
        return PhoneNumber(typed, digits, digits)
    if not library.is_possible_number(number):
        return PhoneNumber(typed, None, text)
    e164 = library.format_number(number, library.PhoneNumberFormat.E164)
    national = number.country_code == library.country_code_for_region(country)
    style = library.PhoneNumberFormat.NATIONAL if national else library.PhoneNumberFormat.INTERNATIONAL
    return PhoneNumber(typed, e164, library.format_number(number, style))


def masked(shown: str) -> str:
    """Return a number with its middle hidden, as it stands on a locked window: 138****5678."""
    digits = [at for at, one in enumerate(shown) if one.isdigit()]
    hidden = set(digits[3:-4]) if len(digits) > 7 else set(digits[:-2])
    return "".join("*" if at in hidden else one for at, one in enumerate(shown))
