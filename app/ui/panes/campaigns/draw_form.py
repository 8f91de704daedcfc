"""Plans the next campaign: frame, checks, strata and sizes, questionnaire, times, people, and what it will cost."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent, QSize, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.models.campaigns import USUAL_WINDOW, CampaignPlan, Strata
from app.models.errors import FieldWrong
from app.models.frames import Frame
from app.models.remeasuring import Remeasurement
from app.models.retry_policy import OverHardLimit
from app.models.sampling import Allocation
from app.services import wording
from app.services.campaign_effort import Forecast
from app.services.campaigns import Planned
from app.ui.kit import languages, theme
from app.ui.kit.cards import EmptyState
from app.ui.kit.fields import Field, Option
from app.ui.kit.forms import Form
from app.ui.kit.jobs import Jobs
from app.ui.kit.labels import ElidedLabel, KeyHint
from app.ui.kit.table_view import TableView
from app.ui.panes.campaigns import presenting, tables
from app.ui.panes.campaigns.asking import Choices
from app.ui.panes.campaigns.calling_part import CallingPart
from app.ui.panes.campaigns.frame_fetch import FrameFetch
from app.ui.panes.campaigns.plan_area import PlanArea

_YES, _NO = "yes", "no"
#: Kind and label of each question in its order, with the words that stand for numbers and choices of the plan.
_FIELDS = (
    ("frame", "choice", QT_TRANSLATE_NOOP("forms", "Frame")),
    ("name", "text", QT_TRANSLATE_NOOP("forms", "Name of the campaign")),
    ("seed", "text", QT_TRANSLATE_NOOP("forms", "Seed (published)")),
    ("after", "choice", QT_TRANSLATE_NOOP("forms", "Drawn behind campaign")),
    ("from_on", "date", QT_TRANSLATE_NOOP("forms", "Discharged or seen from")),
    ("to_on", "date", QT_TRANSLATE_NOOP("forms", "Until")),
    ("place", "choice", QT_TRANSLATE_NOOP("forms", "Only of one institution")),
    ("strata", "choice", QT_TRANSLATE_NOOP("forms", "Strata")),
    ("how", "choice", QT_TRANSLATE_NOOP("forms", "Allocation")),
    ("size", "number", QT_TRANSLATE_NOOP("forms", "Size")),
    ("completes", "choice", QT_TRANSLATE_NOOP("forms", "The size counts")),
    ("questionnaire", "choice", QT_TRANSLATE_NOOP("forms", "Questionnaire")),
    ("begins_on", "date", QT_TRANSLATE_NOOP("forms", "First day of calling")),
    ("days", "number", QT_TRANSLATE_NOOP("forms", "Days of the field period")),
    ("window", "number", QT_TRANSLATE_NOOP("forms", "First call within days")),
    ("people", "number", QT_TRANSLATE_NOOP("forms", "People who call")),
    ("dialect", "choice", QT_TRANSLATE_NOOP("forms", "Somebody speaks the dialect")),
)
_NEEDED = frozenset({"frame", "name", "size", "begins_on", "days", "window", "people"})
#: What stands in it before anybody changes it.
_USUAL = {
    "strata": Strata.INSTITUTION.value, "how": Allocation.PROPORTIONAL.value, "completes": _NO, "size": 300,
    "dialect": _NO, "days": 42, "window": USUAL_WINDOW, "people": 5,
}  # fmt: skip


class DrawForm(QWidget):
    """``changed(name, value)``: something else stands in it than was checked. ``checked(plan)`` asks for a preview,
    ``drawn()`` draws what was previewed, ``left()`` on Cancel.

    ``told(text)`` and ``refused(error)`` say what came of fetching a frame's people.
    """

    changed = Signal(str, object)
    checked = Signal(object)
    drawn = Signal()
    left = Signal()
    told = Signal(str)
    refused = Signal(object)

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frames: dict[str, Frame] = {}
        self.fetch = FrameFetch(jobs, self)
        self._names: dict[str, str] = {}
        self._found: Planned | None = None
        self._forecast: Forecast | None = None
        self._checking, self._read, self._today = False, 0, date.min
        self._build()
        self.retranslate()

    def ask(self, choices: Choices) -> None:
        """Ask anew."""
        frames, asked = choices.frames, choices.questionnaires
        self._names = dict(choices.places)
        self._today = choices.today
        self.form.set_options("place", [Option(code, name) for code, name in choices.places])
        self.form.set_options("after", [Option(name, name) for name in choices.drawn])
        self.calling.show_usual(choices.slots)
        self._offer(frames)
        self.form.set_options("questionnaire", [Option(name, title) for name, title in asked])
        self.form.set_options("strata", _options("strata", Strata))
        known = [one for one in Allocation if one is not Allocation.NEYMAN]  # its spreads are for the command line
        self.form.set_options("how", _options("allocation", known))
        chosen = {"frame": frames[0].name if frames else "", "questionnaire": asked[0][0] if asked else ""}
        self.form.set_values({**_USUAL, **chosen, "begins_on": choices.today})
        self._show_seed()
        self.show_plan(None, None)
        self._turn("frame", None)
        self.form.focus("frame" if frames else "name")

    def prefill(self, wanted: Remeasurement) -> None:
        """Say what a finding that is measured again asks for."""
        self.form.set_values(
            {
                "name": f"{wanted.number} {wanted.first_on}", "place": wanted.institution, "from_on": wanted.first_on,
                "to_on": wanted.last_on, "questionnaire": wanted.questionnaire, "window": 0,
            },
            clear=False,
        )  # fmt: skip

    def show_plan(self, found: Planned | None, forecast: Forecast | None) -> None:
        """Show what would be drawn and what it costs; None for nothing yet."""
        self._found, self._forecast = found, forecast
        self.strata.show_lines(presenting.planned(found.strata, forecast, self._names) if found else ())
        self.draw.setEnabled(found is not None)
        if found is not None:
            self.calling.rules.set_open(False)  # they are what was checked: the strata have the room again
        self._say()

    def show_reading(self, count: int) -> None:
        """Say how many people of the list were looked at."""
        self._read = count
        self._say()

    def end_check(self) -> None:
        """Let another plan be checked."""
        self._show_checking(on=False)

    def refuse(self, error: FieldWrong) -> bool:
        """Show what is wrong beside its field; False where there is no such field."""
        field = str(error.facts.get("field", ""))
        if field not in self.form.names():
            return self.calling.refuse(error)
        says, _ = wording.sentence(error, languages.current())
        bounded = isinstance(error, OverHardLimit)  # its bounds are the next step: the column is narrow
        self.form.set_error(field, says if bounded else wording.told(error, languages.current()))
        self.form.focus(field)
        return True

    def check(self) -> None:
        """Ask for the preview of what stands in the form."""
        if self._checking:
            return
        wrong, missing = self.form.problems(), self.form.missing()
        for name in missing:
            self.form.set_error(name, self.tr("This is needed"))
        if wrong or missing:
            self.form.focus(next(iter((*missing, *wrong))))
            return
        if self.calling.shows_problems():
            return
        self.form.clear_errors()
        plan = replace(plan_of(self.form.values()), slots=self.calling.slots(), policy=self.calling.policy())
        self._show_checking(on=True)
        self.checked.emit(plan)

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        texts = {self.preview: self.tr("Check"), self.draw: self.tr("Draw the sample"), self.cancel: self.tr("Cancel")}
        for button, text in texts.items():
            button.setText(text)
            button.setAccessibleName(text)
        self._title.setText(self.tr("New campaign"))
        self.view.setAccessibleName(self.tr("Strata of the plan"))
        self._empty.show_text(
            self.tr("Nothing checked yet"), self.tr("Check shows who would be drawn, and what calling them costs.")
        )
        spoken = ((_NO, self.tr("No: such a case ends")), (_YES, self.tr("Yes: it is called again")))
        self.form.set_options("dialect", [Option(key, text) for key, text in spoken])
        counts = ((_NO, self.tr("People drawn")), (_YES, self.tr("Interviews wanted")))
        self.form.set_options("completes", [Option(key, text) for key, text in counts])
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self._title, self.said = QLabel(self), QLabel(self)
        self.total, self.left_out = ElidedLabel(parent=self), ElidedLabel(parent=self)
        self._title.setProperty("type", "section")
        self.said.setWordWrap(True)
        self.form = Form(
            [Field(name, kind, label, required=name in _NEEDED) for name, kind, label in _FIELDS],
            name="campaigns.plan", clock=self._now, zone=UTC, columns=6, parent=self,
        )  # fmt: skip
        self.calling = CallingPart(self)
        self.strata = tables.planned(self)
        self._empty = EmptyState("campaigns.no_plan", "campaigns")
        self.view = _Strata(self.strata, name="campaigns.planned", empty=self._empty, parent=self)
        self.preview, self.draw, self.cancel = (QPushButton(self) for _ in range(3))
        for button, name in ((self.preview, "check"), (self.draw, "draw"), (self.cancel, "cancel")):
            button.setObjectName(f"campaigns.{name}")
        self.draw.setProperty("tone", "primary")
        self.cancel.setProperty("tone", "quiet")
        self._connect()
        self._lay_out()

    def _now(self) -> datetime:
        """Return noon of the day that it is at the center: by it *today* and days without a year are read."""
        return datetime.combine(self._today, time(12), tzinfo=UTC)

    def _connect(self) -> None:
        self.preview.clicked.connect(self.check)
        self.draw.clicked.connect(self.drawn)
        self.cancel.clicked.connect(self.left)
        self.form.changed.connect(self._turn)
        for part in (self.form, self.calling):
            part.changed.connect(self.changed)
        self.calling.rules.toggled.connect(self._fold)
        self.fetch.fetched.connect(self._fetched)
        self.fetch.refused.connect(self.refused)
        shortcut = QShortcut(QKeySequence("Ctrl+Return"), self)
        shortcut.setContext(shortcut.context().WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.check)

    def _lay_out(self) -> None:
        pad = theme.of_app().px("pad")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(pad // 2)  # a small window has room for three strata
        column.addWidget(PlanArea(self._title, self.form, self.fetch, self.calling, parent=self))
        line = QHBoxLayout()
        column.addLayout(line)
        line.setSpacing(pad)
        for widget in (self.preview, KeyHint("Ctrl+Return", self), self.draw):
            line.addWidget(widget)
        line.addWidget(self.total, 1)
        for widget in (self.cancel, KeyHint("Esc", self)):
            line.addWidget(widget)
        column.addWidget(self.left_out)
        column.addWidget(self.said)
        column.addWidget(self.view, 1)
        column.addStretch(0)  # takes the room while the strata give way to the rules

    def _fold(self, opened: bool) -> None:
        """Let what was found of the plan give way to its rules."""
        self.view.setHidden(opened)
        self._say()

    def _offer(self, frames: Iterable[Frame]) -> None:
        self._frames = {one.name: one for one in frames}
        self.form.set_options("frame", [Option(name, self._frame(one)) for name, one in self._frames.items()])

    def _turn(self, field: str, _value: object) -> None:
        if field == "after":
            self._show_seed()
        if field == "frame":
            self.fetch.show_frame(self._frames.get(str(self.form.values()["frame"] or "")))

    def _show_seed(self) -> None:
        """Ask for no seed where it is that of the campaign that is drawn behind."""
        behind = bool(self.form.value("after"))
        if behind:
            self.form.set_values({"seed": None}, clear=False)
        self.form.editor("seed").setEnabled(not behind)

    def _fetched(self, name: str) -> None:
        chosen = self.form.values()["frame"]
        self._offer(replace(one, here=one.here or one.name == name) for one in self._frames.values())
        self.form.set_values({"frame": chosen}, clear=False)
        self._turn("frame", None)
        self.told.emit(self.tr("The people of {frame} are on this computer now.").format(frame=name))

    def _frame(self, one: Frame) -> str:
        told = f"{one.name} ({one.rows:,})"
        return told if one.here else self.tr("{frame}, not on this computer").format(frame=told)

    def _show_checking(self, *, on: bool) -> None:
        """Say that the plan is being checked, which takes a while for a long list, or no more."""
        self._checking, self._read = on, 0
        self.preview.setEnabled(not on)
        self._say()

    def _say(self) -> None:
        found, forecast = self._found, self._forecast
        is_told = found is not None and not self._checking and not self.calling.rules.is_open()
        self.said.setVisible(self._checking or is_told)
        self.left_out.setVisible(is_told and bool(found and found.left_out))
        if self._checking:
            text = self.tr("Checking: {count} people so far. A long list takes a minute; Esc stops it.")
            self.said.setText(text.format(count=f"{self._read:,}"))
        if found is None or self._checking:
            self.total.setText("")
            return
        drawn, size, away = len(found.chosen), sum(one.size for one in found.strata), found.gave_way
        text = self.tr("{drawn} people of {size} would be drawn")
        self.total.setText(text.format(drawn=f"{drawn:,}", size=f"{size:,}"))
        left = presenting.left_out(found, languages.current())
        self.left_out.setText(self.tr("Left out: {left}").format(left=left))
        lines = [self.tr("%n encounter(s) gave way to another of one person", "", away)] if away else []
        every = presenting.all_called(found.censuses, self._names, languages.current())
        lines += [self.tr("Everybody is drawn of: {strata}").format(strata=every)] if every else []
        strange = presenting.strangers(found.strata, self._names, languages.current())
        lines += [self.tr("Not in the directory of units: {places}").format(places=strange)] if strange else []
        if forecast is not None and forecast.days:
            text = self.tr(
                "{people} people complete about {count} interviews by {day}, where {contact} of calls reach "
                "somebody and {agree} of these answer"
            )
            lines.append(text.format(**_foreseen(forecast)))
        self.said.setText("\n".join(lines))


def _options(group: str, known: Iterable[Strata | Allocation]) -> list[Option]:
    return [Option(one.value, wording.label(group, one.value, languages.current())) for one in known]


def _foreseen(forecast: Forecast) -> dict[str, object]:
    effort = forecast.effort
    return {
        "people": effort.people, "count": f"{forecast.completes:,.0f}", "day": forecast.days[-1][0],
        "contact": f"{effort.contact:.0%}", "agree": f"{effort.agree:.0%}",
    }  # fmt: skip


class _Strata(TableView):
    """The strata of a plan: three of them are always seen."""

    def minimumSizeHint(self) -> QSize:
        """Return room for the header and three rows."""
        return QSize(0, 4 * theme.of_app().px("row"))


def plan_of(values: dict[str, Any]) -> CampaignPlan:
    """Return the plan that stands in the form; without a seed it is made of frame and name."""
    name = str(values["name"]).strip()
    return CampaignPlan(
        name=name,
        frame=values["frame"],
        seed=str(values["seed"] or "").strip() or f"{values['frame']}|{name}|v1",
        size=int(values["size"] or 0),
        begins_on=values["begins_on"],
        how=Allocation(values["how"] or Allocation.PROPORTIONAL.value),
        completes=values["completes"] == _YES,
        strata=Strata(values["strata"] or Strata.INSTITUTION.value),
        days=int(values["days"] or 0),
        from_on=values["from_on"],
        to_on=values["to_on"],
        questionnaire=values["questionnaire"] or "",
        people=int(values["people"] or 0),
        after=values["after"] or "",
        window=int(values["window"] or 0),
        dialect=values["dialect"] == _YES,
        places=(str(values["place"]),) if values["place"] else (),
    )
