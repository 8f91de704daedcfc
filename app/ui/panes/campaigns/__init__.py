"""Campaigns: what was drawn from which frame, how far calling has come, and the next one planned step by step."""
