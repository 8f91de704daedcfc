"""How well "no script" is told: questions whose answer the library has, lacks, or that are about something else.

Every fifth question of data/vira's training file is asked, and the rest taught. Of the 181 scripts 71 are left out with
their phrasings: their neighbors stay, so that what remains looks like an answer.
"""

import csv
from collections.abc import Sequence
from pathlib import Path
from random import Random

import openpyxl

from app.scripts_library import learning
from app.scripts_library.entries import entry_of
from app.scripts_library.learned import Learned
from app.scripts_library.learning import Example
from app.scripts_library.script import Script
from app.scripts_library.synonyms import shipped_synonyms
from app.store.script_index import ScriptIndex
from benchmarks.measuring import Figure

LEFT_OUT, FOLDS, ASKED = 71, 5, 600


def figures(data: Path, *, asked: int = ASKED) -> list[Figure]:
    """Right first lines that are refused, and what of the three kinds without an answer is."""
    rows = _rows(data / "vira" / "train_23.csv")
    rng = Random(17)
    rng.shuffle(rows)
    missing = set(rng.sample(sorted({row["label_idx"] for row in rows}), LEFT_OUT))
    taught = [row for at, row in enumerate(rows) if at % FOLDS and row["label_idx"] not in missing]
    questions = rows[::FOLDS]
    index, model = _library(taught)
    here = [row for row in questions if row["label_idx"] not in missing][:asked]
    gone = [row["sentence"] for row in questions if row["label_idx"] in missing][:asked]
    sheet = openpyxl.load_workbook(data / "meqsum" / "MeQSum.xlsx", read_only=True).worksheets[0]
    letters = [row for row in sheet.iter_rows(min_row=2, values_only=True) if row[1] and row[2]][: asked // 2]
    first = [(index.query(row["sentence"], 1, model=model), row["label_idx"]) for row in here]
    right = [hits[0].fits for hits, key in first if hits and hits[0].key == key]
    return [
        Figure("right first lines that are refused", 100 * (1 - sum(right) / len(right)), "%", limit=5),
        _refused("refused: the script is missing, its neighbors are there", index, model, gone),
        _refused("refused: one line about something else", index, model, [str(row[2]) for row in letters]),
        _refused("refused: a long letter about something else", index, model, [str(row[1]) for row in letters]),
    ]


def _library(taught: Sequence[dict[str, str]]) -> tuple[ScriptIndex, Learned | None]:
    said: dict[str, tuple[str, list[str]]] = {}
    for row in taught:
        said.setdefault(row["label_idx"], (row["label"], []))[1].append(row["sentence"])
    entries = [
        entry_of(Script(key, {"en": title}, phrasings={"en": tuple(texts)}), shipped_synonyms())
        for key, (title, texts) in said.items()
    ]
    index = ScriptIndex()
    index.put(entries)
    return index, learning.fit([Example(one.key, phrase.shown) for one in entries for phrase in one.phrases])


def _refused(name: str, index: ScriptIndex, model: Learned | None, texts: Sequence[str]) -> Figure:
    found = [index.query(text, 1, model=model) for text in texts]
    return Figure(
        name, 100 * sum(not hits or not hits[0].fits for hits in found) / len(found), "%", note=f"n {len(found)}"
    )


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))
