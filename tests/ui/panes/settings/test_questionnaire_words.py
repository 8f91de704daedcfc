"""A questionnaire is previewed as it is read out, and what is wrong with it is told with its place."""

import json
import re

from app.models.questionnaire_checks import FIELDS, QuestionnaireRemark, Remark
from app.services import questionnaires, wording
from app.services.questionnaires import Listed, named
from app.ui.panes.settings import questionnaire_words as words
from tests.surveys import item, made

AFTER = named("inquiry-satisfaction")


def test_the_preview_reads_questions_with_their_keys():
    found = words.preview(AFTER, "en", "zh_CN")
    assert "您反映的问题解决了吗" in found
    assert "1&nbsp; 非常满意" in found
    assert "unit_satisfaction ★" in found
    assert words.name_of(Listed(AFTER, published=False), "en") == "After an inquiry (inquiry-satisfaction 2)"


def test_what_is_put_in_stands_as_an_example_in_the_language_that_is_read_out():
    for language, unit in (("zh_CN", "疾病预防控制中心"), ("en", "Center for disease control")):
        found = words.preview(AFTER, "en", language)
        assert f"<i>{unit}</i>" in found
        assert "{" not in found


def test_what_is_to_be_stressed_is_underlined_in_the_preview():
    found = words.preview(made(item("q1", text="Was it *as clean & quiet* as {@unit}?")), "en", "en")
    assert "Was it <u>as clean &amp; quiet</u> as <i>" in found


def test_no_shipped_questionnaire_shows_a_place_that_is_not_filled():
    found = [words.preview(one, "en", spoken) for one in questionnaires.shipped() for spoken in one.languages]
    assert len(found) == 8
    assert all(wording.labels("example_field", "en")[name] for name in FIELDS)
    assert not [one for one in found if "{" in one or "…</i>" in one]


def test_a_remark_names_its_place_and_the_place_is_found():
    told = words.remark(Remark(QuestionnaireRemark.UNDEFINED, "solved", "nowhere"), "en")
    assert told.startswith("solved: ")
    assert told.endswith("(nowhere)")
    text = '{"items": [{"id": "q1"}, {"id": "q2"}]}'
    assert text[words.place_of(text, "q2") :].startswith('"id": "q2"')
    assert words.place_of(text, "q3") == 0
    assert words.place_of(text.replace('"id": "q2"', '"id":"q2"'), "q2") == text.index('"id": "q2"')
    assert words.place_of("{\n  oops", "2:3") == 4
    assert words.place_of("{\u2028\n  oops", "2:3") == 5


def test_a_place_in_a_broken_file_is_told_by_its_item():
    text = '{"blocks": [{"items": [{"id": "q1"}, {}]}]}'
    assert words.broken_at(text, "$.blocks[0].items[0].options") == ("q1", "q1.options")
    assert words.broken_at(text, "$.blocks[0].items[1].id") == ("$.blocks[0].items[1].id",) * 2
    assert words.broken_at("{", "$.blocks[0].items[0].kind") == ("$.blocks[0].items[0].kind",) * 2
    assert words.broken_at("{", "1:2") == ("1:2", "1:2")


def test_of_two_items_with_one_id_the_one_that_is_meant_is_found():
    text = json.dumps(
        {
            "triggers": [{"id": "q1"}],
            "blocks": [{"items": [{"id": "q1"}, {"id": "q2"}]}, {"items": [{"id": "q2"}, {"id": "q1"}, {"id": "q1"}]}],
        },
        indent=2,
    )
    places = [one.start() for one in re.finditer('"id": "q1"', text)][1:]
    for place, at in (("[0].items[0]", 0), ("[1].items[1]", 1), ("[1].items[2]", 2)):
        found, told = words.broken_at(text, f"$.blocks{place}.id")
        assert told == "q1.id"
        assert at == 0 or words.place_of(text, found) == places[at]
    one_line = json.dumps(json.loads(text))
    found, _ = words.broken_at(one_line, "$.blocks[1].items[0].id")
    assert one_line[words.place_of(one_line, found) :].startswith('"id": "q2"}, {"id": "q1"}, {"id": "q1"}')
