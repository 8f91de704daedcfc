"""Training in the demo: weeks of practice, exams out and open, a contest, scored contacts, an appeal."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from random import Random
from typing import Any

from app.models.accounts import Permission, Person
from app.models.contests import SMALLEST, TEAMS
from app.models.courses import CourseKind
from app.models.drill_items import DrillKind, Item, said_in
from app.models.drill_queue import Candidate
from app.models.evaluations import ErrorClass, ErrorFound, SampleKind
from app.models.exams import BlueprintLine
from app.scripts_library.script import Script
from app.services import (
    contest_rounds,
    contests,
    courses,
    drill_cards,
    drill_items,
    drills,
    evaluations,
    exam_results,
    exams,
    question_bank,
)
from app.services.courses import NewCourse
from app.services.demo_texts import table
from app.services.drills import Given
from app.services.evaluations import Drawn, Scored
from app.services.exams import NewExam
from app.services.office import Work
from app.store import accounts as people_rows
from app.store import contacts as contact_rows
from app.store import drill_points as point_rows
from app.store.drill_points import DrillPoint

#: So many key points have questions in the bank, and on which days before today each operator practiced.
#: Of the last days now and then one is left out.
_POINTS, _DAYS = 60, (54, 46, 38, 30, 22, 16, *range(11, 0, -1))
_LATELY, _LEFT_OUT = 11, 0.15
_KINDS = frozenset({DrillKind.SAY, DrillKind.SLOT, DrillKind.MCQ, DrillKind.MULTI})
_BLUEPRINT = (
    BlueprintLine("", 2, DrillKind.SAY),
    BlueprintLine("", 2, DrillKind.SLOT),
    BlueprintLine("", 3, DrillKind.MCQ),
    BlueprintLine("", 1, DrillKind.MULTI),
)
#: Whole exams need so many scripts; a desk without them has no exam.
_LEAST = 12
_SAT, _SAT_ALREADY = 7, 2
#: So many have played the rounds of the contest.
_PLAYED = 4
#: So many contacts of each person are scored, so many of all by two; an error is found in every so manieth.
_MONTHS_BEFORE = (64, 34)
_EVALUATED, _TWICE, _ERROR_EVERY = 2, 3, 4
#: Who signs in to the demo first disagrees with a score.
_APPEALS = "wang"
#: How much of what a person is asked they know, at least and at most.
_SKILL = (0.9, 1.0)
#: Exams that are out: so many days ago, and how much less of what was asked was known then.
_EXAMS = ((64, 0.06), (36, 0.03), (8, 0.0))


@dataclass(frozen=True)
class _Trained:
    """Who trains and is trained: everybody's share of right answers, by person in the order of their names."""

    rng: Random
    trainer: Person
    supervisor: Person
    skill: Mapping[Person, float]


def fill(work: Work, rng: Random, *, trainer: Person, supervisor: Person) -> int:
    """Fill the tabs of training in the names of those whose work it is; return how many answers were practiced."""
    everybody = [one for one in people_rows.everyone(work.tx) if one.may(Permission.PRACTICE)]
    low, high = _SKILL
    skill = {one: low + (high - low) * rng.random() for one in sorted(everybody, key=_name)}
    trained = _Trained(rng, trainer, supervisor, skill)
    mine = _as(work, trainer, work.now)
    points = _points(mine)
    answers = 0
    if len({one.script for one in points}) >= _LEAST:
        answers = _practice(work, trained, points)
        _exams(work, trained)
        _contest(work, trained)
    _courses(work, trained)
    _evaluate(work, trained, points)
    return answers


def _name(person: Person) -> str:
    return person.name


def _as(work: Work, person: Person, at: datetime) -> Work:
    work.tx.write_as(person.name, at)
    return replace(work, by=person, now=at)


def _points(work: Work) -> list[DrillPoint]:
    """Put questions about what counts most into the bank, and return these key points."""
    drill_cards.refresh(work)
    found = point_rows.weightiest(work.tx, _POINTS)
    question_bank.fill(work, only={one.script for one in found})
    return found


