"""What search knows of a script: its phrases one by one, and its bodies as one text."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from app.scripts_library.script import Script, Texts
from app.scripts_library.synonyms import Synonyms
from app.scripts_library.texts import holds_chinese
from app.scripts_library.tokens import fold


class PhraseKind(StrEnum):
    """Where a phrase comes from."""

    TITLE = "title"
    QUESTION = "question"
    PHRASING = "phrasing"
    SYNONYM = "synonym"


@dataclass(frozen=True, slots=True)
class Phrase:
    """One way to ask for a script. `shown` is what people wrote, `folded` what is searched."""

    shown: str
    folded: str
    language: str
    kind: PhraseKind


@dataclass(frozen=True, slots=True)
class Entry:
    """A script as the index takes it. Expired and withdrawn ones come last in every list."""

    key: str
    version: int
    title: Texts
    phrases: tuple[Phrase, ...]
    body: str = ""
    urgent: bool = False
    standing: str = "live"

    def title_in(self, language: str) -> str:
        """The title in a language, else in any."""
        return self.title.get(language) or next(iter(self.title.values()), self.key)


def entry_of(script: Script, synonyms: Synonyms, *, standing: str = "live") -> Entry:
    """The entry of one version."""
    own = Synonyms(script.abbreviations) if script.abbreviations else None
    phrases: dict[str, Phrase] = {}
    for language, kind, text in _said(script):
        folded = fold(text)
        folded = text if folded == text else folded  # one text, where nothing is folded
        phrases.setdefault(folded, Phrase(text, folded, language, kind))
    for phrase in [one for one in phrases.values() if _is_expanded(one)]:
        for words in (own, synonyms):
            for other in words.expansions(phrase.folded) if words else ():
                phrases.setdefault(other, Phrase(phrase.shown, other, phrase.language, PhraseKind.SYNONYM))
    body = "\n".join(variant.text() for variant in script.variants)
    found = tuple(phrase for phrase in phrases.values() if phrase.folded.strip())
    return Entry(script.key, script.version, script.title, found, body, script.urgent, standing)


def _is_expanded(phrase: Phrase) -> bool:
    """English phrasings are many and bring their own words; a Chinese short form shares hardly a character."""
    return phrase.kind is not PhraseKind.PHRASING or holds_chinese(phrase.folded)


def _said(script: Script) -> Iterator[tuple[str, PhraseKind, str]]:
    yield from ((language, PhraseKind.TITLE, text) for language, text in script.title.items())
    yield from ((language, PhraseKind.QUESTION, text) for language, text in script.question.items())
    for language, phrasings in script.phrasings.items():
        yield from ((language, PhraseKind.PHRASING, text) for text in phrasings)
    for short, _ in script.abbreviations:
        yield ("zh" if holds_chinese(short) else "en", PhraseKind.SYNONYM, short)
