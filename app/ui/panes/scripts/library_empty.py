"""What stands in the left column where nothing is listed: why, and what to do about it."""

from app.ui.kit.cards import EmptyState


class LibraryEmpty(EmptyState):
    """The empty state of the library, with its words for each reason."""

    def say_nothing_fits(self) -> None:
        """Nothing was found for what stands in the search line."""
        self.show_text(
            self.tr("Nothing fits"),
            self.tr("Use fewer or other words: what a caller would say, pinyin, or the beginning of a word."),
            self.tr("Show all topics"),
        )

    def say_no_flag(self) -> None:
        """Nobody found a mistake that is not mended."""
        self.show_text(
            self.tr("No open flag"),
            self.tr("Whoever finds a mistake in a script flags it, and it appears here."),
            self.tr("Show all topics"),
        )

    def say_no_script(self, may_write: bool) -> None:
        """There is no script at all."""
        if may_write:
            self.show_text(
                self.tr("The library is empty"),
                self.tr("Take in scripts from Markdown, Excel, CSV or JSON Lines files."),
                self.tr("Import files…"),
            )
        else:
            self.show_text(
                self.tr("The library is empty"),
                self.tr("A trainer takes scripts in; then they appear here."),
                self.tr("Look again"),
            )
