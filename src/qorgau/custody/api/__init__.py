"""The custody desk for programs: the same acts and queries as the pages, as REST under /api/v1/.

given      what comes in, as shapes; reading turns it into bookings and entries
answers    what goes out, as shapes; telling turns records, verdicts and clocks into it
acting     bookings, entries, corrections, confirmations, answers, moves, joinings
looking    the whiteboard, records, verdicts, clocks, search
kinds      what may be entered, each kind as a JSON schema
bulk       import of many rows: all or none
files      export of the register
"""
