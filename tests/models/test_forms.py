"""A form definition is read whole or refused with its place; nothing in it is lost."""

import copy
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.forms import FORMAT, FormBroken, FormTooNew, every_condition, parse_form

LABEL = {"en": "Label", "zh_CN": "标签"}


def definition(*fields: dict, **top: object) -> dict:
    made = fields or ({"id": "note", "kind": "text", "label": LABEL},)
    return {
        "format": 1,
        "id": "desk",
        "version": 2,
        "title": LABEL,
        "sections": [{"id": "one", "title": LABEL, "fields": list(made)}],
        **top,
    }


def parse(value: object):
    return parse_form(json.dumps(value), file="desk.json")


def field(**more: object) -> dict:
    return {"id": "f", "kind": "text", "label": LABEL, **more}


CHOICE = field(id="sex", kind="choice", options=[{"code": "f", "label": LABEL}, {"code": "m", "label": LABEL}])


def test_a_definition_is_read_with_its_defaults():
    form = parse(definition(field(required_for=["dispatch"]), service="county"))
    only = form.field("f")
    assert (form.id, form.version, form.service, form.unknown) == ("desk", 2, "county", ())
    assert (only.required_for, only.max_length, only.keep, only.visible_when) == ({"dispatch"}, 500, "contact", None)


def test_a_newer_format_is_refused_before_anything_else_is_looked_at():
    with pytest.raises(FormTooNew) as caught:
        parse({"format": FORMAT + 1, "everything": "else changed"})
    assert caught.value.facts == {"file": "desk.json", "found": FORMAT + 1, "known": FORMAT}


def test_unknown_keys_are_reported_and_kept():
    form = parse(definition(field(color="red"), author="me"))
    assert form.unknown == ("$.author", "$.sections[0].fields[0].color")
    assert form.raw["author"] == "me"


@pytest.mark.parametrize(
    ("broken", "place"),
    [
        ([], "$"),
        ({}, "$.format"),
        ({"format": "1"}, "$.format"),
        (definition(version=0), "$.version"),
        (definition(title={"en": "x"}), "$.title.zh_CN"),
        (definition(sections=[]), "$.sections"),
        (definition(field(kind="color")), "$.sections[0].fields[0].kind"),
        (definition(field(id="Bad id")), "$.sections[0].fields[0].id"),
        (definition(field(), field()), "$.sections[0].fields[1].id"),
        (definition(field(options=[])), "$.sections[0].fields[0].options"),
        (definition(field(kind="choice")), "$.sections[0].fields[0].options"),
        (definition(field(kind="choice", options=[])), "$.sections[0].fields[0].options"),
        (definition({**CHOICE, "options": [CHOICE["options"][0]] * 2}), "$.sections[0].fields[0].options[1].code"),
        (definition(field(required_for=["prank"])), "$.sections[0].fields[0].required_for[0]"),
        (definition(field(required_for=["non_inquiry"])), "$.sections[0].fields[0].required_for[0]"),
        (definition(field(kind="number", min=3, max=1)), "$.sections[0].fields[0].max"),
        (definition(field(must_ask=True)), "$.sections[0].fields[0].must_ask"),
        (definition(field(visible_when={"answered": "later"})), "$.sections[0].fields[0].visible_when"),
        (definition(field(visible_when={"is": ["a"]})), "$.sections[0].fields[0].visible_when.field"),
        (definition(field(visible_when={})), "$.sections[0].fields[0].visible_when"),
        (
            definition(CHOICE, field(visible_when={"field": "sex", "is": ["x"]})),
            "$.sections[0].fields[1].visible_when",
        ),
        (
            definition(CHOICE, field(visible_when={"field": "sex", "under": ["f"]})),
            "$.sections[0].fields[1].visible_when",
        ),
    ],
)
def test_a_broken_definition_names_its_place(broken, place):
    with pytest.raises(FormBroken) as caught:
        parse(broken)
    assert (caught.value.facts["file"], caught.value.facts["place"]) == ("desk.json", place)
    assert caught.value.facts["found"]
    assert caught.value.facts["expected"]


def test_a_condition_may_only_look_at_what_stands_above_it():
    late = definition(field(id="a", visible_when={"field": "sex", "is": ["f"]}), CHOICE)
    with pytest.raises(FormBroken):
        parse(late)
    early = parse(definition(CHOICE, field(id="a", visible_when={"field": "sex", "is": ["f"]})))
    assert early.field("a").visible_when.values == ("f",)


def test_conditions_nest_but_not_without_end():
    nested: dict = {"answered": "sex"}
    for _ in range(5):
        nested = {"all": [{"not": nested}]}
    form = parse(definition(CHOICE, field(visible_when=nested)))
    assert len(list(every_condition(form.field("f").visible_when))) == 11
    for _ in range(20):
        nested = {"not": nested}
    with pytest.raises(FormBroken):
        parse(definition(CHOICE, field(visible_when=nested)))


def spots(value: object):
    """Every place of a JSON value, as holder and key."""
    for key, item in list(value.items() if isinstance(value, dict) else enumerate(value)):
        yield value, key
        if isinstance(item, dict | list):
            yield from spots(item)


ANYTHING = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(), st.just([]), st.just({}))


@given(st.data())
def test_a_definition_with_anything_put_anywhere_is_read_or_refused_in_words(data):
    hidden = field(visible_when={"field": "sex", "is": ["f"]}, required_for=["dispatch"])
    value = copy.deepcopy(definition(CHOICE, hidden))
    holder, key = data.draw(st.sampled_from(list(spots(value))))
    holder[key] = data.draw(ANYTHING)
    try:
        fields = len(parse(value).fields)
    except (FormBroken, FormTooNew) as refused:
        fields = 1 if refused.facts["file"] == "desk.json" else 0
    assert fields >= 1
