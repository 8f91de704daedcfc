"""The rules by which the people of a campaign are called again, folded away: the usual ones will mostly do."""

from datetime import UTC, datetime

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from app.models.journal import Value
from app.models.retry_policy import CAMPAIGN
from app.services import wording
from app.ui.kit.cards import CollapsibleSection
from app.ui.kit.fields import Field
from app.ui.kit.forms import Form

_LANGUAGES = ("en", "zh_CN")
_COLUMNS = 6
#: What hardly anybody changes is for the command line: these rules have to fit into a small window.
_ASKED = (
    *("attempts", "per_day", "gap_min", "slots", "at_home_by", "span_days", "field_from_days", "rings", "ring_s"),
    *("conversions", "cool_completed_days", "cool_refused_days"),
)


class CallingRules(CollapsibleSection):
    """A number for each rule, the usual ones to begin with. Its title says how many are others."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "campaigns.rules_part", parent, opened=False)
        fields = [
            Field(name, "number", {one: wording.label("retry_rule", name, one) for one in _LANGUAGES}, max_length=9)
            for name in _ASKED
        ]
        self.form = Form(fields, name="campaigns.rules", clock=_no_time, columns=_COLUMNS, parent=self)
        self.body.addWidget(self.form)
        self.form.changed.connect(self._say)
        self.show_usual()

    def show_usual(self) -> None:
        """Show the usual rules, folded away."""
        self.form.set_values({name: getattr(CAMPAIGN, name) for name in _ASKED})
        self.form.clear_errors()
        self.set_open(False)
        self._say()

    def policy(self) -> dict[str, Value]:
        """Return the rules that are not the usual ones; an empty line is the usual one."""
        values = self.form.values()
        return {name: values[name] for name in _ASKED if values[name] not in (None, getattr(CAMPAIGN, name))}

    def problems(self) -> dict[str, str]:
        """Return what is no number, each said beside its line."""
        found = self.form.problems()
        if found:
            self.set_open(True)
        return found

    def refuse(self, name: str, text: str) -> bool:
        """Say beside a rule what is wrong with it; False where there is no such rule."""
        if name not in _ASKED:
            return False
        self.set_open(True)
        self.form.set_error(name, text)
        self.form.focus(name)
        return True

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        others = len(self.policy()) + sum(self.form.editor(name).unreadable() for name in _ASKED)
        usual = self.tr("Rules of calling: as usual")
        self.set_title(self.tr("Rules of calling: {count} not as usual").format(count=others) if others else usual)


def _no_time() -> datetime:
    return datetime(2000, 1, 1, tzinfo=UTC)
