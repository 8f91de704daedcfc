"""What a form asks, as data: the rows from which `forms.Form` is built. Without Qt."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

KINDS = ("text", "long_text", "choice", "tri_state", "number", "date", "datetime", "phone", "category", "tags")
YES, NO, NOT_ASKED = "yes", "no", "not_asked"

# A text of one language, or one text for each: {"en": "Fever?", "zh_CN": "发热吗？"}.
Label = str | Mapping[str, str]
Values = Mapping[str, Any]


class Option(NamedTuple):
    """One answer of a choice: `key` is stored, `label` shown."""

    key: str
    label: Label


@dataclass(frozen=True)
class Field:
    """One question of a form.

    Values by kind: text, long_text, phone, category and choice are str ("" = none); tri_state is "yes", "no" or
    "not_asked"; number is int, float or None; date is date or None; datetime is an aware UTC datetime or None; tags is
    a tuple of str. `visible_when` maps other fields to the values (one or a collection) at which this one is asked, or
    is a function of all values. `suggest(text)` serves category and tags with suggestions. `max_length` counts
    characters (0 = 50,000); a longer text is kept and marked wrong, never cut. `span` is columns in a form of several.
    `ahead`: a time that is usually still to come; one that is past is said in words and taken all the same.
    """

    name: str
    kind: str
    label: Label
    required: bool = False
    options: Sequence[Option] = ()
    help: Label = ""
    placeholder: Label = ""
    visible_when: Callable[[Values], bool] | Mapping[str, Any] | None = None
    suggest: Callable[[str], Sequence[Any]] | None = None
    max_length: int = 0
    lines: int = 3
    span: int = 1
    ahead: bool = False

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"{self.name}: no kind {self.kind}")

    @property
    def limit(self) -> int:
        """The most characters it takes."""
        return self.max_length or 50_000

    @property
    def empty(self) -> Any:
        """The value that is no answer."""
        none = {"number": None, "date": None, "datetime": None, "tri_state": NOT_ASKED, "tags": ()}
        return none.get(self.kind, "")

    def asked(self, values: Values) -> bool:
        """Whether the field is asked, given the values of the others."""
        when = self.visible_when
        if when is None:
            return True
        if callable(when):
            return bool(when(values))
        return all(_fits(values.get(name), wanted) for name, wanted in when.items())


def say(label: Label, language: str) -> str:
    """Return a label in `language`, in English when it has no such text, else in whatever it has."""
    if isinstance(label, str):
        return label
    return label.get(language) or label.get("en") or next(iter(label.values()), "")


def is_empty(value: Any) -> bool:
    """Whether a value is no answer. "No" is an answer, "not asked" is none, and so is a text of blanks."""
    if isinstance(value, str):
        return not value.strip() or value == NOT_ASKED
    return value is None or value == ()


def _fits(value: Any, wanted: Any) -> bool:
    if isinstance(wanted, list | tuple | set | frozenset):
        return value in wanted
    return value == wanted
