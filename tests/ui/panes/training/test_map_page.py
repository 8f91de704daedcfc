"""The map of the team in the window."""

from app.services import script_flags
from app.ui.kit import languages
from app.ui.panes.training.map_page import MapPage
from tests.desk import sign_in
from tests.services.examined import set_exam, sit
from tests.services.proposed import fail


def test_the_map_shows_each_operator_and_follows_the_language(office, jobs, qtbot) -> None:
    exam = set_exam(office)
    sit(office, exam, "wang")
    sign_in(office, "chen")
    page = MapPage(jobs)
    qtbot.addWidget(page)
    page.show()
    said = page.text.toPlainText()
    assert "Wang" in said
    assert "Weak topics of the last two weeks" in said
    assert "today" in said
    languages.of_app().use("zh_CN")

    def says_it_in_chinese() -> None:
        assert "今天" in page.text.toPlainText()

    qtbot.waitUntil(says_it_in_chinese)
    languages.of_app().use("en")


def test_a_script_that_many_fail_is_flagged_by_one_key(office, jobs, qtbot) -> None:
    fail(office)
    page = MapPage(jobs)
    qtbot.addWidget(page)
    page.show()
    assert [cell.text for cell in page.rows.cells(0)][2] == "3 / 5 · 60 %"
    with qtbot.waitSignal(page.told):
        page.flag()
    assert not page.may_flag()
    (flag,) = office.ask(script_flags.flags_for_owner)
    assert flag.flag.note.startswith("3 of 5 people answer this key point wrong")
