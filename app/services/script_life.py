"""The life of a script: saved as a draft, submitted, approved by somebody else, confirmed, withdrawn.

Each verb is one step of ``models.script_life.STEPS`` and one event in the journal; a version itself never changes. Who
wrote any of the versions since the last approved one approves none of them, however urgent they are; a script of high
risk needs two people.
"""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from app.models.accounts import Permission
from app.models.errors import FieldInvalid, FieldMissing, FieldTooLong, RecordGone
from app.models.script_life import (
    STEPS,
    ApprovedAlready,
    OwnScript,
    ScriptHasErrors,
    ScriptKeyTaken,
    ScriptNewerThere,
    ScriptStep,
    ScriptStepRefused,
    next_steps,
)
from app.models.texts import clean
from app.scripts_library.checker import check
from app.scripts_library.content import hash_of, to_content
from app.scripts_library.findings import Finding, Level, error
from app.scripts_library.flow import scripts_named
from app.scripts_library.script import Risk, Script, State
from app.services import script_owners, script_spelling
from app.services.office import View, Work
from app.services.scripts import load
from app.store import script_life as life_rows
from app.store import scripts as rows_of
from app.store.script_life import LifeEvent
from app.store.scripts import NewVersion, VersionRow

LONGEST_NOTE = 2_000
#: People who approve a version, by its risk; an urgent publication needs one, and its review within a day.
APPROVERS = {Risk.LOW: 1, Risk.NORMAL: 1, Risk.HIGH: 2, Risk.EMERGENCY: 1}
URGENT_REVIEW = timedelta(days=1)
#: Until a confirmed version without an interval of its own is looked at again, if nobody names a day.
NEXT_REVIEW = timedelta(days=180)


@dataclass(frozen=True)
class LifeOf:
    """Where a version stands: its state, who wrote it, who approved it so far, how many have to, what can be done.

    ``steps`` are those that the asking person may take now. A version that is confirmed today is looked at again on
    ``next_review_on``, by its own interval; one that is withdrawn leaves its callers to ``falls_back_to``, if any.
    """

    key: str
    number: int
    state: State
    author: str | None
    approved_by: tuple[str, ...]
    approvers: int
    steps: tuple[ScriptStep, ...]
    next_review_on: date | None = None
    falls_back_to: int | None = None


def save_draft(work: Work, script: Script, *, base: int | None) -> int:
    """Save a script as a new version in draft and return its number; the same content again makes none.

    ``base`` is the number it was edited from, None for a new script. A draft may have findings. Raises
    ``ScriptNewerThere`` where somebody saved in between, ``ScriptKeyTaken``, ``FieldMissing`` for a script without key,
    ``OwnerOnly``.
    """
    person = work.require(Permission.WRITE_SCRIPTS)
    if not script.key:
        raise FieldMissing(field="id")
    known = rows_of.versions_of(work.tx, script.key)
    if base is None and known:
        raise ScriptKeyTaken(field="id", value=script.key)
    content = to_content(script)
    newest = known[-1] if known else None
    if newest is not None and newest.content_hash == hash_of(content):
        return newest.number
    if newest is not None and newest.number != base:
        author = life_rows.authors_of(work.tx, script.key)[newest.number][1]
        raise ScriptNewerThere(key=script.key, base=base, newest=newest.number, by=author or "?")
    if newest is not None:
        script_owners.refuse_others(work, load(work.tx, newest))
    number = newest.number + 1 if newest else 1
    rows_of.write_versions(work.tx, [_new(script, content, number)], by=person.id)
    script_spelling.learn(work, [script])
    return number


def _new(script: Script, content: str, number: int, events: tuple[tuple[str, str], ...] = ()) -> NewVersion:
    return NewVersion(
        key=script.key,
        number=number,
        title_zh=script.title.get("zh"),
        title_en=script.title.get("en"),
        topic=script.topic,
        content=content,
        content_hash=hash_of(content),
        effective_from=script.effective_from.isoformat() if script.effective_from else None,
        effective_to=script.effective_to.isoformat() if script.effective_to else None,
        urgent=script.urgent,
        source="",
        events=events,
    )


def put_mended(work: Work, script: Script) -> int:
    """Let an approved answer count with its spelling or phrasings mended, and return the number of that version.

    Who may is decided by ``script_mending``; the reviews of the answer stay as they are. Raises ``ScriptHasErrors``.
    """
    _refuse_errors(work, script)
    number = script.version + 1
    rows_of.write_versions(work.tx, [_new(script, to_content(script), number)], by=work.person.id)
    script_spelling.learn(work, [script])
    _step(work, _version(work, script.key, number), State.APPROVED, "", mended=True)
    return number


def submit(work: Work, key: str, number: int, *, note: str = "") -> None:
    """Hand a draft in for review. Raises ``ScriptHasErrors`` with the findings, ``ScriptStepRefused``.

    What an approved version must have is asked for now: whoever approves it cannot write it any more.
    """
    row = _begun(work, key, number, ScriptStep.SUBMIT, note)
    _refuse_errors(work, replace(load(work.tx, row), state=State.APPROVED))
    _step(work, row, State.REVIEW, note)


