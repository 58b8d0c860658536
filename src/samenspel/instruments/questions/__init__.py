"""Questions with a clock: asked of a named party, answered by a date, judged by who asked."""
