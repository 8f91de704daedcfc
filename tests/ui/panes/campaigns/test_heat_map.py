"""The heat map says in words what it paints."""

from app.models.slots import Slot
from app.services.campaign_progress import SlotContacts
from app.ui.panes.campaigns import presenting
from app.ui.panes.campaigns.heat_map import HeatMap


def test_what_is_painted_is_said(jobs, qtbot):
    found = HeatMap()
    qtbot.addWidget(found)
    assert found.accessibleDescription() == ""
    found.show_cells(presenting.heat([SlotContacts(0, Slot.NOON, 10, 4)]))
    assert found.accessibleDescription() == "Mon Noon: 40.0 %"
    found.show()
    painted = found.grab().toImage()
    colors = {
        painted.pixelColor(x, y).name() for x in range(0, painted.width(), 7) for y in range(0, painted.height(), 7)
    }
    assert len(colors) > 2
