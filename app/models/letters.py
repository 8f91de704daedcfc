"""A letter that came in writing: what a file of it says about itself."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Letter:
    """What the letter says. ``sender`` is name and address as written; ``received_at`` is None when it does not say.

    ``attachments`` are names only; they stay in the file.
    """

    subject: str
    sender: str
    sender_address: str
    received_at: datetime | None
    text: str
    attachments: tuple[str, ...] = ()
