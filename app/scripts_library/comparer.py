"""The differences of two versions of a script, field by field, ready for a two-sided view."""

from dataclasses import dataclass

from app.scripts_library.emitter import Data, head_data
from app.scripts_library.script import SECTIONS, Script


@dataclass(frozen=True, slots=True)
class Difference:
    """One place where two versions differ: its path, what stood there and what stands there now (empty: nothing)."""

    place: tuple[str, ...]
    before: str
    after: str

    @property
    def kind(self) -> str:
        """added, removed or changed."""
        return "changed" if self.before and self.after else "added" if self.after else "removed"


def compare(before: Script, after: Script) -> tuple[Difference, ...]:
    """Every difference in what a reader or a caller notices; the version number itself is none."""
    old, new = _flat(before), _flat(after)
    places = dict.fromkeys((*old, *new))
    return tuple(
        Difference(place, old.get(place, ""), new.get(place, ""))
        for place in places
        if old.get(place, "") != new.get(place, "")
    )


def _flat(script: Script) -> dict[tuple[str, ...], str]:
    flat: dict[tuple[str, ...], str] = {}
    for name, value in head_data(script).items():
        if name != "version":
            _spread((name,), value, flat)
    for variant in script.variants:
        heading = " · ".join(filter(None, (variant.language, variant.audience, "plain" if variant.plain else "")))
        for section in SECTIONS:
            if text := getattr(variant, section):
                flat[("body", heading, section)] = text
    return flat


def _spread(place: tuple[str, ...], value: Data, flat: dict[tuple[str, ...], str]) -> None:
    if isinstance(value, dict):
        for name, one in value.items():
            _spread((*place, name), one, flat)
    elif isinstance(value, list):
        for number, one in enumerate(value, 1):
            _spread((*place, _label(one, number)), one, flat)
    else:
        flat[place] = str(value)


def _label(value: Data, number: int) -> str:
    """Lists are compared by what stands in them, so an inserted phrasing is one difference, not a shift of all."""
    return str(value.get("id", number)) if isinstance(value, dict) else str(value)
