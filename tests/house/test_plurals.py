"""A text that counts reads well for one and for several."""

import ast

import pytest

from tests.house.plurals import english
from tests.house.reading import app_files, tree_of


@pytest.mark.parametrize(
    ("source", "one", "several"),
    [
        ("%n call(s)", "%n call", "%n calls"),
        ("%n batch(es) imported", "%n batch imported", "%n batches imported"),
        ("%n inquir(y/ies) (is/are) open", "%n inquiry is open", "%n inquiries are open"),
        ("%n pe(rson/ople)", "%n person", "%n people"),
    ],
)
def test_a_source_text_says_both_forms(source, one, several):
    assert english(source) == (one, several)


def test_a_source_text_without_a_choice_has_no_two_forms():
    assert english("%n selected (of all)") is None


def counts(node: ast.AST) -> bool:
    """Whether this is ``tr(text, comment, number)``."""
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
        return False
    return node.func.attr == "tr" and len(node.args) == 3


def test_no_class_that_counts_in_its_texts_has_a_class_below_it():
    """From below, ``tr`` puts the number into the source text and takes that for the translation."""
    trees = [tree_of(path) for path in app_files() if "ui" in path.parts]
    classes = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    above = {base.id for one in classes for base in one.bases if isinstance(base, ast.Name)}
    assert [one.name for one in classes if one.name in above and any(map(counts, ast.walk(one)))] == []
