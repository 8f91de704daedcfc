from app.ui.panes.intake.ring_words import ring_words


def test_a_call_that_rings_is_named_by_its_number_as_who_reads_may_see_it(jobs, office):
    assert ring_words(jobs, "13812345678") == "138 1234 5678 rings."
    assert ring_words(jobs, "") == "A call rings. F2 picks it up."
    office.sign_in(None)
    assert ring_words(jobs, "13812345678") == "138 **** 5678 rings."
