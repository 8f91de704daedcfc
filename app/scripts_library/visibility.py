"""What a version is at a moment. Computed from its state and its times, never stored."""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

from app.scripts_library.script import Script, State


class Standing(StrEnum):
    """What people see: live and review-due versions are given to callers, all others are not."""

    DRAFT = "draft"
    REVIEW = "review"
    COMING = "coming"
    LIVE = "live"
    REVIEW_DUE = "review_due"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"


_UNDECIDED = {State.DRAFT: Standing.DRAFT, State.REVIEW: Standing.REVIEW, State.WITHDRAWN: Standing.WITHDRAWN}


def standing(script: Script, at: datetime) -> Standing:
    """What the version was at a moment: now in a conversation, the conversation's start in quality review."""
    if script.state is not State.APPROVED:
        return _UNDECIDED[script.state]
    if script.effective_to is not None and script.effective_to <= at:
        return Standing.EXPIRED
    if script.effective_from is not None and at < script.effective_from:
        return Standing.COMING
    due = script.review_due_on
    is_due = script.doubted_on is not None or (due is not None and due < at.date())
    return Standing.REVIEW_DUE if is_due else Standing.LIVE


def is_visible(script: Script, at: datetime) -> bool:
    """Whether the version may be given to a caller at a moment."""
    return standing(script, at) in (Standing.LIVE, Standing.REVIEW_DUE)


def version_at(versions: Iterable[Script], at: datetime) -> Script | None:
    """Of the versions of one script the one that was valid at a moment; the newest if the rules were broken."""
    visible = [version for version in versions if is_visible(version, at)]
    return max(visible, key=lambda version: version.version, default=None)


def overlap(one: Script, other: Script) -> bool:
    """Whether two approved versions are valid at the same time."""
    if one.state is not State.APPROVED or other.state is not State.APPROVED:
        return False
    return _before(one.effective_from, other.effective_to) and _before(other.effective_from, one.effective_to)


def _before(start: datetime | None, end: datetime | None) -> bool:
    return start is None or end is None or start < end
