"""Keep the Chinese of every screen beside its room: ``python -m tests.house.translations …``.

A room is one folder that shows texts: a pane folder, ``shell``, ``parts`` or ``kit``. Its texts live in
``resources/i18n/zh_CN/<room>.ts`` and are compiled to ``<room>.qm`` beside it. Both come only from Qt's own tools, so
that two runs on two machines write the same bytes. A text that counts, ``self.tr("%n call(s)", "", n)`` or
``"%n inquir(y/ies)"``, says both English forms itself; they are compiled into ``en/<room>.qm`` without further work.

    --update [ROOM…]        read the texts of the rooms again and compile (all rooms when none is named)
    --missing [ROOM]        print what has no Chinese yet as JSON {"source": ""}
    --fill FILE.json ROOM   take translations from {"source": "中文"}, then update and compile
    --check                 say what is stale, unfinished or not compiled; exit 1 when there is something

A key of the JSON may be ``Context::source`` where one text needs different words in two classes.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.etree import ElementTree

from tests.house import plurals

ROOT = Path(__file__).resolve().parent.parent.parent
WINDOW = ROOT / "app" / "ui"
I18N = ROOT / "resources" / "i18n"
CHINESE = I18N / "zh_CN"
ENGLISH = I18N / "en"
PLACEHOLDER = re.compile(r"%n|%L?\d+|\{[^{}]*\}")


def rooms() -> dict[str, Path]:
    """Return every folder whose classes may show texts, by the name of its translation file."""
    found = {folder.name: folder for folder in sorted(WINDOW.glob("panes/*/")) if any(folder.rglob("*.py"))}
    return {**found, **{name: WINDOW / name for name in ("kit", "parts", "shell")}}


def _tool(name: str) -> str:
    """Return the path of lupdate or lrelease inside the installed PySide6."""
    import PySide6

    return str(Path(PySide6.__file__).parent / (name + (".exe" if os.name == "nt" else "")))


def _run(*command: str) -> None:
    """Run a Qt tool silently; its words are shown only when it refuses."""
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode:
        sys.exit(f"{' '.join(command)}\n{done.stdout}{done.stderr}")


def _read_texts(folder: Path, target: Path) -> None:
    """Bring one Chinese .ts file up to the texts that the Python files of the folder show now."""
    files = sorted(str(path.relative_to(ROOT)) for path in folder.rglob("*.py"))
    options = ("-no-obsolete", "-locations", "none", "-target-language", "zh_CN")
    _run(_tool("lupdate"), *files, "-ts", str(target), *options)


def _read_plurals(folder: Path, target: Path) -> None:
    """Write the English .ts file of a room anew: only texts that count, both forms taken from the source."""
    target.unlink(missing_ok=True)
    files = sorted(str(path.relative_to(ROOT)) for path in folder.rglob("*.py"))
    options = ("-pluralonly", "-no-obsolete", "-locations", "none", "-target-language", "en")
    _run(_tool("lupdate"), *files, "-ts", str(target), *options)
    tree = ElementTree.parse(target)
    for message in tree.getroot().iter("message"):
        _translate(message, list(plurals.english(message.findtext("source", "")) or ("", "")))
    tree.write(target, encoding="utf-8", xml_declaration=True)
    _run(_tool("lupdate"), *files, "-ts", str(target), *options)  # back into lupdate's own layout


def _compile(source: Path, target: Path) -> None:
    """Write beside the file, then put it in its place: who reads the former one goes on reading that."""
    fresh = target.with_name(f"{target.name}.new")
    _run(_tool("lrelease"), str(source), "-qm", str(fresh))
    fresh.replace(target)


def messages(path: Path) -> Iterator[tuple[str, ElementTree.Element]]:
    """Yield (context, message element) of a .ts file."""
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            yield context.findtext("name", ""), message


def forms_of(message: ElementTree.Element) -> list[str]:
    """Return the translated texts of one message: several where it counts something, else one."""
    translation = message.find("translation")
    if translation is None:
        return [""]
    plural = [form.text or "" for form in translation.iter("numerusform")]
    return plural if message.get("numerus") == "yes" else [translation.text or ""]


def is_unfinished(message: ElementTree.Element) -> bool:
    """Say whether a person still has to translate this message or look at it again."""
    translation = message.find("translation")
    return translation is None or translation.get("type") == "unfinished" or not all(forms_of(message))


def _content(path: Path) -> list[tuple[str, ...]]:
    """Return what a .ts file says, without its layout, which may differ between versions of Qt."""
    return [
        (context, message.findtext("source", ""), message.findtext("comment", ""), *forms_of(message))
        for context, message in messages(path)
    ]


def _unfinished_of(path: Path) -> list[str]:
    found = [(message.findtext("source", ""), is_unfinished(message)) for _, message in messages(path)]
    return list(dict.fromkeys(source for source, unfinished in found if unfinished))


def update(names: Iterable[str]) -> None:
    """Read the texts of these rooms again and compile them; a room without texts has no file."""
    CHINESE.mkdir(parents=True, exist_ok=True)
    for name in names:
        source = CHINESE / f"{name}.ts"
        _read_texts(rooms()[name], source)
        _compile_or_drop(source)
        _update_plurals(name)
        if source.exists():
            left = len(_unfinished_of(source))
            print(f"{name}: {sum(1 for _ in messages(source))} texts, {left} without Chinese")


def _update_plurals(name: str) -> None:
    ENGLISH.mkdir(parents=True, exist_ok=True)
    target = ENGLISH / f"{name}.ts"
    _read_plurals(rooms()[name], target)
    _compile_or_drop(target)


def _compile_or_drop(source: Path) -> None:
    if any(messages(source)):
        _compile(source, source.with_suffix(".qm"))
        return
    source.unlink()
    source.with_suffix(".qm").unlink(missing_ok=True)


def missing(name: str) -> list[str]:
    """Return the source texts of a room that nobody has translated, as the code is now."""
    with tempfile.TemporaryDirectory() as folder:
        fresh = _fresh(name, Path(folder))
        return _unfinished_of(fresh)


def _fresh(name: str, folder: Path) -> Path:
    """Return a copy of a room's file with its texts read again."""
    committed, fresh = CHINESE / f"{name}.ts", folder / f"{name}.ts"
    if committed.exists():
        shutil.copyfile(committed, fresh)
    _read_texts(rooms()[name], fresh)
    return fresh


