"""Offers: what people, groups and places can give, and how it becomes a connection."""
