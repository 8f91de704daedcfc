"""What is done to a campaign in the field: let the next replicate be called, end the field period."""

from PySide6.QtCore import QObject, Signal

from app.models.campaigns import CampaignFacts
from app.services import campaign_field, campaign_topups
from app.services.campaign_topups import TopUp
from app.ui.kit.jobs import Jobs

_LAST_REPLICATE = 10
#: The share of the sample that is drawn in addition.
_MORE = 0.1


class FieldSteps(QObject):
    """``told(text)``, ``warned(text)`` something is to be pressed twice, ``refused(error)``; of the chosen campaign."""

    told = Signal(str)
    warned = Signal(str)
    refused = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._one: CampaignFacts | None = None
        self._sure = False
        self._more: TopUp | None = None

    def choose(self, one: CampaignFacts | None) -> None:
        """Begin anew with a campaign: what was pressed once is not pressed any more."""
        self._one, self._sure, self._more = one, False, None

    def may_release(self) -> bool:
        """Whether another replicate can be called."""
        one = self._one
        return one is not None and one.closed_at is None and bool(one.seed) and one.released < _LAST_REPLICATE

    def may_close(self) -> bool:
        """Whether the chosen campaign is in the field."""
        return self._one is not None and self._one.closed_at is None

    def release(self) -> None:
        """Let another replicate be called."""
        one = self._one
        if one is not None:
            self._jobs.do(
                campaign_field.release, done=self._released, failed=self.refused.emit, campaign=one.id,
                replicate=one.released + 1,
            )  # fmt: skip

    def top_up(self) -> None:
        """Draw another tenth of the sample, when pressed twice: the first press says who that would be."""
        one = self._one
        if one is None:
            return
        if self._more is None:
            self._jobs.ask(
                campaign_topups.planned, key="campaigns.top_up", done=self._ask_more, failed=self.refused.emit,
                campaign=one.id, more=max(1, round(one.drawn * _MORE)),
            )  # fmt: skip
            return
        found, self._more = self._more, None
        self._jobs.do(campaign_topups.add, done=self._topped_up, failed=self.refused.emit, found=found)

    def close(self) -> None:
        """End the field period, when pressed twice."""
        one = self._one
        if one is None:
            return
        if not self._sure:
            self._sure = True
            self.warned.emit(
                self.tr("Every open case of {name} is closed. Press again to do it.").format(name=one.name)
            )
            return
        self._sure = False
        self._jobs.do(campaign_field.close_field, done=self._closed, failed=self.refused.emit, campaign=one.id)

    def _ask_more(self, found: TopUp) -> None:
        self._more = found
        added = ", ".join(f"{stratum} +{count}" for stratum, count in found.added if count)
        text = self.tr("{count} more people are drawn ({strata}). Press again to do it.")
        self.warned.emit(text.format(count=f"{found.count:,}", strata=added))

    def _topped_up(self, count: int) -> None:
        self.told.emit(self.tr("{count} more people drawn; weights follow").format(count=f"{count:,}"))

    def _released(self, count: int) -> None:
        self.told.emit(self.tr("{count} more people can be called").format(count=f"{count:,}"))

    def _closed(self, count: int) -> None:
        self.told.emit(self.tr("{count} cases closed").format(count=f"{count:,}"))
