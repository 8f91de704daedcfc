"""A mock call as it is shown, decided without Qt."""

from collections.abc import Sequence

from app.models.mock_calls import Temper, Turn
from app.services.script_reading import OpenScript
from app.ui.kit.escaping import escape

#: The tone of a chip that says the mood.
TONES = {Temper.CONTENT: "accent", Temper.STEADY: "", Temper.UNEASY: "warning", Temper.UPSET: "danger"}


def transcript_html(turns: Sequence[Turn], names: tuple[str, str], colors: tuple[str, str]) -> str:
    """Return what was said; ``names`` and ``colors`` are those of the caller and of the operator."""
    return "".join(_line(one, names, colors) for one in turns)


def _line(turn: Turn, names: tuple[str, str], colors: tuple[str, str]) -> str:
    side = int(turn.by_operator)
    name = f'<b style="color:{colors[side]}">{escape(names[side])}</b>'
    return f'<p style="margin:0 0 3px 0">{name}&nbsp; {escape(turn.text)}</p>'


def answer_of(script: OpenScript | None) -> str:
    """Return what an open script says first, as it is said; "" while none is open."""
    return script.sections[0].text if script is not None and script.sections else ""
