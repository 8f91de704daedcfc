from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.durations import parse
from app.models.errors import FieldInvalid, FieldMissing
from app.models.policies import PoliciesTie, Policy, PolicyBroken, Situation, Target, check, choose, from_json, to_json
from app.models.shapes import Words

DAY = date(2026, 3, 2)


def policy(name, resolve="2bd", **conditions):
    return Policy(name, "county-center", {Target.RESOLVE: parse(resolve)}, **conditions)


def test_the_most_specific_policy_counts():
    policies = [policy("all"), policy("complaint", category="complaint"), policy("rude", category="complaint.attitude")]
    found = [
        choose(policies, Situation(category=category), DAY)[Target.RESOLVE].name
        for category in ("consult.hpv", "complaint", "complaint.fee", "complaint.attitude.desk", "complaints")
    ]
    assert found == ["all", "complaint", "complaint", "rude", "all"]


def test_each_target_is_chosen_by_itself():
    quick = Policy("phone", "round-the-clock", {Target.FIRST_RESPONSE: parse("15s")}, channel="phone_in")
    found = choose([policy("all"), quick], Situation(channel="phone_in", category="complaint"), DAY)
    assert {target: one.name for target, one in found.items()} == {
        Target.FIRST_RESPONSE: "phone",
        Target.RESOLVE: "all",
    }


def test_a_policy_holds_within_its_days_only():
    ended = policy("old", until_on=date(2026, 3, 1))
    coming = policy("new", from_on=date(2026, 3, 3))
    assert choose([ended, coming], Situation(), DAY) == {}
    assert choose([ended, coming], Situation(), date(2026, 3, 3))[Target.RESOLVE].name == "new"


def test_a_tie_is_refused_with_the_name_of_the_other():
    with pytest.raises(PoliciesTie) as refused:
        check(policy("by channel", channel="phone_in"), [policy("by urgency", urgency="high")])
    assert refused.value.facts == {"field": "targets", "other": "by urgency", "target": "resolve"}


def test_what_can_never_fit_together_is_no_tie():
    check(policy("a", channel="phone_in"), [policy("b", channel="email"), policy("a", channel="phone_in")])
    check(policy("a", until_on=date(2026, 1, 31)), [policy("b", from_on=date(2026, 2, 1))])
    check(policy("a", category="complaint.fee"), [policy("b", category="complaint.attitude")])


@pytest.mark.parametrize(
    ("changed", "error", "field"),
    [
        ({"name": " "}, FieldMissing, "name"),
        ({"targets": {}}, FieldMissing, "targets"),
        ({"from_on": DAY, "until_on": date(2026, 3, 1)}, FieldInvalid, "until_on"),
    ],
)
def test_what_is_wrong_is_said_of_its_field(changed, error, field):
    given = {"name": "x", "calendar": "county-center", "targets": {Target.RESOLVE: parse("2bd")}}
    with pytest.raises(error) as refused:
        check(Policy(**(given | changed)), [])
    assert refused.value.facts["field"] == field


codes = st.sampled_from([None, "a", "b"])
policies = st.builds(
    policy, st.sampled_from("pqrs"), channel=codes, category=st.sampled_from([None, "c", "c.d", "e"]), urgency=codes
)


@given(st.lists(policies, max_size=5), st.builds(Situation, channel=codes, category=st.just("c.d.x"), urgency=codes))
def test_policies_without_ties_are_chosen_in_any_order_alike(many, situation):
    kept: list[Policy] = []
    for one in many:
        try:
            check(one, kept)
        except PoliciesTie:
            continue
        if one.name not in {other.name for other in kept}:
            kept.append(one)
    assert choose(kept, situation, DAY) == choose(kept[::-1], situation, DAY)


def test_a_policy_is_read_back_as_it_was_written():
    one = Policy(
        "complaint", "", {Target.RESOLVE: parse("2bd"), Target.ACKNOWLEDGE: parse("24h")}, category="complaint",
        urgency="high", from_on=DAY, until_on=date(2026, 12, 31), title=Words("Complaint", "投诉"),
    )  # fmt: skip
    assert from_json(to_json(one), file="x") == one


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('{"targets": {}}', "$.name"),
        ('{"name": "x", "targets": {"resolve": "soon"}}', "$.targets.resolve"),
        ('{"name": "x", "targets": {}, "from": "May"}', "$.from"),
    ],
)
def test_a_broken_file_is_refused_with_its_place(text, place):
    with pytest.raises(PolicyBroken) as refused:
        from_json(text, file="x")
    assert refused.value.facts["place"] == place
