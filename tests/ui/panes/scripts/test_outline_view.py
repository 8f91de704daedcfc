"""The tree on the screen."""

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt

from app.services.office import Office
from app.services.scripts import flag
from app.ui.kit import languages, theme
from app.ui.panes.scripts import asking
from app.ui.panes.scripts.outline import SCRIPT, Outline
from app.ui.panes.scripts.outline_view import OutlineView, chips_of


@pytest.fixture
def outline(jobs, office: Office) -> Outline:
    return office.ask(asking.shelf, language="en").outline


@pytest.fixture
def view(outline: Outline, qtbot) -> OutlineView:
    made = OutlineView("test.tree")
    qtbot.addWidget(made)
    made.resize(300, 500)
    made.show_outline(outline)
    made.show()
    return made


def shown(view: OutlineView, above: QModelIndex | None = None) -> list[str]:
    found: list[str] = []
    for row in range(view.rows.rowCount(above)):
        index = view.rows.index(row, 0, above)
        found.append(index.data())
        if view.isExpanded(index):
            found += shown(view, index)
    return found


def test_a_small_library_is_shown_open_but_for_what_has_ended(view: OutlineView) -> None:
    assert shown(view) == [
        "Urgent",
        "Bitten by a dog",
        "Policy consultation › Immunization",
        "Who needs the flu vaccine",
        "Ages for the HPV vaccine",
        "Bitten by a dog",
        "Appointment",
        "How to book",
        "Without a topic",
        "Without a place",
        "No longer valid",
    ]


def test_the_model_keeps_the_rules_of_models(view: OutlineView, qtmodeltester) -> None:
    qtmodeltester.check(view.rows)


def test_moving_previews_and_enter_opens(view: OutlineView, qtbot) -> None:
    view.choose("flu")
    with qtbot.waitSignal(view.picked) as picked:
        qtbot.keyClick(view, Qt.Key.Key_Down)
    with qtbot.waitSignal(view.opened) as opened:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert (picked.args, opened.args) == (["hpv"], ["hpv"])


def test_enter_or_a_click_opens_and_closes_a_topic(view: OutlineView, qtbot) -> None:
    topic = view.rows.index(1, 0)
    view.setCurrentIndex(topic)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert not view.isExpanded(topic)
    place = view.visualRect(topic).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    assert view.isExpanded(topic)


def test_choosing_is_silent_and_opens_the_topics_above(view: OutlineView, qtbot) -> None:
    with qtbot.assertNotEmitted(view.picked):
        view.choose("old")
    assert view.key() == "old"
    assert view.isExpanded(view.currentIndex().parent())
    view.choose("nothing")
    assert view.key() == ""


def test_what_was_open_and_chosen_stays_so(view: OutlineView, outline: Outline) -> None:
    view.collapse(view.rows.index(1, 0))
    view.choose("booking")
    view.show_outline(outline)
    assert not view.isExpanded(view.rows.index(1, 0))
    assert view.isExpanded(view.rows.index(2, 0))
    assert view.key() == "booking"


def test_chips_tell_what_is_unusual(jobs, office: Office, change) -> None:
    office.do(flag, "flu", 1, note="Wrong")
    change("hpv", publish=False)
    nodes = office.ask(asking.shelf, language="en").outline.nodes
    chips = {node.key: list(chips_of(node)) for node in nodes if node.kind == SCRIPT}
    assert chips["booking"] == []
    assert chips["hpv"] == [("Draft", "warning")]
    assert chips["flu"] == [("⚑ 1", "danger")]
    assert chips["old"] == [("Expired", "")]


def test_groups_are_named_in_the_language_of_the_window(view: OutlineView, qtbot) -> None:
    languages.of_app().use("zh_CN")
    qtbot.waitUntil(lambda: view.rows.index(0, 0).data() == "紧急")


def test_a_screen_reader_hears_what_is_unusual(view: OutlineView) -> None:
    view.choose("old")
    said = view.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "The old rule, Expired"


def test_the_tree_is_painted(view: OutlineView) -> None:
    view.choose("old")
    assert not view.grab().toImage().isNull()


def test_the_count_of_a_topic_is_painted_as_what_can_be_read_not_as_what_is_switched_off(view: OutlineView) -> None:
    row = view.visualRect(view.rows.index(1, 0))
    image = view.viewport().grab(row.adjusted(row.width() - 30, 2, 0, -2)).toImage()
    inks = {image.pixelColor(x, y).lightness() for x in range(image.width()) for y in range(image.height())}
    assert min(inks) < theme.of_app().color("faint").lightness()
