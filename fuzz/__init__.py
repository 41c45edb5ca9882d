"""Coverage-guided fuzzing of the reader and the query parser, and many random queries. See `python -m fuzz --help`."""
