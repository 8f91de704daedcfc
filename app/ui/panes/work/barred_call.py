"""What may be done with a call that we owe, and one to somebody who asked never to be called, which nobody makes."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.models.accounts import Permission
from app.services.worklists import Desk, OwedCall


class BarredCall(QWidget):
    """The list that inherits it has a chosen call. ``barred_wanted(text, caller, callback id)`` is for the shell."""

    barred_wanted = Signal(str, object, object)
    _desk: Desk | None = None
    _call: OwedCall | None = None

    def may_call(self) -> bool:
        """Whether a call is chosen whose person has not asked never to be called, and who sits here takes contacts."""
        return self._call is not None and not self._call.never_call and self._person_may(Permission.TAKE_CONTACTS)

    def may_settle(self) -> bool:
        """Whether a call is chosen and who sits here may say what became of it."""
        return self._call is not None and self._person_may(Permission.WORK_INQUIRIES)

    def may_copy(self) -> bool:
        """Whether a call is chosen whose number stands here whole: stars are of no use to a telephone."""
        return self._call is not None and "*" not in self._call.number

    def may_lift(self) -> bool:
        """Whether the chosen call is of somebody who asked never to be called, and the person may lift that."""
        return self._call is not None and self._call.never_call and self._person_may(Permission.LIFT_DO_NOT_CALL)

    def show_barred(self) -> None:
        """Let the shell show what the person of the chosen call said of never being called."""
        if self._call is not None and self.may_lift():
            one = self._call.callback
            self.barred_wanted.emit(one.caller_name or self._call.number, one.caller, one.id)

    def _person_may(self, permission: Permission) -> bool:
        return self._desk is not None and self._desk.person.may(permission)
