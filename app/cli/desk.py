"""What every command stands on: the data folder, the key, who is at the desk, and how results are printed.

click is named inside functions: the window stands on this too, and is on the screen the sooner without it.
"""

import json
import os
import sys
import threading
from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.cli.words import say
from app.models.errors import CannotNow

if TYPE_CHECKING:
    from app.bootstrap import House
    from app.outside.key_choice import KeyChoice


@dataclass(frozen=True)
class Desk:
    """The global options of one command line. ``language`` is what it speaks, ``spoken`` what was asked for ("")."""

    data_dir: Path | None = None
    key_file: Path | None = None
    key_command: str | None = None
    name: str | None = None
    language: str = "en"
    spoken: str = ""

    @property
    def folder(self) -> Path:
        """Return the data folder: the one named, or this account's own."""
        if self.data_dir is not None:
            return self.data_dir
        from app.outside.data_folder import default_data_dir

        return default_data_dir()

    def choice(self, *, wants_passphrase: bool = False) -> Any:
        """Return the key provider that was named; nothing is chosen silently. ``wants_passphrase``: a new one."""
        from app.outside.key_choice import KeyChoice

        ask = _new_passphrase if wants_passphrase else _ask_passphrase
        return KeyChoice(self.key_file, self.key_command, ask, wants_passphrase)

    @contextmanager
    def house(self, *, signed_in: bool = True, anywhere: bool = False) -> "Generator[House]":
        """Open the installation, with the person of ``--as`` at the desk.

        ``anywhere``: also where a database gets damaged, to prove it and to take out what it holds.
        """
        from app import bootstrap
        from app.outside.key_choice import or_demo

        late = Late(say("opening"), say("updating"))
        choice = or_demo(self.choice(), bootstrap.database_in(self.folder))
        with late:
            house = bootstrap.open_house(self.folder, late.but_for(choice), late, anywhere=anywhere)
        try:
            if signed_in:
                self._sign_in(house)
            yield house
        finally:
            house.close()

    def _sign_in(self, house: "House") -> None:
        import click

        from app.services import accounts, leaving

        if self.name is None:
            raise click.UsageError(say("needs_as"))
        if house.office.ask(leaving.is_due):
            house.office.do(leaving.let_go)
        password = os.environ.get("ONEWINDOW_PASSWORD")
        if password is None:
            password = str(click.prompt(say("password_of", name=self.name), hide_input=True, err=True))
        news = house.office.ask(accounts.settled)
        house.office.sign_in(house.office.ask(accounts.sign_in, self.name, password))
        for said, names in zip(("sync.closed", "sync.taken_over"), news, strict=True):
            if names:
                click.echo(say(said, names=", ".join(names)), err=True)


class Late:
    """Says ``text`` on standard error if what is done meanwhile takes longer than so many seconds.

    Hears how far it is, as an opening does that brings the records up to an update: then it says ``moving``, once.
    """

    def __init__(self, text: str, moving: str, seconds: float = 1.0) -> None:
        self._text, self._moving, self._seconds = text, moving, seconds
        self._said = ""
        self._moves = False
        self._timer: threading.Timer | None = None

    def __enter__(self) -> None:
        self._said = ""
        self._timer = threading.Timer(self._seconds, self._say)
        self._timer.daemon = True
        self._timer.start()

    def __exit__(self, *_: object) -> None:
        if self._timer is not None:
            self._timer.cancel()

    def at(self, done: int, total: int = 0, note: str = "") -> None:
        """Hear that the records are brought up to an update."""
        self._moves = True
        if self._said == self._text:
            self._say()

    def _say(self) -> None:
        said = self._moving if self._moves else self._text
        if said != self._said:
            self._said = said
            tell(said)

    def but_for(self, choice: "KeyChoice") -> "KeyChoice":
        """Return a choice of the key whose question for a passphrase does not count: then it is the person who is."""
        ask = choice.passphrase
        return replace(choice, passphrase=partial(self._asked, ask)) if ask else choice

    def _asked(self, ask: Callable[[], str]) -> str:
        self.__exit__()
        found = ask()
        self.__enter__()
        return found


def _ask_passphrase(*, twice: bool = False) -> str:
    import click

    found = os.environ.get("ONEWINDOW_PASSPHRASE")
    if found is not None:
        return found
    return str(click.prompt(say("passphrase"), hide_input=True, confirmation_prompt=twice, err=True))


def _new_passphrase() -> str:
    return _ask_passphrase(twice=True)


def tell(text: str) -> None:
    """Say something beside the result: on standard error."""
    import click

    click.echo(text, err=True)


def print_json(value: object) -> None:
    """Print exactly one JSON value on standard output."""
    import click

    click.echo(json.dumps(value, ensure_ascii=False, indent=2, default=_said))


def print_lines(values: Iterable[object]) -> int:
    """Print JSON Lines on standard output and return how many."""
    import click

    count = 0
    for count, value in enumerate(values, start=1):  # noqa: B007 - how many there were, after the last
        click.echo(json.dumps(value, ensure_ascii=False, default=_said))
    return count


def _said(value: object) -> str:
    """Return a value that JSON has no word for: a time as ISO 8601, anything else as it says itself."""
    return value.isoformat() if isinstance(value, datetime) else str(value)


class Moved:
    """Hears how far a long command has come; this one shows nothing, as in a pipe."""

    def at(self, done: int, total: int = 0, note: str = "") -> None:
        """Take the progress."""

    def __call__(self, done: int, total: int) -> None:
        """Take the progress of a function that calls instead."""
        self.at(done, total)


class _Bar(Moved):
    """Moves a progress bar on a terminal."""

    def __init__(self, bar: Any, task: Any) -> None:
        self._bar, self._task = bar, task

    def at(self, done: int, total: int = 0, note: str = "") -> None:
        self._bar.update(self._task, completed=done, total=total or None)


@contextmanager
def progress(text: str) -> Generator[Moved]:
    """Show a progress bar on a terminal; nothing in a pipe."""
    if not sys.stderr.isatty():
        yield Moved()
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True)) as bar:
        yield _Bar(bar, bar.add_task(text, total=None))


class _Stoppable(Moved):
    """Stops a command where it looks at its progress, so that it can say what it did."""

    def __init__(self, shown: Moved) -> None:
        self._shown, self._asked = shown, False

    def stop(self, *_signal: object) -> None:
        """Stop at the next look; asked again, at once."""
        if self._asked:
            raise KeyboardInterrupt
        self._asked = True

    def at(self, done: int, total: int = 0, note: str = "") -> None:
        if self._asked:
            raise CannotNow
        self._shown.at(done, total, note)


@contextmanager
def stoppable(text: str) -> Generator[Moved]:
    """Show the progress of a command that saves as it goes on: Ctrl+C lets it end with its report."""
    import signal

    with progress(text) as shown:
        moved = _Stoppable(shown)
        former = signal.signal(signal.SIGINT, moved.stop)
        try:
            yield moved
        finally:
            signal.signal(signal.SIGINT, former)


def the_desk() -> Desk:
    """Return the desk of the running command."""
    import click

    found = click.get_current_context().find_object(Desk)
    return found or Desk()
