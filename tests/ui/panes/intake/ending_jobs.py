"""Jobs for tests whose widgets live on for a while after the test."""

from sqlcipher3.dbapi2 import ProgrammingError

from app.ui.kit.jobs import Jobs


class ClosedOffice:
    """An office whose database may be closed: a widget left behind hears of another language, and asks for its unit."""

    def __init__(self, office):
        self._office = office

    def __getattr__(self, name):
        return getattr(self._office, name)

    def ask(self, question, **arguments):
        """Answer what needs no database, and nothing else once it is closed."""
        try:
            return self._office.ask(question, **arguments)
        except ProgrammingError:
            return ()


class EndingJobs(Jobs):
    """Jobs that say nothing to timers of widgets which the test has left behind."""

    over = False

    def do(self, command, **arguments):
        if not self.over:
            super().do(command, **arguments)

    def ask(self, question, **arguments):
        if not self.over:
            super().ask(question, **arguments)

    def close(self):
        self.over = True
        super().close()
        self.office = ClosedOffice(self.office)
