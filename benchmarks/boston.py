"""``python -m benchmarks boston FILE [--rows N]``: every KPI over real service requests against plain counting.

FILE has the requests of a city as it publishes them (CSV, also gzipped). They are imported as a center would import
them, and counted; then every inquiry is exported as a center would export it, and each KPI is counted once more from
these rows alone, with plain loops that share nothing with the program: whole and by month, unit and category. On time
is also counted from FILE itself. What cannot be known of such rows (who answered, whom a unit gave it back to) must
say so: nothing below the line.
"""

import argparse
import csv
import gzip
import io
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from app import bootstrap
from app.models.accounts import Role
from app.models.kpis import Kpi
from app.models.periods import Span, Stretch, holding
from app.outside.sheets import read_sheet
from app.services import accounts, exports, figures, import_columns, imports, kpis, settings
from app.services.office import Office

ZONE = ZoneInfo("America/New_York")
_COMPLAINTS = ("complaint", "illegal", "improper", "unsatisfactory", "unsanitary")
_COLUMNS = {"number": "CASE_ENQUIRY_ID", "opened_at": "OPEN_DT", "due_at": "TARGET_DT", "closed_at": "CLOSED_DT",
            "unit": "Department", "summary": "CASE_TITLE", "category": "category", "area": "neighborhood"}  # fmt: skip

Row = dict[str, str]
#: Numerator and denominator.
Share = tuple[int, int]


