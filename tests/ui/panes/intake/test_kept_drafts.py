import pytest

from app.models.contacts import ContactDraft
from app.services import contacts, drafts
from app.ui.kit import languages
from app.ui.panes.intake.conversation_state import NO_ID
from app.ui.panes.intake.kept_drafts import MOST_OPENED, KeptDrafts
from tests.desk import NOON


@pytest.fixture
def kept(jobs, shown):
    return shown(KeptDrafts(jobs), inside=True)


def left_behind(office, count):
    """Return so many drafts, numbered from the oldest."""
    return [office.do(contacts.start, ContactDraft(NO_ID, NOON, summary=f"matter {one}")).value for one in range(count)]


def summaries(found):
    return [one.summary for one in found]


def test_the_newest_are_opened_and_all_others_wait(kept, office):
    opened = kept.sort_out(left_behind(office, 8), set())
    assert summaries(opened) == ["matter 5", "matter 6", "matter 7"]
    assert len(opened) == MOST_OPENED
    assert summaries(kept.waiting) == [f"matter {one}" for one in (4, 3, 2, 1, 0)]
    assert kept.text() == "Drafts: 5"
    assert len(office.ask(drafts.mine)) == 8


def test_a_few_leave_nothing_to_wait(kept, office):
    assert len(kept.sort_out(left_behind(office, 2), set())) == 2
    assert not kept.isVisible()
    kept.open_menu()
    assert not kept.menu().isVisible()


def test_what_is_open_or_waits_already_is_not_offered_twice(kept, office):
    left = left_behind(office, 5)
    assert summaries(kept.sort_out(left, {left[4].id})) == ["matter 1", "matter 2", "matter 3"]
    assert kept.sort_out(left, {one.id for one in left[1:]}) == []


def test_what_holds_nothing_is_thrown_away(kept, office):
    empty = office.do(contacts.start, ContactDraft(NO_ID, NOON)).value
    assert kept.sort_out([empty], set()) == []
    assert office.ask(drafts.mine) == []


def test_one_is_chosen_from_the_menu_and_given_out_once(kept, office, qtbot):
    kept.sort_out(left_behind(office, 5), set())
    kept.open_menu()
    actions = kept.menu().actions()
    assert [one.text() for one in actions] == ["today 12:00  matter 1", "today 12:00  matter 0"]
    with qtbot.waitSignal(kept.wanted) as given:
        actions[1].trigger()
    kept.menu().close()
    assert given.args[0].summary == "matter 0"
    with qtbot.assertNotEmitted(kept.wanted):
        kept.take(given.args[0].id)
    assert summaries(kept.waiting) == ["matter 1"]


def test_it_speaks_chinese(kept, office, qtbot):
    kept.sort_out(left_behind(office, 4), set())
    languages.of_app().use("zh_CN")
    qtbot.waitUntil(lambda: kept.text() == "草稿：1")
    languages.of_app().use("en")
