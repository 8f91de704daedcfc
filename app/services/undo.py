"""Taking the last command back: by new records, never by deleting one, and only where nothing stands on it."""

from app.models.changes import Changes, Touched
from app.models.entities import ENTITIES
from app.models.errors import UndoNotSafe
from app.models.journal import Kind, Value, fold
from app.services.work import Work
from app.store.journal import records_of

#: Kept beside what a person does, without a word to them: what they did before can still be taken back.
_ASIDE = frozenset({"script_search", "script_notice", "access"})
_NEVER = frozenset({Kind.ONCE, Kind.MAX})


def is_aside(changes: Changes) -> bool:
    """Say whether a command left no trace that its person knows of, so that the one before stays the last."""
    return changes.entities <= _ASIDE


def is_safe(changes: Changes) -> bool:
    """Say whether every touched row is told and can be set back: no facts, for a new row a ``deleted_at`` to set."""
    return bool(changes.touched) and changes.whole and all(_can_be_set_back(one) for one in changes.touched)


def _can_be_set_back(one: Touched) -> bool:
    entity = ENTITIES[one.entity]
    if entity.fact:
        return False
    if one.created:
        return "deleted_at" in entity.by_name
    return not any(entity.by_name[name].kind in _NEVER for name in one.before)


def take_back(work: Work, changes: Changes) -> int:
    """Set every row back to what it said before. Raises ``UndoNotSafe`` where a later record stands on one of them."""
    work.person  # noqa: B018 - asks who it is: nobody takes back what others did (``Office.undo``)
    for one in changes.touched:
        records = records_of(work.tx, one.row_id)
        folded = fold(ENTITIES[one.entity], records)
        names = ["deleted_at"] if one.created else list(one.before)
        if one.created and records[-1].uid != one.uid:
            raise UndoNotSafe(entity=one.entity)
        if not one.created and any(folded.heads.get(name) != (one.uid,) for name in names):
            raise UndoNotSafe(entity=one.entity)
        values: dict[str, Value] = {"deleted_at": work.now.isoformat()} if one.created else dict(one.before)
        work.tx.put(one.entity, one.row_id, values)
    return len(changes.touched)
