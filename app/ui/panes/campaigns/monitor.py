"""How far a campaign has come: strata, every rate with its definition, contacts by time of day, the protocol."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.models.appointments import GOAL
from app.models.campaigns import CampaignFacts
from app.models.intervals import SUPPRESSED_BELOW
from app.models.questionnaires import Texts, in_language
from app.services import spoken_words, wording
from app.services.campaign_progress import Progress, StratumProgress
from app.ui.kit import languages, theme
from app.ui.kit.cards import EmptyState
from app.ui.kit.flow import FlowLayout
from app.ui.kit.table_view import TableView
from app.ui.panes.campaigns import presenting, tables
from app.ui.panes.campaigns.heat_map import HeatMap
from app.ui.panes.campaigns.presenting import RateLine


class Monitor(QWidget):
    """Shows the progress that it is given. ``head`` is a line for buttons, ``box`` holds what one of them asks.

    ``place_wanted(code)`` rates of one institution are wanted, "" for those of the whole campaign.
    """

    place_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: Progress | None = None
        self._names: Mapping[str, str] = {}
        self._titles: Mapping[str, Texts] = {}
        self._place, self._asked = "", False
        self._build()
        self.strata_view.opened.connect(self._want)
        self.retranslate()

    def show_progress(self, found: Progress) -> None:
        """Show how far a campaign has come; of one institution only its rates, contacts and protocol."""
        former = self._found
        same = former is not None and former.campaign.id == found.campaign.id
        self._place = found.place if same else ""
        self._found = found
        if not self._place:
            self.strata.show_lines(presenting.named(found.strata, self._names))
        self.rates.show_lines(presenting.rates(found))
        self.rates_view.select(1)
        self.rates_view.scrollToTop()  # the rate of HCAHPS stands over it
        self.heat.show_cells(presenting.heat(found.slots))
        self._say()

    def name_places(self, names: Mapping[str, str]) -> None:
        """Call institutions by these names, by their codes."""
        self._names = names

    def name_questionnaires(self, titles: Mapping[str, Texts]) -> None:
        """Call questionnaires by these titles, by their ids."""
        self._titles = titles
        self._say()

    def give_room(self, *, wanted: bool) -> None:
        """Leave out all but the strata while something is asked above them."""
        self._asked = wanted
        for part in (self._heat_title, self.heat, self.kept, self.whose, self.rates_view, self.definition):
            part.setVisible(not wanted)
        self.waiting.setVisible(not wanted and bool(self.waiting.text()))

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.strata_view.setAccessibleName(self.tr("Progress by stratum"))
        self.rates_view.setAccessibleName(self.tr("Rates with their definitions"))
        self._no_strata.show_text(self.tr("No strata"), self.tr("This campaign was not drawn from a frame."))
        self._no_rates.show_text(self.tr("No rates yet"), "")
        self._heat_title.setText(self.tr("Contacts by weekday and time of day (dials)"))
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _labels(self) -> None:
        self.title, self.facts, self.kept, self.definition, self.whose = (QLabel(self) for _ in range(5))
        self._heat_title, self.waiting, self.stopped = QLabel(self), QLabel(self), QLabel(self)
        for label in (self.waiting, self.stopped):
            label.setProperty("type", "error")
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setProperty("type", "section")
        for label in (self.facts, self.kept, self.definition, self.whose):
            label.setProperty("type", "hint")
            label.setWordWrap(True)
        self._heat_title.setProperty("type", "hint")

    def _build(self) -> None:
        pad = theme.of_app().px("pad")
        self._labels()
        self.strata, self.rates = tables.strata(self), tables.rates(self)
        self._no_strata = EmptyState("campaigns.no_strata", "campaigns")
        self._no_rates = EmptyState("campaigns.no_rates", "campaigns")
        self.strata_view = TableView(self.strata, name="campaigns.strata", empty=self._no_strata, parent=self)
        self.rates_view = TableView(self.rates, name="campaigns.rates", empty=self._no_rates, parent=self)
        self.heat = HeatMap(self)
        self.head, self.box = FlowLayout(gap=pad), QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(pad)
        column.addWidget(self.title)
        column.addWidget(self.facts)
        column.addWidget(self.stopped)
        column.addLayout(self.head)
        column.addLayout(self.box)
        both = QHBoxLayout()
        column.addLayout(both, 1)
        both.setSpacing(theme.of_app().px("gap"))
        both.addWidget(self.strata_view, 16)
        right = QVBoxLayout()
        both.addLayout(right, 10)
        right.addWidget(self.whose)
        right.addWidget(self.rates_view, 1)
        right.addWidget(self.definition)
        self.rates_view.setSelectionMode(self.rates_view.SelectionMode.SingleSelection)
        self.rates_view.picked.connect(self._define)
        column.addWidget(self._heat_title)
        column.addWidget(self.heat)
        column.addWidget(self.kept)
        column.addWidget(self.waiting)

    def _define(self, one: RateLine | None) -> None:
        self.definition.setText(f"{one.name} = {one.definition}" if one else "")

    def _want(self, one: StratumProgress) -> None:
        place = presenting.place_of(one.name, self._names)
        self.place_wanted.emit("" if place == self._place else place)

    def _say(self) -> None:
        found = self._found
        if found is None:
            return
        self.whose.setText(
            self.tr("Rates of {place}; Enter again: all").format(place=self._names.get(self._place, self._place))
            if self._place
            else self.tr("Rates of all; Enter at a stratum: its own")
        )
        one = found.campaign
        self.title.setText(one.name)
        parts = [
            presenting.period(one),
            self.tr("{drawn} drawn, replicate {released} of 10").format(drawn=f"{one.drawn:,}", released=one.released),
            self.tr("frame {frame}").format(frame=one.frame_name) if one.frame_name else "",
            self.tr("seed {seed}").format(seed=one.seed) if one.seed else "",
            self._questionnaire(one),
            self.tr("closed") if one.closed_at else "",
        ]
        self.facts.setText(" · ".join(part for part in parts if part))
        self.stopped.setVisible(one.is_stopped)
        self.stopped.setText(self._stopped(one))
        lines = [
            self._protocol(found),
            self._rules(found),
            *self._on_time(found),
            *self._ended(found),
            *self._arms(found),
        ]
        if found.evenness is not None and not found.place:
            text = self.tr("How evenly the strata answered: R = {r} (1: all alike)")
            lines.append(text.format(r=f"{found.evenness.r:.3f}"))
        self.kept.setText("\n".join(lines))
        self._say_languages(found)

    def _questionnaire(self, one: CampaignFacts) -> str:
        if not one.questionnaire:
            return ""
        titles = self._titles.get(one.questionnaire)
        title = in_language(titles, languages.current()) if titles else one.questionnaire
        return f"{title} v{one.questionnaire_version}"

    def _stopped(self, one: CampaignFacts) -> str:
        if one.stopped_at is None or not one.stopped_why:
            return self.tr("Calling is stopped. Alt+G lets it go on.")
        text = self.tr("Calling is stopped since {time} ({name}): {why}. Alt+G lets it go on.")
        since = f"{one.stopped_at:%Y-%m-%d %H:%M}"
        return text.format(time=since, name=one.stopped_by or presenting.NONE, why=one.stopped_why.rstrip(".。"))

    def _say_languages(self, found: Progress) -> None:
        lines = spoken_words.lines(found.languages, languages.current())
        lines = [self.tr("Cases that wait for somebody who speaks the language:"), *lines] if lines else []
        if found.returns.elsewhere:
            text = self.tr(
                "Called back at another station than their own: {count}; dialed there all the same before its next "
                "sync: {dialed}"
            )
            lines.append(text.format(count=found.returns.elsewhere, dialed=found.returns.dialed_too))
        self.waiting.setVisible(bool(lines) and not self._asked)
        self.waiting.setText("\n".join(lines))

    def _protocol(self, found: Progress) -> str:
        kept = found.kept
        text = self.tr(
            "Protocol kept: {whole} of {cases} cases that ended unanswered (attempts {attempts}, slots {slots}, "
            "evening or day off {home}, days apart {span})"
        )
        return text.format(
            whole=f"{kept.whole:,}", cases=f"{kept.cases:,}", attempts=f"{kept.attempts:,}", slots=f"{kept.slots:,}",
            home=f"{kept.at_home:,}", span=f"{kept.span:,}",
        )  # fmt: skip

    def _rules(self, found: Progress) -> str:
        others = presenting.rules(found.policy, languages.current())
        one = self.tr("{rule} {value} (usually {usual})")
        said = [one.format(rule=name, value=f"{now:,}", usual=f"{usual:,}") for name, now, usual in others]
        text = self.tr("Rules of calling: {rules}; all else as usual").format(rules=" · ".join(said))
        return text if said else self.tr("Rules of calling: as usual")

    def _on_time(self, found: Progress) -> list[str]:
        one = found.punctuality
        text = self.tr("Appointments kept on time: {kept} of {due} ({share}; goal at least {goal})")
        shares = {"share": presenting.percent(one.share), "goal": presenting.percent(GOAL)}
        return [text.format(kept=f"{one.on_time:,}", due=f"{one.due:,}", **shares)] if one.due else []

    def _ended(self, found: Progress) -> list[str]:
        said = presenting.referred(found, languages.current())
        return [self.tr("Ended by a supervisor as they stood: {codes}").format(codes=said)] if said else []

    def _arms(self, found: Progress) -> list[str]:
        language = languages.current()
        said = [
            f"{wording.label('arm', one.arm, language)}: "
            f"{presenting.percent(one.contacts / one.dials if one.dials else None)} ({one.contacts:,}/{one.dials:,})"
            for one in found.arms
        ]
        line = self.tr("Contacts by the way of choosing: {arms}; {apart}")
        return [line.format(arms=" · ".join(said), apart=self._apart(found))] if said else []

    def _apart(self, found: Progress) -> str:
        """Return by how much what was learned reaches more people than calling in turn."""
        gap = found.gap
        if gap is None:
            return self.tr("too few dials to compare them (at least {least} of each)").format(least=SUPPRESSED_BELOW)
        points = [f"{100 * one:+.1f}" for one in (gap.estimate, gap.low, gap.high)]
        return self.tr("difference {gap} points (95 % interval {low} to {high})").format(
            gap=points[0], low=points[1], high=points[2]
        )
