"""A key command is an argument list that prints one key; every way to fail has its own name."""

import shlex
import sys

import pytest

from app.models.key_errors import (
    KeyCommandFailed,
    KeyCommandMissing,
    KeyCommandNeedsShell,
    KeyCommandOutputWrong,
    KeyCommandReadOnly,
    KeyCommandSlow,
)
from app.outside.key_command import KeyCommand, arguments_of

KEY = bytes(range(32))


def _python(program: str, *arguments: str) -> str:
    return shlex.join([sys.executable, "-c", program, *arguments])


def test_what_the_program_prints_is_the_key():
    store = KeyCommand(_python(f"print('{KEY.hex()}')"))
    assert store.read("i", "k") == KEY
    store.write("i", "k", key=KEY)
    store.delete("i", "k")
    assert store.read("i", "k") == KEY
    assert store.name == sys.executable


def test_the_ids_are_filled_into_the_arguments():
    store = KeyCommand(
        _python("import sys; assert sys.argv[1:] == ['a/i/k']; print('ab' * 32)", "a/{install_id}/{key_id}")
    )
    assert store.read("i", "k") == b"\xab" * 32


def test_another_key_cannot_be_stored_behind_a_command():
    with pytest.raises(KeyCommandReadOnly):
        KeyCommand(_python(f"print('{KEY.hex()}')")).write("i", "k", key=bytes(32))


@pytest.mark.parametrize("program", ["print('secret')", "pass", "print('ab' * 32, 'ab')", "print('x' * 10**6)"])
def test_output_that_is_no_key_is_refused_without_being_shown(program):
    with pytest.raises(KeyCommandOutputWrong) as caught:
        KeyCommand(_python(program)).read("i", "k")
    assert set(caught.value.facts) == {"program"}


def test_a_program_that_fails_is_told_with_its_code():
    with pytest.raises(KeyCommandFailed) as caught:
        KeyCommand(_python("import sys; print('ab' * 32); sys.exit(3)")).read("i", "k")
    assert caught.value.facts["exit_code"] == 3
    assert caught.value.__cause__ is None


def test_a_program_that_hangs_is_ended():
    with pytest.raises(KeyCommandSlow):
        KeyCommand(_python("import threading; threading.Event().wait(60)"), limit_s=0.3).read("i", "k")


@pytest.mark.parametrize("command", ["", "   ", "no-such-program-anywhere x", "pass 'unbalanced", "''"])
def test_a_command_that_cannot_start_is_told(command):
    with pytest.raises(KeyCommandMissing):
        KeyCommand(command).read("i", "k")


@pytest.mark.parametrize(
    ("command", "sign"),
    [("pass show x | head -1", "|"), ("a && b", "&"), ("a > /tmp/x", ">"), ("echo $KEY", "$"), ("a `b`", "`")],
)
def test_shell_signs_are_refused_and_never_guessed_at(command, sign):
    with pytest.raises(KeyCommandNeedsShell) as caught:
        KeyCommand(command)
    assert caught.value.facts["sign"] == sign


def test_quoted_signs_belong_to_the_argument():
    assert arguments_of("""sh -c 'a | b' "c & d" e\\;f""") == ["sh", "-c", "a | b", "c & d", "e;f"]
