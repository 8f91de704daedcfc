"""What the page of appraisals shows, decided without Qt."""

from collections.abc import Mapping, Sequence

from app.models.appraisals import AppraisalPart, Formula
from app.services import wording
from app.services.appraisals import Appraisal
from app.ui.kit.escaping import escape
from app.ui.panes.training.presenting_review import percent

_PAD = 'style="padding:4px 12px"'


def formula_text(formula: Formula, language: str, words: Mapping[str, str]) -> str:
    """Return a formula as one line: what each part counts, and how many days of practice are all."""
    parts = " + ".join(
        f"{formula.weight(one)} % × {wording.label('appraisal_part', one.value, language)}"
        for one in AppraisalPart
        if formula.weight(one)
    )
    days = words["days"].format(days=formula.practice_days)
    return words["formula"].format(total=words["total"], parts=parts, days=days)


def figures_html(found: Sequence[Appraisal], language: str, words: Mapping[str, str]) -> str:
    """Return each operator's parts with their cases, the total, and critical errors."""
    shown_parts = [part.part for part in found[0].parts] if found else []
    names = [wording.label("appraisal_part", one.value, language) for one in shown_parts]
    heads = (words["operator"], *names, words["total"], words["critical"])
    rows = ["<tr>" + "".join(_head(one, left=not at) for at, one in enumerate(heads)) + "</tr>"]
    for one in found:
        parts = [f"{percent(part.share)} (n = {part.cases})" for part in one.parts]
        cells = (*parts, f"<b>{percent(one.total)}</b>", str(one.critical))
        shown = "".join(f"<td {_PAD} align='right'>{cell}</td>" for cell in cells)
        rows.append(f"<tr><td {_PAD}>{escape(one.display)}</td>{shown}</tr>")
    return f"<table>{''.join(rows)}</table>"


def _head(text: str, *, left: bool) -> str:
    """Return the head of a column, which begins with a capital though its words stand in the midst of the formula."""
    return f"<th {_PAD} align='{'left' if left else 'right'}'>{escape(text[:1].upper() + text[1:])}</th>"


def history_html(found: Sequence[tuple[Formula, str, str]], language: str, words: Mapping[str, str]) -> str:
    """Return (formula, who, when) of every formula with its reason, the one that counts last on top."""
    names = [wording.label("appraisal_part", one.value, language) for one in AppraisalPart]
    heads = (words["from"], *names, words["practice_days"], words["why"], words["who"])
    rows = ["<tr>" + "".join(_head(one, left=True) for one in heads) + "</tr>"]
    for formula, who, when in found:
        day = formula.from_on.isoformat() if formula.from_on else words["shipped"]
        weights = (f"{formula.weight(one)} %" for one in AppraisalPart)
        cells = (day, *weights, str(formula.practice_days), formula.reason, f"{who} {when}".strip())
        rows.append("<tr>" + "".join(f"<td {_PAD}>{escape(cell)}</td>" for cell in cells) + "</tr>")
    return f"<table>{''.join(rows)}</table>"
