"""The kind of a unit in words, and words back to codes. A kind that has no word of its own stays as it was written."""

from app.services import wording


def kind(code: str | None, language: str) -> str:
    """Return what people call a kind of unit."""
    return wording.label("unit_kind", code, language)


def kind_code(text: str | None) -> str:
    """Return the code of a kind that was typed in either language; another one as it is."""
    typed = (text or "").strip()
    for language in wording.LANGUAGES:
        for code, label in wording.labels("unit_kind", language).items():
            if typed.casefold() in (label.casefold(), code):
                return code
    return typed
