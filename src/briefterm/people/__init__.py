"""One official across all briefs of a library: who is whom, where they were, whom they met."""