def main(arguments: list[str] | None = None) -> int:
    """Import, count, export, count again; 1 where anything differs."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks boston", description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--rows", type=int, default=0, help="only so many rows, for a quick look")
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        raw = list(_raw(given.file, given.rows))
        house = bootstrap.demo(Path(folder) / "desk", _staff)
        office = house.office
        office.sign_in(office.ask(accounts.sign_in, "li", bootstrap.DEMO_PASSWORD))
        took = _import(office, raw, Path(folder) / "requests.csv")
        start = time.perf_counter()
        office.do(figures.catch_up)
        print(f"{len(raw):,} rows: imported in {took:.1f} s, counted in {time.perf_counter() - start:.1f} s")
        wrong = _compare(office, raw)
        house.close()
    print("\n".join(wrong) if wrong else "every KPI is what plain counting finds")
    return 1 if wrong else 0


def _staff(office: Office) -> None:
    office.do(settings.change, time_zone=str(ZONE), country="US")
    office.do(accounts.create, "li", "Li", bootstrap.DEMO_PASSWORD, (Role.SUPERVISOR, Role.ADMINISTRATOR))


def _raw(file: Path, most: int) -> Iterator[Row]:
    """Yield the rows of the city; what a center would call them is told from what the city calls them."""
    packed = file.read_bytes()
    text = (gzip.decompress(packed) if file.suffix == ".gz" else packed).decode("utf-8-sig")
    for place, row in enumerate(csv.DictReader(io.StringIO(text, newline=""))):
        if most and place >= most:
            return
        said = f"{row['CASE_TITLE']} {row['REASON']} {row['TYPE']}".lower()
        complaint = any(word in said for word in _COMPLAINTS)
        kind = "complaint" if complaint else "consult" if "notification" in said or "request" in said else "help"
        yield {**row, "category": kind}


def _import(office: Office, raw: list[Row], file: Path) -> float:
    with file.open("w", newline="", encoding="utf-8") as out:
        writer = csv.DictWriter(out, list(raw[0]))
        writer.writeheader()
        writer.writerows(raw)
    start = time.perf_counter()
    sheet = read_sheet(file)
    columns = {**import_columns.suggest_map(sheet.columns), **_COLUMNS}
    report = office.do(imports.import_inquiries, sheet, columns, source="city").value
    print(f"{len(report.added):,} added, {len(report.refused):,} refused", file=sys.stderr)
    return time.perf_counter() - start


def _compare(office: Office, raw: list[Row]) -> list[str]:
    rows = [_known(row) for row in office.ask(_exported)]
    now = datetime.now(UTC)
    months = sorted({str(holding(Span.MONTH, row.day)) for row in rows})
    print(f"{len(rows):,} rows exported, of {len(months)} months; KPIs: {len(kpis.shipped())}")
    checked, asked, wrong = 0, set[str](), list[str]()
    for stretch in sorted({holding(span, row.day) for row in rows for span in (Span.MONTH, Span.YEAR)}, key=str):
        inside = [row for row in rows if stretch.start_on <= row.day < stretch.end_on]
        for place, told, wanted in _shares(office, stretch, inside, now):
            checked += 1
            asked |= {place.split()[1]} if wanted[1] else set()
            if told != wanted:
                wrong.append(f"{place}: told {told}, counted {wanted}")
    wrong += _against_the_city(office, rows, raw, now)
    print(f"{checked:,} shares compared; with rows below the line: {', '.join(sorted(asked))}")
    return wrong


def _exported(view: figures.View) -> list[Row]:
    return list(exports.export_inquiries(view).dicts())


class _Known:
    """One exported row, read with the standard library."""

    def __init__(self, row: Row) -> None:
        self.number, self.unit, self.category = row["number"], row["unit"], row["category"]
        self.state, self.channel, self.caller = row["state"], row["channel"], row["caller"] or row["phone"]
        self.opened_at = datetime.fromisoformat(row["opened_at"])
        self.due_at, self.closed_at = (
            datetime.fromisoformat(row[name]) if row[name] else None for name in ("due_at", "closed_at")
        )
        self.day = self.opened_at.astimezone(ZONE).date()

    def on_time(self, now: datetime) -> bool | None:
        """Whether it was completed by its due time; None while it may be, or where nothing was promised."""
        if self.due_at is None:
            return None
        if self.closed_at is not None:
            return self.closed_at <= self.due_at
        return False if now > self.due_at else None

    def within_the_day(self, now: datetime) -> bool | None:
        """The same where nothing was promised: by the day on which it came."""
        if self.due_at is not None:
            return self.on_time(now)
        return None if self.closed_at is None else self.closed_at.astimezone(ZONE).date() == self.day


def _known(row: Row) -> _Known:
    return _Known(row)


def _answer(name: str, row: _Known, now: datetime) -> bool | None:
    """What a row says to a KPI; None: it is not counted. Nobody knows who answered what another system had."""
    if row.state in ("cancelled", "merged"):
        return None
    if name in ("on_time", "on_first_time"):
        return row.on_time(now)
    if name == "complaint_in_limit":
        return row.on_time(now) if row.category == "complaint" else None
    if name == "same_day":
        return row.within_the_day(now) if row.category == "consult" else None
    if name == "redone":
        return False if row.closed_at is not None else None
    return None


def _count(name: str, rows: Iterable[_Known], now: datetime) -> Share:
    answers = [said for row in rows if (said := _answer(name, row, now)) is not None]
    return sum(answers), len(answers)


def _shares(office: Office, stretch: Stretch, rows: list[_Known], now: datetime) -> Iterator[tuple[str, Share, Share]]:
    """Yield (where, told by the program, counted plainly) of every KPI: whole, by unit, by category."""
    for told in office.ask(figures.cards, stretch, trend=1):
        yield f"{stretch} {told.kpi.id}", _told(told.figure), _count(told.kpi.id, rows, now)
        for by in ("unit", "category", "channel"):
            yield from _grouped(office, stretch, told.kpi, by, rows, now)


def _grouped(
    office: Office, stretch: Stretch, kpi: Kpi, by: str, rows: list[_Known], now: datetime
) -> Iterator[tuple[str, Share, Share]]:
    cells = dict(office.ask(figures.compare, kpi.id, stretch, by, hide=False).cells)
    groups: dict[str, list[_Known]] = {}
    for row in rows:
        key: str = getattr(row, by)
        groups.setdefault(key.partition(".")[0] if by == "category" else key, []).append(row)
    for key in groups.keys() | cells.keys():
        told = _told(cells[key]) if key in cells else (0, 0)
        yield f"{stretch} {kpi.id} {by}={key}", told, _count(kpi.id, groups.get(key, []), now)


def _told(figure: figures.Figure) -> Share:
    return figure.numerator, figure.denominator


def _against_the_city(office: Office, rows: list[_Known], raw: list[Row], now: datetime) -> list[str]:
    """Compare completion on time with the times of FILE itself, without the import between."""
    here = {row.number for row in rows}
    met = asked = 0
    for row in raw:
        if row["CASE_ENQUIRY_ID"] in here and row["TARGET_DT"]:
            due = datetime.fromisoformat(row["TARGET_DT"]).replace(tzinfo=ZONE)
            closed = datetime.fromisoformat(row["CLOSED_DT"]).replace(tzinfo=ZONE) if row["CLOSED_DT"] else None
            if closed is not None or now > due:
                asked += 1
                met += closed is not None and closed <= due
    years = {holding(Span.YEAR, row.day) for row in rows}
    found = [figure for year in years for figure in office.ask(figures.cards, year, trend=1, only=["on_time"])]
    told = sum(one.figure.numerator for one in found), sum(one.figure.denominator for one in found)
    print(f"on time by the city's own times: {met:,} of {asked:,}; told: {told[0]:,} of {told[1]:,}")
    return [] if told == (met, asked) else [f"on time by the city's times: told {told}, counted {(met, asked)}"]
