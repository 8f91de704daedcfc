"""English has two forms for a number of things; a source text says both: ``%n call(s)``, ``%n inquir(y/ies)``."""

import re

_CHOICE = re.compile(r"\(([a-z]*)/([a-z]*)\)|\((e?s)\)")


def english(source: str) -> tuple[str, str] | None:
    """Return the text for one and the text for several, or None where the source does not say both."""
    if not _CHOICE.search(source):
        return None
    one = _CHOICE.sub(lambda found: found[1] or "", source)
    several = _CHOICE.sub(lambda found: found[2] if found[2] is not None else found[3], source)
    return one, several
