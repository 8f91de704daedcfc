import pytest
from PySide6.QtWidgets import QWidget

from app.models.callers import FlagCode
from app.models.errors import NothingToUndo, UndoNever
from app.services import callers
from app.ui.panes.intake.what_stands import WhatStands


@pytest.fixture
def pane(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.inner = QWidget(made)
    return made


@pytest.fixture
def stands(jobs, pane):
    return WhatStands(jobs, pane)


def _flag(jobs, met, initiator):
    jobs.do(callers.flag, initiator=initiator, caller_id=met("张三"), code=FlagCode.VIP)


def test_before_anything_was_done_there_is_nothing_to_undo(stands):
    assert isinstance(stands.why(), NothingToUndo)


def test_a_record_that_was_written_from_the_pane_stays(stands, pane, jobs, met):
    _flag(jobs, met, pane.inner)
    assert isinstance(stands.why(), UndoNever)


def test_what_others_write_says_nothing_about_this_pane(stands, jobs, met):
    _flag(jobs, met, None)
    assert isinstance(stands.why(), NothingToUndo)


def test_after_something_that_could_be_taken_back_there_is_nothing_more(stands, pane, jobs, met):
    _flag(jobs, met, pane.inner)
    stands.forget()
    assert isinstance(stands.why(), NothingToUndo)
