"""The demo's recent days, lived through the services themselves: calls taken, inquiries dispatched, worked on, closed.

Every step is done by the person who would do it, at the time at which it would happen, in the order of time; steps that
would lie after now are not done, which leaves a desk with open, overdue and waiting work. What the services refuse a
person, they refuse the demo too.
"""

import heapq
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from random import Random

from app.models.accounts import Person
from app.models.callbacks import CallbackReason
from app.models.callers import CallerKind, FlagCode
from app.models.contacts import WRITTEN, CallSpan, Channel, ContactDraft, ContactResult, GivenScript, Outcome
from app.models.inquiries import DONE, State, Urgency
from app.models.inquiry_steps import leading
from app.services import callers, clocks, contacts, demo_routing, inquiries
from app.services.demo_callers import Callers
from app.services.demo_days import Days
from app.services.demo_texts import Pool, Texts, Topic
from app.services.inquiries import Wanted
from app.services.office import Work
from app.store import callbacks as callback_rows
from app.store import inquiries as inquiry_rows

_CHANNELS = Pool(
    [Channel.PHONE_IN, Channel.WECHAT, Channel.EMAIL, Channel.WALK_IN, Channel.LETTER, Channel.WEB, Channel.VOICEMAIL],
    [74, 11, 6, 4, 1.5, 2.5, 1],
)
_ENDS = [Outcome.ANSWERED, Outcome.DISPATCH, Outcome.CALL_BACK]
#: How calls end by what they are about: questions are mostly answered, complaints and requests go to a unit.
_OUTCOMES = {"ask": Pool(_ENDS, [90, 5, 5]), "complaint": Pool(_ENDS, [30, 65, 5]), "help": Pool(_ENDS, [30, 62, 8])}
#: Of the questions of the last days more is still on the desk.
_ASKED_LATELY = Pool(_ENDS, [76, 16, 8])
#: Of a hundred calls with an inquiry, how many calls come besides: without one, and about one that is open.
_SILENT, _AGAIN = 8, 6
#: A call besides comes and is over within this time.
_BESIDES = timedelta(minutes=10)
_RESULTS = Pool(
    [ContactResult.SILENT, ContactResult.WRONG_NUMBER, ContactResult.HUNG_UP, ContactResult.PRANK,
     ContactResult.TEST, ContactResult.OUT_OF_SCOPE, ContactResult.ABUSIVE],
    [38, 26, 16, 7, 3, 8, 2],
)  # fmt: skip
_URGENCIES = Pool([Urgency.NORMAL, Urgency.LOW, Urgency.HIGH, Urgency.CRITICAL], [80, 6, 12, 2])
_FLAGS = Pool(
    [FlagCode.VULNERABLE, FlagCode.HEARING_IMPAIRED, FlagCode.NEEDS_INTERPRETER, FlagCode.VIP, FlagCode.ABUSIVE],
    [5, 4, 3, 3, 2],
)
#: How many of all dispatches are due as the policies promise.
_AS_PROMISED = 0.85
#: Which words say why an inquiry goes to a state.
_WHY = {
    State.WAITING_CALLER: "waits_caller",
    State.WAITING_THIRD_PARTY: "waits_others",
    State.CANCELLED: "cancels",
    State.MERGED: "merges",
    State.REDO: "redoes",
}
#: How many are answered by their time, and lately; how many promised calls are made by theirs, and forgotten.
_IN_TIME, _IN_TIME_LATELY, _CALLED_IN_TIME, _FORGOTTEN = 0.93, 0.2, 0.9, 0.05
#: Somebody who writes waits less long for a word than a telephone call lasts; most are written to at once.
_WRITING, _WRITTEN_TO = 0.6, 0.92
#: Ways of a dispatched inquiry: state after state, with the hours that each takes at least and at most.
_WAYS: tuple[tuple[float, tuple[tuple[State, float, float], ...]], ...] = (
    (34, (
        (State.ACCEPTED, 1, 20), (State.IN_PROGRESS, 1, 10), (State.ANSWERED, 6, 40), (State.IN_REVIEW, 1, 4),
        (State.CALLBACK_DUE, 0.5, 3), (State.CLOSED, 0.5, 4),
    )),
    (18, ((State.ACCEPTED, 1, 12), (State.ANSWERED, 5, 40), (State.CLOSED, 1, 6))),
    (12, (
        (State.ACCEPTED, 2, 10), (State.IN_PROGRESS, 1, 6), (State.WAITING_CALLER, 2, 20), (State.IN_PROGRESS, 16, 70),
        (State.ANSWERED, 4, 20), (State.CLOSED, 1, 6),
    )),
    (5, ((State.RETURNED, 2, 9), (State.DISPATCHED, 1, 8), (State.ACCEPTED, 2, 10), (State.ANSWERED, 6, 40),
          (State.CLOSED, 1, 6))),
    (7, ((State.ACCEPTED, 1, 9), (State.ANSWERED, 5, 30), (State.IN_REVIEW, 1, 6), (State.REDO, 2, 20),
         (State.IN_PROGRESS, 2, 9), (State.ANSWERED, 8, 40), (State.CLOSED, 1, 6))),
    (7, ((State.ACCEPTED, 2, 8), (State.IN_PROGRESS, 1, 5), (State.WAITING_THIRD_PARTY, 2, 30),
         (State.IN_PROGRESS, 24, 120), (State.CLOSED, 5, 40))),
    (5, ((State.ACCEPTED, 2, 16), (State.IN_PROGRESS, 2, 12))),
    (3, ((State.CANCELLED, 1, 30),)),
    (2, ((State.RETURNED, 2, 20),)),
    (2, ((State.MERGED, 1, 20),)),
)  # fmt: skip
#: What came in lately takes so many times as long: units have much to do.
_SLOWER = 2
#: For how long many ask about what is in season, and which share of calls does.
_SEASON, _OF_SEASON = timedelta(days=7), 0.36
#: What came in longer ago than this is not stuck any more: somebody has seen to it.
STUCK = timedelta(days=6)
_ALL_WAYS = Pool([way for _, way in _WAYS], [weight for weight, _ in _WAYS])
_ENDING = [(weight, way) for weight, way in _WAYS if way[-1][0] in DONE]
_FINISHING = Pool([way for _, way in _ENDING], [weight for weight, _ in _ENDING])


