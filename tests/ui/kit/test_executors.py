from functools import partial
from threading import Event, current_thread

from app.ui.kit.executors import InlineExecutor, ThreadExecutor


def test_inline_work_is_over_when_the_call_returns():
    did = []
    executor = InlineExecutor()
    executor.write(saver(did, 1))
    executor.read(saver(did, 2))
    executor.close()
    assert did == [1, 2]


def saver(did, value):
    def save():
        did.append(value)

    return save


def test_writes_share_one_thread_and_reads_have_others():
    names, done = [], Event()

    def note():
        names.append(current_thread().name)

    executor = ThreadExecutor(readers=1)
    executor.write(note)
    executor.write(note)
    executor.read(done.set)
    executor.close()
    assert done.is_set()
    assert names == ["jobs-writer", "jobs-writer"]


def test_a_long_read_does_not_hold_up_a_write():
    go, written = Event(), Event()
    executor = ThreadExecutor(readers=1)

    def wait():
        go.wait(5)

    executor.read(wait)
    executor.write(written.set)
    assert written.wait(5)
    go.set()
    executor.close()


def test_closing_waits_for_accepted_writes():
    did = []
    executor = ThreadExecutor()
    for number in range(100):
        executor.write(saver(did, number))
    executor.close()
    assert did == list(range(100))


def test_writes_that_wait_are_let_through_between_two_parts_of_a_long_one():
    executor, order, started, go = ThreadExecutor(readers=0), [], Event(), Event()

    def long():
        order.append("first part")
        started.set()
        go.wait(5)
        executor.let_through()
        order.append("second part")

    executor.write(long)
    assert started.wait(5)
    executor.write(partial(order.append, "draft"))
    go.set()
    executor.close()
    assert order == ["first part", "draft", "second part"]


def test_it_is_known_whether_a_reader_lives_on_after_the_end():
    go, executor = Event(), ThreadExecutor(readers=1)
    executor._READERS_GRACE_S = 0.01

    def wait():
        go.wait(5)

    executor.read(wait)
    executor.close()
    assert not executor.ended()
    go.set()
    executor._readers[0].join(5)
    assert executor.ended()
    assert InlineExecutor().ended()
