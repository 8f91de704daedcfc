"""The top of the editor."""

from datetime import timedelta, timezone

import pytest

from app.ui.panes.scripts.editor.head import EditorHead
from tests.desk import NOON


@pytest.fixture
def head(bare_jobs, qtbot) -> EditorHead:
    made = EditorHead(timezone(timedelta(hours=8)))
    qtbot.addWidget(made)
    return made


def test_a_title_says_after_which_version_it_comes(head: EditorHead) -> None:
    assert head._name.text() == "New script"
    head.show_title("Ages", 3)
    assert head._name.text() == "Ages · next draft after version 3"
    head.show_title("Ages", None)
    assert head._name.text() == "Ages"


def test_it_says_kept_only_with_the_time_of_the_commit(head: EditorHead) -> None:
    assert head.state == "Nothing changed yet"
    head.show_kept(None, pending=True)
    assert head.state == "Not kept yet…"
    head.show_kept(NOON, pending=False)
    assert head.state == f"Kept on this computer at {NOON.astimezone(timezone(timedelta(hours=8))):%H:%M:%S}"


def test_it_says_what_keeps_the_script_from_review(head: EditorHead) -> None:
    head.show_reason(0, unreadable=False)
    assert head.reason == ""
    head.show_reason(0, unreadable=True)
    assert head.reason == "The text cannot be read as a script yet."
    head.show_reason(2, unreadable=False)
    assert head.reason.startswith("2 error")
