"""An empty queue says what it waits for, and speaks the language of the window."""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import QEvent

from app.models.retry_rules import Hindrance
from app.services import callbacks
from app.services.office import Office
from app.ui.kit import languages
from app.ui.panes.callbacks.explanation import Explanation
from tests.desk import NOON
from tests.fakes import FakeClock
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
    assert shown.lines.text().splitlines()[0] == "1   等待班长处理：见 Alt+R 的列表"
    languages.of_app().use("en")


def test_more_than_are_counted_are_said_to_be_more(office: Office, qtbot) -> None:
    languages.of_app().use("en")
    campaign(office, 1)
    shown = Explanation()
    qtbot.addWidget(shown)
    found = office.ask(callbacks.why_empty)
    many = replace(found, counts=((Hindrance.NOT_RELEASED, 10_000),), cut=frozenset({Hindrance.NOT_RELEASED}))
    shown.show_explained(many, NOON, office.ask(callbacks.callback_rules.slots_of).zone)
    assert "10,000+   Drawn" in shown.lines.text()


def test_numbers_stand_below_each_other(office: Office, qtbot) -> None:
    shown = Explanation()
    qtbot.addWidget(shown)
    found = office.ask(callbacks.why_empty)
    many = replace(found, counts=((Hindrance.NOT_RELEASED, 12), (Hindrance.NOT_DUE, 9)))
    shown.show_explained(many, NOON, office.ask(callbacks.callback_rules.slots_of).zone)
    first, second = shown.lines.text().splitlines()[:2]
    assert first.startswith("12   ")
    assert second.startswith("\u20079   ")  # the blank is as wide as a digit


def test_where_nothing_is_open_it_is_said_who_begins_something(office: Office, qtbot) -> None:
    languages.of_app().use("en")
    shown = Explanation()
    qtbot.addWidget(shown)
    shown.show_explained(office.ask(callbacks.why_empty), NOON, office.ask(callbacks.callback_rules.slots_of).zone)
    assert shown.lines.text().splitlines()[:2] == [
        "No call is owed and no case is open.",
        "A supervisor draws a sample or releases more of one (Ctrl+8).",
    ]


def test_calls_that_can_be_made_are_not_said_to_be_none(office: Office, qtbot) -> None:
    languages.of_app().use("en")
    campaign(office, 3)
    shown = Explanation()
    qtbot.addWidget(shown)
    shown.show_explained(office.ask(callbacks.why_empty), NOON, office.ask(callbacks.callback_rules.slots_of).zone)
    assert shown.lines.text().splitlines() == [
        "3   Can be called now: F7 takes the next",
        "Next time of day: Off-peak hours, today 14:00",
    ]


def test_a_field_period_that_is_over_names_who_ends_it(office: Office, clock: FakeClock, qtbot) -> None:
    languages.of_app().use("en")
    campaign(office, 2, field_days=5)
    clock.advance(timedelta(days=2))
    shown = Explanation()
    qtbot.addWidget(shown)
    zone = office.ask(callbacks.callback_rules.slots_of).zone
    shown.show_explained(office.ask(callbacks.why_empty), clock.now(), zone)
    first = shown.lines.text().splitlines()[0]
    assert first == "2   Field period over: a supervisor ends it (Ctrl+8, Alt+E)"


def test_cases_that_no_station_holds_are_not_said_to_be_anothers(office: Office, qtbot) -> None:
    languages.of_app().use("en")
    campaign(office, 2, held=False)
    shown = Explanation()
    qtbot.addWidget(shown)
    shown.show_explained(office.ask(callbacks.why_empty), NOON, office.ask(callbacks.callback_rules.slots_of).zone)
    first = shown.lines.text().splitlines()[0]
    assert first == "2   Not given to this station: a supervisor moves them to this computer (Alt+L)"
