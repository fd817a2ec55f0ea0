"""Template tags of the pages. Not for formatting figures: texts come formatted from the view."""
