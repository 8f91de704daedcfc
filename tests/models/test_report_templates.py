"""A template says its sections in both languages, and refuses what it does not know with the place."""

import pytest

from app.models.report_templates import Filling, TemplateBroken, from_json

WORDS = '{"en": "A", "zh_CN": "甲"}'
TEXT = f'{{"id": "x", "span": "week", "title": {WORDS}, "sections": [{{"title": {WORDS}, "fill": "kpis"}}]}}'


def test_a_template_is_read():
    found = from_json(TEXT, file="x")
    assert (found.span, found.sections[0].fill, found.sections[0].text) == ("week", Filling.KPIS, None)


def test_an_unknown_filling_is_refused_with_its_place():
    with pytest.raises(TemplateBroken) as refused:
        from_json(TEXT.replace('"kpis"', '"pies"'), file="x")
    assert refused.value.facts["place"] == "$.sections[0].fill"
