"""Takes out of free text what tells who somebody is, before others read it as an example."""

import re

MASK = "…"
#: Telephone, card and identity numbers, addresses of mail and web, and names where the words before say that they are.
_PRIVATE = (
    re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
    re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE),
    re.compile(r"\+?\d(?:[\s().-]?\d){5,}[xX]?"),
    re.compile(
        r"(?<=我叫)[\u4e00-\u9fff]{2,3}|(?<=姓名)[::]?\s*[\u4e00-\u9fff]{2,4}|(?<=我是)[\u4e00-\u9fff]{2,3}(?=[,,。]|$)"
    ),
    re.compile(r"(?<=name is )[A-Z][\w'-]*(?:\s[A-Z][\w'-]*)?"),
    re.compile(r"\b(?:Mr|Mrs|Ms|Dr)\.?\s+[A-Z][\w'-]*(?:\s[A-Z][\w'-]*)?"),
    re.compile(r"[\u4e00-\u9fff](?=先生|女士|小姐|大爷|阿姨|奶奶|爷爷)"),
)


def masked(text: str) -> str:
    """Return the text with such places replaced by an ellipsis. It errs on the side of taking out too much."""
    for pattern in _PRIVATE:
        text = pattern.sub(MASK, text)
    return text
