"""Names of wordings, and which one is shown where the wanted one is missing, in words. Without widgets."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from app.scripts_library.numbers import figures_at, numbers_in
from app.scripts_library.script import CALLER_KINDS, Script, Variant
from app.services.script_writing import WordingFacts
from app.services.wording import label
from app.ui.kit.fields import Option
from app.ui.panes.scripts.editor.row_kind import code_options
from app.ui.parts.readable import OWN_NAMES, language_name

LANGUAGES = tuple(Option(code, name) for code, name in OWN_NAMES.items())
KINDS = tuple(one for one in code_options("caller_kind") if one.key in CALLER_KINDS)


def name_of(variant: Variant, plain: str, language: str) -> str:
    """Return a wording's name: 中文 · nurse · plain; ``plain`` is that word in the language of the window."""
    parts = (language_name(variant.language), label("caller_kind", variant.audience, language), plain)
    return " · ".join(part for part in (*parts[:2], parts[2] if variant.plain else "") if part)


def with_text(script: Script, place: int, section: str, text: str) -> Script:
    """Return the script with another text in a section of a wording."""
    variants = list(script.variants)
    changes: dict[str, str] = {section: text}
    variants[place] = replace(variants[place], **changes)
    return replace(script, variants=tuple(variants))


def with_variant(script: Script, variant: Variant) -> Script:
    """Return the script with another wording; one for the same people stays as it is."""
    if any(one.place == variant.place for one in script.variants):
        return script
    return replace(script, variants=(*script.variants, variant))


def without_variant(script: Script, place: int) -> Script:
    """Return the script without a wording."""
    return replace(script, variants=script.variants[:place] + script.variants[place + 1 :])


def places_of_figures(text: str, alone: str) -> list[tuple[int, int]]:
    """Return where the figures that the other language lacks stand in a text; ``alone`` names them, by commas."""
    wanted = numbers_in(alone.replace(",", " ; "))
    return [(start, end) for start, end, value in figures_at(text) if value in wanted]


def missing_of(findings: Iterable[Mapping[str, str]], language: str) -> str:
    """Return the parts of critical key points that the wordings of a language do not hold: "9 (k1), 岁 (k2)"."""
    return ", ".join(f"{one['slot']} ({one['point']})" for one in findings if one["language"] == language)


def facts_of(facts: Sequence[WordingFacts], place: int) -> WordingFacts | None:
    """Return the figures of one wording, None before they are known."""
    return facts[place] if 0 <= place < len(facts) else None