def approve(work: Work, key: str, number: int, *, note: str = "") -> State:
    """Approve a version in review and return its state: still review where a second person has to approve too.

    From its start on it counts instead of every earlier one. Raises ``OwnScript`` for who wrote any of it,
    ``ApprovedAlready``, ``ScriptHasErrors``, ``ScriptStepRefused``.
    """
    row = _begun(work, key, number, ScriptStep.APPROVE, note)
    script = load(work.tx, row)
    _refuse_author(work, key, number)
    approved = _approvers(life_rows.life_of(work.tx, key), number)
    if work.person.id in approved:
        raise ApprovedAlready(key=key, number=number)
    _refuse_errors(work, replace(script, state=State.APPROVED))
    if len(approved) + 1 < APPROVERS[script.risk]:
        _step(work, row, State.REVIEW, note, approved=True)
        return State.REVIEW
    said = _urgent(work) if script.risk is Risk.EMERGENCY else {"reviewed_on": _today(work).isoformat()}
    _step(work, row, State.APPROVED, note, **said)
    return State.APPROVED


def send_back(work: Work, key: str, number: int, *, note: str) -> None:
    """Send a version in review back to its author, with the reason. Raises ``FieldMissing``, ``ScriptStepRefused``."""
    row = _begun(work, key, number, ScriptStep.SEND_BACK, note)
    _step(work, row, State.DRAFT, note)


def withdraw(work: Work, key: str, number: int, *, reason: str, successor: str = "") -> None:
    """Take a version out of use at once; ``successor`` is the script to read instead.

    Raises ``FieldMissing``, ``RecordGone`` for an unknown successor, ``ScriptStepRefused``.
    """
    row = _begun(work, key, number, ScriptStep.WITHDRAW, reason)
    if successor and not rows_of.versions_of(work.tx, successor):
        raise RecordGone(entity="script", id=successor)
    _step(work, row, State.WITHDRAWN, reason, **({"successor": successor} if successor else {}))


def publish_urgent(work: Work, key: str, number: int, *, note: str) -> int:
    """Publish a version at once, with one approver, and return its number: it is pinned on top and read by everybody.

    A version that is not urgent yet gets a copy that is. Its review is due within a day. One approver is enough, but
    its author is none, at night neither. Raises ``FieldMissing``, ``OwnScript``, ``ScriptHasErrors``.
    """
    row = _begun(work, key, number, ScriptStep.PUBLISH_URGENT, note)
    _refuse_author(work, key, number)
    script = replace(load(work.tx, row), urgent=True, risk=Risk.EMERGENCY)
    _refuse_errors(work, replace(script, state=State.APPROVED))
    if row.content_hash != hash_of(to_content(script)):
        row = _copied(work, row, script)
    _step(work, row, State.APPROVED, note, **_urgent(work))
    return row.number


def _copied(work: Work, row: VersionRow, script: Script) -> VersionRow:
    """Return a new version with another content, written by who wrote the former one: an approver is no author."""
    newest = rows_of.versions_of(work.tx, row.key)[-1].number + 1
    author = life_rows.authors_of(work.tx, row.key)[row.number][0]
    rows_of.write_versions(work.tx, [_new(script, to_content(script), newest)], by=author or work.person.id)
    return _version(work, row.key, newest)


def _urgent(work: Work) -> dict[str, object]:
    """What is noted with an urgent approval."""
    today = _today(work)
    return {
        "urgent": True,
        "reviewed_on": today.isoformat(),
        "review_on": (today + URGENT_REVIEW).isoformat(),
    }


def confirm(work: Work, key: str, number: int, *, next_on: date | None = None, note: str = "") -> None:
    """Say that an approved version was looked at and is still right; ``next_on`` is when it is to be looked at again.

    Without it the script's own interval counts from today, half a year for one without. Raises ``FieldInvalid`` for a
    day that has come, ``ScriptStepRefused``.
    """
    row = _begun(work, key, number, ScriptStep.CONFIRM, note)
    today = _today(work)
    if next_on is not None and next_on <= today:
        raise FieldInvalid(field="next_on", value=next_on.isoformat())
    said = {"reviewed_on": today.isoformat()}
    if next_on is not None or load(work.tx, row).review_in_days is None:
        said["review_on"] = (next_on or today + NEXT_REVIEW).isoformat()
    _step(work, row, State.APPROVED, note, **said)


def next_review_on(script: Script, today: date) -> date:
    """Return when a script that is confirmed today is looked at again, by its own interval."""
    return today + (timedelta(days=script.review_in_days) if script.review_in_days else NEXT_REVIEW)


