"""The center: its name, country, time zone, line and form; the same on every station."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.models.errors import AppError, FieldWrong
from app.models.settings import PAPERS, Settings
from app.services import settings, wording
from app.services.settings import Choices
from app.ui.kit import countries, languages, theme
from app.ui.kit.cards import Card
from app.ui.kit.fields import Field, Option
from app.ui.kit.forms import Form
from app.ui.kit.jobs import Jobs
from app.ui.kit.type_ahead import Suggestion
from app.ui.panes.settings.letterhead_card import LetterheadCard
from app.ui.panes.settings.page import Page
from app.ui.panes.settings.setting_words import LABELS

_MINUTES = "lock_after_min"
_SWITCHES = ("notes_with_caller", "mask_numbers")
_HELPS = {
    "country": QT_TRANSLATE_NOOP("forms", "A number without a country code belongs to it"),
    "time_zone": QT_TRANSLATE_NOOP("forms", "The center's day ends at its midnight"),
    "form": QT_TRANSLATE_NOOP("forms", "What is asked of a caller"),
    "line": QT_TRANSLATE_NOOP("forms", "Written on each contact, such as 12320"),
    "language": QT_TRANSLATE_NOOP("forms", "For interviews, findings and notes where nobody has another"),
    "calendar": QT_TRANSLATE_NOOP("forms", "Deadlines are counted on it"),
    "paper": QT_TRANSLATE_NOOP("forms", "Of dispatch notes and hand-over sheets"),
    "cluster_steps": QT_TRANSLATE_NOOP("forms", "Numbers of inquiries within a day, such as 5, 10, 20"),
    "notes_with_caller": QT_TRANSLATE_NOOP("forms", "Name and telephone leave the house with the note"),
    "mask_numbers": QT_TRANSLATE_NOOP("forms", "Whole numbers are shown for a reason that is written down"),
    "due_soon_h": QT_TRANSLATE_NOOP("forms", "The supervision board shows it before it is late"),
    "conflict_hours": QT_TRANSLATE_NOOP("forms", "To supervisors, after twice as many to administrators; 0 never"),
    "call_slots": QT_TRANSLATE_NOOP("forms", "Empty: the usual ones. Such as em 08:00-09:00; ev 18:00-20:30"),
    "off_peak_below": QT_TRANSLATE_NOOP("forms", "Within a quarter of an hour; inbound calls come first"),
    "calls_an_hour": QT_TRANSLATE_NOOP("forms", "Sixty percent of them may be agreed as appointments"),
    "verify_per_day": QT_TRANSLATE_NOOP("forms", "Beside the limits of all other calls; 1 to 3"),
    "satisfaction_share": QT_TRANSLATE_NOOP("forms", "0 asks nobody"),
    "satisfaction_after": QT_TRANSLATE_NOOP("forms", "Such as 1bd (a business day), 4bh, 2d"),
    "satisfaction_categories": QT_TRANSLATE_NOOP("forms", "Codes with commas, such as complaint; empty: all"),
    _MINUTES: QT_TRANSLATE_NOOP("forms", "0 never locks; a call in progress stays visible, numbers hidden"),
}


_CALLING = (
    *("call_slots", "off_peak_below", "calls_an_hour", "verify_per_day"),
    *("satisfaction_share", "satisfaction_after", "satisfaction_categories"),
)
_NUMBERS = ("due_soon_h", "conflict_hours", "off_peak_below", "calls_an_hour", "verify_per_day", "satisfaction_share")
_PLAIN = (
    *("organization", "form", "line", "language", "paper", "cluster_steps", "due_soon_h", "conflict_hours"),
    *_CALLING,
)
#: Stands for no calendar of its own: the form has no empty choice.
_USUAL = "-"
_YES, _NO = "yes", "no"


class CenterPage(Page):
    """A form of the settings; only what differs is saved."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__("center", jobs, parent)
        self._known: Settings | None = None
        self._choices = Choices((), (), ())
        self._refused: list[tuple[type[AppError], dict[str, object]]] = []
        self._build()
        self._connect()
        self.retranslate()

    def refresh(self) -> None:
        """Ask what is set and what can be chosen."""
        self.jobs.ask(settings.choices, key="choices", done=self._show_choices, failed=self.refuse)
        self.jobs.ask(settings.current, key="current", done=self._show, failed=self.refuse)

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.set_heading(
            self.tr("Center"), self.tr("These settings are the same for every person and every station of the center.")
        )
        self._save.setText(self.tr("Save changes"))
        self._save.setAccessibleName(self._save.text())
        self._back.setText(self.tr("Discard changes"))
        self._back.setAccessibleName(self._back.text())
        self._offer_calendars()

    def _build(self) -> None:
        card = Card("", self)
        self.form = Form(self._fields(), name="settings.center.form", clock=_no_time, columns=2, parent=card)
        self.form.setMaximumWidth(760)
        card.body.addWidget(self.form)
        self._save, self._back = QPushButton(card), QPushButton(card)
        self._save.setObjectName("settings.center.save")
        self._save.setProperty("tone", "primary")
        self._back.setObjectName("settings.center.back")
        self._back.setProperty("tone", "quiet")
        self._save.setEnabled(False)
        self._back.hide()
        line = QHBoxLayout()
        card.body.addLayout(line)
        line.setSpacing(theme.of_app().px("pad"))
        for button in (self._save, self._back):
            line.addWidget(button)
        line.addStretch(1)
        self.body.addWidget(card)
        self.letterhead = LetterheadCard(self.jobs, self)
        self.body.addWidget(self.letterhead)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.form.changed.connect(self._follow)
        self._save.clicked.connect(self.save)
        self._back.clicked.connect(self._show_again)
        self.letterhead.refused.connect(self.refuse)
        self.letterhead.saved.connect(self._done_letterhead)

    def _fields(self) -> tuple[Field, ...]:
        spoken = tuple(Option(code, name) for code, name in languages.LANGUAGES.items())
        return (
            Field("organization", "text", LABELS["organization"], required=True, max_length=120, span=2),
            _field("country", "category", required=True, suggest=self._countries),
            _field("time_zone", "category", required=True, suggest=self._zones),
            _field("form", "choice", required=True),
            _field("line", "text", max_length=120),
            _field("language", "choice", required=True, options=spoken),
            _field("calendar", "choice", required=True),
            _field("paper", "choice", required=True, options=tuple(Option(one, one) for one in PAPERS)),
            _field("notes_with_caller", "choice", required=True, options=_switch()),
            _field("mask_numbers", "choice", required=True, options=_switch()),
            _field(_MINUTES, "number"),
            _field("cluster_steps", "text", max_length=60),
            _field("due_soon_h", "number", required=True),
            _field("conflict_hours", "number", required=True),
            _field("call_slots", "text", max_length=240, span=2),
            _field("off_peak_below", "number", required=True),
            _field("calls_an_hour", "number", required=True),
            _field("verify_per_day", "number", required=True),
            _field("satisfaction_share", "number", required=True),
            _field("satisfaction_after", "text", required=True, max_length=20),
            _field("satisfaction_categories", "text", max_length=240, span=2),
        )

    def save(self) -> None:
        """Save what differs from what is set."""
        wrong, missing = self.form.problems(), self.form.missing()
        for name in missing:
            self.form.set_error(name, self.tr("This is needed"))
        changed = self._changed()
        if wrong or missing or not changed:
            return
        self._save.setEnabled(False)
        self.jobs.do(settings.change, done=self._done, failed=self._refuse_answers, initiator=self, **changed)

    def _changed(self) -> dict[str, Any]:
        if self._known is None:
            return {}
        found = dict(self.form.values())
        minutes = found.pop(_MINUTES)
        found["lock_after_s"] = round((minutes or 0) * 60)
        found |= {name: round(found[name] or 0) for name in _NUMBERS}
        for name in _SWITCHES:
            found[name] = found[name] == _YES
        found["calendar"] = "" if found["calendar"] == _USUAL else found["calendar"]
        return {name: value for name, value in found.items() if value != getattr(self._known, name)}

    def _follow(self, _name: str, _value: object) -> None:
        differs = bool(self._changed())
        self._save.setEnabled(differs)
        self._back.setVisible(differs)

    def _show_choices(self, choices: Choices) -> None:
        self._choices = choices
        options = tuple(Option(name, {"en": english, "zh_CN": chinese}) for name, english, chinese in choices.forms)
        self.form.set_options("form", options)
        self._offer_calendars()
        refused: list[tuple[type[AppError], dict[str, object]]] = [(type(one), one.facts) for one in choices.refused]
        if refused != self._refused:  # told once, not over what was saved since
            for refusal in choices.refused:
                self.refuse(refusal)
        self._refused = refused

    def _offer_calendars(self) -> None:
        """Offer the calendars, the first line being that no calendar of its own is set."""
        language = languages.current()
        usual = wording.label("calendar", self._choices.usual_calendar, language)
        own = (Option(name, wording.label("calendar", name, language)) for name in self._choices.calendars)
        self.form.set_options("calendar", (Option(_USUAL, self.tr("Automatic: {name}").format(name=usual)), *own))

    def _show(self, known: Settings) -> None:
        self.letterhead.show_settings(known)
        if self._known is not None and self._changed():
            return  # somebody is typing
        self._known = known
        self._show_again()

    def _show_again(self) -> None:
        if self._known is None:
            return
        known = self._known
        values: dict[str, Any] = {name: getattr(known, name) for name in _PLAIN}
        values["country"] = countries.suggestion(known.country)
        values["time_zone"] = Suggestion(known.time_zone, known.time_zone)
        for name in _SWITCHES:
            values[name] = _YES if getattr(known, name) else _NO
        values["calendar"] = known.calendar or _USUAL
        values[_MINUTES] = known.lock_after_s // 60
        self.form.set_values(values)
        self._follow("", None)

    def _done(self, _changed: object) -> None:
        self._known = None
        self.tell(self.tr("Saved"))
        self.refresh()

    def _done_letterhead(self) -> None:
        self.tell(self.tr("Saved"))

    def _refuse_answers(self, error: AppError) -> None:
        self._save.setEnabled(True)
        field = str(error.facts.get("field", "")) if isinstance(error, FieldWrong) else ""
        name = _MINUTES if field == "lock_after_s" else field
        if name in self.form.names():
            self.form.set_error(name, wording.told(error, languages.current()))
            self.form.focus(name)
        else:
            self.refuse(error)

    def _countries(self, text: str) -> Sequence[Suggestion]:
        return countries.found(self._choices.countries, text)

    def _zones(self, text: str) -> Sequence[Suggestion]:
        typed = text.strip().lower().replace(" ", "_")
        return [Suggestion(zone, zone) for zone in self._choices.time_zones if typed in zone.lower()]


def _field(name: str, kind: str, **more: Any) -> Field:
    return Field(name, kind, LABELS[name], help=_HELPS[name], **more)


def _switch() -> tuple[Option, ...]:
    kinds = {language: wording.labels("tri_state", language) for language in wording.LANGUAGES}
    return tuple(Option(code, {language: words[code] for language, words in kinds.items()}) for code in (_YES, _NO))


def _no_time() -> datetime:
    return datetime(2000, 1, 1, tzinfo=UTC)
