"""What the trainer's desk of exams shows, decided without Qt."""

from collections.abc import Mapping

from app.models.drill_items import Item, said_in
from app.models.errors import FieldInvalid
from app.models.exams import ExamStand, ExamVerdict
from app.models.item_statistics import ENOUGH, ExamFigures, ItemFigures, OptionFigures
from app.scripts_library.answer_grading import Verdict
from app.services import wording
from app.services.exam_desk import ExamLine
from app.services.exam_results import Result, ToMark
from app.ui.kit.escaping import escape
from app.ui.panes.training import presenting_exams
from app.ui.panes.training.presenting import MARKS, Ink, spoken

#: A mark is given in quarters, by one key each.
QUARTERS = 4
STAND_TONES = {ExamStand.TO_MARK: "warning", ExamStand.APPEAL: "danger", ExamStand.READY: "accent"}
VERDICT_TONES = {
    ExamVerdict.SITTING: "", ExamVerdict.WAITING: "warning", ExamVerdict.PASSED: "accent", ExamVerdict.FAILED: "danger",
}  # fmt: skip


def quarters(score: float) -> int:
    """Return a score as quarters, rounded down between two: whoever proposes does not give what was not said."""
    return int(score * QUARTERS + 1e-9)


def ratings(text: str, field: str) -> dict[str, float]:
    """Read ``name=number`` parted by commas or lines. Raises ``FieldInvalid`` for what cannot be read."""
    found: dict[str, float] = {}
    for part in text.replace("，", ",").replace("\n", ",").split(","):
        if not part.strip():
            continue
        name, _, number = part.partition("=")
        try:
            found[name.strip()] = float(number)
        except ValueError:
            raise FieldInvalid(field=field, value=part.strip()) from None
    return found


def waiting_html(one: ToMark, language: str, ink: Ink, words: Mapping[str, str]) -> str:
    """Return an answer that waits: the caller's words, what was typed, and each key point with what is proposed."""
    colors = {Verdict.HIT: ink.good, Verdict.MAYBE: ink.fair, Verdict.MISS: ink.bad}
    nothing = f'<span style="color:{ink.muted}">{escape(words["nothing"])}</span>'
    typed = escape(one.text).replace("\n", "<br>") or nothing
    appeal = f'<p style="color:{ink.fair}"><b>{escape(words["appeal"])}</b> {escape(one.appeal)}</p>'
    parts = [
        appeal if one.appeal else "",
        f'<p style="color:{ink.muted}">{escape(one.item.prompt_in(spoken(language)))}</p>',
        f'<p style="font-size:large">{typed}</p><hr>',
    ]
    for point in one.proposal.points:
        why = wording.label("answer_fault", point.fault.value, language) if point.fault else ""
        critical = f" <b>{escape(words['critical'])}</b>" if point.critical else ""
        parts.append(
            f'<p style="margin:2px 0"><b style="color:{colors[point.verdict]}">{MARKS[point.verdict]}</b> '
            f"{escape(one.texts.get(point.point, point.point))}{critical} "
            f'<span style="color:{ink.muted}">{escape(why)}</span></p>'
        )
    if one.item.options or one.item.steps:
        right = presenting_exams.right_of(one.item, spoken(language))
        parts.append(f'<p><span style="color:{ink.muted}">{escape(words["right"])}</span> {escape(right)}</p>')
    if one.item.fills:
        said = escape(" / ".join(word for words_of in one.item.fills.values() for word in words_of))
        parts.append(f'<p><span style="color:{ink.muted}">{escape(words["fills"])}</span> {said}</p>')
    if one.proposal.forbidden:
        said = escape(", ".join(one.proposal.forbidden))
        parts.append(f'<p style="color:{ink.bad}"><b>{escape(words["forbidden"])}</b> {said}</p>')
    return "".join(parts)


def stand(line: ExamLine) -> ExamStand:
    """Return how an exam stands for the trainer."""
    if line.exam.released_at is not None:
        return ExamStand.APPEAL if line.appeals else ExamStand.OUT
    if line.waiting:
        return ExamStand.TO_MARK
    if line.still:
        return ExamStand.SITTING if line.sat else ExamStand.SET
    return ExamStand.READY if line.sat else ExamStand.SET


def verdict(result: Result) -> ExamVerdict:
    """Return whether a sitting passed."""
    if not result.over:
        return ExamVerdict.SITTING
    if result.passed is None:
        return ExamVerdict.WAITING
    return ExamVerdict.PASSED if result.passed else ExamVerdict.FAILED


def facility(one: ItemFigures) -> str:
    """Return the facility with its interval, in percent."""
    low, high = 100 * one.interval.low, 100 * one.interval.high
    return f"{100 * one.facility:.0f} % ({low:.0f}–{high:.0f})"


def discrimination(one: ItemFigures) -> str:
    """Return the discrimination with its margin; with too few attempts, how many there are."""
    if not one.enough:
        return f"n = {one.attempts} < {ENOUGH}"
    if one.discrimination is None or one.margin is None:
        return "–"
    return f"{one.discrimination:.0f} ± {100 * one.margin:.0f}"


def number(value: float | None, decimals: int = 0) -> str:
    """Return a figure, – where there is none."""
    return "–" if value is None else f"{value:.{decimals}f}"


def summary(figures: ExamFigures, words: str) -> str:
    """Fill the words of an exam's figures; reliability and standard error say nothing about a handful of people."""
    alpha, error = (figures.alpha, figures.error) if figures.enough else (None, None)
    return words.format(
        people=figures.people, mean=number(figures.mean, 2), deviation=number(figures.deviation, 2),
        alpha=number(alpha, 2), error=number(error, 2),
    )  # fmt: skip


def options_html(item: Item, options: tuple[OptionFigures, ...], language: str, words: Mapping[str, str]) -> str:
    """Return how often each option was chosen by the best, the middle and the last third."""
    head = f"<p><b>{escape(wording.label('drill_kind', item.kind.value, language))}</b></p>"
    head += f"<p>{escape(item.prompt_in(spoken(language)))}</p>"
    if not item.options:
        return head
    cells = "".join(f"<th align='right'>&nbsp;{escape(words[one])}&nbsp;</th>" for one in ("best", "middle", "last"))
    rows = [f"<tr><th></th><th></th>{cells}</tr>"]
    for one in options:
        text = words["none"] if one.option < 0 else said_in(item.options[one.option], spoken(language))
        mark = "✓" if one.option in item.right else ""
        counts = "".join(f"<td align='right'>{count}&nbsp;</td>" for count in (one.best, one.middle, one.last))
        rows.append(f"<tr><td>{mark}&nbsp;</td><td>{escape(text)}</td>{counts}</tr>")
    return f"{head}<table>{''.join(rows)}</table>"
