"""From the place of a finding to the field where it is mended. Without widgets."""

from dataclasses import dataclass

from app.scripts_library.findings import Finding
from app.scripts_library.script import Script

PAGES = ("about", "wording", "phrasings", "points", "basis", "care", "flow", "source")
#: Which page holds which list.
PAGE_OF = {
    "sources": "basis",
    "placeholders": "basis",
    "key_points": "points",
    "must_not_say": "care",
    "dialect_notes": "care",
}
_FIELDS = {"id": "key", "review_in": "review_in_days", "abbr": "abbreviations", "question": "question_zh"}


@dataclass(frozen=True)
class Target:
    """A field: its page, the list and the place in it (-1 for none), and the field's name ("" for the first one)."""

    page: str
    name: str = ""
    place: int = -1
    field: str = ""


def target_of(finding: Finding, script: Script) -> Target:
    """Return where a finding is mended."""
    head, *rest = finding.place or ("",)
    if head == "body" or finding.code == "language-gap":
        return Target("wording", place=_number(rest))
    if head == "title":
        return Target("about", field=f"title_{finding.facts.get('language', 'zh')}")
    if head == "aliases":
        return Target("phrasings", name=rest[0] if rest else "")
    if head == "flow":
        return Target("flow", name=rest[-1] if rest else "start")
    if head in PAGE_OF:
        return Target(PAGE_OF[head], head, _row(script, head, rest))
    return Target("about", field=_FIELDS.get(head, head))


def pages_with(findings: tuple[Finding, ...], script: Script) -> dict[str, int]:
    """Return how many findings each page has."""
    counts: dict[str, int] = {}
    for finding in findings:
        page = target_of(finding, script).page
        counts[page] = counts.get(page, 0) + 1
    return counts


def _number(rest: list[str]) -> int:
    return int(rest[0]) - 1 if rest and rest[0].isdigit() else 0


def _row(script: Script, name: str, rest: list[str]) -> int:
    if name == "placeholders":
        names = [one.name for one in script.placeholders]
        return names.index(rest[0]) if rest and rest[0] in names else 0
    return _number(rest)
