"""The statistical reports of towns: one town's, a group's joint report, and both as Word and PDF files.

Prints a profile that is given; reads nothing.
"""
