"""Questions of other programs brought into the bank; what became of each row is told."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from app.models import question_files
from app.models.accounts import Permission
from app.models.drill_items import DrillKind, Item, to_content
from app.models.errors import RecordGone
from app.models.private_data import masked
from app.models.question_files import QuestionProblem, ReadQuestion, RowFate
from app.services.drill_items import script_of
from app.services.office import View, Work
from app.store import items as rows_of

_TABLES = (".xlsx", ".csv", ".tsv")
_GIFT = ".gift"


@dataclass(frozen=True, slots=True)
class RowReport:
    """One row: where it begins, its question, what became of it, and why not or not as it stood."""

    line: int
    prompt: str
    fate: RowFate
    problem: QuestionProblem | None = None


def read(view: View, path: Path, topic: str = "") -> list[ReadQuestion]:
    """Read a file by its ending: XLSX and CSV as tables, ``.gift``, and texts by what stands in them.

    Raises what reading a file raises.
    """
    view.require(Permission.TRAIN)
    if path.suffix.lower() in _TABLES:
        read_sheet: Callable[[Path], Iterable[tuple[int, Mapping[str, str]]]] = view.outside["read_sheet"]
        return question_files.read_table(read_sheet(path))
    read_text: Callable[[Path], str] = view.outside["read_text"]
    text = read_text(path)
    gift = path.suffix.lower() == _GIFT or ("{" in text and "ANSWER" not in text.upper())
    return question_files.read_gift(text, topic) if gift else question_files.read_aiken(text, topic)


def import_questions(work: Work, read: Iterable[ReadQuestion], *, source: str) -> list[RowReport]:
    """Bring questions into the bank, and return what became of each; the same one again is one version, not two.

    ``source`` is the name of the file. A question about a key point needs its script. Words of callers lose what tells
    who they are.
    """
    person = work.require(Permission.TRAIN)
    return [_bring(work, one, source, person.id) for one in read]


def _bring(work: Work, one: ReadQuestion, source: str, by: bytes) -> RowReport:
    if one.item is None:
        return RowReport(one.line, one.prompt, RowFate.REJECTED, one.problem)
    found = _with_script(work, one.item)
    if found is None:
        return RowReport(one.line, one.prompt, RowFate.REJECTED, QuestionProblem.SCRIPT)
    item = without_private(found)
    why = QuestionProblem.PRIVATE if item != found else None
    known = rows_of.find(work.tx, item.id)
    if known is not None and to_content(known) == to_content(item) and known.points == item.points:
        return RowReport(one.line, one.prompt, RowFate.UNCHANGED, why)
    rows_of.write(work.tx, replace(item, number=known.number + 1 if known else 1), by=by, source=source)
    return RowReport(one.line, one.prompt, RowFate.UPDATED if known else RowFate.ADDED, why)


def without_private(item: Item) -> Item:
    """Return the item without what tells who a caller is, in what is asked; a text with a gap is no caller's."""
    if item.kind is DrillKind.SLOT:
        return item
    return replace(item, prompt={language: masked(text) for language, text in item.prompt.items()})


def _with_script(view: View, item: Item) -> Item | None:
    """Return the item with the version and topic of its script; None where it names a script or point that is none."""
    if not item.script:
        return item
    try:
        script = script_of(view, item.script)
    except RecordGone:
        return None
    if not {one.id for one in script.key_points}.issuperset(item.points):
        return None
    return replace(item, version=script.version, topic=item.topic or script.topic)


def counts(reports: Iterable[RowReport]) -> dict[RowFate, int]:
    """Count what became of the rows."""
    found = Counter(one.fate for one in reports)
    return {fate: found[fate] for fate in RowFate}
