"""Wall: every visible text is there in both languages, and the tools that collect texts can read it."""

import ast
import json
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

from tests.house import translations
from tests.house.reading import APP, ROOT, app_files, at, calls, dotted, nodes_of, nothing_found, shown

WINDOW = APP / "ui"
MARKERS = ("QT_TRANSLATE_NOOP", "QT_TR_NOOP")
SHOWING = {
    *("setText", "setWindowTitle", "setToolTip", "setStatusTip", "setPlaceholderText", "setAccessibleName"),
    *("setAccessibleDescription", "setTitle", "addTab", "setHeaderLabels", "setInformativeText", "addAction"),
    *("QLabel", "QPushButton", "QToolButton", "QCheckBox", "QRadioButton", "QAction", "QGroupBox", "QMenu"),
}


def _is_text(node: ast.expr | None) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _computed_texts(path: Path) -> Iterator[str]:
    for call, name in calls(path):
        last = name.rpartition(".")[2]
        if last == "tr" and not (call.args and all(_is_text(word) for word in call.args[:2])):
            yield f"{at(path, call)}: tr() of something computed; write the literal and use .format() on the result"
        if last in MARKERS and not all(_is_text(word) for word in call.args):
            yield f"{at(path, call)}: {last}() of something computed; lupdate reads literals only"
        kit = path.is_relative_to(WINDOW / "kit")
        if (
            name.endswith("QCoreApplication.translate")
            and not kit
            and not all(_is_text(word) for word in call.args[:2])
        ):
            yield f"{at(path, call)}: translate() of something computed; only kit may, for texts marked as literals"


def _inside_f_strings(path: Path) -> Iterator[str]:
    for text in nodes_of(path):
        if isinstance(text, ast.JoinedStr) and any(
            isinstance(node, ast.Call) and dotted(node.func).rpartition(".")[2] == "tr" for node in ast.walk(text)
        ):
            yield f"{at(path, text)}: tr() inside an f-string; lupdate does not see it, so it is never translated"


def test_no_text_for_translation_stands_in_an_f_string():
    nothing_found(line for path in app_files() for line in _inside_f_strings(path))


def test_texts_for_translation_are_literals():
    nothing_found(line for path in app_files() for line in _computed_texts(path))


def _is_words(node: ast.expr) -> bool:
    """Say whether this literal (or f-string) shows words of a language: two letters or more in a row, or Chinese."""
    parts = node.values if isinstance(node, ast.JoinedStr) else [node]
    texts = [part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str)]
    return any(word.isalpha() and len(word) > 1 for text in texts for word in text.split())


def _untranslated(path: Path) -> Iterator[str]:
    for call, name in calls(path):
        if name.rpartition(".")[2] in SHOWING and any(_is_words(word) for word in call.args[:2]):
            yield f"{at(path, call)}: shows a text in one language; wrap it in self.tr()"


def test_no_text_is_shown_in_one_language_only():
    nothing_found(line for path in app_files() if path.is_relative_to(WINDOW) for line in _untranslated(path))


def _texts_of_no_room() -> Iterator[str]:
    rooms = tuple(translations.rooms().values())
    for path in app_files():
        for call, name in calls(path):
            if name.endswith(".tr") and not any(path.is_relative_to(room) for room in rooms):
                yield f"{at(path, call)}: no room of translations covers this; move it to a pane, shell, parts or kit"


def test_texts_stand_in_a_room_that_is_translated():
    nothing_found(_texts_of_no_room())


def test_translations_are_complete_and_compiled():
    nothing_found(translations.findings())


def _unsorted_json() -> Iterator[str]:
    for path in sorted((translations.ROOT / "resources" / "i18n").rglob("*.json")):
        try:
            pairs = json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=list)
        except ValueError as error:
            yield f"{shown(path)}:1: is no JSON: {error}"
            continue
        keys = [key for key, _ in pairs]
        yield from (f"{shown(path)}:1: {key!r} stands twice; keep one" for key in set(keys) if keys.count(key) > 1)


def test_no_word_list_says_a_thing_twice():
    nothing_found(_unsorted_json())


