"""A step asks for its own fields and nothing else."""

from app.models.errors import FieldMissing
from app.services.office import Office
from app.ui.panes.findings.step_box import StepBox
from tests.desk import NOON


def test_each_step_has_fields_of_its_own(office: Office, jobs, qtbot) -> None:
    box = StepBox(office.clock.now)
    qtbot.addWidget(box)
    assert box.said() is None
    box.offer((("U01", "County hospital"),), ())
    box.ask("sent", "Sent", NOON.tzinfo, {"institution": "U01", "measure": "not asked here"})
    assert box.said() == {"institution": "U01", "note": ""}
    assert box.refuse(FieldMissing(field="institution"))
    assert not box.refuse(FieldMissing(field="owner"))
    box.ask("done", "Done", NOON.tzinfo)
    assert set(box.said()) == {"evidence", "effective_on"}
    box.stop()
    assert (box.kind, box.isVisible()) == ("", False)
