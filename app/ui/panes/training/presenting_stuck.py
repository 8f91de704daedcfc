"""What a stuck card shows, decided without Qt."""

from app.models.drill_items import DrillKind
from app.services import wording
from app.services.stuck_cards import StuckCard
from app.ui.kit.escaping import escape
from app.ui.panes.training.presenting import Ink

#: From such a score on an answer was right.
_RIGHT = 0.85
#: What was typed in these is worth reading; of the others only the places are known.
_TYPED = frozenset({DrillKind.SAY, DrillKind.SLOT})


def card_html(card: StuckCard, language: str, ink: Ink, words: tuple[str, str]) -> str:
    """Return the key point with its script and the last answers; ``words`` head them and stand for an empty one."""
    title, nothing = words
    parts = [
        f"<p><b>{escape(card.text or card.leech.card.point)}</b></p>",
        f'<p style="color:{ink.muted}">{escape(card.title)} · {escape(card.leech.card.script)}</p>',
        f"<h4>{escape(title)}</h4>",
    ]
    for one in card.answers:
        kind = DrillKind(one.kind)
        color = ink.good if one.score >= _RIGHT else ink.bad
        said = (one.answer or nothing) if kind in _TYPED else ""
        asked = wording.label("drill_kind", one.kind, language)
        parts.append(
            f'<p style="margin:2px 0">{one.at:%Y-%m-%d} · {escape(asked)} · '
            f'<b style="color:{color}">{round(100 * one.score)} %</b> {escape(said)}</p>'
        )
    return "".join(parts)
