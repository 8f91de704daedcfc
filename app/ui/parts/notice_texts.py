"""A notice as HTML: why, what is said now, and how it differs from what was known. Without Qt."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from app.models.script_notices import Notice, NoticeKind
from app.scripts_library.comparer import Difference
from app.services.script_notices import NoticePage
from app.services.script_reading import OpenScript
from app.ui.kit.escaping import escape
from app.ui.parts.readable import Ink, html_of

#: Parts of a script that callers hear of or that who speaks has to know; others differ without a word to anybody.
_TOLD = ("title", "question", "body", "key_points", "must_not_say", "placeholders", "flow", "sources", "units")
_TIMES = ("effective_from", "effective_to")
_NOT_SAID = ("critical", "slots", "any", "class", "id")
_LANGUAGES = ("zh", "en")


@dataclass(frozen=True)
class Words:
    """Headings in the language of the window; ``places`` names the parts of a script."""

    reason: str
    answer: str
    flagged: str
    differs: str
    same: str
    points: str
    places: Mapping[str, str]


@dataclass(frozen=True)
class Inks:
    """Colors as ``#RRGGBB``: headings, what went and what came, blanks in the wording."""

    muted: str
    gone: str
    come: str
    wording: Ink


def body_of(page: NoticePage, words: Words, inks: Inks, language: str) -> str:
    """Return what is read of a notice in a language of the program."""
    notice = page.notice
    parts = [*_reasons(notice, words, inks)]
    if notice.is_urgent and page.script is not None:
        parts += _whole(page.script, words, inks)
    if notice.kind in (NoticeKind.URGENT, NoticeKind.CHANGED) and notice.known is not None:
        parts += _differences(told(page.differences, language), words, inks)
    return "".join(parts)


def told(differences: Iterable[Difference], language: str) -> list[Difference]:
    """Return the differences that a person who speaks this language has to know."""
    other = next(one for one in _LANGUAGES if not language.startswith(one))
    return [one for one in differences if _is_told(one.place, other)]


def _is_told(place: tuple[str, ...], other: str) -> bool:
    if place[0] in _TIMES:
        return True
    if place[0] not in _TOLD or any(part in _NOT_SAID for part in place[1:]):
        return False
    return not any(part == other or part.startswith(f"{other} ·") for part in place[1:])


def _reasons(notice: Notice, words: Words, inks: Inks) -> Iterator[str]:
    if notice.flagged:
        yield _under(words.flagged, escape(notice.flagged), inks)
    if notice.note:
        heading = words.answer if notice.kind is NoticeKind.ANSWERED else words.reason
        yield _under(heading, escape(notice.note).replace("\n", "<br>"), inks)


def _whole(script: OpenScript, words: Words, inks: Inks) -> Iterator[str]:
    for section in script.sections:
        heading = words.places.get(section.name, section.name)
        yield _heading(heading, inks) + html_of(section.pieces, inks.wording, language=script.language)
    if script.points:
        points = "".join(f"<li>{escape(point.text)}</li>" for point in script.points)
        yield _heading(words.points, inks) + f'<ol style="margin-top:0; margin-left:-18px">{points}</ol>'


def _differences(differences: list[Difference], words: Words, inks: Inks) -> Iterator[str]:
    yield _heading(words.differs if differences else words.same, inks)
    colors = {"gone": inks.gone, "come": inks.come, "muted": inks.muted}
    for one in differences:
        from app.ui.parts.difference_html import marked  # only a change of wording is compared

        before, after = marked(one.before, one.after, colors)
        lines = [f"− {before}"] if one.before else []
        lines += [f"+ {after}"] if one.after else []
        yield _under(_name(one.place, words), "<br>".join(lines), inks)


def _name(place: tuple[str, ...], words: Words) -> str:
    part = place[-1] if place[0] == "body" else place[0]
    return words.places.get(part, " · ".join(place))


def _under(heading: str, html: str, inks: Inks) -> str:
    return f'{_heading(heading, inks)}<p style="margin-top:0; margin-bottom:4px">{html}</p>'


def _heading(text: str, inks: Inks) -> str:
    return f'<p style="margin-top:8px; margin-bottom:2px; color:{inks.muted}"><small>{escape(text)}</small></p>'
