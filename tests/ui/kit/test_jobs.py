from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from threading import Event, current_thread

import pytest
from PySide6.QtCore import QObject
from shiboken6 import Shiboken

from app.models.errors import AppError, RecordGone
from app.ui.kit import jobs as jobs_module
from app.ui.kit.executors import InlineExecutor
from app.ui.kit.jobs import Jobs, name_of

NOW = datetime(2026, 3, 5, 8, 30, tzinfo=UTC)


@dataclass
class Done:
    value: object
    changes: object


class Office:
    def do(self, command, **arguments):
        return Done(command(**arguments), ("rows of", command.__name__))

    def ask(self, question, **arguments):
        return question(**arguments)

    def seat(self):
        return self

    def let_between(self, called):
        self.between = called


class Seats(Office):
    """Tells a command who asked for it, where the command wants to know."""

    by = "wang"

    def seat(self):
        seated = Seats()
        seated.by = self.by
        return seated

    def do(self, command, **arguments):
        return Done(command(self.by) if command.__name__ == "append" else command(**arguments), ())


class Pane(QObject):
    """Notes what comes back and on which thread."""

    def __init__(self):
        super().__init__()
        self.answers, self.errors, self.ended, self.threads = [], [], 0, set()

    def take(self, answer):
        self.threads.add(current_thread().name)
        self.answers.append(answer)

    def refuse(self, error):
        self.errors.append(error)

    def end(self):
        self.ended += 1

    def stumble(self, _answer):
        raise ValueError("a value that must not be logged")


def double(number):
    return 2 * number


def gone(**_arguments):
    raise RecordGone(entity="contact", id=b"1")


def broken(words="a caller's words"):
    raise KeyError(words)


class Held:
    """Questions that wait until they are let go."""

    def __init__(self):
        self.go = Event()
        self.asked = []

    def ask(self, text):
        self.asked.append(text)
        self.go.wait(5)
        return text


@pytest.fixture
def pane(qapp):
    return Pane()


@pytest.fixture
def threaded(qapp):
    jobs = Jobs(Office())
    yield jobs
    jobs.close()


@pytest.fixture
def inline(qapp):
    return Jobs(Office(), executor=InlineExecutor(), version="1.2")


@pytest.fixture
def forgiving(qapp):
    return Jobs(Office(), executor=InlineExecutor(raise_faults=False), version="1.2")


def test_a_command_runs_off_the_ui_thread_and_its_value_comes_back_on_it(qtbot, threaded, pane):
    def where():
        return current_thread().name

    threaded.do(where, done=pane.take, ended=pane.end)
    qtbot.waitUntil(pane_has(pane, 1))
    assert pane.answers == ["jobs-writer"]
    assert pane.threads == {current_thread().name}
    assert (pane.ended, threaded.pending) == (1, 0)


def pane_has(pane, count):
    def check():
        return len(pane.answers) + len(pane.errors) >= count

    return check


def test_commands_run_one_after_the_other_in_their_order(qtbot, threaded, pane):
    for number in range(50):
        threaded.do(double, number=number, done=pane.take)
    qtbot.waitUntil(pane_has(pane, 50))
    assert pane.answers == [2 * number for number in range(50)]


def test_each_commit_is_told_with_its_changes_and_initiator(inline, pane, qtbot):
    with qtbot.waitSignal(inline.changed) as told:
        inline.do(double, number=1, done=pane.take)
    assert told.args == [("rows of", "double"), pane]


def test_a_question_tells_no_change(inline, pane, qtbot):
    with qtbot.assertNotEmitted(inline.changed):
        inline.ask(double, number=4, done=pane.take)
    assert pane.answers == [8]


def test_of_questions_with_one_key_only_the_newest_is_answered(qtbot, threaded, pane):
    held = Held()
    for text in ("a", "ab", "abc", "abcd"):
        threaded.ask(held.ask, key="search", text=text, done=pane.take)
    held.go.set()
    qtbot.waitUntil(pane_has(pane, 1))
    threaded.close()
    assert pane.answers == ["abcd"]
    assert "abc" not in held.asked


def test_a_superseded_question_that_fails_is_silent(qtbot, threaded, pane):
    held = Held()

    def slow_failure():
        held.go.wait(5)
        raise RecordGone(entity="contact", id=b"1")

    with qtbot.assertNotEmitted(threaded.failed):
        threaded.ask(slow_failure, key="search", failed=pane.refuse)
        threaded.ask(double, number=1, key="search", done=pane.take)
        held.go.set()
        qtbot.waitUntil(pane_has(pane, 1))
    assert (pane.answers, pane.errors) == ([2], [])


def test_two_panes_may_use_the_same_key(inline, pane):
    other = Pane()
    inline.ask(double, key="list", number=1, done=pane.take)
    inline.ask(double, key="list", number=2, done=other.take)
    assert (pane.answers, other.answers) == ([2], [4])


