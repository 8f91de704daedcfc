"""What the pages of exams show, decided without Qt."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta, tzinfo
from typing import Any

from app.models.drill_items import DrillKind, Item, said_in
from app.models.exams import ExamState
from app.models.sittings import ClockMoved
from app.services import wording
from app.services.exam_results import AnswerGot, Result
from app.services.exams import Mine
from app.ui.kit.escaping import escape
from app.ui.kit.presenting_time import exact, timer

#: Below so much time the countdown warns.
LITTLE = timedelta(minutes=2)
TONES = {
    ExamState.RUNNING: "warning",
    ExamState.OPEN: "accent",
    ExamState.RESIT: "warning",
    ExamState.RELEASED: "accent",
}


def standing(one: Mine, now: datetime) -> ExamState:
    """Return how an exam stands for a person."""
    if one.may_begin:
        begun = ExamState.RESIT if one.sittings else ExamState.OPEN
        return ExamState.RUNNING if one.running else begun
    if one.exam.released_at is not None and one.sittings:
        return ExamState.RELEASED
    if now < one.exam.opens_at:
        return ExamState.LATER
    return ExamState.HANDED_IN if one.sittings else ExamState.CLOSED


def time_left(left: timedelta) -> tuple[str, str]:
    """Return a countdown and its tone."""
    return timer(left), "danger" if left <= LITTLE / 2 else "warning" if left <= LITTLE else ""


def moved(move: ClockMoved, language: str, zone: tzinfo | None = None) -> str:
    """Return a move of the clock in words."""
    seconds = round(move.by.total_seconds())
    return f"{exact(move.at, language, zone)}: {seconds:+,} s"


def asks(item: Item, language: str, step: int) -> str:
    """Return what is asked, of a call its turn."""
    if item.kind is DrillKind.BRANCH and item.steps:
        return said_in(item.steps[min(step, len(item.steps) - 1)].heard, language)
    return item.prompt_in(language)


def offered(item: Item, language: str, step: int, order: Sequence[int]) -> list[str]:
    """Return what can be chosen, in the order of one person's paper; of a call the ways of its turn."""
    if item.kind is DrillKind.BRANCH:
        return [said_in(one, language) for one in item.steps[step].options] if step < len(item.steps) else []
    texts = item.options_in(language)
    return [texts[place] for place in order]


def answered(item: Item, answer: "AnswerGot", language: str) -> str:
    """Return an answer in words."""
    if answer.text:
        return answer.text
    if item.kind is DrillKind.BRANCH:
        turns = zip(item.steps, answer.chosen, strict=False)
        return " → ".join(said_in(step.options[one], language) for step, one in turns if one < len(step.options))
    texts = item.options_in(language)
    joined = " → " if item.kind is DrillKind.ORDER else "; "
    return joined.join(texts[one] for one in answer.chosen if one < len(texts))


def right_of(item: Item, language: str) -> str:
    """Return what is right, of a typed answer nothing: there a person decided."""
    if item.kind is DrillKind.SLOT:
        return " / ".join(item.fills.get(language) or [word for one in item.fills.values() for word in one])
    if item.kind is DrillKind.BRANCH:
        return " → ".join(said_in(step.options[step.right], language) for step in item.steps)
    texts = item.options_in(language)
    return (" → " if item.kind is DrillKind.ORDER else "; ").join(texts[one] for one in item.right if one < len(texts))


def result_html(
    results: Sequence[tuple[Result, Sequence[AnswerGot]]], language: str, words: dict[str, str], colors: tuple[str, str]
) -> str:
    """Return one's own results: each sitting with its share, then each question with the answer and what is right."""
    spoken = "zh" if language.startswith("zh") else "en"
    parts: list[str] = []
    for result, answers in results:
        verdict = words["to_mark"] if result.passed is None else words["passed" if result.passed else "failed"]
        head = f"{round(100 * result.share)} % · {verdict} · {words['critical']} {result.critical_missed}"
        parts.append(f"<h3>{escape(wording.named(words['sitting'].format(number=result.number), head, language))}</h3>")
        notes = [f"{words[name]} {said}" for name, said in _counts(result)]
        parts.append(f"<p>{escape(' · '.join(notes))}</p>")
        parts += [
            f"<p><b>{escape(words['clock'])}</b> {escape(moved(one, language))}</p>" for one in result.clock_moves
        ]
        parts += [
            _answer_html((result.number, place), one, spoken, words, colors) for place, one in enumerate(answers, 1)
        ]
    return "".join(parts)


def _counts(result: Result) -> tuple[tuple[str, str], ...]:
    return ("used", timer(result.used)), ("late", str(result.late)), ("left", str(result.left))


def _answer_html(
    at: tuple[int, int], one: AnswerGot, spoken: str, words: dict[str, str], colors: tuple[str, str]
) -> str:
    """Return one question; ``at`` are the sitting and the place, by which its link is known."""
    color = colors[0] if one.points >= 1 else colors[1]
    given = answered(one.item, one, spoken) or "–"
    lines = [
        f'<b>{at[1]}. {escape(asks(one.item, spoken, 0))}</b> <span style="color:{color}">{one.points:.2f}</span>',
        f"{escape(words['yours'])} {escape(given)}",
    ]
    right = right_of(one.item, spoken)
    if right and one.points < 1:
        lines.append(f"{escape(words['right'])} {escape(right)}")
    if one.note:
        lines.append(escape(one.note))
    if one.appeal:
        state = words["decided" if one.decided else "waits"]
        lines.append(f"<i>{escape(words['appeal'])} {escape(one.appeal)} · {escape(state)}</i>")
    if one.points < 1:
        lines.append(f'<a href="flag:{at[0]}-{at[1]}" style="color:{colors[0]}">{escape(words["flag"])}</a>')
    return f"<p>{'<br>'.join(lines)}</p>"


def state_word(state: ExamState, language: str) -> str:
    """Return the word for how an exam stands."""
    return wording.label("exam_state", state.value, language)


def is_answered(answer: Mapping[str, Any]) -> bool:
    """Say whether something was answered."""
    return bool(str(answer.get("text", "")).strip() or answer.get("chosen"))
