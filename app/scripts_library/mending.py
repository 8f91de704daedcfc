"""Small mends of an approved answer: a misspelled word, and one more way in which callers ask.

Neither may change what is said. Key points, forbidden phrases, blanks and the flow are never touched, and a word counts
as misspelled only where the right one is near: a few letters in English, the same sound in Chinese.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from app.scripts_library.answer_facts import counted, denials, figures
from app.scripts_library.readings import quick_syllables
from app.scripts_library.script import Script, Variant
from app.scripts_library.tokens import fold, stem
from app.scripts_library.word_meanings import row_of

_CHINESE = re.compile(r"[\u4e00-\u9fff]+")
_WORD = re.compile(r"[A-Za-z]{4,}")
#: Letters that may be wrong, missing, too many or changed over in a misspelled word.
_MOST_SLIPS = 2


def is_misspelling(wrong: str, right: str) -> bool:
    """Say whether one word is another one misspelled.

    In English the wrong word is in no list of words, the right one is, and few letters differ. In Chinese both have as
    many characters, sound alike, and differ in fewer characters than they share or in one of two.
    """
    if _CHINESE.fullmatch(wrong) and _CHINESE.fullmatch(right):
        differ = sum(one != other for one, other in zip(wrong, right, strict=False))
        alike = quick_syllables(wrong) == quick_syllables(right)
        return len(wrong) == len(right) > 1 and 0 < differ <= len(wrong) // 2 and alike
    if not (_WORD.fullmatch(wrong) and _WORD.fullmatch(right)):
        return False
    unknown, known = (bool(row_of(stem(fold(one)))) for one in (wrong, right))
    return known and not unknown and _slips(fold(wrong), fold(right)) <= _MOST_SLIPS


def _slips(one: str, other: str) -> int:
    """Return how many letters are wrong, missing, too many or changed over (optimal string alignment distance)."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        row = [at]
        for place, wanted in enumerate(other, 1):
            cost = min(last[place] + 1, row[place - 1] + 1, last[place - 1] + (letter != wanted))
            if at > 1 and place > 1 and letter == other[place - 2] and one[at - 2] == wanted:
                cost = min(cost, before[place - 2] + 1)
            row.append(cost)
        before, last = last, row
    return last[-1]


def corrected(script: Script, wrong: str, right: str) -> Script:
    """Return the script with a word spelled right in titles, questions, phrasings and bodies, if it is in any."""
    put = _putting(wrong, right)

    def texts(found: Mapping[str, str]) -> dict[str, str]:
        return {language: put(text) for language, text in found.items()}

    phrasings = {language: tuple(map(put, said)) for language, said in script.phrasings.items()}
    variants = tuple(_variant(one, put) for one in script.variants)
    return replace(
        script, title=texts(script.title), question=texts(script.question), phrasings=phrasings, variants=variants
    )


def _putting(wrong: str, right: str) -> Callable[[str], str]:
    edge = "" if _CHINESE.fullmatch(wrong) else r"\b"
    pattern = re.compile(f"{edge}{re.escape(wrong)}{edge}", re.IGNORECASE)

    def put(text: str) -> str:
        return pattern.sub(lambda found: right[:1].upper() + right[1:] if found[0][:1].isupper() else right, text)

    return put


def _variant(one: Variant, put: Callable[[str], str]) -> Variant:
    return replace(
        one, say=put(one.say), if_asked=put(one.if_asked), escalate=put(one.escalate), record=put(one.record)
    )


def says_the_same(before: Script, after: Script) -> bool:
    """Say whether two versions have the same figures and as many denials in each wording."""
    pairs = zip(before.variants, after.variants, strict=True)
    return all(
        counted(figures(one.text())) == counted(figures(other.text())) and denials(one.text()) == denials(other.text())
        for one, other in pairs
    )


def with_phrasing(script: Script, language: str, text: str) -> Script:
    """Return the script with one more way in which callers ask; equal where it is there already."""
    said = script.phrasings.get(language, ())
    if fold(text) in {fold(one) for one in (*said, script.title.get(language, ""), script.question.get(language, ""))}:
        return script
    return replace(script, phrasings={**script.phrasings, language: (*said, text)})
