"""Libraries of scripts to measure search on: the shipped scripts among thousands of generated ones, and real ones.

What is typed is made from titles with a fixed seed: word pairs, beginnings, typing errors, dropped, swapped and
homophone characters, initials. A query is only asked where at most three titles hold it, because no
program can tell the others apart.
"""

import csv
import json
import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import openpyxl

from app.scripts_library.entries import Entry, entry_of
from app.scripts_library.parser import parse
from app.scripts_library.readings import quick_syllables, usual_readings
from app.scripts_library.script import Script
from app.scripts_library.synonyms import shipped_synonyms
from app.scripts_library.tokens import fold

ROOT = Path(__file__).resolve().parent.parent
#: A query that more titles hold is not asked; an error is drawn again at most so many times.
_MOST_ALIKE, _TRIES = 3, 20
_CHINESE = re.compile("[\u4e00-\u9fff]+")
_WORD = re.compile("[a-z]{4,}")


def _pieces(text: str) -> tuple[str, ...]:
    return tuple(text.split("|"))


_SMALL = frozenset(
    _pieces("about|does|from|have|should|that|there|they|this|what|when|where|which|will|with|would|your")
)
_WHO = {"zh": ("", "儿童", "老年人", "孕妇", "学生", "外地人"), "en": ("", "children ", "older people ", "students ")}
_WHAT = {
    "zh": _pieces(
        "新冠疫苗|流感疫苗|九价疫苗|狂犬病疫苗|乙肝疫苗|肺炎疫苗|核酸检测|抗原检测|健康码|隔离点|发热门诊|"
        "接种证|家庭医生|医保报销|异地就医|慢性病门诊|高血压用药|糖尿病随访|孕前检查|产前检查|新生儿筛查|"
        "出生证明|生育登记|婚前检查|健康证|职业病诊断|体检报告|病历复印|检验报告|预约挂号|专家门诊|住院押金|"
        "费用清单|医疗投诉|救护车|无偿献血|心理援助|戒烟门诊|结核病防治|艾滋病检测|手足口病|水痘|诺如病毒|"
        "食物中毒|煤气中毒|中暑|登革热|蜱虫叮咬|犬伤处置|医师注册|护士注册|许可证|消毒产品|饮用水|互联网医院|"
        "家庭病床|长期护理|残疾评定"
    ),
    "en": _pieces(
        "flu shots|HPV vaccines|rabies shots|hepatitis tests|pneumonia vaccines|antigen tests|health cards|"
        "quarantine|fever clinics|immunization records|family doctors|insurance claims|referrals|"
        "blood pressure pills|diabetes visits|pregnancy checks|newborn screening|birth certificates|"
        "food permits|checkup reports|medical records|lab reports|appointments|specialists|deposits|"
        "itemized bills|complaints|ambulances|blood donation|counseling|quit smoking courses|"
        "tuberculosis tests|chickenpox|norovirus|food poisoning|carbon monoxide|heat stroke|dengue fever|"
        "tick bites|dog bites|physician licenses|nurse renewals|paramedic certificates|EMT reciprocity|"
        "continuing education|course approvals|protocols|name changes|lost cards|passwords|the portal|"
        "payment plans|refunds|drinking water"
    ),
}
_ASKED = {
    "zh": _pieces(
        "{}在哪里办|{}需要什么材料|{}多少钱|{}怎么预约|{}可以退吗|{}几天出结果|{}周末上班吗|{}要空腹吗|"
        "{}能代办吗|{}医保能报吗|{}过期了怎么办|{}丢了怎么补|{}网上能查吗|{}有副作用吗|{}多久有效|{}免费吗|"
        "{}要排队吗|{}去哪家医院|{}怎么投诉|{}为什么没有|{}可以改时间吗|{}几点开门|{}要带身份证吗|"
        "{}结果不准怎么办|{}取消了怎么办|{}能邮寄吗|{}哪天开始|{}有年龄限制吗|{}怎样申请"
    ),
    "en": _pieces(
        "Where can {0}get {1}|What do {0}need for {1}|How much are {1} {0}|How do {0}book {1}|"
        "Can {0}cancel {1}|How long do {1} take {0}|{1} on weekends {0}|Fasting before {1} {0}|"
        "Insurance and {1} {0}|Age limits of {1} {0}|Phone number for {1} {0}|Expired {1} {0}|"
        "Replacing lost {1} {0}|Looking up {1} online {0}|Side effects of {1} {0}|Are {1} free {0}|"
        "Waiting times for {1} {0}|Complaining about {1} {0}|Rejected {1} {0}|Opening hours for {1} {0}|"
        "Identity card for {1} {0}|Mistakes in {1} {0}"
    ),
}