def test_a_text_that_several_rooms_show_says_the_same_in_all() -> None:
    """Contexts as ``tables`` are shared: the room that is loaded last gives its word to every other one."""
    said: dict[tuple[str, str, str], dict[str, set[str]]] = {}
    for path in sorted((ROOT / "resources/i18n/zh_CN").glob("*.ts")):
        for context in ElementTree.parse(path).getroot().iter("context"):
            for message in context.iter("message"):
                key = (context.findtext("name", ""), message.findtext("source", ""), message.findtext("comment", ""))
                words = said.setdefault(key, {})
                told = "".join(message.find("translation").itertext()).strip()
                words.setdefault(told, set()).add(path.stem)
    assert any(len(rooms) > 1 for words in said.values() for rooms in words.values())
    nothing_found(
        f"{context}: {source!r} is {', '.join(sorted(words))}; give it one Chinese word, or two English ones"
        for (context, source, _), words in said.items()
        if len(words) > 1
    )


_SPEAKING = ("sentence", "sentence_of", "told")


def _parted_by_a_space(path: Path) -> Iterator[str]:
    """Sentences of errors and findings put one behind the other by hand: Chinese has no space between two."""
    for call, _ in calls(path):
        inner = call.args[0] if call.args else None
        spoken = isinstance(inner, ast.Call) and dotted(inner.func).rpartition(".")[2] in _SPEAKING
        if spoken and ast.unparse(call.func) == "' '.join":
            yield f"{at(path, call)}: a sentence joined by a space; use wording.told or wording.sentences"
    for text in nodes_of(path):
        parts = text.values if isinstance(text, ast.JoinedStr) else []
        for one, between in pairwise(parts):
            says = isinstance(one, ast.FormattedValue) and dotted(one.value) in ("says", "said", "told")
            if says and isinstance(between, ast.Constant) and between.value == " ":
                yield f"{at(path, text)}: a sentence joined by a space; use wording.sentences"


def test_sentences_are_parted_as_their_language_does():
    nothing_found(line for path in app_files() for line in _parted_by_a_space(path))


#: What the Chinese texts of the program say in one word, and how they once said it too.
_ONE_WORD = {
    "主管": "班长",
    "回访对象": "个案",
    "Enter": "回车",
    "工作站": "坐席机",
    "中心库": "同步中心",
    "本桌面": "本坐席",
}


def _chinese_texts() -> Iterator[tuple[str, str]]:
    """Return each Chinese text that the window, the command line, labels and errors show, with its file."""
    folder = ROOT / "resources/i18n"
    for path in sorted((folder / "zh_CN").glob("*.ts")):
        for words in ElementTree.parse(path).getroot().iter("translation"):
            yield path.name, "".join(words.itertext())
    for path in (*sorted(folder.glob("*.json")), *sorted((folder / "labels").glob("*.json"))):
        yield from ((path.name, one) for one in _strings_in(json.loads(path.read_text(encoding="utf-8")), "zh_CN"))


def _strings_in(value: object, language: str, *, inside: bool = False) -> Iterator[str]:
    if isinstance(value, str) and inside:
        yield value
    elif isinstance(value, dict):
        for name, one in value.items():
            yield from _strings_in(one, language, inside=inside or name == language)
    elif isinstance(value, list):
        for one in value:
            yield from _strings_in(one, language, inside=inside)


#: Texts that show how something is written in a file or at a terminal have the signs of its format.
_WITH_SAMPLES = {"cli.json", "click.json", "script_findings.json"}
_NARROW = re.compile(r"[\u4e00-\u9fff”》）](?:[,;!?]|:[ {])")


def test_chinese_texts_have_wide_signs() -> None:
    found = [(name, text) for name, text in _chinese_texts() if name not in _WITH_SAMPLES]
    assert _NARROW.search("共 3 项,尚无人接手")
    nothing_found(f"{name}: {text!r} has a narrow sign behind Chinese" for name, text in found if _NARROW.search(text))


def test_one_thing_has_one_chinese_word() -> None:
    texts = list(_chinese_texts())
    assert {name.rpartition(".")[2] for name, _ in texts} == {"ts", "json"}
    nothing_found(
        f"{name}: {text!r} says {former}; the word is {word}"
        for name, text in texts
        for former, word in _ONE_WORD.items()
        if former in text
    )
