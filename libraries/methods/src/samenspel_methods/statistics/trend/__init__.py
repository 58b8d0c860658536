"""Figures over the years: where the line may be drawn through, and what it says."""

from samenspel_methods.statistics.trend.series import Flag, Point, Series, series
from samenspel_methods.statistics.trend.words import Trend, between, trend

__all__ = ["Flag", "Point", "Series", "Trend", "between", "series", "trend"]
