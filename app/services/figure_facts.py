"""Figures of what is no inquiry, counted with the journal like those of inquiries: the same days, groups and cards."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from app.models import figure_facts as rules
from app.models.codes import coded
from app.models.figure_facts import Fact, Said
from app.models.findings import FindingState
from app.models.kpi_questions import Question, Subject
from app.models.texts import moment
from app.services import calendars, exam_results
from app.services.callback_sources import SOON
from app.services.office import View, Work
from app.store import conflicts, evaluations, exams
from app.store import figure_facts as rows_of
from app.store import figure_sources as sources
from app.store.figure_sources import Known

#: Raised when the rules of ``models.figure_facts`` change, so that everything is counted anew.
RULES = 2
_PART = 2_000
_SUBJECTS = tuple(one for one in Subject if one is not Subject.INQUIRY)


def by(view: View) -> str:
    """Return by what facts are counted: the rules and the time zone."""
    return f"{RULES} {view.settings.time_zone}"


def behind_the_times(view: View) -> bool:
    """Say whether not everything has been counted once."""
    return not rows_of.whole(rows_of.standing(view.rows, by(view)))


def count_all(work: Work) -> int:
    """Count every thing once, in parts; cut short, the next time goes on. Return how many were looked at."""
    told = by(work)
    built, done = rows_of.standing(work.tx, told), 0
    if not built:
        rows_of.begin(work.tx)
    for subject in _SUBJECTS:
        while built.get(subject.value) != "end":
            ids, place = _next(work, subject, bytes.fromhex(built.get(subject.value, "")))
            observe(work, subject, ids)
            done += len(ids)
            built[subject.value] = place
            rows_of.stand(work.tx, told, built)
            if ids:
                work.tx.breathe()
    return done


def _next(work: Work, subject: Subject, after: bytes) -> tuple[list[bytes], str]:
    if subject is Subject.SAVE:
        return sources.blocks(work.tx, after)
    if subject is not Subject.SHIFT:
        ids = sources.walk(work.tx, subject, after, _PART)
        return ids, rows_of.place_after(ids)
    last, found = sources.duty_days(work.tx, after, _PART)
    return _days(work, found), rows_of.place_after([last] if found else [])


def follow(work: Work, since: int, until: int) -> int:
    """Count anew what records after ``since`` up to ``until`` speak of."""
    done = 0
    for subject in _SUBJECTS:
        if subject is Subject.SAVE:
            ids = sources.blocks_between(since, until)
        elif subject is Subject.SHIFT:
            ids = _days(work, sources.duty_spoken_of(work.tx, since, until))
        else:
            ids = sources.spoken_of(work.tx, subject, since, until)
        observe(work, subject, ids)
        done += len(ids)
    return done


def ripen(work: Work) -> int:
    """Count anew what has become due although nothing was said of it."""
    done, now = 0, work.now.astimezone(UTC).isoformat()
    for subject in _SUBJECTS:
        while ids := rows_of.ripe(work.tx, subject, now, _PART):
            observe(work, subject, ids)
            done += len(ids)
    return done


def observe(work: Work, subject: Subject, ids: Sequence[bytes]) -> None:
    """Put what these things say now in the place of what they said."""
    if not ids:
        return
    zone = ZoneInfo(work.settings.time_zone)
    if subject is Subject.SHIFT:
        facts = [_shift(work, one, zone) for one in ids]
    elif subject is Subject.SITTING:
        facts = list(_sittings(work, ids, zone))
    elif subject is Subject.CHAT:
        facts = list(_chats(work, ids, zone))
    elif subject is Subject.SAVE:
        facts = [one for block in ids for one in _saves(work, block, zone)]
        ids = [one.id for one in facts]
    else:
        rule = _RULES[subject]
        facts = [rule(work, one, zone) for one in sources.known(work.tx, subject, ids)]
    rows_of.keep(work.tx, subject, ids, [one for one in facts if one is not None])


def _days(view: View, found: Iterable[tuple[bytes, datetime]]) -> list[bytes]:
    zone = ZoneInfo(view.settings.time_zone)
    return sorted({person + at.astimezone(zone).date().isoformat().encode() for person, at in found})


def person_and_day(duty: bytes) -> tuple[bytes, date]:
    """Return whose day on duty an id means."""
    return duty[:-10], date.fromisoformat(duty[-10:].decode())


def _shift(work: Work, duty: bytes, zone: ZoneInfo) -> Fact:
    person, day = person_and_day(duty)
    start, end = (datetime.combine(one, time(), zone).astimezone(UTC) for one in (day, day + timedelta(days=1)))
    states = sources.states_of(work.tx, person, start, end)
    said = rules.of_shift(states, (start, end), practiced=sources.practiced_on(work.tx, person, day))
    return Fact(duty, day, said, person)


def _saves(work: Work, block: bytes, zone: ZoneInfo) -> Iterator[Fact]:
    """Yield what a block of the journal says, day by day. Records never change, so none of its days goes away."""
    first, last = sources.bounds_of(block)
    saves, decisions = Counter[date](), Counter[date]()
    for found, counted in ((saves, conflicts.saves_between), (decisions, conflicts.decisions_between)):
        for at, count in counted(work.tx, first, last):
            with suppress(ValueError):  # what another program wrote for a time
                found[datetime.fromisoformat(at).astimezone(zone).date()] += count
    for day, count in saves.items():
        yield Fact(block + day.isoformat().encode(), day, rules.of_saves(count, decisions[day]))


def _sittings(work: Work, ids: Sequence[bytes], zone: ZoneInfo) -> Iterator[Fact]:
    for one in ids:
        row = exams.sitting(work.tx, one)
        if row is not None:
            share, passed, is_out = exam_results.outcome_of(work, row)
            said = rules.of_sitting(share, passed, is_out=is_out)
            yield Fact(one, row.at.astimezone(zone).date(), said, row.person)


def _fact(one: Known, at: datetime, zone: ZoneInfo, said: tuple[Said, ...], looks_at: datetime | None = None) -> Fact:
    groups = (one.person, one.unit, one.channel, one.category, one.inquiry)
    return Fact(one.id, at.astimezone(zone).date(), said, *groups, looks_at)


def _interview(_work: Work, one: Known, zone: ZoneInfo) -> Fact | None:
    at, codes = one.row
    return _fact(one, datetime.fromisoformat(at), zone, rules.of_interview(sources.codes_of(codes))) if codes else None


def _callback(work: Work, one: Known, zone: ZoneInfo) -> Fact | None:
    reason, *times, interviewed = one.row
    due_at, closed_at, begins_at = sources.moments_of(times)
    at = due_at or begins_at or closed_at
    if at is None:
        return None
    if reason == "satisfaction":
        return _fact(one, at, zone, _asked(one, closed_at, bool(interviewed)))
    if due_at is None:
        return None
    question = Question.MISSED_RECOVERED if reason == "missed" else Question.PROMISE_CALLED
    until = due_at - SOON + rules.RECOVERED_WITHIN if reason == "missed" else due_at
    said = rules.by_time(question, closed_at, until, work.now)
    return _fact(one, at, zone, (said,), until if said.mark is rules.WAITING else None)


def _asked(one: Known, closed_at: datetime | None, interviewed: bool) -> tuple[Said, ...]:
    mark = rules.MET if interviewed else rules.MISSED if closed_at else rules.WAITING
    complaint = (one.category or "").partition(".")[0] == "complaint"
    return (
        Said(Question.INTERVIEWED, mark),
        *((Said(Question.COMPLAINT_INTERVIEWED, mark),) if complaint else ()),
    )


def _finding(work: Work, one: Known, zone: ZoneInfo) -> Fact:
    opened_at, state, *times = one.row
    due_at, closed_at, again_at = sources.moments_of(times)
    said = rules.of_finding(coded(FindingState, state), (due_at, closed_at), again_at, work.now)
    ends = {Question.FINDING_ON_TIME: due_at, Question.RECURRED: closed_at and closed_at + rules.RECURS_WITHIN}
    waits = [end for each in said if each.mark is rules.WAITING and (end := ends[each.question]) is not None]
    return _fact(one, datetime.fromisoformat(opened_at), zone, said, min(waits, default=None))


def _evaluation(work: Work, one: Known, zone: ZoneInfo) -> Fact | None:
    at, is_first = one.row
    found = evaluations.find(work.tx, one.id)
    said = rules.of_evaluation(found, is_first=bool(is_first)) if found else ()
    return _fact(one, datetime.fromisoformat(at), zone, said)


def _search(_work: Work, one: Known, zone: ZoneInfo) -> Fact:
    at, results = one.row
    said = Said(Question.SEARCH_FOUND, rules.MET if results else rules.MISSED)
    return _fact(one, datetime.fromisoformat(at), zone, (said,))


def _given(_work: Work, one: Known, zone: ZoneInfo) -> Fact:
    at, ends = datetime.fromisoformat(one.row[0]), moment(one.row[1])
    said = Said(Question.GIVEN_VALID, rules.MET if ends is None or at <= ends else rules.MISSED)
    return _fact(one, at, zone, (said,))


def _version(work: Work, one: Known, zone: ZoneInfo) -> Fact:
    ended_at, approved, *times = one.row
    at = datetime.fromisoformat(ended_at)
    followed = [found for found in sources.moments_of(times) if found is not None]
    if at > work.now:
        return _fact(one, at, zone, (), at)
    return _fact(one, at, zone, (rules.renewed(at, followed),) if approved else ())


def _chats(work: Work, ids: Sequence[bytes], zone: ZoneInfo) -> Iterator[Fact]:
    """Yield what messages say: whoever writes when nobody is on duty waits from the next opening on."""
    hours = calendars.arithmetic_of(work, calendars.center_calendar(work).calendar)
    for one in sources.known(work.tx, Subject.CHAT, ids):
        came_at, replied_at = sources.moments_of(one.row)
        if came_at is None or replied_at is None:
            yield _fact(one, came_at or datetime.min.replace(tzinfo=UTC), zone, ())
            continue
        met = hours.elapsed(came_at, replied_at) <= rules.CHAT_WITHIN
        yield _fact(one, came_at, zone, (Said(Question.CHAT_FAST, rules.MET if met else rules.MISSED),))


def _call(_work: Work, one: Known, zone: ZoneInfo) -> Fact:
    at, answered, *lengths = one.row
    wait, handled = (timedelta(seconds=length or 0) for length in lengths)
    return _fact(one, datetime.fromisoformat(at), zone, rules.of_call(wait, bool(answered), handled))


_RULES: Mapping[Subject, Callable[[Work, Known, ZoneInfo], Fact | None]] = {
    Subject.INTERVIEW: _interview,
    Subject.CALLBACK: _callback,
    Subject.FINDING: _finding,
    Subject.EVALUATION: _evaluation,
    Subject.SEARCH: _search,
    Subject.GIVEN: _given,
    Subject.VERSION: _version,
    Subject.CALL: _call,
}
