"""Classes for the colours of a map, stated."""

from samenspel_methods.statistics.classes.dividing import Method, classes
from samenspel_methods.statistics.classes.model import Class, Classes

__all__ = ["Class", "Classes", "Method", "classes"]
