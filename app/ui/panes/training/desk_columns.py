"""The columns of the trainer's desk: exams, their sittings, their questions."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QT_TRANSLATE_NOOP

from app.models.drill_items import Item
from app.models.item_statistics import ItemFigures, OptionFigures
from app.services import wording
from app.services.exam_desk import ExamLine
from app.services.exam_results import Analysis, Result
from app.ui.kit import languages
from app.ui.kit.columns import Column
from app.ui.kit.presenting_time import moment, timer
from app.ui.panes.training import presenting_desk
from app.ui.panes.training.presenting import spoken


@dataclass(frozen=True)
class Asked:
    """One question of an exam with its figures and its options."""

    place: int
    item: Item
    figures: ItemFigures
    options: tuple[OptionFigures, ...]


def asked_of(analysis: Analysis) -> tuple[Asked, ...]:
    """Return the questions of an analysis, one row each."""
    rows = zip(analysis.items, analysis.figures.items, analysis.options, strict=True)
    return tuple(Asked(place, *row) for place, row in enumerate(rows, 1))


def exams(when: Callable[[], tuple[datetime, ZoneInfo]]) -> tuple[Column, ...]:
    """Return the columns of the exams; ``when`` gives the time and zone in which their times are said."""

    def closes(line: ExamLine) -> str:
        now, zone = when()
        return moment(line.exam.closes_at, now, languages.current(), zone)

    return (
        Column("name", QT_TRANSLATE_NOOP("tables", "Exam"), 0, show=_name, sortable=False),
        Column("closes", QT_TRANSLATE_NOOP("tables", "Closes"), 140, show=closes, sortable=False),
        Column("minutes", QT_TRANSLATE_NOOP("tables", "Minutes"), 80, "number", show=_minutes, sortable=False),
        Column("sat", QT_TRANSLATE_NOOP("tables", "Sat it"), 96, "number", show=_sat, sortable=False),
        Column("waiting", QT_TRANSLATE_NOOP("tables", "To mark"), 96, "number", show=_waiting, sortable=False),
        Column(
            "state", QT_TRANSLATE_NOOP("tables", "State"), 150, "chip", show=_stand, tone=_stand_tone, sortable=False
        ),
    )  # fmt: skip


def exam_key(line: ExamLine) -> bytes:
    """Return what tells an exam."""
    return line.exam.id


def result_key(result: Result) -> bytes:
    """Return what tells a sitting."""
    return result.sitting


def question_key(one: Asked) -> int:
    """Return what tells a question."""
    return one.place


def _name(line: ExamLine) -> str:
    return line.exam.name


def _minutes(line: ExamLine) -> str:
    return f"{line.exam.minutes}"


def _sat(line: ExamLine) -> str:
    return f"{line.sat} / {len(line.exam.people)}"


def _waiting(line: ExamLine) -> str:
    return f"{line.waiting + line.appeals}" if line.waiting + line.appeals else ""


def _stand(line: ExamLine) -> str:
    return wording.label("exam_stand", presenting_desk.stand(line).value, languages.current())


def _stand_tone(line: ExamLine) -> str:
    return presenting_desk.STAND_TONES.get(presenting_desk.stand(line), "")


def _share(one: Result) -> str:
    return f"{100 * one.share:.0f} %"


def _verdict(one: Result) -> str:
    return wording.label("exam_verdict", presenting_desk.verdict(one).value, languages.current())


def _verdict_tone(one: Result) -> str:
    return presenting_desk.VERDICT_TONES[presenting_desk.verdict(one)]


def _used(one: Result) -> str:
    return timer(one.used)


def _moves(one: Result) -> str:
    return "; ".join(f"{move.by.total_seconds():+,.0f} s" for move in one.clock_moves)


def _prompt(one: Asked) -> str:
    return one.item.prompt_in(spoken(languages.current()))


def _facility(one: Asked) -> str:
    return presenting_desk.facility(one.figures)


def _discrimination(one: Asked) -> str:
    return presenting_desk.discrimination(one.figures)


def _efficiency(one: Asked) -> str:
    return presenting_desk.number(one.figures.efficiency) if one.figures.enough else ""


def _weight(one: Asked) -> str:
    return presenting_desk.number(one.figures.weight)


def _alarms(one: Asked) -> str:
    return " · ".join(wording.label("item_alarm", alarm.value, languages.current()) for alarm in one.figures.alarms)


def _alarm_tones(one: Asked) -> str:
    return "|".join("warning" for _ in one.figures.alarms)


RESULTS = (
    Column("display", QT_TRANSLATE_NOOP("tables", "Person"), 0, sortable=False),
    Column("number", QT_TRANSLATE_NOOP("tables", "Sitting"), 72, "number", sortable=False),
    Column("share", QT_TRANSLATE_NOOP("tables", "Points"), 80, "number", show=_share, sortable=False),
    Column("critical_missed", QT_TRANSLATE_NOOP("tables", "Critical missed"), 120, "number", sortable=False),
    Column(
        "verdict", QT_TRANSLATE_NOOP("tables", "Result"), 130, "chip", show=_verdict, tone=_verdict_tone, sortable=False
    ),
    Column("used", QT_TRANSLATE_NOOP("tables", "Time"), 80, "number", show=_used, sortable=False),
    Column("late", QT_TRANSLATE_NOOP("tables", "Too late"), 80, "number", sortable=False),
    Column("left", QT_TRANSLATE_NOOP("tables", "Left"), 64, "number", sortable=False),
    Column("moves", QT_TRANSLATE_NOOP("tables", "Clock moved"), 130, show=_moves, sortable=False),
)  # fmt: skip
QUESTIONS = (
    Column("place", QT_TRANSLATE_NOOP("tables", "No."), 44, "number", sortable=False),
    Column("prompt", QT_TRANSLATE_NOOP("tables", "Question"), 0, show=_prompt, sortable=False),
    Column("facility", QT_TRANSLATE_NOOP("tables", "Facility"), 126, "number", show=_facility, sortable=False),
    Column(
        "discrimination", QT_TRANSLATE_NOOP("tables", "Discrimination"), 118, "number", show=_discrimination,
        sortable=False,
    ),
    Column("efficiency", QT_TRANSLATE_NOOP("tables", "Efficiency"), 76, "number", show=_efficiency, sortable=False),
    Column("weight", QT_TRANSLATE_NOOP("tables", "Weight"), 64, "number", show=_weight, sortable=False),
    Column(
        "alarms", QT_TRANSLATE_NOOP("tables", "To look at"), 136, "chips", show=_alarms, tone=_alarm_tones,
        sortable=False,
    ),
)  # fmt: skip
