import subprocess
import sys

import pytest

from app.scripts_library import reading_aloud
from app.scripts_library.reading_aloud import looked_up, read_aloud

#: As the program does it; all other tests read in their own process.
BY_ANOTHER_PROCESS = reading_aloud._by_another_process
TEXTS = ["银行行长", "重庆", "重新预约", "长安县B1人民医院", ""]


@pytest.fixture(autouse=True)
def as_the_program_does(monkeypatch):
    monkeypatch.setattr(reading_aloud, "_by_another_process", BY_ANOTHER_PROCESS)


def test_another_process_reads_as_pypinyin_does():
    assert read_aloud(TEXTS) == [tuple(one) for one in looked_up(TEXTS)]


def test_the_tables_are_not_loaded_here():
    code = """
import sys
from app.scripts_library.reading_aloud import read_aloud
assert read_aloud(["银行"]) == [("yin", "hang")]
assert "pypinyin" not in sys.modules
"""
    subprocess.run([sys.executable, "-c", code], check=True)


def test_nothing_asked_starts_nothing(monkeypatch):
    monkeypatch.setattr(reading_aloud, "_by_another_process", None)
    assert read_aloud([]) == []


def test_where_no_process_can_be_started_the_texts_are_read_here(monkeypatch):
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    assert read_aloud(["银行"]) == [("yin", "hang")]
