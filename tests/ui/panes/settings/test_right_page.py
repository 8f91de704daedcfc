"""A supervisor sees KPI 2 as figure, formula and rows."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from app.models.contacts import Outcome
from app.services import inquiry_steps
from app.services.office import Office
from app.ui.kit import languages
from app.ui.kit.jobs import Jobs
from app.ui.panes.settings.right_page import RightPage
from tests.desk import NOON, sign_in
from tests.services.taking import take

Dispatch = Callable[..., bytes]


@pytest.fixture
def page(jobs: Jobs, office: Office, directory: None, qtbot: QtBot) -> RightPage:
    sign_in(office, "wang")
    learned = {"by": "learned", "unit": "H01", "probability": 0.9, "level": "category", "words": []}
    for place, step in enumerate(("accept", "return_back", "")):
        said = {"suggested": learned} if place < 2 else {}
        told = {"unit": "C11", "override": "agreed"} if place == 1 else {"unit": "H01"}
        due_at = NOON + timedelta(days=1)
        inquiry = take(office, Outcome.DISPATCH, due_at=due_at, number=f"139 0000 {place:04d}", **told, **said)
        if step:
            office.do(inquiry_steps.take, inquiry, step, reason="not_our_duty" if place else None)
    sign_in(office, "li")
    made = RightPage(jobs)
    qtbot.addWidget(made)
    made.show()
    return made


def _choose(page: RightPage, value: str) -> None:
    place = page.results.findData(value)
    page.results.setCurrentIndex(place)
    page.results.activated.emit(place)


def test_the_figure_says_how_it_is_counted_and_what_is_left_out(page: RightPage) -> None:
    assert page.figure.text() == "50.0 %"
    assert page.formula.text() == "1 right of 2: right ÷ (right + wrong unit)"
    assert page.excluded.text() == "Left out: Unit has not answered yet 1"
    assert page.taken.text() == "With a suggestion: 2, of which 1 went there; otherwise: Agreed with the unit 1"


def test_the_rows_of_one_result_are_listed(page: RightPage) -> None:
    assert page.model.rowCount() == 3
    _choose(page, "wrong")
    (line,) = page.model.lines
    cells = [column.text(line) for column in page.model.columns]
    assert cells[2:] == ["Disease Control", "县人民医院", "Wrong unit", "Not our responsibility"]


def test_a_stretch_without_dispatches_has_no_figure(page: RightPage) -> None:
    page.period.setCurrentIndex(1)
    page.period.activated.emit(1)
    assert (page.figure.text(), page.model.rowCount()) == ("–", 0)
    languages.of_app().use("zh_CN")
    page.retranslate()
    assert page.period.itemText(1) == "上月"


def test_a_row_leads_to_its_inquiry(page: RightPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.inquiry_wanted) as wanted:
        page.view.opened.emit(page.model.lines[0])
    assert wanted.args == [page.model.lines[0].inquiry]
