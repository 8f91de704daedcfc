"""How texts are read aloud, looked up with pypinyin in a process of its own that ends right after.

pypinyin's tables take 58 MB, which would stay in the window for the sake of a few words. As a program
(``python -m app.scripts_library.reading_aloud``) it reads a JSON list of texts and writes a list of lists of syllables.
"""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[2]
_MODULE = "app.scripts_library.reading_aloud"
_PATIENCE_S = 60


def read_aloud(texts: Sequence[str]) -> list[tuple[str, ...]]:
    """Return the toneless syllables of each text, what is not Chinese between them as it stands.

    Takes some 0.3 s for one text as for a thousand. Where no process can be started, the tables are loaded here.
    """
    if not texts:
        return []
    try:
        found = _by_another_process(texts)
    except (OSError, subprocess.SubprocessError, ValueError):
        found = looked_up(texts)
    return [tuple(syllables) for syllables in found]


def looked_up(texts: Sequence[str]) -> list[list[str]]:
    """Look the texts up in this process."""
    from pypinyin import lazy_pinyin

    return [lazy_pinyin(text) for text in texts]


def _by_another_process(texts: Sequence[str]) -> list[list[str]]:
    paths = (str(_ROOT), os.environ.get("PYTHONPATH", ""))
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in paths if path)}
    done = subprocess.run(  # noqa: S603 - this program itself
        [sys.executable, "-m", _MODULE],
        input=json.dumps(list(texts)).encode(),
        env=environment,
        capture_output=True,
        timeout=_PATIENCE_S,
        check=True,
    )
    found: list[list[str]] = json.loads(done.stdout)
    if len(found) != len(texts):
        raise ValueError(len(found))
    return found


if __name__ == "__main__":
    sys.stdout.write(json.dumps(looked_up(json.load(sys.stdin))))
