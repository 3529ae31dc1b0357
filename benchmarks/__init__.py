"""How fast and how good statedoc is, measured by anyone: `python -m benchmarks.speed`, `benchmarks.quality`."""