def fill(name: str, words: dict[str, str | list[str]]) -> list[str]:
    """Write translations into a room's file and return the keys that match no text of the room."""
    update([name])
    path, unused = CHINESE / f"{name}.ts", set(words)
    if not path.exists():
        return sorted(unused)
    tree = ElementTree.parse(path)
    for context in tree.getroot().iter("context"):
        for message in context.iter("message"):
            source = message.findtext("source", "")
            exact = f"{context.findtext('name', '')}::{source}"
            key = exact if exact in words else source
            if words.get(key):
                unused.discard(key)
                _translate(message, words[key])
    tree.write(path, encoding="utf-8", xml_declaration=True)
    update([name])
    return sorted(unused)


def _translate(message: ElementTree.Element, words: str | list[str]) -> None:
    """Put the words into one message and call it finished."""
    translation = message.find("translation")
    if translation is None:
        translation = ElementTree.SubElement(message, "translation")
    translation.clear()
    if message.get("numerus") != "yes":
        translation.text = words if isinstance(words, str) else words[0]
        return
    for form in [words] if isinstance(words, str) else words:
        ElementTree.SubElement(translation, "numerusform").text = form


def _findings_of_room(name: str, folder: Path) -> Iterator[str]:
    committed, shown = CHINESE / f"{name}.ts", f"resources/i18n/zh_CN/{name}.ts"
    mend = f"run: python -m tests.house.translations --update {name}"
    fresh = _fresh(name, folder)
    if not any(messages(fresh)):
        if committed.exists():
            yield f"{shown}: the room shows no text any more; {mend}"
        return
    if not committed.exists() or _content(fresh) != _content(committed):
        yield f"{shown}: older than the texts in the code; {mend}"
        return
    left = _unfinished_of(committed)
    if left:
        some = ", ".join(repr(source) for source in left[:3])
        yield f"{shown}: {len(left)} texts without finished Chinese ({some} …); write it with --fill FILE.json {name}"
    for context, message in messages(committed):
        yield from _lost_placeholders(shown, context, message)
    yield from _not_compiled(committed, folder, mend)
    yield from _stale_plurals(name, folder, mend)


