"""Rules of calling are folded away, are the usual ones, and say what is wrong beside their line."""

import pytest
from PySide6.QtWidgets import QPushButton

from app.models.retry_policy import CAMPAIGN, RULES, OverHardLimit, from_table
from app.ui.kit import languages
from app.ui.panes.campaigns.calling_rules import CallingRules


@pytest.fixture
def rules(jobs, qtbot):
    made = CallingRules()
    qtbot.addWidget(made)
    return made


def test_they_are_folded_away_and_the_usual_ones_are_no_rules_of_their_own(rules):
    assert not rules.is_open()
    assert (rules.form.value("attempts"), rules.form.value("span_days")) == (5, 8)
    assert rules.policy() == {}
    rules.form.set_values({"attempts": None}, clear=False)
    assert rules.policy() == {}


def test_rules_are_set_and_how_many_are_not_as_usual_is_told(rules, qtbot):
    assert set(rules.form.names()) < set(RULES)
    languages.of_app().use("en")
    editor = rules.form.editor("gap_min")
    with qtbot.waitSignal(rules.form.changed):
        editor.setText("240")
        editor.textEdited.emit("240")
    assert rules.policy() == {"gap_min": 240}
    assert from_table(rules.policy()).gap_min == 240
    assert "1" in rules.findChild(QPushButton, "campaigns.rules_part.toggle").text()
    rules.show_usual()
    assert rules.form.value("gap_min") == CAMPAIGN.gap_min


def test_what_is_no_number_is_not_as_usual_either(rules):
    for name, text in (("gap_min", "240"), ("rings", "abc")):
        rules.form.editor(name).setText(text)
        rules.form.editor(name).textEdited.emit(text)
    assert "2" in rules.findChild(QPushButton, "campaigns.rules_part.toggle").text()


@pytest.mark.parametrize(("name", "value"), [("attempts", 10), ("gap_min", 59), ("conversions", 2), ("per_day", 2.5)])
def test_what_is_out_of_bounds_is_said_beside_its_line(rules, name, value):
    rules.form.set_values({name: value}, clear=False)
    with pytest.raises(OverHardLimit) as refused:
        from_table(dict(rules.policy()))
    assert refused.value.facts["field"] == name
    assert rules.refuse(name, "from 1 to 9")
    assert rules.is_open()
    assert rules.form.editor(name).accessibleDescription() == "from 1 to 9"
    assert not rules.refuse("size", "?")


def test_what_is_no_number_unfolds_them(rules):
    rules.form.editor("rings").setText("six")
    assert list(rules.problems()) == ["rings"]
    assert rules.is_open()
