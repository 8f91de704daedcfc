"""What is said of all strata together above the figures of institutions, or why it is not; and who responded."""

from PySide6.QtWidgets import QLabel, QWidget

from app.models.intervals import Reliance
from app.models.interview_records import SurveyMode
from app.models.survey_results import Overall
from app.ui.panes.campaigns import presenting_results
from app.ui.panes.campaigns.asking_results import Shown
from app.ui.panes.campaigns.presenting import percent
from app.ui.panes.campaigns.presenting_results import limits, p_value, with_limits


class WholeLine(QLabel):
    """One line for the chosen item, one for the rates of response: of calls, so only where people were called."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("campaigns.results.whole")
        self.setWordWrap(True)

    def show_results(self, shown: Shown) -> None:
        """Say the sentences in the language of the window."""
        self.setText(f"{self._whole(shown)}\n{self._response(shown)}")

    def change(self, shown: Shown) -> str:
        """Return how all strata together changed, or why that is not shown; "" where nothing is held against."""
        if shown.whole is not None:
            text = self.tr("All strata by the design: {change} points, p {p}")
            return text.format(change=with_limits(shown.whole.gap), p=p_value(shown.whole.p))
        sides = [side.why_no_total(shown.item) for side in (shown.before, shown.results) if side is not None]
        if Reliance.WITHHELD in sides:
            return self.tr("All strata by the design: withheld, as one side of it is")
        if Reliance.SUPPRESSED in sides:
            return self.tr("All strata by the design: one side has fewer than 25 answers, not shown")
        return ""

    def _whole(self, shown: Shown) -> str:
        top, two = presenting_results.overall(shown)
        if top is None:
            if shown.results.why_no_total(shown.item) is Reliance.WITHHELD:
                return self.tr(
                    "All strata: withheld. With the institutions and quarters that are shown, fewer than 25 answers "
                    "could be worked out from it."
                )
            return self.tr("All strata: fewer than 25 answers, not shown")
        parts = [self._estimate(name, one) for name, one in ((self.tr("top box"), top), (self.tr("top two"), two))]
        cost = self.tr(
            "{answers} answers, as exact as {effective} from an endless list (design effect {effect})"
        ).format(answers=f"{top.answers:,}", effective=f"{top.effective:,.0f}", effect=f"{top.effect:.2f}")
        told = " · ".join([*(one for one in parts if one), cost])
        unseen = len(shown.results.unseen.get(shown.item, ()))
        if not unseen:
            return told
        note = self.tr("Institutions that are not shown count as one stratum: {count}.")
        return f"{told}\n{note.format(count=unseen)}"

    def _estimate(self, name: str, one: Overall | None) -> str:
        if one is None:
            return ""
        text = self.tr("All strata, {name}: {share} ({limits}), unweighted {raw}")
        return text.format(
            name=name, share=percent(one.weighted.estimate), limits=limits(one.weighted), raw=percent(one.raw)
        )

    def _response(self, shown: Shown) -> str:
        if shown.wanted.mode is not SurveyMode.TELEPHONE:
            return self.tr("Response: not known, as only calls are counted against the sample")
        told, kept = shown.progress, shown.progress.kept
        text = self.tr("Response: RR1 {rr1}, RR3 {rr3} (e {e}), HCAHPS {hcahps} · protocol kept {kept}")
        e = told.counts.share_eligible
        return text.format(
            rr1=percent(told.rates["RR1"].share), rr3=percent(told.rates["RR3"].share),
            e="–" if e is None else f"{e:.3f}", hcahps=percent(told.hcahps.share),
            kept=percent(kept.whole / kept.cases if kept.cases else None),
        )  # fmt: skip
