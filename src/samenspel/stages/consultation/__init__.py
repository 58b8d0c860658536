"""Room 2, the consultation (ophalen): hearing as many residents as possible, by every channel."""
