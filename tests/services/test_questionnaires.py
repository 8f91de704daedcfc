import json
from dataclasses import replace
from hashlib import sha256

import pytest

from app.models.errors import NotAllowed, RecordGone
from app.models.interviews import Interview
from app.models.questionnaire_answers import AnswerProblem, Given, trouble_of
from app.models.questionnaire_logic import Around
from app.models.questionnaires import ItemKind, Questionnaire
from app.services import questionnaires
from app.services.office import Office
from app.services.questionnaires import checked, named, shipped
from tests.desk import sign_in

#: What every shipped version says, as a sum of its content: who wants to change one ships the next beside it.
SHIPPED = {
    ("hospital-stay", 1): "920de9faff9bad13",
    ("hospital-stay", 2): "416c253910c4ddb5",
    ("inpatient-national", 1): "5a07587bff792ae3",
    ("inpatient-national", 2): "f708e3537cd839a8",
    ("inquiry-satisfaction", 1): "8cc94cf3df0e251c",
    ("outpatient", 1): "c57a6b654576a116",
    ("short-phone", 1): "9d0ed4cbe75c36fa",
}
BROKEN = """{"format": 1, "id": "x", "version": 1, "title": "X", "languages": ["en"], "key_items": [],
"blocks": [{"id": "b", "title": "B", "items": [{"id": "q", "kind": "text", "text": "{nobody}?"}]}]}"""


def test_five_questionnaires_ship_in_both_languages():
    found = {one.id: one.languages for one in shipped()}
    assert set(found) == {"hospital-stay", "inpatient-national", "inquiry-satisfaction", "outpatient", "short-phone"}
    assert found["short-phone"] == ("zh_CN", "en")


def test_what_shipped_once_is_read_as_it_was_for_ever(office: Office) -> None:
    found = {(one.id, one.version): _sum(one) for one in (*shipped(), *questionnaires.former())}
    assert found == SHIPPED
    newest = {one.id: one.version for one in shipped()}
    for name, number in SHIPPED:
        assert office.ask(questionnaires.version_of, name, number).version == number <= newest[name]


def _sum(one: Questionnaire) -> str:
    return sha256(json.dumps(one.raw, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:16]


@pytest.mark.parametrize(
    ("age", "item", "value", "answers", "problem"),
    [
        ("5", "respondent", "self", {}, AnswerProblem.DOUBTFUL),  # the list may be wrong, and nobody here can mend it
        ("5", "education", "college", {}, AnswerProblem.DOUBTFUL),
        ("", "age", 5, {"respondent": "self"}, AnswerProblem.CONTRADICTS),
        ("", "education", "college", {"age": 12}, AnswerProblem.CONTRADICTS),
        ("40", "education", "college", {"respondent": "self"}, None),
    ],
)
def test_what_a_list_says_of_the_age_is_asked_again_and_what_was_answered_binds(age, item, value, answers, problem):
    form = named("inpatient-national")
    around = Around(form, answers, {"age": age})
    found = trouble_of(form.item(item), Given(item, value), around)
    assert (found.problem if found else None) is problem
    confirmed = trouble_of(form.item(item), Given(item, value, confirmed=True), around)
    assert (confirmed is None) is (problem is not AnswerProblem.CONTRADICTS)


def test_a_questionnaire_is_found_by_its_name():
    assert named("hospital-stay").item("q24").kind == "rating"
    with pytest.raises(RecordGone):
        named("nobody")


def test_the_topics_of_the_hospital_survey_keep_their_numbers():
    stay = named("hospital-stay")
    assert [one.id for one in stay.items if one.id[0] == "q"] == [f"q{number}" for number in range(1, 33)]
    assert [one.id for one in stay.items if one.kind == "multi"] == ["q32"]


@pytest.mark.parametrize(("answered", "worth"), [(8, "broken_off"), (11, "partial"), (17, "partial"), (18, "complete")])
def test_the_hospital_survey_counts_as_every_other_form_by_its_key_items(answered, worth):
    stay = named("hospital-stay")
    coded = dict.fromkeys(stay.key_items[:answered], "x")
    assert Interview(stay, (), None, coded, ()).completeness == worth


def test_errors_make_a_file_unusable():
    found = checked(BROKEN, file="x.json")
    assert not found.is_usable
    assert found.remarks[0].about == "nobody"
    assert checked(BROKEN.replace("{nobody}", "Say"), file="x.json").is_usable


def test_what_is_published_stands_before_what_ships_and_never_changes(office: Office) -> None:
    shipped = questionnaires.named("short-phone")
    text = office.ask(questionnaires.text_of, "short-phone")
    with pytest.raises(NotAllowed):
        office.do(questionnaires.publish, text, file="short.json")
    sign_in(office, "chen")
    assert office.do(questionnaires.publish, text, file="short.json").value == shipped.version
    changed = text.replace('"title": {', '"title": {"de": "Kurz", ', 1)
    assert office.do(questionnaires.publish, changed, file="short.json").value == questionnaires.OWN_FROM
    assert office.do(questionnaires.publish, changed, file="short.json").value == questionnaires.OWN_FROM
    assert office.ask(questionnaires.current, "short-phone").title["de"] == "Kurz"
    assert office.ask(questionnaires.version_of, "short-phone", shipped.version) == shipped
    assert [one.number for one in office.ask(questionnaires.versions, "short-phone")] == [questionnaires.OWN_FROM]
    published = {one.questionnaire.id for one in office.ask(questionnaires.listed) if one.published}
    assert published == {"short-phone"}


def test_a_text_that_a_former_program_published_under_a_shipped_number_is_told_apart(office: Office) -> None:
    shipped = questionnaires.named("inpatient-national")
    assert all(one.version < questionnaires.OWN_FROM for one in questionnaires.shipped())
    assert not questionnaires.bears_a_shipped_number(shipped)
    other = replace(shipped, raw={**shipped.raw, "title": {"en": "Ours", "zh_CN": "本院"}})
    assert questionnaires.bears_a_shipped_number(other)
    assert questionnaires.mark(other) != questionnaires.mark(shipped)
    assert questionnaires.mark(replace(shipped, raw={**shipped.raw, "version": 7})) == questionnaires.mark(shipped)


def test_what_would_spoil_interviews_is_not_published(office: Office) -> None:
    sign_in(office, "li")
    text = office.ask(questionnaires.text_of, "short-phone")
    broken = text.replace('"key_items": [', '"key_items": ["nowhere", ', 1)
    with pytest.raises(questionnaires.QuestionnaireUnusable):
        office.do(questionnaires.publish, broken, file="short.json")
    with pytest.raises(RecordGone):
        office.ask(questionnaires.version_of, "short-phone", 99)


def test_a_new_one_is_begun_gets_an_item_and_is_published(office: Office) -> None:
    sign_in(office, "chen")
    text = office.ask(questionnaires.begun)
    drafted = office.ask(questionnaires.with_item, text, ItemKind.RATING, "overall")
    assert office.do(questionnaires.publish, drafted.text, file="new.json").value == 1
    assert [one.id for one in office.ask(questionnaires.current, "new").items][3] == drafted.item == "rating_1"
    sign_in(office, "wang")
    with pytest.raises(NotAllowed):
        office.ask(questionnaires.begun)
