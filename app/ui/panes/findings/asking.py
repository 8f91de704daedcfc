"""What the pane asks in one go."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from app.models.accounts import Permission
from app.models.findings import FindingState
from app.services import finding_ledger, finding_remeasures, units
from app.services.finding_ledger import FindingDetail
from app.services.finding_remeasures import NothingToMeasure, Remeasured
from app.services.office import View
from app.ui.panes.findings import presenting


@dataclass(frozen=True)
class Ledger:
    """What stands around the list: how much is open and late, institutions to choose from.

    ``works``: the person keeps the ledger; ``plans``: they may plan campaigns; ``owners`` have measures of open ones.
    """

    now_at: datetime
    zone: ZoneInfo
    open: int
    late: int
    institutions: tuple[tuple[str, str], ...]
    works: bool
    plans: bool = False
    owners: tuple[str, ...] = ()


def ledger(view: View, language: str) -> Ledger:
    """Return everything around the list, in the language of the window."""
    open_now, late = finding_ledger.counts(view)
    places = [
        (one.code, one.name if language.startswith("zh") else one.name_en or one.name)
        for one in units.list_units(view, active_only=True)
    ]
    return Ledger(
        view.now,
        ZoneInfo(view.settings.time_zone),
        open_now,
        late,
        tuple(places),
        view.person.may(Permission.WORK_FINDINGS),
        view.person.may(Permission.REASSIGN_INQUIRIES),
        tuple(finding_ledger.owners(view)),
    )


@dataclass(frozen=True)
class Shown:
    """One finding, the steps that whoever asks may take, and how it was measured again; None where it cannot be."""

    detail: FindingDetail
    steps: tuple[FindingState, ...]
    again: Remeasured | None = None


def shown(view: View, finding: bytes, language: str) -> Shown:
    """Return one finding as its card shows it. Raises ``RecordGone``."""
    detail = finding_ledger.detail(view, finding, language=language)
    person = view.person
    steps = presenting.steps(detail.line.finding, person, works=person.may(Permission.WORK_FINDINGS))
    return Shown(detail, steps, _again(view, finding))


def _again(view: View, finding: bytes) -> Remeasured | None:
    try:
        return finding_remeasures.remeasured(view, finding)
    except NothingToMeasure:
        return None
