from typing import Any
from xml.etree import ElementTree

from PySide6.QtCore import Qt

from app.models.accounts import Role
from app.models.rights import RIGHTS, Permission
from app.services import wording
from app.ui.kit.jobs import Jobs
from app.ui.panes.settings.rights_page import RightsPage, RightsTable
from tests.house import translations


def _cells(model: RightsTable, permission: Permission) -> list[str]:
    row = next(place for place, one in enumerate(RIGHTS) if one.permission is permission)
    return [str(model.index(row, column).data(Qt.ItemDataRole.DisplayRole) or "") for column in range(5)]


def test_the_page_says_for_each_right_which_role_has_it_and_how_far(jobs: Jobs, qtbot: Any) -> None:
    page = RightsPage(jobs)
    qtbot.addWidget(page)
    page.show()
    assert page.model.rowCount() == len(RIGHTS)
    assert _cells(page.model, Permission.HAND_OVER_INQUIRIES) == ["hand over inquiries", "own and unit", "all", "", ""]
    assert _cells(page.model, Permission.MANAGE_ACCOUNTS)[1:] == ["", "", "", "all"]


def test_the_heads_of_the_roles_are_what_a_role_is_called_in_every_room() -> None:
    for room in sorted(translations.CHINESE.glob("*.ts")):
        tables = [one for one in ElementTree.parse(room).iter("context") if one.findtext("name") == "tables"]
        said = {
            one.findtext("source"): one.findtext("translation") for table in tables for one in table.iter("message")
        }
        for role in Role:
            head = wording.label("role", role.value, "en")
            assert said.get(head) in (None, wording.label("role", role.value, "zh_CN")), room.name


def test_the_table_is_a_sound_model(qapp: Any, qtmodeltester: Any) -> None:
    model = RightsTable()
    model.reload()
    qtmodeltester.check(model)
    assert model.complete or model.rowCount() == len(RIGHTS)
