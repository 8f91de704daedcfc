"""The texts of the work pane that are put together from what happened: fields, due times, steps, timeline entries."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta, tzinfo
from functools import partial

from PySide6.QtCore import QObject

from app.models.contacts import ContactRow
from app.models.dispositions import Disposition, Finality
from app.models.inquiries import EventKind, InquiryEvent
from app.models.promises import Promise, PromiseState
from app.services import callback_rules, wording
from app.services.worklists import Dossier
from app.ui.kit import languages
from app.ui.kit.presenting_time import duration, moment, relative
from app.ui.kit.timeline import Entry
from app.ui.panes.work import presenting
from app.ui.panes.work.choice_words import ChoiceWords
from app.ui.panes.work.clock_words import ClockWords
from app.ui.panes.work.move_words import MoveWords

_EVENT_TONES = {
    EventKind.CLOSED: "accent",
    EventKind.ANSWERED: "accent",
    EventKind.RETURNED: "danger",
    EventKind.CANCELLED: "danger",
    EventKind.PAUSED: "warning",
    EventKind.REDO: "danger",
    EventKind.EXTENSION_ASKED: "warning",
    EventKind.URGED: "warning",
    EventKind.SUPERVISED: "danger",
    EventKind.NOTIFIED: "danger",
}
_TELLS_DUE = frozenset({EventKind.DISPATCHED, EventKind.DUE_SET, EventKind.EXTENSION_APPROVED})


class Words(QObject):
    """Says things in the language of the window, at the center's time of day."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.clocks = ClockWords(self)
        self.choices = ChoiceWords(self)
        self.moves = MoveWords(self)

    def field(self, name: str) -> str:
        """Return what a field of an inquiry is called."""
        return {
            "": self.tr("Made"),
            "state": self.tr("State"),
            "category": self.tr("Category"),
            "unit": self.tr("Unit"),
            "area": self.tr("Area"),
            "urgency": self.tr("Urgency"),
            "channel": self.tr("Channel"),
            "summary": self.tr("Summary"),
            "details": self.tr("Details"),
            "outcome": self.tr("Answer"),
            "owner": self.tr("Owner"),
            "handed_for": self.tr("Handed over because"),
            "due_at": self.tr("Due"),
            "closed_at": self.tr("Closed"),
            "deleted_at": self.tr("Deleted"),
            "caller": self.tr("Caller"),
            "merged_into": self.tr("Merged into"),
            "moved_to": self.tr("Transferred to"),
            "came_from": self.tr("Came from"),
            "came_as": self.tr("Inquiry there"),
            "cluster_id": self.tr("Incident"),
            "epoch": self.tr("Round"),
        }.get(name, name)

    def of_an_incident(self, summary: str) -> str:
        """Return a summary with the mark of an inquiry that belongs to an incident."""
        return self.tr("[Incident] {summary}").format(summary=summary)

    def due(self, at: datetime | None, now: datetime, zone: tzinfo, *, done: bool = False) -> str:
        """Return a due time at a glance: "in 2 h", "3 h late"; only the day and time once it is done."""
        if at is None:
            return ""
        language = languages.current()
        if done:
            return moment(at, now, language, zone)
        if at < now:
            return self.tr("{span} late").format(span=_span(now - at, language))
        return relative(at, now, language, zone)

    def due_sentence(self, at: datetime | None, now: datetime, zone: tzinfo, *, done: bool = False) -> str:
        """Return a due time as said in a sentence: "Due tomorrow 16:30, in 28 h"."""
        if at is None:
            return self.tr("No due time")
        when = moment(at, now, languages.current(), zone)
        if done:
            return self.tr("Was due {when}").format(when=when)
        span = _span(abs(at - now), languages.current())
        if at < now:
            return self.tr("Was due {when}, {span} late").format(when=when, span=span)
        return self.tr("Due {when}, {span} left").format(when=when, span=span)

    def entries(self, dossier: Dossier, now: datetime, zone: tzinfo) -> Iterator[Entry]:
        """Yield everything that happened with an inquiry; of one moment what led to it comes first."""
        for contact in dossier.detail.contacts:
            yield self._contact(contact)
            yield from self._scripts(contact)
        for event in dossier.detail.events:
            yield self._step(event, dossier, now, zone)

    def promise(self, one: Promise, now: datetime, zone: tzinfo) -> str:
        """Return one promise in a line: what, by when, by whom, and whether it was kept."""
        parts = [one.what]
        if one.due_at is not None:
            when = moment(one.due_at, now, languages.current(), zone)
            parts.append(self.tr("by {when}").format(when=when))
        if one.by_name:
            parts.append(self.tr("promised by {name}").format(name=one.by_name))
        if one.state is not PromiseState.OPEN:
            parts.append(wording.label("promise_state", one.state.value, languages.current()))
        return " · ".join(part for part in parts if part)

    def calls(self, dossier: Dossier, now: datetime, zone: tzinfo) -> Iterator[str]:
        """Yield the calls that were made about an inquiry; above them whether somebody was reached twice for one."""
        table, language = callback_rules.table(), languages.current()
        ended = (one for one in dossier.calls if one.code and _reached(table[one.code]))
        reached = Counter(one for one, _ in {(one.callback, one.station) for one in ended})
        if any(count > 1 for count in reached.values()):
            yield self.tr("Contacted twice: two stations made the same call.")
        for one in dossier.calls:
            when = moment(one.at, now, language, zone)
            said = table[one.code].words.for_language(language) if one.code else ""
            yield _joined([when, one.by, one.station, said])

    def replies(self, dossier: Dossier, now: datetime, zone: tzinfo) -> Iterator[str]:
        """Yield what callers were written: when, by whom, and the text as it was copied out."""
        for one in dossier.detail.contacts:
            if one.reply:
                when = moment(one.ended_at or one.opened_at, now, languages.current(), zone)
                yield f"{_joined([when, one.operator_name or ''])}\n{one.reply}"

    def _step(self, event: InquiryEvent, dossier: Dossier, now: datetime, zone: tzinfo) -> Entry:
        language = languages.current()
        title = wording.label("event_kind", event.kind.value, language)
        if event.kind is EventKind.NOTE and event.state is not None:
            title = wording.label("inquiry_state", event.state.value, language)
        if event.kind in (EventKind.DISPATCHED, EventKind.REFERRED, EventKind.TRANSFERRED) and event.unit:
            title = self.tr("{step} to {unit}").format(
                step=title, unit=presenting.unit_of(dossier, event.unit, language)
            )
        if event.elsewhere:
            title = self.moves.title(event, title)
        parts = [event.by_name or "", *self._extension(event, now, zone), self._rung(event, now, zone)]
        if event.due_at is not None and event.kind in _TELLS_DUE and "due" not in event.clocks:
            parts.append(self.tr("due {when}").format(when=moment(event.due_at, now, language, zone)))
        parts.append(self.moves.passed(event))
        parts += self.clocks.effects(event.clocks, now, zone)
        parts += self.choices.choice(event.routing, event.unit, partial(presenting.unit_of, dossier, language=language))
        parts += [presenting.reason(event.reason, language), event.note or ""]
        return Entry(event.id, event.at, title, _joined(parts), _EVENT_TONES.get(event.kind, ""))

    def _rung(self, event: InquiryEvent, now: datetime, zone: tzinfo) -> str:
        """Return which promise a rung of the supervision ladder fired for."""
        if not event.ladder:
            return ""
        language = languages.current()
        when = moment(datetime.fromisoformat(str(event.ladder["due"])), now, language, zone)
        target = wording.label("target", str(event.ladder["target"]), language)
        return self.tr("by the ladder: {target} due {when}").format(target=target, when=when)

    def _extension(self, event: InquiryEvent, now: datetime, zone: tzinfo) -> Iterator[str]:
        """Yield what is particular to an extension."""
        if event.days is not None:
            yield self.tr("%n day(s)", "", event.days)
        if event.basis:
            yield self.tr("by {basis}").format(basis=event.basis)
        if event.told_at is not None:
            when = moment(event.told_at, now, languages.current(), zone)
            yield self.tr("caller told {when}").format(when=when)

    def _contact(self, contact: ContactRow) -> Entry:
        language = languages.current()
        channel = wording.label("channel", contact.channel.value, language)
        result = wording.label("contact_result", contact.result.value, language)
        parts = [contact.operator_name or "", contact.summary or ""]
        if contact.reply:
            parts.append(self.tr("replied in writing"))
        if contact.amendments:
            parts.append(self.tr("%n correction(s)", "", contact.amendments))
        return Entry(contact.id, contact.opened_at, f"{channel} · {result}", _joined(parts), "accent")

    def _scripts(self, contact: ContactRow) -> Iterator[Entry]:
        for one in contact.scripts:
            title = self.tr("Script given: {title}").format(title=one.title or one.key)
            version = self.tr("Version {number}").format(number=one.version)
            yield Entry(contact.id, one.at, title, version, "accent")


def _span(span: timedelta, language: str) -> str:
    """Return a length of time; from three hours on nobody needs the minutes."""
    return duration(timedelta(hours=round(span / timedelta(hours=1))) if span >= timedelta(hours=3) else span, language)


def _joined(parts: list[str]) -> str:
    return " · ".join(part for part in parts if part)


def _reached(how: Disposition) -> bool:
    """Say whether a call with this outcome reached the person for good: it is not to be made again."""
    return how.contact and how.finality is Finality.FINAL
