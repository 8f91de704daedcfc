"""A list keeps its choice and can be narrowed to one promise."""

from app.ui.kit.jobs import Jobs
from app.ui.panes.supervision.list_page import ListPage
from tests.desk import NOON


def _page(jobs: Jobs, words, qtbot, wanted: str = "late") -> ListPage:
    page = ListPage(wanted, jobs, words)
    qtbot.addWidget(page)
    page.show_now(NOON, NOON.tzinfo)
    page.reload()
    page.show()
    return page


def test_a_list_is_narrowed_to_one_promise(jobs, desk, words, qtbot) -> None:
    page = _page(jobs, words, qtbot)
    assert page.model.rowCount() == 1
    page.show_target("accept")
    assert (page.model.rowCount(), page.target.currentText()) == (0, "Accept")
    assert page._empty.isVisible()


def test_the_chosen_line_stays_chosen(jobs, desk, words, qtbot) -> None:
    page = _page(jobs, words, qtbot, "returned")
    page.view.select(0)
    page.reload()
    assert page.chosen().line.row.id == desk["Returned"]
    assert page._count.text() == "1 inquiry"


def test_columns_give_way_where_the_summary_would_have_no_room(jobs, desk, words, qtbot) -> None:
    page = _page(jobs, words, qtbot)
    names = [column.name for column in page.model.columns]
    for width, hidden in ((1200, []), (860, ["state"]), (700, ["state", "unit"])):
        page.resize(width, 500)
        assert [name for name in names if page.view.isColumnHidden(names.index(name))] == hidden
