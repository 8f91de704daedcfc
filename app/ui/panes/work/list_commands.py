"""The methods behind the commands of the list: its filters, its saved views, its marked lines."""

from PySide6.QtWidgets import QTabBar, QWidget

from app.ui.panes.work.listing import InquiryList


class ListCommands(QWidget):
    """What the command table of the list calls. Whoever inherits it builds ``list`` and the tabs over it."""

    list: InquiryList
    _tabs: QTabBar

    def focus_search(self) -> None:
        """Go to the search line."""
        self._tabs.setCurrentIndex(0)
        self.list.filters.focus_search()

    def go_marked(self) -> None:
        """Go to what can be done with the marked inquiries."""
        self.list.marked.setFocus()

    def has_marked(self) -> bool:
        """Whether inquiries are marked."""
        return self.list.marked.isVisible()

    def open_views(self) -> None:
        """Open the menu of saved views."""
        self._tabs.setCurrentIndex(0)
        self.list.filters.views.open_menu()

    def save_view(self) -> None:
        """Ask under which name the filters of now are kept."""
        self._tabs.setCurrentIndex(0)
        self.list.filters.views.ask_name()
