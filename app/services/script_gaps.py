"""What the library lacks: searches that found nothing, answers from own knowledge, phrasings that should be known.

Everything is counted from kept searches and contacts when it is asked for; only decisions are kept. Examples have
private data taken out.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from app.models.accounts import Permission
from app.models.errors import CannotNow, FieldMissing, RecordGone
from app.models.private_data import masked
from app.models.script_searches import ProposalDecision, ProposalKind, SearchEnd
from app.models.texts import clean
from app.scripts_library.content import hash_of, to_content
from app.scripts_library.likeness import alike, grouped, words_of
from app.scripts_library.readings import Spelling
from app.scripts_library.script import Script, State
from app.scripts_library.texts import holds_chinese
from app.scripts_library.tokens import fold, pinyin_keys, runs
from app.services import script_spelling
from app.services.office import View, Work
from app.services.scripts import counting, load
from app.store import accounts as account_rows
from app.store import drills as drill_rows
from app.store import script_searches as rows_of
from app.store import scripts as script_rows
from app.store.script_searches import SearchRow
from app.store.scripts import NewVersion

#: How far back is looked, and at how many searches and contacts at most.
BEHIND, MOST = timedelta(days=90), 3_000
#: A search that was opened only after this time has kept a caller waiting.
LATE_MS = 20_000
OPERATORS = 2
_EXAMPLES, _EXAMPLE_LENGTH = 3, 120


class AlreadyPhrased(CannotNow):
    """The script has this phrasing already. Facts: ``key``, ``words``."""


@dataclass(frozen=True)
class Gap:
    """Something that callers ask and the library does not answer well.

    ``words`` is the commonest way to say it, ``count`` the sum of the four others: searches without a result, those
    where nothing was opened, those opened late, and contacts answered without a script.
    """

    words: str
    count: int
    nothing: int
    left: int
    late: int
    own: int
    last_at: datetime
    examples: tuple[str, ...] = ()


@dataclass(frozen=True)
class Proposal:
    """A phrasing that callers use for a script and that did not put it first: how often, and by how many operators."""

    key: str
    title: str
    words: str
    language: str
    count: int
    operators: int
    last_at: datetime


@dataclass(frozen=True)
class _Seen:
    """One thing that speaks for a gap, private data taken out."""

    words: str
    why: str
    at: datetime


@dataclass
class _Heard:
    """A query and the script that was opened for it, added up."""

    words: str
    last_at: datetime
    count: int = 0
    operators: set[bytes | None] = field(default_factory=set[bytes | None])
    callers: set[str] = field(default_factory=set[str])


def gaps(view: View, *, since: datetime | None = None, limit: int = 100) -> list[Gap]:
    """Return what the library lacks, the most wanted first. Dismissed ones come back when they are asked again."""
    view.require(Permission.WRITE_SCRIPTS)
    begin = since or view.now - BEHIND
    decided = [(words_of(words), at) for (words, _), at in rows_of.decided(view.rows, ProposalKind.GAP).items()]
    seen = [one for one in _seen(view, begin) if not _is_decided(one, decided)]
    counted = Counter(fold(one.words) for one in seen)
    seen = sorted(seen, key=lambda one: (-counted[fold(one.words)], fold(one.words), one.at))
    found = [_gap([seen[place] for place in group]) for group in grouped([one.words for one in seen])]
    return sorted(found, key=_by_want)[:limit]


def proposed_phrasings(view: View, *, since: datetime | None = None) -> list[Proposal]:
    """Return phrasings worth adding: at least two operators opened the script for them, and it was not on top.

    What was searched for in drills counts too: there operators try how callers say it.
    """
    view.require(Permission.WRITE_SCRIPTS)
    decided = rows_of.decided(view.rows, ProposalKind.PHRASING)
    heard: dict[tuple[str, str], _Heard] = {}
    for row in _opened(view, since or view.now - BEHIND):
        if (fold(row.words), row.key) not in decided:
            one = heard.setdefault((row.key, fold(row.words)), _Heard(row.words, row.at))
            one.count += 1
            one.operators.add(row.by)
            one.callers.add(row.caller)
    often = [(key, one) for (key, _), one in heard.items() if len(one.operators) >= OPERATORS]
    found = (_proposal(view, key, one) for key, one in often)
    return sorted((one for one in found if one is not None), key=_by_count)


@dataclass(frozen=True)
class _Opened:
    """Words for which a script was opened that did not stand first; ``caller`` is "" in a drill."""

    key: str
    words: str
    by: bytes | None
    at: datetime
    caller: str = ""


def _opened(view: View, begin: datetime) -> Iterator[_Opened]:
    """Return what led to a script on calls, the newest first, then in drills."""
    for row in rows_of.searches_since(view.rows, begin, MOST):
        if row.key is not None and row.rank not in (None, 1):
            yield _Opened(row.key, row.query, row.by, row.at, row.caller)
    for person in account_rows.everyone(view.rows):
        for one in drill_rows.sought(view.rows, person.id, begin.date()):
            if one.place > 1:
                yield _Opened(one.script, one.words, one.operator, one.at)


def accept_phrasing(work: Work, key: str, words: str, *, language: str | None = None) -> int:
    """Add a phrasing to a script, and return the number of the version that this makes.

    Only how callers say it changes, never the answer: the version is approved at once where the one before it was,
    which its event says. Raises ``FieldMissing``, ``RecordGone``, ``AlreadyPhrased``.
    """
    person = work.require(Permission.WRITE_SCRIPTS)
    text = clean(words)
    if not text:
        raise FieldMissing(field="phrasings")
    rows = script_rows.versions_of(work.tx, key)
    if not rows:
        raise RecordGone(entity="script", id=key)
    approved = [row for row in rows if row.state is State.APPROVED]
    old = load(work.tx, approved[-1] if approved else rows[-1])
    if _is_said(old, text):
        raise AlreadyPhrased(key=key, words=text)
    spoken = language or ("zh" if holds_chinese(text) else "en")
    script = replace(old, phrasings={**old.phrasings, spoken: (*old.phrasings.get(spoken, ()), text)})
    number = rows[-1].number + 1
    events = ((State.APPROVED.value, '{"by_phrasing": true}'),) if approved else ()
    script_rows.write_versions(work.tx, [_version(script, number, events)], by=person.id)
    script_spelling.learn(work, [script])
    rows_of.write_decision(work.tx, ProposalKind.PHRASING, fold(text), ProposalDecision.ACCEPTED, key=key, by=person.id)
    return number


def dismiss(work: Work, kind: ProposalKind, words: str, *, key: str | None = None) -> None:
    """Put a proposal aside. A gap comes back when it is asked for again. Raises ``FieldMissing``."""
    _decide(work, kind, words, ProposalDecision.DISMISSED, key)


def restore(work: Work, kind: ProposalKind, words: str, *, key: str | None = None) -> None:
    """Take back that a proposal was put aside: it is listed again. Raises ``FieldMissing``."""
    _decide(work, kind, words, ProposalDecision.RESTORED, key)


def _decide(work: Work, kind: ProposalKind, words: str, decision: ProposalDecision, key: str | None) -> None:
    person = work.require(Permission.WRITE_SCRIPTS)
    folded = fold(clean(words) or "")
    if not folded:
        raise FieldMissing(field="words")
    rows_of.write_decision(work.tx, kind, folded, decision, key=key, by=person.id)


def _seen(view: View, begin: datetime) -> Iterator[_Seen]:
    for row in rows_of.searches_since(view.rows, begin, MOST):
        why = _why(row)
        if why:
            yield _Seen(masked(row.query, (row.caller,)), why, row.at)
    for summary, at, caller in rows_of.answered_without(view.rows, begin, MOST):
        yield _Seen(masked(summary, (caller,)), "own", at)


def _why(row: SearchRow) -> str:
    if row.ended == SearchEnd.NOTHING:
        return "nothing"
    if row.ended == SearchEnd.LEFT:
        return "left"
    return "late" if row.took_ms > LATE_MS else ""


def _is_decided(one: _Seen, decided: Iterable[tuple[frozenset[str], datetime]]) -> bool:
    words = words_of(one.words)
    return any(one.at <= at and (words == other or alike(words, other)) for other, at in decided)


def _gap(seen: Sequence[_Seen]) -> Gap:
    why = Counter(one.why for one in seen)
    said = Counter(one.words[:_EXAMPLE_LENGTH] for one in seen)
    commonest = [words for words, _ in said.most_common(_EXAMPLES + 1)]
    last = max(one.at for one in seen)
    counts = (why["nothing"], why["left"], why["late"], why["own"])
    return Gap(commonest[0], len(seen), *counts, last, tuple(commonest[1:]))


def _by_want(one: Gap) -> tuple[int, float, str]:
    return -one.count, -one.last_at.timestamp(), one.words


def _by_count(one: Proposal) -> tuple[int, int, str]:
    return -one.operators, -one.count, one.words


def _proposal(view: View, key: str, heard: _Heard) -> Proposal | None:
    """Return the proposal, or None for letters of an input method, known phrasings, and scripts that are gone."""
    try:
        script = counting(view, key, drafts=False)
    except RecordGone:
        return None
    if _is_said(script, heard.words) or _is_typed(script, heard.words):
        return None
    language = "zh" if holds_chinese(heard.words) else "en"
    words = masked(heard.words, heard.callers)
    return Proposal(key, script.title_in(language), words, language, heard.count, len(heard.operators), heard.last_at)


def _is_said(script: Script, words: str) -> bool:
    said = (
        *script.title.values(),
        *script.question.values(),
        *(one for all_ in script.phrasings.values() for one in all_),
    )
    return fold(words) in {fold(one) for one in said}


def _is_typed(script: Script, words: str) -> bool:
    """Say whether the words are only the beginning of a title: typed letters, pinyin, initials."""
    letters = "".join(run.text for run in runs(fold(words)))
    titles = [fold(one) for one in script.title.values()]
    keys = (key for title in titles for key in pinyin_keys(runs(title), Spelling()))
    return any(title.startswith(fold(words)) for title in titles) or any(key.startswith(letters) for key in keys)


def _version(script: Script, number: int, events: tuple[tuple[str, str], ...]) -> NewVersion:
    content = to_content(script)
    return NewVersion(
        key=script.key,
        number=number,
        title_zh=script.title.get("zh"),
        title_en=script.title.get("en"),
        topic=script.topic,
        content=content,
        content_hash=hash_of(content),
        effective_from=script.effective_from.isoformat() if script.effective_from else None,
        effective_to=script.effective_to.isoformat() if script.effective_to else None,
        urgent=script.urgent,
        source="phrasing",
        events=events,
    )
