"""What the intake pane shows of the records, as plain texts and marks; without Qt."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from typing import cast

from app.models.callers import Caller, CallerFlag, FlagCode
from app.models.categories import CategoryTree, type_ahead
from app.models.contacts import LIVE, WRITTEN, Amendment, AnswerMode, Channel, ContactDraft, ContactResult, ContactRow
from app.models.duplicates import DuplicateReason, Hint
from app.models.forms import Form
from app.models.inquiries import DONE, InquiryRow, State
from app.services import phone_numbers
from app.services.callers import KnownAs
from app.services.wording import label, state_of
from app.ui.kit.presenting_time import day, is_chinese, moment

_CHANNEL_ICONS = {
    Channel.PHONE_IN: "phone_in", Channel.PHONE_OUT: "phone_out", Channel.WECHAT: "chat", Channel.EMAIL: "email",
    Channel.SMS: "sms", Channel.WALK_IN: "visit", Channel.LETTER: "letter", Channel.WEB: "web",
    Channel.VOICEMAIL: "voicemail", Channel.MISSED_CALL: "missed",
}  # fmt: skip
_GRAVE = frozenset({FlagCode.ABUSIVE, FlagCode.BLOCKED})
_TITLE = 18
#: Words alike that a hint names.
_WORDS = 4


@dataclass(frozen=True)
class Match:
    """One category that fits what was typed: its code, its own label, and the way to it."""

    code: str
    label: str
    path: str


@dataclass(frozen=True)
class Mark:
    """A chip: text and tone ("", accent, warning, danger)."""

    text: str
    tone: str = ""


def icon_of(channel: Channel) -> str:
    """Return the icon of a channel."""
    return _CHANNEL_ICONS[channel]


def is_live(draft: ContactDraft) -> bool:
    """Say whether somebody waits while this is written."""
    return draft.channel in LIVE


def is_written(draft: ContactDraft) -> bool:
    """Say whether the text came before it was opened, so that it has a receipt time and may get a written reply."""
    return draft.channel in WRITTEN


def title_of(draft: ContactDraft, shown_number: str, language: str, *, hidden: bool = False) -> str:
    """Return the title of a conversation: name, else number, else what it is about, else its channel.

    ``hidden`` gives a locked window's title: nothing of anybody but the ends of the number.
    """
    number = shown_number or draft.number or ""
    if hidden:
        return phone_numbers.masked(number) if number else label("channel", draft.channel.value, language)
    text = draft.caller_name or number or draft.summary or ""
    text = " ".join(text.split())
    return (text if len(text) <= _TITLE else f"{text[: _TITLE - 1]}…") or label(
        "channel", draft.channel.value, language
    )


def categories_for(tree: CategoryTree, typed: str, draft: ContactDraft, service: str, language: str) -> list[Match]:
    """Return the categories that fit what was typed, best first."""
    found = type_ahead(tree, typed, service=service, channel=draft.channel.value)
    return [
        Match(
            one.category.code,
            one.category.label.for_language(language),
            tree.path_label(one.path[-2], language) if len(one.path) > 1 else "",
        )
        for one in found
    ]


def flag_mark(flag: CallerFlag, today: date, language: str, zone: tzinfo) -> Mark:
    """Return the chip of a flag with its last day: "Abusive · Apr 1"."""
    text = label("caller_flag", flag.code.value, language)
    if flag.expires_at is not None:
        text = f"{text} · {day(flag.expires_at.astimezone(zone).date(), today, language)}"
    return Mark(text, "danger" if flag.code in _GRAVE else "warning")


def state_mark(row: InquiryRow, now: datetime, language: str) -> Mark:
    """Return the chip of an inquiry's state: red when it is open and overdue, quiet when it is done."""
    if row.state in DONE:
        return Mark(state_of(row, language))
    overdue = row.due_at is not None and row.due_at < now
    returned = row.state in (State.RETURNED, State.REDO)
    tone = "danger" if overdue else "warning" if returned else "accent"
    return Mark(state_of(row, language), tone)


def hint_reasons(hint: Hint, language: str) -> str:
    """Return why an inquiry may be the same: "same number · words alike: sewage, ward"."""
    said = [label("duplicate_reason", reason.value, language) for reason in hint.reasons]
    if DuplicateReason.WORDS in hint.reasons and hint.words:
        colon, comma = ("\uff1a", "\u3001") if is_chinese(language) else (": ", ", ")
        said[hint.reasons.index(DuplicateReason.WORDS)] += colon + comma.join(hint.words[:_WORDS])
    return " · ".join(said)


