"""Places: neighbourhoods, wards, municipalities, and areas that residents drew themselves."""
