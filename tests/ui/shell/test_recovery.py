from pathlib import Path

import pytest

from app.models.errors import DiskFull
from app.ui.shell.doors import Sheet
from app.ui.shell.recovery import RecoveryPage

PASSPHRASE = "AB12-CD34-EF56-GH78-JK90-MN12-PQ34-RS01"


@pytest.fixture
def page(qtbot):
    page = RecoveryPage()
    qtbot.addWidget(page)
    page.show()
    page.show_sheet(PASSPHRASE, Sheet("as text", "<p>as page</p>"))
    page.enter()
    return page


def test_the_eight_groups_are_on_the_page(page):
    assert [label.text() for label in page._labels] == PASSPHRASE.split("-")
    assert page._labels[7].accessibleName() == "Group 8: RS01"


def test_only_the_last_group_leads_on(qtbot, page):
    page._last.line.setText("GH78")
    with qtbot.assertNotEmitted(page.kept):
        page.submit()
    assert "not the last group" in page._last.line.accessibleDescription()
    assert page.waiting


@pytest.mark.parametrize("typed", ["RS01", " rs01 ", "rsOl"])
def test_the_last_group_may_be_typed_as_a_person_reads_it(qtbot, page, typed):
    page._last.line.setText(typed)
    with qtbot.waitSignal(page.kept):
        page.submit()


def test_nothing_of_it_is_left_on_the_page_afterwards(page):
    page._last.line.setText("RS01")
    page.submit()
    assert not page.waiting
    assert "".join(label.text() for label in page._labels) == ""


@pytest.mark.parametrize(("name", "text"), [("sheet.txt", "as text"), ("sheet.html", "<p>as page</p>")])
def test_a_file_gets_the_form_that_its_name_says(qtbot, page, name, text):
    with qtbot.waitSignal(page.save_wanted) as told:
        page._save_to(f"/usb/{name}")
    assert told.args == [Path("/usb") / name, text]


def test_where_the_sheet_lies_is_said_and_why_it_does_not(page):
    page.say_saved(Path("/usb/sheet.html"))
    assert "sheet.html" in page.notice.text()
    page.refuse(DiskFull(path="/usb"))
    assert "disk is full" in page.notice.text()
