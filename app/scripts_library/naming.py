"""A key for a new script, proposed from its title: English words, else the sound of the Chinese ones."""

import re
import unicodedata
from collections.abc import Callable

from app.scripts_library.readings import usual_readings
from app.scripts_library.rows import made_key
from app.scripts_library.script import Script

_LONGEST = 40
_SMALL = frozenset({"a", "an", "the", "is", "are", "do", "does", "of", "to", "for", "i", "my"})
_PIECE = re.compile(r"[a-z0-9]+")


def propose_key(script: Script, is_taken: Callable[[str], bool]) -> str:
    """A free key, "" for a script without a title. The same title gives the same key while it is free."""
    stem = _stem(script)
    if not stem:
        return ""
    numbered = (f"{stem}-{number}" for number in range(2, 100))
    return next((key for key in (stem, *numbered) if not is_taken(key)), "")


def _stem(script: Script) -> str:
    title = script.title.get("en") or script.title.get("zh") or next(iter(script.title.values()), "")
    plain = unicodedata.normalize("NFKD", title).casefold()
    words = [word for word in _PIECE.findall(_spelled(plain)) if word not in _SMALL]
    stem = ""
    for word in words:
        if stem and len(stem) + 1 + len(word) > _LONGEST:
            break
        stem = f"{stem}-{word}" if stem else word[:_LONGEST]
    return stem or (made_key(title) if title.strip() else "")


def _spelled(text: str) -> str:
    sounds = usual_readings()
    return "".join(f" {sounds[one]} " if one in sounds else one for one in text)
