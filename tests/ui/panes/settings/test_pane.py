import pytest
from PySide6.QtCore import Qt

from app.services.office import Office
from app.ui.kit import languages
from app.ui.kit.jobs import Jobs
from app.ui.panes.settings.pane import SettingsPane
from app.ui.panes.settings.sections import SECTIONS
from app.ui.panes.settings.world import SettingsWorld
from tests.desk import sign_in
from tests.services.test_conflicts import clash


@pytest.fixture
def pane(jobs: Jobs, world: SettingsWorld, directory, qtbot) -> SettingsPane:
    made = SettingsPane(jobs, world=world)
    qtbot.addWidget(made)
    made.resize(1092, 636)
    made.show()
    return made


@pytest.mark.parametrize(
    ("name", "seen"),
    [
        (
            "admin",
            (
                *(
                    "my_account",
                    "units",
                    "calendars",
                    "policies",
                    "ladders",
                    "rules",
                    "accounts",
                    "duty",
                    "rights",
                    "readings",
                ),
                *("retention", "past", "hub", "center", "data"),
            ),
        ),
        (
            "li",
            ("my_account", "units", "calendars", "rules", "questionnaires", "right", "duty", "readings", "past", "hub"),
        ),
        ("wang", ("my_account", "units", "hub")),
    ],
)
def test_sections_are_shown_by_permission(office: Office, pane: SettingsPane, name: str, seen: tuple[str, ...]) -> None:
    sign_in(office, name)
    pane.refresh()
    assert pane.sections() == seen


def test_every_section_opens_and_keeps_the_window_small(office: Office, pane: SettingsPane) -> None:
    opened: set[str] = set()
    for person in ("li", "admin"):
        sign_in(office, person)
        pane.refresh()
        for name in set(pane.sections()) - opened:
            pane.show_section(name)
            assert pane.page(name).isVisible()
            opened.add(name)
    assert opened == set(SECTIONS)
    assert pane.minimumSizeHint().height() <= 636
    with pytest.raises(KeyError):
        pane.show_section("weather")


def test_the_way_to_a_section_leads_there_from_another_and_from_itself(office: Office, pane: SettingsPane) -> None:
    sign_in(office, "admin")
    assert pane.give_there("settings.go_accounts")
    assert pane.list.current() == "accounts"
    assert pane.give_there("settings.go_accounts")
    assert pane.page("accounts").isVisible()


def test_a_unit_that_was_found_elsewhere_is_chosen_whatever_was_searched_for(office: Office, pane, qtbot) -> None:
    sign_in(office, "admin")
    pane.show_section("units")
    page = pane.page("units")
    qtbot.keyClicks(page.search, "h01")
    page.add_unit()
    pane.show_unit("H02")
    assert (page.view.row().code, page.search.query, page.form.asking) == ("H02", "", False)
    assert page.focusWidget() is page.view


def test_a_section_that_one_may_not_see_changes_nothing(office: Office, pane: SettingsPane) -> None:
    sign_in(office, "wang")
    pane.show_section("accounts")
    assert pane.list.current() == "my_account"


def test_a_command_is_given_in_its_section_though_that_was_not_made_yet(
    office: Office, pane: SettingsPane, qtbot
) -> None:
    sign_in(office, "admin")
    pane.refresh()
    assert pane.give_there("settings.new_person")
    page = pane.page("accounts")
    assert pane.list.current() == "accounts"
    qtbot.waitUntil(page.form.isVisible)
    assert not pane.give_there("settings.roles")


def test_another_person_finds_fresh_pages(office: Office, pane: SettingsPane) -> None:
    former = pane.page("my_account")
    sign_in(office, "li")
    pane.refresh()
    assert pane.page("my_account") is not former
    office.sign_in(None)
    pane.refresh()
    assert pane.list.current() == "my_account"


def test_escape_goes_one_step_back(pane: SettingsPane, qtbot) -> None:
    pane.show_section("accounts")
    page = pane.page("accounts")
    page.add_person()
    qtbot.keyClick(page.form.name, Qt.Key.Key_Escape)
    assert page.form.mode == ""
    qtbot.keyClick(page.view, Qt.Key.Key_Escape)
    assert pane.list.hasFocus() or not pane.isActiveWindow()


def test_one_key_decides_in_the_hub_also_from_the_list_of_sections(office: Office, pane: SettingsPane, qtbot) -> None:
    with office.store.write("wang") as tx:
        row = tx.add("caller", {"name": "Li"})
    clash(office, "caller", row, {"name": "Lee"})
    sign_in(office, "li")
    pane.show_section("hub")
    pane.focus_first()
    standing = pane.page("hub").decisions.current.choices[1].value  # type: ignore[attr-defined]
    qtbot.keyClick(pane.list, Qt.Key.Key_9)
    qtbot.keyClick(pane.list, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert office.store.rows.one("SELECT conflicts IS NULL FROM caller WHERE id=?", row) == (0,)
    qtbot.keyClick(pane.list, Qt.Key.Key_2)
    assert office.store.rows.one("SELECT name, conflicts FROM caller WHERE id=?", row) == (standing, None)
    qtbot.keyClick(pane.list, Qt.Key.Key_2)
    pane.show_section("units")
    qtbot.keyClick(pane.list, Qt.Key.Key_1)
    assert pane.list.current() == "units"


def test_who_is_led_to_the_section_that_they_look_at_sees_what_is_new(office: Office, pane: SettingsPane) -> None:
    sign_in(office, "li")
    pane.show_section("hub")
    page = pane.page("hub")
    assert not page.decisions.isVisible()
    with office.store.write("wang") as tx:
        row = tx.add("caller", {"name": "Li"})
    clash(office, "caller", row, {"name": "Lee"})
    pane.show_section("hub")
    assert page.decisions.isVisible()


def test_looks_go_through_to_the_shell(pane: SettingsPane, qtbot) -> None:
    choice = pane.page("my_account")._choices["density"]
    with qtbot.waitSignal(pane.appearance_changed):
        choice.activated.emit(choice.currentIndex())


def test_titles_follow_the_language_of_the_window(pane: SettingsPane) -> None:
    languages.of_app().use("zh_CN")
    pane.retranslate()
    assert pane.list.item(1).text() == "承办单位"
    languages.of_app().use("en")


def test_the_log_of_syncs_has_the_whole_width(office: Office, pane: SettingsPane) -> None:
    pane.resize(1700, 900)
    pane.show_section("hub")
    assert pane.page("hub").width() > 1300


def test_the_shell_is_given_each_section_once_for_what_it_says(office: Office, pane: SettingsPane) -> None:
    sign_in(office, "admin")
    made: list[object] = []
    pane.page_made.connect(made.append)
    pane.show_section("units")
    pane.show_section("hub")
    pane.show_section("units")
    assert [one for one in made if one in (pane.page("units"), pane.page("hub"))] == [
        pane.page("units"),
        pane.page("hub"),
    ]
