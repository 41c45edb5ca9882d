"""Ratios against baselines, measured in one run: `python -m benchmarks LIBRARY`."""
