"""Voting in secret: one ballot per entitlement, sealed until the count."""
