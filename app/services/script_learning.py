"""Learning from use: callers' words and the script that was given to them, fitted at night.

``fitted`` is a question that takes seconds to minutes and asks for its own thread; ``keep`` saves what it found. Both
can be run again at will: where nothing new was said, nothing is fitted.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from zoneinfo import ZoneInfo

from app.models.accounts import Permission
from app.models.texts import clean
from app.scripts_library import learning
from app.scripts_library.learned import VERSION, Learned, from_bytes
from app.scripts_library.learning import Example
from app.scripts_library.script import Script, State
from app.scripts_library.tokens import fold
from app.services.office import View, Work
from app.services.scripts import load
from app.store import script_searches as rows_of
from app.store import scripts as script_rows

NAME = "scripts"
#: Calls of this time are learned from, of each script at most so many.
BEHIND, MOST_CALLS = timedelta(days=365), 200
_SHORTEST = 2
_LONGEST = 400


@dataclass(frozen=True)
class Fitted:
    """What was fitted, from so many ``examples`` of so many ``scripts``; ``body`` is empty where that is too little."""

    trained_on: str
    body: bytes
    scripts: int
    examples: int


def is_due(view: View) -> bool:
    """Say whether nothing has been fitted today, by the center's calendar day."""
    known = rows_of.learned_from(view.rows, NAME)
    zone = ZoneInfo(view.settings.time_zone)
    return known is None or known[2].astimezone(zone).date() < view.now.astimezone(zone).date()


def fitted(view: View) -> Fitted | None:
    """Fit what callers' words teach; None where the examples are those of the last time."""
    view.require(Permission.READ_SCRIPTS)
    examples = learning.learnable(_examples(view))
    told = learning.hash_of(examples)
    known = rows_of.learned_from(view.rows, NAME)
    if known is not None and known[:2] == (VERSION, told):
        return None
    model = learning.fit(examples)
    if model is None:
        return Fitted(told, b"", 0, len(examples))
    return Fitted(told, model.to_bytes(), len(model.scripts), model.examples)


def keep(work: Work, found: Fitted | None) -> None:
    """Save what was fitted. With None it is only noted that there was nothing new today."""
    work.require(Permission.READ_SCRIPTS)
    if found is not None:
        rows_of.keep_learned(work.tx, NAME, version=VERSION, trained_on=found.trained_on, body=found.body)
    else:
        rows_of.note_looked(work.tx, NAME)


def stamp(view: View) -> str:
    """Return what tells one fitted model from another; empty without any of this version."""
    known = rows_of.learned_from(view.rows, NAME)
    return known[1] if known is not None and known[0] == VERSION else ""


def model(view: View) -> Learned | None:
    """Return what was learned, if anything was."""
    return from_bytes(rows_of.learned_body(view.rows, NAME)) if stamp(view) else None


def _examples(view: View) -> Iterator[Example]:
    """Yield callers' words, the newest first, then what the authors wrote, script by script."""
    calls = 0
    counted = {row.key: row for row in script_rows.all_versions(view.rows) if row.state is State.APPROVED}
    for key, row in counted.items():
        for told in rows_of.told_before(view.rows, key, view.now - BEHIND, MOST_CALLS):
            calls += 1
            words = dict.fromkeys(clean(one) for one in (told.query, told.summary))
            yield from (Example(key, one[:_LONGEST], calls) for one in words if one and len(fold(one)) >= _SHORTEST)
        yield from (Example(key, one) for one in _written(load(view.rows, row)))


def _written(script: Script) -> Iterator[str]:
    yield from script.title.values()
    yield from script.question.values()
    for texts in script.phrasings.values():
        yield from texts
