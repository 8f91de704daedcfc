from app.ui.kit import languages, theme
from app.ui.shell.appearance import Appearance
from app.ui.shell.preferences import Looks, Preferences


def test_a_choice_is_shown_at_once_and_remembered_for_the_person(qtbot, appearance, tmp_path):
    appearance.show_for("wang")
    with qtbot.waitSignal(appearance.chosen) as told:
        appearance.choose(mode="dark")
    assert told.args == ["mode", "dark"]
    assert theme.of_app().dark
    assert Preferences(tmp_path).looks("wang").mode == "dark"


def test_the_next_person_does_not_inherit_the_choice_of_another(appearance):
    appearance.show_for("wang")
    appearance.choose(text_size="large", language="zh_CN")
    appearance.preferences.choose("li", language="en")
    appearance.show_for("li")
    assert (appearance.looks.text_size, languages.current()) == ("normal", "en")


def test_who_has_not_chosen_here_reads_the_language_of_the_account(appearance):
    appearance.show_for("chen", "zh_CN")
    assert languages.current() == "zh_CN"


def test_a_choice_here_goes_before_the_language_of_the_account(appearance):
    appearance.preferences.choose("chen", language="en")
    appearance.show_for("chen", "zh_CN")
    assert languages.current() == "en"


def test_what_the_start_asked_for_wins_until_a_person_chooses(qapp, tmp_path):
    fixed = Appearance(Preferences(tmp_path), fixed=Looks("zh_CN", "dark", "", ""))
    fixed.show_for("wang", "en")
    assert (languages.current(), theme.of_app().mode) == ("zh_CN", "dark")
    fixed.choose(language="en")
    assert languages.current() == "en"


def test_the_same_again_is_not_told(qtbot, appearance):
    with qtbot.assertNotEmitted(appearance.chosen):
        appearance.choose(mode=appearance.looks.mode, color="green", language="")


def test_another_folder_remembers_from_then_on(appearance, tmp_path):
    appearance.move_to(Preferences(tmp_path / "demo"))
    appearance.choose(mode="dark")
    assert Preferences(tmp_path / "demo").looks().mode == "dark"
    assert Preferences(tmp_path).looks().mode == "light"
