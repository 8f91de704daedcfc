"""The first page as data."""

from datetime import UTC, date, datetime

import pytest

from app.scripts_library.script import Audience, Governance, Risk, Script
from app.ui.kit.type_ahead import Suggestion
from app.ui.panes.scripts.editor.about_fields import FIELDS, answered, suggest_topics, values_of

FULL = Script(
    "a-1",
    {"zh": "几点", "en": "When", "es": "Hora"},
    question={"zh": "几点开门", "en": "When is it open"},
    abbreviations=(("九价", "九价疫苗"),),
    topic="consult/immunization",
    tags=("a", "b"),
    risk=Risk.HIGH,
    governance=Governance.RESTRICTED,
    audience=Audience.PUBLIC,
    owner="chen",
    urgent=True,
    effective_from=datetime(2026, 3, 1, tzinfo=UTC),
    effective_to=datetime(2027, 3, 1, tzinfo=UTC),
    last_reviewed_on=date(2026, 2, 1),
    review_in_days=90,
    review_on=date(2026, 5, 1),
    units=("x",),
    lang_gap=("zh", "en"),
)


def test_answering_each_field_as_it_stands_changes_nothing(qapp) -> None:
    for name, value in values_of(FULL).items():
        kept = value.key if isinstance(value, Suggestion) else value
        assert answered(FULL, name, kept) == FULL, name


def test_every_field_shows_something_of_a_full_script(qapp) -> None:
    shown = values_of(FULL)
    assert {field.name for field in FIELDS} == set(shown)
    assert all(shown.values())


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("risk", "", Risk.NORMAL),
        ("review_in_days", 1.5, 1),
        ("review_in_days", -1, None),
        ("lang_gap", "zh_CN， ?", ("zh",)),
    ],
)
def test_odd_answers_are_read_kindly(qapp, name: str, value: object, expected: object) -> None:
    assert getattr(answered(FULL, name, value), name) == expected


def test_short_forms_are_lines_and_half_a_line_is_none(qapp) -> None:
    assert answered(FULL, "abbreviations", "a=b=c\nx\n=y").abbreviations == (("a", "b=c"),)


def test_topics_are_found_by_typing_and_named_by_their_path(qapp) -> None:
    found = suggest_topics("hpv")
    assert "consult/immunization/hpv" in [one.key for one in found]
