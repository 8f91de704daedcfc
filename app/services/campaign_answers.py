"""The answers of a campaign as a table with its codebook, without anybody's identity unless they agreed.

A case is known by a keyed hash of its id: the same in every export of this center, and nothing to find a person by.
Name, numbers and free texts stand only where they are wanted and the interview says that they may be passed on; the
middle of numbers is hidden as in every export. The category of the reason for a low score stands beside its item.
"""

import hmac
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from app.models.accounts import Permission
from app.models.campaigns import CampaignFacts
from app.models.errors import RecordGone
from app.models.interview_records import SurveyMode, kept_code
from app.models.questionnaire_answers import Given
from app.models.questionnaire_logic import unpiped
from app.models.questionnaires import MISSING, YES, Item, ItemKind, Questionnaire, Reserved, in_language
from app.services import campaign_weights, interviews, phone_numbers, questionnaires, wording
from app.services.campaign_results import CampaignWithoutQuestions
from app.services.campaign_withheld import EVER
from app.services.figure_exports import TableWriter
from app.services.office import View
from app.store import campaign_cases as case_rows
from app.store import campaigns as stored
from app.store import interviews as interview_rows

_FIXED = ("case", "institution", "stratum", "day", "mode", "completeness", "weight", "weight_answered", "weight_raked")
_WHO = ("name", "numbers")
_TEXTS = frozenset({ItemKind.LONG_TEXT, ItemKind.TEXT})
_SILENT = frozenset({ItemKind.STATEMENT})
#: How a column of reasons is called after its item.
_REASON = "_reason"
#: What may stand in the place of any answer.
_IN_PLACE = (Reserved.MISSING, Reserved.DONT_KNOW, Reserved.REFUSED, Reserved.NOT_APPLICABLE)


@dataclass(frozen=True)
class AnswerSheet:
    """One table of an export: codes and weights as they are."""

    title: str
    columns: Sequence[str]
    rows: Sequence[Sequence[object]]
    is_document: bool = False


@dataclass(frozen=True)
class AnswerBook:
    """Answers, their codebook (variable, label, code, words), and labels in the syntax of statistics programs."""

    data: AnswerSheet
    codebook: AnswerSheet
    syntax: str


def answers(
    view: View, campaign: bytes, *, language: str, identity: bool = False, mode: SurveyMode = SurveyMode.TELEPHONE
) -> AnswerBook:
    """Return every interview of a campaign in one mode, those that were broken off too.

    Raises ``RecordGone``, ``CampaignWithoutQuestions``, ``NotAllowed``.
    """
    view.require(Permission.EXPORT_RECORDS)
    facts = stored.by_id(view.rows, campaign)
    if facts is None:
        raise RecordGone(entity="campaign", id=campaign.hex())
    if not facts.questionnaire:
        raise CampaignWithoutQuestions(name=facts.name)
    asked = questionnaires.version_of(view, facts.questionnaire, facts.questionnaire_version or 1)
    items = [one for one in asked.items if one.kind not in _SILENT and (identity or one.kind not in _TEXTS)]
    weights = _weights(view, facts, asked, mode)
    names = (name for one in items for name in ([_named(one), f"{_named(one)}{_REASON}"] if one.why else [_named(one)]))
    columns = (*_FIXED, *(_WHO if identity else ()), *names)
    rows = list(_rows(view, (campaign, asked), items, weights, identity=identity, mode=mode))
    told = [*_fixed_words(identity=identity, language=language), *_codebook(items, language)]
    book = AnswerSheet("codebook", ("variable", "label", "code", "words"), told)
    return AnswerBook(AnswerSheet("answers", columns, rows), book, _syntax(asked, items, language))


def save(
    view: View,
    campaign: bytes,
    path: Path,
    *,
    whole: Callable[[int], object],
    **asked: Any,
) -> int:
    """Write the ``answers`` of a campaign, as ``asked`` for there, and return how many interviews they are.

    A name ending in .xlsx takes answers and codebook as two sheets, any other CSV with the codebook in a file beside
    it; the labels for statistics programs stand in ``.sps`` beside both. ``whole`` tells the read log how many
    (``access.exported``) before any file has its name. Raises what ``answers``, ``whole`` and the disk raise.
    """
    found = answers(view, campaign, **asked)
    data, codebook = found.data, found.codebook
    if path.suffix.lower() == ".xlsx":
        view.outside["write_book"](path, (data, codebook), whole=partial(whole, len(data.rows)))
    else:
        write: TableWriter = view.outside["write_table"]
        write(path, data.columns, data.rows, whole=whole)
        write(path.with_suffix(".codebook.csv"), codebook.columns, codebook.rows)
    view.outside["write_text"](path.with_suffix(".sps"), found.syntax)
    return len(data.rows)


