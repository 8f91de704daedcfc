import pytest

from app.models.errors import AppError
from app.ui.kit.progress import Progress, Stopped


def test_steps_are_told_but_not_each_of_many(qtbot):
    progress = Progress()
    with qtbot.waitSignals([progress.moved]):
        progress.at(1, 1000, "reading")
    with qtbot.assertNotEmitted(progress.moved):
        progress.at(2, 1000)


def test_the_last_step_is_always_told(qtbot):
    progress = Progress()
    progress.at(999, 1000)
    with qtbot.waitSignal(progress.moved) as told:
        progress.at(1000, 1000, "done")
    assert told.args == [1000, 1000, "done"]


def test_a_canceled_job_stops_at_its_next_step(qapp):
    progress = Progress()
    progress.cancel()
    assert progress.cancelled
    with pytest.raises(Stopped):
        progress.at(1, 10)


def test_what_a_job_waits_for_is_ended_when_it_is_canceled(qapp):
    progress, ended = Progress(), list[str]()
    progress.heed()
    progress.then(lambda: ended.append("first"))
    assert ended == []
    progress.cancel()
    progress.cancel()
    progress.then(lambda: ended.append("late"))
    assert ended == ["first", "late"]
    with pytest.raises(Stopped):
        progress.heed()


def test_stopping_is_an_error_that_a_person_is_told_about():
    assert issubclass(Stopped, AppError)