@dataclass
class Told:
    """What was made."""

    contacts: int = 0
    inquiries: int = 0
    callers: int = 0


@dataclass(frozen=True)
class Cast:
    """Who and what the days are lived with."""

    rng: Random
    texts: Texts
    callers: Callers
    days: Days
    people: Pool
    supervisor: Person
    units: Pool
    titles: dict[str, dict[str, str]]
    now_at: datetime


Step = Callable[[datetime], None]


class Story:
    """Lives the days: calls come in order of time, and what follows from them is done when its time has come."""

    def __init__(self, work: Work, cast: Cast) -> None:
        self._work = work
        self._cast = cast
        self._rng = cast.rng
        self._steps: list[tuple[datetime, int, Step]] = []
        self._serial = 0
        self._ids: dict[int, bytes] = {}
        self._open: dict[int, tuple[bytes, str]] = {}
        self.told = Told()

    def take(self, at: datetime) -> None:
        """Do what is due before, then take one call that came at this time; every call opens one inquiry.

        Now and then another call comes besides: a silent one, or one about an inquiry that is open.
        """
        self.catch_up(at)
        place, who = self._cast.callers.draw()
        topic = self._topic(at, who.language)
        lately = topic.kind == "ask" and at > self._cast.now_at - STUCK
        outcome: Outcome = (_ASKED_LATELY if lately else _OUTCOMES[topic.kind]).draw(self._rng)
        work, draft = self._begin(at, place, 25 + int(self._rng.random() * 280))
        self._finish(work, self._with_words(draft, topic, who.language, outcome), outcome, (place, topic, who.language))
        luck = self._rng.random() * 100
        if at > self._cast.now_at - _BESIDES:
            return  # it would not be over yet
        if luck < _SILENT:
            self._take_silent(at + timedelta(minutes=6))
        elif luck < _SILENT + _AGAIN and self._open:
            self._take_again(at + timedelta(minutes=6))

    def _topic(self, at: datetime, language: str) -> Topic:
        """Return what is asked: in the last weeks now and then what everybody asks."""
        texts, ago = self._cast.texts, self._cast.now_at - at
        in_season = ago < 2 * _SEASON and self._rng.random() < _OF_SEASON
        return texts.topic_in_season(lately=ago < _SEASON) if in_season else texts.topic(language)

    def _begin(self, at: datetime, place: int, lasted_s: int) -> tuple[Work, ContactDraft]:
        """Return the work of whoever takes the call, and the draft with what is known of the caller."""
        who = self._cast.callers.at(place)
        channel: Channel = _CHANNELS.draw(self._rng)
        if channel in (Channel.WECHAT, Channel.WEB):
            lasted_s = round(lasted_s * _WRITING)
        work = self._as(self._cast.people.draw(self._rng), at + timedelta(seconds=lasted_s))
        draft = ContactDraft(
            work.tx.new_id(), at, channel, number=who.number, caller=self._ids.get(place), caller_name=who.name,
            caller_kind=CallerKind(who.kind), language={"zh": "zh_CN"}.get(who.language, "en"), area=who.area,
            form="county-health-line", form_version=1,
            spans=(CallSpan("talking", at + timedelta(seconds=4)),) if channel is Channel.PHONE_IN else (),
        )  # fmt: skip
        return work, draft

    def _take_silent(self, at: datetime) -> None:
        place, _ = self._cast.callers.draw()
        work, draft = self._begin(at, place, 12 + int(self._rng.random() * 30))
        bare = replace(draft, caller_name=None, channel=Channel.PHONE_IN)
        contacts.finalize(work, bare, Outcome.NON_INQUIRY, result=_RESULTS.draw(self._rng))
        self.told.contacts += 1

    def _take_again(self, at: datetime) -> None:
        """Take a call about an inquiry that is open."""
        place, (inquiry, language) = list(self._open.items())[-1 - int(self._rng.random() * min(8, len(self._open)))]
        work, draft = self._begin(at, place, 40 + int(self._rng.random() * 100))
        said = self._cast.texts.line("notes", language)
        contacts.finalize(work, replace(draft, add_to=inquiry, summary=said), Outcome.ADD_TO)
        self.told.contacts += 1

    def promise_for(self, due_at: datetime) -> None:
        """Take a call now that ends with a promise to call back at this time."""
        rng, texts = self._rng, self._cast.texts
        _, who = self._cast.callers.draw()
        at = self._cast.now_at - timedelta(minutes=20 + int(rng.random() * 160))
        topic = texts.topic(who.language)
        work = self._as(self._cast.people.draw(rng), at + timedelta(minutes=4))
        draft = ContactDraft(
            work.tx.new_id(), at, number=who.number, caller_name=who.name, area=who.area, category=topic.category,
            summary=texts.summary(topic, who.language), details=texts.details(who.language, 2),
            promise=texts.line("promises", who.language), due_at=due_at, form="county-health-line", form_version=1,
        )  # fmt: skip
        contacts.finalize(work, draft, Outcome.CALL_BACK)
        self.told.contacts += 1
        self.told.inquiries += 1

    def _with_words(self, draft: ContactDraft, topic: Topic, language: str, outcome: Outcome) -> ContactDraft:
        rng, texts = self._rng, self._cast.texts
        said = replace(
            draft,
            category=topic.category,
            summary=texts.summary(topic, language),
            details=texts.details(language, 1 + int(rng.random() * 3)),
            urgency=_URGENCIES.draw(rng),
            answers={"concerns": ("self", "child", "parent")[int(rng.random() * 3)], "fever": "not_asked"},
        )
        if outcome is Outcome.ANSWERED:
            given = self._given(draft, topic, language)
            return replace(said, reply=texts.answer(topic, language), given=given)
        if draft.channel in WRITTEN and rng.random() < _WRITTEN_TO:
            said = replace(said, reply=texts.line("replies", language))
        if outcome is Outcome.DISPATCH:
            unit = topic.unit if rng.random() < 0.9 else self._cast.units.draw(rng)
            return self._dated(demo_routing.advised(self._work, replace(said, unit=unit), rng), language)
        due_at = self._cast.days.later(draft.opened_at, 1, 30)
        return replace(said, promise=texts.line("promises", language), due_at=due_at)

    def _dated(self, draft: ContactDraft, language: str) -> ContactDraft:
        """Return a dispatch with its due time: as promised, or now and then another one for a reason."""
        promised = clocks.promised_for(self._work, draft)
        if promised is not None and self._rng.random() < _AS_PROMISED:
            return replace(draft, due_at=promised.due_at)
        due_at = self._cast.days.later(draft.opened_at, 24, 60)
        return replace(draft, due_at=due_at, dispatch_reason=self._cast.texts.line("due_times", language))

    def _given(self, draft: ContactDraft, topic: Topic, language: str) -> tuple[GivenScript, ...]:
        if topic.script is None or self._rng.random() < 0.25:
            return ()
        title = self._cast.titles.get(topic.script, {}).get(language)
        at = draft.opened_at + timedelta(seconds=20)
        return (GivenScript(topic.script, 1, language, at, "read", rank=1, title=title),)

    def _finish(self, work: Work, draft: ContactDraft, outcome: Outcome, about: tuple[int, Topic, str]) -> None:
        place, topic, language = about
        done = contacts.finalize(work, draft, outcome)
        self.told.contacts += 1
        if done.inquiry is None:
            return
        row = inquiry_rows.by_id(work.tx, done.inquiry)
        if row and row.caller and place not in self._ids:
            self._ids[place] = row.caller
            self.told.callers += 1
            self._mark(work, row.caller, language)
        self.told.inquiries += 1
        if outcome is Outcome.DISPATCH:
            self._plan_way(done.inquiry, (work.now, draft.due_at), topic, language)
        elif outcome is Outcome.CALL_BACK and draft.due_at and done.callback:
            self._plan_callback(work.person, (done.inquiry, done.callback), draft.due_at, (topic, language))
        if outcome is not Outcome.ANSWERED:
            self._open[place] = (done.inquiry, language)

    def _mark(self, work: Work, caller: bytes, language: str) -> None:
        """Flag a few callers, write a note on a few, and never call a few again."""
        luck = self._rng.random()
        if luck < 0.05:
            expires_at = work.now + timedelta(days=90) if luck < 0.02 else None
            callers.flag(work, caller, _FLAGS.draw(self._rng), expires_at=expires_at)
        elif luck < 0.11:
            callers.describe(work, caller, note=self._cast.texts.line("caller_notes", language))

    def _plan_way(self, inquiry: bytes, times: tuple[datetime, datetime | None], topic: Topic, language: str) -> None:
        """Plan the steps of a dispatch from its beginning on, nearly always so that it is answered by its due time."""
        begun_at, due_at = times
        old = begun_at < self._cast.now_at - STUCK
        way = (_FINISHING if old else _ALL_WAYS).draw(self._rng)
        planned: list[datetime] = []
        for _, low_h, high_h in way:
            pace = 1 if old else _SLOWER
            planned.append(self._cast.days.later(planned[-1] if planned else begun_at, pace * low_h, pace * high_h))
        ends = [at for at, (state, _, _) in zip(planned, way, strict=True) if state in (State.ANSWERED, *DONE)]
        if (
            due_at is not None
            and ends
            and ends[0] > due_at
            and self._rng.random() < (_IN_TIME if old else _IN_TIME_LATELY)
        ):
            share = 0.9 * (due_at - begun_at) / (ends[0] - begun_at)
            planned = sorted(self._cast.days.later(begun_at + share * (at - begun_at), 0, 0) for at in planned)
        for at, (state, _, _) in zip(planned, way, strict=True):
            self._plan(at, _Move(self, inquiry, state, topic, language).go)

    def _plan_callback(
        self, person: Person, ids: tuple[bytes, bytes], due_at: datetime, about: tuple[Topic, str]
    ) -> None:
        if self._rng.random() < _FORGOTTEN and due_at > self._cast.now_at - STUCK:
            return  # forgotten: it stands overdue on the desk
        kept = self._rng.random() < _CALLED_IN_TIME
        at = due_at + timedelta(minutes=-2 - int(self._rng.random() * 40) if kept else 5 + int(self._rng.random() * 90))
        self._plan(at, _CallBack(self, person, ids, about).go)

    def _plan(self, at: datetime, step: Step) -> None:
        self._serial += 1
        heapq.heappush(self._steps, (at, self._serial, step))

    def catch_up(self, until: datetime) -> None:
        """Do every step that is due before this time."""
        while self._steps and self._steps[0][0] < until:
            at, _, step = heapq.heappop(self._steps)
            step(at)

    def _as(self, person: Person, at: datetime) -> Work:
        """Return the work of this person at this time, in the same transaction."""
        at = at.astimezone(UTC)
        self._work.tx.write_as(person.name, at)
        return replace(self._work, by=person, now=at)

    def move(self, inquiry: bytes, state: State, at: datetime, *, topic: Topic, language: str) -> None:
        """Take an inquiry one step on its way."""
        texts, rng = self._cast.texts, self._rng
        work = self._as(self._cast.supervisor if rng.random() < 0.4 else self._cast.people.draw(rng), at)
        said: dict[str, object] = {"note": texts.line("notes", language) if rng.random() < 0.4 else None}
        if state is State.DISPATCHED:
            said |= {"unit": self._cast.units.draw(rng), "due_at": self._cast.days.later(at, 24, 72)}
            said |= {"reason": texts.line("due_times", language)}
        elif state is State.RETURNED:
            said |= {"reason": ("not_our_duty", "wrong_area", "insufficient_info")[int(rng.random() * 3)]}
        elif state is State.CLOSED:
            said |= {"note": texts.answer(topic, language)}
        elif state in _WHY:
            said |= {"reason": texts.line(_WHY[state], language)}
        if state is State.CLOSED and (owed := callback_rows.open_of_inquiry(work.tx, inquiry, CallbackReason.PROMISED)):
            self._reach(work, inquiry, owed, language)
        inquiries.move(work, inquiry, state, kind=None, **said)
        if state in DONE:
            self._open = {place: one for place, one in self._open.items() if one[0] != inquiry}

    def show_every_state(self) -> None:
        """Move an inquiry or two so that no state is missing on the desk."""
        at = self._work.now
        for wanted in tuple(State) * 4:  # what one state takes from another, a later time gives back
            rows = inquiry_rows.page(self._work.tx, Wanted(), None, 300).rows
            found = {row.state for row in rows}
            ready = [row for row in rows if leading(row.state, wanted) and row.caller]
            if wanted not in found and ready:
                spare = max(ready, key=lambda row: sum(1 for one in rows if one.state is row.state))
                topic = self._cast.texts.topic("zh")
                self.move(spare.id, wanted, at, topic=topic, language="zh")

    def call_back(self, person: Person, ids: tuple[bytes, bytes], at: datetime, about: tuple[Topic, str]) -> None:
        """Keep a promise to call back, and close its inquiry."""
        inquiry, callback = ids
        work = self._as(person, at)
        self._reach(work, inquiry, callback, about[1])
        row = inquiry_rows.by_id(work.tx, inquiry)
        if row and row.state not in DONE:
            inquiries.move(work, inquiry, State.CLOSED, note=self._cast.texts.answer(*about))
        self._open = {place: one for place, one in self._open.items() if one[0] != inquiry}

    def _reach(self, work: Work, inquiry: bytes, callback: bytes, language: str) -> None:
        """Call somebody who was promised a call, and write down what was said."""
        row = inquiry_rows.by_id(work.tx, inquiry)
        call = callback_rows.by_id(work.tx, callback)
        if row is None or call is None or call.closed_at or row.state in DONE:
            return
        draft = ContactDraft(
            work.tx.new_id(), work.now - timedelta(minutes=2), Channel.PHONE_OUT, number=call.number, caller=row.caller,
            add_to=inquiry, summary=self._cast.texts.line("notes", language), form="county-health-line", form_version=1,
        )  # fmt: skip
        contacts.finalize(work, draft, Outcome.ADD_TO)
        self.told.contacts += 1
        inquiries.settle_callback(work, callback, kept=True)


@dataclass(frozen=True)
class _Move:
    story: Story
    inquiry: bytes
    state: State
    topic: Topic
    language: str

    def go(self, at: datetime) -> None:
        self.story.move(self.inquiry, self.state, at, topic=self.topic, language=self.language)


@dataclass(frozen=True)
class _CallBack:
    story: Story
    person: Person
    ids: tuple[bytes, bytes]
    about: tuple[Topic, str]

    def go(self, at: datetime) -> None:
        self.story.call_back(self.person, self.ids, at, self.about)
