"""Frames: lists of people from which a sample is drawn, as they were handed over, and never changed afterwards.

A frame is one fact, known by the SHA-256 of its rows. The rows are content, not records: they are kept in packed parts
of some thousand on the station that read them, and sealed at the hub, so that no other station holds a list of people.
"""

import base64
import json
import re
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from enum import StrEnum
from json.encoder import encode_basestring as quoted

from app.models.journal import Entity, Field, Kind
from app.models.sampling import Encounter

#: Rows of one part.
PART = 2000


class FrameField(StrEnum):
    """What a column of a frame can say."""

    ENCOUNTER = "encounter"
    NAME = "name"
    PHONE = "phone"
    PHONE2 = "phone2"
    ID_NUMBER = "id_number"
    SEX = "sex"
    BORN_ON = "born_on"
    AGE = "age"
    INSTITUTION = "institution"
    DEPARTMENT = "department"
    ADMITTED_ON = "admitted_on"
    DISCHARGED_ON = "discharged_on"
    VISITED_ON = "visited_on"
    LEFT_AS = "left_as"
    NO_PUBLICITY = "no_publicity"
    HOSPICE = "hospice"
    PRISONER = "prisoner"
    DIAGNOSIS = "diagnosis"
    HOME_COUNTRY = "home_country"
    ADMISSION = "admission"
    AREA = "area"
    ROW = "row"  # what concerns a row as a whole; no column says it


#: What columns can say.
COLUMNS = tuple(one for one in FrameField if one is not FrameField.ROW)


class FrameReason(StrEnum):
    """Why a row of a frame was not taken."""

    PHONE_MISSING = "phone_missing"
    PHONE_BAD = "phone_bad"
    PHONE_NO_AREA = "phone_no_area"
    PHONE_ROUNDED = "phone_rounded"
    UNDER_AGE = "under_age"
    NEWBORN = "newborn"
    DIED = "died"
    NO_NIGHT = "no_night"
    NO_PUBLICITY = "no_publicity"
    HOSPICE = "hospice"
    NURSING_HOME = "nursing_home"
    PRISONER = "prisoner"
    PSYCHIATRIC = "psychiatric"
    FOREIGN_ADDRESS = "foreign_address"
    FLAG_UNCLEAR = "flag_unclear"
    INSTITUTION_MISSING = "institution_missing"
    INSTITUTION_UNKNOWN = "institution_unknown"
    INSTITUTION_ZEROS = "institution_zeros"
    DATE_BAD = "date_bad"
    DATES_REVERSED = "dates_reversed"
    IN_THE_FUTURE = "in_the_future"
    DUPLICATE = "duplicate"
    DO_NOT_CALL = "do_not_call"
    COOL_OFF = "cool_off"
    HEADING_AGAIN = "heading_again"
    NUMBER_ROUNDED = "number_rounded"
    BAD_BYTES = "bad_bytes"
    QUOTE_OPEN = "quote_open"
    TOO_MANY_CELLS = "too_many_cells"
    # of the table as a whole: remarks, no refusals
    DIAGNOSES_UNCODED = "diagnoses_uncoded"
    AGE_UNKNOWN = "age_unknown"
    AREA_ZERO_LOST = "area_zero_lost"
    ZEROS_LOST = "zeros_lost"
    TWO_HEADINGS = "two_headings"
    FILLED_DOWN = "filled_down"
    INSTITUTIONS_TAKEN = "institutions_taken"

    @property
    def code(self) -> str:
        """Return the disposition of whoever is listed and not to be asked, "" where the row itself is to be mended."""
        return _CODES.get(self, "")


#: HCAHPS counts 241 as 2 and the others as 3 (ineligible); 234 is left out because the person asked for it.
_CODES = {
    **dict.fromkeys(
        (
            FrameReason.UNDER_AGE, FrameReason.NEWBORN, FrameReason.NO_NIGHT, FrameReason.NO_PUBLICITY,
            FrameReason.HOSPICE, FrameReason.NURSING_HOME, FrameReason.PRISONER, FrameReason.PSYCHIATRIC,
            FrameReason.FOREIGN_ADDRESS,
        ),
        "402",
    ),
    FrameReason.DIED: "241",
    FrameReason.DUPLICATE: "403",
    FrameReason.COOL_OFF: "402",
    FrameReason.DO_NOT_CALL: "234",
}  # fmt: skip


class FrameKind(StrEnum):
    """Whom a frame lists."""

    INPATIENT = "inpatient"
    OUTPATIENT = "outpatient"


@dataclass(frozen=True, slots=True)
class FrameRow:
    """One encounter. ``person`` is a keyed hash, ``phones`` are E.164; days are ISO texts, "" where not known.

    ``institution`` is the code of a unit. The identity number itself is not kept. ``former`` is the key under which
    former programs knew the person, who hashed the birthday as it is written; "" where it is the same.
    """

    encounter: str
    person: str
    name: str
    phones: tuple[str, ...]
    sex: str
    age: int | None
    institution: str
    department: str
    admitted_on: str
    discharged_on: str
    visited_on: str
    line: int
    #: ``emergency`` or ``planned``, ``urban`` or ``rural``; "" where not known.
    admission: str = ""
    area: str = ""
    former: str = ""

    @property
    def keys(self) -> tuple[str, ...]:
        """Return what cases and facts may know the person by: the key, the former one, and the numbers."""
        return (self.person, self.former, *self.phones) if self.former else (self.person, *self.phones)

    @property
    def day(self) -> str:
        """Return the day that counts: of the discharge, else of the visit."""
        return self.discharged_on or self.visited_on

    def about(self, kind: FrameKind) -> dict[str, str]:
        """Return the fields that an interview may look at, without the empty ones."""
        stay = ""
        if self.admitted_on and self.discharged_on:
            stay = str((date.fromisoformat(self.discharged_on) - date.fromisoformat(self.admitted_on)).days)
        found = {
            "institution": self.institution,
            "department": self.department,
            "sex": self.sex,
            "age": "" if self.age is None else str(self.age),
            "admitted_on": self.admitted_on,
            "discharged_on": self.discharged_on,
            "visited_on": self.visited_on,
            "stay_days": stay,
            "kind": kind.value,
            "admission": self.admission,
            "area": self.area,
        }
        return {name: value for name, value in found.items() if value}


