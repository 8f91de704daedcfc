"""Every mistake in a script has its sentence and its next step in both languages."""

import json
import re
from pathlib import Path

from app.scripts_library.findings import error
from app.services.script_findings import reason, told

ROOT = Path(__file__).resolve().parents[2]
_CODE = re.compile(r'(?:\berror|\bwarning|\bnote)\(\s*"([a-z]+(?:-[a-z]+)+)"')


def _codes() -> set[str]:
    found: set[str] = set()
    for path in (ROOT / "app" / "scripts_library").glob("*.py"):
        found |= set(_CODE.findall(path.read_text(encoding="utf-8")))
    return found


def _words() -> dict[str, dict[str, dict[str, str]]]:
    return json.loads((ROOT / "resources" / "i18n" / "script_findings.json").read_text(encoding="utf-8"))


def test_every_code_has_words_and_no_words_are_left_over():
    assert set(_words()) == _codes()


def test_every_sentence_is_there_in_both_languages_with_its_next_step():
    for code, words in _words().items():
        for language in ("en", "zh_CN"):
            assert words[language]["says"], code
            assert words[language]["next"], code


def test_both_languages_speak_of_the_same_facts():
    for code, words in _words().items():
        facts = [set(re.findall(r"\{(\w+)\}", "".join(words[language].values()))) for language in ("en", "zh_CN")]
        assert facts[0] == facts[1], code


def test_facts_are_filled_in():
    finding = error("goto-unknown", "flow", "nodes", node="n1", goto="n9")
    says, step = told(finding, "en")
    assert says == "Node “n1” leads to “n9”, which does not exist."
    assert step.startswith("Name a node")
    assert told(error("not-a-date", "review_on", value="x"), "zh_CN")[0] == "review_on：“x”不是日期。"


def test_several_findings_are_one_reason():
    text = reason([error("file-empty"), error("made-up-later")], "en")
    assert text == "The file is empty. Choose another file. made-up-later"
