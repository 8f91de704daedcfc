"""The raked share of the chosen item, beside the unweighted one; asked apart, because the whole list is read for it."""

from PySide6.QtWidgets import QLabel, QWidget

from app.models.errors import AppError
from app.services import campaign_weights, wording
from app.services.campaign_weights import RakedShare
from app.ui.kit import languages
from app.ui.kit.jobs import Jobs
from app.ui.panes.campaigns import presenting_results
from app.ui.panes.campaigns.asking_results import Shown
from app.ui.panes.campaigns.presenting import percent


class RakedLine(QLabel):
    """One sentence; not there for a campaign without a list of people, and where all strata together are not shown."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._shown: Shown | None = None
        self._told: tuple[tuple[RakedShare, ...], float] | None = None
        self._failed: AppError | None = None
        self.setObjectName("campaigns.results.raked")
        self.setWordWrap(True)
        self.hide()

    def follow(self, shown: Shown | None) -> None:
        """Ask for the raked share of what is shown."""
        known = self._shown
        self._shown = shown
        if shown is not None and known is not None and known.results == shown.results:
            self.retranslate()
            return
        self._told = self._failed = None
        self.hide()
        if shown is not None and shown.results.campaign.frame is not None:
            self._jobs.ask(
                campaign_weights.raked_shares, key="raked", done=self._came, failed=self._fail, found=shown.results
            )

    def retranslate(self) -> None:
        """Say the sentence in the language of the window."""
        if self._failed is not None:
            self.setText(wording.told(self._failed, languages.current()))
            self.show()
            return
        shown, one = self._shown, self._share()
        top, _ = presenting_results.overall(shown) if shown else (None, None)
        self.setVisible(self._told is not None and top is not None)
        if shown is None or top is None or self._told is None:
            return
        if one is None:
            text = self.tr(
                "Raked to the age and sex of everybody on the list: withheld. Beside the unweighted share it would "
                "tell institutions that are not shown."
            )
            self.setText(text)
            return
        text = self.tr(
            "Raked to the age and sex of everybody on the list, top box: {share}, unweighted {raw} · {answers} answers "
            "(design effect {effect}). Where both differ much, others answered than stand on the list."
        )
        self.setText(
            text.format(
                share=percent(one.top), raw=percent(top.raw), answers=f"{one.answers:,}",
                effect=f"{self._told[1]:.2f}",
            )
        )  # fmt: skip

    def _came(self, told: tuple[tuple[RakedShare, ...], float]) -> None:
        self._told = told
        self.retranslate()

    def _fail(self, error: AppError) -> None:
        """Say why there is none: the list that an older campaign asks is at another station."""
        self._failed = error
        self.retranslate()

    def _share(self) -> RakedShare | None:
        if self._shown is None or self._told is None:
            return None
        return next((one for one in self._told[0] if one.item == self._shown.item), None)
