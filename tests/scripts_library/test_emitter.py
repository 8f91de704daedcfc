from datetime import timedelta, timezone

import pytest
import yaml
from hypothesis import given

from app.scripts_library.emitter import emit, head_data
from app.scripts_library.parser import parse
from app.scripts_library.script import Script
from tests.scripts_library.making import sample, scripts, small


@given(scripts())
def test_what_is_written_is_read_back(script: Script):
    parsed = parse(emit(script))
    assert parsed.findings == ()
    assert parsed.script == script


@given(scripts())
def test_the_head_is_yaml_that_any_reader_takes(script: Script):
    head = emit(script).split("\n---\n", 1)[0].removeprefix("---\n")
    read = yaml.load(head, Loader=yaml.BaseLoader)
    assert read["id"] == script.key
    assert read["title"] == dict(script.title)


@pytest.mark.parametrize("name", ["vac-hpv-age-01", "ce-hours-01", "flu-free-02"])
def test_a_file_written_once_is_written_the_same_again(name: str):
    first = parse(sample(name)).script
    assert first is not None
    again = parse(emit(first)).script
    assert again is not None
    assert emit(again) == emit(first)


def test_a_file_is_written_so_that_people_can_read_it():
    script = parse(sample("vac-hpv-age-01")).script
    assert script is not None
    text = emit(script, zone=timezone(timedelta(hours=8)))
    assert "title: {zh: HPV疫苗几岁可以打？, en: " in text
    assert "\neffective_from: 2026-03-01T00:00:00+08:00\n" in text
    assert "\n  - {id: k1, critical: true, zh: 9至45周岁, en: aged 9 to 45, slots: {numbers: [9, 45], " in text
    assert "\n### 如追问 / if asked\n男性可自愿接种。\n" in text


def test_a_changed_phrasing_is_one_changed_line():
    before = emit(small(phrasings={"zh": ("几点开门",), "en": ("opening hours",)})).split("\n")
    after = emit(small(phrasings={"zh": ("几点开门", "啥时候开"), "en": ("opening hours",)})).split("\n")
    assert sum(old != new for old, new in zip(before, after, strict=True)) == 1


def test_defaults_are_left_out():
    assert list(head_data(small())) == ["id", "version", "title", "risk", "governance", "audience", "state"]
