"""Attempts to reach somebody, and the state of a case that follows from them.

The log of attempts only grows; an attempt is known by its station and a number that this station counts up. The state
of a case is a pure fold of the *set* of its attempts in the order (time, station, number): logs that were written
apart are merged by uniting them, in whatever order and however often they arrive.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum

from app.models.dispositions import (
    AAPOR,
    BROKEN_OFF,
    DENIED,
    DIALECT,
    HCAHPS,
    KEPT_AWAY,
    NEVER_CONTACTED,
    NOT_ATTEMPTED,
    ONCE_CONTACTED,
    PARTLY_DONE,
    PERIOD_OVER,
    REFUSED_UNSAID,
    RESUMED,
    SOMEBODY_ELSE,
    Disposition,
    Finality,
    Mapped,
    NextStep,
    Suppression,
    Table,
)
from app.models.slots import Slot

#: From this share of the key items on, an interview that was broken off counts as partly done (AAPOR 1.2).
HALF = 50
#: Codes with which the program itself closes a case.
BY_ENGINE = frozenset({NEVER_CONTACTED, ONCE_CONTACTED, PERIOD_OVER})
#: Redials later than this after the one before belong to another session.
SESSION = timedelta(hours=1)


#: What a code that a table does not place is in AAPOR, as a case that nobody has tried yet.
_NOT_ATTEMPTED = Mapped("3.11", "UH")


class Direction(StrEnum):
    """Who called whom. A call that came in is no dial: it uses up nothing."""

    OUT = "out"
    IN = "in"


class MissedBy(StrEnum):
    """Whose fault it was that an appointment was not kept; ours never counts against the person."""

    US = "us"
    THEM = "them"


class ClosedFor(StrEnum):
    """Why the program closes a case that no outcome has closed."""

    LIMIT = "limit"
    PERIOD = "period"


@dataclass(frozen=True, slots=True)
class Attempt:
    """One dial or one call that came in. ``code`` is "" until the operator says how it ended.

    ``number`` is by what a number is known again; ``percent`` is how many of the key items were answered;
    ``confirmed``: the number was confirmed as the person's; ``language``: what the person speaks, where that was why;
    ``exempt``: made to verify a finding, it counts toward the limit of such calls alone.
    """

    station: str
    seq: int
    at: datetime
    number: str
    direction: Direction = Direction.OUT
    code: str = ""
    slot: Slot | None = None
    operator: str = ""
    percent: int | None = None
    confirmed: bool = False
    missed_by: MissedBy | None = None
    language: str = ""
    exempt: bool = False

    @property
    def key(self) -> tuple[str, int]:
        """Return by what the attempt is known on every station."""
        return self.station, self.seq

    @property
    def is_dial(self) -> bool:
        """Say whether we called."""
        return self.direction is Direction.OUT


@dataclass(frozen=True)
class Circumstances:
    """What a case brings along: its numbers in the order in which they are tried, and what its campaign allows.

    ``overruled_at``: until then whoever denied the stay (401) was wrong or was somebody else, as a supervisor found.
    """

    numbers: tuple[str, ...] = ()
    conversions: int = 0
    dialect: bool = False
    overruled_at: datetime | None = None


@dataclass(frozen=True)
class CaseStatus:
    """What the attempts of a case make of it.

    ``code`` is the final outcome where there is one, else the last one; ``basis`` the most informative code so far.
    ``used``: attempts that count toward the limit; ``dials``: how often we called; ``dead``: numbers that are no good.
    ``percent``: how many of the key items were answered at most, None where nobody said.
    ``language``: the case waits for somebody who speaks that, as long as the last outcome for a language names one.
    """

    code: str = NOT_ATTEMPTED
    final: bool = False
    basis: str = NOT_ATTEMPTED
    used: int = 0
    dials: int = 0
    contacted: bool = False
    confirmed: bool = False
    broken: int = 0
    percent: int | None = None
    language: str = ""
    dead: frozenset[str] = frozenset()
    last: Attempt | None = None
    pending: Attempt | None = None
    counts: Counter[str] = field(default_factory=Counter[str], compare=False)

    @property
    def resumes(self) -> bool:
        """Say whether an interview was broken off that is to be gone on with."""
        return not self.final and self.counts[RESUMED] > 0


def united(*logs: Iterable[Attempt]) -> list[Attempt]:
    """Return every attempt of these logs once, in the order of the fold; one with an outcome wins over one without."""
    known: dict[tuple[str, int], Attempt] = {}
    for log in logs:
        for one in log:
            if one.key not in known or (one.code and not known[one.key].code):
                known[one.key] = one
    return sorted(known.values(), key=_order)


def _order(one: Attempt) -> tuple[datetime, str, int]:
    return one.at, one.station, one.seq


def fold(log: Iterable[Attempt], table: Table, about: Circumstances | None = None) -> CaseStatus:
    """Return the state of a case. Outcomes that end it win over all others, the most informative of them first."""
    about = about or Circumstances()
    attempts = united(log)
    status = CaseStatus(
        used=used(attempts, table), dials=sum(one.is_dial for one in attempts), last=attempts[-1] if attempts else None
    )
    finals: list[tuple[Disposition, int]] = []
    for place, one in enumerate(attempts):
        if not one.code:
            status = replace(status, pending=one)
            continue
        status, ends = _after(status, _as_checked(one, about), table, about)
        if ends:
            finals.append((table[status.code], -place))
    if finals:
        best = max(finals, key=_informative)[0]
        return replace(status, code=best.code, final=True)
    return status


def _as_checked(one: Attempt, about: Circumstances) -> Attempt:
    """Return an attempt as it counts: a stay that the list confirms was denied by somebody else than the person."""
    wrong = one.code == DENIED and about.overruled_at is not None and one.at <= about.overruled_at
    return replace(one, code=SOMEBODY_ELSE) if wrong else one


def _informative(entry: tuple[Disposition, int]) -> tuple[int, int]:
    return entry[0].rank, entry[1]


def _after(status: CaseStatus, one: Attempt, table: Table, about: Circumstances) -> tuple[CaseStatus, bool]:
    """Return the state after one more outcome, and whether that outcome ends the case."""
    said = table[one.code]
    ours = one.missed_by is MissedBy.US
    counts = Counter(status.counts)
    counts[one.code] += 0 if ours else 1
    meant = said
    if said.becomes and counts[one.code] >= said.becomes[0]:
        meant = table[said.becomes[1]]
    dead = status.dead | {one.number} if meant.number_dead else status.dead
    best = table[status.basis] if ours else max((table[status.basis], meant), key=_rank)
    after = replace(
        status,
        code=meant.code,
        basis=best.code,
        contacted=status.contacted or (said.contact and not ours),
        confirmed=status.confirmed or one.confirmed,
        broken=status.broken + (one.code == KEPT_AWAY and not ours),
        percent=one.percent if status.percent is None else max(status.percent, one.percent or 0),
        language=one.language if said.open_if == DIALECT else status.language,
        dead=dead,
        counts=counts,
    )
    repeated = said.becomes is not None and meant is not said
    itself = said.becomes is not None and said.becomes[1] == said.code and counts[one.code] >= said.becomes[0]
    return after, itself or _ends(meant, after, about, repeated=repeated)


def _rank(one: Disposition) -> int:
    return one.rank


def _ends(one: Disposition, status: CaseStatus, about: Circumstances, *, repeated: bool) -> bool:
    if one.finality is Finality.ENGINE:
        return True
    if one.finality is not Finality.FINAL:
        return False
    if one.open_if == "other_number":
        return not set(about.numbers) - status.dead
    if one.open_if == "conversion" and not repeated:
        return status.counts[one.code] > about.conversions
    return not (one.open_if == DIALECT and (about.dialect or status.language))


def used(attempts: Sequence[Attempt], table: Table) -> int:
    """Return how many attempts count toward a limit: dials, of which redials of a busy line are one together."""
    return len(sessions(attempts, table))


def sessions(attempts: Sequence[Attempt], table: Table, *, every: bool = False) -> list[Attempt]:
    """Return the first dial of each attempt that counts, with ``every`` also of those that do not count.

    A dial whose outcome is not known counts.
    """
    found: list[Attempt] = []
    busy: list[Attempt] = []
    for one in attempts:
        if not one.is_dial or not (every or _counts(one, table)):
            continue
        if _continues(busy, one, table):
            busy.append(one)
        else:
            found.append(one)
            busy = [one]
    return found


def busy_dials(attempts: Sequence[Attempt], table: Table) -> int:
    """Return how many dials of a busy line stand at the end of the log as one attempt; 0 where the last was none."""
    busy: list[Attempt] = []
    for one in attempts:
        if one.is_dial and _counts(one, table):
            busy = [*busy, one] if _continues(busy, one, table) else [one]
    return len(busy) if busy and _is_redialed(busy[-1], table) else 0


def _counts(one: Attempt, table: Table) -> bool:
    ours = one.missed_by is MissedBy.US
    return not one.code or (table[one.code].attempt and not ours)


def _is_redialed(one: Attempt, table: Table) -> bool:
    return bool(one.code) and table[one.code].next.step is NextStep.REDIAL


def _continues(busy: Sequence[Attempt], one: Attempt, table: Table) -> bool:
    """Say whether a dial is a redial of the session that ends with ``busy``."""
    if not busy or not _is_redialed(busy[-1], table) or busy[-1].number != one.number:
        return False
    again = table[busy[-1].code].next.times
    return len(busy) <= again and one.at - busy[-1].at <= SESSION


def closed(status: CaseStatus, why: ClosedFor) -> CaseStatus:
    """Return the state in which the program closes a case. An outcome that ended it stands, whatever the reason.

    That a limit once overrode a refusal was a fault of a well known system (queXS 1.15.9).
    """
    if status.final:
        return status
    code = PERIOD_OVER if why is ClosedFor.PERIOD else ONCE_CONTACTED if status.contacted else NEVER_CONTACTED
    return replace(status, code=code, final=True)


def ended(status: CaseStatus, code: str, table: Table) -> CaseStatus:
    """Return the state of a case that was ended by something else than an outcome of its own.

    Where a supervisor ended it as it stood (205, 246), whatever else is known of it counts too, a refusal above all.
    """
    if code in BY_ENGINE:
        return replace(status, code=code, final=True)
    if table[code].finality is Finality.TEMPORARY:
        return closed(status, ClosedFor.LIMIT)
    return replace(status, code=code, basis=code, final=True)  # someone else of the household said so


def rests(status: CaseStatus, table: Table) -> bool:
    """Say whether whoever ended so is left in peace for the time after a refusal, by what the table says of the code.

    A case that no outcome ended (limit, period, a supervisor) rests where it is a refusal in the rates.
    """
    said = table[status.code]
    if status.code in BY_ENGINE or said.finality is Finality.TEMPORARY:
        return aapor_class(status, table) == "R"
    return said.suppress is Suppression.COOL_OFF


def refusal(status: CaseStatus, table: Table) -> str:
    """Return with which refusal other calls to somebody end whose own ended so, "" where they are not left in peace.

    How that call ended says nothing of the others unless it is a refusal itself: nobody dialed them to their limit.
    """
    said = table[status.code].suppress is Suppression.COOL_OFF
    return status.code if said else REFUSED_UNSAID if rests(status, table) else ""


def standing(status: CaseStatus) -> str:
    """Return the code that says what the case is in rates: of one the program closed, the most informative before.

    That we missed an appointment says nothing of the case.
    """
    ours = status.code == KEPT_AWAY and not status.broken
    code = status.basis if ours or status.code in BY_ENGINE else status.code
    if code == RESUMED:
        return PARTLY_DONE if (status.percent or 0) >= HALF else BROKEN_OFF
    return code


def aapor_class(status: CaseStatus, table: Table) -> str:
    """Return the letter of a case's class in the AAPOR standard for a list of named persons: I P R NC O UH UO NE."""
    return _in_aapor(status, table)[1]


def aapor_code(status: CaseStatus, table: Table) -> str:
    """Return the final disposition code of a case in the AAPOR standard."""
    return _in_aapor(status, table)[0]


def _in_aapor(status: CaseStatus, table: Table) -> tuple[str, str]:
    mapped = table[standing(status)].standards.get(AAPOR, _NOT_ATTEMPTED)
    return mapped.confirmed if status.confirmed and mapped.confirmed else (mapped.code, mapped.klass)


def hcahps_status(status: CaseStatus, table: Table) -> str:
    """Return the final survey status of a case in HCAHPS (1 to 10), "" for a code that it does not know.

    What a questionnaire takes for partly done is broken off there below half of the items that apply to everybody.
    """
    code = standing(status)
    if code == PARTLY_DONE and status.percent is not None and status.percent < HALF:
        code = BROKEN_OFF
    mapped = table[code].standards.get(HCAHPS, Mapped(""))
    return mapped.closed if status.final and mapped.closed else mapped.code
