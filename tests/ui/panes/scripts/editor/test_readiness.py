"""When a script may be saved, and when a second person may be asked."""

from app.scripts_library.findings import error, warning
from app.scripts_library.script import Script
from app.services.script_writing import Checked
from app.ui.panes.scripts.editor.readiness import can_save, errors_of, is_behind, key_of
from tests.scripts_library.making import small


def test_a_proposed_key_stands_in_for_a_missing_one() -> None:
    missing = error("key-missing", "id")
    assert errors_of(Checked(small(""), (missing,), key="a-1")) == ()
    assert errors_of(Checked(small(""), (missing,))) == (missing,)
    assert (key_of(Checked(small(""), key="a-1")), key_of(Checked(small("b")))) == ("a-1", "b")


def test_advice_keeps_nothing_from_review() -> None:
    assert errors_of(Checked(small(), (warning("source-wanted", "sources"),))) == ()


def test_a_text_that_cannot_be_read_is_not_saved() -> None:
    assert not can_save(Checked(None), None)


def test_a_draft_with_mistakes_in_its_answer_is_saved_but_not_one_with_a_bad_key() -> None:
    assert can_save(Checked(small(), (error("body-missing", "body"),)), None)
    assert not can_save(Checked(small(), (error("key-twice", "id"),)), None)
    assert not can_save(Checked(small("")), None)


def test_nothing_is_saved_without_a_title() -> None:
    assert not can_save(Checked(Script("a", {})), None)


def test_who_is_behind_somebody_chooses_first() -> None:
    newer = Checked(small(), newest=3)
    assert is_behind(newer, 2)
    assert not can_save(newer, 2)
    assert can_save(newer, 3)
    assert not is_behind(newer, None)
