"""Cards of one person are found, linked and parted on the line."""

import json
from pathlib import Path

import pytest

from app import bootstrap
from app.outside.key_choice import KeyChoice
from tests.cli.conftest import Run


@pytest.fixture
def cards(folder: Path) -> list[str]:
    """Two cards of one person."""
    house = bootstrap.open_house(folder, KeyChoice(key_file=folder.parent / "key"))
    with house.office.store.write("root") as tx:
        made = [tx.add("caller", {"name": name}) for name in ("Lina Ma", "Lina M.")]
        tx.add("caller_phone", {"caller": made[0].hex(), "number": "+8613900001111"})
    house.close()
    return [one.hex() for one in made]


def test_cards_are_found_linked_and_parted(run: Run, cards: list[str], capsys) -> None:
    assert run("callers", "link", *cards) == 0
    assert run("callers", "find", "Lina", "--json") == 0
    found = {one["id"]: one for one in json.loads(capsys.readouterr().out)}
    assert (found[cards[0]]["same_as"], found[cards[0]]["numbers"]) == (cards[1], ["139 0000 1111"])
    assert run("callers", "part", cards[1]) == 0
    assert run("callers", "find", "139 0000 1111") == 0
    assert capsys.readouterr().out.strip() == f"{cards[0]}\tLina Ma\t139 0000 1111"


def test_what_is_no_card_is_refused(run: Run, cards: list[str], capsys) -> None:
    assert run("callers", "link", cards[0], "nobody") == 2
    assert run("callers", "link", cards[0], "00" * 16) == 1
    assert "Traceback" not in capsys.readouterr().err
