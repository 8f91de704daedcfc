"""Who is at the desk: noted once a minute, so that no state goes on where the program or its computer was cut off."""

from datetime import datetime

from app.models.accounts import OperatorState
from app.services import accounts
from app.services.office import Work
from app.store import accounts as rows_of

#: So often the window notes it: at most so much of a state is lost to a power cut.
EVERY_S = 60


def note(work: Work) -> None:
    """Note, on this computer only, that the signed-in person's window runs."""
    rows_of.note_present(work.tx, work.person.id, work.now.isoformat())


def come(work: Work) -> None:
    """Record that somebody is at the desk and ready.

    A state that nobody ended here, because the program was killed or the power failed, ends when its person was last
    seen at this desk. One that was said later is another computer's, and goes on until now.
    """
    last, seen = rows_of.last_state(work.rows, work.person.id), rows_of.present_at(work.rows, work.person.id)
    if last is not None and seen and last[2] <= seen:
        accounts.set_state(work, OperatorState.SIGNED_OUT, since=datetime.fromisoformat(seen))
    accounts.set_state(work, OperatorState.READY)
    note(work)
