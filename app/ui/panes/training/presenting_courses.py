"""What a course shows, decided without Qt."""

from collections.abc import Mapping, Sequence

from app.services.courses import CourseLine
from app.services.wording import named, names_in_a_row
from app.ui.kit.escaping import escape


def course_html(
    line: CourseLine, words: Mapping[str, str], language: str, changes: Sequence[tuple[str, str]] = ()
) -> str:
    """Return a course: place, material, who attended, each question with the answers that may be seen, and its history.

    ``changes`` are (name, when) of each time it was written down, the last one first.
    """
    course = line.course
    facts = (
        (words["place"], course.place),
        (words["material"], course.material),
        (words["attended"], words["listed"].join(line.attended)),
    )
    said = [f"<p>{escape(named(name, value, language))}</p>" for name, value in facts if value]
    if course.questions:
        said.append(f"<h3>{escape(words['questions'])}</h3>")
    for place, question in enumerate(course.questions):
        said.append(f"<p><b>{place + 1}. {escape(question)}</b></p>")
        given = [f"<p>{escape(named(name, text, language))}</p>" for name, at, text in line.answers if at == place]
        said += given or [f"<p><i>{escape(words['open'])}</i></p>"]
    for at, (name, when) in enumerate(changes, 1):
        what = words["written"] if at == len(changes) else words["changed"]
        said.append(f"<p><small>{escape(named(what, names_in_a_row((when, name), language), language))}</small></p>")
    return f"<h2>{escape(course.title)}</h2>{''.join(said)}"
