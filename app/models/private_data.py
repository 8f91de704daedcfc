"""Takes out of free text what tells who somebody is, before others read it as an example."""

import re
from collections.abc import Iterable

MASK = "…"
#: Telephone, card and identity numbers, addresses of mail and web, and names where the words beside say that they are.
#: A bare Chinese name is only taken for one with a surname that begins few other words, before a verb of callers.
_SURNAMES = "王李张刘陈杨赵吴徐朱郭郑梁韩冯邓曹彭肖董袁潘蒋蔡魏吕沈姚卢崔谭汪"
_PRIVATE = (
    re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
    re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE),
    re.compile(r"\+?\d(?:[\s().-]?\d){5,}[xX]?"),
    re.compile(
        r"(?<=我叫)[\u4e00-\u9fff]{2,3}|(?<=姓名)[::]?\s*[\u4e00-\u9fff]{2,4}|(?<=我是)[\u4e00-\u9fff]{2,3}(?=[,,。]|$)"
    ),
    re.compile(rf"(?<![\u4e00-\u9fff])[{_SURNAMES}][\u4e00-\u9fff]{{1,2}}(?=来电|致电|打来|反映|投诉|咨询|询问)"),
    re.compile(r"(?<=name is )[A-Z][\w'-]*(?:\s[A-Z][\w'-]*)?"),
    re.compile(r"\b(?:Mr|Mrs|Ms|Dr)\.?\s+[A-Z][\w'-]*(?:\s[A-Z][\w'-]*)?"),
    re.compile(r"[\u4e00-\u9fff](?=先生|女士|小姐|大爷|阿姨|奶奶|爷爷)"),
)


def masked(text: str, names: Iterable[str] = ()) -> str:
    """Return the text with such places replaced by an ellipsis. It errs on the side of taking out too much.

    ``names`` are those of people who are known to be meant; parts of a name in Latin letters go, too.
    """
    for name in sorted({part for one in names for part in _parts(one)}, key=len, reverse=True):
        text = re.sub(name, MASK, text, flags=re.IGNORECASE)
    for pattern in _PRIVATE:
        text = pattern.sub(MASK, text)
    return text


def _parts(name: str) -> Iterable[str]:
    """Return what a name looks like in a text, as patterns: whole, and each of its words of three letters or more."""
    whole = name.strip()
    if len(whole) >= 2 and any(one.isalpha() for one in whole):
        yield rf"(?<![A-Za-z]){re.escape(whole)}(?![A-Za-z])"
    for word in re.findall(r"[^\W\d_]{3,}", whole):
        yield rf"(?<![A-Za-z]){re.escape(word)}(?![A-Za-z])"