def life(view: View, key: str, number: int) -> LifeOf:
    """Return where a version stands and what the asking person may do with it. Raises ``RecordGone``."""
    person = view.require(Permission.READ_SCRIPTS)
    row = _version(view, key, number)
    events = life_rows.life_of(view.rows, key)
    approved = _approvers(events, number)
    names = {event.by: event.by_name or "?" for event in events}
    possible = [step for step in next_steps(row.state.value) if person.may(STEPS[step].permission)]
    refused = _refused_to(person.id, _authors(view, key, number), approved)
    steps = [step for step in possible if step not in refused]
    author = life_rows.authors_of(view.rows, key)[number][1]
    script = load(view.rows, row)
    told = tuple(names[one] for one in approved)
    return LifeOf(
        key,
        number,
        row.state,
        author,
        told,
        APPROVERS[script.risk],
        tuple(steps),
        next_review_on(script, _today(view)),
        _falls_back_to(view, row),
    )


def _falls_back_to(view: View, row: VersionRow) -> int | None:
    """Return the earlier version that would count without this one."""
    earlier = [one for one in rows_of.versions_of(view.rows, row.key) if one.number < row.number]
    valid = [
        one.number
        for one in earlier
        if one.state is State.APPROVED
        and (one.effective_from is None or one.effective_from <= view.now)
        and (one.effective_to is None or one.effective_to > view.now)
    ]
    return max(valid) if valid and row.state is State.APPROVED else None


def _refused_to(person: bytes, authors: Collection[bytes | None], approved: Collection[bytes]) -> set[ScriptStep]:
    """Return the steps that this person leaves to another one."""
    if person in authors:
        return {ScriptStep.APPROVE, ScriptStep.PUBLISH_URGENT}
    return {ScriptStep.APPROVE} if person in approved else set()


def events(view: View, key: str) -> list[LifeEvent]:
    """Return what happened to all versions of a script, the oldest first."""
    view.require(Permission.READ_SCRIPTS)
    return life_rows.life_of(view.rows, key)


def _begun(work: Work, key: str, number: int, step: ScriptStep, note: str) -> VersionRow:
    """Return the version, once the step may be taken: permission, state, reason."""
    rule = STEPS[step]
    work.require(rule.permission)
    row = _version(work, key, number)
    if row.state.value not in rule.begins:
        raise ScriptStepRefused(key=key, number=number, state=row.state.value, step=step.value)
    text = clean(note)
    if rule.needs_note and not text:
        raise FieldMissing(field="note")
    if text and len(text) > LONGEST_NOTE:
        raise FieldTooLong(field="note", limit=LONGEST_NOTE)
    return row


def _version(view: View, key: str, number: int) -> VersionRow:
    found = next((one for one in rows_of.versions_of(view.rows, key) if one.number == number), None)
    if found is None:
        raise RecordGone(entity="script", id=f"{key}@{number}")
    return found


def _step(work: Work, row: VersionRow, state: State, note: str, **said: object) -> None:
    rows_of.write_state(work.tx, row, state.value, by=work.person.id, note=_note(note, said))


def _note(note: str, said: dict[str, object]) -> str:
    text = clean(note)
    told = {**said, "note": text} if text else said
    return json.dumps(told, ensure_ascii=False, sort_keys=True) if told else ""


def _today(view: View) -> date:
    return view.now.astimezone(ZoneInfo(view.settings.time_zone)).date()


def _authors(view: View, key: str, number: int) -> set[bytes | None]:
    """Return who wrote any version after the last approved one, up to this one."""
    rows = rows_of.versions_of(view.rows, key)
    approved = [row.number for row in rows if row.state is State.APPROVED and row.number < number]
    last = max(approved, default=0)
    written = life_rows.authors_of(view.rows, key)
    return {written[row.number][0] for row in rows if last < row.number <= number}


def _refuse_author(work: Work, key: str, number: int) -> None:
    if work.person.id in _authors(work, key, number):
        raise OwnScript(key=key)


def _approvers(events: Sequence[LifeEvent], number: int) -> tuple[bytes, ...]:
    """Return who approved a version since it was last handed in.

    Whoever looks at an approved version again says that it is still right, and approves nothing.
    """
    found: list[bytes] = []
    for event in (one for one in events if one.number == number):
        if event.state == State.APPROVED:
            return tuple(dict.fromkeys((*found, event.by) if event.by else found))
        if event.state == State.REVIEW and event.said.get("approved"):
            found += [event.by] if event.by else []
        else:
            found.clear()
    return tuple(dict.fromkeys(found))


def _refuse_errors(work: Work, script: Script) -> None:
    found = [one for one in (*check(script), *_unknown(work, script)) if one.level is Level.ERROR]
    if found:
        raise ScriptHasErrors(key=script.key, count=len(found), findings=tuple(found))


def _unknown(work: Work, script: Script) -> tuple[Finding, ...]:
    """Return the scripts that the flow leads to and that are not there."""
    named = scripts_named(script.flow)
    return tuple(
        error("goto-script-unknown", "flow", "nodes", node, node=node, key=key)
        for node, key in named
        if key != script.key and not rows_of.versions_of(work.tx, key)
    )
