"""What a finding in a script says and what to do about it, in the languages of the program."""

import json
from collections.abc import Iterable
from functools import lru_cache

from app.scripts_library.findings import Finding
from app.services import wording
from resources import FOLDER


@lru_cache(maxsize=1)
def _words() -> dict[str, dict[str, dict[str, str]]]:
    return json.loads(FOLDER.joinpath("i18n/script_findings.json").read_text(encoding="utf-8"))


def told(finding: Finding, language: str) -> tuple[str, str]:
    """Return what is wrong, and the next step; an unknown code as it is, with no step."""
    words = _words().get(finding.code, {}).get(language, {"says": finding.code, "next": ""})
    facts = {**finding.facts, "place": finding.where()}
    return _filled(words["says"], facts), _filled(words["next"], facts)


def _filled(text: str, facts: dict[str, str]) -> str:
    for name, value in facts.items():
        text = text.replace("{" + name + "}", value)
    return text


def reason(findings: Iterable[Finding], language: str) -> str:
    """Return several findings as one text for a report's line."""
    return wording.sentences((part for finding in findings for part in told(finding, language)), language)
