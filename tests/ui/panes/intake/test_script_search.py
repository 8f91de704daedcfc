from datetime import timedelta

import pytest
from PySide6.QtCore import QObject

from app.models.changes import Changes, Touched
from app.services import script_imports
from app.services.script_search import ScriptSearch
from app.ui.panes.intake.script_search import SHARED, LibraryWatch
from tests.desk import NOON, sign_in

SCRIPT = """---
id: flu-who
version: 1
title: {zh: 谁该打流感疫苗, en: Who needs the flu vaccine}
topic: consult/immunization/flu
owner: chen
state: approved
sources: [{doc: County 8}]
---
## zh
### say
六个月以上都可以打。
## en
### say
Everybody over six months.
"""


class Notes(QObject):
    count = 0

    def take(self):
        self.count += 1


@pytest.fixture
def watch(jobs):
    return LibraryWatch(jobs)


def test_a_library_of_its_own_finds_what_was_imported_and_says_so(watch, jobs, office):
    notes = Notes()
    watch.refreshed.connect(notes.take)
    sign_in(office, "chen")
    sources = [script_imports.ScriptText("flu.md", SCRIPT)]
    jobs.do(script_imports.import_scripts, initiator=watch, sources=sources, publish=True)
    found = office.ask(watch.library.query, text="flu", language="en")
    assert [hit.key for hit in found] == ["flu-who"]
    assert notes.count == 1


def test_a_library_that_the_world_hands_over_is_shared(office, jobs):
    shared = office.outside[SHARED] = ScriptSearch()
    assert LibraryWatch(jobs).library is shared


def test_changes_of_other_things_do_not_refresh(watch, jobs):
    notes = Notes()
    watch.refreshed.connect(notes.take)
    jobs.changed.emit(Changes((Touched("contact", b"1", b"2", True, {}),)), None)
    assert notes.count == 0


def test_the_index_is_refreshed_when_a_script_becomes_valid(watch, jobs):
    notes = Notes()
    watch.refreshed.connect(notes.take)
    watch.library.stale_at = NOON + timedelta(minutes=1)
    jobs.ticked.emit(NOON)
    assert notes.count == 0
    jobs.ticked.emit(NOON + timedelta(minutes=1))
    assert notes.count == 1
