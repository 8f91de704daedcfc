"""What a station has goes to the hub once, goes on after a cut, and comes again where the hub went back."""

from pathlib import Path

import pytest

from app.models import objects as rules
from app.models.ids import derived_id
from app.models.objects import Given
from app.models.sync_errors import HubUnreachable
from app.outside.document_files import DocumentFiles
from app.services import script_documents
from app.services.office import Office
from app.store import objects as stored
from tests.desk import KEY, sign_in
from tests.services.drawing import frame
from tests.services.objects_in_memory import Kept, MemoryObjects, push


@pytest.fixture
def hub(office: Office, tmp_path: Path) -> MemoryObjects:
    """A hub; the desk has documents, and li is signed in."""
    found = MemoryObjects()
    office.outside |= {
        "objects": found,
        "documents": DocumentFiles(tmp_path / "documents", tmp_path / "opened", KEY),
    }
    sign_in(office, "li")
    return found


def _attached(office: Office, tmp_path: Path, content: bytes) -> str:
    sign_in(office, "chen")
    (tmp_path / "notice.pdf").write_bytes(content)
    return office.do(
        script_documents.attach, office.ask(script_documents.take_in, tmp_path / "notice.pdf")
    ).value.sha256


def _unsealed(hub: MemoryObjects, name: bytes) -> bytes:
    seal, one = hub.seal(KEY), hub.kept[name]
    last = len(one.parts) - 1
    parts = [seal.opened(name, one.salt, at, part, is_last=at == last) for at, part in enumerate(one.parts)]
    return b"".join(part for part in parts if part is not None)


def test_a_list_and_a_document_go_once_and_a_sync_without_news_asks_nothing(
    office: Office, hub: MemoryObjects, tmp_path: Path
) -> None:
    frame(office)
    sha256 = _attached(office, tmp_path, b"%PDF" + bytes(600_000))
    heard: list[tuple[str, int]] = []
    given = push(office, lambda phase, done: heard.append((phase, done)))
    assert given == Given(trips=6, objects=2, parts=4)
    assert heard == [("objects", one) for one in range(1, 5)]
    assert _unsealed(hub, hub.seal(KEY).name("document", sha256)) == b"%PDF" + bytes(600_000)
    assert push(office) == Given()
    assert hub.trips == 6


def test_what_was_cut_goes_on_where_the_hub_is(office: Office, hub: MemoryObjects, tmp_path: Path) -> None:
    sha256 = _attached(office, tmp_path, bytes(5 * rules.PART_BYTES))
    hub.room = 2
    with pytest.raises(HubUnreachable):
        push(office)
    name = hub.seal(KEY).name("document", sha256)
    begun = list(hub.kept[name].parts)
    assert len(begun) == 2
    hub.room = -1
    assert push(office) == Given(trips=4, objects=1, parts=3)
    assert hub.kept[name].parts[:2] == begun
    assert _unsealed(hub, name) == bytes(5 * rules.PART_BYTES)


def test_what_somebody_stops_goes_on_with_the_next_sync(office: Office, hub: MemoryObjects, tmp_path: Path) -> None:
    _attached(office, tmp_path, bytes(3 * rules.PART_BYTES))

    def stop(_phase: str, done: int) -> None:
        if done == 1:
            raise HubUnreachable(reason="stopped")

    with pytest.raises(HubUnreachable):
        push(office, stop)
    assert push(office) == Given(trips=3, objects=1, parts=2)


def test_a_sync_gives_so_many_parts_and_the_next_goes_on(office: Office, hub: MemoryObjects, tmp_path: Path) -> None:
    sha256 = _attached(office, tmp_path, bytes(5 * rules.PART_BYTES))
    _attached(office, tmp_path, b"another")
    assert push(office, parts=3) == Given(trips=4, parts=3, left=2)
    assert push(office, parts=2) == Given(trips=3, objects=1, parts=2, left=1)
    assert _unsealed(hub, hub.seal(KEY).name("document", sha256)) == bytes(5 * rules.PART_BYTES)
    assert push(office, parts=3) == Given(trips=2, objects=1, parts=1)


def test_a_comparison_finds_what_the_hub_lost_and_gives_it_again(office: Office, hub: MemoryObjects) -> None:
    frame(office)
    push(office)
    assert push(office, check=True) == Given(trips=1)
    hub.kept.clear()
    hub.uses.clear()
    assert push(office) == Given()
    assert push(office, check=True) == Given(trips=3, objects=1, parts=1)
    assert [one.whole for one in hub.kept.values()] == [True]


