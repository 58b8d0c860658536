"""The append-only record of everything that happened: one hash chain per place."""
