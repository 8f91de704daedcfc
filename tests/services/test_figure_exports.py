"""The rows behind a figure are written whole, and no cell runs as a formula."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from app.models.contacts import Outcome
from app.models.errors import NotAllowed
from app.models.periods import Span, holding
from app.services import contacts, figure_exports, figures
from app.services.office import Office
from tests.desk import draft, sign_in


def test_every_row_is_written_and_formulas_are_texts(office: Office, tmp_path: Path) -> None:
    for text in ("=HYPERLINK(1)", "plain"):
        opened = office.do(contacts.start, draft(summary=text)).value
        office.do(contacts.finalize, opened, Outcome.ANSWERED)
    office.do(figures.catch_up)
    stretch, sets = holding(Span.MONTH, date(2026, 3, 2)), (figures.TAKEN,)
    path = tmp_path / "rows.xlsx"
    with pytest.raises(NotAllowed):
        office.ask(figure_exports.save_rows, sets, stretch, path=path, language="en")
    sign_in(office, "li")
    assert office.ask(figure_exports.save_rows, sets, stretch, path=path, language="en") == 2
    sheet = load_workbook(path).worksheets[0]
    cells = {row[-1].value: row[-1].data_type for row in sheet.iter_rows(min_row=2)}
    assert cells == {"=HYPERLINK(1)": "s", "plain": "s"}
