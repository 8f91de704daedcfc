"""A scenario file: what is wrong is said with its line and its mend, in both languages."""

import json
import re
from pathlib import Path

import pytest

from app.services import mock_files
from app.services.mock_files import against, read, told

ROOT = Path(__file__).resolve().parents[2]
GOOD = (ROOT / "resources" / "mock_calls" / "hpv-mother.yml").read_text(encoding="utf-8")
_CODE = re.compile(r'"(mock-[a-z-]+)"')


def first(text: str) -> tuple[str, int | None]:
    found = read(text, "one.yml").findings
    return (found[0].code, found[0].line) if found else ("", None)


def test_a_good_file_is_a_scenario():
    made = read(GOOD, "one.yml")
    assert made.scenario is not None
    assert (made.scenario.id, made.scenario.must) == ("hpv-mother", ("k1", "k3"))
    assert {one.id for one in made.scenario.facts if one.must} == {"age", "district"}
    assert made.findings == ()


@pytest.mark.parametrize(
    ("old", "new", "code", "mark"),
    [
        ("id: hpv-mother", "id: HPV Mother!", "mock-id-unfit", "id: HPV"),
        ("mood: calm\n", "", "mock-missing", "id: hpv"),
        ("mood: calm", "mood: sad", "not-one-of", "mood: sad"),
        ("must: [k1, k3]", "must: []", "mock-must-empty", "must: []"),
        ("    must: yes", "    must: no", "mock-facts-empty", "facts:"),
        ('  en: "Susan Clark"\n', "", "mock-words-missing", "name:"),
        ("  - id: doses", "  - id: age", "mock-twice", "LAST  - id: age"),
        ("service: county", "service: [", "yaml-syntax", "title:"),
    ],
)
def test_a_mistake_is_told_with_its_line(old: str, new: str, code: str, mark: str):
    assert old in GOOD
    text = GOOD.replace(old, new)
    at = text.rindex(mark.removeprefix("LAST")) if mark.startswith("LAST") else text.index(mark)
    assert first(text) == (code, text[:at].count("\n") + 1)


def test_an_unknown_field_is_told_with_what_was_meant():
    (finding,) = read(GOOD.replace("outcome: answered", "outcome: answered\nmoood: calm"), "one.yml").findings
    assert (finding.code, finding.line) == ("field-unknown", GOOD.count("\n") + 1)
    says, mend = told(finding, "en")
    assert "moood" in says
    assert mend


def test_a_key_point_that_the_script_has_not_is_told():
    from app.scripts_library.parser import parse

    made = read(GOOD.replace("must: [k1, k3]", "must: [k1, k9]"), "one.yml")
    script = parse((ROOT / "resources/scripts/consult/imm-hpv-ages.md").read_text(encoding="utf-8")).script
    assert script is not None
    (finding,) = against(made, {script.key: script}, "one.yml")
    line = GOOD[: GOOD.index("must: [k1")].count("\n") + 1
    assert (finding.code, finding.line, finding.source) == ("mock-point-unknown", line, "one.yml")
    assert "k9" in told(finding, "zh_CN")[0]
    assert against(made, {}, "one.yml")[0].code == "mock-script-unknown"


def test_every_code_has_words_in_both_languages_and_none_is_left_over():
    words = json.loads((ROOT / "resources/i18n/mock_findings.json").read_text(encoding="utf-8"))
    sources = [ROOT / "app/services" / f"{name}.py" for name in ("mock_files", "mock_scenarios")]
    assert set(words) == {code for path in sources for code in _CODE.findall(path.read_text(encoding="utf-8"))}
    for one in words.values():
        facts = [set(re.findall(r"\{(\w+)\}", "".join(one[language].values()))) for language in ("en", "zh_CN")]
        assert facts[0] == facts[1]
        assert all(one[language]["next"] for language in one)


def test_what_scripts_say_of_a_field_is_said_here_too():
    (finding,) = read(GOOD.replace("version: 1", "version: one"), "x").findings
    assert mock_files.told(finding, "en")[0] == "version: “one” is no whole number."
