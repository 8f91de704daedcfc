"""What every list of a script shares."""

from app.scripts_library.script import KeyPoint
from app.ui.panes.scripts.editor.row_kind import (
    code_options,
    fresh_id,
    listed,
    text_field,
    with_language,
    words_of,
    yes_no,
)


def test_an_empty_text_leaves_its_language_out_and_the_others_in() -> None:
    assert with_language({"zh": "a", "es": "b"}, "zh", "") == {"es": "b"}
    assert with_language({"es": "b"}, "zh", "c") == {"es": "b", "zh": "c"}


def test_a_fresh_id_is_the_first_free_one() -> None:
    assert fresh_id((), "k") == "k1"
    assert fresh_id((KeyPoint("k1", {}), KeyPoint("k3", {})), "k") == "k2"


def test_words_with_bars_survive_their_line() -> None:
    assert words_of(listed(("a|b", "c"))) == ("a|b", "c")


def test_options_have_both_languages() -> None:
    first = code_options("script_governance")[0]
    assert first.key == "open"
    assert first.label == {"en": "Anybody who may write", "zh_CN": "有权编写者均可"}


def test_fields_have_room_and_truths_a_word() -> None:
    assert text_field("doc", "Document").limit == 4_000
    assert (yes_no(True), yes_no(False)) == ("yes", "no")
