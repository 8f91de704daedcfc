"""Wall: every code that people see has a label in both languages, and every label has its code."""

import ast
import importlib
import json
import re
from collections.abc import Iterator
from enum import Enum

from app.models.entities import ENTITIES
from app.models.findings import NEEDED
from tests.house.reading import APP, I18N, LANGUAGES, app_files, at, calls, module_name, nothing_found

LABELS = I18N / "labels"
#: Enumerations whose label set has another name than theirs.
OTHER_NAMES = {
    "app.models.inquiries.State": "inquiry_state",
    "app.models.callers.FlagCode": "caller_flag",
    "app.models.dispositions.Group": "disposition_group",
    "app.models.ladders.LadderStep": "supervision",
    "app.scripts_library.script.State": "script_state",
    "app.scripts_library.script.Risk": "script_risk",
    "app.scripts_library.script.Governance": "script_governance",
    "app.scripts_library.script.Audience": "script_audience",
    "app.scripts_library.script.PlaceholderType": "placeholder_type",
    "app.scripts_library.answer_grading.Verdict": "verdict",
    "app.scripts_library.answer_grading.Fault": "answer_fault",
}
#: Enumerations that no person ever sees.
INTERNAL = {"app.models.journal.Kind", "app.models.contacts.Outcome"} | {
    *("app.models.durations.DurationKind", "app.models.clocks.StepKind"),
    *("app.models.dispositions.Finality", "app.models.dispositions.NextStep", "app.models.dispositions.Suppression"),
    *("app.models.attempts.ClosedFor", "app.models.drills.Rating", "app.models.report_templates.Filling"),
    *("app.models.sync_standing.Standing", "app.models.transfers.News", "app.models.newcomers.Mark"),
}
#: Label sets of codes that are plain texts in the program.
FREE = {"caller_name", "conflict_entity", "conflict_field", "how_given", "language", "state_category", "tri_state"} | {
    *("why_now", "flag_reason", "script_result", "script_standing", "rating", "calendar", "weekday"),
    *("finding_column", "finding_standing", "unit_kind", "read_kind", "retention_kind", "placeholder"),
    *("script_place", "spoken_by", "example_field", "case_field", "referral_step", "inquiry_standing"),
    *("answer_column", "sex", "hindrance_step", "retry_rule"),
}
#: Codes that a station with a newer program may write already, so that they are shown in words here too.
AHEAD: dict[str, set[str]] = {}


def _sets() -> dict[str, dict[str, dict[str, str]]]:
    return {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(LABELS.glob("*.json"))}


def _enumerations() -> Iterator[tuple[str, type[Enum]]]:
    """Yield (dotted name, class) of every enumeration that app.models defines, and those with a set elsewhere."""
    for path in app_files():
        dotted = module_name(path)
        if not dotted.startswith(("app.models", "app.scripts_library")):
            continue
        for one in vars(importlib.import_module(dotted)).values():
            if isinstance(one, type) and issubclass(one, Enum) and one.__module__ == dotted:
                name = f"{dotted}.{one.__name__}"
                if dotted.startswith("app.models") or name in OTHER_NAMES:
                    yield name, one


def _set_of(name: str) -> str:
    return OTHER_NAMES.get(name, re.sub(r"(?<!^)(?=[A-Z])", "_", name.rpartition(".")[2]).lower())


def _unlabeled() -> Iterator[str]:
    sets = _sets()
    for name, kind in _enumerations():
        if name in INTERNAL:
            continue
        shown, codes = f"resources/i18n/labels/{_set_of(name)}.json", {one.value for one in kind}
        labels = sets.get(_set_of(name))
        if labels is None:
            yield f"{shown}:1 is missing; write the labels of {name}, or call it INTERNAL in tests/house/test_labels.py"
            continue
        yield from (f"{shown}:1: the code {code!r} of {name} has no label" for code in codes - set(labels))
        left = set(labels) - codes - AHEAD.get(_set_of(name), set())
        yield from (f"{shown}:1: {code!r} is no code of {name}; delete it" for code in left)


def test_every_code_has_a_label():
    nothing_found(_unlabeled())


def test_every_label_is_there_in_both_languages():
    nothing_found(
        f"resources/i18n/labels/{name}.json:1: {code!r} has no label in {language}"
        for name, labels in _sets().items()
        for code, words in labels.items()
        for language in LANGUAGES
        if not words.get(language, "").strip()
    )


def test_whatever_may_need_a_decision_is_shown_in_words():
    fields, entities = _sets()["conflict_field"], _sets()["conflict_entity"]
    kept = [one for one in ENTITIES.values() if not one.fact]
    nothing_found(f"labels/conflict_entity.json:1: {one.name!r} is missing" for one in kept if one.name not in entities)
    nothing_found(
        f"labels/conflict_field.json:1: {field.name!r} of {one.name} is missing"
        for one in kept
        for field in one.fields
        if field.name not in fields
    )


def test_two_codes_of_a_set_never_look_the_same():
    for name, labels in _sets().items():
        for language in LANGUAGES:
            words = [label[language] for label in labels.values()]
            twice = {word for word in words if words.count(word) > 1}
            nothing_found(f"resources/i18n/labels/{name}.json:1: {word!r} stands for two codes" for word in twice)


def test_every_label_set_belongs_to_codes():
    known = {_set_of(name) for name, _ in _enumerations()} | FREE
    nothing_found(
        f"resources/i18n/labels/{name}.json:1: no enumeration of app.models has this name"
        for name in set(_sets()) - known
    )


def _unknown_sets() -> Iterator[str]:
    sets = _sets()
    for path in app_files():
        for call, name in calls(path):
            if name.rpartition(".")[2] in ("label", "labels") and call.args and path.is_relative_to(APP):
                first = call.args[0]
                if "wording" in name and isinstance(first, ast.Constant) and first.value not in sets:
                    yield f"{at(path, call)}: there is no label set {first.value!r} in resources/i18n/labels"


def test_only_label_sets_that_exist_are_asked_for():
    nothing_found(_unknown_sets())


def _fields_without_words() -> Iterator[str]:
    words = json.loads((I18N / "facts.json").read_text(encoding="utf-8"))["field"]
    named = [
        (at(path, call), told.value.value)
        for path in app_files()
        for call, name in calls(path)
        if name.rpartition(".")[2] in ("FieldMissing", "FieldInvalid", "FieldTooLong")
        for told in call.keywords
        if told.arg == "field" and isinstance(told.value, ast.Constant)
    ]
    assert len(named) > 100
    needed = [("app/models/findings.py:1", name) for names in NEEDED.values() for name in names]
    for place, name in (*named, *needed):
        if not all(words.get(str(name), {}).get(language) for language in LANGUAGES):
            yield f"{place}: resources/i18n/facts.json has no words for the field {name!r}"


def test_a_field_that_an_error_names_is_said_in_words():
    nothing_found(_fields_without_words())
