"""The thirtieth step makes room for how a campaign was drawn."""

from sqlcipher3 import dbapi2
from sqlite_utils import Database

from app.store.migrations import m0030_campaign_draws


def test_campaigns_made_before_say_nothing_of_a_draw() -> None:
    made = Database(dbapi2.connect(":memory:", isolation_level=None))
    made.execute("CREATE TABLE campaign(id, name)")
    made.execute("CREATE TABLE campaign_case(id, campaign, person_key, numbers, code, closed_at)")
    made.execute("CREATE TABLE attempt(id, at)")
    made.execute("INSERT INTO campaign VALUES (1, 'Spring')")
    m0030_campaign_draws.up(made)
    assert made.execute("SELECT name, seed, strata, released FROM campaign").fetchone() == ("Spring", None, None, None)
    made.execute("INSERT INTO campaign_case(id, weight) VALUES (1, 2.5)")
    assert made.execute("SELECT weight, place FROM campaign_case").fetchone() == (2.5, None)
    for place, chance in enumerate((0.2, 0.5)):
        made.execute("INSERT INTO callback_score VALUES (?, 4, 'H1', ?)", (bytes([place]), chance))
    found = made.execute("SELECT chance FROM callback_score WHERE slot=4 AND institution='H1' ORDER BY chance DESC")
    assert [row[0] for row in found.fetchall()] == [0.5, 0.2]
