"""An empty queue says what it waits for, and speaks the language of the window."""

from PySide6.QtCore import QEvent

from app.services import callbacks
from app.services.office import Office
from app.ui.kit import languages
from app.ui.panes.callbacks.explanation import Explanation
from tests.desk import NOON
from tests.services.calling import call, campaign


def test_an_empty_queue_says_what_it_waits_for(office: Office, qtbot) -> None:
    languages.of_app().use("en")
    (only,) = campaign(office, 1)
    call(office, only, "246")
    shown = Explanation()
    qtbot.addWidget(shown)
    shown.show_explained(office.ask(callbacks.why_empty), NOON, office.ask(callbacks.callback_rules.slots_of).zone)
    assert shown.lines.text().splitlines() == [
        "1   Waits for the supervisor: the list of Alt+R",
        "Next time of day: Off-peak hours, today 14:00",
    ]
    languages.of_app().use("zh_CN")
    shown.changeEvent(QEvent(QEvent.Type.LanguageChange))
    assert shown.lines.text().splitlines()[0] == "1   等待主管处理：见 Alt+R 的列表"
    languages.of_app().use("en")


def test_where_nothing_is_open_it_is_said_who_begins_something(office: Office, qtbot) -> None:
    languages.of_app().use("en")
    shown = Explanation()
    qtbot.addWidget(shown)
    shown.show_explained(office.ask(callbacks.why_empty), NOON, office.ask(callbacks.callback_rules.slots_of).zone)
    assert shown.lines.text().splitlines()[:2] == [
        "No call is owed and no case is open.",
        "A supervisor draws a sample or releases more of one (Ctrl+8).",
    ]
