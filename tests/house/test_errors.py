"""Wall: every error that a person is told about has a sentence and a next step in both languages, and its facts."""

import ast
import functools
import importlib
import json
import re
from collections.abc import Iterator

from app.models.errors import AppError
from tests.house.reading import APP, I18N, LANGUAGES, app_files, at, calls, classes, module_name, nothing_found

SENTENCES = I18N / "errors.json"
FACT = re.compile(r"\{(\w+)[^{}]*\}")
NAMED = re.compile(r"``(\w+)``")
BASES = ("AppError", "FieldWrong", "CannotNow", "WorldFailed")


@functools.cache
def _errors() -> dict[str, type[AppError]]:
    """Import every module of the program and return all errors by name."""
    for path in app_files():
        importlib.import_module(module_name(path))
    found, waiting = {}, [AppError]
    while waiting:
        kind = waiting.pop()
        waiting.extend(kind.__subclasses__())
        if kind.__module__.startswith("app."):
            found[kind.__name__] = kind
    return found


@functools.cache
def _said() -> dict[str, dict[str, dict[str, str]]]:
    return json.loads(SENTENCES.read_text(encoding="utf-8"))


@functools.cache
def _raised() -> tuple[tuple[str, str, set[str] | None], ...]:
    """Return place, class and given facts of every place that makes an error; None where facts come as ``**``."""
    known, found = _errors(), []
    for path in app_files():
        for call, name in calls(path):
            kind = name.rpartition(".")[2]
            if kind in known:
                given = {word.arg for word in call.keywords}
                found.append((at(path, call), kind, None if None in given else {fact for fact in given if fact}))
    return tuple(found)


def test_every_error_has_its_sentence_and_next_step():
    made = {kind for _, kind, _ in _raised()}
    needed = {name for name in _errors() if name not in BASES or name in made}
    said, silent = _said(), []
    parts = [(language, part) for language in LANGUAGES for part in ("says", "next")]
    for name in needed:
        lacking = [
            f"{lang} {part}" for lang, part in parts if not said.get(name, {}).get(lang, {}).get(part, "").strip()
        ]
        if lacking:
            silent.append(f"resources/i18n/errors.json:1: {name} lacks {', '.join(lacking)}; write it")
    nothing_found(silent)


def test_no_sentence_is_left_of_an_error_that_is_gone():
    gone = set(_said()) - set(_errors())
    nothing_found(f"resources/i18n/errors.json:1: {name} is no error any more; delete its sentence" for name in gone)


def _facts_of(name: str) -> set[str]:
    return {fact for words in _said().get(name, {}).values() for text in words.values() for fact in FACT.findall(text)}


def _undocumented() -> Iterator[str]:
    for name, kind in _errors().items():
        documented = {fact for one in kind.__mro__ for fact in NAMED.findall(one.__doc__ or "")}
        for fact in _facts_of(name) - documented:
            yield f"resources/i18n/errors.json:1: {name} shows {{{fact}}}, which its docstring does not name"


def test_sentences_use_only_facts_that_the_error_carries():
    nothing_found(_undocumented())


def _facts_not_given() -> Iterator[str]:
    for place, name, given in _raised():
        for fact in _facts_of(name) - (given if given is not None else _facts_of(name)):
            yield f"{place}: {name} is made without {fact}=…, which its sentence shows"


def test_who_raises_gives_the_facts_of_the_sentence():
    nothing_found(_facts_not_given())


PLAIN = {"Exception", "ValueError", "RuntimeError", "OSError", "LookupError", "KeyError", "TypeError"}


def _other_exceptions() -> Iterator[str]:
    for path in app_files():
        for one in classes(path):
            plain = PLAIN & {ast.unparse(base) for base in one.bases}
            if plain and not one.name.startswith("_") and path != APP / "models" / "errors.py":
                yield f"{at(path, one)}: {one.name} is told to nobody; derive it from a family of app.models.errors"


def test_the_program_has_no_errors_beside_the_families():
    nothing_found(_other_exceptions())


def test_a_sentence_ends_before_the_next_step_begins():
    """A reason of somebody else's that stands at the end, as a sentence of its own, has its own sign."""
    said = {f"{name} {lang}": one[lang]["says"] for name, one in _said().items() for lang in LANGUAGES}
    nothing_found(
        f"resources/i18n/errors.json:1: {name} does not end in a full stop, ! or ? ({text})"
        for name, text in said.items()
        if not text.endswith(("。", "！", "？") if name.endswith("zh_CN") else (".", "!", "?"))
        and not text.endswith(("。{reason}", ". {reason}"))
    )
