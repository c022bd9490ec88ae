"""The desks of complaints: inbox, case, moves, assignment, hearings, officers, oversight."""
