"""Coding what people said: one opinion after another, by two people apart; agreement, and the share with an opinion."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path

from app.models.accounts import Permission
from app.models.errors import RecordGone
from app.models.intervals import Interval, Reliance, reliance
from app.models.interview_records import InterviewRow, SurveyMode
from app.models.journal import Value
from app.models.opinions import (
    CODERS,
    NOTHING,
    CodeFrame,
    Kappa,
    kappa,
    kappas,
    opinion_items,
    opinion_rate,
    parse_frame,
)
from app.models.questionnaire_logic import is_answer
from app.models.withholding import months_told
from app.services import questionnaires
from app.services.callback_sheets import text_of
from app.services.interviews import AFTER_INQUIRY
from app.services.office import View, Work
from app.store import campaigns as campaign_rows
from app.store import interviews as interview_rows
from app.store import opinions as opinion_rows
from resources import FOLDER

#: The frame by which opinions are coded unless another one is named.
USUAL = "opinions"
EVER = ("", "9999-12-31")


@dataclass(frozen=True)
class Opinion:
    """One opinion as its coder sees it: the words, and where they were said; nothing of what others coded.

    ``told`` is what two people gave who disagree: whoever sees it settles it.
    """

    interview: bytes
    item: str
    text: str
    institution: str
    told: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class Where:
    """Which interviews are looked at: of a campaign, or of a questionnaire outside of campaigns; first and last day."""

    campaign: bytes | None = None
    questionnaire: str = AFTER_INQUIRY
    period: tuple[str, str] = EVER
    mode: SurveyMode = SurveyMode.TELEPHONE


@dataclass(frozen=True)
class Agreement:
    """How well two coders agree: on the whole choice, on each code, and over how many opinions."""

    whole: Kappa | None
    by_code: dict[str, Kappa]


@dataclass(frozen=True)
class Shares:
    """How many were asked, how many had an opinion (with the interval of the share), and how many named each code.

    An opinion counts under a code that any of its coders gave, where they disagree under those of the third who
    settled it; words that all coders call none count as no opinion.
    With fewer than 25 asked, or where so few could be told from other periods, only ``asked`` is said.
    """

    asked: int
    with_opinion: int | None
    rate: Interval | None
    by_code: dict[str, int]
    reliance: Reliance


@lru_cache(maxsize=1)
def shipped() -> dict[str, CodeFrame]:
    """Return the frames that come with the program."""
    folder = FOLDER.joinpath("code_frames")
    found = (
        parse_frame(one.read_text("utf-8"), file=one.name) for one in folder.iterdir() if one.name.endswith(".json")
    )
    return {one.id: one for one in found}


def frame(view: View, name: str = USUAL) -> CodeFrame:
    """Return the newest version of a frame. Raises ``RecordGone``."""
    kept = {one: content for one, _, content in opinion_rows.newest(view.rows)}
    if name in kept:
        return _read(kept[name])
    if name not in shipped():
        raise RecordGone(entity="code_frame", id=name)
    return shipped()[name]


@lru_cache(maxsize=16)
def _read(content: str) -> CodeFrame:
    return parse_frame(content, file="code_frame")


def publish_frame(work: Work, text: str, *, file: str) -> int:
    """Keep a frame as the newest version of its name, and return its number. Raises ``CodeFrameBroken``."""
    person = work.require(Permission.PUBLISH_QUESTIONNAIRES)
    found = parse_frame(text, file=file)
    numbers = [one.version for name, one in shipped().items() if name == found.id]
    numbers += [number for name, number, _ in opinion_rows.newest(work.tx) if name == found.id]
    number = max(numbers, default=0) + 1
    opinion_rows.write(work.tx, found.id, number, text, by=person.id)
    return number


def publish_file(work: Work, path: Path) -> int:
    """Keep the frame of a file as its newest version. Raises ``CodeFrameBroken`` and what the file raises."""
    work.require(Permission.PUBLISH_QUESTIONNAIRES)
    text: str = work.outside["read_text"](path)
    return publish_frame(work, text, file=path.name)


def _said(view: View, where: Where, *, known: bool = False) -> Iterator[tuple[InterviewRow, list[Opinion]]]:
    """Return every interview that was ended, each with its opinions.

    Raises ``RecordGone`` for one by a version that has not come here yet; with ``known`` such a one is left out.
    """
    found = interview_rows.ended(view.rows, (where.campaign, where.questionnaire), where.period, where.mode)
    for row, end in found:
        items = _items(view, row.asked.questionnaire, row.asked.version)
        if items is None and known:
            continue
        if items is None:
            raise RecordGone(entity="questionnaire", id=f"{row.asked.questionnaire}@{row.asked.version}")
        texts = [(name, end.codes.get(name)) for name in items]
        yield (
            row,
            [
                Opinion(row.id, name, str(text), row.asked.institution)
                for name, text in texts
                if is_answer(text) and text
            ],
        )


def _items(view: View, questionnaire: str, version: int) -> tuple[str, ...] | None:
    """Return the items of opinions of a version, None where it has not come here yet."""
    try:
        return opinion_items(questionnaires.version_of(view, questionnaire, version))
    except RecordGone:
        return None


#: How many opinions that wait are looked up in one place; as many as these stand for any more.
MOST = 50


def to_code(view: View, where: Where, *, limit: int = MOST) -> list[Opinion]:
    """Return opinions that whoever asks has not coded and that fewer than two people have, or two who disagree: then
    a third settles it. The oldest first.

    Interviews by a version of a questionnaire that has not come here yet wait for it.
    """
    person = view.require(Permission.SEE_FINDINGS)
    found: list[Opinion] = []
    for _, opinions in _said(view, where, known=True):
        for one in opinions:
            coders = opinion_rows.codings(view.rows, one.interview, one.item)
            told = tuple(coders.values())
            if person.id in coders or len(told) > CODERS:
                continue
            if len(told) < CODERS:
                found.append(one)
            elif _differ(told):
                found.append(replace(one, told=told))
        if len(found) >= limit:
            break
    return found[:limit]


def _differ(codings: Sequence[tuple[str, ...]]) -> bool:
    """Say whether the first two who coded an opinion disagree."""
    return len(codings) >= CODERS and set(codings[0]) != set(codings[1])


@dataclass(frozen=True)
class Waits:
    """Where opinions wait for whoever asks: the campaign (its name, "" outside of campaigns), and how many."""

    where: Where
    campaign: str
    count: int


def waits(view: View, period: tuple[str, str] = EVER, *, limit: int = MOST) -> list[Waits]:
    """Return where opinions wait for whoever asks: outside of campaigns, then in each, in every way of asking.

    ``limit`` stands for any more.
    """
    view.require(Permission.SEE_FINDINGS)
    places: dict[tuple[bytes | None, str, SurveyMode], None] = {}
    for campaign, questionnaire, version, mode in interview_rows.asked_in(view.rows, period):
        if _items(view, questionnaire, version):
            places[campaign, questionnaire if campaign is None else "", mode] = None
    found: list[Waits] = []
    for campaign, questionnaire, mode in places:
        try:
            where, name = named(view, Where(campaign, questionnaire, period, mode))
        except RecordGone:  # its campaign comes with a later sync
            continue
        count = len(to_code(view, where, limit=limit))
        found += [Waits(where, name if campaign is not None else "", count)] if count else []
    return sorted(found, key=_by_name)


def _by_name(one: Waits) -> tuple[bool, str, str, str]:
    return one.where.campaign is not None, one.campaign, one.where.questionnaire, one.where.mode


def named(view: View, where: Where) -> tuple[Where, str]:
    """Return what is looked at, of a campaign with its own questionnaire, and its name. Raises ``RecordGone``."""
    view.require(Permission.SEE_FINDINGS)
    if where.campaign is None:
        return where, questionnaires.current(view, where.questionnaire).id
    found = campaign_rows.by_id(view.rows, where.campaign)
    if found is None:
        raise RecordGone(entity="campaign", id=where.campaign.hex())
    return replace(where, questionnaire=found.questionnaire), found.name


def code(work: Work, interview: bytes, item: str, codes: Sequence[str], *, frame_name: str = USUAL) -> None:
    """Give codes to an opinion. Raises ``UnknownOpinionCode``, ``RecordGone``."""
    person = work.require(Permission.SEE_FINDINGS)
    chosen = frame(work, frame_name)
    told = chosen.checked(codes)
    if not any(one.item == item for one in interview_rows.answers_of(work.tx, interview)):
        raise RecordGone(entity="interview", id=interview.hex())
    values: dict[str, Value] = {
        "interview": interview.hex(),
        "item": item,
        "frame": chosen.reference,
        "codes": list(told),
        "at": text_of(work.now),
        "by": person.id.hex(),
    }
    work.tx.add("opinion_coding", values)


def agreement(view: View, where: Where, *, frame_name: str = USUAL) -> Agreement:
    """Return how well the first two coders of each opinion agree."""
    view.require(Permission.SEE_FINDINGS)
    coded: list[tuple[frozenset[str], frozenset[str]]] = []
    for _, opinions in _said(view, where):
        for one in opinions:
            sets = [frozenset(codes) for codes in opinion_rows.codings(view.rows, one.interview, one.item).values()]
            if len(sets) >= CODERS:
                coded.append((sets[0], sets[1]))
    whole = kappa([(" ".join(sorted(first)), " ".join(sorted(second))) for first, second in coded])
    return Agreement(whole, kappas(coded, frame(view, frame_name).codes))


def shares(view: View, where: Where) -> Shares:
    """Return the share of people with an opinion or a suggestion, and how many named each code."""
    view.require(Permission.SEE_FINDINGS)
    first, last = where.period
    inside, months = list[list[Opinion]](), Counter[str]()
    for row, opinions in _said(view, replace(where, period=EVER)):
        months[row.asked.day[:7]] += 1
        inside += [opinions] if first <= row.asked.day <= last else []
    how = reliance(len(inside))
    if how is not Reliance.SUPPRESSED and not _told(months, where.period):
        how = Reliance.WITHHELD
    if how in (Reliance.SUPPRESSED, Reliance.WITHHELD):
        return Shares(len(inside), None, None, {}, how)
    with_opinion, by_code = 0, Counter[str]()
    for opinions in inside:
        has_one, named = _named(view, opinions)
        with_opinion += has_one
        by_code.update(named)
    return Shares(len(inside), with_opinion, opinion_rate(len(inside), with_opinion), dict(by_code), how)


def _told(months: Mapping[str, int], period: tuple[str, str]) -> bool:
    """Say whether a period may be shown: all of it, or whole months from which nobody else can be told."""
    if period == EVER:
        return True
    first, last = period
    after = (date.fromisoformat(last) + timedelta(days=1)).isoformat() if last < EVER[1] else last
    if (first and first[8:] != "01") or (last < EVER[1] and after[8:] != "01"):
        return False
    return not months_told(months).cut(one for one in months if first[:7] <= one <= last[:7])


def _named(view: View, opinions: Sequence[Opinion]) -> tuple[bool, set[str]]:
    """Say whether somebody had an opinion, and which codes it was given."""
    named: set[str] = set()
    empty = bool(opinions)
    for one in opinions:
        codings = tuple(opinion_rows.codings(view.rows, one.interview, one.item).values())
        if _differ(codings):
            codings = codings[CODERS:] or codings  # whoever settled it decides
        named.update(each for codes in codings for each in codes)
        empty = empty and bool(codings) and all(codes == (NOTHING,) for codes in codings)
    return bool(opinions) and not empty, named - {NOTHING}
