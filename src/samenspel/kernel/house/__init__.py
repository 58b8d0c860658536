"""The house as a whole: a copy of everything in one file, and putting it back."""
