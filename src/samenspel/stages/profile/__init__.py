"""Room 1, the profile: counting and telling. Who are we?"""
