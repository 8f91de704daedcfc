"""Papers: what is printed or sent, as data, and as HTML for a printer or plain text for a letter."""

import html
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_STYLE = (
    "h1{font-size:17pt;margin-bottom:2px} h2{font-size:12pt;margin-top:16px;margin-bottom:4px}"
    "p{margin-top:0px;margin-bottom:4px} p.quiet{color:#444444;margin-bottom:10px}"
    "td,th{padding:3px;vertical-align:top} th{text-align:left} td.label{color:#444444}"
    "table.list td,table.list th{font-size:8pt;border-bottom:1px solid #bbbbbb}"
    "p.gap{font-size:5pt;margin-bottom:0px} table.blanks td{padding-top:16px} td.blank{border-bottom:1px solid #000000}"
)
#: Characters of a line to be filled in by hand, in plain text.
_BLANK = "_" * 24
#: How many narrow characters one line of a list has, upright and across, and what one column asks for at most.
_LINE, _LINE_ACROSS, _WIDEST = 95, 148, 44
#: What is no wider than this stays on one line.
_SHORT = 8
_DAY = re.compile(r" (\d{4}-\d{2}-\d{2})")
#: Counts that are too long for a column may be parted after the stroke.
_OF = re.compile(r"(\d,\d{3}(?:\u00a0s)?/)(?=\d)")
_UNBROKEN = re.compile(r"[^\s\u200b\u2e80-\uffff]+")


@dataclass(frozen=True)
class Block:
    """One part under a small title: texts, then a list with its headings, then lines to be filled in by hand.

    ``cut`` draws a line across the page before it: what follows is torn off and sent back.
    """

    title: str
    texts: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    blanks: tuple[str, ...] = ()
    cut: bool = False


@dataclass(frozen=True)
class Letterhead:
    """What stands on every page of a document: a text and a logo (PNG or JPEG) at the head, a text at the foot."""

    head: str = ""
    foot: str = ""
    logo: bytes = b""


@dataclass(frozen=True)
class Named:
    """Whom a paper names: how many who called, and the record that tells of them where it is one."""

    entity: str
    count: int
    record: bytes | None = None


@dataclass(frozen=True)
class Paper:
    """One paper in one language. ``facts`` are pairs of a label and what is said; empty ones are left out.

    ``across``: its lists have so many columns that it is printed across the sheet. ``named``: whom it names of those
    who called, None where nobody; the read log hears of such a paper before it leaves.
    """

    title: str
    language: str
    subtitle: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    blocks: tuple[Block, ...] = ()
    footer: str = ""
    across: bool = False
    named: Named | None = None


def as_html(paper: Paper) -> str:
    """Return the paper as one HTML document; whatever it tells is shown, never taken for markup."""
    said = [f"<h1>{_safe(paper.title)}</h1>"]
    said += [f'<p class="quiet">{_safe(paper.subtitle)}</p>'] if paper.subtitle else []
    facts = [(label, value) for label, value in paper.facts if value]
    cells = [f'<td class="label" width="24%">{_safe(label)}</td><td>{_safe(value)}</td>' for label, value in facts]
    said += [_table(cells)]
    for block in paper.blocks:
        said += _block(block, _LINE_ACROSS if paper.across else _LINE)
    said += [f'<p class="quiet">{_safe(paper.footer)}</p>'] if paper.footer else []
    head = f'<meta charset="utf-8"><title>{_safe(paper.title)}</title><style>{_STYLE}</style>'
    language = paper.language.replace("_", "-")
    body = "\n".join(said)
    return f'<!DOCTYPE html>\n<html lang="{language}"><head>{head}</head><body>\n{body}\n</body></html>\n'


def _block(block: Block, line: int) -> list[str]:
    said = ["<hr>"] if block.cut else []
    said += [f"<h2>{_safe(block.title)}</h2>"] if block.title else []
    said += [f"<p>{_safe(text)}</p>" for text in block.texts]
    if block.rows:
        # Qt forgets the room above a title that follows a list.
        said += [_list(block.columns, block.rows, line), '<p class="gap">&nbsp;</p>']
    if block.blanks:
        label = '<td class="label" width="32%">'
        lines = [f'{label}{_safe(name)}</td><td class="blank">&nbsp;</td>' for name in block.blanks]
        said.append(_table(lines, kind="blanks"))
    return said


def _list(columns: tuple[str, ...], rows: tuple[tuple[str, ...], ...], line: int) -> str:
    shares = _shares([columns, *rows], line)
    head = "".join(f'<th width="{share}%">{_safe(name)}</th>' for name, share in zip(columns, shares, strict=True))
    lines = ("".join(f"<td>{_safe(_kept_together(cell))}</td>" for cell in row) for row in rows)
    return _table(lines, kind="list", head=head)


def _shares(rows: Sequence[tuple[str, ...]], line: int) -> list[int]:
    """Return the width of each column in percent: its longest word first, the rest by what its texts would take."""
    columns = list(zip(*rows, strict=True))
    least = [max(map(_least, column)) + 2 for column in columns]
    wanted = [min(max(map(_wide, column)), _WIDEST) for column in columns]
    over = [max(want - word, 0) for want, word in zip(wanted, least, strict=True)]
    spare = max(line - sum(least), 0) / (sum(over) or 1)
    widths = [word + more * spare for word, more in zip(least, over, strict=True)]
    shares = [round(100 * width / sum(widths)) for width in widths]
    return [100 - sum(shares[1:]), *shares[1:]]


def _least(text: str) -> int:
    # A number or a Latin word is broken nowhere, Chinese anywhere, but a short word of it is not.
    words = _UNBROKEN.findall(_kept_together(text))
    return max([min(_wide(text), _SHORT), *map(_wide, words)])


def _kept_together(text: str) -> str:
    """Return the text with each day kept on one line with its weekday, and long counts parted at their stroke."""
    return _OF.sub("\\1\u200b", _DAY.sub("\u00a0\\1", text))


def _wide(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(mark) in "WF" else 1 for mark in text)


def _table(lines: Iterable[str], *, kind: str = "facts", head: str = "") -> str:
    rows = "".join(f"<tr>{line}</tr>" for line in lines)
    # What stands in thead is printed again at the top of each page.
    heading = f"<thead><tr>{head}</tr></thead>" if head else ""
    return f'<table class="{kind}" width="100%" cellspacing="0">{heading}{rows}</table>' if rows else ""


def _safe(text: str) -> str:
    return html.escape(text).replace("\n", "<br>")


def as_text(paper: Paper) -> str:
    """Return the paper as plain text, for an e-mail."""
    lines = [paper.title, "=" * 40]
    lines += [paper.subtitle] if paper.subtitle else []
    facts = [f"{label}: {value}" for label, value in paper.facts if value]
    lines += ["", *facts] if facts else []
    for block in paper.blocks:
        lines += ["", "- " * 20] if block.cut else []
        lines += ["", block.title, "-" * 40] if block.title else [""]
        lines += block.texts
        lines += [" | ".join(row) for row in (block.columns, *block.rows)] if block.rows else []
        lines += [f"{name}: {_BLANK}" for name in block.blanks]
    lines += ["", paper.footer] if paper.footer else []
    return "\n".join(line.rstrip() for line in lines) + "\n"
