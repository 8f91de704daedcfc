"""What past calls teach about when people answer, fitted at night and kept as one local artifact.

``fitted`` is a question of a second or two; ``keep`` saves what it found and gives every open call its chances. Both
can be run again at will. Refusals teach nothing (whoever refused has answered, and is not asked again), nor do calls
at an agreed time: who picks up then says nothing about the hour.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from app.models import contact_chances
from app.models.contact_chances import Facts
from app.models.dispositions import KEPT_AWAY, NextStep, Table
from app.services import callback_queue, callback_rules, contact_facts
from app.services.call_scoring import NAME
from app.services.callback_sheets import text_of
from app.services.office import View, Work
from app.store import call_scores as rows_of
from app.store import callback_queue as queue_rows
from app.store import script_searches as learned_rows
from app.store.call_scores import Dialed

#: How far back dials are learned from, and how many at most.
BEHIND, MOST = timedelta(days=400), 200_000


@dataclass(frozen=True)
class Fitted:
    """What was fitted from so many dials; ``body`` is empty where they were too few."""

    trained_on: str
    body: bytes
    dials: int


def fitted(view: View) -> Fitted | None:
    """Fit what past calls teach; None where they are those of the last time. Anybody may: nothing is shown."""
    view.person  # noqa: B018 - asks who it is, and refuses nobody
    zone = ZoneInfo(view.settings.time_zone)
    known = list(learnable(rows_of.dialed(view.rows, text_of(view.now - BEHIND), MOST), callback_rules.table(), zone))
    told = hashlib.sha256(repr(sorted(map(repr, known))).encode()).hexdigest()
    last = learned_rows.learned_from(view.rows, NAME)
    if last is not None and last[:2] == (contact_chances.VERSION, told):
        return None
    found = contact_chances.fit(known)
    return Fitted(told, found.to_bytes() if found else b"", len(known))


def learnable(dials: Iterable[Dialed], table: Table, zone: ZoneInfo) -> Iterator[tuple[Facts, bool]]:
    """Yield what was known before each dial, and whether somebody answered; those of one call come in their order."""
    call, tries, last, agreed = b"", dict[str, int](), "", False
    for one in dials:
        if one.callback != call:
            call, tries, last, agreed = one.callback, {}, "", False
        said = table[one.code]
        day = datetime.fromisoformat(one.at).astimezone(zone).date()
        if one.slot and not said.refusal and not agreed and one.code != KEPT_AWAY:
            yield contact_facts.facts(one.slot, one.about, one.institution, day, (tries, last)), said.contact
        tries[one.slot] = tries.get(one.slot, 0) + (not said.contact)
        last, agreed = one.code, said.next.step is NextStep.APPOINTMENT


def keep(work: Work, found: Fitted | None) -> None:
    """Save what was fitted, and give every open call its chances. With None it is only noted that nothing is new."""
    work.person  # noqa: B018 - asks who it is, and refuses nobody
    if found is None:
        learned_rows.note_looked(work.tx, NAME)
        return
    learned_rows.keep_learned(
        work.tx, NAME, version=contact_chances.VERSION, trained_on=found.trained_on, body=found.body
    )
    rows_of.clear(work.tx)
    for one in queue_rows.open_surveys(work.tx) if found.body else ():
        callback_queue.refresh(work, one)


def is_due(view: View) -> bool:
    """Say whether nothing has been fitted today, by the center's calendar day."""
    known = learned_rows.learned_from(view.rows, NAME)
    zone = ZoneInfo(view.settings.time_zone)
    return known is None or known[2].astimezone(zone).date() < view.now.astimezone(zone).date()
