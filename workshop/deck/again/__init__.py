"""A deck that was exported, edited by somebody, and is brought up to date: their edits stay.

What was exported last travels in the deck itself, as a marked line at the end of every slide's
speaker notes (marks.py) and a list of its pages in a property of the document (ledger.py).
"""
