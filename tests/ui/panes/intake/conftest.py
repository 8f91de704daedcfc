"""What the tests of the intake pane stand on: a real office, jobs at once, a library of two scripts."""

from typing import Any

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.contacts import ContactDraft
from app.services.script_reading import Blank, OpenScript, Piece, Point, Reading, ReadSection
from app.ui.kit.executors import InlineExecutor
from app.ui.panes.intake import asking
from app.ui.panes.intake.conversation_state import NO_ID, ConversationState
from tests.desk import NOON
from tests.ui.notice_desk import one_change, one_urgent, watch  # noqa: F401 - fixtures
from tests.ui.panes.intake.ending_jobs import EndingJobs


class Found:
    """One hit of the fake library."""

    def __init__(self, key: str, title: str, why: str = "", standing: str = "live", **more: Any) -> None:
        self.key, self.title, self.why, self.standing = key, title, why or title, standing
        self.urgent, self.fits, self.said = more.get("urgent", False), more.get("fits", True), more.get("said", 0)


class FakeLibrary:
    """Two scripts; finds by a part of the title and notes what it was asked."""

    def __init__(self) -> None:
        self.titles = {"hpv": "HPV vaccine ages", "flu": "Flu vaccine"}
        self.asked: list[str] = []
        self.spoken: list[str] = []
        self.today: list[str] = []
        self.fits = True
        self.readings: list[Reading] = []
        self.standing = "live"
        self.version = 3

    def query(self, _view, *, text, language, limit=8):
        self.asked.append(text)
        self.spoken.append(language)
        words = text.lower().split()
        found = [key for key, title in self.titles.items() if any(one in title.lower() for one in words)]
        return [Found(key, self.titles[key], fits=self.fits) for key in found]

    def suggest(self, view, *, category, text, language, limit=8):
        if not category and not text:
            return [Found(key, self.titles[key]) for key in self.today]
        return self.query(view, text=f"{category} {text}".replace(".", " "), language=language)

    def open(self, _view, *, key, reading):
        self.readings.append(reading)
        clinic = reading.values.get("clinic", "")
        pieces = (Piece("Ages 9 to 45. Ask "), Piece(clinic or "{clinic}", "clinic", missing=not clinic), Piece("."))
        return OpenScript(
            key, self.version, self.titles[key], reading.language,
            (ReadSection("say", pieces), ReadSection("record", (Piece("Write the age."),))),
            points=(Point("k1", "9 to 45", critical=True), Point("k2", "earlier is better")),
            blanks=(Blank("clinic", ("North", "South"), clinic),),
            languages=("en", "zh_CN"), has_plain=True, plain=reading.plain, standing=self.standing,
            category="consult.immunization.hpv" if key == "hpv" else None, sources=("County 8",),
        )  # fmt: skip


@pytest.fixture
def jobs(office, clock, qapp):
    made = EndingJobs(office, clock.now, executor=InlineExecutor())
    yield made
    made.close()


@pytest.fixture
def library():
    return FakeLibrary()


@pytest.fixture
def desk(office):
    return office.ask(asking.desk)


@pytest.fixture
def state(qapp):
    return ConversationState(ContactDraft(NO_ID, NOON))


@pytest.fixture
def shown(qtbot):
    """Show a widget in the active window; with `inside` in one that stays when the widget hides itself."""

    def show(widget, *, inside=False):
        window = QWidget() if inside else widget
        if inside:
            QVBoxLayout(window).addWidget(widget)
        qtbot.addWidget(window)
        window.resize(window.size())
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        window.own = widget
        return widget

    return show


@pytest.fixture
def met(office):
    """Save a caller with a past: ``met("张三")`` gives the id; further words are fields of the contact."""
    from app.models.contacts import Outcome
    from app.services import callers, contacts
    from tests.desk import draft

    def meet(name="张三", outcome=Outcome.ANSWERED, **values):
        number = str(values.get("number", "138 1234 5678"))
        known = [one.id for one in office.ask(callers.by_number, number).callers if one.name == name]
        given = draft(caller_name=name, caller=known[0] if known else None, **values)
        office.do(contacts.finalize, office.do(contacts.start, given).value, outcome)
        return next(one.id for one in office.ask(callers.by_number, number).callers if one.name == name)

    return meet
