"""Room 7: when do we speak of good? Written together, signed by the parties, used in the rooms that follow."""
