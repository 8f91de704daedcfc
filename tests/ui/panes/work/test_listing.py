from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from app.models.changes import Changes, Touched
from app.models.contacts import Outcome
from app.models.inquiries import State
from app.services import contacts, inquiries, worklists
from app.services.office import Office
from app.services.worklists import Listing
from app.ui.kit import languages, theme
from app.ui.kit.jobs import Jobs
from app.ui.panes.work.listing import InquiryList
from app.ui.panes.work.words import Words
from tests.desk import NOON, draft, sign_in


@pytest.fixture
def listing(office: Office, jobs: Jobs, work, words: Words, qtbot) -> InquiryList:
    made = InquiryList(jobs, words)
    qtbot.addWidget(made)
    made.show_desk(office.ask(worklists.desk))
    made.resize(1400, 600)
    made.show()
    made.reload()
    return made


def _shown(listing: InquiryList) -> list[str | None]:
    return [line.row.summary for line in listing.model.lines()]


def test_typing_narrows_the_list(listing: InquiryList, qtbot) -> None:
    qtbot.keyClicks(listing.filters.search, "tonight")
    assert _shown(listing) == ["Tonight"]
    assert listing._count.text() == "1 inquiry · Enter opens, Space marks, F1 shows every key"


def test_enter_opens_and_arrows_choose(listing: InquiryList, work, qtbot) -> None:
    listing.focus_list()
    with qtbot.waitSignal(listing.picked) as picked:
        qtbot.keyClick(listing.view, Qt.Key.Key_Down)
    with qtbot.waitSignal(listing.opened) as opened:
        qtbot.keyClick(listing.view, Qt.Key.Key_Return)
    assert picked.args == opened.args == [work["Next week"]]


def test_an_empty_list_says_what_to_do(listing: InquiryList) -> None:
    listing.show_listing(Listing(text="zzz"))
    assert listing._empty.accessibleName().startswith("No inquiry fits")
    listing._empty.acted.emit()
    assert len(_shown(listing)) == 5


def test_an_empty_desk_leads_to_everyones_work(office: Office, listing: InquiryList) -> None:
    sign_in(office, "li")
    listing.show_listing(Listing())
    assert listing._empty.accessibleName().startswith("Nothing waits")
    listing._empty.acted.emit()
    assert len(_shown(listing)) == 5


def test_what_is_saved_elsewhere_changes_its_line_and_a_new_one_appears(
    office: Office, listing: InquiryList, work
) -> None:
    listing.view.select(3)
    listing.follow(office.do(inquiries.move, work["Tonight"], State.ACCEPTED).changes)
    assert listing.model.lines()[3].row.state is State.ACCEPTED
    opened = office.do(contacts.start, draft(summary="Brand new", unit="H01", due_at=NOON + timedelta(hours=1))).value
    listing.follow(office.do(contacts.finalize, opened, Outcome.DISPATCH).changes)
    assert _shown(listing)[0] == "Brand new"
    assert listing.view.row().row.id == work["Tonight"]


def test_changes_of_which_not_all_are_told_are_asked_for(office: Office, listing: InquiryList, work) -> None:
    done = office.do(inquiries.move, work["Tonight"], State.ACCEPTED)
    elsewhere = Touched("inquiry", b"1" * 16, b"2" * 16, False, {"deleted_at": None})
    listing.follow(Changes((elsewhere,)))
    states = [line.row.state for line in listing.model.lines() if line.row.id == work["Tonight"]]
    assert states != [State.ACCEPTED]
    listing.follow(Changes((elsewhere,), whole=False))
    states = [line.row.state for line in listing.model.lines() if line.row.id == work["Tonight"]]
    assert (states, done.changes.whole) == ([State.ACCEPTED], True)


def test_what_came_while_it_was_hidden_is_asked_for_when_it_is_shown(office: Office, listing: InquiryList) -> None:
    listing.hide()
    opened = office.do(contacts.start, draft(summary="Brand new", unit="H01", due_at=NOON)).value
    listing.follow(office.do(contacts.finalize, opened, Outcome.DISPATCH).changes)
    assert "Brand new" not in _shown(listing)
    listing.show()
    assert "Brand new" in _shown(listing)


