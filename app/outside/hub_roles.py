"""Logins at the hub that are no stations: the projector, and readers of the published tables."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from app.outside.hub_setup import administered, hub_id_of, make_login

_LOGIN = "onewindow_"


class Task(StrEnum):
    """What such a login may do."""

    PROJECTOR = "projector"  # keep the published tables
    READER = "reader"  # read the columns that tell nothing about people
    READER_NAMED = "reader_named"  # read every published column


@dataclass(frozen=True)
class Admitted:
    """A login that was made. Its password is kept nowhere."""

    who: str
    password: str = field(repr=False)


def admit(place: str, task: Task, centers: Sequence[str] = ()) -> Admitted:
    """Make a login of least privilege. ``centers`` are those whose rows a reader sees; none means all."""
    who = f"{_LOGIN}{task.value}_{secrets.token_hex(4)}"
    password = secrets.token_urlsafe(24)
    with administered(place) as connection:
        hub_id_of(connection)
        make_login(connection, who, password, f"onewindow_{task.value}")
        if task is not Task.PROJECTOR:
            for center in centers or ("*",):
                connection.execute("INSERT INTO hub.reader (who, center) VALUES (%s, %s)", (who, center))
    return Admitted(who, password)
