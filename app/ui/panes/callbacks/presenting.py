"""What the call-backs pane shows, decided without Qt: texts of outcomes, masked numbers, what a word finds."""

from collections.abc import Sequence
from datetime import datetime, tzinfo

from app.models.claims import AttemptMark, Fenced, is_late
from app.models.dispositions import Disposition
from app.models.retry_rules import Refusal
from app.services import phone_numbers, spoken_words, wording
from app.services.callback_languages import Spoken
from app.services.callback_sheets import AttemptRow, Sheet
from app.services.callbacks import Explained, Waiting, Why
from app.ui.kit import presenting_time

_TONES = {Why.APPOINTMENT: "danger", Why.PROMISED: "warning", Why.MISSED: "warning", Why.MUST: "warning"}
#: A blank as wide as a digit.
_FIGURE_SPACE = "\u2007"
#: How long one ring takes on most networks, in seconds.
RING_S = 4


def why(waiting: Waiting, language: str) -> str:
    """Return why a call comes now, and how likely it is to be answered."""
    spoken = wording.label("language", waiting.sheet.language, language)
    said = wording.label("why_now", waiting.why.value, language).replace("{language}", spoken)
    if waiting.chance is None or waiting.why in _TONES:
        return said
    return f"{said} · {wording.label('why_now', 'chance', language).format(chance=f'{waiting.chance:.0%}')}"


def languages(text: str, known: Sequence[Spoken], language: str) -> list[tuple[str, str, str]]:
    """Return (language, its word, who speaks it) that fit what was typed; a word that nobody speaks comes last."""
    wanted = text.strip().casefold()
    shown = [(one, wording.label("language", one.language, language)) for one in known]
    fits = [(one, words) for one, words in shown if wanted in words.casefold() or wanted == one.language.casefold()]
    found = [
        (one.language, words, spoken_words.speakers(one, language)) for one, words in sorted(fits, key=_by_speakers)
    ]
    if wanted and not any(wanted in (one.language.casefold(), words.casefold()) for one, words in fits):
        typed = text.strip()
        found.append((typed, typed, wording.label("spoken_by", "nobody", language)))
    return found


def fitting(text: str, known: Sequence[str]) -> list[str]:
    """Return the words of a list that fit what was typed; what fits none stands for itself."""
    wanted = text.strip().casefold()
    found = [one for one in known if wanted in one.casefold()]
    return found or ([text.strip()] if wanted else [])


def _by_speakers(entry: tuple[Spoken, str]) -> bool:
    return not entry[0].speakers


def why_tone(waiting: Waiting) -> str:
    """Return the tone of the reason: what was agreed is pressing."""
    return _TONES.get(waiting.why, "accent")


def who(sheet: Sheet) -> str:
    """Return who is called: a name, else the number with its middle hidden."""
    named = sheet.case.name if sheet.case else sheet.callback.caller_name
    return named or masked(sheet)


def call_of(sheet: Sheet, language: str) -> str:
    """Return one of several calls to a number: who, why we owe it, in which campaign, how far it got."""
    parts = [who(sheet), wording.label(*sheet.callback.told, language)]
    parts += [sheet.campaign.name] if sheet.campaign else []
    parts += [outcome(sheet.status.code, tuple(sheet.judge.table), language)] if sheet.log else []
    return " · ".join(parts)


def masked(sheet: Sheet) -> str:
    """Return the number as a list shows it before the call is taken."""
    return phone_numbers.masked(sheet.number.shown or "–")


def _told(name: str, value: str, language: str) -> str:
    coded = {"kind": "frame_kind", "sex": "sex"}.get(name)
    said = wording.label(coded, value, language) if coded else value
    return wording.named(wording.label("case_field", name, language), said, language)


