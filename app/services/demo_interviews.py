"""Answers of the demo's patients: mostly content, by institution; who is not says why, and half of them with a name."""

from random import Random
from typing import Any

from app.models.interview_records import Asked
from app.models.journal import Value
from app.models.questionnaires import NO, YES, Item, ItemKind
from app.services import interviews, questionnaires
from app.services.callback_sheets import text_of
from app.services.demo_texts import table
from app.services.office import Work
from app.store.bulk import Bulk

#: Of those who are not content with the whole, who is so little content with one thing that they say why.
_COMPLAINS, _HAS_AN_OPINION = 0.8, 0.16
_MOSTLY, _RATINGS = 0.7, (10, 10, 9, 9, 8)
#: So many answers were given when somebody had to break off.
_BEGUN = 9
_CONTENT: tuple[str, dict[str, Any]] = ("", {})
_YES = {"agree": YES, "visited": YES, "respondent": "self", "gifts": NO, "unwell": NO, "cooperation": "good"}


def ask(work: Work, asked: Asked, rng: Random, *, whole: bool = True) -> bytes:
    """Begin an interview and answer it to the end, or some of it; return it."""
    interview = interviews.begin(work, asked)
    told = _Told(asked, rng)
    items = questionnaires.version_of(work, asked.questionnaire, asked.version).items
    answers = [one for one in map(told.answer, items) if one is not None]
    with Bulk(work.tx) as bulk:
        for seq, one in enumerate(answers if whole else answers[:_BEGUN], 1):
            said: dict[str, Value] = {"interview": interview.hex(), "seq": seq, **one}
            bulk.add("answer", {**said, "at": text_of(work.now), "by": work.person.id.hex()})
    return interview


class _Told:
    """What one patient says."""

    def __init__(self, asked: Asked, rng: Random) -> None:
        told = table("surveys")
        known = {one["code"]: float(one["content"]) for one in told["institutions"]}
        self._rng = rng
        self._content = rng.random() < known.get(asked.institution, 1.0)
        weak = list(told["weak"].items())
        complains = not self._content and rng.random() < _COMPLAINS
        self._weak, self._why = weak[int(rng.random() * len(weak))] if complains else _CONTENT
        has_one = complains or rng.random() < _HAS_AN_OPINION
        self._opinion = told["opinions"][int(rng.random() * len(told["opinions"]))] if has_one else None

    def answer(self, item: Item) -> dict[str, Value] | None:
        """Return what is kept of the answer to an item; None where it is not asked."""
        if item.id == "forward" and not (self._weak or self._opinion):
            return None
        if item.id == self._weak:
            said: list[str] = self._why["said"]
            reason = said[int(self._rng.random() * len(said))]
            return {"item": item.id, "value": "dissatisfied", "reason": reason, "reason_code": self._why["code"]}
        return {"item": item.id, "value": self._value(item)}

    def _value(self, item: Item) -> Any:
        if item.kind is ItemKind.STATEMENT:
            return "read"
        if item.id in _YES:
            return _YES[item.id]
        if item.id == "opinion":
            return self._opinion
        if item.id == "forward":
            return YES if self._rng.random() < 0.5 else NO
        if item.kind is ItemKind.RATING:
            return (
                _RATINGS[int(self._rng.random() * len(_RATINGS))] if self._content else 6 + int(self._rng.random() * 2)
            )
        best = self._content and self._rng.random() < _MOSTLY
        return item.options[0 if best else 1 if self._content or self._rng.random() < _MOSTLY else 2].code
