"""The example region: workspaces that show what the product does, built from files in the product's own format."""
