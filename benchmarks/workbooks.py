"""Workbooks and CSV as another program reads them: documents, rows behind figures, and texts that look harmful.

LibreOffice opens each file without a window and writes what stands in its cells; each is compared with what the program
says. Where it is not installed nothing is measured, and a line says so.
"""

import csv
import math
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from app import bootstrap
from app.models.periods import Span
from app.outside.sheet_writing import guarded, write_book, write_csv, write_table, write_xlsx
from app.services import accounts, figure_exports, figures, finding_ledger, kpis, reports, time_ledger
from app.services.figure_rows import Wanted
from app.services.finding_ledger import Sought
from app.services.office import Office
from app.services.report_sheets import Sheet
from app.services.wording import LANGUAGES
from benchmarks.desk import Desk
from benchmarks.measuring import Figure

#: Cells that a spreadsheet would run, were they not kept as texts.
HARMFUL = (
    "=1+1", "+1+1", "-2+3", "@SUM(1;2)", "\t=1+1", "＝1+1", '=HYPERLINK("http://example.org";"x")',
    "=cmd|' /C calc'!A0", "=WEBSERVICE(\"http://example.org\")",
)  # fmt: skip
#: All sheets as CSV: comma, quotation mark, UTF-8, values as they are and not as they are shown, a file for each.
_AS_CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"
_READ_CSV = "CSV:44,34,76,1"
_TIMEOUT_S = 300

Rows = Sequence[Sequence[object]]


@dataclass
class Compared:
    """Sheets and cells that were compared, and those that another program reads otherwise."""

    sheets: int = 0
    cells: int = 0
    different: int = 0

    def compare(self, wanted: Rows, found: Sequence[Sequence[str]], name: str) -> None:
        """Compare one sheet cell by cell; what differs is said on standard error."""
        self.sheets += 1
        for number, (expected, read) in enumerate(zip_longest(wanted, found, fillvalue=()), 1):
            for value, text in zip_longest(expected, read, fillvalue=""):
                self.cells += 1
                if not same(value, text):
                    self.different += 1
                    print(f"  {name}, row {number}: {value!r} is read as {text!r}", file=sys.stderr)


def same(value: object, text: str) -> bool:
    """Say whether a cell that another program wrote as text is this value; a percentage is its hundredth part."""
    if value is None:
        return text == ""
    if isinstance(value, int | float) and not isinstance(value, bool):
        try:
            read = float(text.removesuffix("%")) / (100 if text.endswith("%") else 1)
            return math.isclose(read, value, rel_tol=1e-9, abs_tol=1e-12)
        except ValueError:
            return False
    return " ".join(str(value).split()) == " ".join(text.split())


class _Heard:
    """Writes tables as the program does, and knows afterwards what each sheet must say."""

    def __init__(self) -> None:
        self.books: dict[str, list[tuple[str, Rows]]] = {}

    def book(self, path: Path, sheets: Iterable[Sheet]) -> None:
        """Write a workbook of several sheets."""
        told = list(sheets)
        write_book(path, told)
        names: list[str] = []
        for place, one in enumerate(told, 1):
            name = one.title[:25] if one.title[:25] not in names else f"{place} {one.title}"[:25]
            names.append(name)
            self.books.setdefault(path.stem, []).append((name, (one.columns, *one.rows)))

    def table(
        self, path: Path, columns: Sequence[str], rows: Iterable[Sequence[object]], **whole: Callable[[int], object]
    ) -> int:
        """Write one table."""
        told = list(rows)
        self.books[path.stem] = [("1", (columns, *told))]
        return write_table(path, columns, told, **whole)


def figures_of(desk: Desk) -> Iterator[Figure]:
    """Compare everything that leaves the desk as a table."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        print("  workbooks: LibreOffice is not installed, nothing was compared", file=sys.stderr)
        return
    heard = _Heard()
    office = Office(
        desk.store, desk.office.clock, {**desk.office.outside, "write_book": heard.book, "write_table": heard.table}
    )
    office.sign_in(office.ask(accounts.sign_in, "li", bootstrap.DEMO_PASSWORD))
    office.do(figures.catch_up)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _write(office, folder, heard)
        _convert(program, folder, "*.xlsx")
        compared = Compared()
        for stem, sheets in heard.books.items():
            for title, rows in sheets:
                compared.compare(rows, _read(folder / f"{stem}-{title}.csv"), f"{stem}/{title}")
        yield _figure("workbooks", compared)
        yield _figure("harmful texts", _harm(program, folder))


def _figure(name: str, found: Compared) -> Figure:
    note = f"{found.cells:,} cells of {found.sheets} sheets, read by LibreOffice"
    return Figure(f"{name}: cells read otherwise", found.different, "", limit=0, note=note)


def _write(office: Office, folder: Path, heard: _Heard) -> None:
    """Write every document in both languages, rows behind figures, and the ledgers of findings and time."""
    for kind, template in reports.templates().items():
        for language in LANGUAGES:
            made = office.ask(reports.make, kind, office.ask(figures.current, template.span), language=language)
            office.ask(reports.save_xlsx, made, folder / f"{kind}-{language}.xlsx")
    stretch = office.ask(figures.current, Span.MONTH)
    for name in ("direct_answer", "answered_in_15", "findings_on_time"):
        wanted = Wanted(kpis.shipped()[name].denominator, stretch)
        office.ask(figure_exports.save_rows, wanted, path=folder / f"rows-{name}.xlsx", language="en", whole=str)
    lines = office.ask(finding_ledger.export, Sought("all"), "en")
    heard.table(folder / "findings-ledger.xlsx", finding_ledger.headings("en"), lines)
    office.ask(time_ledger.appraisal, stretch, folder / "time.xlsx", language="en")


def _harm(program: str, folder: Path) -> Compared:
    """Write harmful texts as a workbook and as CSV, and compare what is read: texts, never what they would compute."""
    columns, rows = ("text", "number"), [(text, place) for place, text in enumerate(HARMFUL)]
    write_xlsx(folder / "harm.xlsx", columns, rows=rows, title="harm")
    write_csv(folder / "harmful.csv", columns, rows=rows)
    _convert(program, folder, "harm.xlsx")
    out = folder / "out"
    _run(
        program,
        [f"--infilter={_READ_CSV}", "--convert-to", _AS_CSV, "--outdir", str(out), str(folder / "harmful.csv")],
    )
    compared = Compared()
    compared.compare((columns, *rows), _read(folder / "harm-harm.csv"), "harm.xlsx")
    wanted = (columns, *((guarded(text), place) for text, place in rows))
    compared.compare(wanted, _read(next(out.glob("harmful*.csv"))), "harm.csv")
    return compared


def _convert(program: str, folder: Path, pattern: str) -> None:
    files = sorted(str(path) for path in folder.glob(pattern))
    _run(program, ["--convert-to", _AS_CSV, "--outdir", str(folder), *files])


def _run(program: str, words: Iterable[str]) -> None:
    with tempfile.TemporaryDirectory() as home:
        own = f"-env:UserInstallation={Path(home).as_uri()}"
        subprocess.run([program, own, "--headless", *words], check=True, capture_output=True, timeout=_TIMEOUT_S)


def _read(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.reader(stream))
