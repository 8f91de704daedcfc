"""What ``doctor`` says about keys: who keeps them, which recovery sheet counts, and which copies they open."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from app.cli.words import say, speak

if TYPE_CHECKING:
    from app.bootstrap import House


def findings(house: "House") -> Iterator[tuple[str, str, str]]:
    """Name what was looked at, its state (good, note or bad), and a sentence about it."""
    from app.outside.key_sidecar import RECOVERY, read_sidecar, sidecar_path
    from app.outside.recovery_sheet import name_of_key

    yield "key", "good", say("doctor.key", provider=house.provider)
    sidecar = read_sidecar(sidecar_path(house.office.store.path))
    if sidecar.entry(RECOVERY):
        yield "escrow", "good", say("doctor.escrow", name=name_of_key(sidecar.key_id))
    else:
        yield "escrow", "bad", say("doctor.no_escrow")
    yield from _of_the_center_key(house)
    yield from _of_the_copies(house)


def _of_the_center_key(house: "House") -> Iterator[tuple[str, str, str]]:
    """Say whether the hub has the key, sealed for the center: nothing where it was never asked."""
    from app.services.wording import sentence_of, sentences

    outside: dict[str, Any] = house.office.outside
    failed: dict[str, object] | None = outside["sync"].why_no_key()
    if failed == {}:
        yield "center_key", "good", say("doctor.center_key", fingerprint=outside["escrow"].trusted)
    elif failed is not None:
        why = sentences(sentence_of(str(failed["error"]), failed, speak(None)), speak(None))
        yield "center_key", "note", say("doctor.center_key_waits", why=why)


def _of_the_copies(house: "House") -> Iterator[tuple[str, str, str]]:
    from app.outside import upgrade_copies

    assert house.kept_by is not None
    for one in upgrade_copies.looked_at(house.office.store.path, house.kept_by):
        if not one.opens:
            yield "copy", "note", say("doctor.copy_closed", path=one.path)
        else:
            yield "copy", "good", say("doctor.copy" if one.today else "doctor.copy_former", path=one.path)
