"""Cards that were forgotten too often: what each asks, and what was done before it is drilled again."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.models.accounts import Permission
from app.models.drill_items import ItemState, said_in
from app.models.drills import StuckCause
from app.models.errors import RecordGone
from app.services import drill_items, drills, question_bank, scripts
from app.services.office import View, Work
from app.store import drills as rows_of
from app.store import items as item_rows
from app.store.drills import CardKey, GivenAnswer, Leech

#: So many answers of a card are shown.
ANSWERS = 4


@dataclass(frozen=True)
class StuckCard:
    """A card that waits for somebody: title of its script, what its key point says, its last answers."""

    leech: Leech
    title: str
    text: str
    answers: tuple[GivenAnswer, ...]


def listed(view: View, language: str) -> list[StuckCard]:
    """Return the cards that are not drilled any more, those forgotten most often first; ``language`` is zh or en."""
    return [_stuck(view, one, language) for one in drills.leeches(view)]


def _stuck(view: View, leech: Leech, language: str) -> StuckCard:
    answers = tuple(rows_of.last_answers(view.rows, leech.card, ANSWERS))
    try:
        script = drill_items.script_of(view, leech.card.script)
    except RecordGone:
        return StuckCard(leech, leech.card.script, "", answers)
    said = [said_in(one.texts, language) for one in script.key_points if one.id == leech.card.point]
    return StuckCard(leech, script.title_in(language), "".join(said), answers)


def named(found: Sequence[StuckCard], operator: str, card: str) -> CardKey:
    """Return the card of an operator, by the name shown and ``script/point``. Raises ``RecordGone``."""
    for one in found:
        if (one.leech.operator, f"{one.leech.card.script}/{one.leech.card.point}") == (operator, card):
            return one.leech.card
    raise RecordGone(entity="drill_card", id=f"{operator} {card}")


def settle(work: Work, card: CardKey, cause: StuckCause, note: str) -> None:
    """Say what was done about a card; it is drilled again from tomorrow.

    A script that is unclear is flagged to its owner, a question that is bad is asked never again. Raises
    ``FieldMissing``, ``RecordGone``.
    """
    work.require(Permission.TRAIN)
    drills.coached(work, card.operator, card.script, card.point, note=note)
    if cause is StuckCause.SCRIPT:
        version = drill_items.script_of(work, card.script).version
        scripts.flag(work, card.script, version, note=note, key_point=card.point)
    elif cause is StuckCause.QUESTION:
        _retire(work, card)


def _retire(work: Work, card: CardKey) -> None:
    """Retire the question that was asked last; one that the program made on the spot enters the bank for that."""
    asked = {one.item for one in rows_of.last_answers(work.tx, card, 1)}
    _, found = drill_items.items_for(work, card.script)
    for item in found:
        if item.id in asked:
            if item_rows.find(work.tx, item.id) is None:
                question_bank.save(work, item, source="made")
            question_bank.decide(work, item.id, ItemState.RETIRED)
