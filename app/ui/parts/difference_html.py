"""Two versions side by side as HTML, with the words that differ marked. Without Qt."""

import re
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher

from app.scripts_library.comparer import Difference
from app.ui.kit.escaping import escape

_WORD = re.compile(r"[A-Za-z0-9_]+|\s+|.", re.DOTALL)


def table_of(differences: Iterable[Difference], heads: tuple[str, str], inks: Mapping[str, str]) -> str:
    """Return a table of two columns; ``inks`` are the colors ``gone``, ``come`` and ``muted`` as ``#RRGGBB``."""
    rows = "".join(_row(one, inks) for one in differences)
    first, second = (f'<th width="50%" align="left">{escape(head)}</th>' for head in heads)
    return f'<table width="100%" cellpadding="6"><tr>{first}{second}</tr>{rows}</table>'


def _row(one: Difference, inks: Mapping[str, str]) -> str:
    before, after = marked(one.before, one.after, inks)
    place = f'<span style="color:{inks["muted"]}">{escape(" · ".join(one.place))}</span>'
    return f'<tr><td colspan="2">{place}</td></tr><tr><td valign="top">{before}</td><td valign="top">{after}</td></tr>'


def marked(before: str, after: str, inks: Mapping[str, str]) -> tuple[str, str]:
    """Return both texts as HTML, the words that went and the words that came on their own grounds."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    left: list[str] = []
    right: list[str] = []
    for kind, start, end, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        left.append(_ink("".join(old[start:end]), "" if kind == "equal" else inks["gone"]))
        right.append(_ink("".join(new[first:last]), "" if kind == "equal" else inks["come"]))
    return "".join(left) or "–", "".join(right) or "–"


def _ink(text: str, ground: str) -> str:
    shown = escape(text).replace("\n", "<br>")
    return f'<span style="background-color:{ground}">{shown}</span>' if ground and text else shown
