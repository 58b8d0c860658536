"""Pages of the profile room."""