@dataclass(frozen=True)
class Frame:
    """A frame as it was kept: what it is called, where it came from, its hash, and how many rows it has."""

    id: bytes
    name: str
    kind: FrameKind
    source: str
    sha256: str
    rows: int
    refused: int
    groups: int
    at: datetime
    #: Whether its rows are on this station.
    here: bool = True
    #: Whether the hub has them, as far as it told this station.
    at_hub: bool = False


FRAME = Entity(
    "frame",
    (
        Field("name", Kind.FACT),
        Field("kind", Kind.FACT),
        Field("source", Kind.FACT),
        Field("sha256", Kind.FACT),
        Field("rows", Kind.FACT, "INTEGER"),
        Field("refused", Kind.FACT, "INTEGER"),
        Field("groups", Kind.FACT, "INTEGER"),
        Field("report", Kind.FACT, "JSON"),
        Field("at", Kind.FACT),
        Field("by", Kind.FACT, "REF"),
    ),
    fact=True,
)
#: How programs before schema step 62 kept rows: as records. They are read, and moved (``services.frame_contents``).
FRAME_PART = Entity(
    "frame_part",
    (
        Field("frame", Kind.FACT, "REF"),
        Field("number", Kind.FACT, "INTEGER"),
        Field("content", Kind.FACT),
    ),
    fact=True,
)


def written(row: FrameRow) -> bytes:
    """Return a row as it is hashed and kept: one JSON list. Put together by hand: it is done once a row.

    Most rows hold nothing that JSON escapes: then there are as many quotation marks as texts have ends.
    """
    age, phones = "null" if row.age is None else row.age, row.phones
    made = (
        f'["{row.encounter}","{row.person}","{row.name}",["{_BETWEEN.join(phones)}"],"{row.sex}",{age},'
        f'"{row.institution}","{row.department}","{row.admitted_on}","{row.discharged_on}","{row.visited_on}",{row.line}'
    )
    if phones and made.count('"') == 2 * (_TEXTS + len(phones)) and "\\" not in made and made.isprintable():
        return f"{made}{_kind(row)}]".encode()
    texts = (row.institution, row.department, row.admitted_on, row.discharged_on, row.visited_on)
    who = ",".join((quoted(row.encounter), quoted(row.person), quoted(row.name)))
    told = ",".join(map(quoted, texts))
    return f"[{who},[{','.join(map(quoted, phones))}],{quoted(row.sex)},{age},{told},{row.line}{_kind(row)}]".encode()


def _kind(row: FrameRow) -> str:
    """Return what else is known of a row, "" where nothing is: such rows are written as they ever were."""
    if row.former:
        return f',"{row.admission}","{row.area}","{row.former}"'
    return f',"{row.admission}","{row.area}"' if row.admission or row.area else ""


#: What stands between two texts of a list, and how many texts a row has beside its numbers.
_BETWEEN, _TEXTS = '","', 9


#: What a row says beside what every program reads: texts after its line.
_MORE = re.compile(rb',\d+((?:,"[a-z0-9]*")+)\]\Z')


def packed(rows: Sequence[bytes]) -> bytes:
    """Return rows as the content of a part: what every program reads, and behind its end what only later ones do."""
    more = [found[1] if row.endswith(b'"]') and (found := _MORE.search(row)) else b"" for row in rows]
    if not any(more):
        return zlib.compress(b"\n".join(rows), 1)
    plain = (row[: -1 - len(told)] + b"]" if told else row for row, told in zip(rows, more, strict=True))
    return zlib.compress(b"\n".join(plain), 1) + zlib.compress(b"\n".join(more), 1)


def unwrapped(content: str) -> bytes:
    """Return the content of a part from the text that a record held."""
    return base64.b64decode(content)


def lines_of(content: bytes) -> list[bytes]:
    """Return the rows of a part as they were written. Raises ``zlib.error`` for what is no part."""
    rest = zlib.decompressobj()
    lines = rest.decompress(content).split(b"\n")
    if not rest.eof:
        raise zlib.error(len(content))
    if not rest.unused_data:
        return lines
    more = zlib.decompress(rest.unused_data).split(b"\n")
    if len(more) != len(lines):
        raise zlib.error(len(content))
    return [line[:-1] + told + b"]" if told else line for line, told in zip(lines, more, strict=True)]


def rows_of(contents: Iterable[bytes]) -> Iterator[FrameRow]:
    """Yield the rows of parts in their order, without what only a later program knows."""
    for content in contents:
        for line in lines_of(content):
            values = json.loads(line)
            values[3] = tuple(values[3])
            yield FrameRow(*values[:_KNOWN])


#: How many values of a row this program knows.
_KNOWN = len(fields(FrameRow))


def encounters_of(rows: Iterable[FrameRow], stratum: Callable[[FrameRow], str]) -> list[Encounter]:
    """Return rows as a sample is drawn from them. ``stratum`` names the stratum of a row."""
    return [Encounter(one.encounter, one.person, one.phones, stratum(one)) for one in rows]
