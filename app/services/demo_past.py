"""The demo's long past: inquiries of a former system, imported before the desk began; quick, for a million of them."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from random import Random

from app.models.contacts import Channel
from app.models.inquiries import DONE, State, Urgency
from app.models.journal import Value
from app.services.demo_callers import Callers
from app.services.demo_texts import Pool, Texts
from app.services.office import Work
from app.store.bulk import Bulk

_STATES = Pool([State.CLOSED, State.CANCELLED, State.MERGED, State.ANSWERED], [9800, 120, 60, 20])
_CHANNELS = Pool([Channel.PHONE_IN, Channel.WECHAT, Channel.EMAIL, Channel.WALK_IN, Channel.LETTER], [80, 10, 6, 3, 1])
_URGENCIES = Pool([Urgency.NORMAL, Urgency.LOW, Urgency.HIGH, Urgency.CRITICAL], [80, 6, 12, 2])
SOURCE = "Former system"


class Past:
    """Writes inquiries of the past, in the order of time, in as many transactions as one likes."""

    def __init__(self, rng: Random, texts: Texts, callers: Callers, people: Pool) -> None:
        self._rng = rng
        self._texts = texts
        self._callers = callers
        self._people = people
        self._ids: dict[int, bytes] = {}
        self._count = 0

    def write(self, work: Work, openings: Iterable[datetime], batch: bytes) -> None:
        """Write an inquiry for each time of opening, with its step ``imported``, and callers where they are new."""
        at = work.now.isoformat()
        with Bulk(work.tx) as bulk:
            for opened_at in openings:
                values = self._inquiry(bulk, opened_at)
                values["batch"] = batch.hex()
                inquiry = bulk.add("inquiry", values)
                said: dict[str, Value] = {"inquiry": inquiry.hex(), "kind": "imported", "at": at}
                bulk.add("inquiry_event", {**said, "by": work.person.id.hex(), "state": values["state"]})

    def _inquiry(self, bulk: Bulk, opened_at: datetime) -> dict[str, Value]:
        rng, texts = self._rng, self._texts
        place, who = self._callers.draw()
        if place not in self._ids:
            self._ids[place] = self._caller(bulk, place)
        topic = texts.topic(who.language)
        state: State = _STATES.draw(rng)
        person: bytes = self._people.draw(rng).id
        self._count += 1
        closed_at = opened_at + timedelta(minutes=3 + int(rng.random() ** 4 * 9000))
        return {
            "number": f"{opened_at:%y%m%d}-H{self._count:07d}",
            "opened_at": opened_at.isoformat(),
            "channel": _CHANNELS.draw(rng).value,
            "opened_by": person.hex(),
            "owner": person.hex(),
            "caller": self._ids[place].hex(),
            "category": topic.category,
            "unit": topic.unit if topic.kind != "ask" else None,
            "area": who.area,
            "urgency": _URGENCIES.draw(rng).value,
            "summary": texts.summary(topic, who.language),
            "details": texts.details(who.language, 1 + int(rng.random() * 2)),
            "state": state.value,
            "closed_at": closed_at.isoformat() if state in DONE else None,
            "outcome": texts.answer(topic, who.language),
        }

    def _caller(self, bulk: Bulk, place: int) -> bytes:
        who = self._callers.at(place)
        language = {"zh": "zh_CN"}.get(who.language, "en")
        said: dict[str, Value] = {"name": who.name, "kind": who.kind, "language": language, "area": who.area}
        caller = bulk.add("caller", said)
        bulk.add("caller_phone", {"caller": caller.hex(), "number": who.number})
        return caller
