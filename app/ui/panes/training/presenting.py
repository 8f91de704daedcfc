"""What the training pane shows, decided without Qt."""

from dataclasses import dataclass
from datetime import date

from app.models.drill_items import DrillKind, said_in
from app.models.drill_queue import MOST_ITEMS
from app.models.drills import Rating
from app.scripts_library.answer_grading import Verdict
from app.services import wording
from app.services.competence import TopicCell
from app.services.drills import Asked, Drill, Feedback
from app.ui.kit.escaping import escape

MARKS = {Verdict.HIT: "✓", Verdict.MAYBE: "~", Verdict.MISS: "✗"}
_TONES = {Rating.AGAIN: "danger", Rating.HARD: "warning", Rating.GOOD: "accent", Rating.EASY: "accent"}


@dataclass(frozen=True)
class Ink:
    """Colors of the feedback, as ``#rrggbb``."""

    good: str
    fair: str
    bad: str
    muted: str


def spoken(language: str) -> str:
    """Return the scripts' code of a language of the window."""
    return "zh" if language.startswith("zh") else "en"


def progress(drill: Drill) -> tuple[int, int]:
    """Return how many questions are done today and how many the day has in all."""
    done = min(drill.spent.items, MOST_ITEMS)
    return done, done + len(drill.cards)


def minutes(drill: Drill) -> int:
    """Return the minutes spent today, a begun one counted."""
    return -(-drill.spent.ms // 60_000)


def asks(asked: Asked, language: str, step: int = 0) -> str:
    """Return what is asked: the caller's words, a text with a gap, or what the caller answers."""
    if asked.item.kind is DrillKind.BRANCH and asked.item.steps:
        return said_in(asked.item.steps[min(step, len(asked.item.steps) - 1)].heard, spoken(language))
    return asked.item.prompt_in(spoken(language))


def options(asked: Asked, language: str, step: int = 0) -> list[str]:
    """Return what can be chosen."""
    if asked.item.kind is DrillKind.BRANCH:
        turns = asked.item.steps
        return [said_in(one, spoken(language)) for one in turns[step].options] if step < len(turns) else []
    return asked.item.options_in(spoken(language))


def tone(feedback: Feedback) -> str:
    """Return the tone of a rating."""
    return _TONES[feedback.rating]


def feedback_html(feedback: Feedback, language: str, ink: Ink, words: "FeedbackWords") -> str:
    """Return what the answer got: each key point with its verdict, what was right, approved wording, source."""
    colors = {Verdict.HIT: ink.good, Verdict.MAYBE: ink.fair, Verdict.MISS: ink.bad}
    parts: list[str] = []
    for text, verdict, fault in feedback.points:
        why = f' <span style="color:{ink.muted}">– {_fault(fault, language)}</span>' if fault else ""
        parts.append(
            f'<p style="margin:2px 0"><b style="color:{colors[verdict]}">{MARKS[verdict]}</b> {escape(text)}{why}</p>'
        )
    if feedback.before:
        parts.append(f'<p style="color:{ink.muted}"><b>{escape(words.before)}</b> <s>{escape(feedback.before)}</s></p>')
    if feedback.forbidden:
        said = escape("、".join(feedback.forbidden) if language.startswith("zh") else ", ".join(feedback.forbidden))
        parts.append(f'<p style="color:{ink.bad}"><b>{escape(words.forbidden)}</b> {said}</p>')
    if feedback.right:
        parts.append(f"<p><b>{escape(words.right)}</b> {escape(' → '.join(feedback.right))}</p>")
    if feedback.approved:
        approved = escape(feedback.approved).replace("\n", "<br>")
        parts.append(
            f'<p style="margin-top:8px"><b>{escape(words.approved)}</b> {escape(feedback.title)}<br>{approved}</p>'
        )
    if feedback.sources:
        sources = escape("; ".join(feedback.sources))
        parts.append(f'<p style="color:{ink.muted}">{escape(words.source)} {sources}</p>')
    return "".join(parts)


@dataclass(frozen=True)
class FeedbackWords:
    """The fixed words of the feedback, in the language of the window."""

    approved: str
    right: str
    source: str
    forbidden: str
    before: str = ""


def _fault(fault: str, language: str) -> str:
    return escape(wording.label("answer_fault", fault, language))


def share(cell: TopicCell) -> int:
    """Return how well a topic is known, in whole percent."""
    return round(100 * cell.competence.mean)


def days_until(day: date | None, today: date) -> int | None:
    """Return in how many days a card comes again; None where it does not."""
    return None if day is None else max(0, (day - today).days)


def result(found: Feedback, day: date, language: str, again: str) -> str:
    """Return what an answer got in a few words; ``again`` says in how many days it comes back."""
    rating = wording.label("rating", found.rating.name.lower(), language)
    days = days_until(found.next_on, day)
    parts = (f"{round(100 * found.score)} %", rating, again.format(count=days) if days is not None else "")
    return " · ".join(filter(None, parts))
