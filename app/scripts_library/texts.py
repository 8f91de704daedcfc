"""Making texts from outside safe to keep, and reading language codes."""

import re

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff\ufffe\uffff\ud800-\udfff]")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*")
_CJK = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_SAME_LANGUAGE = {"zh-cn": "zh", "zh-hans": "zh", "zh-hans-cn": "zh", "zh-sg": "zh", "en-us": "en", "en-gb": "en"}


def clean_text(text: str) -> str:
    """The text with Unix line ends and without control characters, halves of characters and outer blanks.

    YAML, XML, SQLite and UTF-8 each refuse some of those; a text cleaned once survives all of them unchanged.
    """
    return _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def clean_line(text: str) -> str:
    """A cleaned text on one line: every run of blanks becomes one blank."""
    return " ".join(clean_text(text).split())


def language_code(text: str) -> str | None:
    """The library's code for a language (`zh_CN` → `zh`), None if it is not a code."""
    code = text.strip().replace("_", "-").lower()
    code = _SAME_LANGUAGE.get(code, code)
    return code if _LANGUAGE.fullmatch(code) else None


def holds_chinese(text: str) -> bool:
    """Whether there is a Chinese character in the text."""
    return _CJK.search(text) is not None
