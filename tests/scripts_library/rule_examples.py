"""Each rule of the linter by one file that breaks it and one that just keeps it, all made of one good file."""

from dataclasses import dataclass

GOOD = """\
---
id: a-1
version: 1
title: {zh: 几点开门, en: Opening hours}
aliases:
  zh: [什么时候上班]
  en: [when do you open, opening times]
abbr: [门诊=门诊部]
state: approved
urgent: false
effective_from: 2026-03-01
effective_to: 2027-03-01
last_reviewed_on: 2026-02-20
review_in: 90d
lang_gap: [es]
sources:
  - {doc: Rule 8}
placeholders:
  fee: {type: text}
key_points:
  - {id: k1, critical: true, zh: 8点, en: at 8, slots: {numbers: [8]}}
  - {id: k2, zh: 带身份证, en: bring your card}
flow:
  start: n1
  nodes:
    n1: {ask: {zh: 几岁, en: How old}, options: [{label: {zh: 大, en: old}, goto: n2}]}
    n2: {say: k1, goto: end}
---
## zh
### 开头 / say
8点开门，{fee}元。
### 如追问 / if asked
带身份证。
## en
### say
We open at 8 for {fee} yuan.
### if asked
Bring your card.
"""


@dataclass(frozen=True)
class Example:
    """A rule: `old` of the good file becomes `breaks` or `keeps`. An empty `old` stands for the whole file."""

    code: str
    old: str
    breaks: str
    keeps: str

    def broken(self) -> str:
        """The file that breaks the rule."""
        return GOOD.replace(self.old, self.breaks, 1) if self.old else self.breaks

    def kept(self) -> str:
        """The file that keeps it."""
        return GOOD.replace(self.old, self.keeps, 1) if self.old else self.keeps


_BODY = GOOD.split("\n---\n")[1]
_HEAD = GOOD.split("\n---\n")[0].removeprefix("---\n")
_N2 = "    n2: {say: k1, goto: end}"
_DEEP = 13

IN_FILES = (
    # the file and its YAML
    Example("file-empty", "", " \n\n", GOOD),
    Example("file-too-long", "Bring your card.", "x" * 1_000_001, "x" * 900_000),
    Example("head-missing", "---\nid", "id", "\n---\nid"),
    Example("head-not-closed", "\n---\n##", "\n ---\n##", "\n--- \n##"),
    Example("head-not-a-mapping", _HEAD, "- id: a-1", _HEAD),
    Example("head-too-long", "abbr: [", f"tags: [{'x' * 200_001}]\nabbr: [", f"tags: [{'x' * 100_000}]\nabbr: ["),
    Example("yaml-syntax", "Rule 8}", "Rule: 8: 9}", '"Rule: 8: 9"}'),
    Example("yaml-key-twice", "urgent: false", "urgent: false\nurgent: false", "urgent: false\nowner: li"),
    Example("yaml-key-unfit", "urgent: false", "? [urgent]\n: false", "? urgent\n: false"),
    Example("yaml-alias", "urgent: false", "urgent: &a false", 'owner: "&a"'),
    Example("yaml-tag", "urgent: false", "urgent: !!bool false", 'owner: "!!bool"'),
    Example("yaml-second-document", "urgent: false", "...\n--- # next\nurgent: false", 'owner: "---"'),
    Example("yaml-too-deep", "urgent: false", f"tags: {'[' * _DEEP}{']' * _DEEP}", "tags: []"),
    # fields of the head
    Example("key-missing", "id: a-1\n", "", "id: a-2\n"),
    Example("key-unfit", "id: a-1", "id: a/1", "id: a-11"),
    Example("key-unusual", "id: a-1", "id: A_1", "id: a-1-1"),
    Example("field-unknown", "aliases:", "alias:", "aliases:"),
    Example(
        "text-without-language",
        "title: {zh: 几点开门, en: Opening hours}",
        "title: Opening hours",
        "title: {zh: 几点, en: Hours}",
    ),
    Example("not-a-language", "lang_gap: [es]", "lang_gap: [Spanish]", "lang_gap: [fr]"),
    Example(
        "language-twice", "en: Opening hours}", "en: Opening hours, zh_CN: 几点}", "en: Opening hours, es: Horario}"
    ),
    Example("not-a-text", "urgent: false", "owner: [li]", "owner: li"),
    Example("not-a-list", "lang_gap: [es]", "lang_gap: {es: es}", "lang_gap: es"),
    Example("not-a-mapping", "  fee: {type: text}", "  fee: text", "  fee: {}"),
    Example("not-a-truth-value", "urgent: false", "urgent: maybe", "urgent: 是"),
    Example("not-a-whole-number", "version: 1", "version: 0", "version: 2"),
    Example("not-a-date", "2026-02-20", "2026-02-30", "2026-02-28"),
    Example("not-a-time", "2027-03-01", "2027-03-01T08:00:00", "2027-03-01T08:00:00+08:00"),
    Example("not-a-span", "90d", "90", "12w"),
    Example("not-one-of", "state: approved", "state: live", "state: draft"),
    Example("abbreviation-unfit", "门诊=门诊部", "门诊", "门=门诊"),
    Example("source-empty", "{doc: Rule 8}", "{clause: 8}", '{url: "https://example.org"}'),
    # headings of the body
    Example("text-before-variant", "---\n## zh", "---\n##zh\n## zh", "---\n\n## zh"),
    Example("variant-language-unknown", "## en", "## English", "## EN"),
    Example("variant-word-unknown", "## en", "## en · doctor", "## en · physician"),
    Example("variant-empty", "## en", "## en · plain\n\n## en", "## en · plain\nAt 8.\n## en"),
    Example("section-unknown", "### say", "### tell", "### SAY"),
    Example("section-twice", "### if asked\nBring", "### say\nBring", "### escalate\nBring"),
    # what a script must hold
    Example("title-missing", ", en: Opening hours}", "}", ", en: Hours}"),
    Example("body-missing", "## en\n### say", "## en\n### record", "## en"),
    Example("language-gap", _BODY[_BODY.index("## en") :], "", _BODY[_BODY.index("## en") :]),
    Example("variant-twice", "Bring your card.", "Bring it.\n## en\nAt 8.", "Bring it.\n## en · plain\nAt 8."),
    Example("placeholder-undeclared", "Bring your card", "Bring {thing}", "Bring {fee}"),
    Example("placeholder-unused", "fee: {type: text}", "fee: {}\n  area: {}", "fee: {key: area}\n  area: {}"),
    Example("numbers-differ", "Bring your card", "Bring 2 cards", "Bring two cards"),
    Example("slot-missing", "numbers: [8]", "numbers: [9]", 'numbers: ["8"]'),
    Example("point-twice", "id: k2", "id: k1", "id: k3"),
    Example("point-empty", ", en: bring your card", "", ", en: bring a card"),
    Example("source-missing", "sources:\n  - {doc: Rule 8}\n", "", "sources: [{doc: x}]\n"),
    Example("times-reversed", "effective_to: 2027-03-01", "effective_to: 2026-03-01", "effective_to: 2026-03-02"),
    Example("phrasing-twice", "opening times", "When do you open", "when do you close"),
    Example("review-date-missing", "review_in: 90d", "tags: []", "review_on: 2027-01-01"),
    # the flow
    Example("start-unknown", "start: n1", "start: n9", "start: n1"),
    Example("goto-unknown", "goto: end", "goto: END", 'goto: "transfer:doctor"'),
    Example("node-without-exit", _N2, "    n2: {say: k1}", "    n2: {say: k1, goto: end}"),
    Example(
        "node-unreachable",
        _N2,
        f"{_N2}\n    n3: {{say: k1, goto: end}}",
        _N2.replace("end}", "n3}\n    n3: {say: k1, goto: end}"),
    ),
    Example("flow-cycle", "goto: end", "goto: n1", "goto: end"),
    Example("say-point-unknown", "say: k1", "say: k9", "say: {zh: 8点, en: at 8}"),
)

