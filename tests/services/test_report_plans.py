"""Planned documents are made once, in the name of who planned them, also while nobody is at the desk."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from app.models.errors import FieldInvalid, NotAllowed, RecordGone
from app.services import made_reports, report_plans
from app.services.office import Office
from app.services.report_plans import NewPlan
from tests.desk import sign_in
from tests.fakes import FakeClock

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def new(office: Office, tmp_path: Path) -> NewPlan:
    sign_in(office, "li")
    return NewPlan("weekly", "zh_CN", str(tmp_path), formats=("pdf", "json"))


def test_a_week_is_made_once_and_written_down(office: Office, new: NewPlan, clock: FakeClock, tmp_path: Path) -> None:
    office.do(report_plans.add, new)
    assert not office.ask(report_plans.is_due)
    clock.advance(timedelta(days=7))
    office.sign_in(None)
    told: list[tuple[int, int]] = []
    found = office.ask(report_plans.make_due, lambda done, total: told.append((done, total)))
    assert told == [(1, 1)]
    assert office.do(report_plans.keep, found).value == 1
    assert office.do(report_plans.keep, found).value == 0
    assert not office.ask(report_plans.is_due)
    assert [one.suffix for one in sorted(tmp_path.glob("weekly-*"))] == [".json", ".pdf"]
    li = sign_in(office, "li")
    (made,) = office.ask(made_reports.newest)
    assert (made.by, made.language, made.period) == (li.id, "zh_CN", str(found[0].stretch))
    assert "周度指标表" in office.ask(made_reports.paper, made.id)


def test_what_fails_is_told_and_tried_again(office: Office, new: NewPlan, clock: FakeClock, tmp_path: Path) -> None:
    folder = tmp_path / "gone"
    folder.mkdir()
    office.do(report_plans.add, replace(new, folder=str(folder)))
    folder.rmdir()
    clock.advance(timedelta(days=7))
    found = office.ask(report_plans.make_due)
    office.do(report_plans.keep, found)
    trouble = report_plans.trouble(found)
    assert trouble is not None
    assert trouble.facts["reason"] == office.ask(report_plans.plans)[0].failed
    assert not office.ask(report_plans.is_due)
    clock.advance(timedelta(hours=2))
    folder.mkdir()
    again = office.ask(report_plans.make_due)
    assert report_plans.trouble(again) is None
    assert office.do(report_plans.keep, again).value == 1


@pytest.mark.parametrize("wrong", [{"kind": "daily"}, {"day": 0}, {"folder": "x"}, {"formats": ()}, {"language": "fr"}])
def test_a_plan_that_cannot_be_kept_is_refused(office: Office, new: NewPlan, wrong: dict[str, object]) -> None:
    with pytest.raises(FieldInvalid):
        office.do(report_plans.add, replace(new, **wrong))


def test_a_plan_is_taken_out_by_who_supervises(office: Office, new: NewPlan) -> None:
    made = office.do(report_plans.add, new).value
    sign_in(office, "wang")
    with pytest.raises(NotAllowed):
        office.do(report_plans.remove, made)
    sign_in(office, "li")
    office.do(report_plans.remove, made)
    with pytest.raises(RecordGone):
        office.do(report_plans.remove, made)
