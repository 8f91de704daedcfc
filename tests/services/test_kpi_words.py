"""Every KPI says how it is computed, in both languages."""

from dataclasses import replace

import pytest

from app.models.kpi_questions import Question, Subject
from app.services import kpi_words, kpis


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_every_question_and_every_kind_of_rows_is_explained(language: str) -> None:
    for question in Question:
        assert kpi_words.phrase(f"rule_{question}", language)
    for subject in Subject:
        assert kpi_words.phrase(f"rows_{subject}", language)
    for one in kpis.shipped().values():
        told = dict(kpi_words.explained(one, language))
        assert len(told) >= 6
        assert one.source.for_language(language) in told.values()


def test_target_and_warning_are_told_in_their_measure() -> None:
    on_time, wait = (kpis.shipped()[name] for name in ("on_time", "speed_of_answer"))
    assert kpi_words.goal(replace(on_time, warning=0.9), "en") == "at least 99 %; warns up to 90 %"
    assert kpi_words.goal(wait, "en") == "at most 30 s"
    assert kpi_words.goal(replace(wait, target=None), "en") == ""


def test_chinese_words_of_a_kpi_are_joined_by_chinese_signs() -> None:
    one = replace(kpis.shipped()["on_time"], warning=0.9)
    assert kpi_words.goal(one, "zh_CN") == "不低于 99 %；预警界限 90 %"
    assert ": " not in "".join(text for _, text in kpi_words.explained(one, "zh_CN"))
