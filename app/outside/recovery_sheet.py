"""The recovery sheet: the one page, in both languages, that an administrator prints and locks away."""

import html
import json
import socket
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Protocol, cast

from app.outside.clock import SystemClock
from app.outside.files import write_whole
from resources import FOLDER

_LANGUAGES = ("en", "zh_CN")
_STEPS = ("keep", "when", "how", "renew")


@dataclass(frozen=True, slots=True)
class RecoverySheet:
    """What stands on the page. ``recovery`` is the grouped passphrase, ``computer`` where it was set up.

    ``key`` names the key that it opens: of two sheets of one installation, the one with the key in use counts.
    """

    install_id: str
    made_at: datetime
    computer: str
    recovery: str = field(repr=False)
    key: str = ""


class Fresh(Protocol):
    """Keys that were just made."""

    @property
    def install_id(self) -> str:
        """The installation."""
        ...

    @property
    def key_id(self) -> str:
        """The name of the key."""
        ...

    @property
    def recovery(self) -> str:
        """Its recovery passphrase."""
        ...


def name_of_key(key_id: str) -> str:
    """Return a key's name as people compare it: in groups of four."""
    return "-".join(key_id[start : start + 4] for start in range(0, len(key_id), 4)).upper()


def of_here(made: Fresh) -> RecoverySheet:
    """The page of keys that were made on this computer just now."""
    now, computer = SystemClock().now(), socket.gethostname()
    return RecoverySheet(made.install_id, now, computer, made.recovery, name_of_key(made.key_id))


def both_of(made: Fresh) -> tuple[str, str]:
    """Return the page of fresh keys as text and as HTML."""
    paper = of_here(made)
    return as_text(paper), as_html(paper)


def as_text(sheet: RecoverySheet) -> str:
    """The page as plain text, English first, then Chinese."""
    return "\n\n\n".join(_text_in(sheet, _words(language)) for language in _LANGUAGES) + "\n"


def as_html(sheet: RecoverySheet) -> str:
    """The page as one HTML document without scripts, pictures or links, ready for any printer."""
    parts = "\n<hr>\n".join(_html_in(sheet, language, _words(language)) for language in _LANGUAGES)
    style = (
        "body{font-family:sans-serif;max-width:42em;margin:2em auto;color:#000;background:#fff}"
        ".code{font:bold 1.35em monospace;border:2px solid #000;padding:.8em;word-spacing:.4em;line-height:1.8}"
        "td{padding-right:1.5em}"
    )
    title = html.escape(_words("en")["title"])
    head = f'<meta charset="utf-8"><title>{title}</title><style>{style}</style>'
    return f'<!DOCTYPE html>\n<html lang="en"><head>{head}</head>\n<body>\n{parts}\n</body></html>\n'


def save(path: Path, sheet: RecoverySheet) -> None:
    """Write the page for its owner alone: HTML for ``.html`` and ``.htm``, else text. Raises DiskFull and its like."""
    page = as_html(sheet) if path.suffix.lower() in (".html", ".htm") else as_text(sheet)
    write_whole(path, page.encode())


def _text_in(sheet: RecoverySheet, words: dict[str, str]) -> str:
    lines = [words["title"], "=" * 60, ""]
    lines += [f"{name}: {value}" for name, value in _facts(sheet, words)]
    lines += ["", f"{words['passphrase']}:", ""]
    lines += [f"    {row}" for row in _rows(sheet.recovery)]
    lines += [""] + [f"{number}. {words[step]}" for number, step in enumerate(_STEPS, start=1)]
    return "\n".join(lines)


def _html_in(sheet: RecoverySheet, language: str, words: dict[str, str]) -> str:
    facts = "".join(
        f"<tr><td>{html.escape(name)}</td><td><b>{html.escape(value)}</b></td></tr>"
        for name, value in _facts(sheet, words)
    )
    code = "<br>".join(html.escape(row) for row in _rows(sheet.recovery))
    steps = "".join(f"<li>{html.escape(words[step])}</li>" for step in _STEPS)
    return (
        f'<section lang="{language.replace("_", "-")}"><h1>{html.escape(words["title"])}</h1>\n'
        f"<table>{facts}</table>\n<h2>{html.escape(words['passphrase'])}</h2>\n"
        f'<p class="code">{code}</p>\n<ol>{steps}</ol></section>'
    )


def _facts(sheet: RecoverySheet, words: dict[str, str]) -> list[tuple[str, str]]:
    made_at = sheet.made_at.astimezone().strftime("%Y-%m-%d %H:%M %z")
    facts = [(words["installation"], sheet.install_id), (words["made"], made_at), (words["computer"], sheet.computer)]
    return [*facts, (words["key"], sheet.key)] if sheet.key else facts


def _rows(recovery: str) -> list[str]:
    """Four numbered groups a row, so that a person can say over the telephone which group is meant."""
    groups = [f"{number}:{group}" for number, group in enumerate(recovery.split("-"), start=1)]
    return ["  ".join(groups[start : start + 4]) for start in range(0, len(groups), 4)]


def _words(language: str) -> dict[str, str]:
    table = json.loads(FOLDER.joinpath("i18n", "recovery_sheet.json").read_text("utf-8"))
    texts = cast("dict[str, dict[str, str]]", table)
    return {name: text[language] for name, text in texts.items()}
