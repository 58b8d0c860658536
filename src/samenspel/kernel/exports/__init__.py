"""Every table leaves the house: CSV, ODS, JSON and a data dictionary."""

from samenspel.kernel.exports.model import NOT_EXPORTED, Column, Export, col, columns_of, register, registered

__all__ = ["NOT_EXPORTED", "Column", "Export", "col", "columns_of", "register", "registered"]
