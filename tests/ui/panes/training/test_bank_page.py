"""The question bank in the window: filled, searched, reviewed, retired, and brought in from a file."""

from pathlib import Path

import pytest

from app.models.drill_items import ItemState
from app.services.office import Office
from app.ui.kit.jobs import Jobs
from app.ui.panes.training.bank_page import BankPage
from tests.desk import sign_in


def text(_path: Path) -> str:
    return "When do you close?\nA. at 8\nB. at 9\nANSWER: B\n\nNo answer\n"


@pytest.fixture
def page(desk: Office, jobs: Jobs, qtbot) -> BankPage:
    desk.outside |= {"read_text": text}
    sign_in(desk, "chen")
    made = BankPage(jobs)
    qtbot.addWidget(made)
    made.resize(1120, 600)
    made.show()
    return made


def test_samples_are_reviewed_and_retired(page: BankPage) -> None:
    assert page._empty.isVisibleTo(page)
    page.fill()
    whole = page.rows.rowCount()
    assert whole > 5
    page.search.setText("vaccine fill")
    assert 0 < page.rows.rowCount() < whole
    assert page.is_sample()
    page.review()
    assert page.rows.cells(0)[4].text == "reviewed"
    page.retire()
    page.search.clear()
    assert page.rows.rowCount() == whole - 1


def test_whoever_looks_through_the_bank_goes_from_one_sample_to_the_next(page: BankPage) -> None:
    page.fill()
    page.view.select(1)
    second, third = page._item, page._bank.items[2]
    page.review()
    assert page._item == third
    page.retire()
    assert page._item == page._bank.items[2]
    assert {one.id for one in page._bank.items} >= {second.id}
    page.view.select(0)
    assert "k1" in page.detail.toPlainText()


def test_each_row_of_a_file_is_told(page: BankPage) -> None:
    said: list[str] = []
    page.told.connect(said.append)
    page.search.setText("consult/opening")
    page.bring("questions.txt")
    assert said == ["added 1 · changed 0 · as before 0 · not taken 1"]
    assert "no right answer" in page.detail.toPlainText()
    assert page.rows.cells(0)[0].text == "Policy consultation"
    page.search.clear()
    assert "no right answer" in page.detail.toPlainText()
    page.fill()
    page.view.select(1)
    assert "no right answer" not in page.detail.toPlainText()


def test_a_question_is_written_and_changed_in_the_window(page: BankPage) -> None:
    page.fill()
    page.write()
    assert not page.has_item()
    asked = {"topic": "consult/vaccine", "prompt_en": "Call 13812345678: which day?", "answers": "* day 3\nday 9"}
    page.form.form.set_values(asked, clear=False)
    page.save()
    assert not page.is_writing()
    assert page._item is not None
    assert (page._item.number, page._item.state, page._item.right) == (1, ItemState.REVIEWED, (0,))
    assert "13812345678" not in page._item.prompt["en"]
    page.change()
    page.form.form.set_values({"answers": "day 3\n* day 9"}, clear=False)
    page.save()
    assert (page._item.number, page._item.right) == (2, (1,))
    page.write()
    page.form.left.emit()
    assert page.has_item()
