"""What click says itself (Usage:, Error: …), in Chinese: ``resources/i18n/click.json`` by the English text.

click asks gettext for each of them when it says it, by names that its modules hold. A catalog of gettext would need the
computer's language to be changed for the whole process; here the names are given another function instead.
"""

import json
import sys
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import click

from app.cli.words import speak

_FILE = Path(__file__).resolve().parents[2] / "resources" / "i18n" / "click.json"


def translate() -> None:
    """Let click speak the language of the line from now on; in English it says what it says anyway."""
    for name, module in list(sys.modules.items()):
        if name.startswith("click."):
            for known, ours in _NAMES.items():
                if hasattr(module, known):
                    setattr(module, known, ours)
    click.Context.formatter_class = _HelpPage


class _HelpPage(click.HelpFormatter):
    """A help page whose headings end in Chinese with the colon of Chinese, which brings its own space."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the usage line; click sets a space after what ends in a colon."""
        if prefix is None and speak(None) == "zh_CN":
            prefix = _say("Usage:")
        super().write_usage(prog, args, prefix)

    def write_heading(self, heading: str) -> None:
        """Write the heading of a list; click ends it with a colon of its own."""
        if speak(None) == "zh_CN":
            self.write(f"{'':>{self.current_indent}}{heading}\uff1a\n")
        else:
            super().write_heading(heading)


@lru_cache(maxsize=1)
def _table() -> dict[str, str]:
    return json.loads(_FILE.read_text(encoding="utf-8"))


def _say(text: str) -> str:
    return _table().get(text, text) if speak(None) == "zh_CN" else text


def _say_count(one: str, more: str, count: int) -> str:
    return _say(one if count == 1 else more)


#: The names of gettext in the modules of click.
_NAMES: dict[str, Callable[..., str]] = {"_": _say, "ngettext": _say_count}
