"""What quality review shows, decided without Qt."""

from collections.abc import Mapping

from app.models.evaluations import CRITICAL, ErrorFound, Evaluation, ReviewReason, Sheet, standing
from app.services import wording
from app.services.evaluations import Figures
from app.services.quality_desk import ReviewLine, Seen
from app.ui.kit.escaping import escape
from app.ui.panes.training.presenting import Ink, spoken

TONES = {ReviewReason.APPEAL: "danger", ReviewReason.SECOND: "warning", ReviewReason.DRAWN: "accent"}
#: What stands for points that are not given yet, and for an item that did not apply.
OPEN, NONE = "?", "–"


def percent(share: float | None) -> str:
    """Return a score, – where nothing applied."""
    return NONE if share is None else f"{100 * share:.0f} %"


def contact_html(seen: Seen, ink: Ink, words: Mapping[str, str]) -> str:
    """Return a contact: what was asked and said, and the key points of what was given."""
    row = seen.row
    parts = [f"<p><b>{escape(row.summary or '')}</b></p>"]
    for text in (row.narrative, row.reply):
        if text:
            parts.append(f"<p>{escape(text)}</p>".replace("\n", "<br>"))
    title = ""
    for one in seen.points:
        if one.title != title:
            title = one.title
            parts.append(f'<p style="margin-top:8px"><b>{escape(words["given"])}</b> {escape(title)}</p>')
        mark = f'<b style="color:{ink.good}">✓</b>' if one.ticked else f'<span style="color:{ink.muted}">○</span>'
        critical = f' <b style="color:{ink.bad}">{escape(words["critical"])}</b>' if one.critical else ""
        parts.append(f'<p style="margin:2px 0">{mark} {escape(one.text)}{critical}</p>')
    if not seen.points:
        parts.append(f'<p style="color:{ink.muted}">{escape(words["nothing"])}</p>')
    return "".join(parts)


def error_text(error: ErrorFound, language: str) -> str:
    """Return an error in one line."""
    kind = wording.label("error_class", error.kind.value, language)
    about = f" · {error.script}/{error.point}" if error.point else ""
    return f"{kind}{about}{': ' + error.note if error.note else ''}"


def score_html(line: ReviewLine, sheet: Sheet, language: str, ink: Ink, words: Mapping[str, str]) -> str:
    """Return one's own score: each item with its points, errors, the note, the appeal and what was decided."""
    one = line.evaluation
    if one is None:
        return ""
    points, errors = standing(one)
    parts = [f"<h3>{percent(line.score)}</h3>"]
    for error in errors:
        color = ink.bad if error.kind in CRITICAL else ink.fair
        parts.append(f'<p style="color:{color}">{escape(error_text(error, language))}</p>')
    if one.note:
        parts.append(f"<p>{escape(one.note)}</p>")
    parts += [_appeal(one, words)] if one.appeal else []
    rows = [_item(item.words[spoken(language)], points.get(item.id)) for item in sheet.items]
    return "".join(parts) + f"<table>{''.join(rows)}</table>"


def _item(words: str, points: int | None) -> str:
    return f"<tr><td>{escape(words)}&nbsp;&nbsp;</td><td align='right'>{NONE if points is None else points}</td></tr>"


def _appeal(one: Evaluation, words: Mapping[str, str]) -> str:
    appeal = one.appeal
    if appeal is None:
        return ""
    state = "waiting" if appeal.upheld is None else "upheld" if appeal.upheld else "stands"
    decided = f"<br>{escape(appeal.note)}" if appeal.note else ""
    return f"<p><b>{escape(words['appeal'])}</b> {escape(appeal.reason)} · {escape(words[state])}{decided}</p>"


def figures_text(found: Figures, sheet: Sheet, language: str, words: Mapping[str, str]) -> str:
    """Return how evaluators agree, and the accuracy of each critical class in each kind of sample, never pooled."""
    parts: list[str] = []
    both = found.agreement
    if both is not None:
        kappa = NONE if both.kappa is None else f"{both.kappa:.2f}"
        said = words["agree"].format(count=both.contacts, kappa=kappa, critical=percent(both.critical))
        parts.append(said if both.enough else f"{said} ({words['little']})")
        if both.to_rewrite:
            names = {one.id: one.words[spoken(language)] for one in sheet.items}
            parts.append(
                words["rewrite"].format(
                    items=wording.names_in_a_row((names.get(one, one) for one in both.to_rewrite), language)
                )
            )
    for (sample, kind), one in found.accuracy.items():
        if kind in CRITICAL:
            drawn, harms = ("sample_kind", sample.value), ("error_class", kind.value)
            names = wording.names_in_a_row((wording.label(*one, language) for one in (drawn, harms)), language)
            parts.append(
                wording.named(names, f"{percent(one.estimate)} ({100 * one.low:.0f}–{100 * one.high:.0f})", language)
            )
    return " · ".join(parts)


def reason_html(reason: str, ink: Ink, title: str) -> str:
    """Return why an operator disagrees, before the contact."""
    return f'<p style="color:{ink.fair}"><b>{escape(title)}</b> {escape(reason)}</p>'
