"""What the list of calls that wait for a supervisor shows, decided without Qt."""

from app.services import callback_rules, phone_numbers, spoken_words, wording
from app.services.callback_languages import Spoken
from app.services.callback_referrals import Referred


def why(one: Referred, language: str) -> str:
    """Return after which outcome a call waits, and for which language."""
    if one.attempt is not None:
        return wording.label("referral_step", "missing", language)
    said = callback_rules.table()[one.code].words.for_language(language)
    spoken = wording.label("language", one.language, language)
    return f"{said} · {spoken}" if spoken else said


def who(one: Referred) -> str:
    """Return who is called: a name, else the number with its middle hidden."""
    return one.name or phone_numbers.masked(one.number or "–")


def following(one: Referred, language: str) -> str:
    """Return what happens next or is to be decided, with what the operator noted."""
    names = wording.names_in_a_row(one.speakers, language)
    if one.attempt is not None:
        return wording.label("referral_step", "outcome", language).format(names=names)
    step = "offered" if one.is_offered else "nobody" if one.language else "decide"
    said = wording.label("referral_step", step, language).format(names=names)
    if not one.language and one.speakers:
        said = f"{said} · {spoken_words.speakers(Spoken('', one.speakers), language)}"
    return f"{said} · {one.note}" if one.note else said
