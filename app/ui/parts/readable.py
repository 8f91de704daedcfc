"""How the texts of an opened script become HTML, and what a reader calls its languages. Without Qt."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.services import wording
from app.services.script_reading import OpenScript, Piece
from app.ui.kit.escaping import escape

#: Standings in which a version may be given to a caller.
GIVEABLE = ("live", "review_due")
#: Languages as those who speak them write them.
OWN_NAMES = {"zh": "中文", "en": "English", "es": "Español", "fr": "Français", "vi": "Tiếng Việt", "ko": "한국어"}
_BULLET = re.compile(r"[ \t]*(?:[-*•·][ \t]+)(?=\S)")
_NUMBERED = re.compile(r"[ \t]*(\d{1,2}[.)、．]|[(（]\d{1,2}[)）])[ \t]*(?=\S)")
_ADDRESS = re.compile(r"https?://[^\s<>\"（）]+")
_TAG = re.compile(r"<[^>]*>|&[a-z#0-9]+;")
_RIGHT_TO_LEFT = ("R", "AL")


@dataclass(frozen=True)
class More:
    """What only some who show a script know: the caller kinds for whom it has a wording, and the one asked for.

    ``replaced`` is the version that stood here until another one took its place, 0 for none.
    """

    audiences: Sequence[str] = ()
    audience: str = ""
    replaced: int = 0


@dataclass(frozen=True)
class Ink:
    """The colors of placeholders, as ``#RRGGBB``: with a value, and without one that is needed."""

    value: str
    value_ground: str
    missing: str
    missing_ground: str


def html_of(pieces: Iterable[Piece], ink: Ink, *, spacing: int = 110, language: str = "en") -> str:
    """Return a text as HTML: paragraphs, hanging lists, marked placeholders; ``spacing`` of lines in percent.

    ``language`` is the one in which placeholders without a value are named.
    """
    whole = "".join(_inline(piece, ink, language) for piece in pieces)
    blocks: list[str] = []
    gap = 0
    for line in whole.split("\n"):
        if not line.strip():
            gap = 10 if blocks else 0
            continue
        blocks.append(_block(line, gap, spacing))
        gap = 0
    return "".join(blocks)


def plain_of(pieces: Iterable[Piece]) -> str:
    """Return a text as it is said."""
    return "".join(piece.text for piece in pieces)


def linked(text: str, color: str) -> str:
    """Return a text as HTML in which web addresses can be opened."""
    parts: list[str] = []
    end = 0
    for found in _ADDRESS.finditer(text):
        address = escape(found[0])
        parts.append(f'{escape(text[end : found.start()])}<a href="{address}" style="color:{color}">{address}</a>')
        end = found.end()
    return "".join((*parts, escape(text[end:])))


def language_name(code: str) -> str:
    """Return a language's own name, the code itself for one that is not known; ``zh_CN`` is ``zh``."""
    return OWN_NAMES.get(code.replace("-", "_").partition("_")[0].lower(), code)


def next_language(script: OpenScript) -> str:
    """Return the language after the one shown, "" when there is only one."""
    others = list(script.languages)
    if len(others) < 2:
        return ""
    place = others.index(script.language) if script.language in others else -1
    return others[(place + 1) % len(others)]


def spoken_name(name: str, language: str) -> str:
    """Return a placeholder's name as people read it: ``clinic_phone`` is 门诊电话, one without a label "some name"."""
    return wording.label("placeholder", name, language).replace("_", " ")


def _inline(piece: Piece, ink: Ink, language: str) -> str:
    if not piece.name:
        return escape(piece.text)
    color, ground = (ink.missing, ink.missing_ground) if piece.missing else (ink.value, ink.value_ground)
    shown = piece.text if not piece.text.startswith("{") else spoken_name(piece.text.strip("{}"), language)
    style = f"color:{color}; background-color:{ground}; font-weight:600"
    return f'<span style="{style}">\u2009{escape(" ".join(shown.split()))}\u2009</span>'


def _block(line: str, gap: int, spacing: int) -> str:
    style = f"margin-top:{gap}px; margin-bottom:0; line-height:{spacing}%"
    sign = _BULLET.match(line) or _NUMBERED.match(line)
    if sign is not None:
        mark = sign[1] if sign.re is _NUMBERED else "•"
        style += "; margin-left:22px; text-indent:-18px"
        line = f"{mark}&nbsp;&nbsp;{line[sign.end() :]}"
    side = ' dir="rtl"' if _is_right_to_left(line) else ""
    return f'<p{side} style="{style}">{line.strip()}</p>'


def _is_right_to_left(line: str) -> bool:
    for character in _TAG.sub("", line)[:200]:
        kind = unicodedata.bidirectional(character)
        if kind == "L" or kind in _RIGHT_TO_LEFT:
            return kind != "L"
    return False
