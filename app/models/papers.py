"""Papers: what is printed or sent, as data, and as HTML for a printer or plain text for a letter."""

import html
from collections.abc import Iterable
from dataclasses import dataclass

_STYLE = (
    "h1{font-size:17pt;margin-bottom:2px} h2{font-size:12pt;margin-top:16px;margin-bottom:4px}"
    "p{margin-top:0px;margin-bottom:4px} p.quiet{color:#444444;margin-bottom:10px}"
    "td,th{padding:3px;vertical-align:top} th{text-align:left} td.label{color:#444444}"
    "table.list td,table.list th{border-bottom:1px solid #bbbbbb}"
    "table.blanks td{padding-top:16px} td.blank{border-bottom:1px solid #000000}"
)
#: Characters of a line to be filled in by hand, in plain text.
_BLANK = "_" * 24


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
class Paper:
    """One paper in one language. ``facts`` are pairs of a label and what is said; empty ones are left out."""

    title: str
    language: str
    subtitle: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    blocks: tuple[Block, ...] = ()
    footer: str = ""


def as_html(paper: Paper) -> str:
    """Return the paper as one HTML document; whatever it tells is shown, never taken for markup."""
    said = [f"<h1>{_safe(paper.title)}</h1>"]
    said += [f'<p class="quiet">{_safe(paper.subtitle)}</p>'] if paper.subtitle else []
    facts = [(label, value) for label, value in paper.facts if value]
    cells = [f'<td class="label" width="24%">{_safe(label)}</td><td>{_safe(value)}</td>' for label, value in facts]
    said += [_table(cells)]
    for block in paper.blocks:
        said += _block(block)
    said += [f'<p class="quiet">{_safe(paper.footer)}</p>'] if paper.footer else []
    head = f'<meta charset="utf-8"><title>{_safe(paper.title)}</title><style>{_STYLE}</style>'
    language = paper.language.replace("_", "-")
    body = "\n".join(said)
    return f'<!DOCTYPE html>\n<html lang="{language}"><head>{head}</head><body>\n{body}\n</body></html>\n'


def _block(block: Block) -> list[str]:
    said = ["<hr>"] if block.cut else []
    said += [f"<h2>{_safe(block.title)}</h2>", *(f"<p>{_safe(text)}</p>" for text in block.texts)]
    if block.rows:
        head = "".join(f"<th>{_safe(name)}</th>" for name in block.columns)
        rows = ["".join(f"<td>{_safe(cell)}</td>" for cell in row) for row in block.rows]
        said.append(_table([head, *rows], kind="list"))
    if block.blanks:
        label = '<td class="label" width="32%">'
        lines = [f'{label}{_safe(name)}</td><td class="blank">&nbsp;</td>' for name in block.blanks]
        said.append(_table(lines, kind="blanks"))
    return said


def _table(lines: Iterable[str], *, kind: str = "facts") -> str:
    rows = "".join(f"<tr>{line}</tr>" for line in lines)
    return f'<table class="{kind}" width="100%" cellspacing="0">{rows}</table>' if rows else ""


def _safe(text: str) -> str:
    return html.escape(text).replace("\n", "<br>")


def as_text(paper: Paper) -> str:
    """Return the paper as plain text, for an e-mail."""
    lines = [paper.title, "=" * 40]
    lines += [paper.subtitle] if paper.subtitle else []
    lines += ["", *(f"{label}: {value}" for label, value in paper.facts if value)]
    for block in paper.blocks:
        lines += ["", "- " * 20 if block.cut else "", block.title, "-" * 40, *block.texts]
        lines += [" | ".join(row) for row in (block.columns, *block.rows)] if block.rows else []
        lines += [f"{name}: {_BLANK}" for name in block.blanks]
    lines += ["", paper.footer] if paper.footer else []
    return "\n".join(line.rstrip() for line in lines) + "\n"