@dataclass(frozen=True)
class Query:
    """What is typed and which script is meant."""

    text: str
    key: str


@dataclass(frozen=True)
class Library:
    """Scripts as the index takes them; `natural` is what people wrote, with its keys, and `titles` what is a title."""

    entries: tuple[Entry, ...]
    natural: tuple[tuple[str, str], ...]
    titles: tuple[tuple[str, str], ...]


def generated(count: int, *, seed: int = 3, real: Iterable[str] = ()) -> Library:
    """A mixed library: every shipped title and phrasing as a script of its own, filled up to `count`.

    With ``real`` titles those are what people wrote, and the shipped ones only company.
    """
    shipped = list(_shipped())
    own = [(f"real~{number}", text) for number, text in enumerate(dict.fromkeys(real))]
    titles = [*own, *((key, text) for key, text, _ in shipped)]
    natural = tuple(own or titles)
    named = tuple(own or ((key, text) for key, text, is_title in shipped if is_title))
    made = list(_made())
    Random(seed).shuffle(made)
    turns = -(-max(count - len(titles), 0) // len(made))
    titles += [(f"made-{turn}-{at}", text) for turn in range(turns) for at, text in enumerate(made)][
        : max(count - len(titles), 0)
    ]
    return Library(tuple(_entry(key, text) for key, text in titles), natural, named)


def _entry(key: str, title: str) -> Entry:
    return entry_of(Script(key, {"zh" if _CHINESE.search(title) else "en": title}), shipped_synonyms())


def _shipped() -> Iterator[tuple[str, str, bool]]:
    """Every title and phrasing once: key, text, whether it is a title."""
    seen: set[str] = set()
    for path in sorted((ROOT / "resources" / "scripts").rglob("*.md")):
        script = parse(path.read_text(encoding="utf-8")).script
        said = (
            []
            if script is None
            else [*script.title.values(), *(one for all_ in script.phrasings.values() for one in all_)]
        )
        for number, text in enumerate(said):
            if fold(text) not in seen:
                seen.add(fold(text))
                yield f"{path.stem}~{number}", text, script is not None and number < len(script.title)


def _made() -> Iterator[str]:
    for who in _WHO["zh"]:
        yield from (asked.format(who + what) for what in _WHAT["zh"] for asked in _ASKED["zh"])
    for who in _WHO["en"]:
        yield from (" ".join(asked.format(who, what).split()) for what in _WHAT["en"] for asked in _ASKED["en"])


def english(library: Library, count: int, *, seed: int = 5) -> dict[str, list[Query]]:
    """The two rarest words of a title: whole, as four letters each, with a typing error in each.

    A beginning counts as held by every title with a word that begins like it, and an error never makes another word
    that people say.
    """
    rng = Random(seed)
    everything = [set(_words(entry.phrases[0].folded)) for entry in library.entries]
    common = Counter(word for said in everything for word in said)
    found: dict[str, list[Query]] = {"two keywords": [], "4-letter prefixes": [], "a typo in each keyword": []}
    titles = [(key, words) for key, text in library.titles if len(words := _words(fold(text))) >= 2]
    for key, words in rng.sample(titles, min(count, len(titles))):
        rare = sorted(words, key=common.__getitem__)[:2]
        if _holding(everything, rare) > _MOST_ALIKE:
            continue
        begun, wrong = [word[:4] for word in rare], [_misspelt_as_nothing(word, rng, common) for word in rare]
        found["two keywords"].append(Query(" ".join(rare), key))
        found["a typo in each keyword"].append(Query(" ".join(wrong), key))
        if _holding(everything, begun, by_beginning=True) <= _MOST_ALIKE:
            found["4-letter prefixes"].append(Query(" ".join(begun), key))
    return found


def _holding(everything: Iterable[set[str]], asked: Sequence[str], *, by_beginning: bool = False) -> int:
    """How many titles hold all of these words, or words that begin like them."""
    if by_beginning:
        return sum(all(any(word.startswith(one) for word in said) for one in asked) for said in everything)
    return sum(all(one in said for one in asked) for said in everything)


def _misspelt_as_nothing(word: str, rng: Random, known: Container[str]) -> str:
    """The word with an error that leaves no other word of the library."""
    for _ in range(_TRIES):
        wrong = misspelt(word, rng)
        if wrong not in known and wrong != word:
            return wrong
    return word


def _words(text: str) -> list[str]:
    return [word for word in dict.fromkeys(_WORD.findall(text)) if word not in _SMALL]


def misspelt(word: str, rng: Random) -> str:
    """The word with one letter dropped, swapped with the next, or replaced; never the first."""
    at = rng.randrange(1, len(word) - 1)
    kind = rng.randrange(3)
    if kind == 0:
        return word[:at] + word[at + 1 :]
    if kind == 1:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return word[:at] + rng.choice("abcdefghijklmnopqrstuvwxyz") + word[at + 1 :]


def chinese(library: Library, count: int, *, seed: int = 7) -> dict[str, list[Query]]:
    """Pieces of a title of 4 to 6 characters: as they are, with a homophone, as initials; and damaged whole titles."""
    rng = Random(seed)
    titles = [(key, "".join(_CHINESE.findall(text))) for key, text in library.natural]
    titles = [(key, text) for key, text in titles if len(text) >= 6]
    everything = "\n".join(entry.phrases[0].folded for entry in library.entries)
    names = (
        "4 to 6 characters",
        "… one homophone error",
        "initials of 4 to 6",
        "two word pairs",
        "a character dropped",
    )
    found: dict[str, list[Query]] = {name: [] for name in (*names, "two characters swapped")}
    for _ in range(count * 20):
        if len(found[names[0]]) == count:
            break
        key, text = rng.choice(titles)
        length = rng.randint(4, 6)
        start = rng.randrange(len(text) - length + 1)
        piece = text[start : start + length]
        if everything.count(piece) <= 3:
            for name, typed in zip(found, _typed(text, piece, rng), strict=True):
                found[name].append(Query(typed, key))
    return found


def _typed(text: str, piece: str, rng: Random) -> tuple[str, ...]:
    first, second = sorted(rng.sample(range(len(text) - 1), 2))
    at = rng.randrange(len(text) - 1)
    return (
        piece,
        homophone(piece, rng),
        "".join(syllable[0] for syllable in quick_syllables(piece)),
        f"{text[first : first + 2]} {text[second : second + 2]}",
        text[:at] + text[at + 1 :],
        text[:at] + text[at + 1] + text[at] + text[at + 2 :],
    )


def homophone(text: str, rng: Random) -> str:
    """The text with one character replaced by another of the same sound."""
    at = rng.randrange(len(text))
    sound = usual_readings().get(text[at])
    others = [one for one, syllable in usual_readings().items() if syllable == sound and one != text[at]]
    return text[:at] + rng.choice(others) + text[at + 1 :] if others else text


def vira(folder: Path, *, phrasings: bool) -> tuple[tuple[Entry, ...], list[Query]]:
    """The questions of data/vira with the training phrasings or with titles alone, and the development questions."""
    said: dict[str, tuple[str, list[str]]] = {}
    for row in _rows(folder / "train_23.csv"):
        said.setdefault(row["label_idx"], (row["label"], []))[1].append(row["sentence"])
    entries = tuple(
        entry_of(Script(key, {"en": title}, phrasings={"en": tuple(texts)} if phrasings else {}), shipped_synonyms())
        for key, (title, texts) in said.items()
    )
    return entries, [Query(row["sentence"], row["label_idx"]) for row in _rows(folder / "dev_23.csv")]


def real_titles(folder: Path) -> list[str]:
    """The summaries of data/meqsum and the questions of data/cdc_qa: what people ask of health services, in short."""
    sheet = openpyxl.load_workbook(folder / "meqsum" / "MeQSum.xlsx", read_only=True).worksheets[0]
    found = [str(row[2]).strip() for row in sheet.iter_rows(min_row=2, values_only=True) if row[2]]
    lines = (folder / "cdc_qa" / "cdc_qa.jsonl").read_text(encoding="utf-8").splitlines()
    return [*found, *(str(json.loads(line)["question"]) for line in lines)]


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))
