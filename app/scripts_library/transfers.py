"""Where a flow puts a caller through, in words: places of the shipped scripts (resources/scripts/transfers.json)."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import resources
from app.scripts_library.script import Texts


@cache
def _known() -> Mapping[str, Texts]:
    path = Path(resources.__path__[0]) / "scripts" / "transfers.json"
    return json.loads(path.read_text(encoding="utf-8"))


def place_named(name: str) -> Texts:
    """Return a place in words; one that a center named itself is said as it is written."""
    return _known().get(name) or {"zh": name, "en": name.replace("-", " ")}
