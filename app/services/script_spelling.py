"""How the phrases of scripts, and names, are read aloud, looked up when they come in and kept for every later start.

Looking up takes a process of its own and 0.3 s; the search itself then starts without it.
"""

import json
from collections.abc import Iterable, Mapping

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
    phrases = (phrase for script in scripts for phrase in entry_of(script, shipped_synonyms()).phrases)
    if spelling.learn(run.text for phrase in phrases for run in runs(phrase.folded) if run.is_chinese):
        rows_of.keep_readings(work.tx, json.dumps(dict(spelling.known), ensure_ascii=False))


def keep(work: Work, spelled: Mapping[str, str]) -> None:
    """Keep how these texts are read, beside what is known already."""
    rows_of.keep_readings(work.tx, json.dumps({**known(work), **spelled}, ensure_ascii=False))
