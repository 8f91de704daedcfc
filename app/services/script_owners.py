"""Who writes the next version of a script: anybody who may, or where it is restricted its owner alone."""

from app.models.accounts import Permission
from app.models.script_life import OwnerOnly
from app.scripts_library.script import Governance, Script
from app.services.office import View
from app.store import accounts as people


def refuse_others(view: View, script: Script) -> None:
    """Raise ``OwnerOnly`` where a script is restricted and somebody else than its owner wants to write it.

    An owner who writes no scripts any more, or never had an account, keeps nobody out.
    """
    if script.governance is not Governance.RESTRICTED or script.owner == view.person.name:
        return
    found = people.by_name(view.rows, script.owner)
    if found is not None and found[0].may(Permission.WRITE_SCRIPTS):
        raise OwnerOnly(key=script.key, owner=found[0].display)
