"""What the board of the contest shows, decided without Qt."""

from collections.abc import Mapping

from app.models.contests import ContestAward, Effort
from app.services import wording
from app.services.contests import Award, Board, TeamLine
from app.ui.kit.escaping import escape
from app.ui.panes.training.presenting import Ink
from app.ui.panes.training.presenting_review import percent

_PAD = 'style="padding:4px 12px"'


def teams_html(found: Board, ink: Ink, words: Mapping[str, str]) -> str:
    """Return the table of the teams, one's own in color with its members; or that there are none."""
    if not found.teams:
        return f"<p>{escape(words['no_teams'])}</p>"
    heads = "".join(
        f"<th {_PAD} align='right'>{escape(words[name])}</th>"
        for name in ("score", "accuracy", "improvement", "participation")
    )
    rows = [f"<tr><th {_PAD} align='left'>{escape(words['team'])}</th>{heads}</tr>"]
    rows += [_team(one, ink, words) for one in found.teams]
    return f"<table>{''.join(rows)}</table>"


def _team(line: TeamLine, ink: Ink, words: Mapping[str, str]) -> str:
    name = escape(words["team_name"].format(number=line.number))
    if line.mine:
        members = escape(words["listed"].join(line.members))
        name = f"<b style='color:{ink.good}'>{name} · {escape(words['mine'])}</b><br>{members}"
    score = line.score
    parts = (score.accuracy, score.improvement, score.participation)
    cells = "".join(f"<td {_PAD} align='right'>{percent(one)}</td>" for one in parts)
    return f"<tr><td {_PAD}>{name}</td><td {_PAD} align='right'><b>{percent(score.total)}</b></td>{cells}</tr>"


def own_html(found: Board, words: Mapping[str, str]) -> str:
    """Return one's own result, what it is measured against, and one's own best month."""
    lines = [(words["month"], found.mine), (words["before"], found.before)]
    if found.best_month is not None:
        lines.append((words["best_month"].format(month=found.best_month[0]), found.best_month[1]))
    rows = "".join(f"<tr><td {_PAD}>{escape(name)}</td>{_effort(one, words)}</tr>" for name, one in lines)
    return f"<table>{_rounds(found, words)}{rows}</table>"


def _rounds(found: Board, words: Mapping[str, str]) -> str:
    if not found.rounds:
        return ""
    played = found.played
    said = escape(words["of_rounds"].format(answers=played.answers, share=percent(played.finished)))
    share = percent(played.score)
    return (
        f"<tr><td {_PAD}>{escape(words['rounds'])}</td><td {_PAD} align='right'>{share}</td><td {_PAD}>{said}</td></tr>"
    )


def _effort(one: Effort, words: Mapping[str, str]) -> str:
    said = escape(words["answers"].format(answers=one.answers, days=one.days))
    return f"<td {_PAD} align='right'>{percent(one.accuracy)}</td><td {_PAD}>{said}</td>"


def best_html(found: Board, words: Mapping[str, str]) -> str:
    """Return the best who want to be seen."""
    if not found.best:
        return f"<p>{escape(words['no_best'])}</p>"
    rows = "".join(
        f"<tr><td {_PAD}>{escape(one.name)}</td><td {_PAD} align='right'>{percent(one.accuracy)}</td></tr>"
        for one in found.best
    )
    return f"<table>{rows}</table>"


def awards_html(found: Board, language: str, words: Mapping[str, str]) -> str:
    """Return who is praised for what, of those who want to be seen."""
    if not found.awards:
        return f"<p>{escape(words['no_award'])}</p>"
    return f"<table>{''.join(_award(one, language, words) for one in found.awards)}</table>"


def _award(one: Award, language: str, words: Mapping[str, str]) -> str:
    improved = one.kind is ContestAward.IMPROVED
    said = (
        words["gained"].format(share=percent(one.value)) if improved else words["mended"].format(count=int(one.value))
    )
    title = wording.label("contest_award", one.kind.value, language)
    cells = (title, f"<b>{escape(one.name)}</b>", escape(said))
    return "<tr>" + "".join(f"<td {_PAD}>{cell}</td>" for cell in cells) + "</tr>"
