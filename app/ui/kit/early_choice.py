"""An Enter that comes before the answer to what was typed: it is for the answer, not for what still shows."""


class EarlyChoice:
    """Follows one search line whose results come later. Fast hands press Enter before they are there: opening the best
    of the former results would show a wrong answer, and doing nothing would lose the key.
    """

    def __init__(self) -> None:
        self._waiting = self._entered = False

    def asked(self) -> None:
        """Note that another text was asked for; an Enter before it was for the text before."""
        self._waiting, self._entered = True, False

    def entered(self) -> bool:
        """Take an Enter; return whether what shows is the answer and can be opened now."""
        self._entered = self._waiting
        return not self._waiting

    def answered(self) -> bool:
        """Note that the answer shows; return whether Enter was pressed for it before."""
        wanted = self._entered
        self._waiting = self._entered = False
        return wanted
