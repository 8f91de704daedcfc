"""What still keeps a conversation from being saved with an outcome, in the order of the form. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from app.models.categories import CategoryTree
from app.models.contacts import ContactDraft, Outcome, missing_fields
from app.models.form_answers import FormReason, Surroundings, kept_answers, problems, visible_fields
from app.models.forms import Form

#: Longest texts in characters; a longer one stays in its field and is refused there.
LONGEST = {
    "summary": 500,
    "caller_name": 120,
    "area": 120,
    "promise": 2_000,
    "number": 60,
    "referred_to": 200,
    "referral_note": 2_000,
    "override_note": 2_000,
    "dispatch_reason": 2_000,
}
LONGEST_TEXT = 100_000
#: No promise is made for later than this.
FARTHEST = timedelta(days=731)
_TEXTS = (
    "number",
    "caller_name",
    "area",
    "summary",
    "details",
    "promise",
    "reply",
    "referred_to",
    "referral_note",
    "override_note",
    "dispatch_reason",
)
#: Order of the fields on the screen, left to right and down: the first gap is where the cursor goes.
_ORDER = (
    *("number", "caller_name", "add_to", "area", "category", "summary", "details", "answers"),
    *(
        "unit",
        "due_at",
        "promise",
        "dispatch_reason",
        "override",
        "override_note",
        "reply",
        "referred_to",
        "referral_note",
    ),
)


@dataclass(frozen=True)
class Gap:
    """One field and why it holds the outcome up. ``field`` is a draft's field or ``answers.<question>``."""

    field: str
    reason: FormReason = FormReason.MISSING

    @property
    def missing(self) -> bool:
        """Whether something has to be filled in, not changed."""
        return self.reason in (FormReason.MISSING, FormReason.MUST_ASK)


def gaps(
    draft: ContactDraft, outcome: Outcome, form: Form | None, around: Surroundings, *, unreadable: tuple[str, ...] = ()
) -> tuple[Gap, ...]:
    """Return what is missing or wrong for an outcome. ``unreadable`` fields hold something that is no value.

    Nothing holds up an outcome without an inquiry.
    """
    if outcome is Outcome.NON_INQUIRY:
        return ()
    found = [Gap(name) for name in missing_fields(draft, outcome) if name not in unreadable]
    found += [Gap(name, FormReason.TOO_LONG) for name in _TEXTS if _too_long(draft, name)]
    found += [Gap(name, FormReason.WRONG_KIND) for name in unreadable]
    found += _wrong_due(draft, outcome, around.now)
    if form is not None:
        answers = completed(form, draft.answers, around)
        found += [
            Gap(f"answers.{one.field}", one.reason)
            for one in problems(form, answers, outcome=outcome.value, around=around)
            if f"answers.{one.field}" not in unreadable
        ]
    return tuple(sorted(found, key=_place))


def completed(form: Form, answers: Mapping[str, object], around: Surroundings) -> dict[str, object]:
    """Return the answers with "not asked" for every yes/no question that shows and was passed over.

    Answers to questions that this version of the form does not know are left out.
    """
    known = {each.id for each in form.fields}
    given = {name: value for name, value in answers.items() if name in known}
    for each in visible_fields(form, given, around):
        if each.kind == "tri_state":
            given.setdefault(each.id, "not_asked")
    return given


def settled(draft: ContactDraft, form: Form | None, around: Surroundings) -> ContactDraft:
    """Return the draft as it is finalized: only answers to questions that show, and the version of the form."""
    if form is None:
        return draft
    kept = kept_answers(form, completed(form, draft.answers, around), around)
    return replace(draft, form=form.id, form_version=form.version, answers=kept)  # pyright: ignore[reportArgumentType]


def surroundings(draft: ContactDraft, tree: CategoryTree, now: datetime | None) -> Surroundings:
    """Return what a form's conditions look at. ``now`` is aware, in the center's zone."""
    kind = draft.caller_kind.value if draft.caller_kind else ""
    return Surroundings(tree.path(draft.category or ""), draft.channel.value, kind, now)


def _wrong_due(draft: ContactDraft, outcome: Outcome, now: datetime | None) -> list[Gap]:
    """Return the due time where nobody can keep it: past already, or so far ahead that it must be a slip.

    What came in earlier and is written down only now may have been due before it is dispatched.
    """
    if draft.due_at is None or now is None or outcome not in (Outcome.DISPATCH, Outcome.CALL_BACK):
        return []
    if draft.due_at < now:
        came_earlier = outcome is Outcome.DISPATCH and draft.came_at is not None
        return [] if came_earlier else [Gap("due_at", FormReason.IN_THE_PAST)]
    return [Gap("due_at", FormReason.TOO_FAR_AHEAD)] if draft.due_at - now > FARTHEST else []


def _too_long(draft: ContactDraft, name: str) -> bool:
    return len(getattr(draft, name) or "") > LONGEST.get(name, LONGEST_TEXT)


def _place(gap: Gap) -> int:
    name = gap.field.partition(".")[0]
    return _ORDER.index(name) if name in _ORDER else len(_ORDER)
