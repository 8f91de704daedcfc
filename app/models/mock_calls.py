"""Mock calls: a simulated caller with persona, literacy and mood. Pure: the same seed and words, the same call.

What the operator says is heard (``Heard``: the text, and which key points of the script it is proposed to hold), turned
into events, and the mood is folded from the events. Nothing here is a mark: a person scores a mock call.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from app.models.callers import CallerKind
from app.models.contacts import Outcome

Words = Mapping[str, str]
WordLists = Mapping[str, tuple[str, ...]]
LANGUAGES = ("zh", "en")
#: The mood runs from a caller who hangs up to one who is content.
GONE, CONTENT = -4, 3
#: Kind words lift the mood so often in one call; more of them are no answer.
COMFORTS = 2
#: So many utterances, and the caller has no more time.
MOST_TURNS = 40


class MockService(StrEnum):
    """The line that is called."""

    COUNTY = "county"
    EMS = "ems"


class Literacy(StrEnum):
    """How much of what is said a caller follows."""

    LOW = "low"
    USUAL = "usual"
    HIGH = "high"


class Mood(StrEnum):
    """How a caller begins the call."""

    CALM = "calm"
    CONFUSED = "confused"
    ANXIOUS = "anxious"
    IMPATIENT = "impatient"
    ANGRY = "angry"


#: Longest utterance that is followed, by literacy and language: Chinese characters, or English words. None: any.
FOLLOWED = {Literacy.LOW: {"zh": 80, "en": 55}, Literacy.USUAL: {"zh": 260, "en": 160}, Literacy.HIGH: {}}
#: Where the mood begins.
BEGINS = {Mood.CALM: 1, Mood.CONFUSED: 0, Mood.ANXIOUS: -1, Mood.IMPATIENT: -1, Mood.ANGRY: -2}


class Temper(StrEnum):
    """What a mood sounds like now."""

    CONTENT = "content"
    STEADY = "steady"
    UNEASY = "uneasy"
    UPSET = "upset"


class MockEvent(StrEnum):
    """What an utterance did to the caller."""

    GREETED = "greeted"
    COMFORTED = "comforted"
    ASKED = "asked"
    ASKED_AGAIN = "asked_again"
    POINT = "point"
    TOO_MUCH = "too_much"
    FORBIDDEN = "forbidden"
    RUDE = "rude"
    LOST = "lost"
    GOODBYE = "goodbye"
    HUNG_UP = "hung_up"


#: What each event does to the mood; kind words count ``COMFORTS`` times, being lost from the second time in a row on.
EFFECTS = {
    MockEvent.COMFORTED: 1, MockEvent.POINT: 1, MockEvent.ASKED_AGAIN: -1, MockEvent.TOO_MUCH: -1,
    MockEvent.FORBIDDEN: -2, MockEvent.RUDE: -2, MockEvent.LOST: -1,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class FactToAsk:
    """Something that the caller tells when asked for it; ``must`` is what the operator has to ask for."""

    id: str
    asked_by: WordLists
    says: Words
    must: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """What the caller asks while a key point has not been said."""

    point: str
    says: Words


@dataclass(frozen=True)
class Scenario:
    """One caller. ``must`` are key points of the script; ``must_not`` adds to what the script forbids.

    ``name`` and ``number`` are what the telephone shows and the caller says; ``outcome`` is how it should be saved.
    """

    id: str
    version: int
    service: MockService
    script: str
    title: Words
    name: Words
    kind: CallerKind
    number: Words
    literacy: Literacy
    mood: Mood
    opening: Words
    facts: tuple[FactToAsk, ...]
    questions: tuple[Question, ...]
    must: tuple[str, ...]
    outcome: Outcome
    must_not: WordLists = field(default_factory=dict[str, tuple[str, ...]])
    better: WordLists = field(default_factory=dict[str, tuple[str, ...]])
    worse: WordLists = field(default_factory=dict[str, tuple[str, ...]])


@dataclass(frozen=True)
class Manner:
    """How callers of one language speak and what they take how: lists of words, and lines by occasion and temper."""

    comfort: tuple[str, ...]
    rude: tuple[str, ...]
    greeting: tuple[str, ...]
    goodbye: tuple[str, ...]
    lines: Mapping[str, Mapping[str, tuple[str, ...]]]


@dataclass(frozen=True, slots=True)
class Heard:
    """One utterance: the key points that it is proposed to hold, and the words in it that must not be said."""

    text: str
    points: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Happened:
    """One event, and what it is about: a fact, a key point, the words."""

    event: MockEvent
    about: str = ""


@dataclass(frozen=True, slots=True)
class CallState:
    """Where a mock call stands: ``level`` is the mood from ``GONE`` to ``CONTENT``."""

    level: int
    told: frozenset[str] = frozenset()
    said: frozenset[str] = frozenset()
    comforts: int = 0
    lost: int = 0
    turns: int = 0
    over: bool = False

    @property
    def temper(self) -> Temper:
        """What the mood sounds like."""
        if self.level >= CONTENT - 1:
            return Temper.CONTENT
        if self.level >= 0:
            return Temper.STEADY
        return Temper.UNEASY if self.level > GONE + 1 else Temper.UPSET


@dataclass(frozen=True, slots=True)
class Turn:
    """One line of a transcript: what the operator said (``by_operator``) and what it did, or what the caller said."""

    by_operator: bool
    text: str
    events: tuple[Happened, ...] = ()
    level: int = 0


@dataclass(frozen=True, slots=True)
class Answer:
    """What the caller says, what happened to bring it about, and where the call stands then."""

    text: str
    events: tuple[Happened, ...]
    state: CallState


def plain(text: str) -> str:
    """Return a text as it is compared: one width, small letters, straight apostrophes."""
    return unicodedata.normalize("NFKC", text).lower().replace("’", "'")


def says_any(text: str, words: Iterable[str]) -> str:
    """Return the first of some words that a text holds, "" for none; Latin words only whole."""
    said = plain(text)
    for word in words:
        sought = plain(word)
        if sought.isascii():
            if re.search(rf"(?<![a-z0-9]){re.escape(sought)}(?![a-z0-9])", said):
                return word
        elif sought in said:
            return word
    return ""


def length_of(text: str, language: str) -> int:
    """Return how long an utterance is: characters without blanks in Chinese, else words."""
    return len("".join(text.split())) if language == "zh" else len(text.split())


def begin(scenario: Scenario) -> CallState:
    """Return the call before anybody has said anything."""
    return CallState(BEGINS[scenario.mood])


def fold(scenario: Scenario, turns: Iterable[Sequence[Happened]]) -> CallState:
    """Return where a call stands after the events of its utterances, each a sequence, in their order."""
    state = begin(scenario)
    for events in turns:
        state = after(state, events)
    return state


def after(state: CallState, events: Sequence[Happened]) -> CallState:
    """Return where a call stands after one more utterance."""
    kinds = {one.event for one in events}
    lost = state.lost + 1 if MockEvent.LOST in kinds else 0
    comforts = state.comforts + (MockEvent.COMFORTED in kinds)
    change = sum(EFFECTS.get(one.event, 0) for one in events)
    change -= EFFECTS[MockEvent.LOST] * (lost == 1)
    change -= EFFECTS[MockEvent.COMFORTED] * (MockEvent.COMFORTED in kinds and comforts > COMFORTS)
    level = max(GONE, min(CONTENT, state.level + change))
    told = {one.about for one in events if one.event is MockEvent.ASKED}
    said = {one.about for one in events if one.event is MockEvent.POINT}
    turns = state.turns + 1
    over = bool(kinds & {MockEvent.GOODBYE, MockEvent.HUNG_UP})
    return replace(
        state, level=level, told=state.told | told, said=state.said | said, comforts=comforts, lost=lost, turns=turns,
        over=over,
    )  # fmt: skip


def hear(scenario: Scenario, manner: Manner, state: CallState, heard: Heard, *, language: str, seed: int) -> Answer:
    """Return what the caller answers to an utterance; one who is over hears nothing any more."""
    events = [*_social(scenario, manner, heard, language), *_asked(scenario, state, heard, language)]
    events += [Happened(MockEvent.POINT, one) for one in heard.points if one not in state.said]
    limit = FOLLOWED[scenario.literacy].get(language)
    if limit is not None and length_of(heard.text, language) > limit:
        events.append(Happened(MockEvent.TOO_MUCH))
    if not events and not heard.points:
        events.append(Happened(MockEvent.LOST))
    said_bye = says_any(heard.text, manner.goodbye)
    if said_bye:
        events = [one for one in events if one.event is not MockEvent.LOST] + [Happened(MockEvent.GOODBYE, said_bye)]
    following = after(state, events)
    if not said_bye and (following.level <= GONE or following.turns >= MOST_TURNS):
        events.append(Happened(MockEvent.HUNG_UP))
        following = after(state, events)
    voice = _Voice(scenario, manner, language, seed, following)
    return Answer(voice.reply(events), tuple(events), following)


def _social(scenario: Scenario, manner: Manner, heard: Heard, language: str) -> list[Happened]:
    """What an utterance does beside its matter."""
    bad = tuple(heard.forbidden) or ((said,) if (said := _said(heard, scenario.must_not, language)) else ())
    rude = says_any(heard.text, manner.rude) or _said(heard, scenario.worse, language)
    kind = says_any(heard.text, manner.comfort) or _said(heard, scenario.better, language)
    found = [Happened(MockEvent.FORBIDDEN, one) for one in bad]
    for event, words in (
        (MockEvent.RUDE, rude),
        (MockEvent.COMFORTED, kind),
        (MockEvent.GREETED, says_any(heard.text, manner.greeting)),
    ):
        if words:
            found.append(Happened(event, words))
    return found


def _said(heard: Heard, words: WordLists, language: str) -> str:
    return says_any(heard.text, words.get(language, ()))


def _asked(scenario: Scenario, state: CallState, heard: Heard, language: str) -> list[Happened]:
    """The facts that are asked for; who follows little answers one thing at a time."""
    wanted = [one.id for one in scenario.facts if says_any(heard.text, one.asked_by.get(language, ()))]
    fresh = [one for one in wanted if one not in state.told]
    if scenario.literacy is Literacy.LOW:
        fresh = fresh[:1]
    if fresh:
        return [Happened(MockEvent.ASKED, one) for one in fresh]
    # Saying a thing back while answering is no question asked twice.
    return [] if heard.points else [Happened(MockEvent.ASKED_AGAIN, one) for one in wanted[:1]]


@dataclass(frozen=True)
class _Voice:
    """Puts an answer together from what happened."""

    scenario: Scenario
    manner: Manner
    language: str
    seed: int
    state: CallState

    def reply(self, events: Sequence[Happened]) -> str:
        kinds = {one.event for one in events}
        if MockEvent.HUNG_UP in kinds:
            return self._line("hang_up")
        if MockEvent.GOODBYE in kinds:
            return self._line("bye" if not self._open() else "bye_open")
        parts = [self._line("hurt")] if kinds & {MockEvent.FORBIDDEN, MockEvent.RUDE} else []
        parts += [self._line("again")] if MockEvent.ASKED_AGAIN in kinds else []
        parts += [self._fact(one.about) for one in events if one.event in (MockEvent.ASKED, MockEvent.ASKED_AGAIN)]
        parts += [self._line("too_much")] if MockEvent.TOO_MUCH in kinds else []
        if MockEvent.POINT in kinds:
            parts.append(self._after_point())
        elif not parts:
            parts.append(self._line("comforted") if MockEvent.COMFORTED in kinds else self._ask_on())
        gap = "" if self.language == "zh" else " "
        return gap.join(parts)

    def _fact(self, name: str) -> str:
        return next(one.says[self.language] for one in self.scenario.facts if one.id == name)

    def _open(self) -> list[Question]:
        return [one for one in self.scenario.questions if one.point not in self.state.said]

    def _after_point(self) -> str:
        left = self._open()
        gap = "" if self.language == "zh" else " "
        if left:
            return gap.join((self._line("noted"), left[0].says[self.language]))
        missing = [one for one in self.scenario.must if one not in self.state.said]
        return self._line("noted_more" if missing else "thanks")

    def _ask_on(self) -> str:
        left = self._open()
        return left[0].says[self.language] if left and self.state.turns > 1 else self._line("what_now")

    def _line(self, occasion: str) -> str:
        lines = self.manner.lines[occasion]
        options = lines.get(self.state.temper.value) or lines["steady"]
        draw = hashlib.sha256(f"{self.seed}/{self.state.turns}/{occasion}".encode()).digest()
        return options[int.from_bytes(draw[:4], "big") % len(options)]


#: Occasions for which a manner needs lines.
OCCASIONS = (
    "what_now", "noted", "noted_more", "thanks", "again", "too_much", "hurt", "comforted", "bye", "bye_open", "hang_up",
)  # fmt: skip
