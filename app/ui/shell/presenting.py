"""What the shell says and finds, without Qt: initials, and which commands fit what was typed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


def initials(display: str) -> str:
    """Return one or two letters for a person's mark: the last two characters of a Chinese name, else initials."""
    words = display.split()
    if not words:
        return "?"
    if not words[0].isascii():
        return words[0][-2:]
    ends = (words[0], words[-1]) if len(words) > 1 else (words[0],)
    return "".join(word[0] for word in ends).upper()


@dataclass(frozen=True)
class Row:
    """One line of the palette. ``kind``: heading, command, caller, inquiry, unit, script or note; ``key`` is what it
    opens (an id, a number, a code), ``hint`` stands at its right, ``note`` under or beside its title."""

    kind: str
    key: object = None
    title: str = ""
    hint: str = ""
    note: str = ""
    enabled: bool = True

    @property
    def can_be_chosen(self) -> bool:
        """Whether Enter does something on this line."""
        return self.kind not in ("heading", "note") and self.enabled


@dataclass(frozen=True)
class Choice:
    """A command as the palette searches it: in the language of the window and in English."""

    id: str
    text: str
    english: str
    tip: str
    keys: str
    enabled: bool = True


def fitting(choices: Iterable[Choice], typed: str, limit: int) -> list[Choice]:
    """Return the commands that fit a text: all of it at the beginning, then the beginning of each word, then anywhere,
    then in the tip.

    Commands that cannot run now come last: who looks for one learns that it is there.
    """
    words = tuple(dict.fromkeys(typed.casefold().split()))
    if not words:
        return []
    found = [(place, order, one) for order, one in enumerate(choices) if (place := _place(one, words)) is not None]
    found.sort(key=_by_place)
    return [one for _, _, one in found[:limit]]


def _by_place(found: tuple[int, int, Choice]) -> tuple[bool, int, int]:
    return (not found[2].enabled, found[0], found[1])


def _place(choice: Choice, words: Sequence[str]) -> int | None:
    last = 0
    for word in words:  # up to the first that does not fit: a whole letter may have been pasted
        place = _place_of_word(choice, word)
        if place is None:
            return None
        last = max(last, place)
    whole = " ".join(words)
    return -1 if any(name.casefold().startswith(whole) for name in (choice.text, choice.english)) else last


def _place_of_word(choice: Choice, word: str) -> int | None:
    names = (choice.text.casefold(), choice.english.casefold())
    if any(name.startswith(word) for name in names):
        return 0
    if any(part.startswith(word) for name in names for part in name.replace("-", " ").split()):
        return 1
    if any(word in name for name in names):
        return 2
    return 3 if word in choice.tip.casefold() else None


def next_choice(rows: Sequence[Row], start: int, step: int) -> int:
    """Return the next line that can be chosen from ``start`` in the direction of ``step``; ``start`` if there is none.

    ``start`` may be -1 or the number of rows: before the first line or after the last.
    """
    direction = 1 if step > 0 else -1
    place, left, best = start, abs(step), start
    while left:
        place += direction
        if not 0 <= place < len(rows):
            break
        if rows[place].can_be_chosen:
            best, left = place, left - 1
    return best
