"""The columns of what is shown of past inquiries: rows before their import, the report, the imports so far."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from datetime import datetime, tzinfo

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject

from app.models.imports import ImportFate
from app.services import import_files, reference, wording
from app.services.import_files import Batch, ReportLine
from app.services.import_rows import Incoming
from app.ui.kit import languages
from app.ui.kit.columns import Column
from app.ui.kit.presenting_time import is_chinese
from app.ui.kit.whole_list import WholeList

_TONES = {ImportFate.REFUSED: "danger", ImportFate.DIFFERS: "warning"}


def fate_of(one: ReportLine) -> str:
    """Return what became of a row, in words."""
    return wording.label("import_fate", one.fate, languages.current())


def said_of(one: ReportLine) -> str:
    """Return field, reason and what stands there."""
    language = languages.current()
    colon = "\uff1a" if is_chinese(language) else ": "
    said = colon.join(filter(None, (import_files.told(one, language), one.value)))
    return f"{said} (×{one.rows:,})" if one.rows > 1 else said


def _tone_of(one: ReportLine) -> str:
    return _TONES.get(one.fate, "")


def line_key(one: ReportLine) -> ReportLine:
    """Return what tells one line of a report from another."""
    return one


def batch_key(one: Batch) -> bytes:
    """Return what tells one import from another."""
    return one.id


def _batch_at(one: Batch) -> str:
    return f"{one.at:%Y-%m-%d %H:%M}"


def _batch_added(one: Batch) -> str:
    return "…" if one.running else f"{one.report.get('added', 0):,}"


def _batch_refused(one: Batch) -> str:
    return "…" if one.running else f"{one.report.get('refused', 0):,}"


def _batch_gone(one: Batch) -> str:
    return f"{one.undone_at:%Y-%m-%d %H:%M}" if one.undone_at else "–"


REPORT = (
    Column("line_no", QT_TRANSLATE_NOOP("tables", "Line"), 76, "number", sortable=False),
    Column("fate", QT_TRANSLATE_NOOP("tables", "Result"), 190, "chip", show=fate_of, tone=_tone_of, sortable=False),
    Column("what", QT_TRANSLATE_NOOP("tables", "What or why"), 0, show=said_of, sortable=False),
)
BATCHES = (
    Column("source", QT_TRANSLATE_NOOP("tables", "Imported before"), 0, sortable=False),
    Column("at", QT_TRANSLATE_NOOP("tables", "When"), 140, show=_batch_at, sortable=False),
    Column("added", QT_TRANSLATE_NOOP("tables", "Inquiries"), 96, "number", show=_batch_added, sortable=False),
    Column("refused", QT_TRANSLATE_NOOP("tables", "Refused"), 96, "number", show=_batch_refused, sortable=False),
    Column("gone", QT_TRANSLATE_NOOP("tables", "Taken back"), 140, show=_batch_gone, sortable=False),
)


class Before(WholeList):
    """The first rows of a file as they would stand, with times of the center."""

    def __init__(self, parent: QObject | None = None) -> None:
        self._zone: tzinfo | None = None
        what = QT_TRANSLATE_NOOP("tables", "What or why")
        columns = (
            Column("line_no", QT_TRANSLATE_NOOP("tables", "Line"), 60, "number", sortable=False),
            Column("fate", QT_TRANSLATE_NOOP("tables", "Result"), 160, "chip", show=_fate, tone=_tone, sortable=False),
            Column("number", QT_TRANSLATE_NOOP("tables", "Number"), 110, sortable=False),
            Column("opened", QT_TRANSLATE_NOOP("tables", "Opened"), 130, show=self._opened, sortable=False),
            Column("summary", QT_TRANSLATE_NOOP("tables", "Summary"), 0, show=_summary, sortable=False),
            Column("category", QT_TRANSLATE_NOOP("tables", "Category"), 120, show=_category, sortable=False),
            Column("state", QT_TRANSLATE_NOOP("tables", "State"), 84, show=_state, sortable=False),
            Column("what", what, 230, show=_why, sortable=False, widest=560),
        )
        super().__init__(columns, _row_key, parent)

    def show_rows(self, rows: tuple[Incoming, ...], zone: tzinfo) -> None:
        """Show these rows."""
        self._zone = zone
        self.show_lines(rows)

    def _opened(self, row: Incoming) -> str:
        told = row.values.get("opened_at")
        return f"{datetime.fromisoformat(str(told)).astimezone(self._zone):%Y-%m-%d %H:%M}" if told else ""


def _row_key(row: Incoming) -> int:
    return row.line_no


def _fate(row: Incoming) -> str:
    lines = import_files.of_preview(row)
    return fate_of(lines[0] if lines else ReportLine(row.line_no, ImportFate.ADDED))


def _tone(row: Incoming) -> str:
    return "danger" if row.refused is not None else ""


def _summary(row: Incoming) -> str:
    return str(row.values.get("summary") or row.values.get("details") or "")


def _category(row: Incoming) -> str:
    code = str(row.values.get("category") or "")
    known = reference.categories().by_code.get(code)
    return known.label.for_language(languages.current()) if known else code


def _state(row: Incoming) -> str:
    return wording.label("inquiry_state", str(row.values.get("state") or ""), languages.current())


def _why(row: Incoming) -> str:
    return "; ".join(map(said_of, import_files.of_preview(row)))
