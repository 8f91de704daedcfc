"""How the phrases of scripts are read aloud, looked up when a script comes in and kept for every later start.

Looking up needs a package that takes 0.2 s to load; the search itself then starts without it.
"""

import json
from collections.abc import Iterable

from app.scripts_library.entries import entry_of
from app.scripts_library.readings import Spelling
from app.scripts_library.script import Script
from app.scripts_library.synonyms import shipped_synonyms
from app.scripts_library.tokens import runs
from app.services.office import View, Work
from app.store import scripts as rows_of


def known(view: View) -> dict[str, str]:
    """Return what was looked up before: run of characters → its syllables. A cache that is unreadable is empty."""
    try:
        found = json.loads(rows_of.readings(view.rows))
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}  # pyright: ignore[reportUnknownVariableType]


def learn(work: Work, scripts: Iterable[Script]) -> None:
    """Look up the phrases of scripts that have come in."""
    spelling = Spelling(known(work))
    before = len(spelling.known)
    for script in scripts:
        for phrase in entry_of(script, shipped_synonyms()).phrases:
            for run in runs(phrase.folded):
                if run.is_chinese:
                    spelling.syllables(run.text)
    if len(spelling.known) > before:
        rows_of.keep_readings(work.tx, json.dumps(dict(spelling.known), ensure_ascii=False))
