"""What the question bank shows, decided without Qt."""

from collections.abc import Mapping, Sequence

from app.models.drill_items import DrillKind, Item, said_in
from app.models.item_statistics import ItemFigures
from app.models.question_files import RowFate
from app.services import wording
from app.services.bank_imports import RowReport
from app.ui.kit.escaping import escape
from app.ui.panes.training import presenting_desk, presenting_exams
from app.ui.panes.training.presenting import Ink, spoken

_LANGUAGES = ("zh", "en")
#: What key points say, by script and point.
Points = Mapping[tuple[str, str], Mapping[str, str]]


def fits(item: Item, text: str, language: str) -> bool:
    """Say whether a question has every word of a search in its topic, its text, its kind or its state."""
    words = text.casefold().split()
    state = wording.label("item_state", item.state.value, language)
    kind = wording.label("drill_kind", item.kind.value, language)
    place = " ".join((item.topic, item.script, state, kind, *item.prompt.values())).casefold()
    return all(word in place for word in words)


def item_html(item: Item, language: str, ink: Ink, points: Points | None = None) -> str:
    """Return a question in both languages with its options, what is right, and where it comes from.

    ``points`` are what key points say: what has to be said in an answer that is typed.
    """
    parts = [
        f"<p><b>{escape(text)}</b></p>"
        for text in dict.fromkeys(item.prompt.get(one, "") for one in _LANGUAGES)
        if text
    ]
    for place, one in enumerate(item.options):
        right = place in item.right
        mark = f'<b style="color:{ink.good}">✓</b>' if right else f'<span style="color:{ink.muted}">○</span>'
        parts.append(f'<p style="margin:2px 0">{mark} {escape(said_in(one, spoken(language)))}</p>')
    if item.kind in (DrillKind.SLOT, DrillKind.BRANCH, DrillKind.ORDER):
        parts.append(f"<p>{escape(presenting_exams.right_of(item, spoken(language)))}</p>")
    if item.kind in (DrillKind.SAY, DrillKind.FIND):
        found = ((points or {}).get((item.script, one)) for one in item.points)
        said = [said_in(one, spoken(language)) for one in found if one]
        parts += [f'<p style="margin:2px 0"><b style="color:{ink.good}">✓</b> {escape(one)}</p>' for one in said]
    if item.script:
        about = f"{item.script} v{item.version} {', '.join(item.points)}"
        parts.append(f'<p style="color:{ink.muted}">{escape(about)}</p>')
    return "".join(parts)


def figures_html(found: ItemFigures | None, language: str, ink: Ink, words: Mapping[str, str]) -> str:
    """Return what a question did in all exams: facility with its interval, discrimination from 30 answers on."""
    if found is None:
        return f'<hr><p style="color:{ink.muted}">{escape(words["never"])}</p>'
    band = wording.label("discrimination_band", found.band.value, language) if found.band else ""
    lines = (
        (words["answers"], str(found.attempts)),
        (words["facility"], presenting_desk.facility(found)),
        (words["discrimination"], f"{presenting_desk.discrimination(found)}{f' · {band}' if band else ''}"),
    )
    told = "<br>".join(escape(wording.named(*line, language)) for line in lines)
    alarms = " · ".join(wording.label("item_alarm", one.value, language) for one in found.alarms)
    warned = f'<p style="color:{ink.fair}">{escape(alarms)}</p>' if alarms else ""
    return f"<hr><p><b>{escape(words['title'])}</b><br>{told}</p>{warned}"


def reports_html(reports: Sequence[RowReport], language: str, ink: Ink) -> str:
    """Return what became of each row, those that were not taken on top."""
    rows = sorted(reports, key=_rejected_first)
    return "".join(_report(one, language, ink) for one in rows)


def _rejected_first(one: RowReport) -> tuple[bool, int]:
    return one.fate is not RowFate.REJECTED, one.line


def _report(one: RowReport, language: str, ink: Ink) -> str:
    fate = wording.label("row_fate", one.fate.value, language)
    why = wording.label("question_problem", one.problem.value, language) if one.problem else ""
    color = ink.bad if one.fate is RowFate.REJECTED else ink.muted
    return (
        f'<p style="margin:2px 0">{one.line}: <span style="color:{color}">{escape(fate)} {escape(why)}</span> '
        f"{escape(one.prompt)}</p>"
    )
