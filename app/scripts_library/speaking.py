"""How long an answer takes to say, from its characters and words.

The rates are those of somebody who speaks to a caller taking notes, a fifth below reading aloud: English is read aloud
at 183 words a minute (Brysbaert 2019, "How many words do we read per minute?", Journal of Memory and Language 109),
Mandarin at 5.2 syllables a second (Pellegrino, Coupé & Marsico 2011, Language 87/3), one syllable a character.
"""

import re

from app.scripts_library.rendering import PLACEHOLDER

CHINESE_CHARACTERS_A_SECOND = 4.2
ENGLISH_WORDS_A_MINUTE = 146
#: Each digit of a telephone number is said by itself.
DIGITS_A_SECOND = 3.0
#: After so many seconds a caller has forgotten how the answer began.
LONGEST_S = 60

_CHARACTER = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_WORD = re.compile(r"[^\W\d_\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+(?:['’-][^\W\d_]+)*")
_DIGIT = re.compile(r"\d")
#: What stands for a placeholder until it has a value: a short name.
_FILLED_S = 1.0


def seconds(text: str) -> float:
    """The seconds that a text takes to say, whatever languages it mixes; a placeholder counts as one second."""
    plain, blanks = PLACEHOLDER.subn(" ", text)
    return (
        len(_CHARACTER.findall(plain)) / CHINESE_CHARACTERS_A_SECOND
        + len(_WORD.findall(plain)) * 60 / ENGLISH_WORDS_A_MINUTE
        + len(_DIGIT.findall(plain)) / DIGITS_A_SECOND
        + blanks * _FILLED_S
    )
