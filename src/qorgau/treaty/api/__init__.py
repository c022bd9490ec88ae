"""The treaty cycle for programs: the same acts, permissions and refusals as the pages.

shapes         answers have the shape of what queries tell
given          what programs send
acting         how every act is done: permitted, once for its key, answered with receipts
documents      taking in, reading, correcting, accepting
recommendations the board, one recommendation, its evidence and law
following      bodies, plan, replies, alternative reports, assessments, deadlines
linking        proposals, judgements, two documents side by side
drafts         writing reports
taking_along   files of recommendations, the calendar
open_to_all    what anybody may read, without a token
"""
