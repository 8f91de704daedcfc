import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QWidget

from app.ui.kit import languages, theme
from app.ui.kit.commands import CommandTable
from app.ui.shell import commands
from app.ui.shell.person_button import PersonButton
from tests.desk import sign_in


class Target(QWidget):
    """Stands for a desk: every row may run."""

    def __getattr__(self, name):
        if name.startswith("has_"):
            return True
        raise AttributeError(name)


@pytest.fixture
def button(qtbot, office, appearance):
    ground = Target()
    table = CommandTable((*commands.GOING, *commands.DESK), ground)
    button = PersonButton(sign_in(office, "wang"), appearance, table, ground)
    qtbot.addWidget(ground)
    ground.show()
    return button


def test_the_button_says_who_is_signed_in_and_as_what(button):
    assert button.text() == "Wang"
    assert "Operator" in button.toolTip()


def test_the_menu_leads_to_lock_sign_out_looks_and_help(button):
    texts = [action.text() for action in button._build_menu().actions() if not action.isSeparator()]
    assert texts == [
        "Hand-over sheet…", "Lock", "Sign out", "Language", "Theme", "Text size", "Rows", "Keyboard shortcuts",
        "Show me around", "Close OneWindow",
    ]  # fmt: skip


def test_looks_are_chosen_by_command(button):
    button.table.run("mode.dark")
    button.table.run("density.dense")
    button.table.run("language.zh_CN")
    assert (theme.of_app().mode, theme.of_app().density, languages.current()) == ("dark", "dense", "zh_CN")


def test_text_grows_and_shrinks_between_its_ends(button):
    for _ in range(3):
        button.grow()
    assert (theme.of_app().text_size, button.may_grow(), button.may_shrink()) == ("large", False, True)
    for _ in range(3):
        button.shrink()
    assert (theme.of_app().text_size, button.may_grow(), button.may_shrink()) == ("small", True, False)


def test_what_is_chosen_now_is_marked_in_the_menu(button):
    button._build_menu()
    button._mark()
    assert button.table.action("mode.light").isChecked()
    assert not button.table.action("mode.dark").isChecked()


def test_the_mark_has_room_for_a_name_of_two_characters_in_every_text_size(button):
    looks = theme.of_app()
    for size in theme.TEXT_SIZES:
        looks.apply(text_size=size)
        mark = button.mark(QRectF(button.rect()))
        assert mark.width() >= QFontMetrics(looks.font("small", bold=True)).horizontalAdvance("王芳")
    looks.apply(text_size="normal")
