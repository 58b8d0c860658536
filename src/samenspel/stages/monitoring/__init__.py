"""Room 11: what came of it, and what we take along into the next round."""
