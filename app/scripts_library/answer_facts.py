"""What may not change in an answer: figures, telephone numbers, negations, and words that turn a rule around."""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass

from app.scripts_library.texts import holds_chinese

_FIGURE = re.compile(r"\d+(?:[,，]\d{3})*(?:\.\d+)?(?:[- ]\d{3,})*")
_CHINESE_FIGURE = re.compile(
    r"([〇零一二两三四五六七八九十百半]+)(?=[个天年月日周次岁针剂元倍点克号名份级层楼小分支瓶盒人位步样类件项条种款]|毫克|毫升|工作)"
)
_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
#: From two on: one is mostly a pronoun.
_ENGLISH_FIGURES = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
}  # fmt: skip
_ENGLISH_FIGURE = re.compile(r"\b(" + "|".join(_ENGLISH_FIGURES) + r")\b")
#: Words that hold a sign of negation and deny nothing.
_NO_DENIAL = re.compile(
    r"不仅|不但|不管|不论|不过|不同|不良|差不多|无论|非常|别的|特别|分别|区别|类别|性别|级别|辨别|识别|鉴别|是否|能否|可否|"
    r"未来|不得不|不能不|无线|没问题|(.)[不没]\1|可不可以|有无"
)
_DENIAL_ZH = re.compile("[不没无非未别勿莫]|禁止|切忌|严禁|免于|拒绝")
_DENIAL_EN = re.compile(
    r"\b(?:not|no|never|none|nothing|nobody|neither|nor|without|cannot|forbidden|prohibited"
    r"|(?:ca|do|does|did|is|are|was|were|wo|should|must|has|have|had|need|could|would)n'?t)\b"
)
#: Words of which one in the place of the other turns a rule around.
_OPPOSITES = (
    ("以上", "以下"), ("之前", "之后"), ("以前", "以后"), ("前", "后"), ("高于", "低于"), ("超过", "不足"),
    ("大于", "小于"), ("上午", "下午"), ("最多", "最少"), ("before", "after"), ("above", "below"), ("over", "under"),
    ("more", "less"), ("at most", "at least"), ("first", "last"), ("always", "never"), ("free", "paid"),
    ("earlier", "later"), ("older", "younger"), ("morning", "afternoon"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure and where it stands in the plain text."""

    value: str
    at: int


def plain(text: str) -> str:
    """The text with one width of characters, small letters, straight apostrophes, and figures written as digits."""
    text = unicodedata.normalize("NFKC", text).lower().replace("’", "'")
    text = _CHINESE_FIGURE.sub(_chinese_digits, text)
    return _ENGLISH_FIGURE.sub(_english_digits, text)


def _chinese_digits(found: re.Match[str]) -> str:
    """Write 十五 as 15 and 两 as 2; what is no such number, as 半, stays."""
    total, digit = 0, 0
    for sign in found[1]:
        if sign in _DIGITS:
            digit = _DIGITS[sign]
        elif sign in "十百":
            total += (digit or 1) * (10 if sign == "十" else 100)
            digit = 0
        else:
            return found[0]
    return str(total + digit)


def _english_digits(found: re.Match[str]) -> str:
    return str(_ENGLISH_FIGURES[found[1]])


def figures(text: str) -> tuple[Figure, ...]:
    """Every figure of a plain text, telephone numbers without their blanks and hyphens."""
    return tuple(Figure(written(one[0]), one.start()) for one in _FIGURE.finditer(text))


def written(figure: str) -> str:
    """A figure as it is compared: `1,200`, `1200` and `1200.0` are one, `0551-12320` and `055112320` too."""
    bare = re.sub(r"[,，\s-]", "", figure)
    whole, _, rest = bare.partition(".")
    rest = rest.rstrip("0")
    return f"{whole}.{rest}" if rest else whole


def counted(found: tuple[Figure, ...]) -> Counter[str]:
    """How often each figure occurs."""
    return Counter(one.value for one in found)


def denials(text: str) -> int:
    """How often a plain text denies something."""
    bare = _NO_DENIAL.sub("", text)
    return len(_DENIAL_ZH.findall(bare)) + len(_DENIAL_EN.findall(bare))


def same_filling(wanted: str, said: str) -> bool:
    """Whether a gap was filled right: the same figures where it is one, else the same words."""
    plain_wanted, plain_said = plain(wanted), plain(said)
    asked = figures(plain_wanted)
    if asked:
        return [one.value for one in asked] == [one.value for one in figures(plain_said)]
    return "".join(plain_wanted.split()) == "".join(plain_said.split())


def turned_around(said: str, answered: str) -> bool:
    """Whether an answer has the opposite word where the approved text has the other, as after for before."""
    return any(
        (_holds(said, one) and not _holds(said, other) and _holds(answered, other) and not _holds(answered, one))
        for pair in _OPPOSITES
        for one, other in (pair, pair[::-1])
    )


def _holds(text: str, word: str) -> bool:
    if holds_chinese(word):
        return word in text
    return re.search(rf"\b{word}\b", text) is not None
