import pytest

from app.models.entities import ENTITIES
from app.services import wording
from app.ui.panes.settings import value_words as words
from app.ui.panes.settings.value_words import value_words


@pytest.mark.parametrize(
    ("entity", "field", "value", "english", "chinese"),
    [
        ("person", "roles", ["operator", "trainer"], "Operator, Trainer", "话务员、培训师"),
        ("person", "speaks", ["en", "Hakka"], "English, Hakka", "英语、Hakka"),
        ("inquiry", "urgency", "critical", "Critical", "特急"),
        ("unit", "active", 0, "No", "否"),
        ("caller", "kind", "family", "Family or caregiver", "家属"),
        ("setting", "value", {"从": 1}, '{"从": 1}', '{"从": 1}'),
        ("setting", "value", True, "Yes", "是"),
        ("caller", "name", "Li", "Li", "Li"),
        ("person", "speaks", [], "", ""),
        ("caller", "name", None, "", ""),
    ],
)
def test_a_value_is_said_in_words(entity: str, field: str, value: object, english: str, chinese: str) -> None:
    said = [value_words(entity, field, value, language) for language in ("en", "zh_CN")]  # type: ignore[arg-type]
    assert said == [english, chinese]


def test_a_category_is_said_from_its_root_on() -> None:
    assert value_words("inquiry", "category", "no.such", "en") == "no.such"
    known = next(iter(words.reference.categories().by_code))
    assert value_words("inquiry", "category", known, "en") != known


def test_what_is_said_by_labels_is_a_field_that_has_them() -> None:
    for name, labels in words._SETS.items():  # pyright: ignore[reportPrivateUsage]
        entity, _, field = name.rpartition(".")
        having = [entity] if entity else list(ENTITIES)
        assert any(field in ENTITIES[one].by_name for one in having), name
        assert wording.labels(labels, "en")
    for name in words._ANSWERS:  # pyright: ignore[reportPrivateUsage]
        entity, _, field = name.rpartition(".")
        assert field in ENTITIES[entity].by_name, name
