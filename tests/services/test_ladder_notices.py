"""A notice tells what was promised and what happened since; a digest gathers a day for one unit or person."""

from datetime import timedelta

import pytest

from app.models.errors import NotAllowed
from app.models.ladders import LadderStep
from app.models.papers import as_text
from app.services import conflicts, inquiries, inquiry_steps, ladder_firing, ladder_notices, units
from app.services.ladder_notices import NotSupervised
from app.services.office import Office
from tests.desk import NOON, sign_in
from tests.fakes import FakeClock
from tests.services.supervised import dispatch
from tests.services.test_conflicts import clash


@pytest.fixture
def late(office: Office, clock: FakeClock) -> bytes:
    """An inquiry that was to be answered an hour ago, urged by the ladder; li is signed in."""
    sign_in(office, "li")
    office.do(units.save_unit, "H01", name="县人民医院", name_en="County Hospital", leader="Director Sun")
    sign_in(office, "wang")
    found = dispatch(office, "Fees of the ward", 1, details="They asked twice")
    office.do(inquiry_steps.take, found, "accept")
    clock.set(NOON + timedelta(hours=4))
    office.do(ladder_firing.run)
    sign_in(office, "li")
    clock.set(clock.now() + timedelta(minutes=1))
    return found


def test_a_notice_is_the_paper_of_the_last_step(office: Office, late: bytes) -> None:
    notice = office.ask(ladder_notices.notice_of, late, language="en")
    assert (notice.step, notice.unit) == (LadderStep.URGE, "County Hospital")
    for text in ("Urging notice", notice.number, "Director Sun", "They asked twice", "By the ladder: Resolve, due Mon"):
        assert text in notice.email
    office.do(inquiry_steps.take, late, "supervise", note="The bureau asked")
    assert office.ask(ladder_notices.notice_of, late, language="zh_CN").paper.title.startswith("督办单")
    assert "The bureau asked" in office.ask(ladder_notices.notice_of, late, language="en").email


def test_a_notice_that_leaves_the_house_is_written_into_the_inquiry(office: Office, late: bytes) -> None:
    notice = office.ask(ladder_notices.notice_of, late, language="en")
    office.do(ladder_notices.record, notice, "printed", language="en")
    said = office.ask(inquiries.detail, late).events[-1].note
    assert said == "Urging notice for County Hospital printed."


def test_nothing_happened_so_there_is_no_notice(office: Office) -> None:
    calm = dispatch(office, "Calm", 100)
    with pytest.raises(NotSupervised):
        office.ask(ladder_notices.notice_of, calm, language="en")


def test_a_day_has_one_digest_for_each_unit_and_person(office: Office, clock: FakeClock, late: bytes) -> None:
    dispatch(office, "Another", 1)
    clock.set(NOON + timedelta(hours=5))
    office.do(ladder_firing.run)
    sign_in(office, "li")
    unit, _, person = office.ask(ladder_notices.digests, language="en")
    assert (unit.kind, unit.name, person.kind, person.name) == ("unit", "County Hospital", "person", "Wang")
    assert [line.row.summary for line in unit.lines] == ["Fees of the ward", "Another"]
    assert unit.count(LadderStep.URGE) == 2
    text = as_text(office.ask(ladder_notices.paper_of, unit, language="en"))
    assert "Digest of 2026-03-02 for County Hospital" in text
    assert text.count("Urging") == 2
    clock.set(NOON + timedelta(days=1))
    assert office.ask(ladder_notices.digests, language="en") == ()


def test_an_inquiry_stands_in_a_digest_once_with_its_gravest_step(
    office: Office, clock: FakeClock, late: bytes
) -> None:
    clock.set(NOON + timedelta(days=1, hours=2))
    office.do(ladder_firing.run)
    clock.set(NOON + timedelta(days=1, hours=3))
    assert [line.step for line in office.ask(ladder_notices.digests, language="en")[0].lines] == [LadderStep.SUPERVISE]


def test_only_who_supervises_sees_the_digests(office: Office) -> None:
    with pytest.raises(NotAllowed):
        office.ask(ladder_notices.digests, language="en")


def undecided(office: Office, clock: FakeClock) -> None:
    """Let two stations call one caller differently, and two days pass."""
    with office.store.write("wang") as tx:
        row = tx.add("caller", {"name": "Li"})
    clash(office, "caller", row, {"name": "Lee"})
    clock.set(clock.now() + timedelta(days=2))
    sign_in(office, "li")


@pytest.mark.parametrize(
    ("language", "told"), [("en", "Digest of 2026-03-04 for supervisors"), ("zh_CN", "班长 2026-03-04 催办督办汇总")]
)
def test_what_nobody_decided_in_time_stands_in_the_digest_of_today(
    office: Office, clock: FakeClock, language: str, told: str
) -> None:
    undecided(office, clock)
    (found,) = office.ask(ladder_notices.digests, language=language)
    assert (found.kind, [one.field for one in found.undecided]) == ("supervisors", ["name"])
    text = as_text(office.ask(ladder_notices.paper_of, found, language=language))
    assert told in text
    assert "Lee" in text
    assert office.ask(ladder_notices.digests, NOON.date(), language=language) == ()
    (late,) = found.undecided
    office.do(conflicts.decide, "caller", late.row_id, "name", late.choices[0].uid)
    assert office.ask(ladder_notices.digests, language=language) == ()
