"""What there is to supervise in the demo: extensions that wait for a decision, and a ladder that has climbed."""

from dataclasses import replace

from app.models.accounts import Person
from app.models.inquiries import InquiryRow, State
from app.services import inquiry_steps, ladder_firing
from app.services.demo_texts import Texts
from app.services.office import Work
from app.store import inquiries as inquiry_rows
from app.store import supervision as rows_of

#: How many extensions wait, for how many days, and by which rule of the center.
_ASKED, _DAYS, _BASIS = 3, 2, "§ 12"
_LOOKED_AT = 60


def supervise(work: Work, person: Person, texts: Texts) -> int:
    """Ask for a few extensions in the name of a person and let the ladder climb; return how many rungs fired."""
    mine = replace(work, by=person)
    work.tx.write_as(person.name, work.now)
    states = [State.IN_PROGRESS.value, State.ACCEPTED.value]
    found = inquiry_rows.at(work.tx, rows_of.in_states(work.tx, states, limit=_LOOKED_AT))
    for row in [one for one in found if _can_wait(mine, one)][:_ASKED]:
        reason = texts.line("waits_others", "zh")
        inquiry_steps.take(mine, row.id, "ask_extension", days=_DAYS, basis=_BASIS, reason=reason)
    fired = 0
    while True:
        done = ladder_firing.run(mine)
        fired += len(done.fired)
        if not done.more:
            return fired


def _can_wait(work: Work, row: InquiryRow) -> bool:
    return bool(row.clocks) and row.due_at is not None and row.due_at > work.now
