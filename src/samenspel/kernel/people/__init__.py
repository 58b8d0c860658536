"""People and the parties they form; a municipality is a party like any other."""
