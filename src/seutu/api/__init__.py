"""HTTP API: routers and schemas over the queries and operations of the apps."""
