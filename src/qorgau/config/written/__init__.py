"""How days and times are typed into forms: day first in every language, and never a guess between two readings.

Digits alone are refused: `210` could be 02:10 or 21:00, and an hour of somebody's liberty hangs on it.
"""

DAYS = ["%d.%m.%Y", "%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d %m %Y", "%d,%m,%Y"]
TIMES = ["%H:%M", "%H.%M", "%H,%M", "%H %M", "%H:%M:%S"]
MOMENTS = [f"{day} {time}" for day in DAYS for time in TIMES if " " not in time] + ["%Y-%m-%dT%H:%M"]
