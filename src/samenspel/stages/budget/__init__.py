"""Room 6, money: all money that works in the area, how sure we are of it, and questions with a clock."""
