"""What the ladder leaves on paper: the notice of one inquiry (提醒单, 催办单, 督办单, 通报), and one digest a day.

A digest gathers everything that fired on a day for one unit or one person: one paper, one line for each inquiry with
the gravest step of that day. It is read from the steps themselves, so that it can be had again, and never grows a
second time. Nothing is sent from here. One more, of today alone, gathers for supervisors what nobody decided in time.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from app.models.accounts import Permission
from app.models.conflicts import Conflict
from app.models.errors import CannotNow
from app.models.inquiries import EventKind, InquiryEvent, InquiryRow
from app.models.ladders import KIND_OF, LadderStep
from app.models.papers import Block, Paper, as_text
from app.models.units import Unit
from app.services import accounts, conflicts, inquiries, inquiry_steps, policies, reference, wording
from app.services.inquiries import Detail
from app.services.inquiry_steps import text_of
from app.services.office import View, Work
from app.services.papers import exactly, said
from app.store import inquiries as inquiry_rows
from app.store import ladders as rows_of
from app.store import units as unit_rows

STEP_OF = {kind: step for step, kind in KIND_OF.items()}
_ORDER = tuple(LadderStep)
_SHOWN = 120


class NotSupervised(CannotNow):
    """Nobody was reminded or urged about an inquiry, so there is no notice of it. Facts: ``number``."""


@dataclass(frozen=True)
class Notice:
    """A notice ready to go: the paper, and the subject of an e-mail."""

    inquiry: bytes
    number: str
    step: LadderStep
    unit: str
    paper: Paper

    @property
    def email(self) -> str:
        """Return the e-mail to copy: its subject, an empty line, its text."""
        return f"{self.paper.title}\n\n{as_text(self.paper)}"


@dataclass(frozen=True)
class DigestLine:
    """One inquiry of a digest with the gravest step of the day."""

    row: InquiryRow
    step: LadderStep
    target: str
    due_at: datetime


@dataclass(frozen=True)
class Digest:
    """What fired on a day for one unit or person. ``kind`` is ``unit`` or ``person``, ``key`` its code or id in hex.

    Of kind ``supervisors``: what is ``undecided`` too long now, for whoever supervises.
    """

    day: date
    kind: str
    key: str
    name: str
    lines: tuple[DigestLine, ...]
    undecided: tuple[Conflict, ...] = ()

    def count(self, step: LadderStep) -> int:
        """Return how many inquiries had this as their gravest step."""
        return sum(1 for line in self.lines if line.step is step)


def notice_of(view: View, inquiry: bytes, *, language: str) -> Notice:
    """Return the notice of the last supervision step of an inquiry.

    Raises ``NotSupervised``, ``RecordGone``, ``NotAllowed``.
    """
    view.require(Permission.WORK_INQUIRIES)
    detail = inquiries.detail(view, inquiry)
    steps = [one for one in detail.events if one.kind in STEP_OF]
    if not steps:
        raise NotSupervised(number=detail.row.number)
    return _Writing(view, language).notice(detail, steps)


def record(work: Work, notice: Notice, way: str, *, language: str) -> None:
    """Write into the inquiry that its notice was saved, printed or copied. Raises what ``take`` raises."""
    kind = said(f"notice_{notice.step.value}", language)
    text = said(f"notice_{way}", language, kind=kind, unit=notice.unit)
    inquiry_steps.take(work, notice.inquiry, "note", note=text)


def digests(view: View, day: date | None = None, *, language: str) -> tuple[Digest, ...]:
    """Return the digests of a day (the center's own date, by default today): one for each unit and person, units first.

    Before them stands, today, what nobody decided in time: a decision once made, a day cannot be told again.
    Raises ``NotAllowed``.
    """
    view.require(Permission.SUPERVISE_INQUIRIES)
    on = day or policies.today(view)
    gathered: dict[tuple[str, str], dict[bytes, DigestLine]] = {}
    for line in _fired(view, on):
        for recipient in _recipients(line.row):
            lines = gathered.setdefault(recipient, {})
            known = lines.get(line.row.id)
            if known is None or _ORDER.index(line.step) >= _ORDER.index(known.step):
                lines[line.row.id] = line
    names = _names(view, language)
    found = [
        Digest(on, kind, key, names.get((kind, key), key), tuple(sorted(lines.values(), key=_gravest)))
        for (kind, key), lines in gathered.items()
    ]
    return (*_undecided(view, on, language), *sorted(found, key=_units_first))


def _undecided(view: View, on: date, language: str) -> tuple[Digest, ...]:
    late = conflicts.escalated(view) if on == policies.today(view) else ()
    name = said("digest_supervisors", language)
    return (Digest(on, "supervisors", "undecided", name, (), late),) if late else ()


def paper_of(view: View, digest: Digest, *, language: str) -> Paper:
    """Return a digest as a paper."""
    view.require(Permission.SUPERVISE_INQUIRIES)
    writing = _Writing(view, language)
    return writing.undecided(digest) if digest.undecided else writing.digest(digest)


def _fired(view: View, on: date) -> Iterable[DigestLine]:
    zone = ZoneInfo(view.settings.time_zone)
    start = datetime.combine(on, time(), zone)
    rows: dict[bytes, InquiryRow | None] = {}
    for inquiry, kind, _, kept in rows_of.fired_between(
        view.rows, text_of(start), text_of(datetime.combine(on + timedelta(days=1), time(), zone))
    ):
        row = rows.setdefault(inquiry, inquiry_rows.by_id(view.rows, inquiry))
        if row is not None and not row.deleted:
            due_at = datetime.fromisoformat(kept["due"])
            yield DigestLine(row, STEP_OF[EventKind(kind)], str(kept["target"]), due_at)


def _recipients(row: InquiryRow) -> list[tuple[str, str]]:
    unit = [("unit", row.unit)] if row.unit else []
    return [*unit, *([("person", row.owner.hex())] if row.owner else [])]


def _names(view: View, language: str) -> Mapping[tuple[str, str], str]:
    named = {("person", one.id.hex()): one.display for one in accounts.people(view)}
    return named | {("unit", one.code): _named(one, language) for one in unit_rows.all_units(view.rows)}


def _units_first(digest: Digest) -> tuple[bool, str]:
    return digest.kind != "unit", digest.name


def _gravest(line: DigestLine) -> tuple[int, datetime]:
    return -_ORDER.index(line.step), line.due_at


def _named(unit: Unit, language: str) -> str:
    return unit.name if language.startswith("zh") else unit.name_en or unit.name


class _Writing:
    """Writes papers of supervision in one language."""

    def __init__(self, view: View, language: str) -> None:
        self._view, self._language = view, language
        self._zone = ZoneInfo(view.settings.time_zone)

    def notice(self, detail: Detail, steps: Sequence[InquiryEvent]) -> Notice:
        row, step = detail.row, STEP_OF[steps[-1].kind]
        unit = unit_rows.by_code(self._view.rows, row.unit) if row.unit else None
        name = _named(unit, self._language) if unit else row.unit or ""
        title = f"{self._said(f'notice_{step.value}')} {row.number}"
        asks = self._said(f"notice_asks_{step.value}", number=row.number)
        paper = Paper(
            title,
            self._language,
            self._center(),
            self._facts(row, name, unit),
            (
                Block(self._said("matter"), tuple(text for text in (row.summary, detail.details) if text)),
                Block(self._said("notice_steps"), (), self._columns("when", "step", "what"), self._rows(steps)),
                Block(self._said("notice_asked"), (asks,)),
                Block(self._said("slip"), blanks=tuple(self._said(f"slip_{one}") for one in ("by", "done", "signed")),
                      cut=True),
            ),
            self._said("made", at=self._at(self._view.now)),
        )  # fmt: skip
        return Notice(row.id, row.number, step, name, paper)

    def digest(self, digest: Digest) -> Paper:
        shown = tuple(
            (
                line.row.number,
                wording.label("supervision", line.step.value, self._language),
                wording.label("target", line.target, self._language),
                self._at(line.due_at),
                wording.state_of(line.row, self._language),
                _short(line.row.summary),
            )
            for line in digest.lines
        )
        says = self._said("digest_says", count=len(digest.lines))
        columns = self._columns("number", "step", "promise", "due", "state", "what")
        return self._gathered(digest, Block("", (says,), columns, shown))

    def undecided(self, digest: Digest) -> Paper:
        """Write what is undecided: of which row, in which field, since when; its values are told where one decides."""
        shown = tuple(
            (
                wording.label("conflict_entity", one.entity, self._language),
                _short(one.title),
                wording.label("conflict_field", one.field, self._language),
                self._at(one.since),
            )
            for one in digest.undecided
        )
        says = self._said("digest_undecided", count=len(shown), hours=f"{self._view.settings.conflict_hours:g}")
        return self._gathered(digest, Block("", (says,), self._columns("of", "what", "field", "since"), shown))

    def _gathered(self, digest: Digest, block: Block) -> Paper:
        title = self._said("digest", name=digest.name, day=digest.day.isoformat())
        return Paper(
            title, self._language, self._center(), (), (block,), self._said("made", at=self._at(self._view.now))
        )

    def _facts(self, row: InquiryRow, name: str, unit: Unit | None) -> tuple[tuple[str, str], ...]:
        label = wording.label
        ways = (unit.contact_person, unit.phone, unit.email) if unit else ()
        category = reference.categories().path_label(row.category, self._language) if row.category else ""
        return (
            (self._said("to"), f"{name} ({row.unit})" if name else ""),
            (self._said("leader"), (unit.leader if unit else "") or ""),
            (self._said("reach"), " · ".join(way for way in ways if way)),
            (self._said("deadline"), self._at(row.due_at) if row.due_at else self._said("no_deadline")),
            (self._said("column_state"), wording.state_of(row, self._language)),
            (self._said("urgency"), label("urgency", row.urgency.value, self._language)),
            (self._said("category"), category),
            (self._said("received"), self._at(row.opened_at)),
        )

    def _rows(self, steps: Sequence[InquiryEvent]) -> tuple[tuple[str, ...], ...]:
        return tuple(
            (self._at(one.at), wording.label("supervision", STEP_OF[one.kind].value, self._language), self._why(one))
            for one in steps
        )

    def _why(self, step: InquiryEvent) -> str:
        kept = step.ladder
        if not kept:
            return " · ".join(part for part in (step.by_name, step.note) if part)
        target = wording.label("target", str(kept["target"]), self._language)
        return self._said("notice_by_ladder", target=target, due=self._at(datetime.fromisoformat(str(kept["due"]))))

    def _center(self) -> str:
        return " · ".join(part for part in (self._view.settings.organization, self._view.settings.line) if part)

    def _columns(self, *names: str) -> tuple[str, ...]:
        return tuple(self._said(f"column_{name}") for name in names)

    def _at(self, at: datetime) -> str:
        return exactly(at, self._zone, self._language)

    def _said(self, code: str, **facts: object) -> str:
        return said(code, self._language, **facts)


def _short(text: str | None) -> str:
    plain = " ".join((text or "").split())
    return plain if len(plain) <= _SHOWN else f"{plain[: _SHOWN - 1]}…"
