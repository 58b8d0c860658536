"""Room 5, the area plan: what are we going to do, who does it, and what will not be done and why."""
