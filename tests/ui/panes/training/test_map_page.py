"""The map of the team in the window."""

from app.ui.kit import languages
from app.ui.panes.training.map_page import MapPage
from tests.desk import sign_in
from tests.services.examined import set_exam, sit


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
