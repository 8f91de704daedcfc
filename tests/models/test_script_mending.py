"""Who may not mend an answer at once is told why and what to do, in both languages."""

import pytest

from app.models.script_mending import NeedsApproval, NothingToMend, NotLicensed
from app.services import wording


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize(
    "error", [NotLicensed(key="open", topic="consult"), NeedsApproval(key="open"), NothingToMend(key="open", word="a")]
)
def test_a_refusal_names_the_answer_and_the_next_step(error, language):
    says, following = wording.sentence(error, language)
    assert "open" in says
    assert following
