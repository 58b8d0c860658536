"""The residents' survey: asking everybody, or a sample by letter, the same questions."""