def about(sheet: Sheet, language: str, *, asked: bool = False) -> str:
    """Return what a call is about on one line: reason, inquiry, what was promised, fields of the frame.

    ``asked``: its questionnaire stands below and tells of the campaign already.
    """
    callback = sheet.callback
    whole = not (asked and sheet.campaign)
    parts = [wording.label(*callback.told, language)] if whole else []
    parts += [sheet.campaign.name] if sheet.campaign and whole else []
    parts += [one for one in (callback.inquiry_number, callback.what if sheet.case is None else None) if one]
    known = dict(sheet.case.about) if sheet.case else {}
    if sheet.unit is not None:
        known["institution"] = sheet.unit.called(language)
    parts += [_told(name, value, language) for name, value in known.items()]
    if callback.line:
        parts.append(wording.label("check_kind", "by_line", language).format(line=callback.line))
    if sheet.language:
        spoken = wording.label("language", sheet.language, language)
        parts.append(wording.label("spoken_by", "person", language).format(language=spoken))
    return " · ".join(parts)


def outcome(code: str, found: Sequence[Disposition], language: str) -> str:
    """Return a code with its words, the code alone where the table does not know it."""
    known = next((one for one in found if one.code == code), None)
    return f"{code} {known.words.for_language(language)}" if known else code


def offered(text: str, found: Sequence[Disposition], language: str) -> list[tuple[str, str, str]]:
    """Return (code, words, heading) of the outcomes that fit what was typed: a key, the start of a code, or a word.

    One digit is the key of an outcome; more digits begin a code; anything else is looked for in the words.
    """
    wanted = text.strip().casefold()
    if len(wanted) == 1 and wanted.isdigit():
        fits = [one for one in found if one.key == wanted] + [one for one in found if one.code.startswith(wanted)]
    elif wanted.isdigit():
        fits = [one for one in found if one.code.startswith(wanted)]
    else:
        fits = [one for one in found if wanted in f"{one.words.en} {one.words.zh_cn}".casefold()]
    if not wanted:
        fits = sorted(found, key=_by_key)
    once = {one.code: one for one in fits}
    return [(one.code, label(one, language), heading(one, language)) for one in once.values()]


def _by_key(one: Disposition) -> tuple[str, str]:
    return one.key or "~", one.code


def label(one: Disposition, language: str) -> str:
    """Return an outcome as it is offered: its key where it has one, its words."""
    words = one.words.for_language(language)
    return f"{one.key}  {words}" if one.key else f"{one.code}  {words}"


def heading(one: Disposition, language: str) -> str:
    """Return the heading under which an outcome stands."""
    return wording.label("disposition_group", one.group.value, language)


def refusal(one: Refusal, now: datetime, language: str, zone: tzinfo) -> str:
    """Return what speaks against a call, with until when."""
    words = wording.label("hindrance", one.why.value, language)
    return f"{words} → {presenting_time.moment(one.until, now, language, zone)}" if one.until else words


def attempt(row: AttemptRow, log: Sequence[AttemptRow], found: Sequence[Disposition], language: str) -> tuple[str, str]:
    """Return title and detail of an attempt in the history; one that was dialed too late says so."""
    said = outcome(row.attempt.code, found, language) if row.attempt.code else "…"
    parts = [wording.label("direction", row.attempt.direction.value, language)]
    if row.attempt.slot:
        parts.append(wording.label("slot", row.attempt.slot.value, language))
    if is_late(Fenced(row.attempt.at, row.fence), [Fenced(one.attempt.at, one.fence) for one in log]):
        parts.append(wording.label("attempt_mark", AttemptMark.LATE.value, language))
    parts += [one for one in (wording.label("language", row.attempt.language, language), row.note) if one]
    return said, " · ".join(parts)


def counted(explained: Explained, language: str) -> list[tuple[str, str]]:
    """Return what the calls that wait are waiting for with what is to be done, and how many, most of them first."""
    return [
        (spoken_words.waiting(one, language), spoken_words.how_many(count, language, cut=one in explained.cut))
        for one, count in explained.counts
    ]


def in_line(counted: Sequence[tuple[str, str]]) -> list[str]:
    """Return lines of numbers that end below each other, each with its words."""
    wide = max((len(count) for _, count in counted), default=0)
    return [f"{count.rjust(wide, _FIGURE_SPACE)}   {words}" for words, count in counted]


def rings(seconds: int) -> int:
    """Return the ring that a telephone is at after so many seconds."""
    return seconds // RING_S + 1
