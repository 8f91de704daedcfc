"""What is not here comes from the hub when somebody asks, is what its record says, or is not kept."""

from pathlib import Path

import pytest

from app.models.objects import HubKeepsNoObjects, ObjectBroken, ObjectMissing, framed, in_parts
from app.models.script_documents import DocumentMissing
from app.models.sync_errors import NotEnrolled
from app.outside.document_files import DocumentFiles
from app.services import frame_fetching, frames, object_fetching, script_documents
from app.services.office import Office
from tests.desk import KEY, sign_in
from tests.services.drawing import frame
from tests.services.fetching import NOTICE, Pair, pair
from tests.services.objects_in_memory import Kept

__all__ = ["pair"]


def test_a_document_is_opened_and_saved_where_it_was_never_attached(pair: Pair) -> None:
    sha256 = pair.attach()
    pair.give()
    sign_in(pair.there, "wang")
    with pytest.raises(DocumentMissing):
        pair.there.ask(script_documents.open_copy, sha256)
    assert pair.there.ask(object_fetching.open_document, sha256).read_bytes() == NOTICE
    trips = pair.hub.trips
    pair.there.ask(object_fetching.save_document, sha256, pair.folder / "saved.pdf")
    assert (pair.folder / "saved.pdf").read_bytes() == NOTICE
    assert pair.hub.trips == trips
    assert NOTICE[:40] not in b"".join(one.read_bytes() for one in (pair.folder / "files 1" / "documents").iterdir())


def test_a_document_is_saved_as_soon_as_it_is_asked_for(pair: Pair) -> None:
    sha256 = pair.attach()
    pair.give()
    pair.there.ask(object_fetching.save_document, sha256, pair.folder / "saved.pdf")
    assert (pair.folder / "saved.pdf").read_bytes() == NOTICE


def test_what_the_hub_does_not_have_and_an_older_hub_are_told_apart(pair: Pair) -> None:
    frame(pair.here)
    sha256 = pair.attach()
    pair.hub.old = True
    pair.give()
    with pytest.raises(HubKeepsNoObjects):
        pair.there.ask(frame_fetching.fetch_frame, "2026Q1")
    pair.hub.old = False
    with pytest.raises(ObjectMissing, match="2026Q1"):
        pair.there.ask(frame_fetching.fetch_frame, "2026Q1")
    with pytest.raises(ObjectMissing, match=r"notice\.pdf"):
        pair.there.ask(object_fetching.open_document, sha256)


@pytest.mark.parametrize("part", [b"", b"x" * 500, None])
def test_a_part_that_was_changed_or_is_gone_leaves_nothing(pair: Pair, part: bytes | None) -> None:
    frame(pair.here)
    sha256 = pair.attach()
    pair.give()
    for one in pair.hub.kept.values():
        one.parts = [*one.parts[:-1], part] if part is not None else [*one.parts, b""]
    for question, what in ((frame_fetching.fetch_frame, "2026Q1"), (object_fetching.open_document, sha256)):
        with pytest.raises(ObjectBroken):
            pair.there.ask(question, what)
    assert pair.there.ask(script_documents.check).missing
    assert pair.there.ask(lambda view: view.rows.all("SELECT 1 FROM frame_content LIMIT 1")) == []


def test_rows_that_are_not_those_of_the_record_are_refused_though_the_center_sealed_them(pair: Pair) -> None:
    frame(pair.here)
    rows = pair.here.ask(frames.frames)[0].sha256
    sha256 = pair.attach()
    pair.give()
    seal = pair.hub.seal(KEY)
    other = {seal.name("frame", rows): b"".join(framed([b"no rows"])), seal.name("document", sha256): b"another"}
    for name, content in other.items():
        one = pair.hub.kept[name]
        one.parts = [seal.sealed(name, one.salt, 0, part, is_last=end) for part, end in in_parts([content])]
    for question, what in ((frame_fetching.fetch_frame, "2026Q1"), (object_fetching.fetch_document, sha256)):
        with pytest.raises(ObjectBroken):
            pair.there.ask(question, what)


def test_a_station_without_a_hub_says_so(office: Office, tmp_path: Path) -> None:
    sign_in(office, "li")
    frame(office)
    with pytest.raises(NotEnrolled):
        office.ask(frame_fetching.fetch_frame, "2026Q1")
    office.outside["documents"] = DocumentFiles(tmp_path / "documents", tmp_path / "opened", KEY)
    sign_in(office, "chen")
    (tmp_path / "a.pdf").write_bytes(b"a")
    kept = office.ask(script_documents.take_in, tmp_path / "a.pdf")
    office.do(script_documents.attach, kept)
    next((tmp_path / "documents").iterdir()).unlink()
    with pytest.raises(DocumentMissing):
        office.ask(object_fetching.open_document, kept.sha256)


def test_beside_an_object_that_is_not_what_it_should_be_the_good_one_is_taken(pair: Pair) -> None:
    frame(pair.here)
    sha256 = pair.attach()
    pair.give()
    good, seal, salt = dict(pair.hub.kept), pair.hub.seal(KEY), b"r" * 16
    for name in good:
        pair.hub.kept[name] = Kept(salt, [seal.sealed(name, salt, 0, b"\0\0", is_last=True)], whole=True)
    pair.hub.beside = good
    assert pair.there.ask(object_fetching.open_document, sha256).read_bytes() == NOTICE
    assert pair.there.ask(frame_fetching.fetch_frame, "2026Q1").parts
