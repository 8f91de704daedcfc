import json
from collections import ChainMap
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256

import pytest

from app.models.errors import NotAllowed, RecordGone
from app.models.interviews import Interview
from app.models.questionnaire_answers import AnswerProblem, Given, trouble_of
from app.models.questionnaire_logic import Around, holds
from app.models.questionnaires import Condition, ItemKind, Questionnaire, Reserved
from app.services import questionnaires
from app.services.office import Office
from app.services.questionnaires import checked, named, shipped
from tests.desk import sign_in

#: What every shipped version says, as a sum of its content: who wants to change one ships the next beside it.
SHIPPED = {
    ("hospital-stay", 1): "920de9faff9bad13",
    ("hospital-stay", 2): "56cc1366d264f277",
    ("inpatient-national", 1): "5a07587bff792ae3",
    ("inpatient-national", 2): "f708e3537cd839a8",
    ("inpatient-national", 3): "57a9702733406b3f",
    ("inquiry-satisfaction", 1): "8cc94cf3df0e251c",
    ("inquiry-satisfaction", 2): "94c039a98ff15d03",
    ("outpatient", 1): "c57a6b654576a116",
    ("outpatient", 2): "e3f3b577e9bb90aa",
    ("short-phone", 1): "9d0ed4cbe75c36fa",
    ("short-phone", 2): "29d2a69888ec8247",
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


#: Scores by which a finding opens, or would: of these an interview has to know the reason.
LOW = {
    "hospital-stay": {"q1": "never", "q4": "never", "q13": "never", "q14": "never", "q24": 4},
    "inpatient-national": {
        "overall": "dissatisfied", "rating": 5, "cost": "dissatisfied", "nurse_respect": "never",
        "doctor_respect": "never", "discharge_written": "no",
    },
    "outpatient": {"overall": "dissatisfied", "rating": 5, "cost": "dissatisfied", "waiting": "very_dissatisfied"},
    "short-phone": {
        "overall": "dissatisfied", "rating": 5, "attitude": "dissatisfied", "waiting": "very_dissatisfied",
        "cost": "dissatisfied", "skill": "dissatisfied",
    },
    "inquiry-satisfaction": {"unit_satisfaction": "dissatisfied", "line_satisfaction": "dissatisfied"},
}  # fmt: skip


@pytest.mark.parametrize(("name", "item", "value"), [(form, *one) for form, low in LOW.items() for one in low.items()])
def test_a_low_score_needs_a_reason_in_every_language(name, item, value):
    form = named(name)
    around = Around(form, {"discharge_told": "no"}, {})
    asked = form.item(item)
    assert trouble_of(asked, Given(item, value), around).problem is AnswerProblem.REASON_NEEDED
    assert trouble_of(asked, Given(item, value, reason="The night nurse"), around) is None
    first = asked.why.categories[0]
    assert trouble_of(asked, Given(item, value, reason_code=first.code), around) is None
    assert all(set(one.text) == set(form.languages) for one in asked.why.categories)


def test_nothing_else_is_asked_of_whoever_was_told_something_when_leaving():
    form = named("inpatient-national")
    told = Around(form, {"discharge_told": "yes"}, {})
    assert trouble_of(form.item("discharge_written"), Given("discharge_written", "no"), told) is None


def met(when: Condition) -> Iterator[dict[str, object]]:
    """Yield answers that make a condition hold, as few as it needs."""
    if when.what == "is":
        yield {when.subject: when.values[0]}
    elif when.what == "at_most":
        yield {when.subject: int(when.limit)}
    elif when.what == "all":
        yield dict(ChainMap(*(next(met(part), {}) for part in when.parts)))
    for part in when.parts if when.what == "any" else ():
        yield from met(part)


@pytest.mark.parametrize("form", shipped(), ids=lambda form: form.id)
def test_whoever_may_be_named_on_a_finding_is_asked_before_it_is_opened(form):
    for one in form.triggers:
        asked = form.item(one.consent) if one.consent else None
        for coded in met(one.when) if asked is not None and asked.when is not None else ():
            around = Around(form, coded, {})
            assert holds(one.when, around), f"{one.id}: {coded}"
            assert holds(asked.when, around), f"{one.id}: {coded}"


@pytest.mark.parametrize("name", ["hospital-stay", "inpatient-national", "outpatient", "short-phone"])
def test_who_answers_is_a_field_that_no_interview_leaves_out(name):
    form = named(name)
    for reserved in (Reserved.DONT_KNOW, Reserved.REFUSED):
        given = Given("respondent", reserved=reserved)
        assert trouble_of(form.item("respondent"), given, Around(form, {}, {})).problem is AnswerProblem.NOT_TAKEN


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
