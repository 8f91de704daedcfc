"""Flag it or fix it: who passed an exam about a topic mends spelling and phrasings; everything else is approved."""

from dataclasses import replace

import pytest

from app.models.errors import FieldInvalid, FieldMissing, FieldTooLong
from app.models.script_life import ScriptNewerThere
from app.models.script_mending import NeedsApproval, NothingToMend, NotLicensed
from app.scripts_library.script import Governance, Risk, State
from app.services import script_life, script_mending
from app.services.office import Office
from app.services.scripts import counting, versions_of
from tests.desk import sign_in
from tests.services.drilled import FLU, OPEN, publish
from tests.services.examined import release, set_exam, sit


@pytest.fixture
def licensed(office: Office) -> Office:
    """A desk at which wang has passed an exam about both answers, whose results are out."""
    exam = set_exam(office)
    sit(office, exam, "wang")
    release(office, exam)
    sign_in(office, "wang")
    return office


def test_a_phrasing_counts_at_once_with_its_author(licensed: Office) -> None:
    assert licensed.ask(script_mending.may_mend, "open")
    number = licensed.do(script_mending.add_phrasing, "open", language="zh", text="礼拜天上班吗").value
    script = licensed.ask(counting, "open", drafts=False)
    assert (script.version, script.state) == (number, State.APPROVED)
    assert script.phrasings["zh"][-1] == "礼拜天上班吗"
    assert script.key_points == OPEN.key_points
    with pytest.raises(NothingToMend):
        licensed.do(script_mending.add_phrasing, "open", language="zh", text="礼拜天上班吗")
    newest = licensed.ask(versions_of, "open")[0]
    assert newest.number == number
    assert licensed.ask(script_life.life, "open", number).author == "Wang"


def test_a_misspelled_word_is_put_right(office: Office, licensed: Office) -> None:
    publish(office, replace(OPEN, phrasings={"en": ("apointment on Sunday",)}))
    licensed.do(script_mending.correct, "open", wrong="apointment", right="appointment")
    assert licensed.ask(counting, "open", drafts=False).phrasings["en"] == ("appointment on Sunday",)
    with pytest.raises(NothingToMend):
        licensed.do(script_mending.correct, "open", wrong="apointment", right="appointment")
    with pytest.raises(NeedsApproval):
        licensed.do(script_mending.correct, "open", wrong="Sunday", right="Monday")
    with pytest.raises(FieldMissing):
        licensed.do(script_mending.correct, "open", wrong=" ", right="Monday")


def test_who_passed_no_exam_about_it_flags_it(office: Office) -> None:
    publish(office, OPEN)
    assert not office.ask(script_mending.may_mend, "open")
    with pytest.raises(NotLicensed):
        office.do(script_mending.add_phrasing, "open", language="zh", text="礼拜天上班吗")


@pytest.mark.parametrize("changed", [{"risk": Risk.HIGH}, {"governance": Governance.RESTRICTED}])
def test_answers_of_high_risk_and_restricted_ones_are_approved(office: Office, licensed: Office, changed) -> None:
    publish(office, replace(FLU, **changed))
    assert not licensed.ask(script_mending.may_mend, "flu")
    with pytest.raises(NeedsApproval):
        licensed.do(script_mending.add_phrasing, "flu", language="en", text="flu jab")


def test_a_draft_in_work_is_not_overtaken(office: Office, licensed: Office) -> None:
    sign_in(office, "chen")
    newer = replace(licensed.ask(counting, "open", drafts=False), tags=("new",))
    office.do(script_life.save_draft, newer, base=newer.version)
    sign_in(office, "wang")
    with pytest.raises(ScriptNewerThere):
        licensed.do(script_mending.add_phrasing, "open", language="zh", text="礼拜天上班吗")


@pytest.mark.parametrize(
    ("language", "text", "error"),
    [("fr", "dimanche", FieldInvalid), ("zh", " ", FieldMissing), ("zh", "问" * 201, FieldTooLong)],
)
def test_what_cannot_be_a_phrasing_is_said(licensed: Office, language: str, text: str, error: type) -> None:
    with pytest.raises(error):
        licensed.do(script_mending.add_phrasing, "open", language=language, text=text)
