"""The library is shown at once, and again when its contents were read."""

import pytest

from app.services import script_shelf
from app.services.office import Office
from app.services.script_imports import ScriptText, import_scripts
from app.ui.panes.scripts.asking import Shelf
from app.ui.panes.scripts.shelf_keeper import ShelfKeeper
from tests.ui.panes.scripts.conftest import text_of


@pytest.fixture
def keeper(jobs, office: Office) -> ShelfKeeper:
    tagged = text_of("mask", "口罩", "Masks", "consult").replace("urgent:", "tags: [winter, air]\nurgent:", 1)
    due = text_of("late", "迟了", "Late", "consult").replace("2030-01-01", "2026-01-02")
    office.do(import_scripts, [ScriptText("a.md", tagged), ScriptText("b.md", due)], publish=True)
    return ShelfKeeper(jobs, jobs)


def taken(keeper: ShelfKeeper) -> list[Shelf]:
    found: list[Shelf] = []
    keeper.taken.connect(found.append)
    return found


def test_tags_and_due_reviews_follow_the_tree(keeper: ShelfKeeper) -> None:
    found = taken(keeper)
    keeper.refresh()
    assert [one.tags for one in found] == [(), (("air", 1), ("winter", 1))]
    assert [one.lines["late"].standing.value for one in found] == ["live", "review_due"]
    keeper.refresh()
    assert len(found) == 3


def test_a_tag_leaves_what_carries_it_until_the_next_person(keeper: ShelfKeeper) -> None:
    keeper.refresh()
    found = taken(keeper)
    keeper.choose_tag("winter")
    keeper.choose_tag("winter")
    assert [(one.outline.scripts, one.only, one.tag) for one in found] == [(1, {"mask"}, "winter")]
    assert len(found[0].lines) == 8
    keeper.choose_tag("nowhere")
    assert (found[1].outline.scripts, found[1].tag) == (8, "")
    keeper.choose_tag("air")
    keeper.forget()
    keeper.refresh()
    assert found[-1].only is None


def test_nobody_is_refused_in_words(keeper: ShelfKeeper, office: Office, qtbot) -> None:
    office.sign_in(None)
    with qtbot.waitSignal(keeper.refused):
        keeper.refresh()
    assert callable(script_shelf.marks)
