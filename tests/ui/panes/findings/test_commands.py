"""Every command of the ledger has a method of the pane behind it."""

from app.ui.panes.findings.commands import LEDGER
from app.ui.panes.findings.pane import FindingsPane


def test_every_command_has_its_method() -> None:
    for row in LEDGER:
        assert callable(getattr(FindingsPane, str(row.run)))
        assert not row.enabled_when or callable(getattr(FindingsPane, str(row.enabled_when)))
