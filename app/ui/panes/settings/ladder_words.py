"""Ladders in words: what they are called, for which inquiries they hold, and at which points their rungs stand."""

from datetime import date

from PySide6.QtCore import QObject

from app.models.ladders import CONDITIONS, Ladder, LadderStep, Point
from app.models.policies import Target
from app.services import reference, wording
from app.services.ladders import Listed
from app.ui.kit import languages
from app.ui.kit.presenting_time import is_chinese
from app.ui.parts.duration_words import DurationWords


class LadderWords(QObject):
    """Says ladders in the language of the window."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._durations = DurationWords(self)

    def name(self, ladder: Ladder) -> str:
        """Return what people call a ladder."""
        return ladder.title.for_language(languages.current()) if ladder.title else ladder.name

    def conditions(self, ladder: Ladder) -> str:
        """Return for which inquiries a ladder holds."""
        found = [self._condition(name, str(value)) for name in CONDITIONS if (value := getattr(ladder, name))]
        return " · ".join(found) or self.tr("every inquiry")

    def rungs(self, ladder: Ladder) -> str:
        """Return the rungs of every promise: "Resolve: Reminder 4 working hours before, Urging at the due time"."""
        language = languages.current()
        parts: list[str] = []
        for target in Target:
            steps = ladder.rungs.get(target, {})
            said = [
                f"{wording.label('supervision', step.value, language)} {self.point(one)}"
                for step in LadderStep
                for one in steps.get(step, ())
            ]
            if said:
                promise, comma = wording.label("target", target.value, language), "、" if is_chinese(language) else ", "
                parts.append(self.tr("{promise}: {steps}").format(promise=promise, steps=comma.join(said)))
        return " · ".join(parts)

    def point(self, point: Point) -> str:
        """Return when a rung is passed."""
        if point.duration is None:
            return self.tr("at the due time")
        span = self._durations.say(point.duration)
        return self.tr("{span} after").format(span=span) if point.after else self.tr("{span} before").format(span=span)

    def calendar(self, ladder: Ladder) -> str:
        """Return on which calendar a ladder counts."""
        if not ladder.calendar:
            return self.tr("the center's")
        return wording.label("calendar", ladder.calendar, languages.current())

    def validity(self, one: Listed, today: date) -> str:
        """Return whether a ladder holds today, and until or from when."""
        ladder = one.ladder
        if ladder.until_on is not None and ladder.until_on < today:
            return self.tr("ended {day}").format(day=ladder.until_on.isoformat())
        if ladder.from_on is not None and ladder.from_on > today:
            return self.tr("from {day}").format(day=ladder.from_on.isoformat())
        if ladder.until_on is not None:
            return self.tr("until {day}").format(day=ladder.until_on.isoformat())
        return self.tr("in force")

    def version(self, one: Listed) -> str:
        """Return which version it is."""
        return self.tr("shipped") if one.number == 0 else str(one.number)

    def _condition(self, name: str, value: str) -> str:
        language = languages.current()
        if name == "urgency":
            return wording.label("urgency", value, language)
        return reference.categories().path_label(value, language)
