"""Words for what calls wait for, and for the languages that they need; for the window and the command line."""

from collections.abc import Sequence

from app.models.retry_rules import Hindrance
from app.services.callback_languages import Awaited, Spoken
from app.services.wording import label, labels, named, names_in_a_row


def waiting(why: Hindrance, language: str) -> str:
    """Return what calls wait for, and what is to be done where time alone does not do."""
    said, step = label("hindrance", why.value, language), labels("hindrance_step", language).get(why.value, "")
    return named(said, step, language) if step else said


def how_many(count: int, language: str, *, cut: bool) -> str:
    """Return how many calls wait; where not all of them were counted, that there are more."""
    return label("spoken_by", "more", language).format(count=f"{count:,}") if cut else str(count)


def speakers(one: Spoken, language: str) -> str:
    """Return who speaks a language, or that nobody does."""
    if not one.speakers:
        return label("spoken_by", "nobody", language)
    return label("spoken_by", "somebody", language).format(names=names_in_a_row(one.speakers, language))


def lines(awaited: Sequence[Awaited], language: str) -> list[str]:
    """Return a line for each language that calls wait for: what, how many calls, who speaks it."""
    text = label("spoken_by", "counted", language)
    return [
        text.format(language=label("language", one.language, language), count=one.count, who=speakers(one, language))
        for one in awaited
    ]
