"""The categories under the line of a new finding: by words, letters of pinyin, the way to them, or their code."""

from app.models.categories import type_ahead
from app.services import reference
from app.ui.kit import languages
from app.ui.kit.type_ahead import Suggestion


def categories(text: str) -> list[Suggestion]:
    """Return the categories that fit what was typed, each with the way to it: "complaint > quality" finds it, too."""
    known, language = reference.categories(), languages.current()
    typed = text.replace("›", " ").replace(">", " ")
    code = typed.strip().lower()
    coded = [one for one in known.by_code if "." in code and one.startswith(code)]
    found = coded or [one.category.code for one in type_ahead(known, typed)]
    return [Suggestion(code, known.path_label(code, language), code) for code in found]
