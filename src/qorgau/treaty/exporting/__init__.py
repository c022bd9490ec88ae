"""Recommendations as files for other programs, within the reach of who asks.

values    any value of the slice as plain JSON values
gathering which recommendations, with everything that became of each
tables    columns and cells, written as CSV or as a workbook; nothing in a cell is ever calculated
uhri      the columns of the Universal Human Rights Index
nrtd      the columns of the National Recommendations Tracking Database
writing   write_export(...): the file; that somebody took it along is noted
"""
