"""Questions from files of other programs: Aiken, GIFT, and tables; every one of them is told, also those not taken."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.models.drill_items import LANGUAGES, DrillKind, Item, ItemState, check
from app.models.errors import FieldWrong
from app.models.ids import derived_id

_HAN = re.compile(r"[\u4e00-\u9fff]")
_OPTION = re.compile(r"^([A-Z])\s*[.)、．]\s*(.+)$")
_ANSWER = re.compile(r"^ANSWER\s*[:：]\s*([A-Z])\s*$", re.IGNORECASE)
_TITLE = re.compile(r"^::((?:\\.|[^\\])*?)::")
_BODY = re.compile(r"(?<!\\)\{((?:\\.|[^\\{}])*)(?<!\\)\}", re.DOTALL)
_CHOICE = re.compile(r"(?<!\\)([=~])((?:\\.|[^\\=~])*)")
_SHARE = re.compile(r"^%(-?[\d.]+)%")
_FEEDBACK = re.compile(r"(?<!\\)#.*", re.DOTALL)
_FORMAT = re.compile(r"^\[(html|markdown|moodle|plain)\]", re.IGNORECASE)
_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_ESCAPED = re.compile(r"\\([~=#{}:\\])")
_CATEGORY = "$CATEGORY:"
_TRUE, _FALSE = {"T", "TRUE"}, {"F", "FALSE"}
_YES_NO = {"en": ("right", "wrong"), "zh": ("对", "错")}
#: What may part the options, fills and places in one cell of a table.
_BAR, _PLACES = "|", re.compile(r"[,，;；\s]+")
KINDS = frozenset({DrillKind.MCQ, DrillKind.MULTI, DrillKind.ORDER, DrillKind.SLOT, DrillKind.SAY})


class RowFate(StrEnum):
    """What became of a row."""

    ADDED = "added"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    REJECTED = "rejected"


class QuestionProblem(StrEnum):
    """Why a question was not taken, or not as it stood (private)."""

    NO_PROMPT = "no_prompt"
    NO_ANSWER = "no_answer"
    NO_OPTIONS = "no_options"
    KEY = "key"
    KIND = "kind"
    UNREADABLE = "unreadable"
    SCRIPT = "script"
    PRIVATE = "private"


_PROBLEMS = {
    "prompt": QuestionProblem.NO_PROMPT,
    "options": QuestionProblem.NO_OPTIONS,
    "right": QuestionProblem.KEY,
}


@dataclass(frozen=True, slots=True)
class ReadQuestion:
    """One question of a file: the line where it begins, the item, or what is wrong with which text."""

    line: int
    prompt: str
    item: Item | None
    problem: QuestionProblem | None = None


@dataclass(frozen=True, slots=True)
class _At:
    """Where a question stands, what it asks, and its topic."""

    line: int
    prompt: str
    topic: str

    def refused(self, problem: QuestionProblem) -> ReadQuestion:
        """Return that it was not taken."""
        return ReadQuestion(self.line, self.prompt, None, problem)


def language_of(text: str) -> str:
    """Return the language of a text by its letters."""
    return "zh" if _HAN.search(text) else "en"


def read_aiken(text: str, topic: str = "") -> list[ReadQuestion]:
    """Read questions in Aiken: the question, its options ``A. …``, ``ANSWER: A``."""
    found: list[ReadQuestion] = []
    begin, prompt, options = 0, list[str](), dict[str, str]()
    for number, raw in enumerate(text.splitlines(), 1):
        line = raw.strip()
        answer, option = _ANSWER.match(line), _OPTION.match(line)
        if answer:
            found.append(_aiken(_At(begin or number, " ".join(prompt), topic), options, answer[1].upper()))
            begin, prompt, options = 0, [], {}
        elif option and prompt:
            options[option[1]] = option[2].strip()
        elif line:
            begin = begin or number
            prompt.append(line)
    if prompt or options:
        found.append(ReadQuestion(begin, " ".join(prompt), None, QuestionProblem.NO_ANSWER))
    return found


def _aiken(at: _At, options: Mapping[str, str], answer: str) -> ReadQuestion:
    letters = list(options)
    if answer not in letters:
        return at.refused(QuestionProblem.KEY if letters else QuestionProblem.NO_OPTIONS)
    return _question(at, DrillKind.MCQ, options=tuple(options.values()), right=(letters.index(answer),))


def read_gift(text: str, topic: str = "") -> list[ReadQuestion]:
    """Read questions in GIFT: one or several choices, true or false, short and numerical answers; the rest is told."""
    found: list[ReadQuestion] = []
    for line, block in _blocks(text):
        if block.startswith(_CATEGORY):
            topic = block.removeprefix(_CATEGORY).strip().removeprefix("$course$/")
        else:
            found.append(_gift(line, block, topic))
    return found


def _blocks(text: str) -> Iterable[tuple[int, str]]:
    """Yield each block with the line where it begins: blank lines part them, comments are passed over."""
    begin, lines = 0, list[str]()
    for number, raw in enumerate([*text.splitlines(), ""], 1):
        line = raw.strip()
        if line.startswith("//"):
            continue
        if line.startswith(_CATEGORY):
            yield number, line
        elif line:
            begin = begin or number
            lines.append(line)
        elif lines:
            yield begin, "\n".join(lines)
            begin, lines = 0, []


def _gift(line: int, block: str, topic: str) -> ReadQuestion:
    block = _TITLE.sub("", block).strip()
    body = _BODY.search(block)
    if body is None:
        return ReadQuestion(line, _plain(block), None, QuestionProblem.UNREADABLE)
    before, after = block[: body.start()].strip(), block[body.end() :].strip()
    at = _At(line, _plain(_FORMAT.sub("", f"{before} ____ {after}" if after else before).strip()), topic)
    answer = body[1].strip()
    word = _FEEDBACK.sub("", answer).strip().upper()
    if word in _TRUE | _FALSE:
        words = _YES_NO[language_of(at.prompt)]
        return _question(at, DrillKind.MCQ, options=words, right=(0 if word in _TRUE else 1,))
    return _numerical(at, answer[1:]) if answer.startswith("#") else _chosen(at, answer)


def _numerical(at: _At, answer: str) -> ReadQuestion:
    number = _FEEDBACK.sub("", answer).strip().lstrip("=").split(":")[0].strip()
    if not _NUMBER.fullmatch(number):
        return at.refused(QuestionProblem.KIND)
    return _question(at, DrillKind.SLOT, fills=(number,))


def _chosen(at: _At, answer: str) -> ReadQuestion:
    """Read ``=right ~wrong``, ``~%50%half``, or accepted wordings that are all right."""
    found = [_choice(sign, raw.strip()) for sign, raw in _CHOICE.findall(answer)]
    options = tuple(text for text, _, _ in found)
    if not options:
        return at.refused(QuestionProblem.NO_ANSWER)
    if any("->" in one for one in options):
        return at.refused(QuestionProblem.KIND)
    right = tuple(place for place, (_, is_right, _) in enumerate(found) if is_right)
    if len(right) == len(options):
        return _question(at, DrillKind.SLOT, fills=options)
    several = len(right) > 1 or any(shared for _, _, shared in found)
    return _question(at, DrillKind.MULTI if several else DrillKind.MCQ, options=options, right=right)


def _choice(sign: str, raw: str) -> tuple[str, bool, bool]:
    """Return the text of a choice, whether it is right, and whether it is one of several with shares."""
    share = _SHARE.match(raw)
    text = _plain(_FEEDBACK.sub("", _SHARE.sub("", raw))).strip()
    return text, sign == "=" or (share is not None and float(share[1]) > 0), share is not None and sign == "~"


def _plain(text: str) -> str:
    return _ESCAPED.sub(r"\1", text).replace("\\n", "\n")


def read_table(rows: Iterable[tuple[int, Mapping[str, str]]]) -> list[ReadQuestion]:
    """Read questions of a table with the columns of docs/formats/questions.md."""
    return [_row(line, {name.strip().lower(): cell.strip() for name, cell in row.items()}) for line, row in rows]


def _row(line: int, row: Mapping[str, str]) -> ReadQuestion:
    prompt = {language: row[f"prompt_{language}"] for language in LANGUAGES if row.get(f"prompt_{language}")}
    at = _At(line, next(iter(prompt.values()), ""), row.get("topic", ""))
    kind = row.get("kind") or DrillKind.MCQ.value
    if kind not in KINDS:
        return at.refused(QuestionProblem.KIND)
    places = _list(row.get("right", ""))
    if not all(one.isdigit() for one in places):
        return at.refused(QuestionProblem.KEY)
    fills = {name: _parts(row[f"fills_{name}"]) for name in LANGUAGES if row.get(f"fills_{name}")}
    item = Item(
        _id(at.prompt, at.topic), DrillKind(kind), row.get("script", ""), _list(row.get("points", "")), prompt,
        topic=at.topic, options=_options(row), right=tuple(int(one) - 1 for one in places), fills=fills,
        state=ItemState.REVIEWED,
    )  # fmt: skip
    return _checked(at, item)


def _list(cell: str) -> tuple[str, ...]:
    return tuple(one for one in _PLACES.split(cell) if one)


def _options(row: Mapping[str, str]) -> tuple[dict[str, str], ...]:
    by_language = {name: _parts(row.get(f"options_{name}", "")) for name in LANGUAGES}
    count = max(len(one) for one in by_language.values())
    return tuple(
        {name: parts[place] for name, parts in by_language.items() if place < len(parts)} for place in range(count)
    )


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(one.strip() for one in cell.split(_BAR) if one.strip())


def _question(
    at: _At, kind: DrillKind, *, options: Iterable[str] = (), right: tuple[int, ...] = (), fills: tuple[str, ...] = ()
) -> ReadQuestion:
    language = language_of(at.prompt)
    item = Item(
        _id(at.prompt, at.topic), kind, "", (), {language: at.prompt} if at.prompt else {}, topic=at.topic,
        options=tuple({language: one} for one in options), right=right, fills={language: fills} if fills else {},
        state=ItemState.REVIEWED,
    )  # fmt: skip
    return _checked(at, item)


def _id(prompt: str, topic: str) -> bytes:
    return derived_id("item", "imported", topic, "".join(prompt.split()))


def _checked(at: _At, item: Item) -> ReadQuestion:
    if item.kind is DrillKind.SAY and not (item.script and item.points):
        return at.refused(QuestionProblem.SCRIPT)
    try:
        check(item)
    except FieldWrong as error:
        return at.refused(_PROBLEMS.get(str(error.facts["field"]), QuestionProblem.NO_ANSWER))
    return ReadQuestion(at.line, at.prompt, item)
