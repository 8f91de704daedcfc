"""A key that comes before the answer to what was typed: it is for the answer, not for what still shows."""


class EarlyChoice:
    """Follows one search line whose results come later. Fast hands choose before they are there: opening one
    of the former results would show a wrong answer, and doing nothing would lose the key.
    """

    def __init__(self) -> None:
        self._waiting, self._place = False, -1

    @property
    def chosen(self) -> bool:
        """Whether something was chosen of an answer that is still to come."""
        return self._place >= 0

    def asked(self) -> None:
        """Note that another text was asked for; a key before it was for the text before."""
        self._waiting, self._place = True, -1

    def entered(self, place: int = 0) -> bool:
        """Take an Enter, or the key of a place; return whether what shows is the answer and can be opened now."""
        self._place = place if self._waiting else -1
        return not self._waiting

    def answered(self) -> int | None:
        """Note that the answer shows; return the place that was chosen of it before, None where none was."""
        wanted = self._place if self.chosen else None
        self._waiting, self._place = False, -1
        return wanted
