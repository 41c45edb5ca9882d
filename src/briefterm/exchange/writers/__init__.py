"""One module a format a brief is written in."""