def test_a_header_click_orders_by_due_and_by_opening(listing: InquiryList) -> None:
    names = [column.name for column in listing.model.columns]
    listing.view.horizontalHeader().sectionClicked.emit(names.index("due"))
    assert (_shown(listing)[0], listing.listing.order) == ("Late", "due")
    listing.view.horizontalHeader().sectionClicked.emit(names.index("opened"))
    assert (_shown(listing)[0], listing.listing.order) == ("Late", "oldest")


@pytest.mark.parametrize(
    ("width", "hidden"), [(1700, set()), (560, {"owner", "unit", "opened", "channel", "category"})]
)
def test_columns_give_way_to_the_summary(listing: InquiryList, width: int, hidden: set[str]) -> None:
    listing.resize(width, 500)
    names = [column.name for column in listing.model.columns]
    found = {name for place, name in enumerate(names) if listing.view.isColumnHidden(place)}
    assert hidden <= found
    assert not found & {"state", "due", "summary"}
    assert bool(found) == bool(hidden)


def test_clocks_have_what_the_summary_can_spare_unless_somebody_chose_a_width(listing: InquiryList) -> None:
    header, due = listing.view.horizontalHeader(), [column.name for column in listing.model.columns].index("due")
    listing.resize(1900, 500)
    assert header.sectionSize(due) == 320
    listing.resize(1172, 500)  # beside the rail of a window of 1280 pixels
    assert header.sectionSize(due) == 320
    assert not listing.view.isColumnHidden([column.name for column in listing.model.columns].index("category"))
    languages.of_app().use("zh_CN")
    listing.retranslate()
    assert 264 <= header.sectionSize(due) <= 304
    languages.of_app().use("en")
    listing.retranslate()
    listing.resize(1900, 500)
    assert header.sectionSize(due) == 320
    languages.of_app().use("zh_CN")
    listing.retranslate()
    assert header.sectionSize(due) == 304
    header.resizeSection(due, 150)
    listing.resize(1901, 500)
    assert header.sectionSize(due) == 150


def test_names_of_categories_and_units_have_a_share_of_what_the_summary_can_spare(listing: InquiryList) -> None:
    names = [column.name for column in listing.model.columns]
    header, category, unit = listing.view.horizontalHeader(), names.index("category"), names.index("unit")
    least = [listing.model.columns[place].width for place in (category, unit)]
    listing.resize(1172, 500)
    assert header.sectionSize(category) < least[0] + 72
    listing.resize(2400, 500)
    assert [header.sectionSize(place) for place in (category, unit)] == [least[0] + 72, least[1] + 112]
    header.resizeSection(unit, 100)
    listing.resize(2401, 500)
    assert header.sectionSize(unit) == 100


def test_clocks_whose_width_nobody_chose_follow_the_language_after_a_change_of_text_size(listing: InquiryList) -> None:
    header, due = listing.view.horizontalHeader(), [column.name for column in listing.model.columns].index("due")
    try:
        listing.resize(1900, 500)
        theme.of_app().apply(text_size="large")
        in_english = header.sectionSize(due)
        languages.of_app().use("zh_CN")
        listing.retranslate()
        assert header.sectionSize(due) < in_english
        languages.of_app().use("en")
        listing.retranslate()
        assert header.sectionSize(due) == in_english
        header.resizeSection(due, 190)
    finally:
        languages.of_app().use("en")
        theme.of_app().apply(text_size="normal")
    chosen = header.sectionSize(due)
    listing.resize(1901, 500)
    assert header.sectionSize(due) == chosen


def test_an_inquiry_is_marked_as_soon_as_it_is_loaded(listing: InquiryList, work) -> None:
    listing.show_listing(Listing(text="tonight"))
    listing.select(work["Late"])
    listing.model.show_listing(Listing())
    assert listing.view.row().row.id == work["Late"]
