"""What all rooms share: a stack of small packages in one Django app."""
