"""Standard answers: parsing, checking, rendering, comparing and ranking scripts. Pure: neither SQL nor Qt."""
