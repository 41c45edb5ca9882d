"""A folder of briefs: which files it has, what is known of each without parsing it, and what has changed."""
