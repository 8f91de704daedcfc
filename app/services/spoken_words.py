"""Words for languages that calls need: who speaks one, and what calls wait for; for the window and the command line."""

from collections.abc import Sequence

from app.services.callback_languages import Awaited, Spoken
from app.services.wording import label


def speakers(one: Spoken, language: str) -> str:
    """Return who speaks a language, or that nobody does."""
    if not one.speakers:
        return label("spoken_by", "nobody", language)
    return label("spoken_by", "somebody", language).format(names=", ".join(one.speakers))


def lines(awaited: Sequence[Awaited], language: str) -> list[str]:
    """Return a line for each language that calls wait for: what, how many calls, who speaks it."""
    text = label("spoken_by", "counted", language)
    return [
        text.format(language=label("language", one.language, language), count=one.count, who=speakers(one, language))
        for one in awaited
    ]
