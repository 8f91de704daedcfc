import pytest

from app.models.errors import RecordGone
from app.services.questionnaires import checked, named, shipped

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
