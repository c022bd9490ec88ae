"""Courses: what happens to one person of the demo from the apprehension to the end, entry by entry."""