def test_an_error_goes_to_the_pane_that_takes_it(inline, pane, qtbot):
    with qtbot.assertNotEmitted(inline.failed):
        inline.do(gone, done=pane.take, failed=pane.refuse, ended=pane.end)
    assert [type(error) for error in pane.errors] == [RecordGone]
    assert (pane.answers, pane.ended) == ([], 1)


def test_an_error_that_no_pane_takes_is_told_to_the_window(inline, pane, qtbot):
    with qtbot.waitSignal(inline.failed) as told:
        inline.do(gone, done=pane.take)
    assert isinstance(told.args[0], AppError)


def test_a_fault_is_reported_without_values_and_the_next_job_runs(forgiving, pane, qtbot, caplog):
    with qtbot.waitSignal(forgiving.faulted) as told:
        forgiving.do(broken, words="Li Hua", done=pane.take, ended=pane.end)
    forgiving.do(double, number=3, done=pane.take)
    fault = told.args[0]
    assert fault.command.endswith("broken")
    assert fault.version == "1.2"
    assert fault.id in caplog.text
    assert "Li Hua" not in caplog.text + fault.report()
    assert (pane.answers, pane.ended) == ([6], 1)


def test_a_fault_is_told_also_where_no_log_can_be_written(forgiving, pane, qtbot, monkeypatch):
    def no_file(_fault):
        raise OSError(24, "too many open files")

    monkeypatch.setattr(jobs_module, "log_fault", no_file)
    with qtbot.waitSignal(forgiving.faulted):
        forgiving.do(broken, ended=pane.end)
    assert pane.ended == 1


def test_a_fault_on_the_writer_thread_leaves_the_thread_alive(qtbot, threaded, pane):
    with qtbot.waitSignal(threaded.faulted):
        threaded.do(broken)
    threaded.do(double, number=3, done=pane.take)
    qtbot.waitUntil(pane_has(pane, 1))


def test_a_callback_that_stumbles_is_a_fault_too(forgiving, pane, qtbot):
    with qtbot.waitSignal(forgiving.faulted):
        forgiving.do(double, number=1, done=pane.stumble, ended=pane.end)
    assert pane.ended == 1


def test_an_inline_fault_fails_the_test_that_caused_it(inline):
    with pytest.raises(KeyError):
        inline.do(broken)


def test_a_deleted_widget_is_not_called_back(qtbot, threaded, pane):
    held, doomed = Held(), Pane()
    threaded.ask(held.ask, text="x", done=doomed.take)
    Shiboken.delete(doomed)
    held.go.set()
    qtbot.waitUntil(partial(_none_pending, threaded))
    assert doomed.answers == []


def _none_pending(jobs):
    return jobs.pending == 0


def test_a_lambda_is_refused_as_a_callback(inline):
    with pytest.raises(TypeError):
        inline.do(double, number=1, done=lambda _: None)


def test_closing_waits_for_every_accepted_command(qapp):
    saved = []
    jobs = Jobs(Office())
    for number in range(20):
        jobs.do(saver(saved), number=number)
    jobs.close()
    jobs.close()
    assert saved == list(range(20))


def saver(saved):
    def save(number):
        saved.append(number)

    return save


def test_a_job_after_closing_is_a_mistake(inline):
    inline.close()
    with pytest.raises(RuntimeError):
        inline.do(double, number=1)


def test_the_tick_brings_the_time_of_the_clock(qtbot):
    jobs = Jobs(Office(), _now, executor=InlineExecutor())
    with qtbot.waitSignal(jobs.ticked, timeout=3000) as told:
        pass
    jobs.close()
    assert told.args == [NOW]


def _now():
    return NOW


def test_an_exception_that_left_a_slot_becomes_a_fault(forgiving, qtbot):
    with qtbot.waitSignal(forgiving.faulted):
        forgiving.on_uncaught(ValueError, ValueError("x"), None)


def test_an_error_that_left_a_slot_is_told_as_an_error(forgiving, qtbot):
    error = RecordGone(entity="contact", id=b"1")
    with qtbot.waitSignal(forgiving.failed) as told:
        forgiving.on_uncaught(RecordGone, error, None)
    assert told.args == [error]


def test_a_bound_argument_does_not_hide_the_name_of_its_command():
    assert name_of(partial(partial(double, number=1), number=2)).endswith("test_jobs.double")


def test_a_job_belongs_to_who_asked_for_it_though_another_sat_down_meanwhile(qtbot):
    done, started, go = [], Event(), Event()
    office = Seats()

    def hold():
        started.set()
        go.wait(5)

    jobs = Jobs(office)
    jobs.do(hold)
    assert started.wait(5)
    jobs.do(done.append)
    office.by = "li"
    go.set()
    jobs.close()
    assert done == ["wang"]


def test_jobs_beside_others_run_as_these_do_for_another_office(qtbot, inline, threaded):
    other = Office()
    beside = inline.beside(other)
    assert beside.office is other
    assert beside._executor.inline
    more = threaded.beside(other)
    assert not more._executor.inline
    more.close()
