"""Jobs for tests whose widgets live on for a while after the test."""

from app.ui.kit.jobs import Jobs


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
