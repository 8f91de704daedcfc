"""Which station calls whom: a list, and under it the station to which the chosen calls are moved."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QWidget

from app.models.accounts import Permission
from app.models.errors import FieldMissing
from app.services import callback_leases, callback_moves, move_words
from app.services.callback_moves import Holding, Moved, Place
from app.services.office import View, Work
from app.ui.kit import languages
from app.ui.kit.fields import Field, Option
from app.ui.kit.jobs import Jobs
from app.ui.panes.callbacks.board import Board, Heading, Plan, Said
from app.ui.panes.callbacks.leases_model import LeasesTable, key_of, station

_TO = QT_TRANSLATE_NOOP("forms", "Let this station call them")
_SINCE = QT_TRANSLATE_NOOP("forms", "Has called nobody since")


@dataclass(frozen=True)
class Leases:
    """What every station holds, and where it can go."""

    now_at: datetime
    zone: ZoneInfo
    held: tuple[Holding, ...]
    places: tuple[Place, ...]


def leases(view: View) -> Leases:
    """Return everything that the list shows. Supervisors only."""
    view.require(Permission.REASSIGN_INQUIRIES)
    held, places = callback_moves.holdings(view), callback_moves.places(view)
    return Leases(view.now, ZoneInfo(view.settings.time_zone), tuple(held), tuple(places))


def move(work: Work, chosen: Holding, to: str, *, force: bool = False) -> Moved:
    """Move what a row of the list holds. Supervisors only."""
    work.require(Permission.REASSIGN_INQUIRIES)
    groups = callback_moves.groups(work, language=chosen.language, held_by=chosen.at.name)
    return callback_moves.move(work, groups, to, force=force)


class LeasesBoard(Board):
    """Moves what a station holds to another one, or says that one is lost and takes it from that when pressed twice."""

    def __init__(self, jobs: Jobs, clock: Callable[[], datetime], parent: QWidget | None = None) -> None:
        self._sure: object = None
        plan = Plan(
            "leases", LeasesTable(), leases, self._show, self._heading, self._say_of,
            (Field("to", "choice", _TO), Field("since", "datetime", _SINCE, visible_when=self._may_be_lost)),
            (("move", "primary", self.move_calls), ("lost", "danger", self.say_lost), ("force", "danger", self.force)),
            self._begin,
        )  # fmt: skip
        super().__init__(jobs, clock, plan, parent)

    def move_calls(self) -> None:
        """Let the chosen station call these from now on, as soon as who holds them gave them back."""
        self._move(force=False)

    def force(self) -> None:
        """Take these from a station that is gone, when pressed twice."""
        sure = self.tr("Only if that station is gone: press again to take its calls. What it may have dialed counts.")
        if self._chosen is not None and self._pressed_twice("force", sure):
            self._move(force=True)

    def say_lost(self) -> None:
        """Say of the station that it has called nobody since the time in the form, when pressed twice."""
        said = self.values()
        if said is None or self._chosen is None:
            return
        since: datetime | None = said.get("since")
        if since is None:
            self.refuse(FieldMissing(field="since"))
            return
        sure = self.tr(
            "Only if that station is out of service for good: press again to say that it called nobody after that time."
        )
        if self._pressed_twice("lost", sure):
            self.do(callback_leases.declare_gone, self._lost, called=self._chosen.at.name, since=since)

    def _pressed_twice(self, what: str, warning: str) -> bool:
        pressed = what, key_of(self._chosen) if self._chosen is not None else None
        if self._sure == pressed:
            return True
        self._sure = pressed
        self.warned.emit(warning)
        return False

    def _lost(self, _value: object) -> None:
        self._sure = None
        self.done(self.tr("Said. Its calls can be moved; they go over once its time is over."))

    def _heading(self) -> Heading:
        return Heading(
            self.tr("Which station calls whom"),
            self.tr("No case is given to a station"),
            self.tr("Cases of campaigns that were released appear here, with the station that calls them."),
        )

    def _show(self, found: Leases) -> None:
        language = languages.current()
        options = [Option(one.name, move_words.place(one, language)) for one in found.places]
        self.form(found.zone).set_options("to", options)
        self.show_rows(found.held, found.now_at, found.zone)

    def _may_be_lost(self, _values: object) -> bool:
        """Whether it can be said of the chosen station that it is lost: it is another one, and nobody said so yet."""
        one = self._chosen
        return one is not None and not one.at.here and one.quiet is None

    def _begin(self, one: Holding) -> dict[str, object]:
        to = one.wanted or one.proposed
        return {"to": to.name} if to else {}

    def _say_of(self, one: Holding | None) -> Said:
        lost = self.tr("It is lost") if self._may_be_lost(None) else ""
        force = "" if one is not None and one.at.here else self.tr("Take by force")
        buttons = (self.tr("Move"), lost, force)
        if one is None:
            return Said("", "", buttons)
        text = self.tr(
            "Calls: {calls}; contact groups: {groups}. Who shares a telephone or a person goes together. {standing}"
        )
        standing = move_words.standing(one, languages.current())
        if one.quiet is not None:
            word = self.tr("No call since {since}, said {name} ({at}): {standing}")
            since, at = self.model.moment(one.quiet.since), self.model.moment(one.quiet.at)
            standing = word.format(since=since, name=one.said_by, at=at, standing=standing)
        return Said(station(one), text.format(calls=one.calls, groups=one.groups, standing=standing), buttons)

    def _move(self, *, force: bool) -> None:
        said = self.values()
        if said is None or self._chosen is None:
            return
        to = str(said.get("to") or "")
        if to:
            self.do(move, self._moved, chosen=self._chosen, to=to, force=force)
        else:
            self.refuse(FieldMissing(field="to"))

    def _moved(self, found: Moved) -> None:
        self._sure = None
        text = self.tr("{station}: groups that go over now: {granted}; once their stations gave them back: {waiting}.")
        place = move_words.place(found.to, languages.current())
        self.done(text.format(station=place, granted=found.granted, waiting=found.waiting))
