"""Date and number formats of Django, the same days in every language: d.M.yyyy."""
