from PySide6.QtWidgets import QLabel

from app.ui.panes.intake.matter_row import MatterRow
from app.ui.panes.intake.presenting import Mark


def test_a_row_shows_title_state_text_time_and_named_buttons(shown):
    row = MatterRow(b"1" * 16, "260302-K7-0001")
    row.show_chip(Mark("In progress", "accent"))
    row.show_text("想知道\n化验结果" + "长" * 200, "due in 4 h")
    button = row.add_button("add", "Add to this", "Add to 260302-K7-0001")
    shown(row)
    texts = [label.text() for label in row.findChildren(QLabel) if label.isVisible()]
    assert "260302-K7-0001" in texts
    assert "In progress" in texts
    assert "due in 4 h" in texts
    assert max(map(len, texts)) == 120
    assert (button.accessibleName(), button.objectName()) == (
        "Add to 260302-K7-0001",
        f"intake.matter.{row.key.hex()}.add",
    )
