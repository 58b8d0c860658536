"""Samenspel: one platform for the whole cycle of co-creation in a neighbourhood."""
