"""Policies are data of the center: versions that never change, ties refused beside the field, ended by a date."""

from dataclasses import replace
from datetime import date

import pytest

from app.models.durations import parse
from app.models.errors import FieldInvalid, NotAllowed, RecordGone
from app.models.policies import PoliciesTie, Policy, PolicyBroken, Situation, Target
from app.services import policies, settings
from app.services.office import Office
from tests.desk import NOON, sign_in

FEVER = Policy("fever", "", {Target.RESOLVE: parse("4bh")}, category="consult.outbreak")


def _promised(office: Office, **situation: str) -> dict[str, str]:
    found = office.ask(policies.chosen, Situation(**situation), NOON)
    return {target.value: f"{one.reference} {one.policy.targets[target]}" for target, one in found.items()}


def test_the_shipped_policies_promise_what_the_center_says_to_its_callers(office: Office) -> None:
    assert _promised(office, channel="phone_in", category="complaint.fees") == {
        "first_response": "county-phone@0 15s",
        "accept": "county-general@0 1bd",
        "resolve": "county-complaint@0 2bd",
        "callback": "county-complaint@0 1bd",
    }
    assert _promised(office, channel="email", category="consult.mental")["acknowledge"] == "county-email@0 24h"
    assert _promised(office, category="consult.mental")["resolve"] == "county-consultation@0 same_day"


def test_an_office_with_another_form_has_the_promises_of_its_own_kind(office: Office) -> None:
    sign_in(office, "admin")
    office.do(settings.change, form="ems-clinician-services")
    found = _promised(office, channel="email", category="licensing.renewal")
    assert (found["acknowledge"], found["resolve"]) == ("ems-email@0 24h", "ems-general@0 2bd")


def test_every_shipped_set_is_free_of_ties() -> None:
    for known in policies.shipped().values():
        for one in known:
            policies.check(one, known)


def test_a_save_makes_a_version_and_the_same_again_makes_none(office: Office) -> None:
    with pytest.raises(NotAllowed):
        office.do(policies.save, FEVER)
    sign_in(office, "admin")
    assert [office.do(policies.save, FEVER).value for _ in range(2)] == [1, 1]
    longer = replace(FEVER, targets={Target.RESOLVE: parse("8bh")})
    assert office.do(policies.save, longer).value == 2
    assert _promised(office, category="consult.outbreak.travel")["resolve"] == "fever@2 8bh"
    assert [(one.number, one.by) for one in office.ask(policies.versions, "fever")] == [(2, "Admin"), (1, "Admin")]


def test_a_tie_is_refused_beside_the_field_and_names_the_other(office: Office) -> None:
    sign_in(office, "admin")
    office.do(policies.save, FEVER)
    with pytest.raises(PoliciesTie) as refused:
        office.do(policies.save, replace(FEVER, name="pandemic"))
    assert refused.value.facts == {"field": "targets", "other": "fever", "target": "resolve"}


def test_an_ended_policy_counts_to_its_last_day_and_stands_in_nobodys_way(office: Office) -> None:
    sign_in(office, "admin")
    office.do(policies.save, FEVER)
    office.do(policies.end, "fever", date(2026, 3, 1))
    assert _promised(office, category="consult.outbreak")["resolve"] == "county-consultation@0 same_day"
    office.do(policies.save, replace(FEVER, name="pandemic"))
    assert _promised(office, category="consult.outbreak")["resolve"] == "pandemic@1 4bh"


@pytest.mark.parametrize(
    ("name", "value"), [("calendar", "moon"), ("category", "x"), ("channel", "fax"), ("urgency", "x")]
)
def test_a_policy_for_what_does_not_exist_is_refused(office: Office, name: str, value: str) -> None:
    sign_in(office, "admin")
    with pytest.raises(FieldInvalid) as refused:
        office.do(policies.save, replace(FEVER, **{name: value}))
    assert refused.value.facts["field"] == name


def test_a_policy_goes_into_a_file_and_comes_back(office: Office) -> None:
    sign_in(office, "admin")
    text = office.ask(policies.export_text, "county-complaint").replace('"2bd"', '"3bd"')
    assert office.do(policies.import_text, text, file="x.json").value == 1
    assert _promised(office, category="complaint")["resolve"] == "county-complaint@1 3bd"
    with pytest.raises(PolicyBroken):
        office.do(policies.import_text, text.replace("3bd", "soon"), file="x.json")
    with pytest.raises(RecordGone):
        office.ask(policies.export_text, "nobody")
