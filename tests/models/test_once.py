"""Something large is made once, whoever asks for it at the same time."""

import threading

import pytest

from app.models.once import once


def test_threads_that_come_together_get_the_same():
    begun, may_end = threading.Event(), threading.Event()
    calls: list[int] = []

    @once
    def large() -> object:
        calls.append(1)
        begun.set()
        may_end.wait(5)
        return object()

    found: list[object] = []
    threads = [threading.Thread(target=lambda: found.append(large())) for _ in range(3)]
    threads[0].start()
    begun.wait(5)
    for thread in threads[1:]:
        thread.start()
    may_end.set()
    for thread in threads:
        thread.join(5)
    assert len(calls) == 1
    assert found == [large()] * 3


def test_a_call_that_failed_is_made_again():
    answers = iter([OSError("gone"), "there"])

    @once
    def read() -> str:
        answer = next(answers)
        if isinstance(answer, OSError):
            raise answer
        return answer

    with pytest.raises(OSError, match="gone"):
        read()
    assert (read(), read()) == ("there", "there")
