"""Extractors: pure functions from a parsed text, and earlier results, to records."""
