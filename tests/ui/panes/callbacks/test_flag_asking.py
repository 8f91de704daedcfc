"""Nothing is opened without a word, and nobody is handed over to nobody."""

from app.services import red_flags
from app.ui.panes.callbacks.flag_asking import FlagAsking


def test_without_an_interview_or_a_word_nothing_is_opened(jobs, qtbot):
    asked = FlagAsking(jobs)
    qtbot.addWidget(asked)
    asked._flag = "transfer"
    asked.take_flag("")
    assert asked.trouble.text() == "Say who takes over, or go back."
    asked._known = red_flags.Known(("Fever",), ())
    asked._ask_urgent(asked._known)
    assert (asked.list.count(), asked._flag) == (1, "501")
    asked.take_flag("1")
    assert asked._raised is None
