"""Choosing the question for a card: another one than last time, typed answers more often than choices."""

import hashlib
from collections.abc import Mapping, Sequence
from contextlib import suppress

from app.models.drill_items import DrillKind, Item, ItemState, speaks
from app.models.drill_queue import Candidate
from app.models.errors import RecordGone
from app.scripts_library.card_making import Other, items_of, leads_to
from app.scripts_library.script import Script
from app.services.office import View
from app.services.scripts import counting
from app.store import drill_points as point_rows
from app.store import items as item_rows

#: How often each kind is drawn: what has to be produced is remembered better than what is recognized.
SHARES = {
    DrillKind.SAY: 3, DrillKind.SLOT: 3, DrillKind.MCQ: 2, DrillKind.MULTI: 1, DrillKind.ORDER: 1, DrillKind.BRANCH: 2,
    DrillKind.FIND: 1,
}  # fmt: skip
#: So many key points of other scripts are wrong options to choose from.
OTHERS = 200


def others(view: View) -> tuple[Other, ...]:
    """Return key points of scripts that count now, to make wrong options of."""
    found = point_rows.weightiest(view.rows, OTHERS)
    return tuple(Other(one.script, one.topic, one.texts) for one in found)


def script_of(view: View, key: str) -> Script:
    """Return the version of a script that counts now. Raises ``RecordGone``."""
    return counting(view, key, drafts=False)


def titles_beside(view: View, script: Script) -> dict[str, Mapping[str, str]]:
    """Return the titles of the scripts to which the flow of a script leads, of those that count now."""
    found: dict[str, Mapping[str, str]] = {}
    for key in sorted(leads_to(script)):
        with suppress(RecordGone):
            found[key] = script_of(view, key).title
    return found


def items_for(view: View, key: str) -> tuple[Script, tuple[Item, ...]]:
    """Return a script and every question about it: those of the bank that are not retired, and those made here."""
    script = script_of(view, key)
    titles = titles_beside(view, script)
    kept = item_rows.of_script(view.rows, key)
    retired = {one.id for one in kept if one.state is ItemState.RETIRED}
    chosen = {one.id: one for one in items_of(script, others(view), titles) if one.id not in retired}
    chosen |= {one.id: one for one in kept if one.state is ItemState.REVIEWED}
    return script, tuple(chosen.values())


def fitting(items: Sequence[Item], card: Candidate, kinds: frozenset[DrillKind], language: str) -> list[Item]:
    """Return the questions of a card that are of these kinds and speak the language."""
    return [one for one in items if card.point in one.points and one.kind in kinds and speaks(one, language)]


def choose(
    items: Sequence[Item], card: Candidate, operator: bytes, *, kinds: frozenset[DrillKind], language: str = ""
) -> Item:
    """Return the question for a card: one of its key point, not the last one, the same wherever it is chosen.

    One that speaks the language, unless there is none. Raises ``RecordGone`` where there is no question at all.
    """
    fit = fitting(items, card, kinds, language) or fitting(items, card, kinds, "")
    fresh = [one for one in fit if one.id != card.last_item] or fit
    if not fresh:
        raise RecordGone(entity="item", id=f"{card.script}/{card.point}")
    seed = operator + f"/{card.script}/{card.point}/{card.reps}".encode()
    draw = int.from_bytes(hashlib.sha256(seed).digest()[:8], "big")
    bag = [kind for kind in DrillKind for _ in range(SHARES[kind]) if any(one.kind is kind for one in fresh)]
    kind = bag[draw % len(bag)]
    of_kind = [one for one in fresh if one.kind is kind]
    return of_kind[draw // len(bag) % len(of_kind)]