def _practice(work: Work, trained: _Trained, points: list[DrillPoint]) -> int:
    known: dict[str, tuple[Script, tuple[Item, ...]]] = {}
    rng = trained.rng
    count = 0
    for person, skill in trained.skill.items():
        if person.may(Permission.TRAIN):
            continue
        for place, days in enumerate(one for one in _DAYS if one > _LATELY or rng.random() >= _LEFT_OUT):
            point = points[int(rng.random() ** 2 * len(points))]
            if point.script not in known:
                known[point.script] = drill_items.items_for(work, point.script)
            script, items = known[point.script]
            card = Candidate(point.script, point.point, point.topic, point.risk, point.weight, reps=place)
            item = drill_items.choose(items, card, person.id, kinds=_KINDS)
            at = work.now - timedelta(days=days, minutes=int(rng.random() * 90))
            given = _given(script, item, point, rng, knows=rng.random() < skill)
            drills.answer(_as(work, person, at), given)
            count += 1
    return count


def _given(script: Script, item: Item, point: DrillPoint, rng: Random, *, knows: bool) -> Given:
    said = answer_of(item, script, knows=knows)
    ms = 4000 + int(rng.random() * 16_000)
    chosen = tuple(said.get("chosen", ()))
    return Given(point.script, point.point, item.id, "zh", ms, said.get("text", ""), chosen, gave_up=not knows)


def answer_of(item: Item, script: Script, *, knows: bool) -> dict[str, Any]:
    """Return an answer to a question in the form in which an exam saves it, right or wrong."""
    if item.kind is DrillKind.SAY:
        points = [one for one in script.key_points if one.id in item.points]
        return {"text": "。".join(said_in(one.texts, "zh") for one in points[: None if knows else 1])}
    if item.kind is DrillKind.SLOT:
        words = item.fills.get("zh") or next(iter(item.fills.values()))
        return {"text": words[0] if knows else "0"}
    wrong = [place for place in range(len(item.options)) if place not in item.right]
    return {"chosen": list(item.right) if knows else wrong[:1]}


def _exams(work: Work, trained: _Trained) -> None:
    """Set exams that are sat, marked and out, the last one last week, and one that is open and sat by a few."""
    people = [one for one in trained.skill if not one.may(Permission.TRAIN)]
    for days, less in _EXAMS:
        before = replace(trained, skill={one: known - less for one, known in trained.skill.items()})
        _examine(work, before, people[-_SAT:], work.now - timedelta(days=days))
    opened = work.now - timedelta(days=1)
    now_open = _set(work, trained, table("training")["exam"], opened, closes_at=work.now + timedelta(days=4))
    for place, person in enumerate(people[:_SAT_ALREADY]):
        _sit(work, trained, now_open, person, opened + timedelta(hours=3 + 2 * place))


def _examine(work: Work, trained: _Trained, people: Sequence[Person], opened: datetime) -> None:
    said = table("training")
    past = _set(work, trained, said["exam"], opened, closes_at=opened + timedelta(days=3))
    for place, person in enumerate(people):
        _sit(work, trained, past, person, opened + timedelta(hours=6 + 3 * place))
    marked_at = opened + timedelta(days=3, hours=5)
    desk = _as(work, trained.trainer, marked_at)
    for one in exam_results.to_mark(desk, past):
        note = said["mark_note"] if one.proposal.score >= 1 else ""
        exam_results.mark(desk, one.sitting, one.version, points=one.proposal.score, note=note)
    exam_results.release(desk, past)


def _set(work: Work, trained: _Trained, name: str, opens_at: datetime, *, closes_at: datetime) -> bytes:
    week = opens_at.isocalendar().week
    new = NewExam(name.format(week=week), _BLUEPRINT, opens_at, closes_at, 20, seed=week)
    return exams.set_exam(_as(work, trained.trainer, opens_at - timedelta(days=1)), new)


def _sit(work: Work, trained: _Trained, exam: bytes, person: Person, at: datetime) -> None:
    """Sit an exam and hand it in; every answer takes as long as it takes."""
    paper = exams.begin(_as(work, person, at), exam, language="zh")
    ms = 0
    for question in paper.questions:
        ms += 20_000 + int(trained.rng.random() * 40_000)
        script = drill_items.script_of(work, question.item.script)
        answer = answer_of(question.item, script, knows=trained.rng.random() < trained.skill[person])
        mine = _as(work, person, at + timedelta(milliseconds=ms))
        exams.save(mine, paper.sitting, question.version, answer, ms=ms)
    exams.hand_in(_as(work, person, at + timedelta(milliseconds=ms)), paper.sitting, ms=ms)


