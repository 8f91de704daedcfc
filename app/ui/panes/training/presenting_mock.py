"""Mock calls as training shows them, decided without Qt: who calls, and what is proposed of a call."""

from collections.abc import Mapping, Sequence

from app.models.evaluations import Sheet
from app.models.mock_calls import CallState, MockEvent, Mood, Turn
from app.models.mock_records import PracticeScore
from app.services import contacts, wording
from app.services.mock_records import SeenCall
from app.services.mock_scenarios import Offer
from app.ui.kit.escaping import escape
from app.ui.panes.training import presenting_review
from app.ui.panes.training.presenting import Ink, spoken

#: The tone of a chip that says how a caller begins.
TONES = {Mood.ANGRY: "danger", Mood.IMPATIENT: "warning", Mood.ANXIOUS: "warning", Mood.CONFUSED: "accent"}
#: Events of which it is told what they are about.
_TOLD = frozenset({MockEvent.POINT, MockEvent.FORBIDDEN, MockEvent.RUDE})


def briefing_html(offer: Offer, language: str, ink: Ink, words: Mapping[str, str]) -> str:
    """Return who calls, as far as an operator may know before."""
    one, short = offer.scenario, spoken(language)
    facts = (
        (words["line"], wording.label("mock_service", one.service.value, language)),
        (words["caller"], wording.label("caller_kind", one.kind.value, language)),
        (words["mood"], wording.label("mood", one.mood.value, language)),
        (words["follows"], wording.label("literacy", one.literacy.value, language)),
        (words["script"], offer.script_title),
    )
    rows = "".join(
        f'<tr><td style="color:{ink.muted}">{escape(name)}&nbsp;&nbsp;</td><td>{escape(value)}</td></tr>'
        for name, value in facts
    )
    return f"<h3>{escape(one.title[short])}</h3><table>{rows}</table><p>{escape(words['how'])}</p>"


def call_html(seen: SeenCall, sheet: Sheet, language: str, ink: Ink, words: Mapping[str, str]) -> str:
    """Return a call that was played: scores of persons, what is proposed, the transcript."""
    parts = [f"<h3>{escape(seen.line.title)}</h3>"]
    parts += [_score(one, sheet, language, ink) for one in seen.scores]
    if not seen.scores:
        parts.append(f'<p style="color:{ink.muted}">{escape(words["no_score"])}</p>')
    parts.append(f"<p><b>{escape(words['proposed'])}</b></p>")
    parts += [_mark(one.text, one.ticked, ink, words["critical"] if one.critical else "") for one in seen.points]
    parts += _asked(seen, ink, words)
    parts += _manners(seen, ink, words)
    parts += _saved(seen, language, ink, words)
    parts.append(f"<p style='margin-top:8px'><b>{escape(words['transcript'])}</b></p>")
    parts += [_turn(one, language, ink, words) for one in seen.line.call.turns]
    return "".join(parts)


def _score(one: PracticeScore, sheet: Sheet, language: str, ink: Ink) -> str:
    errors = "".join(
        f'<p style="color:{ink.bad}">{escape(presenting_review.error_text(error, language))}</p>'
        for error in one.errors
    )
    low = [item.words[spoken(language)] for item in sheet.items if one.points.get(item.id) in (0, 1)]
    lines = "".join(
        f"<li>{escape(wording.named(words, str(one.points[_id(sheet, words, language)]), language))}</li>"
        for words in low
    )
    note = f"<p>{escape(one.note)}</p>" if one.note else ""
    return f"<p><b>{presenting_review.percent(one.share)}</b></p>{errors}{note}{f'<ul>{lines}</ul>' if lines else ''}"


def _id(sheet: Sheet, words: str, language: str) -> str:
    return next(one.id for one in sheet.items if one.words[spoken(language)] == words)


def _mark(text: str, good: bool, ink: Ink, more: str = "") -> str:
    sign = f'<b style="color:{ink.good}">✓</b>' if good else f'<b style="color:{ink.bad}">✗</b>'
    added = f' <b style="color:{ink.bad}">{escape(more)}</b>' if more else ""
    return f'<p style="margin:2px 0">{sign} {escape(text)}{added}</p>'


def _asked(seen: SeenCall, ink: Ink, words: Mapping[str, str]) -> list[str]:
    if seen.scenario is None:
        return []
    language, proposed = seen.line.call.language, seen.proposed
    shown = [one for one in seen.scenario.facts if one.must or one.id in proposed.asked]
    return [
        f"<p style='margin-top:6px'><b>{escape(words['asked'])}</b></p>",
        *(_mark(one.says[language], one.id in proposed.asked, ink) for one in shown),
    ]


def _manners(seen: SeenCall, ink: Ink, words: Mapping[str, str]) -> list[str]:
    one = seen.proposed
    parts = [f"<p style='margin-top:6px'><b>{escape(words['manner'])}</b></p>"]
    for name, good in (("greeted", one.greeted), ("comforted", one.comforted), ("closed", one.closed)):
        parts.append(_mark(words[name], good, ink))
    for text in (*one.wrong, *one.rude):
        parts.append(_mark(f"{words['must_not']} “{text}”", False, ink))
    if one.repeats:
        parts.append(_mark(words["repeats"].format(count=one.repeats), False, ink))
    if one.too_much:
        parts.append(_mark(words["too_much"].format(count=one.too_much), False, ink))
    return parts


def mood_words(levels: Sequence[int], language: str) -> str:
    """Return how the mood went, each change once: "uneasy → steady → content"."""
    tempers = [CallState(level).temper for level in levels]
    changes = [one for at, one in enumerate(tempers) if at == 0 or one is not tempers[at - 1]]
    return " → ".join(wording.label("temper", one.value, language) for one in changes)


def _saved(seen: SeenCall, language: str, ink: Ink, words: Mapping[str, str]) -> list[str]:
    call = seen.line.call
    first = [one.level for one in call.turns[:1]]
    parts = [f"<p>{escape(words['moods'])} {escape(mood_words((*first, *seen.proposed.levels), language))}</p>"]
    expected = contacts.result_of(seen.scenario.outcome).value if seen.scenario else ""
    if call.written is None:
        parts.append(_mark(words["not_saved"], False, ink))
        return parts
    saved = wording.label("contact_result", call.written.result, language)
    text = f"{words['saved']} {saved}"
    if call.written.summary:
        text += f" · {call.written.summary}"
    parts.append(_mark(text, call.written.result == expected, ink))
    if expected and call.written.result != expected:
        parts.append(f"<p>{escape(words['expected'])} {wording.label('contact_result', expected, language)}</p>")
    return parts


def _turn(turn: Turn, language: str, ink: Ink, words: Mapping[str, str]) -> str:
    who = words["you"] if turn.by_operator else words["them"]
    did = wording.names_in_a_row(
        (
            wording.label("mock_event", one.event.value, language) + (f" {one.about}" if one.event in _TOLD else "")
            for one in turn.events
        ),
        language,
    )
    tail = f' <span style="color:{ink.muted}">({escape(did)})</span>' if did else ""
    return f'<p style="margin:2px 0"><b style="color:{ink.muted}">{escape(who)}</b> {escape(turn.text)}{tail}</p>'
