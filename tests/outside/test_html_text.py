"""HTML becomes what a person would read, whatever its markup."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.outside.html_text import text_of_html


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<p>Dear all,</p><p>two<br>lines</p>", "Dear all,\n\ntwo\nlines"),
        ("<html><head><title>t</title><style>p{}</style></head><body>letter</body></html>", "letter"),
        ("<head><body>never closed", "never closed"),
        ("a<script>alert('x')</script>b", "ab"),
        ("<ul><li>fever<li>cough</ul>", "- fever\n- cough"),
        ("<table><tr><td>姓名</td><td>王芳</td></tr></table>", "姓名 王芳"),
        ("5 &lt; 7 &amp; caf&eacute;&nbsp;&#x4e2d;", "5 < 7 & café 中"),
        ("one\nsentence over\ttwo   lines", "one sentence over two lines"),
        ("<p>a</p><p></p><p></p><p>b</p>", "a\n\nb"),
        ("no < markup at all", "no < markup at all"),
        ("", ""),
    ],
)
def test_the_visible_text_is_kept(source, text):
    assert text_of_html(source) == text


@given(source=st.text("<>/!-&#;ab中 \n\"'=scripthead", max_size=200))
def test_no_markup_breaks_it(source):
    assert isinstance(text_of_html(source), str)


def test_a_thousand_nested_boxes_are_no_trouble():
    assert text_of_html("<div>" * 20_000 + "deep" + "<style>" * 3000) == "deep"
