"""SLA policies in words: what they are called, for which inquiries they hold, and what they promise."""

from datetime import date

from PySide6.QtCore import QObject

from app.models.policies import CONDITIONS, Policy, Target
from app.services import reference, wording
from app.services.policies import Listed
from app.ui.kit import languages
from app.ui.parts.duration_words import DurationWords

_SETS = {"channel": "channel", "urgency": "urgency", "caller_kind": "caller_kind"}


class PolicyWords(QObject):
    """Says policies in the language of the window."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._durations = DurationWords(self)

    def name(self, policy: Policy) -> str:
        """Return what people call a policy."""
        return policy.title.for_language(languages.current()) if policy.title else policy.name

    def conditions(self, policy: Policy) -> str:
        """Return for which inquiries a policy holds."""
        found = [self._condition(name, str(value)) for name in CONDITIONS if (value := getattr(policy, name))]
        return " · ".join(found) or self.tr("every inquiry")

    def targets(self, policy: Policy) -> str:
        """Return what a policy promises."""
        language = languages.current()
        return " · ".join(
            f"{wording.label('target', target.value, language)} {self._durations.say(policy.targets[target])}"
            for target in Target
            if target in policy.targets
        )

    def calendar(self, policy: Policy) -> str:
        """Return on which calendar a policy counts."""
        if not policy.calendar:
            return self.tr("the center's")
        return wording.label("calendar", policy.calendar, languages.current())

    def validity(self, one: Listed, today: date) -> str:
        """Return whether a policy holds today, and until or from when."""
        policy = one.policy
        if policy.until_on is not None and policy.until_on < today:
            return self.tr("ended {day}").format(day=policy.until_on.isoformat())
        if policy.from_on is not None and policy.from_on > today:
            return self.tr("from {day}").format(day=policy.from_on.isoformat())
        if policy.until_on is not None:
            return self.tr("until {day}").format(day=policy.until_on.isoformat())
        return self.tr("in force")

    def version(self, one: Listed) -> str:
        """Return which version it is."""
        return self.tr("shipped") if one.number == 0 else str(one.number)

    def _condition(self, name: str, value: str) -> str:
        language = languages.current()
        if name in _SETS:
            return wording.label(_SETS[name], value, language)
        return reference.categories().path_label(value, language) if name == "category" else value
