"""``python -m benchmarks fuzz``: script files broken in bounded random ways are reported and never break the reader.

Each case takes a shipped script as Markdown, CSV or JSON Lines, breaks its bytes, and sends it the way of
``onewindow scripts check``: bytes, encoding, reader, checker, words. Promised is: nothing is raised; every error has
its words and a line inside the file; what is refused has a reason; what is accepted survives being written and read.
``python -m benchmarks.script_fuzz 100000 [SEED]`` runs that many and repeats a run; ``case`` makes one of them again.
"""

import csv
import random
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from os import W_OK, access
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

from app.models.errors import AppError
from app.outside.script_files import sources
from app.outside.sheet_writing import write_csv, write_json_lines
from app.outside.text_encoding import decoded
from app.scripts_library.columns import COLUMNS
from app.scripts_library.emitter import emit
from app.scripts_library.findings import Level
from app.scripts_library.parser import parse
from app.scripts_library.row_export import to_rows
from app.services.script_checks import UNREADABLE, Notice, check_files
from app.services.script_imports import ScriptSource, ScriptText
from benchmarks.breaking import broken
from benchmarks.measuring import Figure

SHIPPED = Path(__file__).parents[1] / "resources" / "scripts"
CASES, QUICK_CASES = 100_000, 2_000
#: Files that live for a millisecond lie in memory where there is such a folder: a disk costs more than all the rest.
_MEMORY = Path("/dev/shm")
#: Milliseconds of processor time that the worst file may take, read and checked.
WORST_MS = 1_000.0
#: Markdown is what people write by hand, so most cases are.
_ENDINGS = (".md", ".md", ".md", ".md", ".csv", ".jsonl")
#: Every so many of the shipped scripts is a table too: all tables are alike, and writing each takes a disk's time.
_TABLE_STEP = 6

#: Whatever a reader could raise; an error of another kind ends the run with its trace.
FAILURES = (
    *(ArithmeticError, AssertionError, AttributeError, EOFError, LookupError, MemoryError, OSError, RuntimeError),
    *(TypeError, ValueError, AppError, csv.Error, yaml.YAMLError),
)


@dataclass
class Outcome:
    """What a run found: how files were taken, the codes seen, and each broken promise with the case that broke it."""

    cases: int = 0
    clean: int = 0
    unreadable: int = 0
    not_utf8: int = 0
    worst_ms: float = 0.0
    codes: Counter[str] = field(default_factory=Counter[str])
    violations: list[str] = field(default_factory=list[str])


class Corpus:
    """The shipped scripts, some of them also as tables, to be broken."""

    def __init__(self, folder: Path) -> None:
        markdown = sorted(SHIPPED.rglob("*.md"))
        self._files: dict[str, list[bytes]] = {".md": [path.read_bytes() for path in markdown]}
        tables = list(self._tables())
        for ending, write in ((".csv", write_csv), (".jsonl", write_json_lines)):
            self._files[ending] = [
                write(folder / f"whole{ending}", COLUMNS, rows=rows).path.read_bytes() for rows in tables
            ]

    def case(self, seed: int, number: int) -> tuple[str, bytes]:
        """Return the ending and the bytes of one case, the same each time."""
        chance = random.Random(f"{seed}/{number}")
        ending = chance.choice(_ENDINGS)
        return ending, broken(chance.choice(self._files[ending]), chance)

    def _tables(self) -> Iterator[list[list[str]]]:
        for content in self._files[".md"][::_TABLE_STEP]:
            script = parse(content.decode()).script
            if script is not None:
                yield [[row[name] for name in COLUMNS] for row in to_rows(script)]


def run(cases: int, seed: int) -> Outcome:
    """Break, read and check so many files; the same seed breaks the same ones in the same way."""
    outcome = Outcome()
    with TemporaryDirectory(dir=_MEMORY if access(_MEMORY, W_OK) else None) as name:
        corpus = Corpus(Path(name))
        for number in range(cases):
            ending, data = corpus.case(seed, number)
            path = Path(name) / f"broken{ending}"
            path.write_bytes(data)
            outcome.cases += 1
            outcome.not_utf8 += not _is_utf8(data)
            outcome.violations += [f"seed {seed}, case {number}: {said}" for said in _look(path, outcome)]
    return outcome


def misplaced(notices: Iterable[Notice], lines: int) -> list[Notice]:
    """Return the errors that do not say where in a file of so many lines they are; a whole file needs no line."""
    errors = [one for one in notices if one.level is Level.ERROR and one.code != UNREADABLE]
    return [one for one in errors if one.line is None or not 1 <= one.line <= lines]


def lines_of(data: bytes) -> int:
    """Return how many lines an editor shows."""
    return decoded(data).replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1


def _look(path: Path, outcome: Outcome) -> list[str]:
    """Check one file as people do; return which promises it breaks."""
    start = time.process_time()
    try:
        read = list(sources([path]))
        notices = check_files(read, language="zh_CN").notices
        outcome.worst_ms = max(outcome.worst_ms, (time.process_time() - start) * 1000)
        outcome.codes.update(one.code for one in notices)
        outcome.unreadable += any(one.code == UNREADABLE for one in notices)
        if not any(one.level is Level.ERROR for one in notices):
            outcome.clean += 1
            return _unkept(read)
    except FAILURES as error:
        return [f"{type(error).__name__}: {error}"]
    lines = lines_of(path.read_bytes())
    said = [f"{one.code} has line {one.line} of {lines}" for one in misplaced(notices, lines)]
    return said + [f"{one.code} has no words" for one in notices if not one.says or not one.step]


def _unkept(read: Sequence[ScriptSource]) -> list[str]:
    """Return what is wrong with accepted files: no script after all, or one that writing changes."""
    found: list[str] = []
    for source in read:
        if isinstance(source, ScriptText):
            script = parse(source.text).script
            if script is None:
                found.append("refused without a reason")
            elif parse(emit(script)).script != script:
                found.append("changed by writing and reading again")
    return found


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def figures(cases: int) -> list[Figure]:
    """Run with a new seed; the broken promises are printed with it."""
    seed = random.SystemRandom().randrange(2**32)
    found = run(cases, seed)
    for line in found.violations[:20]:
        print(line, file=sys.stderr)
    note = f"{found.clean:,} clean, {found.not_utf8:,} no UTF-8, {len(found.codes)} codes, seed {seed}"
    return [
        Figure("broken script files, promises broken", float(len(found.violations)), "times", limit=0.0, note=note),
        Figure("broken script file, worst", found.worst_ms, "ms", limit=WORST_MS, note=f"n {found.cases:,}"),
    ]


def main(arguments: list[str]) -> int:
    """Run so many cases with a seed and print what was counted."""
    cases = int(arguments[0]) if arguments else CASES
    seed = int(arguments[1]) if len(arguments) > 1 else random.SystemRandom().randrange(2**32)
    found = run(cases, seed)
    print(f"seed {seed}: {found.cases:,} files, {found.clean:,} without an error, {found.unreadable:,} unreadable,")
    print(f"{found.not_utf8:,} no UTF-8, worst {found.worst_ms:.0f} ms, {len(found.codes)} codes")
    print(", ".join(f"{code} {times:,}" for code, times in found.codes.most_common()))
    print("\n".join(found.violations[:50]) or "no promise broken")
    return 1 if found.violations else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
