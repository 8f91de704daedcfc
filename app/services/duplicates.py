"""Hints at duplicates while a matter is typed: same person, same place, words alike, in the last thirty days."""

from dataclasses import replace
from datetime import timedelta

from app.models import duplicates as rules
from app.models.accounts import Permission
from app.models.duplicates import Hint, Matter
from app.services import phone_numbers
from app.services.office import View
from app.store import callers as caller_rows
from app.store import duplicates as rows_of
from app.store import inquiries as inquiry_rows
from app.store.duplicates import Sought
from app.store.projections import PLACES, first_position

_NEAR = ("area", "unit")


def hints(
    view: View, matter: Matter, *, but: bytes | None = None, within: timedelta = rules.WITHIN, most: int = rules.MOST
) -> tuple[Hint, ...]:
    """Return inquiries that may be about the same matter: open ones first, the likeliest first, each with its reasons.

    Without a word or a category there are none. ``but``: the inquiry that the matter is itself.
    """
    view.require(Permission.TAKE_CONTACTS)
    typed = typed_tokens(matter)
    if not typed and not matter.category:
        return ()
    callers = callers_of(view, matter)
    matter = replace(matter, same=tuple(caller_rows.group_of(view.rows, matter.caller)) if matter.caller else ())
    days = days_of(view, within)
    near = {name: str(value) for name in _NEAR if (value := getattr(matter, name))}
    known = tuple(dict.fromkeys((*callers, *matter.same)))
    found = rows_of.find(view.rows, Sought(tuple(typed), known, near, days[0]))
    ranked = rules.ranked(matter, found.candidates, found.weights, callers=callers, days=days)
    chosen = [one for one in ranked if one.candidate.id != but][:most]
    rows = {row.position: row for row in inquiry_rows.at(view.rows, [one.candidate.position for one in chosen])}
    return tuple(
        Hint(
            rows[one.candidate.position],
            one.reasons,
            rules.joined(typed, rules.telling(found.weights, one.alike.tokens)),
        )
        for one in chosen
        if one.candidate.position in rows
    )


def typed_tokens(matter: Matter) -> dict[str, str]:
    """Return the tokens of what is typed that tell something, those of the summary first, each with how it is read."""
    every = rows_of.tokens_of(f"{matter.summary or ''}\n{matter.details or ''}")
    return {token: shown for token, shown in every.items() if shown.casefold() not in rules.FUNCTION_WORDS}


def callers_of(view: View, matter: Matter) -> frozenset[bytes]:
    """Return who is known by the number, in whatever format it is typed, on every card that is linked as theirs."""
    key = phone_numbers.understood(matter.number, view.settings.country).key if matter.number else None
    known = caller_rows.by_number(view.rows, key) if key else []
    return frozenset(card for one in known for card in caller_rows.group_of(view.rows, one.id))


def days_of(view: View, within: timedelta) -> tuple[int, int]:
    """Return the positions between which inquiries of the last days stand."""
    first = first_position((view.now - within).isoformat())
    return first, first_position(view.now.isoformat()) + PLACES
