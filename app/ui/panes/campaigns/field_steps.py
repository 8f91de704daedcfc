"""What is done to a campaign in the field: let the next replicate be called, end the field period."""

from PySide6.QtCore import QObject, Signal

from app.models.campaigns import CampaignFacts
from app.services import campaign_field
from app.ui.kit.jobs import Jobs


class FieldSteps(QObject):
    """``told(text)``, ``warned(text)`` something is to be pressed twice, ``refused(error)``."""

    told = Signal(str)
    warned = Signal(str)
    refused = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._sure = False

    def forget(self) -> None:
        """Begin anew: what was pressed once is not pressed any more."""
        self._sure = False

    def release(self, one: CampaignFacts) -> None:
        """Let another replicate be called."""
        self._jobs.do(
            campaign_field.release, done=self._released, failed=self.refused.emit, campaign=one.id,
            replicate=one.released + 1,
        )  # fmt: skip

    def close(self, one: CampaignFacts) -> None:
        """End the field period, when pressed twice."""
        if not self._sure:
            self._sure = True
            self.warned.emit(
                self.tr("Every open case of {name} is closed. Press again to do it.").format(name=one.name)
            )
            return
        self._sure = False
        self._jobs.do(campaign_field.close_field, done=self._closed, failed=self.refused.emit, campaign=one.id)

    def _released(self, count: int) -> None:
        self.told.emit(self.tr("{count} more people can be called").format(count=f"{count:,}"))

    def _closed(self, count: int) -> None:
        self.told.emit(self.tr("{count} cases closed").format(count=f"{count:,}"))
