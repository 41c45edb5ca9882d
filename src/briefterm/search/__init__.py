"""Full-text search over a library: the query language, the index, and the items that matched."""
