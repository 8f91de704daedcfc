"""Frames: a handed-over list of people read, checked and kept as it was, with every refused row reported.

Reading takes its time and writes nothing (``read_frame`` is a question); keeping what was read is one short command.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from app.models.accounts import Permission
from app.models.errors import CannotNow, FieldInvalid, FieldMissing
from app.models.frames import (
    COLUMNS,
    PART,
    Frame,
    FrameField,
    FrameKind,
    FrameReason,
    FrameRow,
    packed,
    written,
)
from app.models.journal import Value
from app.models.retry_policy import RetryPolicy
from app.models.sampling import Encounter, contact_groups, fingerprint
from app.models.texts import clean
from app.services import cool_offs, frame_contents
from app.services.callback_sheets import text_of
from app.services.frame_eligibility import is_coded
from app.services.frame_rows import FrameRefusal, FrameRemark, FrameRules, read
from app.services.frame_zeros import ZerosLost
from app.services.import_runs import STEP, Progress, Rows
from app.services.import_times import Reading, day_comes_first
from app.services.office import View, Work
from app.services.table_heads import plain
from app.store import campaigns as campaign_rows
from app.store import frames as stored
from app.store import never_calls, units

_SAMPLE = 1000
#: Outcomes after which somebody is left in peace for a while.
COMPLETED = ("110", "120")
#: How many refusals the record of a frame keeps; the report itself has them all.
KEPT = 200
_DAYS = ("admitted_on", "discharged_on", "visited_on", "born_on")


class FrameNameTaken(CannotNow):
    """A frame of this name is there, with other rows. Facts: ``name``."""


class FrameWithoutPhones(CannotNow):
    """No column of a table holds telephone numbers. Facts: ``source``, ``columns`` (those that are there)."""


@dataclass(frozen=True)
class ReadFrame:
    """A table read, before it is kept: the rows taken, packed, and every row that was refused."""

    name: str
    kind: FrameKind
    source: str
    sha256: str
    parts: tuple[bytes, ...]
    rows: int
    groups: int
    refusals: tuple[FrameRefusal, ...]
    #: What is to be known of the table as a whole.
    remarks: tuple[FrameRemark, ...] = ()

    @property
    def by_reason(self) -> dict[FrameReason, int]:
        """Return how many rows were refused for which reason, the most frequent first."""
        return dict(Counter(one.reason for one in self.refusals).most_common())

    @property
    def by_code(self) -> dict[str, int]:
        """Return how many people who are listed are not to be asked, by the disposition that says why."""
        return dict(sorted(Counter(one.reason.code for one in self.refusals if one.reason.code).items()))


@dataclass(frozen=True)
class Wishes:
    """How a table is to be read: what it is called, whom it lists, where it came from, and which headings are which.

    ``any_institution`` takes institutions that are not in the directory of units by the name that stands there;
    ``institution`` is the one of rows that name none. ``fill_down`` gives empty cells of institution and department
    what stands above them, as merged cells mean. ``headings`` are all of the table, ``delimiter`` stands between its
    cells where it is text.
    """

    name: str
    kind: FrameKind
    source: str
    columns: Mapping[str, str]
    any_institution: bool = False
    day_first: bool | None = None
    institution: str = ""
    fill_down: bool = False
    headings: tuple[str, ...] = ()
    delimiter: str = ""


def read_frame(view: View, rows: Rows, wishes: Wishes, *, progress: Progress | None = None) -> ReadFrame:
    """Return a table read row by row; nothing is written. ``progress`` may stop it by raising a ``CannotNow``.

    Raises ``FieldMissing`` (name), ``FieldInvalid`` (an unknown field), ``FrameWithoutPhones``, ``FrameNameTaken``.
    """
    view.require(Permission.IMPORT_RECORDS)
    _check(view, wishes)
    filled = _FilledDown(rows, wishes)
    left = iter(filled if wishes.fill_down else rows)
    sample = list(islice(left, _SAMPLE))
    rules = rules_of(view, wishes, sample)
    run = _Run(ZerosLost(rules.reading.country, wishes.columns, any_institution=wishes.any_institution))
    done = 0
    for done, (line, cells) in enumerate(_chained(sample, left), 1):
        if progress and done % STEP == 1:
            progress.at(done - 1)
        run.take(read(rules, line, cells), cells)
        run.see(cells.get(wishes.columns.get("diagnosis", "")) or "")
    groups = len(set(contact_groups(run.encounters)))
    if progress:
        progress.at(done)
    hashed, parts = together(run.rows)
    known = (*rules.institutions.values(), clean(wishes.institution) or "")  # what a person said is no typing error
    remarks = (*filled.remarks(), *run.zeros.remarks(), *run.taken(known), *run.unchecked())
    if "diagnosis" in wishes.columns and run.coded * 2 < done:
        remarks = (FrameRemark(FrameReason.DIAGNOSES_UNCODED, FrameField.DIAGNOSIS), *remarks)
    return ReadFrame(
        clean(wishes.name) or "", wishes.kind, wishes.source, hashed, parts, len(run.rows), groups,
        tuple(run.refusals), remarks,
    )  # fmt: skip


def together(rows: Iterable[FrameRow]) -> tuple[str, tuple[bytes, ...]]:
    """Return the hash of rows, and the parts in which they are kept."""
    lines = [written(one) for one in rows]
    return fingerprint(lines), tuple(packed(lines[at : at + PART]) for at in range(0, len(lines), PART))


def _check(view: View, wishes: Wishes) -> None:
    if not clean(wishes.name):
        raise FieldMissing(field="name")
    unknown = set(wishes.columns) - {one.value for one in COLUMNS}
    if unknown:
        raise FieldInvalid(field=min(unknown), value=wishes.columns[min(unknown)])
    if "phone" not in wishes.columns:
        raise FrameWithoutPhones(source=wishes.source, columns=list(wishes.headings or wishes.columns.values()))


class _FilledDown:
    """Rows whose empty cells of institution and department take what stands above."""

    def __init__(self, rows: Rows, wishes: Wishes) -> None:
        self._rows = rows
        fields = (FrameField.INSTITUTION, FrameField.DEPARTMENT)
        self._headings = {one: wishes.columns[one.value] for one in fields if one.value in wishes.columns}
        self._first: dict[FrameField, tuple[int, str]] = {}
        self._count = dict.fromkeys(self._headings, 0)

    def __iter__(self) -> Iterator[tuple[int, Mapping[str, str]]]:
        above: dict[str, str] = {}
        for line, cells in self._rows:
            for field, name in self._headings.items():
                text = cells.get(name, "").strip()
                if text:
                    above[name] = text
                elif above.get(name):
                    if not self._count[field]:
                        self._first[field] = line, above[name]
                    self._count[field] += 1
            yield line, {**cells, **above}

    def remarks(self) -> Iterator[FrameRemark]:
        """Yield what was filled so far, by field: the first row, what it took, how many did."""
        for field, (line, text) in self._first.items():
            yield FrameRemark(FrameReason.FILLED_DOWN, field, line, text, self._count[field])


def _chained(sample: list[tuple[int, Mapping[str, str]]], left: Rows) -> Iterator[tuple[int, Mapping[str, str]]]:
    yield from sample
    yield from left


def rules_of(view: View, wishes: Wishes, sample: Sequence[tuple[int, Mapping[str, str]]]) -> FrameRules:
    """Return how the rows of a table are read; ``sample``, its first rows, shows how days are written."""
    view.require(Permission.IMPORT_RECORDS)
    zone, country = ZoneInfo(view.settings.time_zone), view.settings.country
    cells = [row.get(wishes.columns[name], "") for _, row in sample for name in _DAYS if name in wishes.columns]
    first = day_comes_first(cells, country) if wishes.day_first is None else wishes.day_first
    directory = units.all_units(view.rows)
    known = {plain(name): one.code for one in directory for name in (one.name, one.name_en, one.code) if name}
    return FrameRules(
        wishes.columns,
        Reading(zone, first, country),
        view.now.astimezone(zone).date(),
        wishes.kind,
        view.outside["center_secret"],
        known,
        never_calls.standing_keys(view.rows),
        asked_lately(view, RetryPolicy()),
        institution=wishes.institution,
        any_institution=wishes.any_institution,
        headings=len(wishes.headings),
        delimiter=wishes.delimiter,
    )


def asked_lately(view: View, policy: RetryPolicy) -> frozenset[str]:
    """Return the persons and numbers that are left in peace for a while: they were interviewed, or refused."""
    since = text_of(view.now - timedelta(days=policy.cool_completed_days))
    refused = cool_offs.refused_lately(view, policy.cool_refused_days)
    return campaign_rows.ended_since(view.rows, COMPLETED, since) | refused.people | refused.numbers


class _Run:
    """One table while it is read."""

    def __init__(self, zeros: ZerosLost) -> None:
        self.zeros = zeros
        self.rows: list[FrameRow] = []
        self.encounters: list[Encounter] = []
        self.refusals: list[FrameRefusal] = []
        self.coded = 0
        self.ageless: list[int] = []
        self._first: dict[str, int] = {}

    def taken(self, known: Iterable[str]) -> Iterator[FrameRemark]:
        """Yield which institutions were taken by their names, with their rows.

        The rarest come first: a misspelt one.
        """
        codes = frozenset(known)
        strange = Counter(one.institution for one in self.rows if one.institution not in codes)
        if strange:
            first = next(one.line for one in self.rows if one.institution in strange)
            named = ", ".join(f"{name} ({count:,})" for name, count in reversed(strange.most_common()))
            reason = FrameReason.INSTITUTIONS_TAKEN
            yield FrameRemark(reason, FrameField.INSTITUTION, first, named, strange.total())

    def unchecked(self) -> Iterator[FrameRemark]:
        """Yield how many were taken of whom nobody knows whether they are of age."""
        if self.ageless:
            yield FrameRemark(FrameReason.AGE_UNKNOWN, FrameField.AGE, self.ageless[0], "", len(self.ageless))

    def see(self, diagnosis: str) -> None:
        """Count a diagnosis that has a code."""
        self.coded += bool(diagnosis) and is_coded(diagnosis)

    def take(self, found: FrameRow | FrameRefusal, cells: Mapping[str, str]) -> None:
        """Keep a row, or why it is refused; an encounter that is there already is one of the latter."""
        if isinstance(found, FrameRefusal):
            self.refusals.append(found)
            return
        first = self._first.setdefault(f"{found.institution}\x1f{found.encounter}", found.line)
        if first != found.line:
            self.refusals.append(FrameRefusal(found.line, FrameField.ENCOUNTER, FrameReason.DUPLICATE, str(first)))
            return
        self.rows.append(found)
        if found.age is None:
            self.ageless.append(found.line)
        self.zeros.see(found, cells)
        self.encounters.append(Encounter(found.encounter, found.person, found.phones, ""))


def keep(work: Work, found: ReadFrame) -> bytes:
    """Keep a table that was read, and return its id. The same rows under the same name are kept once.

    The frame is a record that every station hears of; its rows stay on this one (and go, sealed, to the hub).

    Raises ``FrameNameTaken``, ``FieldInvalid`` where no row was taken.
    """
    person = work.require(Permission.IMPORT_RECORDS)
    if not found.rows:
        raise FieldInvalid(field="rows", value="0")
    there = stored.by_name(work.tx, found.name)
    if there is not None:
        if there.sha256 != found.sha256:
            raise FrameNameTaken(name=found.name)
        stored.keep_contents(work.tx, found.sha256, found.parts)
        return there.id
    stored.keep_contents(work.tx, found.sha256, found.parts)
    return work.tx.add("frame", _values(found, work.now.isoformat(), person.id))


def _values(found: ReadFrame, at: str, by: bytes) -> dict[str, Value]:
    # What stood in a refused cell is somebody's name or number: it stays in the report that is shown, not in a record.
    codes: dict[str, Value] = {**found.by_code}
    refusals: list[Value] = [[one.line, one.field, one.reason] for one in found.refusals[:KEPT]]
    return {
        "name": found.name,
        "kind": found.kind,
        "source": found.source,
        "sha256": found.sha256,
        "rows": found.rows,
        "refused": len(found.refusals),
        "groups": found.groups,
        "report": {
            "reasons": {one.value: count for one, count in found.by_reason.items()},
            "codes": codes,
            "refusals": refusals,
        },
        "at": at,
        "by": by.hex(),
    }


def frames(view: View) -> list[Frame]:
    """Return every frame, the newest first."""
    view.require(Permission.IMPORT_RECORDS)
    return stored.all_frames(view.rows)


def rows_in(view: View, frame: bytes) -> Iterator[FrameRow]:
    """Yield the rows of a frame in the order in which they were handed over. Raises as ``frame_contents.rows_in``."""
    view.require(Permission.IMPORT_RECORDS)
    return frame_contents.rows_in(view, frame)
