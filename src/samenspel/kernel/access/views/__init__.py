"""Pages of places, people and rounds. They live here because the door of a page does."""
