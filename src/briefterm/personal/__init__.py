"""What is the reader's own: kept in the platform's data folder, never in a brief."""