def test_an_older_hub_takes_nothing_and_the_sync_says_how_much_waits(office: Office, hub: MemoryObjects) -> None:
    frame(office)
    hub.old = True
    assert push(office) == Given(waiting=1)
    hub.old = False
    assert push(office).objects == 1


def test_one_content_of_two_frames_is_given_once_and_named_by_both(office: Office, hub: MemoryObjects) -> None:
    ids = {frame(office), frame(office, "again")}
    assert push(office).objects == 1
    assert hub.uses.keys() == ids
    assert len(hub.kept) == 1


def test_what_another_station_gave_meanwhile_and_what_was_redacted_is_left(office: Office, hub: MemoryObjects) -> None:
    kept = frame(office)
    hub.gone.add(kept)
    assert push(office) == Given(trips=1)
    assert hub.kept == {}
    frame(office, "other")
    hub.out_of_step = 2
    assert push(office).objects == 0
    assert push(office).objects == 1


@pytest.mark.parametrize("content", [b"", b"one that is no such notice", bytes(rules.PART_BYTES) + b"notice"])
def test_what_somebody_gave_under_the_name_of_a_content_is_read_before_it_is_believed(
    office: Office, hub: MemoryObjects, tmp_path: Path, content: bytes
) -> None:
    sha256 = _attached(office, tmp_path, bytes(2 * rules.PART_BYTES) + b"notice")
    seal, name, salt = hub.seal(KEY), hub.seal(KEY).name("document", sha256), b"r" * rules.SALT_BYTES
    sealed = [
        seal.sealed(name, salt, at, part, is_last=end) for at, (part, end) in enumerate(rules.in_parts([content]))
    ]
    hub.kept[name] = Kept(salt, sealed, whole=True)
    assert push(office).objects == 1
    hub.kept[name] = hub.beside[name]
    assert _unsealed(hub, name) == bytes(2 * rules.PART_BYTES) + b"notice"


def test_what_an_older_program_took_for_given_is_read_once(office: Office, hub: MemoryObjects, tmp_path: Path) -> None:
    """It believed whatever whole object was there under the name of its content."""
    well = _attached(office, tmp_path, b"given by itself")
    push(office)
    ill = _attached(office, tmp_path, b"notice")
    seal, name, salt = hub.seal(KEY), hub.seal(KEY).name("document", ill), b"r" * rules.SALT_BYTES
    hub.kept[name] = Kept(salt, [seal.sealed(name, salt, 0, b"another", is_last=True)], whole=True)
    with office.store.write("") as tx:
        stored.salt_of(tx, derived_id("script_document", ill), b"o" * rules.SALT_BYTES)
        tx.connection.execute("UPDATE hub_object SET whole = 1")
    assert push(office).objects == 1
    assert _unsealed(hub, hub.seal(KEY).name("document", well)) == b"given by itself"
    assert [name] == list(hub.beside)
    hub.kept[name] = hub.beside[name]
    assert _unsealed(hub, name) == b"notice"
    assert push(office) == Given()


def test_what_another_station_gave_well_is_not_given_again(office: Office, hub: MemoryObjects, tmp_path: Path) -> None:
    sha256 = _attached(office, tmp_path, bytes(rules.PART_BYTES) + b"notice")
    push(office)
    with office.store.write("") as tx:
        tx.connection.execute("DELETE FROM hub_object")
    assert push(office) == Given(trips=3)
    assert (push(office), hub.beside, len(hub.kept)) == (Given(), {}, 1)
    assert _unsealed(hub, hub.seal(KEY).name("document", sha256)).endswith(b"notice")


def test_a_damaged_document_keeps_nothing_else_back(office: Office, hub: MemoryObjects, tmp_path: Path) -> None:
    _attached(office, tmp_path, b"a notice")
    (sealed,) = (tmp_path / "documents").iterdir()
    sealed.write_bytes(sealed.read_bytes()[:-1] + b"x")
    sign_in(office, "li")
    kept = frame(office)
    assert push(office).objects == 1
    assert [about for about in hub.uses if hub.of(about)] == [kept]


def test_an_office_without_a_way_to_objects_gives_none(office: Office) -> None:
    assert push(office) == Given()
