"""The demo's patients answer what they are asked, and who complains says why."""

from random import Random

from app.models.accounts import Person
from app.services import demo_interviews, interviews
from app.services.office import Office
from tests.desk import sign_in
from tests.services.interviewing import Asked

H03 = Asked("short-phone", 1, institution="H03", stratum="H03", day="2026-02-01", fields={"kind": "inpatient"})


def asked(office: Office, seed: int, *, whole: bool = True) -> interviews.Standing:
    person: Person = sign_in(office, "wang")
    assert person
    made = office.do(demo_interviews.ask, H03, Random(seed), whole=whole).value
    return office.ask(interviews.standing, made)


def test_every_interview_is_whole_and_each_answer_was_asked_for(office: Office) -> None:
    for seed in range(12):
        found = asked(office, seed)
        assert (found.state.is_over, found.percent) == (True, 100)
        assert {one.item for one in found.given} == set(found.state.asked)


def test_who_is_not_content_says_why(office: Office) -> None:
    said = [one for seed in range(20) for one in asked(office, seed).given if one.value == "dissatisfied"]
    assert said
    assert all(one.reason and one.reason_code for one in said)


def test_an_interview_that_was_broken_off_goes_on_where_it_stopped(office: Office) -> None:
    found = asked(office, 1, whole=False)
    assert found.state.current is not None
    assert 0 < found.percent < 80
