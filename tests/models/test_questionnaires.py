from app.models.questionnaires import SCALED, ItemKind, every_condition, in_language
from app.models.scoring import SCALES
from tests.surveys import item, made


def test_a_text_is_given_in_the_language_or_the_nearest():
    texts = {"en": "E", "zh_CN": "中"}
    assert [in_language(texts, one) for one in ("en", "zh_CN", "zh_HK", "en_US", "fr")] == ["E", "中", "中", "E", "E"]
    assert in_language({}, "en") == ""


def test_items_are_found_by_their_id_over_all_blocks():
    blocks = [{"id": name, "title": name, "items": [item(f"{name}1"), item(f"{name}2")]} for name in ("a", "b")]
    whole = made(blocks=blocks)
    assert [one.id for one in whole.items] == ["a1", "a2", "b1", "b2"]
    assert whole.item("b1").kind is ItemKind.YES_NO
    assert whole.item("c1") is None
    assert whole.item("b1").option("no").step == 1
    assert whole.item("b1").option("x") is None


def test_every_scaled_kind_has_its_scale():
    assert set(SCALED.values()) == set(SCALES)


def test_a_condition_is_walked_with_all_its_parts():
    when = {"all": [{"answered": "a"}, {"not": {"item": "b", "is": ["yes"]}}]}
    whole = made(item("a"), item("b"), item("c", when=when))
    assert [one.what for one in every_condition(whole.item("c").when)] == ["all", "answered", "not", "is"]
    assert list(every_condition(None)) == []
