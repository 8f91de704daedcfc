import pytest

from app.services.routing import Advice
from app.ui.kit import languages
from app.ui.parts.unit_advice import UnitAdvice


@pytest.fixture
def line(qtbot):
    made = UnitAdvice("advice", "Alt+T")
    qtbot.addWidget(made)
    made.show()
    return made


LEARNED = Advice("learned", "U01", name="收费科", probability=0.94, level="category+area", seen=33.7)


@pytest.mark.parametrize(
    ("advice", "text"),
    [
        (None, ""),
        (Advice("nothing"), "No unit is suggested: no rule fits, and past dispatches are not clear enough."),
        (Advice("rule", "U01", rule="Fees"), "Suggested: U01, by the rule “Fees”"),
        (LEARNED, "Suggested: 收费科, 94% sure, 34 recent dispatches of the same category, area"),
        (
            Advice("learned", "U01", probability=0.7, level="words", words=("收费", "bill")),
            "Suggested: U01, 70% sure, by the words 收费, bill",
        ),
    ],
)
def test_the_reason_is_told_in_words(line, advice, text):
    line.show_advice(advice)
    assert line.text() == text
    assert line.take.isVisible() is bool(advice and advice.unit)


def test_a_unit_that_is_chosen_already_is_not_offered(line, qtbot):
    line.show_advice(LEARNED, "U02")
    with qtbot.waitSignal(line.taken):
        line.take.click()
    line.show_chosen("U01")
    assert not line.take.isVisible()
    assert line.text().startswith("As suggested")


def test_it_speaks_the_language_of_the_window(line):
    line.show_advice(LEARNED)
    languages.of_app().use("zh_CN")
    line.retranslate()
    assert line.text() == "建议派往：收费科，把握 94%，近期同一分类、区域派单 34 件"
