from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from app.models.changes import Changes, Touched
from app.models.contacts import Channel
from app.models.script_documents import Document, DocumentUnknown
from app.services import script_documents, scripts
from app.ui.panes.intake.script_page import ScriptPage
from tests.desk import NOON


@pytest.fixture
def page(jobs, state, library, clock, shown):
    made = ScriptPage(jobs, state, library, clock=clock.now)
    made.resize(380, 640)
    shown(made)
    made.open("hpv", query="hp", rank=2)
    return made


def test_given_stamps_version_language_query_rank_and_ticks(page, state, qtbot):
    with qtbot.waitSignal(page.given):
        page.give()
    page.reader.setFocus()
    qtbot.keyClick(page.reader, Qt.Key.Key_1)
    (stamp,) = state.draft.given
    assert (stamp.key, stamp.version, stamp.language, stamp.how) == ("hpv", 3, "en", "read")
    assert (stamp.query, stamp.rank, stamp.ticked, stamp.at) == ("hp", 2, ("k1",), NOON)


def test_given_once_more_takes_the_stamp_back(page, state):
    page.give()
    page.give()
    assert state.draft.given == ()


def test_ticks_before_given_are_stamped_too_and_a_second_look_shows_them(page, state, qtbot):
    qtbot.keyClick(page.reader, Qt.Key.Key_2)
    page.give()
    assert state.draft.given[0].ticked == ("k2",)
    page.open("flu", query=None, rank=1)
    page.open("hpv", query=None, rank=1)
    qtbot.keyClick(page.reader, Qt.Key.Key_2)
    assert state.draft.given[0].ticked == ()


def test_what_is_given_in_writing_is_stamped_as_sent(page, state):
    state.edit("channel", Channel.EMAIL)
    page.give()
    assert state.draft.given[0].how == "sent"


def test_language_words_caller_kind_and_placeholders_shape_the_reading(page, state, library, qtbot):
    state.edit("language", "zh_CN")
    page.open("hpv", query=None, rank=1)
    assert library.readings[-1].language == "zh_CN"
    qtbot.keyClick(page.reader, Qt.Key.Key_L)
    qtbot.keyClick(page.reader, Qt.Key.Key_P)
    page.reader.audience_chosen.emit("nurse")
    page.reader.placeholder_chosen.emit("clinic", "North")
    last = library.readings[-1]
    assert (last.language, last.plain, last.audience, last.values) == ("en", True, "nurse", {"clinic": "North"})


def test_a_script_withdrawn_while_it_is_open_is_shown_as_such_and_cannot_be_given(page, state, library, jobs, qtbot):
    library.standing = "withdrawn"
    jobs.changed.emit(Changes((Touched("script_event", b"1", b"2", True, {}),)), None)
    assert page.script.standing == "withdrawn"
    with qtbot.waitSignal(page.refused) as refused:
        page.give()
    assert refused.args == ["This answer was withdrawn: it is given to nobody any more."]
    assert state.draft.given == ()


def test_a_version_that_replaces_the_open_one_says_so_and_is_given_anew(page, state, library, jobs):
    page.give()
    library.version = 4
    jobs.changed.emit(Changes((Touched("script_event", b"1", b"2", True, {}),)), None)
    assert page.reader.warnings.shown[0].text.startswith("Version 4 has just replaced version 3")
    assert page.reader._given.isEnabled()
    page.give()
    assert [one.version for one in state.draft.given] == [3, 4]
    page.give()
    assert [one.version for one in state.draft.given] == [3]
    page.open("hpv", query=None, rank=1)
    assert page.reader.warnings.shown == ()


def test_a_version_that_counts_again_because_the_open_one_was_withdrawn_is_told_in_red(page, library, jobs, qtbot):
    library.version = 2
    with qtbot.assertNotEmitted(page.opened):
        jobs.changed.emit(Changes((Touched("script_event", b"1", b"2", True, {}),)), None)
    (told,) = page.reader.warnings.shown
    assert (told.tone, "Version 2 counts again" in told.text) == ("danger", True)


def test_what_is_read_instead_of_a_withdrawn_script_is_one_press_away(page, qtbot):
    page.reader.other_wanted.emit("flu")
    assert page.script.key == "flu"
    assert page.reader.hasFocus()


def test_a_flag_goes_to_those_who_write_scripts(page, qtbot, monkeypatch):
    flags = []

    def flag(_work, **said):
        flags.append(said)

    monkeypatch.setattr(scripts, "flag", flag)
    page.reader.flag_requested.emit()
    with qtbot.waitSignal(page.flagged):
        page._flag.flagged.emit("Out of date", "k1")
    assert flags == [{"key": "hpv", "version": 3, "note": "Out of date", "key_point": "k1"}]
    assert not page._flag.isVisible()


def test_a_forgotten_page_holds_nothing(page, state):
    page.forget()
    page.give()
    assert page.script is None
    assert state.draft.given == ()


def test_the_source_document_is_one_key_away(page, library, jobs, monkeypatch, qtbot):
    opened = []

    def open_copy(_view, sha256):
        opened.append(sha256)
        raise DocumentUnknown(sha256=sha256)

    monkeypatch.setattr(script_documents, "open_copy", open_copy)
    shown = replace(page.script, documents=(Document("ab", "rule.pdf", 10, NOON),))
    page.reader.show_script(shown)
    with qtbot.waitSignal(jobs.failed):
        qtbot.keyClick(page.reader, Qt.Key.Key_D)
    assert opened == ["ab"]
