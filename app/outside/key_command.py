"""The database key from a program that prints it, such as a password store or a systemd credential (``--key-command``).

The command is an argument list: it is split as a shell would, but no shell runs, so nothing in it is expanded.
``{key_id}`` and ``{install_id}`` in an argument are filled in.
"""

import os
import shlex
import subprocess

from app.models.key_errors import (
    KeyCommandFailed,
    KeyCommandMissing,
    KeyCommandNeedsShell,
    KeyCommandOutputWrong,
    KeyCommandReadOnly,
    KeyCommandSlow,
)
from app.outside.key_text import key_of_text

LIMIT_S = 30.0
_SHELL_SIGNS = ";<>|&$`"
_MOST_OUTPUT = 4096


class KeyCommand:
    """Asks a program for the key; it cannot store one there."""

    kind = "command"

    def __init__(self, command: str, *, limit_s: float = LIMIT_S) -> None:
        """Take the command as one text. Raises KeyCommandMissing or KeyCommandNeedsShell."""
        self._arguments = arguments_of(command)
        self._limit_s = limit_s
        self.name = self._arguments[0]  # the program only: an argument may be confidential

    def read(self, install_id: str, key_id: str) -> bytes:
        """The key. Raises KeyCommandMissing, KeyCommandSlow, KeyCommandFailed or KeyCommandOutputWrong."""
        fill = {"{key_id}": key_id, "{install_id}": install_id}
        arguments = [_filled(argument, fill) for argument in self._arguments]
        key = key_of_text(self._output(arguments)[:_MOST_OUTPUT].decode("ascii", "replace"))
        if key is None:
            raise KeyCommandOutputWrong(program=self.name)
        return key

    def write(self, install_id: str, key_id: str, *, key: bytes) -> None:
        """Check that the command prints this very key. Raises KeyCommandReadOnly when it prints another."""
        if self.read(install_id, key_id) != key:
            raise KeyCommandReadOnly(program=self.name)

    def delete(self, install_id: str, key_id: str) -> None:
        """Nothing: whoever put the key behind the command takes it away."""

    def _output(self, arguments: list[str]) -> bytes:
        try:
            done = subprocess.run(  # noqa: S603 - the administrator's own command, without a shell
                arguments, stdin=subprocess.DEVNULL, capture_output=True, timeout=self._limit_s, check=True
            )
        except subprocess.TimeoutExpired as error:
            # "from None": the exceptions of subprocess carry the output, which is the key
            raise KeyCommandSlow(program=self.name, limit_s=error.timeout) from None
        except subprocess.CalledProcessError as error:
            raise KeyCommandFailed(program=self.name, exit_code=error.returncode) from None
        except (OSError, ValueError) as error:
            raise KeyCommandMissing(program=self.name) from error
        return done.stdout


def arguments_of(command: str) -> list[str]:
    """Split a command into its arguments. Raises KeyCommandMissing, or KeyCommandNeedsShell for a pipe and its like."""
    sign = _shell_sign(command)
    if sign:
        raise KeyCommandNeedsShell(field="key_command", sign=sign)
    posix = os.name != "nt"
    try:
        arguments = shlex.split(command, posix=posix)
    except ValueError as error:  # a quotation mark without its partner
        raise KeyCommandMissing(program=command.split(maxsplit=1)[0]) from error
    if not arguments or not arguments[0]:
        raise KeyCommandMissing(program="")
    return arguments if posix else [argument.strip('"') for argument in arguments]


def _shell_sign(command: str) -> str:
    """The first shell sign outside quotation marks; empty when there is none."""
    quote, escaped = "", False
    for sign in command:
        if escaped:
            escaped = False
        elif sign == "\\" and quote != "'" and os.name != "nt":
            escaped = True
        elif quote:
            quote = "" if sign == quote else quote
        elif sign in "'\"":
            quote = sign
        elif sign in _SHELL_SIGNS:
            return sign
    return ""


def _filled(argument: str, fill: dict[str, str]) -> str:
    for placeholder, value in fill.items():
        argument = argument.replace(placeholder, value)
    return argument
