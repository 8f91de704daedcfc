from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtWidgets import QLabel

from app.models.inquiries import State
from app.services import inquiries, inquiry_steps, worklists
from app.services.office import Office
from app.ui.kit import languages
from app.ui.panes.work.header import Header
from app.ui.panes.work.words import Words
from tests.desk import NOON, sign_in

SHANGHAI = ZoneInfo("Asia/Shanghai")


@pytest.fixture
def header(words: Words, qtbot) -> Header:
    made = Header(words)
    qtbot.addWidget(made)
    made.resize(600, 300)
    made.show()
    return made


def _texts(header: Header) -> set[str]:
    return {label.text() for label in header.findChildren(QLabel) if label.isVisible() and label.text()}


def _show(header: Header, office: Office, inquiry: bytes) -> None:
    header.show_dossier(office.ask(worklists.dossier, inquiry), NOON, SHANGHAI)


def test_how_often_it_came_back_stands_beside_the_state(header: Header, office: Office, work) -> None:
    _show(header, office, work["Late"])
    assert not header._bounces.isVisible()
    office.do(inquiries.move, work["Late"], State.RETURNED, reason="wrong_area")
    _show(header, office, work["Late"])
    assert {"Returned", "Returned 1×"} <= _texts(header)


def test_an_inquiry_is_known_at_a_glance(header: Header, office: Office, work) -> None:
    _show(header, office, work["Late"])
    found = _texts(header)
    assert {"Late", "Dispatched", "Was due today 10:00, 2 h late", "张三", "138 1234 5678", "County Hospital"} <= found
    assert "Area" not in found
    assert "Normal" not in found


def test_the_path_of_a_category_has_a_line_of_its_own(header: Header, office: Office, work) -> None:
    _show(header, office, work["Late"])
    path, caller, unit = (header._values[name] for name in ("category", "caller", "unit"))
    assert path.y() < caller.y() == unit.y()
    assert path.width() > caller.width() + unit.width()


def test_a_closed_one_says_when_it_was_closed(header: Header, office: Office, work) -> None:
    office.do(inquiries.move, work["Late"], State.CLOSED, note="Told")
    _show(header, office, work["Late"])
    assert {"Closed", "Closed today 12:00"} <= _texts(header)


def test_an_extended_one_says_both_due_times(header: Header, office: Office, work) -> None:
    office.do(inquiry_steps.take, work["Tonight"], "ask_extension", days=2, basis="Art. 12", reason="Experts")
    sign_in(office, "li")
    office.do(inquiry_steps.take, work["Tonight"], "approve_extension", days=2, told_at=NOON)
    _show(header, office, work["Tonight"])
    assert "Due Wed 17:00, 2 d 5 h left; first promised for today 17:30" in _texts(header)


def test_time_goes_on_and_the_facts_can_make_room(header: Header, office: Office, work) -> None:
    _show(header, office, work["Late"])
    header.refresh(NOON + timedelta(hours=1))
    assert "Was due today 10:00, 3 h late" in _texts(header)
    header.show_facts(False)
    assert "张三" not in _texts(header)


def test_it_speaks_the_language_of_the_window(header: Header, office: Office, work) -> None:
    languages.of_app().use("zh_CN")
    _show(header, office, work["Late"])
    header.retranslate()
    assert {"已派单", "县人民医院", "来电人"} <= _texts(header)
    languages.of_app().use("en")
