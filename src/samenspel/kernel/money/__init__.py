"""Money that the neighbourhood itself holds: accounts and postings in double entry, integer cents."""
