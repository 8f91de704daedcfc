"""What the ledger shows, decided without Qt: due times, tones, the steps that are open, what each asks for."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, tzinfo

from app.models.accounts import Person
from app.models.errors import AppError
from app.models.findings import LED_NOWHERE, STEPS, Finding, FindingEvent, FindingState, check_together
from app.models.remeasuring import Measured
from app.services import callback_rules, wording
from app.services.finding_ledger import FindingDetail, LedgerLine, VerificationCall
from app.ui.kit import presenting_time

_S = FindingState
#: What is asked with each step; the first ones are needed, the rest may stay empty.
ASKED: Mapping[str, tuple[str, ...]] = {
    _S.TRIAGED: ("note",),
    _S.SENT: ("institution", "note"),
    _S.CAUSE_FOUND: ("note",),
    _S.PLANNED: ("measure", "owner", "due_at", "effective_on"),
    _S.DONE: ("evidence", "effective_on"),
    _S.VERIFIED: ("note",),
    _S.CLOSED: ("note",),
    _S.UNFOUNDED: ("note",),
    _S.REOPENED: ("note",),
    "together": ("measure", "owner", "due_at", "effective_on"),
    "new": ("title", "category", "institution", "severity", "note"),
}
_TONES = {_S.CLOSED: "", _S.UNFOUNDED: "", _S.REOPENED: "warning", _S.DONE: "accent", _S.VERIFIED: "accent"}


def state_tone(line: LedgerLine) -> str:
    """Return the tone of a state; what is late is in danger."""
    return "danger" if line.late else _TONES.get(line.finding.state, "accent")


def state(line: LedgerLine, language: str) -> str:
    """Return the words of a state."""
    return wording.label("finding_state", line.finding.state.value, language)


def due(finding: Finding, now: datetime, zone: tzinfo, language: str) -> str:
    """Return by when the next thing is due, "" once it is over."""
    at = finding.next_due()
    return presenting_time.relative(at, now, language, zone) if at is not None else ""


def steps(finding: Finding, person: Person, *, works: bool) -> tuple[FindingState, ...]:
    """Return the steps that a person may take: verifying is for everybody but who put it right."""
    mine = person.id == finding.done_by
    return tuple(
        one for one in STEPS.get(finding.state, ()) if (not mine if one is _S.VERIFIED else works) and one in ASKED
    )


def not_together(lines: Sequence[LedgerLine]) -> AppError | None:
    """Return what keeps findings from one measure, None where nothing does."""
    try:
        check_together([one.finding for one in lines])
    except AppError as error:
        return error
    return None


def known(finding: Finding) -> dict[str, object]:
    """Return what a step need not ask again; of a measure that is planned its times too, so that planning anew and
    its end keep them. A finding that was opened again gets a measure with times of its own."""
    is_planned = finding.state is _S.PLANNED
    planned = finding.due_at if is_planned else None
    day = date.fromisoformat(finding.effective_on) if is_planned and finding.effective_on else None
    told = {"institution": finding.institution, "measure": finding.measure, "owner": finding.owner}
    return {**told, **{name: value for name, value in (("due_at", planned), ("effective_on", day)) if value}}


def facts(detail: FindingDetail, now: datetime, zone: tzinfo, language: str) -> str:
    """Return what is known of a finding in one line of "label: value"."""
    found, line = detail.line.finding, detail.line
    label = wording.label
    rows = (
        ("institution", line.institution),
        ("category", line.category),
        ("severity", label("severity", found.severity.value, language)),
        ("next_due_at", due(found, now, zone, language)),
        ("measure", found.measure),
        ("owner", found.owner),
        ("effective_on", found.effective_on),
        ("verification_call", presenting_time.relative(detail.owed_at, now, language, zone) if detail.owed_at else ""),
    )
    return " · ".join(_labeled(name, text, language) for name, text in rows if text)


def step(event: FindingEvent, by: str, zone: tzinfo, language: str) -> tuple[str, str]:
    """Return a step in words: what it was and who took it, and what was said with it."""
    title = " · ".join(text for text in (wording.label(*event.told, language), by) if text)
    values = {name: _at(text, zone) if name == "due_at" else text for name, text in event.said.items()}
    told = [event.note, *(_told(name, text, language) for name, text in values.items() if name not in _LEFT_OUT)]
    return title, "\n".join(text for text in told if text)


#: What is said elsewhere of a finding, or by the title of the step.
_LEFT_OUT = frozenset({"institution", *LED_NOWHERE})


def _told(name: str, text: str, language: str) -> str:
    """Return what was said with a step, under its label where it would not explain itself."""
    name = "next_due_at" if name == "due_at" else name
    return text if name == "evidence" or not text else _labeled(name, text, language)


def _labeled(name: str, text: str, language: str) -> str:
    return wording.named(wording.label("finding_column", name, language), text, language)


def _at(text: str, zone: tzinfo) -> str:
    """Return a time that was said, as the clock of the center shows it; what is no time as it was said."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return text
    return (at.astimezone(zone) if at.tzinfo else at).strftime("%Y-%m-%d %H:%M")


def verifying(call: VerificationCall, language: str) -> tuple[str, str]:
    """Return a call to verify in words: that it was one and who made it, how it ended, and what was answered."""
    what = wording.label("finding_column", "verification_call", language)
    title = " · ".join(text for text in (what, call.by) if text)
    table = callback_rules.table()
    outcome = table[call.code].words.for_language(language) if call.code else ""
    return title, "\n".join(text for text in (outcome, call.note) if text)


def half_year(one: Measured, language: str) -> str:
    """Return a half-year in figures: its days, the share for whom all was well, how many were asked, the change."""
    days = f"{one.stretch.first_on.isoformat()} – {one.stretch.last_on.isoformat()}"
    share = "—" if one.share is None else f"{100 * one.share:.0f} %"
    if one.share is None:  # what too few said is not told in parts either
        return wording.named(days, f"{share} ({one.asked:,})", language)
    text = wording.named(days, f"{share} ({one.fine:,}/{one.asked:,})", language)
    if one.change is None:
        return text
    gap = one.change.gap
    change = f"{gap.estimate * 100:+.0f} ({gap.low * 100:+.0f} … {gap.high * 100:+.0f})"
    return f"{text}{'，' if language == 'zh_CN' else ', '}{change}"


def told(values: Mapping[str, object]) -> dict[str, str]:
    """Return what a form holds as texts: times and dates in ISO form."""
    return {
        name: value.isoformat() if isinstance(value, datetime | date) else str(value or "")
        for name, value in values.items()
    }
