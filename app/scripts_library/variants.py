"""Which wording is shown when the wanted one does not exist, and what had to be given up."""

from dataclasses import dataclass

from app.scripts_library.script import Script, Variant
from app.scripts_library.texts import language_code


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the reader would like: a language, a caller kind (empty: nobody special), plain or not."""

    language: str
    audience: str = ""
    plain: bool = False


@dataclass(frozen=True, slots=True)
class Chosen:
    """The wording found. `given_up` names what it is not: language, plain, audience."""

    variant: Variant
    given_up: tuple[str, ...] = ()


def choose(script: Script, wanted: Wanted) -> Chosen | None:
    """The best wording there is, None for a script without any.

    The language goes last: then plain or not, then the caller kind (docs/formats/scripts.md, "Which variant is shown").
    """
    if not script.variants:
        return None
    language = language_code(wanted.language) or wanted.language
    languages = script.languages()
    spoken = language if language in languages else languages[0]
    inside = [variant for variant in script.variants if variant.language == spoken]
    best = min(inside, key=lambda variant: _distance(variant, wanted))
    return Chosen(best, _given_up(best, language, wanted))


def _distance(variant: Variant, wanted: Wanted) -> tuple[bool, bool, bool]:
    strange = variant.audience not in ("", wanted.audience)
    return (strange, variant.plain != wanted.plain, variant.audience != wanted.audience)


def _given_up(variant: Variant, language: str, wanted: Wanted) -> tuple[str, ...]:
    lost = {
        "language": variant.language != language,
        "plain": variant.plain != wanted.plain,
        "audience": variant.audience != wanted.audience,
    }
    return tuple(name for name, is_lost in lost.items() if is_lost)
