"""Which searches of a line count: where the person stopped, and what became of it."""

from datetime import timedelta

from app.models.script_searches import SearchEnd
from app.ui.panes.intake.search_trail import SearchTrail
from tests.desk import NOON
from tests.ui.panes.intake.conftest import Found

HITS = [Found("hpv", "HPV"), Found("flu", "Flu")]


class Line:
    """Types into a trail, a second for each step unless told otherwise."""

    def __init__(self) -> None:
        self.trail, self.now = SearchTrail(), NOON

    def types(self, *texts: str, hits=HITS, seconds: float = 0.1):
        ended = []
        for text in texts:
            self.now += timedelta(seconds=seconds)
            ended.append(self.trail.typed(text, self.now, contact=b"c" * 16, language="en"))
            self.trail.found(text, hits)
        return [(one.query, one.ended, one.key) for one in ended if one is not None]

    def waits(self, seconds: float) -> "Line":
        self.now += timedelta(seconds=seconds)
        return self


def test_what_is_typed_on_the_way_is_no_search() -> None:
    assert Line().types("h", "hp", "hpv", "hpv age", "") == []


def test_a_search_that_was_read_and_left_is_one() -> None:
    line = Line()
    line.types("h", "hp", "hpv", "hp", "h")
    assert line.waits(3).types("") == [("hpv", SearchEnd.LEFT, None)]


def test_a_search_that_found_nothing_is_one() -> None:
    line = Line()
    line.types("zzz", hits=[])
    assert line.waits(2).types("hpv") == [("zzz", SearchEnd.NOTHING, None)]


def test_an_opened_result_ends_with_the_next_search_and_knows_its_time() -> None:
    line = Line()
    line.types("hp", "hpv")
    line.trail.opened("flu", 2, line.waits(4).now)
    ended = line.trail.typed("parking", line.waits(60).now, contact=None, language="en")
    assert (ended.query, ended.ended, ended.key, ended.rank) == ("hpv", SearchEnd.OPENED, "flu", 2)
    assert (ended.took_ms, ended.results, ended.first, ended.contact) == (4100, 2, "hpv", b"c" * 16)
    assert ended.fits


def test_a_given_script_ends_its_search_once() -> None:
    line = Line()
    line.types("hpv")
    line.trail.opened("hpv", 1, line.now)
    assert line.trail.given("flu", line.now) is None
    assert line.trail.given("hpv", line.now).ended is SearchEnd.GIVEN
    assert line.waits(5).types("hpv", "") == []
    assert line.trail.ended(line.now) is None


def test_the_same_text_again_changes_nothing() -> None:
    line = Line()
    line.types("hpv")
    line.trail.opened("hpv", 1, line.now)
    assert line.waits(5).types("hpv") == []
    assert line.trail.ended(line.now).ended is SearchEnd.OPENED