def _courses(work: Work, trained: _Trained) -> None:
    """Write down what was attended in the last weeks; one answers what was asked after it."""
    people = [one for one in trained.skill if not one.may(Permission.TRAIN)]
    for place, said in enumerate(table("training")["courses"]):
        there = [one.name for at, one in enumerate(reversed(people)) if at % (place + 1) == 0]
        day = (work.now - timedelta(days=6 + 9 * place)).date()
        new = NewCourse(
            CourseKind(said["kind"]), said["title"], day, said["hours"], there, said["place"], said["material"],
            said["questions"],
        )  # fmt: skip
        made = courses.record(_as(work, trained.trainer, work.now), new)
        courses.answer(_as(work, people[-1], work.now), made, 0, said["answer"])


def _contest(work: Work, trained: _Trained) -> None:
    """Draw the teams of this month, and let some want to be seen, every other one under another name."""
    if len(trained.skill) >= SMALLEST * TEAMS:
        contests.draw(_as(work, trained.trainer, work.now))
    names = table("training")["aliases"]
    operators = [one for one in trained.skill if not one.may(Permission.TRAIN)]
    for place, (person, alias) in enumerate(zip(operators, names, strict=False)):
        contests.enter(_as(work, person, work.now), shown=True, alias=alias if place % 2 else "")
    for person in [one for one in operators if one.name != _APPEALS][:_PLAYED]:
        _play(work, trained, person)


def _play(work: Work, trained: _Trained, person: Person) -> None:
    """Play every round of the contest once."""
    desk = _as(work, person, work.now)
    while found := contest_rounds.following(desk):
        item = found.asked.item
        said = contest_answer(item, knows=trained.rng.random() < trained.skill[person])
        ms = 4_000 + int(trained.rng.random() * 9_000)
        given = Given(item.script, found.asked.card.point, item.id, "zh", ms, str(said["text"]), tuple(said["chosen"]))
        contest_rounds.answer(desk, found.round, found.place, given)


def contest_answer(item: Item, *, knows: bool) -> dict[str, Any]:
    """Return an answer to a question of a round, right or wrong."""
    if item.kind is DrillKind.SLOT:
        words = item.fills.get("zh") or next(iter(item.fills.values()))
        return {"text": words[0] if knows else "0", "chosen": ()}
    if item.kind is DrillKind.FIND:
        return {"text": item.script if knows else "", "chosen": ()}
    steps = [one.right if knows else (one.right + 1) % len(one.options) for one in item.steps]
    return {"text": "", "chosen": steps}


def _evaluate(work: Work, trained: _Trained, points: list[DrillPoint]) -> None:
    """Score drawn contacts, a few of them twice; the one with the first error is appealed."""
    for days in _MONTHS_BEFORE:
        desk = _as(work, trained.supervisor, work.now - timedelta(days=days))
        for one in evaluations.sample(desk, 1):
            contact = contact_rows.by_id(work.tx, one.contact)
            if one.person != trained.supervisor.id and contact is not None and contact.opened_at < desk.now:
                _score(desk, trained, trained.supervisor, one, error=None)
    desk = _as(work, trained.supervisor, work.now)
    drawn = [one for one in evaluations.sample(desk, _EVALUATED) if one.person != trained.supervisor.id]
    appealed = False
    for place, one in enumerate(drawn):
        wrong = place % _ERROR_EVERY == 0
        made = _score(
            work, trained, trained.supervisor, one, error=points[place % len(points[:7])] if wrong and points else None
        )
        if place < _TWICE:
            _score(work, trained, trained.trainer, one, error=None)
        person = next(person for person in trained.skill if person.id == one.person)
        if person.name == _APPEALS and not appealed:
            evaluations.appeal(_as(work, person, work.now), made, reason=table("training")["appeal"])
            appealed = True


def _score(work: Work, trained: _Trained, by: Person, drawn: Drawn, *, error: DrillPoint | None) -> bytes:
    said, rng = table("training"), trained.rng
    kinds = (*(ErrorClass.MINOR,) * 5, ErrorClass.CUSTOMER)
    note = said["errors"][int(rng.random() * len(said["errors"]))]
    errors = (ErrorFound(kinds[int(rng.random() * len(kinds))], note, error.script, error.point),) if error else ()
    luck = (*(2,) * 36, 1, 1, None, 0)
    points = {one.id: luck[int(rng.random() * len(luck))] for one in evaluations.sheet().items}
    praise = said["notes"][int(rng.random() * len(said["notes"]))]
    scored = Scored(drawn.contact, points, SampleKind.RANDOM, errors, praise)
    return evaluations.evaluate(_as(work, by, work.now), scored)
