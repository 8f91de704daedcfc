"""What the boards ask and tell the services: all that is to be done in one visit, and what becomes of a proposal."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

from app.models.accounts import Permission
from app.models.script_searches import ProposalKind
from app.services import script_boards, script_gaps, script_proposals
from app.services.office import View, Work
from app.services.script_boards import Expiring, Waiting
from app.services.script_gaps import Gap, Proposal
from app.services.script_proposals import OpenProposal

#: What ends or is due for review within this time is to be done already.
WITHIN = timedelta(days=30)


@dataclass(frozen=True)
class ToDo:
    """Everything that is to be done about the library, as far as the person may see to it."""

    waiting: list[Waiting]
    expiring: list[Expiring]
    gaps: list[Gap]
    phrasings: list[Proposal]
    proposed: list[OpenProposal]
    may_write: bool
    may_approve: bool
    now: datetime
    zone: tzinfo

    @property
    def count(self) -> int:
        """How much there is."""
        lists = (self.waiting, self.expiring, self.gaps, self.phrasings, self.proposed)
        return sum(len(one) for one in lists)

    @property
    def boards(self) -> tuple[str, ...]:
        """The boards that this person may see to."""
        sees = {
            "review": self.may_approve,
            "expiring": self.may_write or self.may_approve,
            "gaps": self.may_write,
            "phrasings": self.may_write,
        }
        return tuple(name for name, may in sees.items() if may)

    @property
    def today(self) -> date:
        """The day at the center."""
        return self.now.astimezone(self.zone).date()


def to_do(view: View) -> ToDo:
    """Return what is to be done; lists that are not this person's are empty. Raises ``NotAllowed``."""
    person = view.require(Permission.READ_SCRIPTS)
    writes, approves = person.may(Permission.WRITE_SCRIPTS), person.may(Permission.APPROVE_SCRIPTS)
    return ToDo(
        script_boards.waiting_for_review(view) if approves else [],
        script_boards.expiring(view, within=WITHIN) if writes or approves else [],
        script_gaps.gaps(view) if writes else [],
        script_gaps.proposed_phrasings(view) if writes else [],
        script_proposals.open_proposals(view) if writes else [],
        writes,
        approves,
        view.now,
        ZoneInfo(view.settings.time_zone),
    )


def add_phrasing(work: Work, script: str, words: str) -> int:
    """Add a phrasing to a script and return the number of the new version. Raises as ``accept_phrasing``."""
    return script_gaps.accept_phrasing(work, script, words)


def close_gap(work: Work, script: str, words: str) -> int:
    """Say which script answers a gap: it learns the words, and the gap is put aside. Raises as ``accept_phrasing``."""
    number = script_gaps.accept_phrasing(work, script, words)
    script_gaps.dismiss(work, ProposalKind.GAP, words)
    return number


def dismiss(work: Work, kind: ProposalKind, words: str, script: str | None) -> None:
    """Put a proposal aside. Raises ``FieldMissing``."""
    # "key" is a parameter of Jobs.
    script_gaps.dismiss(work, kind, words, key=script)


def restore(work: Work, kind: ProposalKind, words: str, script: str | None) -> None:
    """List a proposal again that was put aside. Raises ``FieldMissing``."""
    script_gaps.restore(work, kind, words, key=script)
