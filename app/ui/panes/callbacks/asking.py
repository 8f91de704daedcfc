"""What the pane asks in one go, so that a card costs one question."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from app.models.accounts import Permission
from app.models.dispositions import Disposition
from app.services import (
    callback_appointments,
    callback_attempts,
    callback_languages,
    callback_returns,
    callback_rules,
    callback_sheets,
    callbacks,
    condolences,
    never_calls,
    phone_numbers,
    red_flags,
)
from app.services.callback_appointments import AgendaHour
from app.services.callback_languages import Spoken
from app.services.callback_sheets import AttemptRow, Sheet
from app.services.callbacks import Explained, Waiting, WhyNot
from app.services.never_calls import NeverCall
from app.services.office import View
from app.services.red_flags import NOTHING_KNOWN, Known


@dataclass(frozen=True)
class Board:
    """The queue at a moment: what can be called, a call whose outcome is missing, why nobody else is there.

    ``decides``: the person decides about what waits for a supervisor.
    """

    now_at: datetime
    zone: ZoneInfo
    calls: tuple[Waiting, ...]
    pending: AttemptRow | None
    explained: Explained
    dials: int
    decides: bool = False


@dataclass(frozen=True)
class Taken:
    """One call as its card shows it, with what may be chosen for it.

    ``to_tell``: the station that holds it and has to be told where its person calls here. ``known``: symptoms of an
    urgent problem, and who can take the person over. ``condolence``: what is said where the person has died. ``never``:
    what the person ever said of never being called; ``me``: whoever makes the call.
    """

    sheet: Sheet
    said: Waiting | WhyNot
    offered: tuple[Disposition, ...]
    flags: tuple[Disposition, ...]
    agenda: tuple[AgendaHour, ...]
    languages: tuple[Spoken, ...]
    hidden: bool = False
    to_tell: str = ""
    known: Known = NOTHING_KNOWN
    condolence: str = ""
    never: tuple[NeverCall, ...] = ()
    me: bytes = b""


def board(view: View) -> Board:
    """Return the queue with everything around it."""
    calls = callbacks.queue(view)
    return Board(
        view.now,
        ZoneInfo(view.settings.time_zone),
        tuple(calls),
        callback_attempts.pending(view),
        callbacks.why_empty(view),
        callbacks.dials_of_today(view),
        view.person.may(Permission.REASSIGN_INQUIRIES),
    )


def taken(view: View, callback: bytes, language: str = "en") -> Taken:
    """Return one call; what is urgent is named in a language. Raises ``RecordGone``."""
    said = callbacks.why_now(view, callback)
    sheet = said.sheet if isinstance(said, Waiting) else callback_sheets.of(view, callback)
    return Taken(
        sheet,
        said,
        callback_attempts.offered(view, callback),
        callback_rules.table().flags(),
        callback_appointments.agenda(view, view.now),
        tuple(callback_languages.listed(view)),
        phone_numbers.are_hidden(view),
        callback_returns.to_tell(view, sheet),
        red_flags.known(view, language, red_flags.institution_of(sheet)),
        condolences.words(view, language),
        tuple(never_calls.of_call(view, callback)),
        view.person.id,
    )
