"""Where a flow puts a caller through, in words: places of the shipped scripts (resources/scripts/transfers.json)."""

import json
from collections.abc import Mapping
from functools import cache

from app.scripts_library.script import Texts
from resources import FOLDER


@cache
def _known() -> Mapping[str, Texts]:
    path = FOLDER / "scripts" / "transfers.json"
    return json.loads(path.read_text(encoding="utf-8"))


def place_named(name: str) -> Texts:
    """Return a place in words; one that a center named itself is said as it is written."""
    return _known().get(name) or {"zh": name, "en": name.replace("-", " ")}
