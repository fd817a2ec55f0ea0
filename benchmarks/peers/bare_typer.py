"""The smallest command of typer, for comparing how long a start takes."""

import typer

app = typer.Typer()


@app.command()
def main(name: str = "") -> None:
    """Say a name."""
    typer.echo(name)


if __name__ == "__main__":
    app()
