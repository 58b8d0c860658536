"""Room 10: what the parties promise each other, and how it goes with every promise."""
