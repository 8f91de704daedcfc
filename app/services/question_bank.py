"""The question bank: filled from the approved scripts by the program, reviewed, retired and written by trainers."""

from collections import Counter
from collections.abc import Mapping, Set
from dataclasses import dataclass, replace

from app.models import drill_items
from app.models.accounts import Permission
from app.models.drill_items import Item, ItemState, to_content
from app.models.errors import RecordGone
from app.scripts_library.card_making import items_of
from app.services import drill_cards
from app.services.bank_imports import without_private
from app.services.drill_items import others, script_of, titles_beside
from app.services.office import View, Work
from app.store import drill_points as point_rows
from app.store import items as rows_of

GENERATED = "generated"


@dataclass(frozen=True)
class Filled:
    """What filling the bank did: new items, new versions of known ones, and those that stayed."""

    added: int
    updated: int
    unchanged: int


def fill(work: Work, only: Set[str] | None = None) -> Filled:
    """Make questions from every script that counts now, or from some; what a person reviewed or retired stays."""
    person = work.require(Permission.TRAIN)
    drill_cards.refresh(work)
    beside = others(work)
    counts: Counter[str] = Counter()
    keys = {one.script for one in point_rows.every(work.tx) if one.from_on is not None}
    for key in sorted(keys if only is None else keys & only):
        known = {one.id: one for one in rows_of.of_script(work.tx, key)}
        script = script_of(work, key)
        for item in items_of(script, beside, titles_beside(work, script)):
            counts[_keep(work, item, known.get(item.id), person.id)] += 1
    return Filled(counts["added"], counts["updated"], counts["unchanged"])


def _keep(work: Work, item: Item, known: Item | None, by: bytes) -> str:
    if known is None:
        rows_of.write(work.tx, item, by=by, source=GENERATED)
        return "added"
    if known.state is not ItemState.SAMPLE or _same(item, known):
        return "unchanged"
    rows_of.write(work.tx, replace(item, number=known.number + 1), by=by, source=GENERATED)
    return "updated"


def _same(one: Item, other: Item) -> bool:
    return (to_content(one), one.version, one.topic) == (to_content(other), other.version, other.topic)


def save(work: Work, item: Item, *, source: str = "written") -> bytes:
    """Save a question of a trainer as a new version, and return the id of that version.

    What tells who a caller is does not become part of it. Raises ``FieldMissing`` and ``AnswerKeyWrong`` for what
    cannot be asked.
    """
    person = work.require(Permission.TRAIN)
    item = without_private(item)
    drill_items.check(item)
    known = rows_of.find(work.tx, item.id)
    number = known.number + 1 if known else 1
    return rows_of.write(work.tx, replace(item, number=number), by=person.id, source=source)


def decide(work: Work, item: bytes, state: ItemState) -> None:
    """Say that a question was reviewed, or retire it. Raises ``RecordGone``."""
    work.require(Permission.TRAIN)
    if rows_of.find(work.tx, item) is None:
        raise RecordGone(entity="item", id=item.hex())
    rows_of.set_state(work.tx, item, state)


def points(view: View) -> dict[tuple[str, str], Mapping[str, str]]:
    """Return what each key point says, by script and point."""
    view.require(Permission.TRAIN)
    return {(one.script, one.point): one.texts for one in point_rows.every(view.rows)}


def listed(view: View) -> list[Item]:
    """Return the newest version of every question that is not retired, by topic."""
    view.require(Permission.TRAIN)
    return [item for _, item in rows_of.bank(view.rows)]
