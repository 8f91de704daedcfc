"""What the interview shows, decided without Qt: the question in words, its answers with their keys, what is wrong."""

from dataclasses import replace
from typing import Any, cast

from app.models.interviews import Interview
from app.models.questionnaire_answers import SOFT, AnswerProblem, Given, Trouble
from app.models.questionnaire_keys import answer_of, begins_none, key_of
from app.models.questionnaire_logic import said, stressed
from app.models.questionnaires import CHOICES, READ_OUT, Item, ItemKind, Option, Reserved, in_language
from app.services import wording
from app.ui.kit.escaping import escape

#: Kinds for which one key is a whole answer.
_AT_ONCE = CHOICES
_MOST_AT_ONCE = 9


def question(item: Item, state: Interview, language: str) -> str:
    """Return the question as it is read out."""
    return said(item.text, state.around, language)


def emphasized(item: Item, state: Interview, language: str) -> str:
    """Return the question as HTML with what is to be stressed underlined, "" where nothing is."""
    parts = stressed(item.text, state.around, language)
    if not any(is_stressed for _, is_stressed in parts):
        return ""
    told = ((escape(text).replace("\n", "<br>"), is_stressed) for text, is_stressed in parts)
    return "".join(f"<u>{text}</u>" if is_stressed else text for text, is_stressed in told)


def note(item: Item, state: Interview, language: str) -> str:
    """Return what the operator is told beside the question, "" where nothing is."""
    return said(item.note, state.around, language) if item.note else ""


def answers(item: Item, language: str) -> list[tuple[str, str]]:
    """Return (key, words) of everything that can be answered by a key."""
    found = [(key_of(place), in_language(one.text, language)) for place, one in enumerate(item.options)]
    if item.kind is ItemKind.STATEMENT:
        return []
    if item.never is not None:
        found.append(("/", in_language(item.never, language)))
    return found


def reasons(item: Item, language: str) -> list[tuple[str, str]]:
    """Return (key, words) of the reasons that are offered for a low score."""
    offered = item.why.categories if item.why else ()
    return [(key_of(place), in_language(one.text, language)) for place, one in enumerate(offered)]


def is_decided(item: Item, typed: str) -> bool:
    """Say whether what was typed needs no Enter: a whole answer, or what no answer begins with."""
    return is_whole(item, typed) or begins_none(item, typed)


def is_whole(item: Item, typed: str) -> bool:
    """Say whether what was typed is a whole answer, and nothing longer could be meant."""
    if item.kind not in _AT_ONCE or len(item.options) > _MOST_AT_ONCE:
        return False
    return (typed == "/" and item.never is not None) or typed in {key_of(place) for place in range(len(item.options))}


def given_of(item: Item, typed: str) -> Given:
    """Return what was typed as an answer."""
    return answer_of(item, typed)


def with_reason(item: Item, given: Given, typed: str) -> Given:
    """Return an answer with the reason that was typed: a key of those that are offered, or words."""
    text = typed.strip()
    offered: tuple[Option, ...] = item.why.categories if item.why else ()
    code = next((one.code for place, one in enumerate(offered) if text == key_of(place)), "")
    return replace(given, reason_code=code, reason="" if code else text)


def trouble(found: Trouble, state: Interview, language: str, shown: str) -> str:
    """Return what is wrong with an answer: in the words of the questionnaire's own rule where it is one, which is in
    the ``language`` of the interview; else in that of the window, ``shown``."""
    check = next((one for one in state.questionnaire.checks if one.id == found.check), None)
    if check is not None:
        return said(check.text, state.around, language)
    return wording.label("answer_problem", found.problem.value, shown)


def before_a_second_look(text: str) -> str:
    """Return what is wrong with an answer without its full stop: the answer that is meant follows in brackets."""
    return text.rstrip(".。")


def may_confirm(found: Trouble) -> bool:
    """Say whether the operator may keep the answer after a second look."""
    return found.problem in SOFT


def needs_reason(found: Trouble) -> bool:
    """Say whether the answer stands once a reason is given."""
    return found.problem in (AnswerProblem.REASON_NEEDED, AnswerProblem.REASON_UNKNOWN)


def word(item: Item, coded: Any, language: str) -> str:
    """Return an answer in words."""
    if isinstance(coded, Reserved):
        if coded is Reserved.NEVER_HAPPENED and item.never is not None:
            return in_language(item.never, language)
        return wording.label("reserved", coded.value, language)
    if coded == READ_OUT:
        return ""
    codes = cast("list[object]", coded) if isinstance(coded, list | tuple) else [coded]
    return wording.names_in_a_row((_word(item, str(code), language) for code in codes), language)


def _word(item: Item, code: str, language: str) -> str:
    option = item.option(code)
    return in_language(option.text, language) if option is not None else code
