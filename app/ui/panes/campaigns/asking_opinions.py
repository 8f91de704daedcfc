"""What the page of opinions asks at once."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from app.models.campaigns import CampaignFacts
from app.models.interview_records import SurveyMode
from app.models.opinions import NOTHING
from app.services import opinions
from app.services.office import View
from app.services.opinions import Agreement, Opinion, Shares, Where
from app.ui.panes.campaigns import asking_results


@dataclass(frozen=True)
class OpinionBoard:
    """What waits for whoever asks, the codes with their words, and what came of the coding so far.

    All of one mode; ``waits`` is how many wait in each, 50 standing for any more.
    """

    waiting: tuple[Opinion, ...]
    codes: tuple[tuple[str, str], ...]
    shares: Shares
    agreement: Agreement
    names: Mapping[str, str]
    waits: Mapping[SurveyMode, int]


@dataclass(frozen=True)
class CodeLine:
    """One code: its words, how many people named it, their share of all asked, and how well coders agree on it.

    ``people`` and ``share`` are None where they are not shown.
    """

    words: str
    people: int | None
    share: float | None
    kappa: float | None


def board(view: View, campaign: CampaignFacts, language: str, mode: SurveyMode = SurveyMode.TELEPHONE) -> OpinionBoard:
    """Return the opinions of a campaign that were asked in one mode."""
    where = Where(campaign.id, campaign.questionnaire, mode=mode)
    waiting = {one: tuple(opinions.to_code(view, replace(where, mode=one))) for one in SurveyMode}
    frame = opinions.frame(view)
    codes = tuple((code, words.for_language(language)) for code, words in frame.codes.items())
    return OpinionBoard(
        waiting[mode], codes, opinions.shares(view, where), opinions.agreement(view, where),
        asking_results.names(view, language), {one: len(found) for one, found in waiting.items()},
    )  # fmt: skip


def lines(found: OpinionBoard) -> list[CodeLine]:
    """Return every code that stands for an opinion, the most named first."""
    asked, is_shown = found.shares.asked, found.shares.rate is not None
    made = [
        CodeLine(words, count if is_shown else None, count / asked if is_shown else None, _kappa(found, code))
        for code, words in found.codes
        if code != NOTHING
        for count in [found.shares.by_code.get(code, 0)]
    ]
    return sorted(made, key=_people, reverse=True)


def _people(one: CodeLine) -> int:
    return one.people or 0


def _kappa(found: OpinionBoard, code: str) -> float | None:
    known = found.agreement.by_code.get(code)
    return known.value if known else None
