"""Typed, verifiable records from news about diplomacy."""
