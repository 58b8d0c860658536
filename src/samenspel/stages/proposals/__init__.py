"""Room 4: what people propose to do, and the answer they get."""
