"""What every record shares: scope, version, trace, trash, sharing, comments, tasks, search and the record sheet."""
