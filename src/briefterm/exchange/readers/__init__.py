"""One module a format that is read: bytes in, drafts of briefs out. Nothing is raised but `UnreadError`."""
