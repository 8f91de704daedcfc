"""The search stays fresh while somebody looks at it."""

import gc
from collections.abc import Iterator
from datetime import timedelta

import pytest

from app.services.office import Office, View
from app.services.script_imports import ScriptText, import_scripts
from app.services.script_search import Refreshed, ScriptSearch
from app.ui.kit import garbage
from app.ui.kit.executors import InlineExecutor
from app.ui.kit.jobs import Jobs
from app.ui.parts.library_watch import MANY, SHARED, LibraryWatch
from tests.desk import NOON, sign_in
from tests.fakes import FakeClock

TEXT = """---
id: a-1
title: {{zh: 几点开门, en: Opening hours}}
effective_from: {since}
review_on: 2030-01-01
sources: [{{doc: Rule}}]
---
## zh
8点。
## en
At 8.
"""


@pytest.fixture
def jobs(office: Office, qapp) -> Iterator[Jobs]:
    sign_in(office, "chen")
    found = Jobs(office, executor=InlineExecutor())
    yield found
    found.close()


def found(jobs: Jobs, watch: LibraryWatch) -> list[str]:
    return [hit.key for hit in jobs.office.ask(watch.search.query, text="opening", language="en")]


def test_a_change_of_scripts_is_found_at_once(jobs: Jobs, qtbot) -> None:
    watch = LibraryWatch(jobs)
    assert found(jobs, watch) == []
    text = ScriptText("a.md", TEXT.format(since="null"))
    with qtbot.waitSignal(watch.refreshed):
        jobs.do(import_scripts, sources=[text], publish=True)
    assert found(jobs, watch) == ["a-1"]


def test_a_script_is_found_from_the_moment_it_is_valid(jobs: Jobs, clock: FakeClock) -> None:
    watch = LibraryWatch(jobs)
    text = ScriptText("a.md", TEXT.format(since=(NOON + timedelta(hours=1)).isoformat()))
    jobs.do(import_scripts, sources=[text], publish=True)
    assert found(jobs, watch) == []
    clock.advance(timedelta(hours=2))
    jobs.ticked.emit(clock.now())
    assert found(jobs, watch) == ["a-1"]


def test_the_search_of_the_whole_window_is_used_where_there_is_one(jobs: Jobs, office: Office) -> None:
    shared = ScriptSearch()
    office.outside[SHARED] = shared
    assert LibraryWatch(jobs).search is shared


class _Filled(ScriptSearch):
    """A search of which each refresh says that it has put in so many scripts."""

    def __init__(self, put: int) -> None:
        super().__init__()
        self._put = put

    def refresh(self, view: View) -> Refreshed:
        super().refresh(view)
        return Refreshed(self._put, 0, self._put)


@pytest.mark.parametrize(("put", "is_left_out"), [(MANY, True), (MANY - 1, False)])
def test_no_round_for_garbage_looks_through_a_large_library(
    jobs: Jobs, office: Office, put: int, is_left_out: bool
) -> None:
    garbage.look_everywhere()
    office.outside[SHARED] = _Filled(put)
    LibraryWatch(jobs)
    assert (gc.get_freeze_count() > 0) == is_left_out
    garbage.look_everywhere()


def test_a_library_that_comes_while_a_start_is_waited_for_begins_no_rounds(jobs: Jobs, office: Office) -> None:
    garbage.wait()
    office.outside[SHARED] = _Filled(MANY)
    LibraryWatch(jobs)
    assert not gc.isenabled()
    garbage.look_everywhere()
