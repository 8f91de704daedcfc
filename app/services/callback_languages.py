"""Calls to people with whom nobody at hand could speak: which language they need, who speaks it, and where nobody does.

An outcome for a language (243) names it; the call then comes only to operators who speak it. The languages of people
stand in their accounts (``models.languages``).
"""

from collections.abc import Iterable
from dataclasses import dataclass

from app.models.accounts import Permission, Person
from app.models.dispositions import DIALECT, Disposition
from app.models.errors import FieldInvalid, RecordGone
from app.models.languages import CODES, OTHER, speaks, spoken
from app.models.texts import clean
from app.services import callback_queue, callback_sheets
from app.services.callback_sheets import Sheet
from app.services.office import View, Work
from app.store import accounts
from app.store import callbacks as callback_rows


@dataclass(frozen=True)
class Spoken:
    """A language or dialect with the names of the operators who speak it."""

    language: str
    speakers: tuple[str, ...]


@dataclass(frozen=True)
class Awaited(Spoken):
    """A language for which so many open calls wait."""

    count: int


def listed(view: View) -> list[Spoken]:
    """Return what can be chosen: the languages of the intake window, what operators speak, what calls wait for."""
    view.require(Permission.TAKE_CONTACTS)
    able = _able(view)
    words = [*CODES, *(word for one in able for word in one.speaks), *(one for one, _ in _counts(view))]
    once: dict[str, str] = {}
    for word in words:
        once.setdefault(word.casefold(), word)
    return [Spoken(one, _names(able, one)) for one in once.values() if one != OTHER]


def named(view: View, said: str) -> str:
    """Return a language as it is kept: one word, spelled as operators' accounts spell it; "" for none.

    Raises ``FieldInvalid`` for several words and for one that is too long.
    """
    view.require(Permission.TAKE_CONTACTS)
    try:
        words = spoken([clean(said) or ""])
    except ValueError:
        words = ("", "")
    if len(words) > 1:
        raise FieldInvalid(field="language", value=said)
    if not words:
        return ""
    known = [word for one in _able(view) for word in one.speaks if speaks([word], words[0])]
    return known[0] if known else words[0]


def keep(work: Work, sheet: Sheet, chosen: Disposition, language: str) -> None:
    """Let a call carry the language that its outcome names; no other outcome changes it."""
    work.require(Permission.TAKE_CONTACTS)
    if chosen.open_if == DIALECT and language != sheet.callback.language:
        work.tx.put("callback", sheet.callback.id, {"language": language or None})


def say(work: Work, callback: bytes, language: str) -> None:
    """Say which language a call that is open needs; it then comes to whoever speaks it. Supervisors only.

    Raises ``RecordGone``, ``FieldInvalid``.
    """
    work.require(Permission.REASSIGN_INQUIRIES)
    sheet = callback_sheets.of(work, callback)
    if sheet.callback.closed_at is not None:
        raise RecordGone(entity="callback", id=callback.hex())
    known = named(work, language)
    if not known:
        raise FieldInvalid(field="language", value=language)
    work.tx.put("callback", callback, {"language": known})
    callback_queue.refresh(work, callback)


def awaited(view: View, campaign: bytes | None = None) -> list[Awaited]:
    """Return the languages for which open calls wait, of one campaign or of all, most calls first."""
    view.require(Permission.TAKE_CONTACTS)
    able = _able(view)
    found: dict[str, tuple[str, int]] = {}
    for word, count in _counts(view, campaign):
        first, so_far = found.get(word.casefold(), (word, 0))
        found[word.casefold()] = first, so_far + count
    made = [Awaited(word, _names(able, word), count) for word, count in found.values()]
    return sorted(made, key=_most)


def _counts(view: View, campaign: bytes | None = None) -> list[tuple[str, int]]:
    return callback_rows.count_by_language(view.rows, campaign)


def _most(one: Awaited) -> tuple[int, str]:
    return -one.count, one.language


def _able(view: View) -> list[Person]:
    people = accounts.everyone(view.rows)
    return [one for one in people if one.may(Permission.TAKE_CONTACTS) and not one.is_gone(view.now)]


def _names(able: Iterable[Person], language: str) -> tuple[str, ...]:
    return tuple(one.display for one in able if speaks(one.speaks, language))
