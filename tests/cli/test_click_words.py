import ast
import json
from importlib.resources import files
from pathlib import Path
from string import Formatter

import click
import pytest

from app.cli import main
from app.cli.words import speak


@pytest.fixture(autouse=True)
def english_again():
    yield
    speak("en")


def _table() -> dict[str, str]:
    return json.loads(files("resources").joinpath("i18n/click.json").read_text(encoding="utf-8"))


def _said_by_click() -> set[str]:
    """Every text that click asks gettext for, read from its source."""
    found: set[str] = set()
    for file in Path(click.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.add(node.value)
    return found


def test_every_text_is_one_that_click_says() -> None:
    assert set(_table()) - _said_by_click() == set()


def test_a_translation_names_only_what_click_knows() -> None:
    for english, chinese in _table().items():
        names = [{name for _, name, _, _ in Formatter().parse(text) if name} for text in (english, chinese)]
        silent = {"name", "number_type"}  # said in English: file, integer range
        assert names[0] - silent <= names[1] <= names[0], english


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (["--help"], "用法：onewindow"),
        (["init", "--help"], "选项：\n"),
        (["--help"], "命令：\n"),
        (["--help"], "显示此说明并退出。"),
        (["init"], "错误：缺少选项"),
        (["init"], "可用“onewindow init --help”查看说明。"),
        (["nosuch"], "错误：没有命令 nosuch。"),
        (["demo", "fill", "--inquiries", "0"], "不在范围"),
        (["demo", "fill", "--inquiries", "many"], "many 不是有效的数。"),
        (["tour", "a", "b"], "多余的参数（b）"),
    ],
)
def test_what_click_says_itself_is_chinese_too(line: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("COLUMNS", "200")
        main(["--lang", "zh_CN", *line])
    told = capsys.readouterr()
    assert said in told.out + told.err


def test_in_english_click_says_what_it_says(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang", "en", "init"]) == 2
    told = capsys.readouterr().err
    assert "Usage: onewindow init" in told
    assert "Error: Missing option" in told
    assert main(["--lang", "en", "init", "--help"]) == 0
    assert "Options:\n" in capsys.readouterr().out
