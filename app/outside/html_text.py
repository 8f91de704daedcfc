"""The text of an HTML message as a person would copy it: paragraphs, list items and table cells, nothing else."""

import re
from html.parser import HTMLParser

_HIDDEN = {"script", "style", "head", "title", "template", "noscript"}
_BLOCKS = {
    *("p", "div", "br", "tr", "table", "ul", "ol", "blockquote", "section", "article", "header", "footer"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "hr", "pre", "dl", "dt", "dd", "form"),
}
_CELLS = {"td", "th"}
_DEEPEST = 1000


def text_of_html(source: str) -> str:
    """The visible text; lines as the blocks give them, list items with a dash. Never fails on bad markup."""
    reader = _Reader()
    reader.feed(source)
    reader.close()
    lines = [re.sub(r"[ \t\r\f\v\xa0]+", " ", line).strip() for line in "".join(reader.parts).split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._hidden: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _HIDDEN and len(self._hidden) < _DEEPEST:
            self._hidden.append(tag)
        elif tag == "body":
            self._hidden.clear()  # a head that was never closed must not hide the letter
        elif tag == "li":
            self.parts.append("\n- ")
        elif tag in _BLOCKS:
            self.parts.append("\n")
        elif tag in _CELLS:
            self.parts.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if self._hidden and tag == self._hidden[-1]:
            self._hidden.pop()
        elif tag in _BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.parts.append(data.replace("\n", " "))
