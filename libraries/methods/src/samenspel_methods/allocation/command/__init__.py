"""Counting a `.pb` file from the command line."""

from samenspel_methods.allocation.command.main import main

__all__ = ["main"]