def _rows(
    view: View,
    what: tuple[bytes, Questionnaire],
    items: Sequence[Item],
    weights: "_Weights",
    *,
    identity: bool,
    mode: SurveyMode,
) -> Iterator[Sequence[object]]:
    campaign, asked = what
    consents = {one.consent for one in asked.triggers if one.consent}
    for row, ended in interview_rows.ended(view.rows, (campaign, asked.id), EVER, mode):
        about, agreed = row.asked, any(ended.codes.get(name) == YES for name in consents)
        known = _key(view, about.case or row.id)
        fixed = (known, about.institution, about.stratum, about.day, about.mode.value, ended.completeness)
        who = _who(view, about.case, agreed=agreed) if identity else ()
        given = {one.item: one for one in interview_rows.answers_of(view.rows, row.id)}
        said = (
            cell
            for one in items
            for cell in _cells(one, ended.codes.get(one.id), given.get(one.id), words=identity and agreed)
        )
        drawn = round(weights.drawn.get(about.stratum, 1.0), 6)
        later = [round(one, 6) for one in weights.later.get(row.id, ())] or ["", ""]
        yield (*fixed, drawn, *later, *who, *said)


@dataclass(frozen=True)
class _Weights:
    """Weights of the draw by stratum; of the answers that count (for who did not answer, and raked) by interview."""

    drawn: Mapping[str, float]
    later: Mapping[bytes, tuple[float, float]]


def _weights(view: View, facts: CampaignFacts, asked: Questionnaire, mode: SurveyMode) -> _Weights:
    best = interviews.fullest(interview_rows.ended(view.rows, (facts.id, asked.id), EVER, mode))
    later = campaign_weights.weighed(view, facts, best).by_interview()
    return _Weights({one.name: one.size / one.drawn for one in facts.strata if one.drawn}, later)


def _key(view: View, row_id: bytes) -> str:
    secret: bytes = view.outside["center_secret"]
    return hmac.digest(secret, b"answers" + row_id, "sha256").hex()[:12]


def _who(view: View, case_id: bytes | None, *, agreed: bool) -> tuple[str, str]:
    case = case_rows.case(view.rows, case_id) if case_id and agreed else None
    if case is None:
        return ("", "")
    hidden = phone_numbers.are_hidden(view)
    return (case.name, " ".join(phone_numbers.told(view, one) if hidden else one for one in case.numbers))


def _cells(item: Item, code: Any, given: Given | None, *, words: bool) -> Iterator[object]:
    """Yield what an item counts as and, where a low score needs one, its reason: the category, or in ``words``."""
    yield "" if item.kind in _TEXTS and not words else _cell(code)
    if item.why is not None:
        told = given if given is not None and not isinstance(code, Reserved) else Given(item.id)
        yield told.reason_code or (told.reason if words else "")


def _cell(code: Any) -> object:
    """Return what an item counts as, several codes with a space between them."""
    if isinstance(code, str | int | float):
        return kept_code(code)
    return "" if code is None else " ".join(str(one) for one in code)


def _named(item: Item) -> str:
    """Return the name of an item's column: statistics programs take no hyphen in one."""
    return item.id.replace("-", "_")


def _codebook(items: Sequence[Item], language: str) -> Iterator[tuple[str, str, str, str]]:
    for one in items:
        label = unpiped(one.text, language)
        yield _named(one), label, "", ""
        for code, words in _words(one, language):
            yield _named(one), label, code, words
        if one.why is not None:
            name, about = f"{_named(one)}{_REASON}", f"{wording.label('answer_column', 'reason', language)}: {label}"
            yield name, about, "", ""
            for option in one.why.categories:
                yield name, about, option.code, in_language(option.text, language)


def _fixed_words(*, identity: bool, language: str) -> Iterator[tuple[str, str, str, str]]:
    for name in (*_FIXED, *(_WHO if identity else ())):
        yield name, wording.label("answer_column", name, language), "", ""


def _words(item: Item, language: str) -> Iterator[tuple[str, str]]:
    """Yield every code that may stand in the column of an item with its words, reserved ones too."""
    for option in item.options:
        yield option.code, in_language(option.text, language)
    if item.never is not None:
        yield kept_code(Reserved.NEVER_HAPPENED), in_language(item.never, language)
    for reserved in _IN_PLACE:
        yield kept_code(reserved), wording.label("reserved", reserved.value, language)


def _syntax(asked: Questionnaire, items: Sequence[Item], language: str) -> str:
    """Return VARIABLE LABELS, VALUE LABELS and MISSING VALUES, below which questionnaire it was, and its mark."""
    book = list(_codebook(items, language))
    lines = [f"* {asked.id}@{asked.version} {questionnaires.mark(asked)}.", "VARIABLE LABELS"]
    lines += [f"  {name} {_quoted(label)}" for name, label, code, _ in book if not code]
    lines[-1] += "."
    for variable in dict.fromkeys(name for name, *_ in book):
        codes = [f"  {_quoted(code)} {_quoted(words)}" for name, _, code, words in book if name == variable and code]
        lines += [f"VALUE LABELS {variable}", *codes[:-1], f"{codes[-1]}."] if codes else []
    gone = " ".join(_quoted(kept_code(one)) for one in _IN_PLACE if one in MISSING)
    lines += [f"MISSING VALUES {_named(one)} ({gone})." for one in items if one.kind not in _TEXTS]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    flat = " ".join(text.split()).replace("'", "''")
    return f"'{flat}'"
