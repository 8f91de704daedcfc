"""Figures of the program against a yardstick measured in the same run: ``python -m benchmarks [names…]``."""
