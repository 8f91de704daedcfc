"""What there is to see of the chosen campaign: how far it has come, and what came of it."""

from PySide6.QtCore import QEvent, QSignalBlocker, Signal
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from app.models.campaigns import CampaignFacts
from app.services import campaign_progress
from app.services.campaign_progress import Progress
from app.ui.kit import languages, theme
from app.ui.kit.jobs import Jobs
from app.ui.panes.campaigns import asking, asking_results
from app.ui.panes.campaigns.monitor import Monitor
from app.ui.panes.campaigns.opinions_page import OpinionsPage
from app.ui.panes.campaigns.results_page import ResultsPage
from app.ui.panes.campaigns.sheets_page import SheetsPage


class CampaignPages(QWidget):
    """``told(text)``, ``refused(error)``; ``turned()`` another page is shown."""

    told = Signal(str)
    refused = Signal(object)
    turned = Signal()

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._campaign: CampaignFacts | None = None
        self._build()
        self._connect()
        self.retranslate()

    @property
    def page(self) -> str:
        """Return which page is shown."""
        return list(self._pages)[self.tabs.currentIndex()]

    def show_campaign(self, one: CampaignFacts) -> None:
        """Ask for what the page shows of a campaign."""
        self._campaign = one
        if self.page == "results":
            self.results.show_campaign(one.id)
        elif self.page == "opinions":
            self.opinions.show_campaign(one)
        elif self.page == "sheets":
            self.sheets.show_campaign(one)
        else:
            self._ask_progress("")

    def show_page(self, name: str) -> None:
        """Turn to a page."""
        self.tabs.setCurrentIndex(list(self._pages).index(name))

    def show_opinions(self) -> None:
        """Turn to the opinions, and give them the keyboard."""
        self._enter("opinions")

    def show_sheets(self) -> None:
        """Turn to the sheets, and give them the keyboard."""
        self._enter("sheets")
        self.sheets.take_keyboard()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        texts = {
            "progress": self.tr("Progress"),
            "results": self.tr("Results"),
            "opinions": self.tr("Opinions"),
            "sheets": self.tr("Sheets"),
        }
        for place, name in enumerate(self._pages):
            self.tabs.setTabText(place, texts[name])
        self.tabs.setAccessibleName(self.tr("What is shown of the campaign"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self.tabs = QTabBar(self)
        self.tabs.setObjectName("campaigns.tabs")
        self.tabs.setExpanding(False)
        self.monitor, self.results = Monitor(self), ResultsPage(self._jobs, self)
        self.opinions, self.sheets = OpinionsPage(self._jobs, self), SheetsPage(self._jobs, self)
        self._pages: dict[str, QWidget] = {
            "progress": self.monitor,
            "results": self.results,
            "opinions": self.opinions,
            "sheets": self.sheets,
        }
        self._stack = QStackedWidget(self)
        for page in self._pages.values():
            self.tabs.addTab("")
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.of_app().px("pad"))
        column.addWidget(self.tabs)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._turn)
        self.monitor.place_wanted.connect(self._ask_progress)
        for page in (self.results, self.opinions, self.sheets):
            page.told.connect(self.told)
            page.refused.connect(self.refused)

    def _enter(self, name: str) -> None:
        """Turn to a page with the keyboard, wherever that was: at the tabs, or on this page already."""
        with QSignalBlocker(self.tabs):
            self.show_page(name)
        self._show(entered=True)

    def _turn(self, _place: int) -> None:
        self._show(entered=not self.tabs.hasFocus())  # who walks along the tabs goes on

    def _show(self, *, entered: bool) -> None:
        self._stack.setCurrentIndex(self.tabs.currentIndex())
        if entered:  # a tab takes no keyboard from the mouse, and what had it is hidden by now
            self.tabs.setFocus()
        self.opinions.take_keyboard(wanted=entered and self.page == "opinions")
        if self._campaign is not None:
            self.show_campaign(self._campaign)
        self.turned.emit()

    def _ask_progress(self, place: str) -> None:
        if self._campaign is None:
            return
        self._jobs.ask(asking_results.names, key="names", done=self.monitor.name_places, language=languages.current())
        self._jobs.ask(asking.titles, key="titles", done=self.monitor.name_questionnaires)
        self._jobs.ask(
            campaign_progress.progress, key="progress", done=self._progress, failed=self.refused.emit,
            campaign=self._campaign.id, place=place,
        )  # fmt: skip

    def _progress(self, found: Progress) -> None:
        self.monitor.show_progress(found)
