"""Questionnaires for tests: small ones written as Python data, and random ones with random answers."""

import json
from random import Random

from app.models.interviews import Interview, interview
from app.models.questionnaire_answers import Given
from app.models.questionnaire_files import parse_questionnaire
from app.models.questionnaires import RATING_MOST, Item, ItemKind, Questionnaire, Reserved

SCALES = {
    "frequency": [
        {"code": code, "text": code, "step": step} for step, code in enumerate(("never", "some", "most", "all"), 1)
    ],
    "yes_no": [{"code": "yes", "text": "Yes", "step": 2}, {"code": "no", "text": "No", "step": 1}],
}  # fmt: skip
YES_NO = [{"code": "yes", "text": "Yes"}, {"code": "no", "text": "No"}]


def item(name: str, kind: str = "yes_no", **more: object) -> dict[str, object]:
    """Return an item as in a file, with the scale or the options that its kind needs."""
    needs: dict[str, object] = {}
    if kind in SCALES:
        needs = {"scale": kind}
    elif kind == "consent":
        needs = {"options": YES_NO}
    elif kind in ("single", "multi"):
        needs = {"options": [{"code": code, "text": code.upper()} for code in ("a", "b", "c")]}
    return {"id": name, "kind": kind, "text": f"{name}?", **needs, **more}


def made(*items: dict[str, object], **more: object) -> Questionnaire:
    """Return a questionnaire of one block."""
    whole = {
        "format": 1, "id": "test", "version": 1, "title": "Test", "languages": ["en"], "scales": SCALES,
        "blocks": [{"id": "block", "title": "Block", "items": list(items)}], "key_items": [], **more,
    }  # fmt: skip
    return parse_questionnaire(json.dumps(whole), file="test.json")


def asked(questionnaire: Questionnaire, **answers: object) -> Interview:
    """Return where an interview stands after these answers, in their order."""
    return interview(questionnaire, [given(name, value) for name, value in answers.items()])


def given(name: str, value: object) -> Given:
    """Return an answer; a reserved code stands for itself."""
    return Given(name, reserved=value) if isinstance(value, Reserved) else Given(name, value, reason="because")


def random_questionnaire(seed: int) -> Questionnaire:
    """Return a sound questionnaire with conditions over earlier items and skips that lead forward."""
    chance = Random(seed)
    kinds = ("yes_no", "single", "multi", "frequency", "rating", "number", "text", "statement", "consent", "date")
    count = chance.randint(2, 14)
    items: list[dict[str, object]] = []
    for place in range(count):
        one = item(f"q{place}", chance.choice(kinds))
        if place and chance.random() < 0.5:
            one["when"] = _condition(chance, items)
        if "options" in one or "scale" in one:
            later = [f"q{number}" for number in range(place + 1, count)]
            if chance.random() < 0.3:
                one["skip"] = [{"on": ["no", "a", "never"], "to": chance.choice([*later, "end"])}]
                one["skip"][0]["on"] = [code for code in one["skip"][0]["on"] if code in _codes(one)]
        if one["kind"] == "consent":
            one["gate"] = chance.random() < 0.3
        items.append(one)
    keys = [str(one["id"]) for one in items if one["kind"] != "statement"][:5]
    return made(*items, key_items=keys)


def _codes(one: dict[str, object]) -> list[str]:
    options = one.get("options") or SCALES[str(one["scale"])]
    return [str(option["code"]) for option in options]


def _condition(chance: Random, items: list[dict[str, object]]) -> dict[str, object]:
    about = chance.choice(items)
    if "options" not in about and "scale" not in about:
        return {"not": {"answered": about["id"]}} if chance.random() < 0.3 else {"answered": about["id"]}
    simple = {"item": about["id"], chance.choice(("is", "is_not")): [chance.choice(_codes(about))]}
    if chance.random() < 0.3:
        return {chance.choice(("all", "any")): [simple, {"answered": chance.choice(items)["id"]}]}
    return simple


def random_answer(chance: Random, one: Item) -> Given:
    """Return an answer that can stand, or now and then what stands in its place."""
    if chance.random() < 0.15 and one.kind is not ItemKind.STATEMENT and not one.insist:
        return Given(one.id, reserved=chance.choice((Reserved.DONT_KNOW, Reserved.REFUSED)), reason="x", confirmed=True)
    values: dict[ItemKind, object] = {
        ItemKind.RATING: chance.randint(0, RATING_MOST),
        ItemKind.NUMBER: chance.randint(int(one.least or 0), int(one.most or 100)),
        ItemKind.DATE: "2026-02-03",
        ItemKind.TEXT: "text",
        ItemKind.LONG_TEXT: "text",
        ItemKind.STATEMENT: "read",
    }
    codes = [option.code for option in one.options]
    value = values.get(one.kind) if not codes else chance.choice(codes)
    return Given(one.id, [value] if one.kind is ItemKind.MULTI else value, reason="because", confirmed=True)
