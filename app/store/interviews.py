"""Interviews, their answers, flags and ends as rows."""

import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from app.models.codes import coded
from app.models.interview_records import RETYPED, Asked, InterviewEnd, InterviewRow, SurveyMode, code_of, given_of
from app.models.questionnaire_answers import Given
from app.store.journal import Rows

_INTERVIEW = """SELECT id, questionnaire, version, mode, language, institution, stratum, day, campaign, case_id,
    callback, inquiry, finding, caller, fields, at, "by" FROM interview"""
_ANSWER = "SELECT item, value, reserved, reason, reason_code, confirmed, at FROM answer"
_ASKED_IN = """SELECT DISTINCT campaign, questionnaire, version, mode FROM interview WHERE day >= ? AND day <= ?
    /* whole: four short columns once, in the place of every interview of every campaign */"""
#: The end of an interview that counts: the last one that was said.
_LAST_END = """(SELECT id FROM interview_end e WHERE e.interview = i.id ORDER BY e.at DESC, e.id DESC LIMIT 1)"""


def _row(row: tuple[Any, ...]) -> InterviewRow:
    row_id, questionnaire, version, mode, language, institution, stratum, day, *refs, fields, at, by = row
    campaign, case, callback, inquiry, finding, caller = (bytes(one) if one else None for one in refs)
    asked = Asked(
        questionnaire,
        int(version or 0),
        coded(SurveyMode, mode),
        language or "",
        institution or "",
        stratum or "",
        day or "",
        campaign,
        case,
        callback,
        inquiry,
        finding,
        caller,
        json.loads(fields) if fields else {},
    )
    return InterviewRow(bytes(row_id), asked, datetime.fromisoformat(at), bytes(by))


def by_id(rows: Rows, interview: bytes) -> InterviewRow | None:
    """Return one interview, or None."""
    row = rows.one(f"{_INTERVIEW} WHERE id=?", interview)
    return _row(row) if row else None


def of_callback(rows: Rows, callback: bytes) -> InterviewRow | None:
    """Return the interview that was begun last in a call that we owe, or None."""
    row = rows.one(f"{_INTERVIEW} WHERE callback=? ORDER BY at DESC, id DESC LIMIT 1", callback)
    return _row(row) if row else None


def of_case(rows: Rows, case: bytes, mode: SurveyMode) -> InterviewRow | None:
    """Return the interview of a case in a mode, the last one, or None; one that goes on under another mode is none."""
    sql = f"""{_INTERVIEW} WHERE case_id=? AND mode=? AND NOT EXISTS (SELECT 1 FROM interview_end e
        WHERE e.interview = interview.id AND e.completeness = ?) ORDER BY at DESC, id DESC LIMIT 1"""
    row = rows.one(sql, case, mode.value, RETYPED)
    return _row(row) if row else None


def answers_of(rows: Rows, interview: bytes) -> list[Given]:
    """Return every answer that was given, the oldest first."""
    names = ("item", "value", "reserved", "reason", "reason_code", "confirmed", "at")
    found: list[Given] = []
    for row in rows.all(f"{_ANSWER} WHERE interview=? ORDER BY seq, at, id", interview):
        said = dict(zip(names, row, strict=True))
        found.append(given_of({**said, "value": json.loads(said["value"]) if said["value"] else None}))
    return found


def next_seq(rows: Rows, interview: bytes) -> int:
    """Return the number of the next answer of an interview."""
    row = rows.one("SELECT max(seq) FROM answer WHERE interview=?", interview)
    return int(row[0]) + 1 if row and row[0] is not None else 1


def end_of(rows: Rows, interview: bytes) -> InterviewEnd | None:
    """Return what an interview was worth when it was closed last, None for one that never was."""
    sql = """SELECT completeness, share, codes, at, "by" FROM interview_end WHERE interview=?
        ORDER BY at DESC, id DESC LIMIT 1"""
    row = rows.one(sql, interview)
    if row is None:
        return None
    return InterviewEnd(str(row[0]), float(row[1]), _codes(row[2]), datetime.fromisoformat(row[3]), bytes(row[4]))