def _not_compiled(committed: Path, folder: Path, mend: str) -> Iterator[str]:
    compiled, wanted = committed.with_suffix(".qm"), folder / f"{committed.stem}.qm"
    _compile(committed, wanted)
    if not compiled.exists() or compiled.read_bytes() != wanted.read_bytes():
        yield f"{compiled.relative_to(ROOT).as_posix()}: not compiled from its .ts; {mend}"


def _stale_plurals(name: str, folder: Path, mend: str) -> Iterator[str]:
    committed, fresh = ENGLISH / f"{name}.ts", folder / f"{name}.en.ts"
    shown = f"resources/i18n/en/{name}.ts"
    _read_plurals(rooms()[name], fresh)
    texts = [message.findtext("source", "") for _, message in messages(fresh)]
    for source in texts:
        if plurals.english(source) is None:
            yield f"{shown}: {source!r} counts; write both English forms in it, as call(s) or inquir(y/ies)"
    if not texts and not committed.exists():
        return
    if not committed.exists() or _content(committed) != _content(fresh):
        yield f"{shown}: older than the texts in the code; {mend}"
        return
    yield from _not_compiled(committed, folder, mend)


def _lost_placeholders(shown: str, context: str, message: ElementTree.Element) -> Iterator[str]:
    source = message.findtext("source", "")
    for form in forms_of(message):
        if form and sorted(PLACEHOLDER.findall(source)) != sorted(PLACEHOLDER.findall(form)):
            yield f"{shown}: {context}: {source!r} and {form!r} have different placeholders; make them the same"


def findings() -> list[str]:
    """Return one sentence for everything that is stale, unfinished or left over in the translations."""
    known = rooms()
    with tempfile.TemporaryDirectory() as folder:
        found = [line for name in known for line in _findings_of_room(name, Path(folder))]
    for path in sorted([*CHINESE.glob("*"), *ENGLISH.glob("*")]):
        if path.suffix in (".ts", ".qm") and path.stem not in known:
            found.append(f"{path.relative_to(ROOT).as_posix()}: no room has this name; delete the file")
    return found


def _known(names: list[str]) -> list[str]:
    unknown = [name for name in names if name not in rooms()]
    if unknown:
        sys.exit(f"no such room: {', '.join(unknown)}; there are {', '.join(rooms())}")
    return names or list(rooms())


def _fill_from(file: str, name: str) -> int:
    unused = fill(_known([name])[0], json.loads(Path(file).read_text(encoding="utf-8")))
    for key in unused:
        print(f"not a text of {name} or without Chinese: {key!r}", file=sys.stderr)
    return 1 if unused else 0


def _print_missing(names: list[str]) -> int:
    found = {name: dict.fromkeys(missing(name), "") for name in _known(names)}
    print(json.dumps(found[names[0]] if names else found, ensure_ascii=False, indent=2))
    return 0


def main(arguments: list[str] | None = None) -> int:
    """Run one of the four commands; 0 done, 1 something is left to do."""
    parser = argparse.ArgumentParser(prog="python -m tests.house.translations", description=__doc__.splitlines()[0])
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("--update", nargs="*", metavar="ROOM", help="read texts again and compile")
    which.add_argument("--missing", nargs="*", metavar="ROOM", help="print what has no Chinese as JSON")
    which.add_argument("--fill", nargs=2, metavar=("FILE", "ROOM"), help="take translations from a JSON file")
    which.add_argument("--check", action="store_true", help="fail when something is stale or unfinished")
    wanted = parser.parse_args(arguments)
    if wanted.fill:
        return _fill_from(*wanted.fill)
    if wanted.missing is not None:
        return _print_missing(wanted.missing[:1])
    if wanted.update is not None:
        update(_known(wanted.update))
        return 0
    found = findings()
    print("\n".join(found) or "translations: complete")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
