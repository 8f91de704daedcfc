"""What ships is complete in both languages, agrees with itself and passes its own checks."""

import csv
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from app.models.accounts import AwayReason, OperatorState, Role
from app.models.callers import CallerKind
from app.models.categories import CategoryTree
from app.models.contacts import AnswerMode, Channel, ContactResult, Outcome
from app.models.form_answers import Surroundings, problems
from app.models.forms import Form, every_condition
from app.models.inquiries import State, Urgency
from app.services import questionnaires, reference

RESOURCES = Path(__file__).parents[2] / "resources"


def tree() -> CategoryTree:
    return reference.categories()


def shipped_forms() -> list[Form]:
    return list(reference.shipped_forms().versions.values())


@cache
def label_set(name: str) -> dict[str, dict[str, str]]:
    return json.loads((RESOURCES / "i18n" / "labels" / f"{name}.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("channel", Channel),
        ("contact_result", ContactResult),
        ("answer_mode", AnswerMode),
        ("caller_kind", CallerKind),
        ("inquiry_state", State),
        ("return_reason", ("not_our_duty", "insufficient_info", "wrong_area", "duplicate", "legal_route", "other")),
        ("urgency", Urgency),
        ("role", Role),
        ("operator_state", OperatorState),
        ("away_reason", AwayReason),
        ("outcome", Outcome),
        ("tri_state", ("yes", "no", "not_asked")),
        ("supervision", ("remind", "urge", "supervise", "notify")),
    ],
)
def test_a_label_set_follows_its_codes(name, codes):
    assert set(label_set(name)) == {str(code) for code in codes}


def test_chinese_labels_are_chinese_and_english_ones_are_not():
    for path in (RESOURCES / "i18n" / "labels").glob("*.json"):
        for words in json.loads(path.read_text(encoding="utf-8")).values():
            assert words["en"].isascii()
            assert not words["zh_CN"].isascii()


def test_what_a_questionnaire_files_is_no_matter_of_ambulance_services_alone():
    asked = [*questionnaires.shipped(), *questionnaires.former()]
    filed = {one.category for each in asked for one in each.triggers}
    assert filed
    assert not {code for code in filed if tree().by_code[code].services == {"ems"}}


def phrases() -> Iterator[tuple[str, tuple[str, ...]]]:
    for each in tree().by_code.values():
        for spelling in each.chinese:
            yield spelling.text, spelling.syllables


HEARD_OTHERWISE = {"等候时间长": ("chang",), "重置密码": ("chong",)}


def test_the_stored_pinyin_is_what_people_say():
    from pypinyin import lazy_pinyin

    for text, syllables in phrases():
        computed = [syllable.replace("ü", "v") for syllable in lazy_pinyin(text)]
        rest = set(syllables) - set(computed) - set(HEARD_OTHERWISE.get(text, ()))
        assert not rest, f"{text}: {rest}"


def test_both_services_find_their_categories():
    assert 100 <= len(tree().by_code) <= 200
    for service in ("county", "ems"):
        assert sum(service in each.services for each in tree().by_code.values()) >= 25


@pytest.mark.parametrize("form", shipped_forms(), ids=[form.id for form in shipped_forms()])
def test_a_shipped_form_is_short_and_knows_only_real_categories(form):
    assert 8 <= len(form.fields) <= 14
    assert form.unknown == ()
    for field in form.fields:
        for condition in every_condition(field.visible_when):
            if condition.subject == "@category":
                assert set(condition.values) <= set(tree().by_code)


@pytest.mark.parametrize("outcome", ["answered", "add_to"])
@pytest.mark.parametrize("form", shipped_forms(), ids=[form.id for form in shipped_forms()])
def test_what_is_one_key_demands_no_question_of_a_shipped_form(form, outcome):
    for code in tree().by_code:
        around = Surroundings(category=tree().path(code), channel="phone_in")
        assert problems(form, {}, outcome=outcome, around=around) == ()


def units() -> list[dict[str, str]]:
    with (RESOURCES / "units-sample.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_sample_units_have_their_own_codes_and_handle_real_categories():
    codes = [unit["code"] for unit in units()]
    assert len(codes) == len(set(codes)) >= 23
    for unit in units():
        assert all(unit[column] for column in ("name", "name_en", "kind", "area", "phone", "contact_person"))
        assert set(unit["handles"].split(";")) <= set(tree().by_code)