def flags_of(rows: Rows, interview: bytes) -> list[tuple[str, bytes | None]]:
    """Return (code, inquiry) of what was raised in an interview, in its order."""
    sql = "SELECT code, inquiry FROM interview_flag WHERE interview=? ORDER BY id"
    return [(str(code), bytes(inquiry) if inquiry else None) for code, inquiry in rows.all(sql, interview)]


def _codes(text: str | None) -> dict[str, Any]:
    return {name: code_of(kept) for name, kept in json.loads(text).items()} if text else {}


def ended(
    rows: Rows, where: tuple[bytes | None, str], period: tuple[str, str], mode: SurveyMode
) -> Iterator[tuple[InterviewRow, InterviewEnd]]:
    """Return interviews that were ended, with the end that counts.

    ``where`` is a campaign, or None and a questionnaire outside of campaigns; ``period`` the first and the last ISO
    date by which they count. In the order in which they were begun.
    """
    campaign, questionnaire = where
    which = "i.campaign = ?" if campaign is not None else "i.questionnaire = ? AND i.campaign IS NULL"
    which += " AND i.day >= ? AND i.day <= ? AND i.mode = ?"
    return _with_ends(rows, which, (campaign if campaign is not None else questionnaire, *period, mode.value))


def unfinished(rows: Rows, campaign: bytes, modes: Sequence[SurveyMode], by: bytes) -> list[InterviewRow]:
    """Return the interviews of a campaign in some modes that a person began and never ended, the newest first."""
    marks = ", ".join("?" * len(modes))
    sql = f"""{_INTERVIEW} WHERE campaign=? AND mode IN ({marks}) AND "by"=?
        AND NOT EXISTS (SELECT 1 FROM interview_end e WHERE e.interview = interview.id) ORDER BY at DESC, id DESC"""
    return [_row(row) for row in rows.all(sql, campaign, *(one.value for one in modes), by)]


def asked_in(rows: Rows, period: tuple[str, str]) -> list[tuple[bytes | None, str, int, SurveyMode]]:
    """Return (campaign, questionnaire, version, mode) of which interviews count in a period, each once."""
    return [
        (bytes(one[0]) if one[0] else None, str(one[1]), int(one[2] or 0), coded(SurveyMode, one[3]))
        for one in rows.all(_ASKED_IN, *period)
    ]


def of_place(
    rows: Rows, questionnaire: str, institution: str, period: tuple[str, str], mode: SurveyMode
) -> Iterator[tuple[InterviewRow, InterviewEnd]]:
    """Return interviews of an institution by any version of a questionnaire, in campaigns or not, that were ended."""
    which = "i.questionnaire = ? AND i.day >= ? AND i.day <= ? AND i.mode = ? AND i.institution = ?"
    return _with_ends(rows, which, (questionnaire, *period, mode.value, institution))


def _with_ends(rows: Rows, which: str, values: tuple[object, ...]) -> Iterator[tuple[InterviewRow, InterviewEnd]]:
    """Return interviews for which a condition holds, each with the end that counts."""
    columns = _INTERVIEW.split(" FROM ")[0].replace("SELECT id", "SELECT i.id").replace(", at,", ", i.at,")
    columns = columns.replace('"by"', 'i."by"')
    sql = f"""{columns}, d.completeness, d.share, d.codes, d.at, d."by"
        FROM interview i JOIN interview_end d ON d.id = {_LAST_END} AND d.completeness <> '{RETYPED}'
        WHERE {which} ORDER BY i.day, i.at, i.id"""
    for row in rows.each(sql, *values):
        completeness, share, codes, at, by = row[-5:]
        yield (
            _row(row[:-5]),
            InterviewEnd(str(completeness), float(share), _codes(codes), datetime.fromisoformat(at), bytes(by)),
        )
