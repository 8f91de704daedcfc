from app.models.letters import Letter


def test_two_letters_that_say_the_same_are_one():
    assert Letter("Vaccine", "", "", None, "Please call") == Letter("Vaccine", "", "", None, "Please call", ())
    assert Letter("Vaccine", "", "", None, "Please call") != Letter("Vaccine", "", "", None, "Do not call")
