"""What services reach of the world by name, for one open installation. Most of it is made when it is first used."""

from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.outside import key_locks, system, table_doors
from app.outside.hub_door import HubDoor
from app.outside.later import Later
from app.outside.public_holidays import HolidayPlaces, public_holidays

if TYPE_CHECKING:
    from app.outside.secrets import Keys, KeyStore
    from app.services.office import Office


def of_installation(keys: "Keys", database: Path, documents: Path, copies: Path) -> dict[str, Any]:
    """Return what needs the keys of an installation alone, and what everybody may use: paper, tables, voice."""
    return {
        "center_secret": keys.center,
        "holidays": public_holidays,
        "holiday_places": HolidayPlaces(),
        "enrollment": Later(partial(_enrollment, database, keys)),
        "documents": Later(partial(_documents, documents, copies, keys)),
        "voice": Later(_voice),
        "give_back_memory": system.give_back_memory,
        **table_doors.DOORS,
    }


def of_office(office: "Office", program: str, database: Path, store: "KeyStore") -> dict[str, Any]:
    """Return what an open office needs of its hub, or instead of a line to it, and of the keys of its database.

    ``program`` is the version that the hub is told.
    """
    return {
        "sync": HubDoor(office, program),
        "claims": Later(partial(_claims, office)),
        "objects": Later(_objects),
        "bundles": Later(_bundles),
        "former_keys": Later(partial(_former_keys, database, store)),
        "escrow": Later(partial(_escrow, database, store)),
        "key_stays": partial(_staying, database),
    }


def _staying(database: Path) -> AbstractContextManager[None]:
    return key_locks.staying(database)


def _enrollment(database: Path, keys: "Keys") -> Any:
    from app.outside.enrollment import StationEnrollment

    return StationEnrollment(database, keys)


def _documents(folder: Path, copies: Path, keys: "Keys") -> Any:
    from app.outside.document_files import DocumentFiles

    return DocumentFiles(folder, copies, keys.documents)


def _voice() -> Any:
    from app.outside.speech import Voice

    return Voice()


def _claims(office: "Office") -> Any:
    from app.outside.hub_claims import HubClaims

    return HubClaims(office)


def _objects() -> Any:
    from app.outside.hub_objects import ObjectDoor

    return ObjectDoor()


def _bundles() -> Any:
    from app.outside import bundle_files

    return bundle_files


def _former_keys(database: Path, store: "KeyStore") -> Any:
    from app.outside.former_keys import FormerKeys

    return FormerKeys(database, store)


def _escrow(database: Path, store: "KeyStore") -> Any:
    from app.outside.key_escrow import KeyEscrow

    return KeyEscrow(database, store)
