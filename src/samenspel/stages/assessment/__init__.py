"""Room 8: which public tasks are done here, and can it be done better or differently?"""
