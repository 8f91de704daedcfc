"""The rows behind a figure are written whole, and no cell runs as a formula."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from app.models.contacts import Outcome
from app.models.errors import NotAllowed
from app.models.figures import Question
from app.models.periods import Span, holding
from app.services import access, contacts, figure_exports, figures
from app.services.figure_rows import Wanted
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
        office.ask(figure_exports.save_rows, Wanted(sets, stretch), path=path, language="en", whole=str)
    sign_in(office, "li")
    assert office.ask(figure_exports.save_rows, Wanted(sets, stretch), path=path, language="en", whole=str) == 2
    sheet = load_workbook(path).worksheets[0]
    cells = {row[-1].value: row[-1].data_type for row in sheet.iter_rows(min_row=2)}
    assert cells == {"=HYPERLINK(1)": "s", "plain": "s"}


def test_rows_that_nobody_answers_for_are_not_there(office: Office, tmp_path: Path) -> None:
    def sign_out(_rows: int) -> None:
        raise NotAllowed(permission="export_records")

    sign_in(office, "li")
    wanted, path = Wanted((figures.TAKEN,), holding(Span.MONTH, date(2026, 3, 2))), tmp_path / "rows.csv"
    with pytest.raises(NotAllowed):
        office.ask(figure_exports.save_rows, wanted, path=path, language="en", whole=sign_out)
    assert not list(tmp_path.glob("*rows*"))


def test_rows_that_tell_of_callers_are_in_the_read_log_when_they_were_saved(office: Office) -> None:
    sign_in(office, "li")
    office.do(figure_exports.kept, (figures.TAKEN,), 2)
    office.do(figure_exports.kept, (replace(figures.TAKEN, question=Question.PRACTICED),), 3)
    assert [(one.entity, one.rows) for one in office.ask(access.log)] == [("inquiry", 2)]
