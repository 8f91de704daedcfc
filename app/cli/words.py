"""What the command line says, in the language of the line: ``resources/i18n/cli.json``."""

import json
from functools import lru_cache

from resources import FOLDER

_FILE = FOLDER / "i18n" / "cli.json"


class _Spoken:
    """The language of this process."""

    language = ""


def speak(language: str | None) -> str:
    """Set the language (None: keep it, or take the computer's) and return it."""
    if language in ("en", "zh_CN"):
        _Spoken.language = language
    elif not _Spoken.language:
        import locale  # only where nobody names a language

        _Spoken.language = "zh_CN" if (locale.getlocale()[0] or "").startswith(("zh", "Chinese")) else "en"
    return _Spoken.language


@lru_cache(maxsize=1)
def _table() -> dict[str, dict[str, str]]:
    return json.loads(_FILE.read_text(encoding="utf-8"))


def say(key: str, **facts: object) -> str:
    """Return one text with its facts filled in."""
    return _table()[key][speak(None)].format(**facts)


def word(kind: str, code: str) -> str:
    """Return the label of a code in the language of the line."""
    from app.services.wording import label

    return label(kind, code, speak(None))
