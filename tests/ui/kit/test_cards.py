import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from app.ui.kit.cards import Card, CollapsibleSection, EmptyState, SectionHeader
from tests.windows import put_up


def test_a_card_without_a_title_has_no_header(qtbot):
    card = Card()
    qtbot.addWidget(card)
    assert card.header.isHidden()
    card.set_title("Caller")
    assert not card.header.isHidden()
    assert card.header.title() == "Caller"


def test_a_card_holds_what_is_added_to_its_body(qtbot):
    card = Card("Caller")
    qtbot.addWidget(card)
    label = QLabel("Li")
    card.body.addWidget(label)
    assert label.parent() is card


def test_a_header_takes_small_widgets(qtbot):
    header = SectionHeader("History")
    qtbot.addWidget(header)
    chip = QLabel("3")
    header.add(chip)
    header.set_title("Past")
    assert chip.parent() is header
    assert header.title() == "Past"


@pytest.fixture
def section(qtbot):
    section = CollapsibleSection("Past contacts", "past", opened=False)
    section.body.addWidget(QLabel("inside"))
    qtbot.addWidget(section)
    section.show()
    return section


def test_a_section_opens_by_key_and_says_so(qtbot, section):
    button = section.findChild(QPushButton, "past.toggle")
    with qtbot.waitSignal(section.toggled) as told:
        qtbot.keyClick(button, Qt.Key.Key_Space)
    assert told.args == [True]
    assert section.is_open()
    assert section.findChild(QLabel).isVisible()


def test_a_section_can_be_closed_by_its_pane(section):
    section.set_open(True)
    section.set_open(False)
    assert not section.is_open()
    assert not section.findChild(QLabel).isVisible()


def test_an_empty_state_says_what_to_do_and_does_it(qtbot):
    empty = EmptyState("work.empty", "work")
    qtbot.addWidget(empty)
    empty.show_text("Nothing waits", "Press F5 to look again", "Look again")
    with qtbot.waitSignal(empty.acted):
        empty.findChild(QPushButton, "work.empty.act").click()
    assert empty.accessibleName() == "Nothing waits Press F5 to look again"


def test_an_empty_state_without_a_button_shows_none(qtbot):
    empty = EmptyState("work.empty")
    qtbot.addWidget(empty)
    empty.show_text("Nothing waits")
    assert empty.findChild(QPushButton).isHidden()


def test_a_long_hint_makes_the_empty_state_higher_not_wider(qtbot):
    empty = EmptyState("work.empty")
    qtbot.addWidget(empty)
    empty.show_text("Nothing", "short")
    short = empty.sizeHint()
    empty.show_text("Nothing", "a hint that goes on " * 20)
    assert empty.sizeHint().width() == short.width()
    assert empty.sizeHint().height() > short.height()


def test_the_hint_of_an_empty_state_is_never_cut_in_a_wide_pane(qtbot):
    pane = QWidget()
    column = QVBoxLayout(pane)
    empty = EmptyState("empty", parent=pane)
    column.addWidget(empty, 0, Qt.AlignmentFlag.AlignHCenter)
    column.addStretch(1)
    empty.show_text("Nothing here", "Type a few characters, pinyin or letters. Fitting ones appear here by themselves.")
    pane.resize(1200, 600)
    qtbot.addWidget(pane)
    put_up(qtbot, pane)
    hint = empty.findChildren(QLabel)[2]
    assert hint.height() >= hint.heightForWidth(hint.width())


def test_an_empty_state_of_a_title_alone_has_the_room_of_its_title(qtbot):
    empty = EmptyState("nothing", "work")
    qtbot.addWidget(empty)
    empty.show_text("Being looked up")
    assert empty.sizeHint().height() > empty.fontMetrics().height()
