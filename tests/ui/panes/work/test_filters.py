import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from app.services.worklists import Listing
from app.ui.kit import languages
from app.ui.kit.jobs import Jobs
from app.ui.panes.work.filters import FilterBar, suggest_categories


@pytest.fixture
def bar(jobs: Jobs, work, qtbot) -> FilterBar:
    made = FilterBar(jobs)
    qtbot.addWidget(made)
    made.resize(1000, 100)
    made.show()
    return made


def _choose(bar: FilterBar, name: str, code: str) -> None:
    choice = bar._choices[name]
    choice.set_value(code)
    choice.activated.emit(choice.currentIndex())


def test_each_key_asks_anew(bar: FilterBar, qtbot) -> None:
    heard = []
    bar.changed.connect(heard.append)
    qtbot.keyClicks(bar.search, "hpv")
    assert [one.text for one in heard] == ["h", "hp", "hpv"]


def test_what_an_input_method_composes_is_searched_too(bar: FilterBar, qtbot) -> None:
    with qtbot.waitSignal(bar.changed) as changed:
        QApplication.sendEvent(bar.search, QInputMethodEvent("yi'miao", []))
    assert changed.args[0].text == "yimiao"


def test_switches_and_choices_become_a_listing(bar: FilterBar, qtbot) -> None:
    qtbot.mouseClick(bar.mine, Qt.MouseButton.LeftButton)
    _choose(bar, "state", "returned")
    _choose(bar, "channel", "email")
    assert bar.listing == Listing(mine=False, state="returned", channel="email")
    assert bar.more.text() == "Filters (2)"


def test_a_due_filter_orders_by_due_time(bar: FilterBar) -> None:
    _choose(bar, "due", "overdue")
    assert bar.listing == Listing(due="overdue", order="due")
    assert bar._choices["order"].value() == "due"


def test_category_and_unit_are_typed(bar: FilterBar, qtbot) -> None:
    bar.more.setChecked(True)
    qtbot.keyClicks(bar.category, "complaint")
    qtbot.keyClick(bar.category, Qt.Key.Key_Return)
    qtbot.keyClicks(bar.unit, "xrmyy")
    qtbot.keyClick(bar.unit, Qt.Key.Key_Return)
    assert (bar.listing.category, bar.listing.unit) == ("complaint", "H01")
    bar.unit.clear()
    assert bar.listing.unit == ""
    qtbot.keyClick(bar.unit, Qt.Key.Key_Escape)


def test_filters_that_are_shown_say_nothing_and_can_be_cleared(bar: FilterBar, qtbot) -> None:
    with qtbot.assertNotEmitted(bar.changed):
        bar.show_listing(Listing(text="hpv", unit="H01", category="complaint", mine=False))
    assert (bar.search.text(), bar.unit.text(), bar.category.text()) == ("hpv", "County Hospital", "Complaint")
    with qtbot.waitSignal(bar.changed) as changed:
        bar._clear.click()
    assert changed.args == [Listing()]


def test_the_language_changes_words_and_keeps_choices(bar: FilterBar) -> None:
    _choose(bar, "state", "returned")
    languages.of_app().use("zh_CN")
    bar.retranslate()
    assert bar._choices["state"].currentText() == "已退回"
    assert bar.listing.state == "returned"
    languages.of_app().use("en")


def test_suggested_categories_say_where_they_stand(jobs: Jobs) -> None:
    found = suggest_categories("hpv")
    assert (found[0].key, found[0].hint) == ("consult.immunization.hpv", "Policy consultation › Immunization")


@pytest.mark.parametrize(("width", "beside"), [(1000, True), (480, False)])
def test_a_narrow_bar_gives_the_search_its_own_line(bar: FilterBar, width: int, beside: bool) -> None:
    bar.resize(width, 200)
    bar.layout().activate()
    assert (bar.search.geometry().bottom() < bar.mine.geometry().top()) is not beside


def test_an_owner_stands_before_mine(bar: FilterBar) -> None:
    bar.show_people({"ab": "Li", "cd": "Wang"})
    _choose(bar, "owner", "ab")
    assert (bar.listing.owner, bar.mine.isEnabled()) == ("ab", False)
    bar.clear()
    assert (bar.listing.owner, bar.mine.isEnabled()) == ("", True)


def test_an_area_is_one_of_the_directory_or_any_that_is_typed(bar: FilterBar, qtbot) -> None:
    bar.more.setChecked(True)
    qtbot.keyClicks(bar.area, "North end")
    qtbot.keyClick(bar.area, Qt.Key.Key_Return)
    assert bar.listing.area == "North end"
    assert bar.more.text() == "Filters (1)"


def test_the_best_match_can_be_asked_for(bar: FilterBar) -> None:
    _choose(bar, "order", "best")
    assert bar.listing.order == "best"


def test_a_view_sets_every_filter(bar: FilterBar, qtbot) -> None:
    view = Listing(mine=False, area="North end", urgency="high")
    with qtbot.waitSignal(bar.changed) as changed:
        bar.views.chosen.emit(view)
    assert changed.args == [view]
    assert (bar.area.text(), bar._choices["urgency"].value()) == ("North end", "high")
