"""Following things and rounds, and telling people by e-mail."""
