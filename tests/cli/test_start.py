"""The window opens without click; whatever click would say otherwise is left to it."""

import subprocess
import sys

import click
import pytest

from app.cli import start
from app.cli.desk import Desk
from app.cli.entry import COMMANDS, Commands, _group
from app.cli.start import window_call

WHOLE = [
    *["--data-dir", "d", "--key-file", "k", "--key-command", "c", "--as", "wang", "--lang", "zh_CN", "run", "--demo"]
]


@pytest.fixture
def through_click(monkeypatch: pytest.MonkeyPatch) -> list[Desk]:
    """Let click read command lines, and do nothing but note what they say."""
    seen: list[Desk] = []

    @click.command()
    @click.option("--demo", is_flag=True)
    def run(*, demo: bool) -> None:
        seen.append(click.get_current_context().find_object(Desk) or Desk())

    monkeypatch.setattr(Commands, "get_command", lambda *_given: run)
    return seen


@pytest.mark.parametrize("arguments", [["run"], ["--lang", "en", "run"], ["--data-dir", "d", "run", "--demo"], WHOLE])
def test_it_reads_the_same_as_click(arguments: list[str], through_click: list[Desk]) -> None:
    environment = {"ONEWINDOW_KEY_FILE": "from-environment", "ONEWINDOW_LANG": "en"}
    with pytest.MonkeyPatch.context() as patched:
        for name, value in environment.items():
            patched.setenv(name, value)
        _group().main(arguments, standalone_mode=False)
    call = window_call(arguments, environment)
    assert call is not None
    assert (call.desk.data_dir, call.desk.key_file, call.desk.key_command, call.desk.name, call.desk.spoken) == (
        through_click[0].data_dir,
        through_click[0].key_file,
        through_click[0].key_command,
        through_click[0].name,
        through_click[0].spoken,
    )
    assert call.demo == ("--demo" in arguments)


def test_no_word_at_all_opens_the_window() -> None:
    call = window_call([], {})
    assert call is not None
    assert (call.desk.data_dir, call.demo) == (None, False)


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"], ["run", "--help"], ["run", "now"], ["--demo"], ["--lang", "fr", "run"], ["--data-dir"],
        ["--data-dir", "--lang", "run"], ["--lang=en", "run"], *([name] for name in COMMANDS if name != "run"),
    ],
)  # fmt: skip
def test_every_other_line_is_left_to_click(arguments: list[str]) -> None:
    assert window_call(arguments, {}) is None


def test_where_no_window_can_open_click_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.outside.system.has_display", lambda _environment=None: False)
    call = window_call(["run"], {})
    assert call is not None
    assert start._opened(call) is None


def test_the_window_is_on_its_way_without_click() -> None:
    code = "import sys, app.cli, app.cli.window, app.ui.shell.main; print('click' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