def open_first(rows: Iterable[InquiryRow], limit: int = 8) -> list[InquiryRow]:
    """Return the open inquiries, the newest first, then the two last closed ones."""
    ordered = sorted(rows, key=_opened_at, reverse=True)
    standing = [row for row in ordered if row.state not in DONE]
    closed = [row for row in ordered if row.state in DONE]
    return [*standing, *closed[:2]][:limit]


def _opened_at(row: InquiryRow) -> datetime:
    return row.opened_at


def result_tone(result: ContactResult) -> str:
    """Return the tone of a past contact's dot."""
    if result is ContactResult.ABUSIVE:
        return "danger"
    if result is ContactResult.FOLLOW_UP_NEEDED:
        return "warning"
    answered = (ContactResult.ANSWERED_DIRECT, ContactResult.INQUIRY_OPENED, ContactResult.ADDED_TO_INQUIRY)
    return "accent" if result in answered else ""


def result_words(row: ContactRow, language: str) -> str:
    """Return how a contact went, in words: channel and result."""
    return f"{label('channel', row.channel.value, language)} · {label('contact_result', row.result.value, language)}"


def caller_line(caller: Caller, language: str) -> str:
    """Return a caller in one line for choosing among several on one number: name, kind, area."""
    name = caller.name or label("caller_name", "none", language)
    parts = [name, label("caller_kind", caller.kind.value, language) if caller.kind else "", caller.area]
    return " · ".join(part for part in parts if part)


def fields_line(fields: Iterable[str], language: str) -> str:
    """Return the fields of a card whose values are in conflict, "" for none."""
    return (", " if not is_chinese(language) else "、").join(label("conflict_field", one, language) for one in fields)


def same_line(known: KnownAs, language: str) -> str:
    """Return another card of a person in one line: name, kind, area, numbers, and the note."""
    parts = (caller_line(known.caller, language), ", ".join(known.numbers), known.caller.note)
    return " · ".join(part for part in parts if part)


def owed_number(number: str, *, hidden: bool) -> str:
    """Return the number of a call that we owe as it stands on a caller's card."""
    return phone_numbers.masked(number) if hidden else number


def amended(one: Amendment, language: str, now: datetime, zone: tzinfo) -> list[str]:
    """Return the head of a correction: when, by whom."""
    return [part for part in (moment(one.at, now, language, zone), one.by_name or "") if part]


def corrected(form: Form | None, name: str, value: object, language: str) -> tuple[str, str]:
    """Return what stood in a field as label and text: an answer as on its form, a code in words."""
    if name.startswith("answers."):
        return answer_words(form, name.removeprefix("answers."), value, language)
    kinds = {"result": "contact_result", "answer_mode": "answer_mode"}
    if value and name in kinds:
        return name, label(kinds[name], str(value), language)
    return name, _plain(value) if value else ""


def answer_words(form: Form | None, question: str, value: object, language: str) -> tuple[str, str]:
    """Return a stored answer as label and text: options and yes/no in words, a question nobody knows as it is."""
    each = form.field(question) if form else None
    if each is None:
        return question, _plain(value)
    said = each.label.for_language(language)
    if each.kind == "tri_state":
        return said, label("tri_state", str(value), language)
    if isinstance(value, list | tuple):
        codes = cast("Sequence[object]", value)
        return said, ", ".join(_option(form, question, str(one), language) for one in codes)
    return said, _option(form, question, _plain(value), language)


def _plain(value: object) -> str:
    return "" if value is None else str(value)


def _option(form: Form | None, question: str, code: str, language: str) -> str:
    each = form.field(question) if form else None
    found = each.option(code) if each else None
    return found.label.for_language(language) if found else code


def facts_of(row: ContactRow, language: str, now: datetime, zone: tzinfo) -> list[str]:
    """Return the head of a past contact: when, by whom, how it was answered."""
    mode = label("answer_mode", row.answer_mode.value, language) if isinstance(row.answer_mode, AnswerMode) else ""
    return [part for part in (moment(row.opened_at, now, language, zone), row.operator_name or "", mode) if part]
