"""An import is taken back while another station works on one of its inquiries: that one stands until it is decided."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.models.conflicts import Conflict
from app.services import conflicts, imports, inquiries
from app.services.inquiries import Wanted
from app.services.office import Office
from benchmarks.memory_hub import MemoryHub
from tests.desk import opened, sign_in
from tests.fakes import FakeClock
from tests.services.test_hub_sync import Town
from tests.services.test_imports import rows, run


@dataclass
class Both:
    """Two stations of one hub, li at each, and two inquiries that both know."""

    town: Town
    here: Office
    there: Office
    batch: bytes

    def meet(self) -> None:
        """Let both stations know everything."""
        for desk in (self.here, self.there) * 2:
            self.town.sync(desk)

    def listed(self) -> list[list[str]]:
        """Return the numbers that each station lists."""
        pages = (desk.ask(inquiries.list_page, Wanted()).rows for desk in (self.here, self.there))
        return [sorted(one.number for one in page) for page in pages]

    def waiting(self) -> list[Conflict]:
        """Return what waits for a decision: both stations show the same."""
        here, there = (desk.ask(conflicts.waiting) for desk in (self.here, self.there))
        assert [(one.row_id, one.field) for one in here] == [(one.row_id, one.field) for one in there]
        return here


@pytest.fixture
def both(office: Office, template: Path, tmp_path: Path, clock: FakeClock) -> Iterator[Both]:
    (folder := tmp_path / "other").mkdir()
    with opened(template, folder, clock) as there:
        town = Town(MemoryHub(clock.now), clock, [])
        for desk, name in ((office, "one"), (there, "two")):
            town.enroll(desk, name)
            town.sync(desk)
            sign_in(desk, "li")
        made = Both(town, office, there, run(office, rows("A", "B")).batch or b"")
        made.meet()
        changed = next(one for one in there.ask(inquiries.list_page, Wanted()).rows if one.number == "A")
        assert office.do(imports.undo_batch, made.batch).value.deleted == 2
        there.do(inquiries.describe, changed.id, summary="Asks about Saturday")
        assert made.listed() == [[], ["A", "B"]]
        made.meet()
        yield made


def decide(both: Both, *, deleted: bool) -> None:
    (found,) = both.waiting()
    chosen = next(one for one in found.choices if bool(one.value) is deleted)
    both.there.do(conflicts.decide, found.entity, found.row_id, found.field, chosen.uid)
    both.meet()


def test_what_was_changed_unseen_stands_on_both_stations_with_both_sides(both: Both) -> None:
    assert both.listed() == [["A"], ["A"]]
    (found,) = both.waiting()
    assert (found.entity, found.field, found.title) == ("inquiry", "deleted_at", "A")
    told = {(one.actor, one.here, one.told) for one in found.choices}
    assert told == {("Li", True, ()), ("Li", False, (("summary", "Asks about Saturday"),))}


@pytest.mark.parametrize(("deleted", "left"), [(True, []), (False, ["A"])])
def test_one_decision_holds_on_both_stations(both: Both, deleted: bool, left: list[str]) -> None:
    decide(both, deleted=deleted)
    assert both.listed() == [left, left]
    assert both.waiting() == []


def test_what_is_changed_before_the_decision_does_not_take_it(both: Both) -> None:
    (found,) = both.waiting()
    both.here.do(inquiries.describe, found.row_id, summary="Asks about Sunday")
    both.meet()
    assert both.listed() == [["A"], ["A"]]
    decide(both, deleted=True)
    assert both.listed() == [[], []]
