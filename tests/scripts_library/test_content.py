from dataclasses import replace

from hypothesis import given

from app.scripts_library.content import from_content, glance, hash_of, to_content
from app.scripts_library.script import Script, State, content_of
from tests.scripts_library.making import scripts, small


@given(scripts())
def test_a_content_gives_its_script_back(script: Script):
    assert from_content(script.key, to_content(script)) == content_of(script)


@given(scripts())
def test_equal_scripts_have_equal_contents(script: Script):
    turned = replace(script, title=dict(reversed(script.title.items())), version=9, state=State.REVIEW)
    assert hash_of(to_content(turned)) == hash_of(to_content(script))


def test_a_changed_word_changes_the_hash():
    assert hash_of(to_content(small())) != hash_of(to_content(small(topic="hours")))


def test_fields_of_a_newer_program_are_passed_over():
    content = to_content(small()).replace('"head":{', '"head":{"from_the_future":1,')
    assert from_content("a-1", content) == small()


@given(scripts())
def test_a_glance_tells_labels_and_times(script: Script):
    seen = glance(script.key, to_content(script))
    told = from_content(script.key, to_content(script))
    assert (seen.tags, seen.topic, seen.urgent, seen.owner) == (told.tags, told.topic, told.urgent, told.owner)
    assert (seen.effective_from, seen.effective_to) == (told.effective_from, told.effective_to)
    assert seen.review_due_on == told.review_due_on
