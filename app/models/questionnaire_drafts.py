"""Writing a questionnaire: another item of some kind put into its file, with what the kind needs."""

import copy
from collections.abc import Mapping, Sequence
from typing import Any, cast

from app.models.questionnaires import ItemKind


def with_item(
    raw: Mapping[str, Any], kind: ItemKind, after: str, samples: Mapping[str, Any]
) -> tuple[dict[str, Any], str]:
    """Return a questionnaire as in its file with one more item behind ``after``, and the id of the new one.

    Without such an item it stands at the end of the last block. ``samples`` has an item of every kind, and the scales;
    a scale that the questionnaire lacks comes along.
    """
    whole = copy.deepcopy(dict(raw))
    blocks = cast("list[dict[str, Any]]", whole["blocks"])
    known = [str(one["id"]) for block in blocks for one in block["items"]]
    item = copy.deepcopy(next(one for one in samples["items"] if one["kind"] == kind.value))
    item["id"] = _free(kind.value, known)
    if "scale" in item:
        whole.setdefault("scales", {}).setdefault(item["scale"], copy.deepcopy(samples["scales"][item["scale"]]))
    block, place = _place(blocks, after)
    if kind is ItemKind.COMPUTED:
        item["compute"] = {"count": [one for one in (after, *known) if one in known][:1]}
    block["items"].insert(place, item)
    return whole, item["id"]


def _free(name: str, known: Sequence[str]) -> str:
    return next(one for number in range(1, len(known) + 2) if (one := f"{name}_{number}") not in known)


def _place(blocks: Sequence[dict[str, Any]], after: str) -> tuple[dict[str, Any], int]:
    for block in blocks:
        for place, one in enumerate(block["items"], 1):
            if one["id"] == after:
                return block, place
    return blocks[-1], len(blocks[-1]["items"])
