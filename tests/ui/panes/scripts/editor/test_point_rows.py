"""Key points as rows."""

from app.scripts_library.script import KeyPoint, Slots
from app.ui.panes.scripts.editor.point_rows import POINTS

FULL = KeyPoint(
    "k1",
    {"zh": "9至45岁", "en": "9 to 45", "es": "9 a 45"},
    critical=True,
    slots=Slots(("9", "45"), ("12320",), ("岁", "years"), negated=True),
    any={"zh": ("男",), "en": ("men", "boys"), "es": ("hombres",)},
)


def test_answering_each_field_as_it_stands_changes_nothing() -> None:
    for name, value in POINTS.read(FULL).items():
        assert POINTS.write(FULL, name, value) == FULL, name


def test_every_field_is_read_and_a_blank_point_fills_up() -> None:
    shown = POINTS.read(FULL)
    assert {field.name for field in POINTS.fields} == set(shown)
    point = POINTS.blank(())
    for name, value in shown.items():
        point = POINTS.write(point, name, value)
    assert POINTS.read(point) == shown


def test_a_point_is_told_by_its_words_and_a_critical_one_by_a_chip() -> None:
    assert POINTS.says(FULL) == ("k1 · 9至45岁", "9 to 45", "critical")
    assert POINTS.says(KeyPoint("k2", {"en": "card"})) == ("k2 · card", "", "")
    assert POINTS.says(KeyPoint("k3", {})) == ("k3 · –", "", "")
