"""What everybody in the house agrees on: pure frozen dataclasses and tables, no Django."""
