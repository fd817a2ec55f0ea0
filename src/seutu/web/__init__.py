"""Pages: views, forms, components, templates and static files."""