_ROW = {"key": "b-1", "title": "Fee", "answer": "10 yuan.", "category": "fees"}
#: Rows of one table beside a good one: a row that is refused or noted, and one that is taken.
IN_TABLES: tuple[tuple[str, dict[str, object] | None, dict[str, object] | None], ...] = (
    ("column-unknown", {**_ROW, "hue": "red"}, {**_ROW, "Review On": "2027-01-01"}),
    ("row-without-title", {"key": "b-1", "answer": "10."}, {"key": "b-1", "question": "Fee?", "answer": "10."}),
    ("row-without-answer", {"title": "Fee"}, {"title": "Fee", "answer": "10."}),
    (
        "row-contradicts",
        {**_ROW, "key": "a-1", "category": "x", "plain": "yes"},
        {**_ROW, "key": "a-1", "title": "", "plain": "yes"},
    ),
    ("json-unreadable", {**_ROW, "more": "{"}, {**_ROW, "more": "{}"}),
    ("line-unreadable", None, _ROW),
)
FIRST_ROW: dict[str, object] = {"key": "a-1", "title": "Cost", "answer": "10 yuan.", "category": "fees"}

_LEADS = GOOD.replace("goto: end", 'goto: "script:b-2"')
_OTHER = GOOD.replace("id: a-1", "id: b-2")
_LATER = GOOD.replace("version: 1", "version: 2").replace("effective_to: 2027-03-01\n", "")
#: Several files together: the code, files that break the rule, files that keep it.
BETWEEN_FILES = (
    ("key-twice", (GOOD, GOOD), (GOOD, _OTHER)),
    ("goto-script-unknown", (_LEADS,), (_LEADS, _OTHER)),
)
#: Two versions of one script, which no folder can hold.
VERSIONS = (GOOD, _LATER, _LATER.replace("effective_from: 2026-03-01", "effective_from: 2027-03-01"))

_LONG = "We open at 8 for {fee} yuan."
#: What the author is told while writing, at the first of April 2026.
ADVICE = (
    Example("ended-already", "effective_to: 2027-03-01", "effective_to: 2026-04-01", "effective_to: 2026-04-02"),
    Example("saying-long", _LONG, f"{_LONG} {'Please come early. ' * 60}", f"{_LONG} {'Please come early. ' * 40}"),
    Example(
        "reading-hard",
        "Bring your card.",
        "Immunological contraindications necessitate multidisciplinary consultation. " * 3,
        "Bring your card. " * 3,
    ),
)


def codes_shown() -> list[str]:
    """The code of every rule that is shown here or by name in the tests of these examples."""
    by_name = ["file-unreadable", "versions-overlap", "column-map-unknown"]
    tables, between = [code for code, _, _ in IN_TABLES], [code for code, _, _ in BETWEEN_FILES]
    return [*(one.code for one in (*IN_FILES, *ADVICE)), *tables, *between, *by_name]
