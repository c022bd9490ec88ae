"""A synthetic country to try everything on: invented places, invented people, nothing of it real."""
