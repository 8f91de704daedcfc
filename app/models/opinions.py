"""What people said in their own words, made countable: a frame of codes, two coders, and how well they agree."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.models.errors import CannotNow
from app.models.intervals import Interval, wilson
from app.models.questionnaires import ItemKind, Questionnaire
from app.models.shapes import DefinitionBroken, Shape, Words, read_json

#: The code for words that hold no opinion; it stands alone.
NOTHING = "none"
#: How many people code one opinion, each without seeing what the other said.
CODERS = 2


class CodeFrameBroken(DefinitionBroken):
    """A code frame cannot be used. Facts: ``file``, ``place``, ``found``, ``expected``."""


class UnknownOpinionCode(CannotNow):
    """A code is not in the frame, or "no opinion" stands beside another. Facts: ``code``, ``frame``."""


@dataclass(frozen=True)
class CodeFrame:
    """The codes of a version; an opinion has one or several."""

    id: str
    version: int
    title: Words
    codes: Mapping[str, Words]

    @property
    def reference(self) -> str:
        """Return how records name this version: ``id@version``."""
        return f"{self.id}@{self.version}"

    def checked(self, codes: Iterable[str]) -> tuple[str, ...]:
        """Return codes in the order of the frame, each once. Raises ``UnknownOpinionCode``."""
        wanted = list(codes)
        wrong = next((one for one in wanted if one not in self.codes), None)
        if wrong is not None or not wanted or (NOTHING in wanted and len(set(wanted)) > 1):
            raise UnknownOpinionCode(code=wrong if wrong is not None else " ".join(wanted), frame=self.id)
        return tuple(one for one in self.codes if one in wanted)


def parse_frame(text: str, *, file: str) -> CodeFrame:
    """Return the frame of a file. Raises ``CodeFrameBroken``."""
    shape = read_json(text, file=file, error=CodeFrameBroken)
    parts = shape.keys("format", "id", "version", "title", "codes")
    rows = shape.required(parts, "codes").each(_code)
    if NOTHING not in dict(rows) or len(dict(rows)) != len(rows):
        raise parts["codes"].broken(f'each code once, "{NOTHING}" among them', found=str(len(rows)))
    return CodeFrame(
        shape.required(parts, "id").name(),
        shape.required(parts, "version").whole(least=1),
        shape.required(parts, "title").words(),
        dict(rows),
    )


def _code(shape: Shape) -> tuple[str, Words]:
    parts = shape.keys("code", "text")
    return shape.required(parts, "code").name(), shape.required(parts, "text").words()


def opinion_items(questionnaire: Questionnaire) -> tuple[str, ...]:
    """Return the items in which people say what they want in their own words: long texts that may stay empty."""
    return tuple(one.id for one in questionnaire.items if one.kind is ItemKind.LONG_TEXT and one.optional)


@dataclass(frozen=True)
class Kappa:
    """How well two coders agree. ``value`` is None where chance alone would make them agree always."""

    pairs: int
    agreed: float
    by_chance: float
    value: float | None


def kappa(pairs: Sequence[tuple[str, str]]) -> Kappa | None:
    """Return Cohen's kappa of what two coders gave to the same opinions; None without any.

    Cohen, J. (1960), Educational and Psychological Measurement 20, 37–46: (agreed − by chance) / (1 − by chance).
    """
    if not pairs:
        return None
    count = len(pairs)
    agreed = sum(first == second for first, second in pairs) / count
    labels = {label for pair in pairs for label in pair}
    by_chance = sum(
        sum(first == label for first, _ in pairs) * sum(second == label for _, second in pairs) for label in labels
    ) / (count * count)
    value = None if by_chance >= 1 else (agreed - by_chance) / (1 - by_chance)
    return Kappa(count, agreed, by_chance, value)


def kappas(coded: Sequence[tuple[frozenset[str], frozenset[str]]], codes: Iterable[str]) -> dict[str, Kappa]:
    """Return the agreement on each code, given or not, over opinions that two people coded."""
    found: dict[str, Kappa] = {}
    for code in codes:
        one = kappa([(str(code in first), str(code in second)) for first, second in coded])
        if one is not None:
            found[code] = one
    return found


def opinion_rate(asked: int, with_opinion: int) -> Interval | None:
    """Return the share of the people asked who had an opinion or a suggestion, with its interval; None of nobody."""
    return wilson(with_opinion, asked) if asked else None
