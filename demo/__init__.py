"""The demo neighbourhood: real open data, and an invented cast that is marked as such."""
