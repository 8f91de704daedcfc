"""The tables of the script index find rows by any token, by prefix of what is typed, and by all words of a body."""

from collections.abc import Iterator

import pytest

from app.store.script_tables import ScriptTables, quoted


@pytest.fixture
def tables() -> Iterator[ScriptTables]:
    made = ScriptTables()
    made.begin()
    made.add_phrase(1, "flu vaccin", "", "~0fl ~flu")
    made.add_phrase(2, "流 感 流感", "liu_gan", "")
    made.add_keys(2, 200, "liugan lg gan g")
    made.add_keys(1, 5, "lgx")
    made.add_body(9, "open at 8 流感")
    made.commit()
    yield made
    made.close()


def test_a_phrase_is_found_by_any_of_its_tokens(tables: ScriptTables) -> None:
    assert [row for row, _ in tables.phrases(["flu", "~flu", "nothing"], 5)] == [1]
    assert [row for row, _ in tables.phrases(["liu_gan"], 5)] == [2]
    assert {row for row, _ in tables.phrases(["flu", "流感"], 5)} == {1, 2}


def test_words_weigh_more_than_sounds(tables: ScriptTables) -> None:
    ((_, by_word),) = tables.phrases(["流感"], 5)
    ((_, by_sound),) = tables.phrases(["liu_gan"], 5)
    assert by_word > by_sound


def test_the_shortest_phrase_that_can_be_typed_comes_first(tables: ScriptTables) -> None:
    assert tables.typed(["lg"], 5) == [1, 2]
    assert tables.typed(["lg"], 1) == [1]
    assert tables.typed(["liu", "x"], 5) == [2]


def test_a_body_holds_all_words(tables: ScriptTables) -> None:
    assert tables.bodies(["open", "流感"], 5) == [9]
    assert tables.bodies(["open", "close"], 5) == []


def test_tokens_are_counted(tables: ScriptTables) -> None:
    assert (tables.count_of("flu"), tables.count_of("liu_gan"), tables.count_of("zzz")) == (1, 1, 0)


def test_what_is_removed_is_gone(tables: ScriptTables) -> None:
    tables.remove(9, [(2, 200), (1, 5)])
    assert tables.phrases(["flu", "流感"], 5) == []
    assert tables.typed(["lg"], 5) == []
    assert tables.bodies(["open"], 5) == []


def test_clearing_empties_everything(tables: ScriptTables) -> None:
    tables.clear()
    assert tables.phrases(["flu", "流感"], 5) == []


@pytest.mark.parametrize("token", ['"', "a OR b", "*", "NEAR(a)", ""])
def test_no_token_is_read_as_a_query(tables: ScriptTables, token: str) -> None:
    assert quoted(token).count('"') == 2
    assert tables.phrases([token, "flu"], 5)[0][0] == 1
