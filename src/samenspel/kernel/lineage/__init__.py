"""The red thread: everything that can be talked about has a code, and one table says what led to what."""
