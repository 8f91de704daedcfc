"""An exam on two stations, with a clock that is set, at the end of its window: nothing is lost, the truth is shown."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from app.models.exams import ExamNotOpen, ExamOver
from app.services import exam_results, exams
from app.services.exams import Paper
from app.services.office import Office
from benchmarks.memory_hub import MemoryHub
from tests.desk import opened, sign_in
from tests.fakes import FakeClock
from tests.services.examined import close, release, right, set_exam
from tests.services.test_hub_sync import Town


@dataclass
class Both:
    """Two stations of one hub, wang at each of them, and an exam that both know."""

    town: Town
    here: Office
    there: Office
    exam: bytes

    def meet(self) -> None:
        """Let both stations know everything."""
        for desk in (self.here, self.there) * 2:
            self.town.sync(desk)


@pytest.fixture
def exam(office: Office) -> bytes:
    made = set_exam(office)
    sign_in(office, "wang")
    return made


@pytest.fixture
def both(office: Office, template: Path, tmp_path: Path, clock: FakeClock) -> Iterator[Both]:
    (folder := tmp_path / "other").mkdir()
    with opened(template, folder, clock) as there:
        town = Town(MemoryHub(clock.now), clock, [])
        town.enroll(office, "one")
        town.enroll(there, "two")
        made = Both(town, office, there, set_exam(office))
        made.meet()
        for desk in (office, there):
            sign_in(desk, "wang")
        yield made


def begin(desk: Office, exam: bytes) -> Paper:
    return desk.do(exams.begin, exam, language="zh").value


def save(desk: Office, paper: Paper, *places: int, ms: int) -> None:
    """Give the right answers to questions of a paper."""
    for place in places:
        question = paper.questions[place]
        desk.do(exams.save, paper.sitting, question.version, right(question.item), ms=ms + place)


def answers(desk: Office, paper: Paper) -> int:
    return len(desk.ask(exams.paper, paper.sitting).state.answers)


def test_answers_of_two_stations_that_did_not_know_each_other_are_one_sitting(both: Both) -> None:
    here, there = begin(both.here, both.exam), begin(both.there, both.exam)
    save(both.here, here, 0, 1, ms=1000)
    save(both.there, there, 2, 3, ms=1000)
    both.meet()
    for desk in (both.here, both.there):
        (mine,) = desk.ask(exams.mine)
        assert (mine.sittings, mine.running) == (1, True)
        assert answers(desk, here) == 4


def test_two_stations_on_one_sitting_lose_no_answer(both: Both) -> None:
    here = begin(both.here, both.exam)
    both.meet()
    there = begin(both.there, both.exam)
    save(both.there, there, 0, ms=1000)
    save(both.here, here, 1, 2, 3, ms=4000)
    both.meet()
    assert (answers(both.here, here), answers(both.there, there)) == (4, 4)
    state = both.here.ask(exams.paper, here.sitting).state
    assert (both.there.ask(exams.paper, there.sitting).state, state.clock_moves) == (state, ())
    both.here.do(exams.hand_in, here.sitting, ms=9000)
    save(both.there, there, 0, ms=9500)  # it does not know yet
    both.meet()
    found = both.there.ask(exams.paper, there.sitting).state
    assert (len(found.answers), found.late) == (4, (there.questions[0].version,))
    with pytest.raises(ExamOver):
        save(both.there, there, 1, ms=9900)


def test_a_clock_that_is_set_back_in_the_middle_gives_no_time_and_is_shown(
    office: Office, exam: bytes, clock: FakeClock
) -> None:
    paper = begin(office, exam)
    clock.advance(timedelta(minutes=6))
    save(office, paper, 0, ms=360_000)
    clock.advance(timedelta(minutes=-5))
    save(office, paper, 1, ms=361_000)
    again = begin(office, exam)
    assert again.left == timedelta(minutes=10) - again.state.used
    assert again.left < timedelta(minutes=4)
    clock.advance(timedelta(seconds=250))
    save(office, again, 2, ms=250_000)
    assert again.questions[2].version in office.ask(exams.paper, paper.sitting).state.late
    close(office, exam)
    release(office, exam)
    sign_in(office, "wang")
    (mine,) = office.ask(exam_results.my_results, exam)
    assert [round(one.by.total_seconds()) for one in mine.clock_moves] == [-301]


def test_what_is_saved_before_the_window_closes_counts_and_what_comes_after_is_refused(
    office: Office, exam: bytes, clock: FakeClock
) -> None:
    until = office.ask(exams.found, exam).closes_at
    clock.advance(until - clock.now() - timedelta(seconds=30))
    paper = begin(office, exam)
    assert paper.left == timedelta(seconds=30)
    save(office, paper, 0, ms=29_000)
    clock.advance(timedelta(seconds=31))
    with pytest.raises(ExamOver):
        save(office, paper, 1, ms=31_000)
    with pytest.raises(ExamNotOpen):
        begin(office, exam)
    assert answers(office, paper) == 1
    office.do(exams.hand_in, paper.sitting, ms=31_000)
