"""Short texts of the boards."""

from app.scripts_library.script import Script
from app.ui.panes.scripts.boards.presenting import title_of


def test_a_title_is_in_the_language_of_the_window_else_in_another_else_the_key() -> None:
    both = Script("flu", {"zh": "流感", "en": "Flu"})
    assert (title_of(both, "zh_CN"), title_of(both, "en")) == ("流感", "Flu")
    assert title_of(Script("flu", {"zh": "流感"}), "en") == "流感"
    assert title_of(Script("flu", {}), "en") == "flu"
