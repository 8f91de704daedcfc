"""Mending from the flag: offered to who passed an exam about the topic, by keys, said after the commit."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.models.script_mending import NeedsApproval
from app.services.office import Office
from app.services.scripts import counting
from app.ui.kit.jobs import Jobs
from app.ui.panes.scripts.mend_line import MendLine
from tests.desk import sign_in
from tests.services.examined import release, set_exam, sit
from tests.windows import put_up, tabbed


@pytest.fixture
def line(jobs: Jobs, office: Office, qtbot: QtBot) -> MendLine:
    exam = set_exam(office)
    sit(office, exam, "wang")
    release(office, exam)
    sign_in(office, "wang")
    made = MendLine(jobs)
    qtbot.addWidget(made)
    put_up(qtbot, made)
    return made


def test_enter_adds_what_callers_also_say(line: MendLine, office: Office, qtbot: QtBot) -> None:
    line.begin("open", "en")
    assert line.isVisible()
    QTest.keyClicks(line._phrasing, "open on new year")
    with qtbot.waitSignal(line.mended):
        QTest.keyClick(line._phrasing, Qt.Key.Key_Return)
    assert office.ask(counting, "open", drafts=False).phrasings["en"][-1] == "open on new year"


def test_what_is_more_than_spelling_is_refused_and_stays_typed(line: MendLine, qtbot: QtBot) -> None:
    line.begin("open", "zh_CN")
    line._wrong.setText("closed")
    line._right.setText("open")
    with qtbot.waitSignal(line.refused) as said:
        QTest.keyClick(line._right, Qt.Key.Key_Return)
    assert isinstance(said.args[0], NeedsApproval)
    assert line._wrong.text() == "closed"


def test_escape_leaves_the_answer_as_it_is(line: MendLine, qtbot: QtBot) -> None:
    line.begin("open", "en")
    with qtbot.waitSignal(line.left):
        QTest.keyClick(line._wrong, Qt.Key.Key_Escape)


def test_nobody_else_is_offered_it(line: MendLine, office: Office) -> None:
    sign_in(office, "li")
    line.begin("open", "en")
    assert line.isHidden()


def test_tab_goes_as_one_reads(line: MendLine, qtbot: QtBot) -> None:
    names = tabbed(qtbot, line._phrasing, 5)
    assert [one.rpartition(".")[2] for one in names] == ["phrasing", "add", "wrong", "right", "put"]
