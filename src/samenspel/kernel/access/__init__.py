"""Who may do what: mandates, interests, staff sessions, and the door of every page."""
