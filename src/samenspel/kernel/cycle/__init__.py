"""The cycle: eleven stages, the start agreement, the calendar and who decides what."""
