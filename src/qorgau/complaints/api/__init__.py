"""Complaints for programs: the same acts and queries as the desk's pages, as REST under /api/v1/complaints.

given      what comes in, as shapes; reading turns it into what the acts take
answers    one case as a shape; listed: lists; telling and listing turn cases and rows into them
coming     the inbox and registering; particulars, forwarding, registers and courts
looking    a case, its runs and drawings, oversight, officers, hearings, bodies that may have a case
sealed     envelopes for the opener
assigning, moving, officers, things, protecting: acts
acting     how every act is done and answered
"""
