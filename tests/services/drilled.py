"""A desk with two scripts to be drilled on, for the tests of training."""

from dataclasses import replace

from app.scripts_library.emitter import emit
from app.scripts_library.script import Flow, FlowNode, Forbidden, KeyPoint, Option, Script, Slots, Source, Variant
from app.services.office import Office
from app.services.script_imports import ScriptText, import_scripts
from tests.desk import sign_in
from tests.scripts_library.making import small

OPEN = small(
    "open",
    topic="consult/opening",
    sources=(Source("House rule 7", clause="§2"),),
    phrasings={"zh": ("几点开门", "周末开吗"), "en": ("when do you open", "are you open on Sunday")},
    key_points=(
        KeyPoint("k1", {"zh": "早上8点开门", "en": "opens at 8 in the morning"}, critical=True, slots=Slots(("8",))),
        KeyPoint("k2", {"zh": "周末不开门，急诊照常", "en": "closed on weekends, emergencies as always"}),
    ),
    must_not_say=(Forbidden("f1", {"zh": ("随便来",), "en": ("come whenever",)}),),
)
FLU = small(
    "flu",
    topic="consult/vaccine",
    title={"zh": "流感疫苗", "en": "Flu vaccine"},
    sources=(Source("Rule"),),
    phrasings={"zh": ("流感针还有吗",), "en": ("do you have flu shots",)},
    key_points=(KeyPoint("k1", {"zh": "打完留观30分钟", "en": "stay 30 minutes after the shot"}, critical=True),),
    flow=Flow(
        "n1",
        (
            FlowNode(
                "n1",
                {"zh": "发烧吗？", "en": "Any fever?"},
                (Option({"zh": "有", "en": "yes"}, "n2"), Option({"zh": "没有", "en": "no"}, "n3")),
            ),
            FlowNode("n2", say={"zh": "退烧后再来打。", "en": "Come when the fever is over."}, goto="end"),
            FlowNode("n3", say_point="k1", goto="end"),
        ),
    ),
    variants=(Variant("zh", say="打完留观30分钟。"), Variant("en", say="Stay 30 minutes after the shot.")),
)


def publish(office: Office, *scripts: Script) -> None:
    """Publish scripts in the name of the trainer, then seat the operator."""
    sign_in(office, "chen")
    office.do(import_scripts, [ScriptText(f"{one.key}.md", emit(one)) for one in scripts], publish=True)
    sign_in(office, "wang")


def changed_point(script: Script, point: str, **texts: str) -> Script:
    """Return the script with another text of a key point."""
    points = tuple(replace(one, texts={**one.texts, **texts}) if one.id == point else one for one in script.key_points)
    return replace(script, key_points=points)
