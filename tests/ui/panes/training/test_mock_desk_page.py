"""A mock call beside the sheet of real contacts: scored by keys, once, and seen by its operator."""

import pytest
from PySide6.QtCore import Qt

from app.services import mock_records, mock_scenarios
from app.services.office import Office
from app.ui.kit.jobs import Jobs
from app.ui.panes.training.mock_desk_page import MockDeskPage
from tests.desk import sign_in
from tests.services.drilled import publish
from tests.services.test_mock_scenarios import script_of
from tests.ui.panes.training.test_mock_page import played


@pytest.fixture
def page(office: Office, jobs: Jobs, qtbot) -> MockDeskPage:
    publish(office, script_of(mock_scenarios.find("bite-grandmother")))
    played(office)
    sign_in(office, "chen")
    made = MockDeskPage(jobs)
    qtbot.addWidget(made)
    made.resize(1120, 560)
    made.show()
    return made


def test_a_call_is_scored_by_keys_and_its_operator_sees_it(page: MockDeskPage, office: Office, qtbot) -> None:
    said: list[str] = []
    page.told.connect(said.append)
    assert "How old is he?" in page.detail.toPlainText()
    page.save()
    assert said[0].startswith("Some items are open")
    qtbot.keyClick(page.view, Qt.Key.Key_Return)
    for _ in range(17):
        qtbot.keyClick(page.sheet.items, Qt.Key.Key_2)
    page.commands.run("training.mock_save")
    assert said[-1].startswith("Scored")
    assert page.rows.cells(0)[3].text == "100 %"
    assert not page.may_score()
    sign_in(office, "wang")
    (line,) = office.ask(mock_records.mine, "en")
    assert line.score is not None


def test_nobody_scores_a_call_of_their_own(page: MockDeskPage, office: Office) -> None:
    assert page.may_score()
    sign_in(office, "li")
    played(office)
    page.reload()
    own = next(at for at in range(2) if page.rows.cells(at)[0].text == "Li")
    page.view.select(own)
    assert not page.may_score()
    assert not page.sheet.isEnabled()


def test_a_sheet_that_is_left_half_filled_is_there_again(page: MockDeskPage, qtbot) -> None:
    qtbot.keyClick(page.sheet.items, Qt.Key.Key_2)
    page.sheet.what.setText("said 9")
    page.hide()
    page.show()
    assert (len(page.sheet._points), page.sheet.what.text()) == (1, "said 9")
