"""Stories: what people tell, in their own words and language, shown only as far as they agreed."""
