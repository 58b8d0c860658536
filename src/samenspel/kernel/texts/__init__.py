"""What people wrote, in their own language; can be erased without breaking any proof."""
