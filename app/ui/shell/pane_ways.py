"""The ways to the panes: what the commands of going run, and who may take each."""

from PySide6.QtWidgets import QWidget

from app.ui.shell.pane_links import PaneLinks
from app.ui.shell.pane_stack import PaneStack


class PaneWays(QWidget):
    """One method to go to each pane, and one that says whether the person sees it."""

    panes: PaneStack
    links: PaneLinks

    def show_pane(self, name: str) -> QWidget | None:
        """Show a pane; None where the person does not see it."""
        return self.panes.show_pane(name)

    def has_intake(self) -> bool:
        """Whether the person takes calls."""
        return "intake" in self.panes.ids

    def has_work(self) -> bool:
        """Whether the person sees inquiries."""
        return "work" in self.panes.ids

    def has_scripts(self) -> bool:
        """Whether the person reads scripts."""
        return "scripts" in self.panes.ids

    def has_callbacks(self) -> bool:
        """Whether this person works the call-back queue."""
        return "callbacks" in self.panes.ids

    def has_training(self) -> bool:
        """Whether the person practices."""
        return "training" in self.panes.ids

    def has_findings(self) -> bool:
        """Whether the person sees the ledger of findings."""
        return "findings" in self.panes.ids

    def has_supervision(self) -> bool:
        """Whether the person supervises."""
        return "supervision" in self.panes.ids

    def has_campaigns(self) -> bool:
        """Whether the person runs campaigns."""
        return "campaigns" in self.panes.ids

    def has_reports(self) -> bool:
        """Whether the person sees figures."""
        return "reports" in self.panes.ids

    def has_settings(self) -> bool:
        """Whether the person sees settings."""
        return "settings" in self.panes.ids

    def has_hub(self) -> bool:
        """Whether the station is known to belong to a hub."""
        return self.links.has_hub

    def sync_now(self) -> None:
        """Sync at once."""
        self.links.sync_now()

    def show_hub(self) -> None:
        """Go to the page of the hub: how it stands, what the last syncs did, what needs a decision."""
        self.links.show_hub()

    def show_intake(self) -> None:
        """Go to intake."""
        self.show_pane("intake")

    def show_work(self) -> None:
        """Go to My work."""
        self.show_pane("work")

    def show_scripts(self) -> None:
        """Go to the scripts."""
        self.show_pane("scripts")

    def go_callbacks(self) -> None:
        """Go to the call-back queue."""
        self.show_pane("callbacks")

    def show_training(self) -> None:
        """Go to today's drill."""
        self.show_pane("training")

    def show_findings(self) -> None:
        """Go to the ledger of findings."""
        self.show_pane("findings")

    def show_supervision(self) -> None:
        """Go to the supervision board."""
        self.show_pane("supervision")

    def show_campaigns(self) -> None:
        """Go to the campaigns."""
        self.show_pane("campaigns")

    def show_reports(self) -> None:
        """Go to the reports."""
        self.show_pane("reports")

    def show_settings(self) -> None:
        """Go to the settings."""
        self.show_pane("settings")
