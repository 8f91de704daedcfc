"""The reply to who flagged a script."""

import pytest
from PySide6.QtCore import Qt

from app.ui.panes.scripts.flag_reply import FlagReply
from tests.windows import put_up


@pytest.fixture
def reply(bare_jobs, qtbot) -> FlagReply:
    made = FlagReply()
    qtbot.addWidget(made)
    made.begin()
    put_up(qtbot, made)
    return made


def test_enter_sends_the_reply_and_closes_the_line(reply: FlagReply, qtbot) -> None:
    qtbot.keyClicks(reply.line, " Only on Sundays ")
    with qtbot.waitSignal(reply.sent) as sent:
        qtbot.keyClick(reply.line, Qt.Key.Key_Return)
    assert (sent.args, reply.isHidden()) == (["Only on Sundays"], True)


def test_a_flag_can_be_closed_without_a_word_and_left_open_with_esc(reply: FlagReply, qtbot) -> None:
    with qtbot.assertNotEmitted(reply.sent), qtbot.waitSignal(reply.left):
        qtbot.keyClick(reply.line, Qt.Key.Key_Escape)
    reply.begin()
    with qtbot.waitSignal(reply.sent) as sent:
        qtbot.keyClick(reply.line, Qt.Key.Key_Return)
    assert sent.args == [""]
