import pytest

from app.models.errors import NotAllowed, RecordGone
from app.models.questionnaires import ItemKind
from app.services import questionnaires
from app.services.office import Office
from app.services.questionnaires import checked, named, shipped
from tests.desk import sign_in

BROKEN = """{"format": 1, "id": "x", "version": 1, "title": "X", "languages": ["en"], "key_items": [],
"blocks": [{"id": "b", "title": "B", "items": [{"id": "q", "kind": "text", "text": "{nobody}?"}]}]}"""


def test_five_questionnaires_ship_in_both_languages():
    found = {one.id: one.languages for one in shipped()}
    assert set(found) == {"hospital-stay", "inpatient-national", "inquiry-satisfaction", "outpatient", "short-phone"}
    assert found["short-phone"] == ("zh_CN", "en")


def test_a_questionnaire_is_found_by_its_name():
    assert named("hospital-stay").item("q24").kind == "rating"
    with pytest.raises(RecordGone):
        named("nobody")


def test_the_topics_of_the_hospital_survey_keep_their_numbers():
    stay = named("hospital-stay")
    assert [one.id for one in stay.items if one.id[0] == "q"] == [f"q{number}" for number in range(1, 33)]
    assert [one.id for one in stay.items if one.kind == "multi"] == ["q32"]


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
    assert office.do(questionnaires.publish, changed, file="short.json").value == shipped.version + 1
    assert office.do(questionnaires.publish, changed, file="short.json").value == shipped.version + 1
    assert office.ask(questionnaires.current, "short-phone").title["de"] == "Kurz"
    assert office.ask(questionnaires.version_of, "short-phone", shipped.version) == shipped
    assert [one.number for one in office.ask(questionnaires.versions, "short-phone")] == [shipped.version + 1]
    published = {one.questionnaire.id for one in office.ask(questionnaires.listed) if one.published}
    assert published == {"short-phone"}


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
