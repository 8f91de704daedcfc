"""The tables of the script index find rows by prefix of what is typed, and by all words of a body."""

from collections.abc import Iterator

import pytest

from app.store.script_tables import ScriptTables, quoted


@pytest.fixture
def tables() -> Iterator[ScriptTables]:
    made = ScriptTables()
    with made.batch():
        made.add_keys(2, 200, "liugan lg gan g")
        made.add_keys(1, 5, "lgx")
        made.add_body(9, "open at 8 流感")
    yield made
    made.close()


def test_the_shortest_phrase_that_can_be_typed_comes_first(tables: ScriptTables) -> None:
    assert tables.typed(["lg"], 5) == [1, 2]
    assert tables.typed(["lg"], 1) == [1]
    assert tables.typed(["liu", "x"], 5) == [2]


def test_a_very_long_phrase_keeps_its_number(tables: ScriptTables) -> None:
    tables.add_keys(3, 90_000, "lgz")
    assert tables.typed(["lg"], 5) == [1, 2, 3]


def test_a_body_holds_all_words(tables: ScriptTables) -> None:
    assert tables.bodies(["open", "流感"], 5) == [9]
    assert tables.bodies(["open", "close"], 5) == []
    assert tables.bodies(["open", "流"], 5) == []
    assert tables.bodies(["open", "流"], 5, is_typing=True) == [9]


def test_what_is_removed_is_gone(tables: ScriptTables) -> None:
    tables.remove(9, [(2, 200), (1, 5)])
    assert tables.typed(["lg"], 5) == []
    assert tables.bodies(["open"], 5) == []


def test_what_is_put_in_is_found_before_the_batch_ends(tables: ScriptTables) -> None:
    tables.begin()
    tables.add_keys(4, 3, "xyz")
    assert tables.typed(["xy"], 5) == [4]
    tables.commit()
    assert tables.typed(["xy"], 5) == [4]


def test_clearing_empties_everything(tables: ScriptTables) -> None:
    tables.clear()
    assert tables.typed(["lg"], 5) == []


@pytest.mark.parametrize("token", ['"', "a OR b", "*", "NEAR(a)", ""])
def test_no_token_is_read_as_a_query(tables: ScriptTables, token: str) -> None:
    assert quoted(token).count('"') == 2
    assert tables.typed([token, "lg"], 5) == [1, 2]
